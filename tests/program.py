"""Running the program inside a test, and as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from mentorlog.main import main
from tests import secure

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
"""The moment every test runs at: a Monday."""
START = "from mentorlog.main import run; run()"
"""What the installed `mentorlog` does."""
ROOT = Path(__file__).parents[1]


class Ran(NamedTuple):
    """The exit code, and what was written to stdout and stderr."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def carry_out(*argv: str, stdin: str = "", tty: bool = False, now: datetime = NOW) -> Ran:
    """One command line, in this process. With `tty` all streams are terminals, `stdin` what is typed."""
    stream = Terminal if tty else io.StringIO
    given, out, err = stream(stdin), stream(), stream()
    code = main(list(argv), now=now, stdin=given, stdout=out, stderr=err)
    return Ran(code, out.getvalue(), err.getvalue())


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Variables for a process that sees nothing of this machine's owner."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")
        if name in os.environ
    }
    own = {
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "MENTORLOG_BACKUP": "off",
    }
    if secure.WANTED:
        own |= {name: os.environ[name] for name in ("PYTHONPATH", "MENTORLOG_KEY_FILE")}
    return kept | own | more


def process(
    *argv: str, home: Path, env: Mapping[str, str] | None = None, **how: Any
) -> subprocess.CompletedProcess[bytes]:
    """One command line, as a process of its own. `how` goes to `subprocess.run`; the output is bytes."""
    how = {
        "capture_output": True,
        "timeout": 60,
        **({} if "stdin" in how or "input" in how else {"input": b""}),
        **how,
    }
    return subprocess.run([sys.executable, "-c", START, *argv], env=surroundings(home, **(env or {})), **how)
