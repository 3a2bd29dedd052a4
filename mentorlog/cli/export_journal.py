"""`export journal`: a folder of linked notes, one a record, for Obsidian or a wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.carried import Asked, Records, carried, named
from mentorlog.cli.export_deliver import names_out, own_template
from mentorlog.cli.export_request import Request, verb
from mentorlog.cli.hand_over import agree
from mentorlog.domain.documents.journal import Flavor
from mentorlog.places import named as place_named

if TYPE_CHECKING:
    from pathlib import Path

    from mentorlog.env import Env

Folder = Annotated[str, typer.Argument(metavar="DIR", help="The folder to write; it must be new or empty.")]
Flavored = Annotated[
    Flavor, typer.Option("--flavor", help="Links as Obsidian writes them, or as GitHub does.")
]


def _journal(env: Env, request: Request, about: str, flavor: Flavor) -> None:
    """Write a folder of linked notes, one a record: for Obsidian, or a wiki.

    $ mentorlog export journal notes
    $ mentorlog export journal notes --flavor gfm --since -1y --dry-run
    $ mentorlog export journal notes --with ana --redact-names

    Each note has front matter and links to what belongs to it; days and an index lead to all of them. In a
    folder that is there, --force replaces what was written before, and nothing that you changed or added.
    """
    from mentorlog.domain.documents.journal_pages import pages
    from mentorlog.domain.tally import left_out, tally
    from mentorlog.flows.notes_folder import check_folder, write_notes
    from mentorlog.formats.documents import Form

    folder = place_named(about)
    check_folder(folder, request.force)
    asked = Asked(
        person=request.person,
        since=request.since,
        until=request.until,
        private=request.private,
        third_party=request.others,
    )
    goods = carried(env, asked)
    shown, everything = goods.both(named)
    form = Form("journal", *own_template("journal"))
    records = goods.records
    if request.redact:
        records = _redacted(env, records, goods.person.id if goods.person else None)
    if not request.dry_run:
        agree(env, request.private, request.yes)
        notes = {f"{one.path}.md": form.fill(one) for one in pages(records, env.me, flavor)}
        removed = write_notes(folder, notes, request.force)
        _say(env, folder, f"wrote {folder} ({len(notes)} notes)", len(notes), removed)
    else:
        _say(env, folder, f"Would write {folder}: {tally(shown)}", 0, 0)
    if (left := left_out(everything, shown, goods.audience)) and not env.quiet:
        env.note(f"Left out: {left}")


def _say(env: Env, folder: Path, line: str, notes: int, removed: int) -> None:
    if env.json:
        told = {"file": str(folder), "written": notes > 0, "notes": notes, "removed": removed}
        env.give("export", told)
    else:
        env.say(str(folder) if env.quiet and notes else line)
        if removed and not env.quiet:
            env.note(f"Removed {removed} that were written before and are no longer there.")


def _redacted(env: Env, records: Records, reader: int | None) -> Records:
    """The records with the names of others taken out, and what else says where to reach them."""
    from mentorlog.domain.people import Person
    from mentorlog.domain.redact import redacted

    replace = names_out(env, [reader] if reader else ())
    changed = {kind: [redacted(one, replace) for one in found] for kind, found in records.items()}
    changed["person"] = [
        one
        if one.id == reader or not isinstance(one, Person)
        else one.but(handle="", email="", phone="", links="")
        for one in changed["person"]
    ]
    return changed


journal = verb(_journal, Folder, ("goal", "reader", "form", "out"), {"flavor": (Flavored, "obsidian")})
