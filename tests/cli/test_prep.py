"""`prep`: what it shows me, what it hands to the other person, and what never leaves."""

from __future__ import annotations

import json
import stat
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.store.connect import open_for_writing
from tests.cli.conftest import Run

PRIVATE, THIRD = "PRIVATECANARY", "THIRDCANARY"


@pytest.fixture
def story(sam: Run) -> Run:
    """Ana and I talked two weeks ago; since then much happened, some of it private, some of it with Bo or Raj."""
    for argv in (
        ("meet", "ana", "--on", "-2w", "-n", "Agreed on python before java.", "--private-note", PRIVATE),
        ("topic", "ana", "Is a lateral move a step back?"),
        ("topic", "ana", "--private", f"Ask about {PRIVATE}"),
        ("topic", "bo", f"For Bo {THIRD}"),
        ("action", "add", "Draft the CV", "--with", "ana", "--by", "yesterday"),
        ("action", "add", f"Chase {PRIVATE}", "--with", "ana", "--private"),
        ("action", "add", f"Help Bo {THIRD}", "--with", "bo"),
        ("goal", "add", "Move to backend", "--with", "ana"),
        ("goal", "add", f"Hidden {PRIVATE}", "--with", "ana", "--private"),
        ("goal", "add", f"Bo learns {THIRD}", "--with", "bo"),
        ("win", "add", "Cut p99 on orders"),
        ("win", "add", f"Kept quiet {PRIVATE}", "--private"),
        ("win", "add", f"Bo restored it @bo {THIRD}"),
        ("log", f"Felt small. {PRIVATE}", "--private", "--with", "ana"),
        ("log", f"Bo asked {THIRD}", "--with", "bo"),
        ("feedback", "add", "--to", "bo", "-s", THIRD, "-b", "x", "-i", "y", "--growth"),
        ("feedback", "add", "--to", "ana", "-s", "OWEDCANARY", "-b", "x", "-i", "y", "--praise"),
        ("feedback", "add", "--from", "raj", "-s", "RAJCANARY", "-b", "x", "-i", "y", "--growth"),
        ("meet", "bo", "-n", f"With Bo: {THIRD}"),
    ):
        made = sam(*argv)
        assert made.code == 0, (argv, made.err)
    return sam


FORMS = (
    ("prep", "ana"),
    ("prep", "ana", "--agenda", "45m"),
    ("prep", "ana", "--since", "2020-01-01"),
    ("prep", "ana", "--json"),
    ("prep", "ana", "--format", "json"),
    ("prep", "ana", "--format", "md"),
    ("prep", "ana", "--format", "md", "--agenda", "45m", "--since", "2020-01-01"),
)


@pytest.mark.parametrize("argv", FORMS, ids=" ".join)
def test_no_private_word_and_no_word_about_a_third_person_is_on_any_page(
    story: Run, argv: tuple[str, ...]
) -> None:
    for tty in (False, True):
        said = story(*argv, tty=tty)
        assert said.code == 0, said.err
        assert PRIVATE not in said.out + said.err
        assert THIRD not in said.out + said.err
        assert "Draft the CV" in said.out
        assert "Cut p99 on orders" in said.out


def test_with_private_my_own_words_are_on_the_screen(story: Run) -> None:
    said = story("prep", "ana", "--private")
    assert said.out.count(PRIVATE) >= 6
    assert "For my eyes only:" in said.out
    assert THIRD not in said.out
    assert story("prep", "ana", "--private", "--json").out.count(PRIVATE) >= 6


def test_what_others_told_me_of_my_work_is_for_me_and_not_on_the_page_to_share(story: Run) -> None:
    assert "RAJCANARY" in story("prep", "ana").out
    shared = story("prep", "ana", "--format", "md").out
    assert "RAJCANARY" not in shared
    assert "Raj" not in shared


def test_what_i_owe_somebody_is_not_told_by_the_page_before_i_do(story: Run) -> None:
    assert "OWEDCANARY" in story("prep", "ana").out
    assert "OWEDCANARY" not in story("prep", "ana", "--format", "md").out


def test_the_page_to_share_never_hints_at_what_is_not_in_it(story: Run) -> None:
    said = story("prep", "ana", "--format", "md")
    for word in ("private", "hidden", "left out", "touched", "mentorlog"):
        assert word not in said.out.lower()
    assert said.err.startswith("Left out: ")
    assert "private topic" in said.err


def test_the_page_to_share_says_my_name(story: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "- [ ] I: Draft the CV" in story("prep", "ana", "--format", "md").out
    monkeypatch.setenv("MENTORLOG_NAME", "Sam Rivera")
    text = story("prep", "ana", "--format", "md").out
    assert text.startswith("# Ana Ruiz and Sam Rivera\n")
    assert "- [ ] Sam Rivera: Draft the CV" in text


def test_a_file_is_markdown_for_its_owner_only_and_never_replaces_another(story: Run, tmp_path: Path) -> None:
    file = tmp_path / "ana.md"
    said = story("prep", "ana", "--out", str(file))
    assert said.code == 0
    assert said.out.startswith(f"wrote {file} (")
    assert file.read_text(encoding="utf-8") == story("prep", "ana", "--format", "md").out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = story("prep", "ana", "--out", str(file))
    assert (again.code, again.out) == (1, "")
    assert "is there already" in again.err
    assert story("prep", "ana", "--out", str(file), "--force").code == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_in_another_form_holds_what_the_screen_shows(story: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / "ana"
    assert story("prep", "ana", "--format", form, "--out", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == story("prep", "ana", "--format", form).out


@pytest.mark.parametrize("more", [("--format", "md"), ("--out", "x.md"), ("--out", "-")])
def test_private_text_stays_on_the_screen(story: Run, more: tuple[str, ...]) -> None:
    said = story("prep", "ana", "--private", *more)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: Private text stays on the screen.\n")


def test_the_json_page_has_refs_days_and_promises(story: Run) -> None:
    page = json.loads(story("prep", "ana", "--json").out)
    assert page["schema"] == "mentorlog/prep/1"
    assert page["person"]["handle"] == "ana"
    assert page["last"]["day"] == "2026-04-20"
    assert {"Draft the CV"} <= {one["text"] for one in page["promises"]}
    assert all(one["ref"].startswith("t") for one in page["topics"])
    assert page["kept"] == []


def test_a_conversation_of_today_that_was_planned_is_still_ahead(sam: Run, journal: Path) -> None:
    assert sam("meet", "ana", "--on", "-2w", "-n", "Before.", "--next", "today").code == 0
    with closing(open_for_writing(journal)) as db:
        db.execute("UPDATE meeting SET created_at = '2026-04-20T10:00:00.000Z' WHERE day = '2026-05-04'")
    page = json.loads(sam("prep", "ana", "--json").out)
    assert (page["planned"]["day"], page["last"]["day"]) == ("2026-05-04", "2026-04-20")
    assert sam("meet", "ana", "-n", "Talked.").code == 0
    page = json.loads(sam("prep", "ana", "--json").out)
    assert page["last"]["notes"] == "Talked."


def test_what_is_not_our_thing_is_not_asked(sam: Run) -> None:
    asked = json.loads(sam("prep", "bo", "--json").out)["ask"]
    assert sam("prep", "bo").out.count("Ask: ") == 1
    assert sam("mentorship", "coverage", "bo", "--not-our-thing", asked["kind"]).code == 0
    after = json.loads(sam("prep", "bo", "--json").out)["ask"]
    assert after["kind"] != asked["kind"]
    assert after["kind"] == asked["others"][0]


def test_a_paused_mentorship_says_until_when(sam: Run, journal: Path) -> None:
    with closing(open_for_writing(journal)) as db:
        db.execute("UPDATE mentorship SET paused_until = '2027-03-01' WHERE person_id = 2")
    said = sam("prep", "bo").out
    assert said.startswith("1:1 with Bo Lind: paused until 1 Mar 2027\n")
    assert "Ask: " not in said


def test_the_first_conversation_with_somebody_has_a_page_too(run: Run) -> None:
    assert run("person", "add", "Kim Lee", "--role", "mentor", "--every", "2w").code == 0
    said = run("prep", "kim")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "1:1 with Kim Lee: first conversation, due in 14 days, 18 May\n"
        "I am the mentee · every 2 weeks\n"
        "Last time: no conversation on record yet\n"
        'Nothing is parked yet.\tmentorlog topic kim "…"\n'
        "Ask: “What should I be able to do a year from now?”\n"
        "A good place to begin: goals.\tmentorlog mentorship coverage kim --not-our-thing goals\n"
        "mentorlog meet kim\n"
    )


def test_a_private_person_needs_private(sam: Run) -> None:
    assert sam("person", "add", "Zoe Hart", "--role", "peer", "--private").code == 0
    said = sam("prep", "zoe")
    assert (said.code, said.out) == (1, "")
    assert "Hart" not in said.err
    assert sam("prep", "zoe", "--private").code == 0


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("prep",), 2, "Missing argument"),
        (("prep", "nobody"), 1, "There is no person “nobody”."),
        (("prep", "ana", "--since", "tomorrow"), 1, "is still ahead"),
        (("prep", "ana", "--agenda", "long"), 1, "I cannot read the length “long”."),
        (("prep", "ana", "--format", "pdf"), 2, "pdf"),
        (("prep", "ana", "--out", "no/such/folder/x.md"), 1, "There is no folder"),
    ],
)
def test_a_wrong_use_is_one_sentence(sam: Run, argv: tuple[str, ...], code: int, said: str) -> None:
    ran = sam(*argv)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
