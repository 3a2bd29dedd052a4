"""What a command loads: the difference between a start that is felt and one that is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mentorlog.cli.index import ENTRIES
from tests.program import surroundings

LISTED = """
import sys
from mentorlog.main import main
code = main(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
raise SystemExit(code)
"""
COSTLY = {
    "click",
    "dateutil.parser",
    "difflib",
    "importlib.metadata",
    "jinja2",
    "pydantic",
    "rich",
    "sqlite_utils",
    "tomllib",
    "uuid",
}


def loaded(home: Path, *argv: str, **more: str) -> set[str]:
    """The modules that are there after a command, beyond those Python and Typer bring themselves."""
    how = {
        "capture_output": True,
        "text": True,
        "stdin": subprocess.DEVNULL,
        "env": surroundings(home, **more),
    }
    ran = subprocess.run([sys.executable, "-c", LISTED, *argv], **how)  # type: ignore[call-overload]
    assert ran.returncode == 0, ran.stderr[:500]
    bare = subprocess.run([sys.executable, "-c", "import sys, typer; print(*sys.modules)"], **how)  # type: ignore[call-overload]
    return set(ran.stderr.splitlines()) - set(bare.stdout.split())


def commands(modules: set[str]) -> set[str]:
    """The command modules among some modules, without the ones that only find and read commands."""
    inside = {name.removeprefix("mentorlog.cli.") for name in modules if name.startswith("mentorlog.cli.")}
    return {entry.home.split(":")[0] for entry in ENTRIES.values()} & inside


@pytest.mark.parametrize(
    ("argv", "own"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["log", "Short words"], {"log"}),
        # `parts_of` gives a noun the verbs that every record has.
        (["action", "done", "a57"], {"action", "records"}),
        (["goal", "add", "A new goal", "--by", "eoq"], {"goal", "records"}),
        (["goal", "list"], {"goal", "records"}),
        (["path"], {"config"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_short_answer_loads_nothing_costly_and_no_other_command(
    argv: list[str], own: set[str], journal: Path, home: Path
) -> None:
    modules = loaded(home, *argv, MENTORLOG_DB=str(journal))
    assert COSTLY & modules == set()
    assert commands(modules) == own


@pytest.mark.parametrize(
    "argv", [["note"], ["timeline"], ["next"], ["dashboard"], ["search", "plan"], ["show", "g1"]]
)
def test_a_pipe_never_loads_rich(argv: list[str], journal: Path, home: Path) -> None:
    modules = loaded(home, *argv, MENTORLOG_DB=str(journal))
    assert {"rich", "mentorlog.views.page", "sqlite_utils"} & modules == set()


def test_help_and_version_load_neither_the_store_nor_a_setting(home: Path) -> None:
    for word in ("--help", "--version"):
        assert {"sqlite3", "mentorlog.store", "mentorlog.config", "platformdirs"} & loaded(
            home, word
        ) == set()
