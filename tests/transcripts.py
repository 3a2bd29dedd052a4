"""Terminal transcripts: read, replayed in a fresh journal, and written anew when asked to.

A transcript begins with `# ` lines of what it is about. `# at 2026-05-04 10:00` sets the clock, again and again,
`# from demo` begins with the sample year. `$ mentorlog …` is run on a terminal of 80 cells, without colour;
what it printed on stdout and stderr follows. `$ echo "…" | mentorlog …` gives it its input.
"""

from __future__ import annotations

import io
import shlex
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mentorlog.main import main

ZONE = ZoneInfo("Europe/Madrid")


class Screen(io.StringIO):
    """A terminal to write on."""

    def isatty(self) -> bool:
        return True


def replay(text: str, folder: Path) -> str:
    """The transcript as the program prints it now."""
    now = datetime(2026, 5, 4, 10, 0, tzinfo=ZONE)
    shown: list[str] = []
    ran = False
    for row in text.splitlines():
        if row.startswith("# at "):
            now = datetime.strptime(row[5:21], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
        if row.startswith("# from demo"):
            carry_out(f"mentorlog demo --into {folder}/journal.db -q --json", now)
        if row.startswith(("# at ", "# from ")) or (row.startswith("# ") and not ran):
            shown += ["", row] if shown and not shown[-1].startswith("#") else [row]
        if row.startswith("$ "):
            shown += ["", row] if shown and not shown[-1].startswith("#") else [row]
            ran = True
            said = carry_out(row[2:], now).replace(str(folder), "~/.local/share/mentorlog")
            shown += [line.rstrip() for line in said.splitlines()]
    return "\n".join(shown).strip() + "\n"


def carry_out(command: str, now: datetime) -> str:
    """What one command line prints, stdout and stderr in the order they come."""
    words = shlex.split(command, comments=True)
    given = ""
    if words[0] == "echo":
        given, words = words[1] + "\n", words[words.index("|") + 1 :]
    assert words[0] == "mentorlog", command
    screen = Screen()
    main(words[1:], now=now, stdin=io.StringIO(given), stdout=screen, stderr=screen)
    return screen.getvalue()
