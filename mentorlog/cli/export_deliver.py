"""Making a document and handing it out, however it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mentorlog.cli.export_request import Request, wanted_of
from mentorlog.cli.hand_over import Parcel, agree, hand_over, place
from mentorlog.domain.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Collection

    from mentorlog.domain.material import Material, Wanted
    from mentorlog.env import Env


def deliver(
    env: Env,
    request: Request,
    document: str,
    build: Callable[[Material, Wanted], Frozen],
    write: Callable[[Any], str] | None = None,
) -> None:
    """Make a document of the days that were asked for, and hand it out; `write` makes its text, not a template."""
    from mentorlog.domain.material import countable
    from mentorlog.domain.tally import left_out

    wanted, audience = wanted_of(env, request, document)
    with env.audience(audience) as store:
        shown = store.summary.gather(wanted.since, wanted.until)
    with env.read(private=True) as store:
        everything = store.summary.gather(wanted.since, wanted.until)
    left = left_out(countable(everything, wanted), countable(shown, wanted), audience)
    readers = [wanted.person.id] if wanted.person and wanted.reader != "self" else []
    hand(env, request, document, build(shown, wanted), left, readers, write)


def hand(
    env: Env,
    request: Request,
    document: str,
    model: Frozen,
    left: str = "",
    readers: Collection[int] = (),
    write: Callable[[Any], str] | None = None,
) -> None:
    """Hand a document out as Markdown or JSON. `left`: what stays behind; `readers`: ids that stay named."""
    from mentorlog.domain.documents.counted import counted

    file = place(env, request.out, request.force)
    if request.redact:
        from mentorlog.domain.redact import redacted

        model = redacted(model, names_out(env, readers))
    form = "json" if env.json and file is None else request.form
    # Before anything is written or said: a template may be wrong.
    text = write(model) if write and form == "md" else _text(document, model, form)
    if not request.dry_run:
        agree(env, request.private, request.yes)
    parcel = Parcel(place=file, holds=counted(model), left=left, force=request.force, dry_run=request.dry_run)
    hand_over(env, parcel, lambda: text)


def names_out(env: Env, readers: Collection[int] = ()) -> Callable[[str], str]:
    """What takes the names of others out of a text: of everybody the journal ever held, but these readers."""
    from mentorlog.domain.people import Person
    from mentorlog.domain.redact import redaction

    with env.read(private=True) as store:
        return redaction(store.whole.every(Person), readers)


def own_template(document: str) -> tuple[str, str]:
    """The person's own template of a document and where it is; both empty for ours. Raises Unreadable."""
    from mentorlog.config import own_templates, read_template

    path = own_templates("documents").get(document)
    return (read_template(path), str(path)) if path else ("", "")


def _text(document: str, model: Frozen, form: str) -> str:
    if form == "md":
        from mentorlog.formats.documents import render

        return render(document, model, *own_template(document))
    from mentorlog.formats.json import dump, plain

    return dump(document, plain(model)) + "\n"
