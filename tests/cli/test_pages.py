"""The pages in plain lines, and as pictures: dashboard, timeline, skills, a goal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mentorlog.cli.dashboard import WELCOME

DASHBOARD = """\
mentorlog · Mon 4 May 2026
Needs you: nothing is late and nothing is due
Goals: 1 active
g1	Move to backend	40%	Tue 30 Jun 2026	on track
Rhythm: 4 entries on 3 days in 26 weeks
Skills: 1 skill
s1	SQL	level 3 of 5	goal 4		
Next step: Plan a first step for SQL: it is 1 level below your aim.
  why: You say 3 (4 May) and aim at 4
  why: No action is open for it, and no wider gap is without one
  do: mentorlog action add "…" -s sql
mentorlog next shows 1 more
"""
GOAL = """\
g1	Move to backend	on track	due 30 Jun 2026, in 57 days	started 1 Apr
Reached: 40%
Done when: an offer
Pace: 8.5 points a week; 7.4 needed to finish
Evidence: 2 entries
w1	Fri 1 May 2026	Win	Cut p99	
pr1	Mon 20 Apr 2026	Progress	Move to backend 40%	
mentorlog goal update g1 --progress 50%
"""
DUE = "2026-06-30\tgoal\tg1\tGoal · due · Move to backend\n"
BO = "2026-05-04\tturn\tms2\tBegan · with Bo Lind, me as mentor\n"
ANA = "2026-05-04\tturn\tms1\tBegan · with Ana Ruiz, me as mentee\n"
LEVEL = "2026-05-04\tskill\tra1\tLevel · SQL rated 3 · by me\n"
WIN = "2026-05-01\twin\tw1\tWin · Cut p99\n"
LOST = "2026-05-01\tnote\tn2\tNote · Felt lost\n"
MEETING = "2026-05-01\tmeeting\tm1\t1:1 · Ana Ruiz · “Talked”\n"
PROGRESS = "2026-04-20\tprogress\tpr1\tProgress · Move to backend 40%\n"
NOTE = "2026-04-20\tnote\tn1\tNote · Plans\n"
BEGUN = "2026-04-01\tgoal\tg1\tGoal set · Move to backend · done when: an offer\n"
KINDS = (
    "meeting, action, goal, step, progress, feedback, skill, note, win, topic, turn, change, decision, "
    "resource, intro, rehearsal"
)
PICTURES = ("dashboard", "timeline", "skill list", "goal show g1")


@pytest.fixture
def year(sam: Any) -> Any:
    """A goal on its way (g1), a note (n1), a private one (n2), a win (w1) and a conversation (m1)."""
    for argv in (
        ("goal", "add", "Move to backend", "--done-when", "an offer", "--on", "1apr", "--by", "eoq"),
        ("goal", "update", "g1", "40", "--on", "20apr"),
        ("log", "Plans", "-w", "bo", "-s", "sql", "--on", "20apr"),
        ("log", "Felt lost", "--private", "--on", "fri"),
        ("win", "add", "Cut p99", "-w", "ana", "-g", "g1", "-s", "sql", "--on", "fri"),
        ("meet", "ana", "-n", "Talked", "--no-input", "--on", "fri"),
    ):
        assert sam(*argv).code == 0
    return sam


def test_the_dashboard_comes_with_or_without_its_name(year: Any) -> None:
    assert year() == year("dashboard") == (0, DASHBOARD, "")
    made = json.loads(year("dashboard", "--json").out)
    assert (made["schema"], made["today"], made["next_count"], made["empty"]) == (
        "mentorlog/dashboard/1",
        "2026-05-04",
        2,
        False,
    )
    assert year("dashboard", "--bogus").code == 2


def test_the_dashboard_shows_private_goals_when_asked(year: Any) -> None:
    year("goal", "add", "Leave", "--private")
    assert "Leave" not in year("dashboard").out
    assert "Goals: 2 active\n" in year("dashboard", "--private").out
    assert "g2\tLeave\t0%\t\tno date\n" in year("dashboard", "--private").out


def test_an_empty_journal_is_welcomed(run: Any, journal: Path) -> None:
    assert run() == run("dashboard") == (0, f"{WELCOME}\n", "")
    assert json.loads(run("dashboard", "--json").out)["empty"] is True
    assert run("timeline") == (0, "", "")
    assert run("skill") == (
        0,
        "",
        "No skills to show. Begin with:  mentorlog skill add SQL --level 2 --goal 4\n",
    )
    assert run("goal", "show", "g1") == (1, "", "error: There is no record “g1”.\n")
    assert not journal.exists()


@pytest.mark.parametrize(
    ("flags", "lines"),
    [
        ("", (DUE, BO, ANA, LEVEL, WIN, MEETING, PROGRESS, NOTE, BEGUN)),
        ("--compact --with raj", ()),
        (
            "--compact --since 1mar",
            (
                "g1\tMove to backend\t2026-04-01\t2026-06-30\topen\n",
                "2026-03\tnothing on record\t\n",
                "2026-04\t1 goal set, 1 note\tg1 n1 pr1\n",
                "2026-05\t1 meeting, 1 win\tm1 w1 ra1 ms1 ms2\n",
                "2026-06\t1 planned\tg1\n",
            ),
        ),
        ("--with ana", (ANA, WIN, MEETING)),
        ("--with bo", (BO, NOTE)),
        ("--goal g1", (DUE, WIN, PROGRESS, BEGUN)),
        ("--skill sql", (LEVEL, WIN, NOTE)),
        ("--since 1may", (DUE, BO, ANA, LEVEL, WIN, MEETING)),
        ("--until 25apr", (PROGRESS, NOTE, BEGUN)),
        ("--since fri --until sun", (WIN, MEETING)),
        ("--kinds wins,note", (WIN, NOTE)),
        ("--kinds note --private", (LOST, NOTE)),
        ("--with ana --skill sql", (WIN,)),
        ("--with raj", ()),
    ],
)
def test_the_timeline_is_narrowed(year: Any, flags: str, lines: tuple[str, ...]) -> None:
    assert year("timeline", *flags.split()) == (0, "".join(lines), "")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ("--with zoe", 'There is no person “zoe”.\n       mentorlog person add "zoe" --role contact'),
        ("--goal zoe", "There is no goal “zoe”.\n       mentorlog goal list"),
        ("--kinds bogus", f"“bogus” is no kind of moment.\n       Kinds: {KINDS}."),
        (
            "--since 3may --until 1may",
            "The timeline would end on 2026-05-01, before it begins on 2026-05-03.",
        ),
    ],
)
def test_a_timeline_that_cannot_be_says_why(year: Any, flags: str, said: str) -> None:
    assert year("timeline", *flags.split()) == (1, "", f"error: {said}\n")


def test_the_timeline_as_json_has_goals_and_months(year: Any) -> None:
    made = json.loads(year("timeline", "--kinds", "win", "--json").out)
    assert (made["schema"], made["since"], made["until"]) == (
        "mentorlog/timeline/1",
        "2026-04-01",
        "2026-06-30",
    )
    assert [one["goal"] for one in made["lanes"]] == ["g1"]
    assert [one["ref"] for month in made["months"] for one in month["moments"]] == ["w1"]


def test_skills_are_one_a_line(year: Any) -> None:
    lines = "Skills: 1 tracked, 1 below goal\ns1\tSQL\tlevel 3 of 5\tgoal 4\t\t\n"
    assert year("skill") == year("skill", "list") == (0, lines, "")
    assert year("skill", "-q") == (0, "s1\n", "")
    assert [one["now"] for one in json.loads(year("skill", "--json").out)["items"]] == [3]


def test_a_goal_has_its_page(year: Any) -> None:
    assert year("goal", "show", "g1") == year("goal", "show", "Move to") == (0, GOAL, "")
    assert json.loads(year("goal", "show", "g1", "--json").out)["schema"] == "mentorlog/goal-page/1"
    year("goal", "add", "Leave", "--private")
    assert year("goal", "show", "g2") == (
        1,
        "",
        "error: g2 is private.\n       mentorlog show g2 --private\n",
    )
    assert year("goal", "show", "g2", "--private").out.startswith("g2\tLeave\tno date\t")


@pytest.mark.parametrize("command", PICTURES)
def test_a_picture_is_a_new_file_for_its_owner_only(year: Any, tmp_path: Path, command: str) -> None:
    file = tmp_path / "page.svg"
    made = year(*command.split(), "--svg", str(file))
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith(f"wrote {file} ({file.stat().st_size:,} bytes, sha256 ")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text().startswith("<svg")
    file.write_text("mine")
    there = f"error: {file} is there already; I left it as it is.\n       --force replaces it.\n"
    assert year(*command.split(), "--svg", str(file)) == (1, "", there)
    assert file.read_text() == "mine"
    assert year(*command.split(), "--svg", str(file), "--force", "-q").code == 0
    assert file.read_text().startswith("<svg")


@pytest.mark.parametrize("command", PICTURES)
def test_a_picture_never_replaces_the_journal(year: Any, journal: Path, command: str) -> None:
    assert year(*command.split(), "--svg", str(journal), "--force") == (
        1,
        "",
        f"error: {journal} is the journal itself, or belongs to it; I wrote nothing.\n       Name another file.\n",
    )
    assert year("note", "-q").out == "n1\n"


def test_quietly_a_page_is_only_the_refs_it_is_about(year: Any, run: Any, tmp_path: Path) -> None:
    assert year("-q") == year("dashboard", "-q") == (0, "", "")
    year("action", "add", "Call Bo", "--by", "2026-05-01")
    assert year("-q") == (0, "a1\n", "")
    for words, ref in (
        ("show g1", "g1"),
        ("goal show g1", "g1"),
        ("show ana", "p1"),
        ("person show ana", "p1"),
        ("show ms1", "ms1"),
        ("skill show sql", "s1"),
        ("show w1", "w1"),
        ("show w1 --at today", "w1"),
        ("role show backend-developer", "backend-developer"),
    ):
        assert year(*words.split(), "-q") == (0, f"{ref}\n", "")
    assert year("show", "n2", "-q").code == 1  # a private one is told only with --private
    picture = tmp_path / "page.svg"
    assert year("dashboard", "-q", "--svg", str(picture)).code == 0
    assert picture.exists()


def test_quietly_an_empty_journal_needs_nothing(run: Any) -> None:
    assert run("-q") == (0, "", "")
