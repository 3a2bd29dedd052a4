"""`mentorship`: begun, agreed on, turned, looked at, ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def test_a_contact_becomes_what_the_mentorship_makes_them(sam: Any) -> None:
    sam("person", "add", "Ines Costa", "--role", "contact")
    asked = sam("mentorship", "start", "ines", "--on", "fri", "--every", "4w", "--as", "mentee")
    assert asked == (
        0,
        "ms3   mentee of Ines Costa · every 4 weeks · since Fri 1 May 2026 · now your mentor · shared\n",
        "",
    )
    assert "\tmentor\t" in sam("person").out.splitlines()[2]


def test_my_side_follows_from_the_role_and_a_contact_leaves_it_open(sam: Any) -> None:
    assert (
        sam("mentorship", "start", "raj").out == "ms3   peer of Raj Mehta · since Mon 4 May 2026 · shared\n"
    )
    sam("person", "add", "Ines Costa")
    assert sam("mentorship", "start", "ines") == (
        2,
        "",
        "error: Say what you are to ines.\n       Add --as mentee, mentor, peer, sponsor or manager.\n",
    )


def test_the_same_side_runs_once_but_one_person_may_be_both(sam: Any) -> None:
    assert sam("mentorship", "start", "ana", "--as", "mentee") == (
        1,
        "",
        "error: You are mentee of Ana Ruiz already (ms1).\n       mentorlog mentorship show ms1\n",
    )
    assert sam("mentorship", "start", "ana", "--as", "mentor").code == 0
    assert sam("mentorship", "focus", "ana", "Designs") == (
        1,
        "",
        "error: You are mentee (ms1) and mentor (ms3) of Ana Ruiz.\n"
        "       Say which: add --as SIDE, or give its ref for the name.\n",
    )
    said = "tu1   Ana Ruiz · focus: Designs · today · shared\n"
    assert sam("mentorship", "focus", "ana", "Designs", "--as", "mentor").out == said
    assert sam("mentorship", "focus", "ms1", "Reviews").out.startswith("tu2 ")


def test_a_phase_needs_its_reason_may_go_back_and_is_no_news_twice(sam: Any) -> None:
    assert sam("mentorship", "phase", "ana", "cult") == (
        2,
        "",
        "error: Say why: the phase is your own judgement, and it stays on the timeline.\n"
        "       Add --why TEXT.\n",
    )
    assert sam("mentorship", "phase", "ana", "cultivation", "--why", "trust").code == 0
    assert sam("mentorship", "phase", "ana", "cultivation", "--why", "trust").code == 1
    back = sam("mentorship", "phase", "ana", "initiation", "--why", "new team")
    assert back.out == "tu2   Ana Ruiz · cultivation → initiation · today · shared\n"
    assert sam("mentorship", "phase", "ana", "adulthood", "--why", "x").err.startswith(
        "error: “adulthood” is"
    )


def test_a_cadence_is_a_turn_and_the_one_of_the_latest_day_holds(sam: Any) -> None:
    sam("mentorship", "start", "raj", "--on", "2026-01-05")
    assert (
        sam("mentorship", "cadence", "raj", "3w").out == "tu1   Raj Mehta · every 3 weeks · today · shared\n"
    )
    sam("mentorship", "cadence", "raj", "monthly", "--on", "2026-02-02")
    assert "\t3 weeks\t" in sam("mentorship", "--as", "peer").out
    assert (
        sam("mentorship", "cadence", "raj", "none").out == "ms3   Raj Mehta · as it comes · today · shared\n"
    )
    assert "weeks" not in sam("mentorship", "--as", "peer").out


def test_no_turn_comes_before_the_start(sam: Any) -> None:
    assert sam("mentorship", "focus", "ana", "x", "--on", "2026-05-01") == (
        1,
        "",
        "error: ms1 began on 2026-05-04, after 2026-05-01.\n       Give a later --on D.\n",
    )


def test_it_rests_with_a_reason_and_goes_on(sam: Any) -> None:
    paused = sam("mentorship", "pause", "bo", "--until", "1jun", "--why", "parental leave")
    assert paused.out == "tu1   Bo Lind · paused until Mon 1 Jun 2026 · shared\n"
    assert sam("mentorship", "--as", "mentor").out == (
        "ms2\tBo Lind\tnot yet\t3 weeks\tpaused until 1 Jun (parental leave)\t\t\t\t\n"
    )
    said = sam("mentorship", "resume", "bo")
    assert said.out == "ms2   Bo Lind · goes on · next conversation Mon 25 May 2026 · shared\n"
    assert sam("mentorship", "resume", "bo").err.startswith("error: ms2 is not paused.")
    assert sam("mentorship", "pause", "bo").code == 2
    assert sam("mentorship", "pause", "bo", "--until", "2026-05-04").code == 1


def test_a_pulse_is_private_unless_it_is_shared_and_its_words_are_never_echoed(sam: Any) -> None:
    said = sam("mentorship", "pulse", "ana", "4", "-n", "SECRET words")
    assert said == (
        0,
        "tu1   pulse · 4 of 5 for you · today · PRIVATE, as a feeling is; --share shares it\n",
        "",
    )
    assert sam("mentorship", "pulse", "ana", "5", "--share").out.endswith("today · shared\n")
    assert sam("mentorship", "pulse", "ana", "6").err == "error: “6” is no pulse; it goes from 1 to 5.\n"
    assert "SECRET" not in sam("mentorship", "show", "ana").out
    assert "pulse: 4 of 5. SECRET words (private)" in sam("mentorship", "show", "ana", "--private").out
    assert "SECRET" not in sam("timeline", "--since", "2026-01").out


def test_a_private_pulse_counts_where_its_words_may_not_be_seen(sam: Any) -> None:
    sam("mentorship", "start", "raj", "--on", "2025-12-01")
    assert "mentorlog mentorship pulse raj N" in sam("next", "--all").out
    sam("mentorship", "pulse", "raj", "3")
    assert "mentorship pulse" not in sam("next", "--all").out


def test_what_a_private_mentorship_holds_is_private(sam: Any) -> None:
    began = sam("mentorship", "start", "raj", "--private", "--purpose", "SECRET")
    assert began.out == "ms3   mentorship · PRIVATE\n"
    assert sam("mentorship", "focus", "raj", "SECRET").out == "tu1   focus · PRIVATE\n"
    assert "SECRET" not in sam("mentorship").out + sam("mentorship", "show", "raj").err
    assert "SECRET" in sam("mentorship", "show", "raj", "--private").out
    for command in (("agree", "raj", "--format", "md"), ("close", "raj"), ("close", "raj", "--format", "md")):
        refused = sam("mentorship", *command)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.startswith("error: ms3 is private.")


def test_what_was_agreed_is_kept_part_by_part_and_printed_for_both(sam: Any) -> None:
    said = sam("mentorship", "agree", "ana", "--expect", "I bring the topics", "--every", "3w")
    assert said == (
        0,
        "ms1   Ana Ruiz · agreed: expect, every · shared\n",
        "      A page for both of you:  mentorlog mentorship agree ana --format md\n",
    )
    sam("mentorship", "agree", "ana", "--end", "In a year", "--purpose", "Backend")
    assert sam("mentorship", "agree", "ana", "--format", "md").out == (
        "# Ana Ruiz and me: what we agree\n\nSince 4 May 2026.\n\n"
        "## What it is for\n\nBackend\n\n## How often\n\nWe talk every 3 weeks.\n\n"
        "## What we expect\n\nI bring the topics\n\n## How we end\n\nIn a year\n\n"
        "## Agreed\n\n- [ ] Ana Ruiz, on:\n- [ ] me, on:\n"
    )
    sam("mentorship", "agree", "ana", "--expect", "none")
    assert "What we expect" not in sam("mentorship", "show", "ana").out
    assert "cadence: every 3 weeks" in sam("mentorship", "show", "ana").out


def test_an_agreement_goes_into_a_file_only_once(sam: Any, tmp_path: Path) -> None:
    page = tmp_path / "agreed.md"
    assert sam("mentorship", "agree", "bo", "--out", str(page)).err.startswith(
        "error: Nothing is agreed in ms2"
    )
    sam("mentorship", "agree", "bo", "--confidential", "all of it")
    assert sam("mentorship", "agree", "bo", "--out", str(page)).out.startswith(f"wrote {page} (")
    assert "all of it" in page.read_text()
    assert sam("mentorship", "agree", "bo", "--out", str(page)).code == 1


def test_on_a_terminal_it_asks_and_enter_keeps_what_is_there(sam: Any) -> None:
    answers = "Backend\n\nall of it\n2w\n\n"
    said = sam("mentorship", "agree", "ana", stdin=answers, tty=True)
    assert said.out == "ms1   Ana Ruiz · agreed: purpose, confidential, every · shared\n"
    assert "What is it for?" in said.err
    assert sam("mentorship", "agree", "ana", stdin="\n" * 5, tty=True).err.endswith("so nothing was kept.\n")
    assert sam("mentorship", "agree", "ana").code == 2


def test_in_the_editor_the_parts_stand_one_by_one(
    sam: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\nsed -i -e 's/^expect:.*/expect: I bring topics/' -e 's/^every:.*/every: 4w/' \"$1\"\n"
    )
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    assert sam("mentorship", "agree", "ana", "-e").out == "ms1   Ana Ruiz · agreed: expect, every · shared\n"
    assert "every 4 weeks" in sam("mentorship", "show", "ana").out


def test_coverage_counts_kinds_of_conversations_and_notes_with_the_person(sam: Any) -> None:
    sam(
        "meet",
        "ana",
        "-n",
        "Lateral is fine",
        "-k",
        "advice",
        "-k",
        "goals",
        "--on",
        "yesterday",
        "--no-input",
    )
    sam("log", "How reviews go here", "-w", "ana", "-k", "culture")
    sam("log", "Not with her", "-k", "networking")
    lines = sam("mentorship", "coverage", "ana").out.splitlines()
    assert lines[0] == "Coverage with Ana Ruiz: 3 of 14 touched · 2 entries"
    assert "Direction\tculture\thow the organisation works\t4 May, today\tonce\tn1\t" in lines
    assert "Open doors\tnetworking\thelp with networking\tnot yet\t\t\t" in lines
    data = json.loads(sam("mentorship", "coverage", "ana", "--json").out)
    assert data["schema"] == "mentorlog/coverage/1"
    assert data["ask"]["kind"] not in ("advice", "goals", "culture")


def test_what_is_not_our_thing_can_be_ours_again(sam: Any) -> None:
    aside = sam("mentorship", "coverage", "ana", "--not-our-thing", "network", "--why", "she knows few")
    assert aside.out == "mu1   Ana Ruiz · networking · not your thing\n"
    assert (
        "help with networking\tnot our thing\t\t\tshe knows few" in sam("mentorship", "coverage", "ana").out
    )
    assert "not our thing" not in sam("mentorship", "coverage", "bo").out
    assert sam("mentorship", "coverage", "ana", "--not-our-thing", "networking").code == 1
    assert sam("mentorship", "coverage", "ana", "--not-our-thing", "networking", "--undo").out == (
        "mu1   Ana Ruiz · networking · your thing again\n"
    )
    assert sam("mentorship", "coverage", "ana", "--undo").code == 2
    assert sam("mentorship", "coverage", "ana", "--not-our-thing", "x").code == 1


def test_the_round_says_who_is_due_what_is_open_and_what_i_owe(sam: Any) -> None:
    sam("meet", "bo", "-n", "Indexes", "--on", "2026-04-02", "--action", "me: chase access", "--no-input")
    sam(
        "feedback", "add", "--to", "bo", "-s", "standup", "-b", "asked first", "-i", "saved a day", "--praise"
    )
    sam("mentorship", "phase", "bo", "initiation", "--why", "he is new")
    row = "Bo Lind\t2 Apr, 32 d\t3 weeks\t11 days overdue\t1\t\tf1\tinitiation\n"
    assert sam("mentorship", "list", "--as", "mentor").out == f"ms2\t{row}"
    assert sam("person", "list", "--role", "mentee").out == f"p2\t{row}"
    both = sam("mentorship").out.splitlines()
    assert [line.split("\t")[:3] for line in both] == [
        ["ms1", "Ana Ruiz", "mentee"],
        ["ms2", "Bo Lind", "mentor"],
    ]
    item = json.loads(sam("mentorship", "--json").out)["items"][1]
    assert (item["ref"], item["name"], item["owed"], item["mine"]) == ("ms2", "Bo Lind", ["f1"], 1)
    assert sam("mentorship", "-q").out == "ms1\nms2\n"


def test_an_empty_round_says_how_to_begin(run: Any) -> None:
    hint = "No mentorship to show. Begin with:  mentorlog mentorship start P --as mentee\n"
    assert run("mentorship") == (0, "", hint)


def test_closing_shows_what_it_was_and_then_ends_it(sam: Any) -> None:
    sam("mentorship", "edit", "ana", "--started", "2026-01-05", "--purpose", "Backend")
    sam("meet", "ana", "-n", "x", "--mins", "45", "--on", "fri", "--action", "ana: intro to Jo", "--no-input")
    sam("goal", "add", "First pull request", "--with", "ana", "--on", "2026-01-06")
    sam("goal", "close", "g1", "--as", "met", "--why", "merged")
    sam("win", "add", "Cut p99", "--skill", "sql")
    sam("skill", "rate", "sql", "2", "--by", "ana", "--on", "2026-01-06")
    sam("skill", "rate", "sql", "4", "--by", "ana", "--evidence", "w1")
    page = (
        "Mentee of Ana Ruiz: 5 Jan 2026 – 4 May 2026 · 1 conversation, 45 min\n"
        "For: Backend\n"
        "level\tSQL\tme\t3 on my own\t4 May\t\n"
        "level\tSQL\tAna Ruiz\t2 → 4 leads or teaches\t6 Jan – 4 May\tw1\n"
        "goal\tg1\tFirst pull request\tmet 4 May\tmerged\n"
        "promise\ta1\tAna Ruiz\tintro to Jo\tstill open\t\n"
        "question\tWhat did we set out to do, and what became of it?\n"
        "question\tWhat will each of us do differently because of it?\n"
        "question\tWhat is still open between us, and how do we stay in touch?\n"
    )
    assert sam("mentorship", "close", "ana", "--dry-run") == (0, page, "")
    assert "ended" not in sam("mentorship", "--all").out
    closed = sam("mentorship", "close", "ana", "--becomes", "peer", "--why", "equals now")
    assert closed.out == (
        page + "ms1   Ana Ruiz · mentee · ended Mon 4 May 2026 · shared\n"
        "ms3   Ana Ruiz · peer from then on · shared\n"
    )
    assert sam("mentorship").out.startswith("ms3\tAna Ruiz\tpeer\t")
    assert "ended 4 May" in sam("mentorship", "--all").out
    assert sam("person", "list", "--role", "peer", "-q").out == "p1\np3\n"
    assert sam("mentorship", "close", "ms1", "--dry-run").out == page
    assert sam("mentorship", "close", "ms1").err == (
        "error: ms1 ended on 2026-05-04.\n"
        "       If it goes on after all:  mentorlog mentorship edit ms1 --ended none\n"
    )
    assert sam("mentorship", "edit", "ms1", "--ended", "none").code == 0
    assert "equals now" in sam("timeline", "--since", "2026-01").out


def test_the_closing_page_that_leaves_holds_what_is_shared_with_them_alone(sam: Any, tmp_path: Path) -> None:
    sam("mentorship", "edit", "ana", "--started", "2026-01-05")
    for argv in (
        ("goal", "add", "Shared goal", "--with", "ana"),
        ("goal", "add", "SECRET goal", "--with", "ana", "--private"),
        ("action", "add", "SECRET promise", "--with", "ana", "--private"),
        ("action", "add", "Shared promise", "--with", "ana"),
        ("action", "add", "Promise to Bo", "--with", "bo"),
        ("skill", "rate", "sql", "4", "--by", "ana"),
        ("feedback", "add", "--to", "ana", "-s", "s", "-b", "UNSAID", "-i", "i", "--growth"),
        ("link", "ra2", "f1", "--as", "evidence"),
    ):
        assert sam(*argv).code == 0
    page = tmp_path / "back.md"
    wrote = sam("mentorship", "close", "ana", "--out", str(page), "--format", "md", "--dry-run")
    assert wrote.out.startswith(f"wrote {page}")
    text = page.read_text()
    assert "Shared goal" in text
    assert "Shared promise" in text
    for word in ("SECRET", "Bo", "UNSAID"):
        assert word not in text
    assert "SECRET" not in sam("mentorship", "close", "ana", "--dry-run").out
    assert "SECRET" in sam("mentorship", "close", "ana", "--dry-run", "--private").out


def test_with_the_page_on_stdout_what_ended_is_said_beside_it(sam: Any) -> None:
    said = sam("mentorship", "close", "bo", "--format", "md")
    assert said.out.startswith("# Bo Lind and me: looking back\n")
    assert said.err == "ms2   Bo Lind · mentor · ended Mon 4 May 2026 · shared\n"


def test_closing_as_json_tells_both_and_the_page(sam: Any) -> None:
    data = json.loads(sam("mentorship", "close", "ana", "--becomes", "peer", "--json").out)
    assert (data["ref"], data["ended"], data["becomes"]["side"]) == ("ms1", "2026-05-04", "peer")
    assert len(data["page"]["questions"]) == 3
    assert sam("mentorship", "close", "bo", "-q").out == "ms2\n"


def test_it_cannot_end_before_it_began_or_tomorrow(sam: Any) -> None:
    for day, why in (
        ("2026-05-03", "ms1 began on 2026-05-04 and cannot end on 2026-05-03."),
        ("2026-05-05", "Tue 5 May 2026 is still to come."),
    ):
        assert sam("mentorship", "close", "ana", "--on", day).err.startswith(f"error: {why}")
    assert "ended" not in sam("mentorship", "--all").out


def test_a_name_stands_for_the_mentorship_and_never_for_the_person(sam: Any) -> None:
    assert sam("mentorship", "rm", "ana", "--yes").out.startswith("ms1   mentorship · removed.")
    assert sam("person", "-q").out == "p1\np2\np3\n"
    assert sam("mentorship", "-q").out == "ms2\n"
    assert sam("mentorship", "restore", "ms1").out == "ms1   mentorship · restored\n"
    assert sam("show", "ms1").out == sam("mentorship", "show", "ana").out
    assert sam("mentorship", "edit", "p9").code == 1


def test_nobody_is_guessed(sam: Any) -> None:
    assert sam("mentorship", "show", "zoe").err.startswith("error: There is no person “zoe”.")
    assert sam("mentorship", "show", "raj") == (
        1,
        "",
        "error: No mentorship with Raj Mehta is running.\n       mentorlog mentorship start raj --as peer\n",
    )
    assert sam("mentorship", "list", "--as", "boss").err == (
        "error: “boss” is not one of mentee, mentor, peer, sponsor, manager.\n"
    )


def test_the_closing_page_leaves_out_goals_with_somebody_else(sam: Any) -> None:
    sam("goal", "add", "Merge ten", "--with", "ana")
    sam("goal", "add", "Run ten")
    page = sam("mentorship", "close", "bo", "--dry-run").out
    assert "Mentor of Bo" in page
    assert "Merge ten" not in page
    assert "Run ten" not in page
