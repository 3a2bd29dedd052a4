"""Templates, for conversations and for documents: those of the program, and the person's own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mentorlog.config import config_file, own_templates, read_template
from mentorlog.domain.templates import BUILT_IN
from mentorlog.errors import Problem, Unknown

FOLDER, DOCUMENTS = "meet", "documents"
"""Where one's own lie in the folder `templates` beside the settings."""


class Listed(NamedTuple):
    """A template as it is listed: `use` is the command that takes it, `origin` “built in” or a file.

    `fault` says what is wrong with that file.
    """

    name: str
    use: str
    origin: str
    about: str = ""
    fault: str = ""


def template_text(name: str) -> str:
    """The Markdown a conversation begins with; one's own goes first. Raises Unknown, or Unreadable for a bad file."""
    own = own_templates(FOLDER)
    if name in own:
        return read_template(own[name])
    if name in BUILT_IN:
        return BUILT_IN[name].text
    raise _unknown(name, [*own, *BUILT_IN])


def _unknown(name: str, known: list[str]) -> Unknown:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=3, cutoff=0.5)
    return Unknown("template", name[:60], close, "mentorlog config templates lists them.")


def every_template() -> list[Listed]:
    """Every template there is, by name: first those of conversations. A bad file is listed as such, not raised."""
    return [*_of_conversations(), *_of_documents()]


def _of_conversations() -> list[Listed]:
    found = {name: Listed(name, "meet", "built in", one.about) for name, one in BUILT_IN.items()}
    for name, path in own_templates(FOLDER).items():
        found[name] = Listed(name, "meet", str(path), _about(name in found), _fault(path))
    return [found[name] for name in sorted(found)]


def _of_documents() -> list[Listed]:
    from mentorlog.formats.documents import DOCUMENTS as KNOWN

    found = {name: Listed(name, "export", "built in", one.about) for name, one in KNOWN.items()}
    for name, path in own_templates(DOCUMENTS).items():
        fault = (
            _fault(path, name) if name in KNOWN else f"There is no document “{name[:60]}”: it is not used."
        )
        found[name] = Listed(name, "export", str(path), _about(name in KNOWN), fault)
    return [found[name] for name in sorted(found)]


def _about(in_place: bool) -> str:
    return "yours, in place of ours" if in_place else "yours"


def _fault(path: Path, document: str = "") -> str:
    """What is wrong with a file; a document's template is tried on a sample."""
    try:
        text = read_template(path)
        if document:
            from mentorlog.formats.documents import check

            check(document, text, str(path))
    except Problem as problem:
        return problem.sentence
    return ""


def copy_template(name: str, force: bool) -> Path:
    """Write one of our templates where one's own lie, to be changed there. Returns the file.

    Raises Unknown for a name that is not ours, Refused where a file is there already.
    """
    from mentorlog.flows.hand_over import write_new
    from mentorlog.formats.documents import DOCUMENTS as KNOWN
    from mentorlog.formats.documents import whole_source_of
    from mentorlog.places import make_folders

    if name in KNOWN:
        folder, text = DOCUMENTS, whole_source_of(name)
    elif name in BUILT_IN:
        folder, text = FOLDER, BUILT_IN[name].text
    else:
        raise _unknown(name, [*KNOWN, *BUILT_IN])
    place = config_file().parent / "templates" / folder / f"{name}.md"
    make_folders(place.parent)
    write_new(place, text, force)
    return place
