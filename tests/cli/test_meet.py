"""`meet`: a conversation in twenty seconds, by flags, stdin, questions or the editor."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

Sam = Any
NOTES = "What was said with Ana Ruiz? (Enter to skip) "
T1 = "Discussed?  t1 Is a lateral move a step back? [y/N] "
A1 = "a1 Draft CV, due Fri 1 May 2026, 3 days late: done / drop / carry [c] "
A2 = "a2 Ana Ruiz: Introduce me to Jo Lee: done / drop / carry [c] "
ASIDE = "Private note for yourself? (Enter to skip) "
NEXT = "Next? (Enter: Mon 18 May 2026, every 2 weeks; or a day) "
PROMISE = "Any promise? (me: … by fri / ana: …; Enter: none) "
CADENCE = "      Next: Mon 18 May 2026 (every 2 weeks)\n"
RECAP = "      Recap to send:  mentorlog export meeting m1\n"


@pytest.fixture
def open_with_ana(sam: Sam) -> Sam:
    """t1 for Ana, a1 of mine and a2 of hers."""
    sam("topic", "ana", "Is a lateral move a step back?")
    sam("action", "add", "Draft CV", "--by", "2026-05-01", "--with", "ana")
    sam("action", "add", "Introduce me to Jo Lee", "--owner", "ana")
    return sam


def typed(*answers: str) -> str:
    return "".join(f"{one}\n" for one in answers)


def test_flags_alone_record_it_and_carry_the_rest(open_with_ana: Sam) -> None:
    promises = ("--action", "me: rewrite CV by 15 may", "--action", "ana: lunch")
    assert open_with_ana("meet", "ana", "-n", "Lateral is fine.", "-k", "exploring", *promises) == (
        0,
        "m1    meeting with Ana Ruiz · Mon 4 May 2026 · exploring · shared\n"
        "a3    me · rewrite CV · due Fri 15 May 2026\n"
        "a4    Ana Ruiz · lunch\n"
        "t1    Is a lateral move a step back? · carried\n"
        "a1    Draft CV · carried\n"
        "a2    Introduce me to Jo Lee · carried\n",
        CADENCE + RECAP,
    )


def test_what_is_said_to_be_closed_is_closed(open_with_ana: Sam) -> None:
    assert open_with_ana("meet", "ana", "--discussed", "t1", "--done", "a1,a2") == (
        0,
        "m1    meeting with Ana Ruiz · Mon 4 May 2026 · shared\n"
        "t1    Is a lateral move a step back? · talked about\n"
        "a1    Draft CV · done\n"
        "a2    Introduce me to Jo Lee · done\n",
        CADENCE,
    )


def test_how_often_it_was_carried_is_said(open_with_ana: Sam) -> None:
    said = [open_with_ana("meet", "ana", "-n", f"Talk {number}").out for number in range(12)]
    assert "t1    Is a lateral move a step back? · carried (2nd time)\n" in said[1]
    assert [
        line.partition(" · carried")[2] for text in said for line in text.split("\n") if line[:2] == "t1"
    ] == [
        "",
        *(f" ({number} time)" for number in ("2nd", "3rd", *(f"{n}th" for n in range(4, 13)))),
    ]


def test_from_a_pipe_nothing_is_asked(open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", "-", stdin="Long\nnotes\n")
    assert (ran.code, ran.err) == (0, CADENCE + RECAP)
    assert json.loads(open_with_ana("show", "m1", "--json").out)["notes"] == "Long\nnotes"


@pytest.mark.parametrize("flag", ["--no-input", "--json", "-q"])
def test_with_no_input_or_json_nothing_is_asked(flag: str, open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", "-n", "x", flag, "--no-input", tty=True)
    assert ran.code == 0
    assert "?" not in ran.err
    assert json.loads(open_with_ana("topic", "--json").out)["items"][0]["carried"] == 1


def test_enter_throughout_keeps_everything_as_it_is(open_with_ana: Sam) -> None:
    assert open_with_ana("meet", "ana", tty=True, stdin="\n" * 7) == (
        0,
        "m1    meeting with Ana Ruiz · Mon 4 May 2026 · shared\n"
        "t1    Is a lateral move a step back? · carried\n"
        "a1    Draft CV · carried\n"
        "a2    Introduce me to Jo Lee · carried\n",
        NOTES + T1 + A1 + A2 + ASIDE + NEXT + PROMISE + CADENCE,
    )


def test_every_question_answered(open_with_ana: Sam) -> None:
    answers = typed(
        "Lateral is fine.", "y", "d", "dr", "no longer", "Tired.", "12may", "me: new CV by fri", ""
    )
    assert open_with_ana("meet", "ana", tty=True, stdin=answers) == (
        0,
        "m1    meeting with Ana Ruiz · Mon 4 May 2026 · shared + 1 private note\n"
        "a3    me · new CV · due Fri 8 May 2026\n"
        "t1    Is a lateral move a step back? · talked about\n"
        "a1    Draft CV · done\n"
        "a2    Introduce me to Jo Lee · dropped: no longer\n"
        "m2    meeting with Ana Ruiz · Tue 12 May 2026 · planned\n",
        NOTES
        + T1
        + A1
        + A2
        + "Why? (Enter carries it) "
        + ASIDE
        + NEXT
        + PROMISE
        + "Another? (Enter: none) "
        + RECAP,
    )
    assert "Tired" not in open_with_ana("show", "m1").out
    assert "Tired" in open_with_ana("show", "m1", "--private").out


def test_what_the_flags_say_is_not_asked(open_with_ana: Sam) -> None:
    flags = ("-n", "x", "--discussed", "t1", "--done", "a1", "--private-note", "y", "--next", "2w")
    assert open_with_ana("meet", "ana", *flags, tty=True, stdin="\n\n").err == A2 + PROMISE + RECAP


@pytest.mark.usefixtures("wide")
def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost(open_with_ana: Sam) -> None:
    answers = typed("x", "maybe", "", "", "drop", "", "", "soon", "today", "", "zoe: x", "x by 3/4/2026", "")
    ran = open_with_ana("meet", "ana", tty=True, stdin=answers)
    expected = [
        f"{NOTES}{T1}Answer y or n; Enter carries it.\n",
        f"{T1}{A1}{A2}Why? (Enter carries it) {ASIDE}{NEXT}",
        f"I cannot read the date “soon”. Try 2026-05-20, fri, 2w or eoq.\n{NEXT}",
        f"The next conversation is on a later day than this one. --next 2w, fri, 2026-05-20.\n{NEXT}{PROMISE}",
        "There is no person “zoe”. A promise begins with “me: ” or a name; without one it is yours.\n",
        f"{PROMISE}“3/4/2026” could be 3 Apr 2026 or 4 Mar 2026. Write 2026-04-03 or 2026-03-04, or settle it:",
        f" mentorlog config set date_order day-first\n{PROMISE}{CADENCE}{RECAP}",
    ]
    assert ran.err == "".join(expected)
    assert "carried" in ran.out.split("\n")[3]


def test_leaving_in_the_middle_keeps_nothing(open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", tty=True, stdin="Half\n")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.endswith("Stopped; nothing was kept.\n")
    assert open_with_ana("meeting").out == ""


def test_a_promise_like_an_open_one_may_replace_it(open_with_ana: Sam) -> None:
    answers = typed("y", "", "", "", "", "me: draft the CV", "n", "")
    ran = open_with_ana("meet", "ana", "-n", "x", "--action", "ana: intro to Jo Lee", tty=True, stdin=answers)
    replaces = "“intro to Jo Lee” replaces a2 Introduce me to Jo Lee? [y/N] "
    again = "“draft the CV” replaces a1 Draft CV? [y/N] "
    assert (
        ran.err
        == replaces + T1 + A1 + ASIDE + NEXT + PROMISE + again + "Another? (Enter: none) " + CADENCE + RECAP
    )
    assert ran.out.split("\n")[1:4] == [
        "a3    Ana Ruiz · intro to Jo Lee · replaces a2",
        "a4    me · draft the CV",
        "a2    Introduce me to Jo Lee · dropped: replaced by a3",
    ]
    links = json.loads(open_with_ana("show", "a3", "--json").out)
    assert "replaces" in json.dumps(links)


def test_without_being_asked_nothing_is_replaced(open_with_ana: Sam) -> None:
    open_with_ana("meet", "ana", "-n", "x", "--action", "ana: introduce me to Jo Lee")
    assert open_with_ana("action", "list", "--theirs", "-q").out == "a2\na3\n"


def test_private_words_are_asked_about_by_ref_and_never_echoed(open_with_ana: Sam) -> None:
    open_with_ana("topic", "ana", "Pay", "--private")
    ran = open_with_ana("meet", "ana", "-n", "x", tty=True, stdin="\n" * 7)
    assert "Discussed?  t2 (private) [y/N] " in ran.err
    assert "t2    PRIVATE · carried\n" in ran.out
    ran = open_with_ana(
        "meet", "ana", "-n", "hush", "--private", "--action", "me: y", tty=True, stdin="\n" * 8
    )
    assert "Discussed?  t2 Pay [y/N] " in ran.err
    assert ran.out.startswith("m2    meeting with Ana Ruiz · Mon 4 May 2026 · PRIVATE\na3    me · PRIVATE\n")
    assert "hush" not in ran.out + ran.err
    assert "Recap" not in ran.err


def test_several_people(open_with_ana: Sam) -> None:
    open_with_ana("topic", "bo", "On call")
    ran = open_with_ana(
        "meet", "ana", "bo", "-n", "All three", "--action", "bo: x", "--action", "Ana Ruiz: y"
    )
    assert ran.out == (
        "m1    meeting with Ana Ruiz and Bo Lind · Mon 4 May 2026 · shared\n"
        "a3    Bo Lind · x\n"
        "a4    Ana Ruiz · y\n"
        "t1    Is a lateral move a step back? · carried\n"
        "t2    On call · carried\n"
        "a1    Draft CV · carried\n"
        "a2    Introduce me to Jo Lee · carried\n"
    )
    assert ran.err == (
        "      Next with Ana Ruiz: Mon 18 May 2026 (every 2 weeks)\n"
        "      Next with Bo Lind: Mon 25 May 2026 (every 3 weeks)\n" + RECAP
    )


def test_json_and_quiet(open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", "-n", "x", "--action", "me: y", "--discussed", "t1", "--json")
    made = json.loads(ran.out)
    assert ran.err == ""
    assert (made["schema"], made["ref"], made["people"], made["closed"]) == (
        "mentorlog/meeting/1",
        "m1",
        ["p1"],
        ["t1"],
    )
    assert (made["carried"], made["actions"][0]["ref"], made["next"]) == (["a1", "a2"], "a3", "2026-05-18")
    assert open_with_ana("meet", "bo", "-n", "x", "--action", "me: y", "-q") == (0, "m2\n", "")


# Days and times


def test_a_conversation_of_the_past_carries_what_was_there_then(open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", "-n", "Then", "--on", "2026-04-01")
    assert ran.out == "m1    meeting with Ana Ruiz · Wed 1 Apr 2026 · shared\n"
    assert ran.err.startswith("      Next: Wed 15 Apr 2026 (every 2 weeks)\n")


def test_a_time_is_kept_as_an_instant_with_its_zone(sam: Sam) -> None:
    assert sam("meet", "ana", "-n", "x", "--on", "fri 14:30", "--mins", "1h").out == (
        "m1    meeting with Ana Ruiz · Fri 1 May 2026, 14:30 · shared\n"
    )
    made = json.loads(sam("show", "m1", "--json").out)
    assert (made["time"], made["zone"], made["starts_at"]) == (
        "14:30",
        "Europe/Berlin",
        "2026-05-01T12:30:00Z",
    )


def test_a_time_the_clocks_skip_or_show_twice(sam: Sam) -> None:
    assert sam("meet", "ana", "-n", "x", "--on", "2026-03-29T02:30") == (
        1,
        "",
        "error: On Sun 29 Mar 2026 the clocks here skip 02:30; there is no such time.\n"
        "       It may have been 03:30.\n",
    )
    assert sam("meet", "ana", "-n", "x", "--on", "2025-10-26T02:30").err.startswith(
        "The clocks show 02:30 twice that day; the first is taken, 00:30 UTC.\n"
    )
    assert json.loads(sam("show", "m1", "--json").out)["starts_at"] == "2025-10-26T00:30:00Z"


@pytest.mark.parametrize("zone", ["<+03>-3", "Nowhere/Else", "/etc/localtime"])
def test_a_zone_without_a_known_name_works_too(zone: str, sam: Sam, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    assert sam("meet", "ana", "-n", "x", "--on", "2026-05-01T14:30").code == 0


def test_a_day_to_come_plans_it_and_recording_it_then_fills_it(open_with_ana: Sam) -> None:
    assert open_with_ana("meet", "ana", "--on", "2026-05-05T10:00") == (
        0,
        "m1    meeting with Ana Ruiz · Tue 5 May 2026, 10:00 · planned\n",
        "",
    )
    assert open_with_ana("meet", "ana", "-n", "x", "--on", "2026-05-05") == (
        1,
        "",
        'error: 2026-05-05 is still to come, so nothing was said yet.\n'
        '       To bring something up then:  mentorlog topic ana "…"\n',
    )  # fmt: skip
    assert json.loads(open_with_ana("topic", "--json").out)["items"][0]["carried"] == 0
    assert open_with_ana("meet", "ana", "-n", "x", "--next", "tomorrow").out.endswith(
        "m1    meeting with Ana Ruiz · Tue 5 May 2026, 10:00 · planned\n"
    )


def test_a_meeting_with_several_turns_the_plan_with_one_of_them_into_theirs(sam: Sam) -> None:
    sam("meet", "ana", "-n", "x", "--next", "2026-05-05", "--on", "2026-05-01")
    said = sam("meet", "ana", "raj", "--on", "2026-05-05")
    assert said.out == "m2    meeting with Ana Ruiz and Raj Mehta · Tue 5 May 2026 · planned\n"
    shown = sam("meeting", "list", "--with", "raj").out
    assert shown.startswith("m2\t")
    # A plan with Raj too is not hers alone.
    assert sam("meet", "ana", "--on", "2026-05-05").out.startswith("m3 ")


def test_the_next_day_may_have_a_time_and_is_later_than_this_one(sam: Sam) -> None:
    assert sam("meet", "ana", "-n", "x", "--next", "tue 10:00").out.endswith(
        "m2    meeting with Ana Ruiz · Tue 5 May 2026, 10:00 · planned\n"
    )
    assert sam("meet", "ana", "-n", "x", "--next", "today").err == (
        "error: The next conversation is on a later day than this one.\n       --next 2w, fri, 2026-05-20.\n"
    )


def test_a_new_cadence_is_kept(sam: Sam) -> None:
    assert (
        "      Next: Mon 25 May 2026 (every 3 weeks)\n"
        in sam("meet", "ana", "-n", "x", "--cadence", "3w").err
    )


def test_editing_and_removing_a_conversation(open_with_ana: Sam) -> None:
    open_with_ana("meet", "ana", "-n", "One", "--discussed", "t1")
    open_with_ana("meeting", "edit", "m1", "--notes", "Two", "--on", "2026-01-01")
    assert json.loads(open_with_ana("action", "show", "a1", "--json").out)["state"] == "open"
    assert "a1" in open_with_ana("meeting", "show", "m1").out
    open_with_ana("meeting", "rm", "m1", "--yes")
    assert "carried (" not in open_with_ana("meet", "ana", "-n", "Three").out
    assert open_with_ana("topic", "-q").out == ""


# Wrong use


@pytest.mark.parametrize(
    ("argv", "code", "err"),
    [
        (("-",), 2, 'Say whom you talked with.\n       mentorlog meet ana -n "…"\n'),
        (
            ("zoe", "-n", "x"),
            1,
            'There is no person “zoe”.\n       mentorlog person add "zoe" --role contact\n',
        ),
        (("ana", "--discussed", "a1"), 2, "a1 is not a topic.\n"),
        (("ana", "--done", "t1"), 2, "t1 is not an action.\n"),
        (("ana", "--done", "a99"), 1, "There is no record “a99”.\n"),
        (
            ("ana", "-n", "x", "--mins", "long"),
            1,
            "I cannot read the length “long”. Try 45, 45m, 1h or 1h30.\n",
        ),
        (
            ("ana", "--template", "grwo", "-n", "x"),
            1,
            "There is no template “grwo”. Closest: grow.\n       mentorlog config templates lists them.\n",
        ),
        (
            ("ana", "--template", "grow"),
            2,
            "A template is written under in the editor; this is no terminal.\n       Add -e, or -n TEXT.\n",
        ),
        (
            ("ana", "-", "-e"),
            2,
            "The notes come from the editor or from stdin, not from both.\n       Leave out -e or -.\n",
        ),
    ],
)
def test_what_is_wrong_keeps_nothing(argv: tuple[str, ...], code: int, err: str, open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", *argv, stdin="words")
    assert ran == (code, "", f"error: {err}")
    assert open_with_ana("meeting").out == ""


def test_a_promise_of_somebody_unknown_is_said_before_anything_is_asked(open_with_ana: Sam) -> None:
    ran = open_with_ana("meet", "ana", "--action", "zoe: x", tty=True, stdin="Long words\n")
    assert ran.err == (
        "error: There is no person “zoe”.\n"
        "       A promise begins with “me: ” or a name; without one it is yours.\n"
    )


# The editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An editor that changes some words into others, and leaves what it was opened on in `seen.md`."""

    def set_to(*changes: tuple[str, str]) -> Path:
        script, seen = tmp_path / "editor.py", tmp_path / "seen.md"
        script.write_text(
            "import sys\n"
            "text = open(sys.argv[1], encoding='utf-8').read()\n"
            f"open({str(seen)!r}, 'w', encoding='utf-8').write(text)\n"
            f"for old, new in {list(changes)!r}:\n"
            "    assert old in text, old\n"
            "    text = text.replace(old, new, 1)\n"
            "open(sys.argv[1], 'w', encoding='utf-8').write(text)\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        return seen

    return set_to


FILLED = (
    ("\n\n\n", "\nLateral is fine.\n\n"),
    ("- [ ] t1", "- [x] t1"),
    ("- [ ] a1", "- [x] a1"),
    ("- \n", "- me: rewrite CV by fri\n- ana: lunch\n"),
    ("eyes only. -->\n", "eyes only. -->\nTired.\n"),
)


def test_all_of_it_in_the_editor(open_with_ana: Sam, editor: Any) -> None:
    open_with_ana("meet", "ana", "-n", "Show, don't tell.", "--on", "2026-04-21")
    seen = editor(*FILLED)
    assert open_with_ana("meet", "ana", "-e") == (
        0,
        "m2    meeting with Ana Ruiz · Mon 4 May 2026 · shared + 1 private note\n"
        "a3    me · rewrite CV · due Fri 8 May 2026\n"
        "a4    Ana Ruiz · lunch\n"
        "t1    Is a lateral move a step back? · talked about\n"
        "a1    Draft CV · done\n"
        "a2    Introduce me to Jo Lee · carried\n",
        CADENCE + RECAP.replace("m1", "m2"),
    )
    assert seen.read_text(encoding="utf-8").split("\n")[:3] == [
        "<!-- Ana Ruiz · Mon 4 May 2026. What stands in these brackets is not kept. -->",
        "<!-- Last time with Ana Ruiz, Tue 21 Apr 2026: Show, don't tell. -->",
        "",
    ]
    made = json.loads(open_with_ana("show", "m2", "--json").out)
    assert made["notes"] == "Lateral is fine."


def test_after_the_editor_only_the_next_day_is_asked(open_with_ana: Sam, editor: Any) -> None:
    editor(*FILLED)
    ran = open_with_ana("meet", "ana", "-e", tty=True, stdin="\n")
    assert (ran.code, ran.err) == (0, NEXT + CADENCE + RECAP)


def test_private_words_stay_out_of_the_editor_unless_the_conversation_is_private(
    sam: Sam, editor: Any
) -> None:
    sam("topic", "ana", "Pay", "--private")
    sam("meet", "ana", "-n", "hush", "--private", "--on", "fri")
    seen = editor(("\n\n\n", "\nx\n\n"))
    sam("meet", "ana", "-e")
    assert "- [ ] t1 (private)" in seen.read_text(encoding="utf-8")
    assert "hush" not in seen.read_text(encoding="utf-8")
    sam("meet", "ana", "-e", "--private")
    assert "- [ ] t1 Pay" in seen.read_text(encoding="utf-8")


def test_flags_stand_in_the_editor_too(open_with_ana: Sam, editor: Any) -> None:
    seen = editor(("Begun.", "Begun and ended."))
    flags = ("-n", "Begun.", "--private-note", "Tired.", "--discussed", "t1", "--action", "me: x")
    ran = open_with_ana("meet", "ana", "-e", *flags)
    assert "t1" not in seen.read_text(encoding="utf-8")
    assert ran.out.split("\n")[:3] == [
        "m1    meeting with Ana Ruiz · Mon 4 May 2026 · shared + 1 private note",
        "a3    me · x",
        "t1    Is a lateral move a step back? · talked about",
    ]
    assert json.loads(open_with_ana("show", "m1", "--json").out)["notes"] == "Begun and ended."


@pytest.mark.parametrize(
    ("promise", "said"),
    [("zoe: x", "There is no person “zoe”."), ("me: x by 3/4/2026", "“3/4/2026” could be")],
)
def test_when_it_cannot_be_kept_the_words_are_safe(
    promise: str, said: str, open_with_ana: Sam, editor: Any, journal: Path
) -> None:
    editor(("\n\n\n", "\nMany words.\n\n"), ("- \n", f"- {promise}\n"))
    ran = open_with_ana("meet", "ana", "-e")
    assert ran.code == 1
    assert said in ran.err
    draft = Path(ran.err.split("Your words are safe in ")[1].strip())
    assert "Many words." in draft.read_text(encoding="utf-8")
    assert open_with_ana("meeting").out == ""


def test_an_editor_that_changed_nothing_keeps_nothing(open_with_ana: Sam, editor: Any) -> None:
    editor()
    ran = open_with_ana("meet", "ana", "-e")
    assert (ran.code, ran.err) == (
        1,
        "error: Nothing was changed in the conversation, so nothing was kept.\n",
    )
    assert open_with_ana("meeting").out == ""


# Templates


def test_a_template_opens_the_editor_on_a_terminal_and_its_name_is_kept(sam: Sam, editor: Any) -> None:
    seen = editor(("## Will\n", "## Will\nShip it.\n"))
    ran = sam("meet", "ana", "--template", "grow", tty=True, stdin="\n")
    assert ran.code == 0
    assert "## Goal\n<!-- What do we want" in seen.read_text(encoding="utf-8")
    made = json.loads(sam("show", "m1", "--json").out)
    assert (made["notes"], made["template"]) == ("## Will\nShip it.", "grow")


def test_with_words_a_template_is_only_named(sam: Sam) -> None:
    assert sam("meet", "ana", "--template", "grow", "-n", "x").code == 0
    assert json.loads(sam("show", "m1", "--json").out)["template"] == "grow"


def test_ones_own_template_goes_first(sam: Sam, editor: Any, journal: Path) -> None:
    folder = journal.parent / "templates" / "meet"
    folder.mkdir(parents=True)
    (folder / "grow.md").write_text("# Mine\n", encoding="utf-8")
    seen = editor(("# Mine\n", "# Mine\nWords\n"))
    assert sam("meet", "ana", "--template", "grow", "-e").code == 0
    assert "## Goal" not in seen.read_text(encoding="utf-8")
    assert json.loads(sam("show", "m1", "--json").out)["notes"] == "# Mine\nWords"
