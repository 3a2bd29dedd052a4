"""On a terminal, a name nobody has is an offer to make it."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_an_unknown_person_is_offered_and_the_command_goes_on(run: Run) -> None:
    made = run("log", "Talked about indexes", "--with", "zed", stdin="y\n", tty=True)
    assert made.code == 0
    assert made.err.startswith("There is no person “zed”. Make a new person of that name? [y/N] ")
    assert made.out.splitlines() == ["p1    zed (zed) · contact", "n1    note · today · with zed · shared"]


def test_enter_declines_and_nothing_is_kept(run: Run) -> None:
    declined = run("log", "Talked", "--with", "zed", stdin="\n", tty=True)
    assert declined.code == 1
    assert run("note", "list", "--json").out.count('"ref"') == 0


def test_a_pipe_is_never_asked_and_a_reading_command_neither(run: Run) -> None:
    piped = run("log", "Talked", "--with", "zed")
    assert (piped.code, piped.out) == (1, "")
    assert piped.err.splitlines()[-1] == '       mentorlog person add "zed" --role contact'
    assert "[y/N]" not in run("note", "list", "--with", "zed", stdin="y\n", tty=True).err
