"""Whatever is typed wrong: one sentence, the right exit code, and not a byte of the journal changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.program import START, Ran, process, surroundings

ODD = ("[brackets]", "[/]", "[bold red]x[/]", ":smile:", "C++", "O'Brien", "100% \\n", "-", "Zoë ☕")

# Every write, with `{}` where a name goes that nobody has; and every read that takes one.
UNKNOWN = {
    "person": (
        "log words --with {}",
        "topic {} words",
        "meet {} -n words",
        "timeline --with {}",
        "search words --with {}",
        "person show {}",
        "person edit {} --name New",
        "person rm {}",
        "goal add Title --with {}",
        "goal list --with {}",
        "action add words --owner {}",
        "action add words --with {}",
        "action list --with {}",
        "action edit a57 --owner {}",
        "feedback add --from {} -b words --praise",
        "feedback list --with {}",
        "note list --with {}",
        "meeting list --with {}",
        "win list --with {}",
        "topic list {}",
        "skill rate sql 3 --by {}",
        "export summary --with {}",
    ),
    "goal": (
        "log words --goal {}",
        "goal show {}",
        "goal update {} 40%",
        "goal step {} words",
        "goal close {} --as met",
        "goal reopen {}",
        "goal pause {}",
        "goal edit {} --title New",
        "goal rm {}",
        "timeline --goal {}",
        "action add words --goal {}",
        "action list --goal {}",
        "win add words --goal {}",
        "export summary --goal {}",
    ),
    "skill": (
        "log words --skill {}",
        "skill show {}",
        "skill rate {} 3",
        "skill edit {} --goal 4",
        "skill rm {}",
        "timeline --skill {}",
        "action add words --skill {}",
        "win add words --skill {}",
    ),
    "ref": (
        "show {}",
        "edit {} --by fri",
        "rm {} --yes",
        "restore {}",
        "done {}",
        "drop {} --why words",
        "link {} g1",
        "link g1 {}",
        "unlink {} g1",
        "tag {} word",
        "action done {}",
        "action drop {} --why words",
        "action snooze {} fri",
        "action add words --from {}",
        "next --for {}",
        "feedback show {}",
        "win show {}",
        "note edit {} --text words",
        "topic done {}",
    ),
}
DATES = (
    "log words --on {}",
    "log words --revisit {}",
    "meet ana -n words --on {}",
    "meet ana -n words --next {}",
    "goal add Title --by {}",
    "goal update g5 +1 --on {}",
    "goal step g2 words --by {}",
    "action add words --by {}",
    "action done a57 --on {}",
    "action snooze a57 {}",
    "done a57 --on {}",
    "timeline --since {}",
    "timeline --until {}",
    "search words --since {}",
    "note list --since {}",
    "next snooze 1 {}",
    "goal edit g5 --by {}",
    "note edit n1 --on {}",
    "win add words --on {}",
    "skill rate sql 3 --on {}",
    "export summary --since {}",
)
EMPTY = (
    "log {}",
    "topic ana {}",
    "goal add {}",
    "action add {}",
    "win add {}",
    "skill add {}",
    "person add {} --role mentor",
    "goal step g2 {}",
    "goal edit g5 --title {}",
    "note edit n1 --text {}",
    "next dismiss wins --why {}",
    "drop a57 --why {}",
    "search {}",
    "tag n1 {}",
)
USAGE = (
    "log --nonsense",
    "goal frobnicate",
    "frobnicate",
    "goal",
    "action snooze a57",
    "goal update",
    "goal update g5",
    "goal close g5",
    "timeline --kinds",
    "log words --color pink",
    "action list --limit few",
    "goal add x --count -1",
    "config get",
    "show",
    "rm",
    "link g1",
    "edit",
    "log words --private --json --db",
)


def fill(line: str, word: str) -> list[str]:
    return [word if part == "{}" else part for part in line.split()]


def contents(journal: Path) -> bytes:
    return journal.read_bytes()


def one_sentence(ran: Ran, code: int) -> None:
    """What every refusal keeps to: nothing on stdout, an error line and at most one with the way out."""
    assert ran.code == code, ran
    assert ran.out == ""
    lines = ran.err.rstrip("\n").split("\n")
    assert len(lines) <= 2, ran.err
    assert lines[0].startswith("error: ")
    assert lines[0].rstrip().endswith((".", "…")), lines[0]
    assert "Traceback" not in ran.err
    assert "did not foresee" not in ran.err


def refused(run: Run, journal: Path, argv: list[str], code: int, stdin: str = "") -> str:
    """Run what must be refused, both in words and in JSON. Returns the words."""
    before = contents(journal)
    ran = run(*argv, stdin=stdin)
    one_sentence(ran, code)
    spoken = run(*argv, "--json", stdin=stdin)
    assert (spoken.code, spoken.out) == (code, "")
    said = json.loads(spoken.err)
    assert said["exit_code"] == code
    assert said["message"] == ran.err.split("\n")[0].removeprefix("error: ")
    assert spoken.err.isascii()
    assert contents(journal) == before
    assert not any(side.stat().st_size for side in journal.parent.glob("*-journal"))
    return ran.err


@pytest.mark.parametrize(
    ("what", "line"), [(what, line) for what, lines in UNKNOWN.items() for line in lines]
)
def test_a_name_nobody_has_is_refused_and_nothing_is_kept(
    what: str, line: str, run: Run, journal: Path
) -> None:
    letter = {"action": "a", "topic": "t", "feedback": "f", "win": "w"}.get(line.split(maxsplit=1)[0], "n")
    ref = f"{letter}99999"
    names = (ref, "zzzzz") if what == "ref" else ("zzzzz", "[/]", "C+++", "O'Brien", "x" * 300, "％", "*")
    for name in names:
        said = refused(run, journal, fill(line, name), 1)
        assert len(said.split("\n")[0]) < 300


@pytest.mark.parametrize("line", DATES)
def test_a_day_that_cannot_be_is_refused_and_nothing_is_kept(line: str, run: Run, journal: Path) -> None:
    for day in (
        "31feb",
        "2026-13-01",
        "03/04/2026",
        "10",
        "soonish",
        "99999999999",
        "[/]",
        "2026-02-30T25:00",
        "+",
    ):
        if day == "10" and "snooze" in line:
            continue
        refused(run, journal, fill(line, day), 1)


@pytest.mark.parametrize("line", EMPTY)
def test_empty_words_are_refused_and_nothing_is_kept(line: str, run: Run, journal: Path) -> None:
    for words in ("", "   ", "\n\t "):
        code = 2 if "--why" in line and not words.strip() else 1
        before = contents(journal)
        ran = run(*fill(line, words))
        assert ran.code in (1, code), ran
        one_sentence(ran, ran.code)
        assert contents(journal) == before


@pytest.mark.parametrize("line", USAGE)
def test_a_wrong_command_line_is_told_apart_from_a_wrong_value(line: str, run: Run, journal: Path) -> None:
    if line == "goal":
        assert run("goal").code == 0
        return
    before = contents(journal)
    ran = run(*line.split())
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err
    assert contents(journal) == before


@pytest.mark.parametrize("words", ODD[:7] + ODD[8:])
def test_any_words_are_kept_and_shown_as_they_were_typed(words: str, run: Run) -> None:
    made = {
        "note": run("log", words, "-q"),
        "topic": run("topic", "ana", words, "-q"),
        "action": run("action", "add", words, "-q"),
        "goal": run("goal", "add", words, "-q"),
        "win": run("win", "add", words, "-q"),
        "meeting": run("meet", "ana", "-n", words, "-q"),
    }
    field = {"goal": "title", "meeting": "notes"}
    for kind, ran in made.items():
        assert ran.code == 0, (kind, ran)
        shown = run("show", ran.out.strip(), "--json")
        told = json.loads(shown.out)
        assert (told["goal"] if kind == "goal" else told)[field.get(kind, "text")] == words
        assert words in run("show", ran.out.strip(), "--plain").out


@pytest.mark.parametrize(
    "query", [*ODD, '"', "AND", "NEAR(", "a*", "x" * 5000, "%", "\\", "-plan", "node.js", "会議"]
)
def test_any_query_is_searched_for_and_never_an_error(query: str, run: Run) -> None:
    for line in (["search", "--", query], ["search", "--in", "notes", "--", query]):
        ran = run(*line)
        assert ran.code == 0, ran
        assert "error" not in ran.err


def test_a_note_of_ten_megabytes_is_refused_in_one_sentence(run: Run, journal: Path) -> None:
    said = refused(run, journal, ["log", "-"], 1, stdin="ab cd " * 1_700_000)
    assert "5,000,000" in said


def test_a_nul_in_a_note_is_refused(run: Run, journal: Path) -> None:
    assert "NUL" in refused(run, journal, ["log", "-"], 1, stdin="before\0after")
    assert "NUL" in refused(run, journal, ["meet", "ana", "-"], 1, stdin="before\0after")


def test_a_lone_surrogate_in_an_argument_or_on_stdin_becomes_readable_text(run: Run) -> None:
    for ran in (run("log", "half \udcff pair", "-q"), run("log", "-", "-q", stdin="half \udcff pair")):
        assert ran.code == 0, ran
        text = json.loads(run("show", ran.out.strip(), "--json").out)["text"]
        assert text in ("half ? pair", "half \ufffd pair")


def test_bytes_that_are_not_utf_8_are_kept_as_far_as_they_can_be_and_it_is_said(
    journal: Path, home: Path
) -> None:
    ran = process("log", "-", home=home, env={"MENTORLOG_DB": str(journal)}, input=b"caf\xe9 noir")
    assert ran.returncode == 0, ran.stderr
    assert "not UTF-8" in ran.stderr.decode()
    shown = process("note", "list", "--limit", "1", home=home, env={"MENTORLOG_DB": str(journal)})
    assert "caf\ufffd noir" in shown.stdout.decode()


@pytest.mark.parametrize("name", ["Ana\x1b[31m", "Ana\x9b31m", "Ana\u202ejpg", "\u200bAna", "Ana\x07"])
def test_a_name_that_steers_a_terminal_is_refused(name: str, run: Run, journal: Path) -> None:
    for line in (["person", "add", name, "--role", "peer"], ["skill", "add", name], ["goal", "add", name]):
        said = refused(run, journal, line, 1)
        assert not any(ord(one) < 32 and one != "\n" for one in said)


def test_a_refusal_in_the_middle_of_a_write_keeps_nothing_of_it(run: Run, journal: Path) -> None:
    for line in (
        ["log", "words", "--with", "ana", "--skill", "zzzzz"],
        ["log", "words +zzzzz @ana"],
        ["meet", "ana", "-n", "words", "--action", "zzzzz: do it by fri"],
        ["done", "a57", "n99999"],
        ["rm", "n1", "n99999", "--yes"],
        ["action", "done", "a57", "g1"],
    ):
        before = contents(journal)
        ran = run(*line)
        if line[1] == "words +zzzzz @ana" and ran.code == 0:
            continue  # words that only look like a name may stay words
        assert ran.code in (1, 2), line
        assert contents(journal) == before, line


# The journal itself


def at(path: Path, home: Path, *argv: str, **how: object) -> Ran:
    ran = process(*argv, home=home, env={"MENTORLOG_DB": str(path)}, **how)
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.mark.parametrize(
    "argv", [["log", "words"], ["note"], ["dashboard"], ["search", "words"], ["show", "g1"]]
)
def test_a_journal_that_cannot_be_used_is_said_to_be_and_left_alone(
    argv: list[str], tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ana, " * 500)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE recipes (name)")
        db.commit()
    for place in (folder, letter, other):
        before = place.read_bytes() if place.is_file() else b""
        ran = run("--db", str(place), *argv)
        one_sentence(ran, 3)
        assert place.name in ran.err
        assert (place.read_bytes() if place.is_file() else b"") == before


def test_a_newer_journal_is_read_if_it_allows_that_and_never_written(run: Run, journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("UPDATE journal SET min_reader = 1, min_writer = 99")
        db.commit()
    before = contents(journal)
    assert run("note", "list").code == 0
    one_sentence(run("log", "words"), 3)
    with closing(sqlite3.connect(journal)) as db:
        db.execute("UPDATE journal SET min_reader = 99")
        db.commit()
    changed = contents(journal)
    assert changed != before
    one_sentence(run("note", "list"), 3)
    assert contents(journal) == changed


def test_a_locked_journal_is_waited_for_and_then_named(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.store.connect.WAIT", 0.05)
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for line in (["log", "words"], ["note", "list"]):
            ran = run(*line)
            one_sentence(ran, 3)
            assert str(journal) in ran.err
    assert run("log", "words").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the owner of everything may write anywhere")
def test_a_journal_in_a_place_that_cannot_be_written_can_be_read(run: Run, journal: Path) -> None:
    journal.chmod(0o400)
    journal.parent.chmod(0o500)
    try:
        assert run("note", "list").code == 0
        one_sentence(run("log", "words"), 3)
    finally:
        journal.parent.chmod(0o700)


def test_a_write_that_sqlite_calls_read_only_is_said_plainly(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mentorlog.store import connect

    real = connect.connect

    def connect_for_reading(path: Path) -> sqlite3.Connection:
        real(path).close()
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(connect, "connect", connect_for_reading)
    assert run("note", "list").code == 0
    ran = run("log", "words")
    one_sentence(ran, 3)
    assert "read-only" in ran.err


def test_a_full_disk_loses_nothing_and_is_named(journal: Path, home: Path) -> None:
    resource = pytest.importorskip("resource")
    most = journal.stat().st_size + 4096

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    before = contents(journal)
    ran = at(journal, home, "log", "-", input=b"words " * 50_000, preexec_fn=limit)
    assert ran.code == 3, ran
    assert ran.err.startswith("error: ")
    assert "Traceback" not in ran.err
    with closing(sqlite3.connect(journal)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert contents(journal) == before
    assert at(journal, home, "note", "list").code == 0


def test_a_reader_who_leaves_early_is_no_error(journal: Path, home: Path) -> None:
    line = f"{sys.executable} -c '{START}' timeline --json | head -c 1"
    env = surroundings(home, MENTORLOG_DB=str(journal))
    ran = subprocess.run(["bash", "-o", "pipefail", "-c", line], env=env, capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"{", b"")


def test_closed_streams_are_no_crash(journal: Path, home: Path) -> None:
    env = surroundings(home, MENTORLOG_DB=str(journal))
    for line, code in (
        ("log - <&-", 1),
        ("note list >&-", 0),
        ("show zzzzz 2>&-", 1),
        ("log words <&- >&- 2>&-", 0),
    ):
        ran = subprocess.run(
            ["bash", "-c", f"{sys.executable} -c '{START}' {line}"], env=env, capture_output=True, timeout=60
        )
        assert ran.returncode == code, (line, ran.stderr)
        assert b"Traceback" not in ran.stderr, (line, ran.stderr)
        assert b"foresee" not in ran.stderr, (line, ran.stderr)


def test_an_interrupted_question_ends_with_130_and_keeps_nothing(journal: Path, home: Path) -> None:
    pty = pytest.importorskip("pty")
    before = contents(journal)
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        os.execve(
            sys.executable,
            [sys.executable, "-c", START, "log"],
            surroundings(home, MENTORLOG_DB=str(journal)),
        )
    seen = b""
    while b">" not in seen:
        seen += os.read(terminal, 1024)
    os.write(terminal, b"half a tho\x03")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            seen += os.read(terminal, 1024)
        except OSError:
            break
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 130
    assert b"Stopped; nothing was kept." in seen
    assert b"Traceback" not in seen
    assert contents(journal) == before


def test_a_fault_of_the_program_is_one_sentence_without_anybodys_words(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("SECRETWORDS")

    monkeypatch.setattr("mentorlog.store.records.Records.add", fail)
    before = contents(journal)
    ran = run("log", "words")
    assert (ran.code, ran.out) == (1, "")
    assert "RuntimeError" in ran.err
    assert "SECRETWORDS" not in ran.err
    assert "Traceback" not in ran.err
    assert contents(journal) == before


def test_a_settings_file_that_cannot_be_read_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("MENTORLOG_CONFIG", str(file))
    for text in (b"theme = ", b"theme = 'pink'", b"\xff\xfe", b"\0"):
        file.write_bytes(text)
        ran = run("log", "words")
        one_sentence(ran, 1)
        assert "config.toml" in ran.err
        changed = run("config", "set", "name", "Sam")
        assert changed.code in (0, 1)
        assert "foresee" not in changed.err


def test_a_copy_of_the_journal_is_as_good_as_the_journal(run: Run, journal: Path, tmp_path: Path) -> None:
    copy = tmp_path / "it's [a] “copy” #1?.db"
    shutil.copy(journal, copy)
    assert run("--db", str(copy), "log", "words").code == 0
    assert run("--db", str(copy), "note", "list").code == 0
