"""Templates for conversations: those of the program, and the person's own."""

from __future__ import annotations

from typing import NamedTuple

from mentorlog.config import own_templates, read_template
from mentorlog.domain.templates import BUILT_IN
from mentorlog.errors import Problem, Unknown

FOLDER = "meet"


class Listed(NamedTuple):
    """A template as it is listed: `origin` is “built in” or a file, `fault` what is wrong with that."""

    name: str
    origin: str
    about: str = ""
    fault: str = ""


def template_text(name: str) -> str:
    """The Markdown a template begins with; one's own goes first. Raises Unknown, or Unreadable for a bad file."""
    own = own_templates(FOLDER)
    if name in own:
        return read_template(own[name])
    if name in BUILT_IN:
        return BUILT_IN[name].text
    from difflib import get_close_matches

    close = get_close_matches(name, [*own, *BUILT_IN], n=3, cutoff=0.5)
    raise Unknown("template", name[:60], close, "mentorlog config templates lists them.")


def every_template() -> list[Listed]:
    """Every template there is, in the order of names. None is raised for a bad file: it is listed as such."""
    found = {name: Listed(name, "built in", one.about) for name, one in BUILT_IN.items()}
    for name, path in own_templates(FOLDER).items():
        about = "yours, in place of ours" if name in found else "yours"
        try:
            read_template(path)
            found[name] = Listed(name, str(path), about)
        except Problem as problem:
            found[name] = Listed(name, str(path), about, problem.sentence)
    return [found[name] for name in sorted(found)]
