"""Handing something out: where to, whether private text may go, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.domain.frozen import Frozen
from mentorlog.errors import Misused, Refused
from mentorlog.places import named

if TYPE_CHECKING:
    from mentorlog.env import Env

Out = Annotated[str, typer.Option("--out", metavar="FILE", help="Write it to this file; - is stdout.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be written and left out.")]
IncludeOthers = Annotated[bool, typer.Option("--include-third-party", help="Records about other people too.")]
IncludeRemoved = Annotated[bool, typer.Option("--include-removed", help="Removed records too.")]
IncludePrivate = Annotated[bool, typer.Option("--include-private", help="Private text too; asks first.")]


def place(env: Env, out: str, force: bool) -> Path | None:
    """The file to write, None for stdout. Raises Refused when nothing may be written there."""
    from mentorlog.flows.hand_over import check_place
    from mentorlog.store.surroundings import needed

    if out in ("", "-"):
        return None
    path = named(out)
    check_place(path, force)
    if needed(path, env.path):
        raise Refused(
            f"{path} is the journal itself, or belongs to it; I wrote nothing.", "Name another file."
        )
    return path


def agree(env: Env, private: bool, yes: bool) -> None:
    """Private text leaves only with a yes. Raises Refused without one."""
    if not private or yes:
        return
    if not env.interactive:
        raise Refused("Private text leaves the journal only with a yes; nothing was written.", "Add --yes.")
    if not env.confirm("Private text will be in it. Go on?"):
        raise Refused("Nothing was written.")


class Parcel(Frozen):
    """What is handed out: the place (None is stdout), what it holds and what stays behind, in words."""

    place: Path | None = None
    holds: str
    left: str = ""
    force: bool = False
    dry_run: bool = False


def hand_over(env: Env, parcel: Parcel, document: Callable[[], str | bytes]) -> None:
    """Write the document, or only say what it would hold; what stays behind is told on stderr alone.

    Raises Misused for one that is no text and has no file to go to.
    """
    if parcel.dry_run:
        told: dict[str, object] = {"written": False}
        _say(env, parcel, f"Would write {parcel.place or 'to stdout'}: {parcel.holds}", told)
    elif parcel.place is None:
        text = document()
        if isinstance(text, bytes):
            raise Misused("It is no text, so it goes into a file.", "Name it: --out FILE.")
        env.raw(text)
    else:
        from mentorlog.flows.hand_over import write_new

        size, digest = write_new(parcel.place, document(), parcel.force)
        told = {"written": True, "bytes": size, "sha256": digest}
        line = f"wrote {parcel.place} ({size_words(size)}, sha256 {digest[:4]}…)"
        _say(env, parcel, str(parcel.place) if env.quiet else line, told)
    if parcel.left and not env.quiet:
        env.note(f"Left out: {parcel.left}")


def _say(env: Env, parcel: Parcel, line: str, told: dict[str, object]) -> None:
    if env.json:
        file = str(parcel.place) if parcel.place else None
        env.give("export", {"file": file, "holds": parcel.holds, **told})
    else:
        env.say(line)


def size_words(count: int) -> str:
    """Bytes in words: `812 bytes`, `4.1 kB`, `3.2 MB`; a kB is 1,000 bytes (SI)."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.1f} kB" if count < 999_950 else f"{count / 1_000_000:.1f} MB"
