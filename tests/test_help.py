"""Help teaches: it opens with a sentence, shows examples, and every example works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorlog.cli.app import EVERYWHERE, Root, Verbs
from mentorlog.cli.index import ENTRIES
from tests.conftest import Run

SENTENCE = re.compile(r"[A-Z][^\n]{6,}\.$")
EXAMPLE = re.compile(r"^\s*\$ (.+)$", re.MULTILINE)


def every_command() -> Iterator[tuple[str, ...]]:
    """Every command line without its arguments: `("log",)`, `("goal", "add")`."""
    root = Root()
    for name in ENTRIES:
        found = root.get_command(None, name)
        if isinstance(found, Verbs):
            yield from ((name, verb) for verb in found.noun.verbs)
        else:
            yield (name,)


def help_of(words: tuple[str, ...]) -> str:
    """A command's own words of help."""
    found = Root().get_command(None, words[0])
    if isinstance(found, Verbs):
        found = found.get_command(None, words[1])
    return found.help or ""


COMMANDS = list(every_command())
TYPED = ("lock", "unlock", "key rotate", "key paper")
"""Commands that ask for a passphrase."""
EXAMPLES = [(" ".join(words), line) for words in COMMANDS for line in EXAMPLE.findall(help_of(words))]


def test_the_help_of_the_whole_fits_one_screen_and_names_every_command(run: Run) -> None:
    for word in ("--help", "-h"):
        ran = run(word)
        lines = ran.out.rstrip("\n").split("\n")
        assert (ran.code, ran.err) == (0, "")
        assert len(lines) <= 45
        assert max(map(len, lines)) <= 80
    named = set(" ".join(re.findall(r"^  ([a-z -]+) ", ran.out, re.MULTILINE)).split())
    hidden = {"dashboard", "tag", "untag"}
    assert ENTRIES.keys() - hidden <= named


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_explains_itself_with_one_to_three_examples_of_its_own(
    words: tuple[str, ...], run: Run
) -> None:
    ran = run(*words, "-h")
    assert (ran.code, ran.err) == (0, "")
    assert SENTENCE.match(ran.out.split("\n")[0]), ran.out.split("\n")[0]
    examples = EXAMPLE.findall(help_of(words))
    assert 1 <= len(examples) <= 3
    assert f"mentorlog {' '.join(words)}" in ran.out or f"mentorlog {words[0]}" in ran.out
    assert max(map(len, ran.out.split("\n"))) <= 120
    for names, *_ in EVERYWHERE:
        assert names[0] in ran.out


def test_help_is_the_same_by_both_names(run: Run) -> None:
    for words in (("log",), ("goal", "add"), ("goal",), ("edit",)):
        assert run(*words, "--help").out == run(*words, "-h").out


@pytest.mark.parametrize(("command", "line"), EXAMPLES, ids=[line[:60] for _, line in EXAMPLES])
def test_an_example_works_on_the_sample_journal(
    command: str, line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    prepare(run, command, place)
    words = shlex.split(line, comments=True)
    stdin = ""
    if "|" in words:
        cut = words.index("|")
        assert words[0] == "echo", "an example pipes what anybody can type"
        stdin, words = " ".join(words[1:cut]) + "\n", words[cut + 1 :]
    assert words[0] == "mentorlog", line
    ran = run(*words[1:], stdin=stdin)
    if command in TYPED:
        assert ran.code == 1, "what only a person can type is tried in test_lock and test_key"
        return
    assert ran.code == 0, f"{line}\n{ran.err}"


def prepare(run: Run, command: str, place: Path) -> None:
    """What must have happened before an example makes sense."""
    removed = {"restore": "n1"}
    if command.endswith("restore") and command != "restore":
        removed["restore"] = re.findall(r"restore (\S+)", help_of(tuple(command.split())))[0]
    if command.endswith("restore"):
        assert run("rm", removed["restore"], "--yes").code == 0
    if command == "mentorship resume":
        assert run("mentorship", "pause", "bo", "--until", "6w").code == 0
    if command in ("backup drill", "restore-backup"):
        assert run("backup", "make").code == 0
    if command.startswith("career "):
        prepare_career(run, command, place)
    if command == "import":
        assert run("export", "all", "--out", "journal.json").code == 0


def prepare_career(run: Run, command: str, place: Path) -> None:
    """Files to import, the smallest of their kinds, and one pack to take away."""
    for name, text in (
        (
            "db_30_0_text/Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription\n99-0001.00\tTesters\tTest.\n",
        ),
        ("ESCO/occupations_en.csv", "conceptUri,preferredLabel\nu1,tester\n"),
        ("ESCO/skills_en.csv", "conceptUri,preferredLabel\ns1,testing\n"),
        ("ESCO/occupationSkillRelations.csv", "occupationUri,relationType,skillUri\nu1,essential,s1\n"),
        ("ladder.csv", "role,level_label,skill,level,weight\nTester,L1,Testing,2,2\n"),
    ):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text)
    assert run("career", "import", "ladder", "ladder.csv", "--as", "northwind").code == 0
    if command == "career export":
        (place / "ladder.csv").unlink()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(["lgo"], "log"), (["golas"], "goal"), (["goal", "updat"], "update"), (["tiemline"], "timeline")],
)
def test_an_unknown_command_is_answered_with_the_nearest_one(typed: list[str], meant: str, run: Run) -> None:
    ran = run(*typed)
    assert (ran.code, ran.out) == (2, "")
    assert meant in ran.err


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_works_everywhere_stands_before_or_after(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    everywhere = [
        "--db",
        str(tmp_path / "other.db"),
        "-q",
        "--plain",
        "--ascii",
        "--color",
        "never",
        "--no-input",
    ]
    for line in ([*everywhere, *words, "--help"], [*words, *everywhere, "--help"]):
        ran = run(*line)
        assert (ran.code, ran.err) == (0, "")
        assert "$ mentorlog" in ran.out
