"""Completion: the right words at each place, nothing private, nothing that a shell would run, nothing written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from mentorlog.cli.shells import SCRIPTS
from mentorlog.cli.takes import DAYS, Typed
from mentorlog.domain.dates import read_day
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Person
from mentorlog.store.connect import SCHEMA, atomic, open_for_writing
from mentorlog.store.store import Store
from tests import secure
from tests.cli.canaries import PRIVATE, plant
from tests.program import START, carry_out, surroundings
from tests.test_help import COMMANDS
from tests.test_start import LISTED

PLAIN = pytest.mark.skipif(secure.WANTED, reason="what makes every journal an encrypted one is loaded first")


def offered(*typed: str, shell: str = "zsh") -> list[str]:
    """The words offered for the last one typed; nothing may be said beside them."""
    ran = carry_out("__complete", shell, *typed)
    assert (ran.code, ran.err) == (0, "")
    how, _, rest = ran.out.partition("\n")
    assert how in ("words", "files", "folders", "")
    return [line.partition("\t")[0] for line in rest.splitlines()]


def how(*typed: str) -> str:
    """How the shell is to go on."""
    return carry_out("__complete", "zsh", *typed).out.partition("\n")[0]


@pytest.fixture
def place(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample journal."""
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    return Path(shutil.copy(sample, tmp_path / "journal.db"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        (["go"], "goal"),
        (["goal", "cl"], "close"),
        (["goal", "show", ""], "g7"),
        (["goal", "show", "g1"], "g1"),
        (["show", "m4"], "m44"),
        (["prep", ""], "ana"),
        (["--json", "prep", "m"], "max"),
        (["log", "--with", "b"], "bo"),
        (["log", "x", "-w", "b"], "bo"),
        (["log", "--with=b"], "--with=bo"),
        (["log", "--with", "ana,b"], "ana,bo"),
        (["skill", "show", "py"], "python"),
        (["role", "aim", "backend"], "backend-developer"),
        (["meet", "ana", "-k", "net"], "networking"),
        (["goal", "close", "g1", "--as", ""], "met"),
        (["mentorship", "phase", "ana", "sep"], "separation"),
        (["mentorship", "start", "ana", "--as", "men"], "mentee"),
        (["person", "add", "X", "--role", "sp"], "sponsor"),
        (["config", "set", "vis"], "visibility"),
        (["config", "set", "visibility", ""], "shared"),
        (["completion", ""], "bash"),
        (["schema", "goal", "li"], "list"),
        (["next", "snooze", "cad"], "cadence"),
        (["export", "csv", "fee"], "feedback"),
        (["timeline", "--kinds", "meeting,w"], "meeting,win"),
        (["goal", "list", "--format", "t"], "text"),
        (["prep", "ana", "--format", "m"], "md"),
        (["resource", "start", ""], "r6"),
        (["decision", "outcome", ""], "d2"),
        (["topic", "done", "t1"], "t19"),
        (["topic", "a"], "add"),
        (["goal", "add", "x", "--by", "eo"], "eow"),
        (["edit", "g1", "--wi"], "--with"),
        (["goal", "edit", "g1", "--with", "a"], "ana"),
        (["goal", "add", "--do"], "--done-when"),
        (["--col"], "--color"),
        (["--color", "al"], "always"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_word_that_fits_comes_first(typed: list[str], first: str, place: Path) -> None:
    assert offered(*typed)[0] == first


def test_titles_stand_beside_refs_and_names_beside_handles(place: Path) -> None:
    assert "g7\tSpeak at a local meetup\n" in carry_out("__complete", "zsh", "goal", "show", "g7").out
    assert "ana\tAna Ruiz\n" in carry_out("__complete", "fish", "prep", "").out
    assert "\t" not in carry_out("__complete", "bash", "prep", "").out


def test_files_and_folders_are_the_shell_s(place: Path) -> None:
    assert how("report", "--out", "") == how("import", "") == how("--db", "") == "files"
    assert how("backup", "make", "--out", "") == "folders"


def test_bash_hands_over_an_option_in_pieces(place: Path) -> None:
    assert offered("log", "--with", "=", "b", shell="bash") == ["bo"]
    assert offered("log", "--with", "=", shell="bash")[0] == "ana"
    assert offered("prep", '"an', shell="bash") == ["ana"]


def test_what_was_removed_is_offered_only_to_be_restored(place: Path) -> None:
    assert carry_out("rm", "g7", "--yes").code == 0
    assert "g7" not in offered("goal", "show", "")
    assert offered("restore", "g") == ["g7"]
    assert offered("goal", "restore", "g") == ["g7"]


def test_the_days_offered_can_all_be_read() -> None:
    for word, _ in DAYS(Typed("")):
        assert read_day(word, date(2026, 5, 4), "future", None)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_answers_at_every_place(words: tuple[str, ...], place: Path) -> None:
    assert "--json" in offered(*words, "--")
    for typed in ([*words, ""], [*words, "g1", ""], [*words, "--nothing", "x", "a"]):
        offered(*typed)


def test_db_before_it_is_the_journal_that_is_asked(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert carry_out("--db", str(other), "person", "add", "Zoe Zett", "--role", "peer").code == 0
    assert offered("--db", str(other), "prep", "") == ["zoe"]
    assert offered("prep", f"--db={other}", "") == ["zoe"]


# What may not come out, and what may not happen


def test_nothing_private_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path / "journal.db")
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    for words in COMMANDS:
        for typed in ("", "h", "n", PRIVATE[:3].lower()):
            said = carry_out("__complete", "zsh", *words, typed).out
            assert PRIVATE not in said.upper()
            assert "hid\t" not in said


def stand(journal: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in journal.parent.iterdir() if one.is_file()}


def spoil(kind: str, journal: Path) -> None:
    """Make a journal that must not be read as it is."""
    if kind == "damaged":
        journal.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    elif kind == "unfinished":
        journal.with_name(f"{journal.name}-journal").write_bytes(
            b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600
        )
    elif kind == "missing":
        journal.unlink()
    elif kind == "empty":
        journal.write_bytes(b"")
    else:
        with closing(sqlite3.connect(journal)) as db:
            db.execute({"older": f"PRAGMA user_version={SCHEMA - 1}", "newer": f"PRAGMA user_version={SCHEMA + 9}",
                        "wal": "PRAGMA journal_mode=WAL"}[kind])  # fmt: skip
            if kind == "newer":
                db.execute("UPDATE journal SET min_reader=?, min_writer=?", (SCHEMA + 9, SCHEMA + 9))
                db.commit()


@PLAIN
@pytest.mark.parametrize("kind", ["damaged", "unfinished", "missing", "empty", "older", "newer", "wal"])
def test_a_journal_that_cannot_be_read_as_it_lies_is_left_alone_in_silence(kind: str, place: Path) -> None:
    spoil(kind, place)
    before = stand(place)
    assert offered("prep", "") == offered("goal", "show", "") == []
    assert offered("goal", "cl") == ["close"]
    assert stand(place) == before


def test_pressing_tab_writes_nothing(place: Path) -> None:
    before, times = stand(place), place.stat().st_mtime_ns
    for typed in (
        ["show", ""],
        ["prep", ""],
        ["log", "--tag", ""],
        ["role", "show", ""],
        ["next", "snooze", ""],
    ):
        assert offered(*typed)
    assert (stand(place), place.stat().st_mtime_ns) == (before, times)


@pytest.mark.parametrize(
    "typed", [[], ["tcsh", "x"], ["zsh", "nothing", "x"], ["zsh", "goal", "show", "\0", "g"]]
)
def test_whatever_is_asked_the_answer_is_no_error(typed: list[str], place: Path) -> None:
    ran = carry_out("__complete", *typed)
    assert (ran.code, ran.err) == (0, "")


# The shells themselves

POISON = "$(touch run) `touch run` ; touch run & 'a\" \\ * : \x1b]0;x\x07"
HANDLE = "x;touch$IFS'run'`touch${IFS}run`$(touch${IFS}run)"
DRIVERS = {
    "bash": """source "$1"
_ask() {{ COMP_WORDS=(mentorlog "$@"); COMP_CWORD=$#; COMP_LINE="mentorlog $*"; COMP_POINT=${{#COMP_LINE}}
_mentorlog mentorlog; printf '%s\\n' "${{COMPREPLY[@]}}"; }}
_ask {line}
""",
    "zsh": """source "$1"
compadd() {{ print -rl -- $shown; print -rl -- $found }}
words=(mentorlog {line}); CURRENT=$#words
_mentorlog
""",
    "fish": """source $argv[1]
complete -C "mentorlog {line}"
""",
}


@pytest.fixture
def ask(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Asks a shell what it would offer: `ask("bash", "goal show g")`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "mentorlog"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{START}" "$@"\n')
    program.chmod(0o755)

    def asked(shell: str, line: str) -> str:
        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not installed")
        script, driver = tmp_path / f"script.{shell}", tmp_path / f"driver.{shell}"
        script.write_text(SCRIPTS[shell])
        driver.write_text(DRIVERS[shell].format(line=line))
        bare = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
        named = {
            "MENTORLOG_DB": os.environ["MENTORLOG_DB"],
            "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        }
        ran = subprocess.run(
            [shell, *bare, str(driver), str(script)],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=surroundings(home, **named),
            timeout=60,
        )
        assert ran.stderr == ""
        return ran.stdout

    return asked


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_offers_refs_people_and_files(
    shell: str, ask: Callable[[str, str], str], place: Path
) -> None:
    assert "g7" in ask(shell, "goal show g")
    assert "ana" in ask(shell, "prep a")
    assert "close" in ask(shell, "goal clos")


@pytest.mark.parametrize("shell", SCRIPTS)
def test_no_word_of_a_journal_is_run_by_a_shell(
    shell: str, ask: Callable[[str, str], str], place: Path, tmp_path: Path
) -> None:
    with closing(open_for_writing(place)) as db:
        store = Store(db, "2026-05-04T10:00:00.000Z")
        with atomic(db, "poison", store.now):
            store.add(Person(name=f"Poison {POISON}", handle=HANDLE, role="peer"))
            store.add(Goal(title=POISON + "\nsecond\tline", started=date(2026, 5, 4)))
    said = ask(shell, "prep x") + ask(shell, "goal show g")
    assert "g8" in said
    assert "\x1b" not in said
    assert not [one for one in said.splitlines() if one.startswith("second")]
    assert not (tmp_path / "run").exists()


def test_bash_gets_a_handle_that_stays_one_word(
    ask: Callable[[str, str], str], place: Path, tmp_path: Path, home: Path
) -> None:
    with closing(open_for_writing(place)) as db:
        store = Store(db, "2026-05-04T10:00:00.000Z")
        with atomic(db, "poison", store.now):
            store.add(Person(name="X", handle=HANDLE, role="peer"))
    word = ask("bash", "prep x").strip()
    ran = subprocess.run(
        ["bash", "-c", f"printf %s {word}"], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert ran.stdout == HANDLE
    assert not (tmp_path / "run").exists()


def test_completion_prints_the_script_of_a_shell_and_refuses_another() -> None:
    for shell, script in SCRIPTS.items():
        assert carry_out("completion", shell).out == script
    ran = carry_out("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "bash, zsh, fish" in ran.err


# What it costs


def loaded(home: Path, *typed: str, journal: Path) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", LISTED, "__complete", "zsh", *typed],
        capture_output=True,
        text=True,
        env=surroundings(home, MENTORLOG_DB=str(journal)),
        timeout=60,
    )
    return set(ran.stderr.splitlines())


@PLAIN
def test_a_command_is_completed_without_typer_or_the_store(home: Path, place: Path) -> None:
    modules = loaded(home, "go", journal=place)
    assert {"typer", "rich", "sqlite3", "mentorlog.cli.app"} & modules == set()


def test_a_ref_is_completed_without_rich_and_without_the_pages(home: Path, place: Path) -> None:
    modules = loaded(home, "goal", "show", "g", journal=place)
    assert {
        "rich",
        "sqlite_utils",
        "mentorlog.views.page",
        "mentorlog.store.snapshot",
    } & modules == set()
