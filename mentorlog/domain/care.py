"""Taking care of the journal: what an examination found, and which copies are worth keeping."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from mentorlog.domain.frozen import Frozen

State = Literal["ok", "warn", "bad"]

DAYS, WEEKS, MONTHS, LEAST = 7, 5, 12, 3
"""Copies kept: the last of so many days, weeks and months that have one, and never fewer than LEAST."""
OLD_COPY = 14
"""Days after which the newest copy is called old. A rule of thumb of ours."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"mentorlog-(\d{8}T\d{6}Z)-([0-9a-f]{1,16})-(\d{1,15})\.db(?:\.age)?", re.ASCII)
# Letters of other scripts, and digits, that look like a Latin letter. A short list of ours.
_ALIKE = str.maketrans("аеорсухіјѕԁһӏαορνικτυ01", "aeopcyxijsdhlaopviktuol")


class Finding(Frozen):
    """One thing that was looked at. `says` is a whole sentence, `way` the command or deed that mends it."""

    name: str
    state: State
    says: str
    way: str = ""


class Checkup(Frozen):
    """What an examination found, in order, and what was mended before it."""

    path: str
    findings: tuple[Finding, ...] = ()
    mended: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 when all is well, 1 for a warning, 2 for damage."""
        return max(("ok", "warn", "bad").index(one.state) for one in (*self.findings, _FINE))


_FINE = Finding(name="", state="ok", says="")


class Copy(NamedTuple):
    """A backup by its name: when it was made (UTC), on which device, and after how many changes."""

    name: str
    made: datetime
    device: str
    head: int

    @property
    def sealed(self) -> bool:
        """Is it encrypted with age? Such a copy stays until its owner takes it away."""
        return self.name.endswith(".age")


def copy_name(made: datetime, device: str, head: int) -> str:
    """The file name of a backup: `mentorlog-20260504T080000Z-1f2e3d4c-412.db`."""
    return f"mentorlog-{made.astimezone(UTC).strftime(_STAMP)}-{device}-{head}.db"


def read_copy(name: str) -> Copy | None:
    """A file name as a backup; None for any other file."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    try:
        made = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Copy(name, made, found[2], int(found[3]))


def kept(copies: Sequence[Copy]) -> dict[str, str]:
    """Which copies stay, by name, and as what: newest, daily, weekly or monthly. Any order may be given."""
    newest_first = sorted(copies, key=lambda one: (one.made, one.head), reverse=True)
    spans: tuple[tuple[str, int, Callable[[Copy], object]], ...] = (
        ("newest", LEAST, lambda one: one.name),
        ("daily", DAYS, lambda one: one.made.date()),
        ("weekly", WEEKS, lambda one: tuple(one.made.isocalendar())[:2]),
        ("monthly", MONTHS, lambda one: (one.made.year, one.made.month)),
    )
    found: dict[str, str] = {}
    for word, most, span in spans:
        last: dict[object, Copy] = {}
        for one in newest_first:
            last.setdefault(span(one), one)
        for one in list(last.values())[:most]:
            found.setdefault(one.name, word)
    return found


def skeleton(name: str) -> str:
    """What a name looks like at a glance: names with the same skeleton are easily taken for each other."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf"))
    return bare.translate(_ALIKE)
