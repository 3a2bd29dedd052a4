"""What every command gives with --json fits what `schema` says of that command, to the last key."""

from __future__ import annotations

import json
import shlex
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mentorlog.cli.schema import command_of
from mentorlog.formats.schemas.every import of_command
from tests.program import carry_out
from tests.surface import READS
from tests.test_help import COMMANDS, EXAMPLES
from tests.validator import faults

DOCUMENTS = (
    "career export",
    "export csv",
    "export ics",
    "export vcard",
    "export all --format jsonl",
    "export all --format jrnl",
)
"""What stays a document on stdout, whatever is asked for."""
SPEECHLESS = {"key paper", "completion", "man"}
"""Commands without an answer for programs."""
ABOUT_ITSELF = ("schema goal", "completion", "man")
LATER = (
    "restore",
    "career import",
    "career remove",
    "mentorship resume",
    "import",
    "lock",
    "unlock",
    "key",
    "backup drill",
)
"""Examples that need something to have happened; what they give is that of others."""


@pytest.fixture
def place(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample journal, in a folder where files may be written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    return Path(shutil.copy(sample, tmp_path / "journal.db"))


def answers(*words: str, stdin: str = "") -> list[dict[str, Any]]:
    """Every object that a command line gives with --json."""
    ran = carry_out(*words, "--json", stdin=stdin)
    assert ran.code == 0, ran.err
    found, left, reader = [], ran.out.strip(), json.JSONDecoder()
    while left:
        one, end = reader.raw_decode(left)
        found.append(one)
        left = left[end:].strip()
    return found


schema_of = cache(of_command)


def fitting(command: str, objects: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the answers of a command."""
    schema = schema_of(command)
    assert schema is not None, command
    return [one for each in objects for one in faults(each, schema)]


def test_every_command_that_reads_gives_what_its_schema_says(place: Path) -> None:
    wrong = {}
    for line in READS:
        if line.startswith((*DOCUMENTS, *ABOUT_ITSELF)) and "--dry-run" not in line:
            continue
        words = line.split()
        command = command_of(words[:2]) or command_of(words[:1])
        if found := fitting(command, answers(*words)):
            wrong[line] = found[:3]
    assert wrong == {}


FIRST = dict(reversed(EXAMPLES))
WRITES = sorted(
    command
    for command in FIRST
    if not any(
        command == one or command.endswith(f" {one}") or command.startswith(f"{one} ") for one in LATER
    )
    and not any(line.startswith(command) for line in READS)
    and command not in (*SPEECHLESS, "schema", "demo", "undo")
)


def test_every_command_that_writes_gives_what_its_schema_says(place: Path, sample: Path) -> None:
    """The first example of each command, each on the sample journal; the files of the others stay."""
    wrong = {}
    for command in WRITES:
        words = shlex.split(FIRST[command], comments=True)
        shutil.copy(sample, place)
        if "|" not in words and (found := fitting(command, answers(*words[1:]))):
            wrong[command] = found[:3]
    assert wrong == {}
    assert len(WRITES) > 60


@pytest.mark.parametrize(
    "line",
    [
        'log "For my eyes" --private',
        'topic add bo "Not for the screen" --private',
        "rm n2 w1 --yes",
        "done a57 t19 --on yesterday",
        "show ana --at today",
        "show m1 --private",
        "career plan backend-developer --pick 1,2 --yes",
        "history --limit 2",
    ],
)
def test_an_answer_of_another_form_fits_too(line: str, place: Path) -> None:
    words = shlex.split(line)
    command = command_of(words[:2]) or command_of(words[:1])
    assert fitting(command, answers(*words)) == []


def test_every_command_has_a_schema_or_says_that_it_has_none(place: Path) -> None:
    without = {" ".join(words) for words in COMMANDS if of_command(" ".join(words)) is None}
    assert without == SPEECHLESS
    for command in without:
        ran = carry_out("schema", *command.split())
        assert (ran.code, ran.out) == (1, "")
        assert f"mentorlog {command} gives no JSON" in ran.err


def test_an_error_is_of_the_form_it_says(place: Path) -> None:
    schema = json.loads(carry_out("schema", "errors").out)
    for line in (("show", "g999"), ("goal", "close", "g1"), ("nothing",), ("log", "x", "--on", "someday")):
        ran = carry_out(*line, "--json")
        assert ran.code in (1, 2)
        assert list(faults(json.loads(ran.err), schema)) == []


def test_schema_prints_one_document_by_command_or_by_name(place: Path) -> None:
    by_command = json.loads(carry_out("schema", "goal").out)
    assert by_command == json.loads(carry_out("schema", "goal", "list").out)
    assert by_command == json.loads(carry_out("schema", "goal list", "--json").out)
    assert by_command["$schema"].endswith("2020-12/schema")
    named = json.loads(carry_out("schema", "mentorlog/goal-list/1").out)
    assert named["properties"] == by_command["properties"]


def test_schema_alone_lists_every_name_with_who_gives_it(place: Path) -> None:
    rows = dict(line.split("\t") for line in carry_out("schema").out.splitlines())
    assert rows["mentorlog/goal-list/1"] == "goal list"
    assert "log" in rows["mentorlog/note/1"].split(", ")
    assert len(rows) > 70


def test_schema_needs_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "none" / "journal.db"))
    assert carry_out("schema", "prep").code == 0
    assert not (tmp_path / "none").exists()


def test_an_unknown_name_is_answered_with_the_nearest(place: Path) -> None:
    ran = carry_out("schema", "goal-lst")
    assert (ran.code, ran.out) == (1, "")
    assert "goal-list" in ran.err
