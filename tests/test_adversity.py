"""The machine around the program misbehaves: streams, locale, clock, home, settings, and a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mentorlog.errors import Unreadable
from tests.conftest import Run
from tests.program import NOW, START, process, surroundings

BARE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, signals and locales of Linux")


@LINUX
@pytest.mark.parametrize("env", [BARE, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}], ids=str)
def test_words_survive_a_bare_locale_and_json_stays_json(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    def said(*argv: str, **how: object) -> bytes:
        return process("--db", str(tmp_path / "j.db"), *argv, home=home, env=env, **how).stdout

    said("log", "café 日本 🙂")
    said("log", "-", input="naïve ☕\n".encode())
    listed = [one["text"] for one in json.loads(said("note", "list", "--json"))["items"]]
    exported = [one["text"] for one in json.loads(said("export", "all"))["records"]["note"]]
    assert sorted(listed) == sorted(exported) == ["café 日本 🙂", "naïve ☕"]


@LINUX
def test_an_answer_that_cannot_be_written_is_told_and_what_was_done_is_said(
    home: Path, tmp_path: Path
) -> None:
    env = surroundings(home, MENTORLOG_DB=str(tmp_path / "j.db"))

    def bash(line: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["bash", "-c", f"{sys.executable} -c '{START}' {line}"], env=env, capture_output=True
        )

    ran = bash("log words > /dev/full")
    assert ran.returncode == 3
    assert b"could not be written" in ran.stderr
    assert b"What was asked is done" in ran.stderr
    assert b"words" in bash("note list").stdout
    ran = bash("note list > /dev/full")
    assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
    for line in ("show zz 2> /dev/full", "show zz --json 2> /dev/full", "show zz > /dev/full 2> /dev/full"):
        assert (bash(line).returncode, bash(line).stderr) == (1, b"")
    assert bash("log more 2> /dev/full").returncode == 0


@LINUX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_who_is_ended_in_the_middle_leaves_nothing_half_made_that_stays(
    number: int, home: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "j.db"
    assert process("--db", str(journal), "demo", "--into", str(journal), home=home).returncode == 0
    for wait in (0.1, 0.15, 0.2, 0.3):
        running = subprocess.Popen(
            [sys.executable, "-m", "mentorlog", "--db", str(journal), "backup"],
            env=surroundings(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(0.05 + wait)
        running.send_signal(number)
        _, told = running.communicate(timeout=30)
        assert (
            b"Traceback" not in told or b"mentorlog" not in told
        )  # Python itself may still have been starting
        assert running.returncode in (0, 130, -number, 1, 3)  # 3: SQLite itself was interrupted
    # A signal in the very moment of tidying up may leave a part; the next copy takes it away once it is old.
    for left in tmp_path.rglob(".*.part*"):
        os.utime(left, (time.time() - 7200,) * 2)
    assert process("--db", str(journal), "backup", home=home).returncode == 0
    assert list(tmp_path.rglob(".*.part*")) == []


@pytest.mark.parametrize(
    "line",
    [
        "log words --with nobody",
        "log words --goal g9",
        "skill rate nothing 3",
        "action done a1",
        "win add words --goal g1",
        "topic nobody words",
        "tag n1 word",
        "log -e",
        "restore-backup /etc/passwd --yes",
    ],
)
def test_a_refused_first_write_leaves_no_file_and_no_folder(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    assert run("--db", str(tmp_path / "a" / "b" / "j.db"), *line.split()).code in (1, 2, 3)
    assert not (tmp_path / "a").exists()


def test_ten_programs_may_begin_one_journal_together(home: Path, tmp_path: Path) -> None:
    journal = tmp_path / "new" / "j.db"
    argv = [sys.executable, "-c", START, "--db", str(journal), "log"]
    running = [
        subprocess.Popen([*argv, f"n{one}"], env=surroundings(home), stdout=subprocess.DEVNULL)
        for one in range(10)
    ]
    assert [one.wait(60) for one in running] == [0] * 10
    assert process("--db", str(journal), "note", "list", home=home).stdout.count(b"\n") == 10


@pytest.mark.parametrize("year", [1, 1899, 2201, 9999])
def test_with_a_clock_that_cannot_be_nothing_is_kept(year: int, run: Run, tmp_path: Path) -> None:
    ran = run("--db", str(tmp_path / "new" / "j.db"), "log", "words", now=NOW.replace(year=year))
    assert ran.code == 1
    assert ran.err.startswith(f"error: The clock of this machine says {year:04}-11-23; nothing was kept.")
    assert list(tmp_path.glob("new")) == []


@LINUX
@pytest.mark.parametrize(
    "zone", ["UTC+99", "XXX25YYY,M3.2.0,M11.1.0", "\x1b[31m", "../../etc/passwd", "Nonsense/Zone"]
)
def test_a_time_zone_that_cannot_be_is_no_crash(zone: str, home: Path, tmp_path: Path) -> None:
    ran = process("--db", str(tmp_path / "j.db"), "log", "words", home=home, env={"TZ": zone})
    assert ran.returncode in (0, 1)
    assert b"Traceback" not in ran.stderr
    assert b"foresee" not in ran.stderr


@pytest.mark.parametrize(
    "line", ["--db ~nobody-here/j.db log words", "import ~nobody-here/x", "backup --out ~nobody-here"]
)
def test_a_home_folder_nobody_has_is_named(line: str, run: Run) -> None:
    ran = run(*line.split())
    assert (ran.code, ran.out) == (1, "")
    assert "I cannot find the home folder in ~nobody-here" in ran.err


@pytest.mark.parametrize(
    ("text", "code"),
    [('name = "a"', 0), ('"name" = "a"', 1), ('editor = """\nname = 1\n"""', 1), ("a." * 9000, 1)],
)
def test_a_setting_is_set_or_the_file_stays_as_it_was(
    text: str, code: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("MENTORLOG_CONFIG", str(file))
    assert run("config", "set", "name", "Sam").code == code
    assert (file.read_text(encoding="utf-8") == text) == bool(code)
    assert list(tmp_path.glob(".config*")) == []


@LINUX
def test_settings_that_cannot_be_written_leave_no_part_behind(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    line = f"ulimit -f 0; exec {sys.executable} -c '{START}' config set name Sam"
    env = surroundings(home, MENTORLOG_CONFIG=str(file))
    ran = subprocess.run(["bash", "-c", line], env=env, capture_output=True)
    assert ran.returncode == 3, ran.stderr
    assert list(tmp_path.iterdir()) == [] or file not in tmp_path.iterdir()
    assert list(tmp_path.glob(".config*")) == []


@LINUX
def test_input_without_an_end_is_refused(home: Path, tmp_path: Path) -> None:
    for argv in (("log", "-"), ("meet", "ana", "-")):
        with open("/dev/zero", "rb") as endless:
            ran = process("--db", str(tmp_path / "j.db"), *argv, home=home, stdin=endless)
        assert ran.returncode == 1
        assert b"foresee" not in ran.stderr


def test_copies_that_were_never_finished_are_swept_away(run: Run, journal: Path) -> None:
    import os

    assert run("backup").code == 0
    folder = next(one for one in journal.parent.iterdir() if one.name.endswith("backups"))
    old, new = (folder / f".{os.getpid()}-{name}.part" for name in ("0000aaaa", "0000bbbb"))
    for one, age in ((old, timedelta(hours=2)), (new, timedelta())):
        one.write_bytes(b"x")
        at: datetime = NOW - age
        os.utime(one, (at.timestamp(), at.timestamp()))
    assert run("backup").code == 0
    assert (old.exists(), new.exists()) == (False, True)


def test_a_home_that_cannot_be_found_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    from mentorlog.places import named

    monkeypatch.setattr(Path, "expanduser", lost)
    with pytest.raises(Unreadable, match="I cannot find the home folder"):
        named("~/x")
