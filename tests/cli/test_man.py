"""The manual page says what the help says, in roff that no reader complains about."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from mentorlog.cli.man import VARIABLES
from mentorlog.formats.roff import Entry, Part, escaped, page
from tests.program import carry_out
from tests.test_help import COMMANDS
from tests.test_layers import FILES

READERS = {
    "mandoc": ["mandoc", "-Tlint", "-W", "warning"],
    "groff": ["groff", "-man", "-Tutf8", "-ww", "-z"],
}
NASTY = ".TH \\n[x] 'quoted' \"more\" -- ~^` “ü” \\\\"


def manual(*words: str) -> str:
    """The page as `mentorlog man` prints it."""
    ran = carry_out("man", *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def read(reader: str, text: str) -> subprocess.CompletedProcess[bytes]:
    """What a reader of manuals says to it; skipped where it is not installed."""
    if shutil.which(READERS[reader][0]) is None:
        pytest.skip(f"{reader} is not installed")
    return subprocess.run(READERS[reader], input=text.encode(), capture_output=True, timeout=60)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", [(), ("goal",), ("prep",), ("meet",), ("goal", "add")], ids=" ".join)
def test_no_reader_of_manuals_complains(reader: str, words: tuple[str, ...]) -> None:
    said = read(reader, manual(*words))
    assert (said.returncode, said.stdout + said.stderr) == (0, b"")


@pytest.mark.parametrize("reader", READERS)
def test_no_words_can_give_orders_to_the_reader(reader: str) -> None:
    entry = Entry(
        name=NASTY, usage=NASTY, sentence=NASTY, examples=(NASTY,), prose=(NASTY,), takes=((NASTY, NASTY),)
    )
    part = Part(
        heading=NASTY, prose=(NASTY, NASTY), pairs=((NASTY, NASTY),), lines=(NASTY,), entries=(entry,)
    )
    said = read(reader, page("x", "2026-05-04", "x 1", [part]))
    assert (said.returncode, said.stdout + said.stderr) == (0, b"")


def test_what_was_escaped_is_read_as_it_was() -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    text = page("x", "2026-05-04", "x 1", [Part(heading="A", lines=(NASTY,))])
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-P-c"], input=text.encode(), capture_output=True, timeout=60
    )
    assert NASTY in re.sub(".\b", "", ran.stdout.decode())


def test_nothing_but_our_own_requests_begins_a_line() -> None:
    orders = {line.split()[0] for line in manual().splitlines() if line.startswith((".", "'"))}
    assert orders == {".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi", ".RS", ".RE"}
    assert manual().isascii()


def test_the_page_holds_every_command_and_how_it_ends() -> None:
    text = manual()
    hidden = {"dashboard", "tag", "untag"}
    missing = [
        words
        for words in COMMANDS
        if words[0] not in hidden and f'"mentorlog {escaped(" ".join(words))}"' not in text
    ]
    assert missing == []
    for heading in ("NAME", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES"):
        assert f'.SH "{heading}"' in text


def test_one_command_is_told_alone_with_its_examples_and_options() -> None:
    text = manual("goal", "add")
    assert text.startswith(".TH MENTORLOG\\-GOAL\\-ADD 1 ")
    assert text.count(".SS") == 1
    assert escaped("mentorlog goal add") in text
    assert escaped("--done-when TEXT") in text


def test_every_variable_of_ours_is_told_of() -> None:
    told = " ".join(name for name, _ in VARIABLES)
    named = {
        one
        for path in FILES
        for one in re.findall(r"MENTORLOG_[A-Z_]+[A-Z]", path.read_text(encoding="utf-8"))
    }
    assert {one for one in named if one not in told} == set()


def test_a_command_that_is_none_is_refused() -> None:
    ran = carry_out("man", "nothing")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing" in ran.err
