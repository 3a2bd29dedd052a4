"""A report as a page: it loads and runs nothing, everybody can read it, and no word on it is lost or obeyed."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings

from mentorlog.career.outlook import outlook
from mentorlog.career.pack import load
from mentorlog.domain.actions import Action
from mentorlog.domain.careers import Said
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import EVIDENCE, FROM, WITH, Link
from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.report import report as model_of
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim as RoleAim
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.text import safe
from mentorlog.domain.wins import Win
from mentorlog.formats.report import report
from tests.formats.pages import Page, faults
from tests.thorough import many
from tests.views.nasty import WORDS

TODAY = date(2026, 5, 4)
SAID = WORDS.filter(lambda text: text.strip() != "")


def day(month: int, number: int = 10) -> date:
    return date(2026, month, number)


def link(source: Record, target: Record, label: str) -> Link:
    return Link(from_kind=source.kind, from_id=source.id, to_kind=target.kind, to_id=target.id, label=label)


def filled(text: str) -> Material:
    """Material with these words wherever words can be."""
    who = Person(id=1, name=text, handle="ana")
    talk = Meeting(id=1, day=day(3), starts_at="x", zone="UTC", kinds="advice", notes=text)
    heard = Feedback(id=1, from_id=1, day=day(3), tone="growth", situation=text, behaviour=text, impact=text)
    won = Win(id=1, text=text, day=day(4), impact=text)
    rating = Rating(id=1, skill_id=1, level=2, day=day(2))
    acted = Action(id=3, text=text, state="done", ended=day(4), created_at="2026-01-01")
    made = "2026-01-01"
    return Material(
        people={1: who},
        mentorships=(
            Mentorship(id=1, person_id=1, side="mentee", purpose=text, agreement=text, started=day(1)),
        ),
        turns=(Turn(id=1, mentorship_id=1, day=day(2), aspect="focus", value=text, why=text),),
        goals=(
            Goal(id=1, title=text, why=text, done_when=text, started=day(1), due=day(9), measure="steps"),
            Goal(id=2, title=text, started=day(1), state="dropped", state_why=text, ended=day(3)),
            Goal(id=3, title=text, started=day(2), due=day(4)),
        ),
        steps=(
            Step(id=1, goal_id=1, text=text, position=1, done=day(2)),
            Step(id=2, goal_id=1, text=text, position=2, due=day(6)),
        ),
        progress=(Progress(id=1, goal_id=3, day=day(3), value=30, note=text),),
        meetings=(talk,),
        asides=(Aside(id=1, meeting_id=1, text=text),),
        topics=(
            Topic(id=1, person_id=1, text=text, raised=day(2), state="closed", closed_in=1),
            Topic(id=2, person_id=1, text=text, raised=day(2)),
        ),
        actions=(
            Action(id=1, text=text, owner_id=1, due=day(4), created_at=made),
            Action(id=2, text=text, state="dropped", ended=day(4), why=text, created_at=made),
            acted,
        ),
        feedback=(heard,),
        skills=(Skill(id=1, name=text, handle="sql", target=4),),
        ratings=(rating, Rating(id=2, skill_id=1, level=3, day=day(3), by_id=1)),
        wins=(won,),
        decisions=(
            Decision(
                id=1,
                question=text,
                day=day(2),
                options=f"one\n{text}",
                chosen=text,
                decided=day(3),
                expectation=text,
                outcome=text,
                ended=day(4),
            ),
        ),
        resources=(
            Resource(id=1, title=text, url=f"https://x.org/{text}", state="done", ended=day(4), verdict=text),
        ),
        intros=(Intro(id=1, who_id=1, via_id=1, asked=day(3), why=text),),
        links=(
            link(talk, who, WITH),
            link(rating, won, EVIDENCE),
            link(heard, won, EVIDENCE),
            link(acted, heard, FROM),
        ),
        shown={Ref("win", 1): won},
    )


def said() -> Said:
    """What a journal may hold of a way: three skills, and an aim."""
    skills = [Skill(id=n, name=id, handle=id) for n, id in enumerate(("sql", "python", "mentoring"))]
    ratings = [Rating(id=n, skill_id=n, level=level, day=day(2)) for n, level in enumerate((4, 2, 3))]
    aims = (RoleAim(id=1, what="senior-backend-developer", stage="aimed", day=day(1)),)
    return Said(today=TODAY, aims=aims, skills=tuple(skills), ratings=tuple(ratings))


def page_of(material: Material, **wanted: Any) -> str:
    given: dict[str, Any] = {"until": TODAY, "today": TODAY, "me": "Sam", **wanted}
    near = outlook(said(), load())
    return report(model_of(material, Wanted(**given)).but(career=near), TODAY)


@pytest.fixture(scope="module")
def source() -> str:
    return page_of(filled("Some words."))


def test_a_full_page_is_well_formed_and_holds_only_what_it_may(source: str) -> None:
    assert faults(source) == []
    assert source.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')
    assert source.endswith("</html>\n")
    headings = [words for level, words in Page(source).headings if level == 2]
    assert headings == [
        *("Timeline", "Goals", "Skills", "Rhythm", "Where it could go", "Next steps", "What was agreed"),
        *("Conversations", "Commitments", "Feedback and what came of it", "Wins", "Decisions"),
        *("Resources", "Introductions"),
    ]


@settings(max_examples=many(40))
@given(SAID)
def test_words_are_neither_obeyed_nor_lost(text: str) -> None:
    source = page_of(filled(text), me=text)
    assert faults(source) == []
    said = " ".join(Page(source).text.split())
    for line in safe(text).split("\n"):
        assert " ".join(line.split()) in said


@given(SAID)
@settings(max_examples=many(20))
def test_words_that_are_markup_stay_words(text: str) -> None:
    plain, marked = (
        page_of(filled(f"{word} {text}")) for word in ("words", "</p><script>x</script><svg onload=x>")
    )
    assert faults(marked) == []
    assert re.findall(r"<(/?\w+)", plain)[:40] == re.findall(r"<(/?\w+)", marked)[:40]
    assert "<script" not in marked


def test_the_policy_allows_this_style_sheet_and_nothing_else(source: str) -> None:
    page = Page(source)
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    policy = page.metas["Content-Security-Policy"]
    assert policy.split("; ") == [
        *("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:"),
        *("base-uri 'none'", "form-action 'none'"),
    ]
    assert source.index("Content-Security-Policy") < source.index("<style>")
    assert page.metas["referrer"] == "no-referrer"
    assert page.metas["color-scheme"] == "light dark"
    assert page.metas["viewport"] == "width=device-width, initial-scale=1"


def test_nothing_is_loaded(source: str) -> None:
    page = Page(source)
    loaded = [address for address, rel in page.links if rel in ("icon", "stylesheet", "preload")]
    assert len(loaded) == 1
    assert loaded[0].startswith("data:")
    assert not re.search(r"\s(src|srcset|action|formaction|style|on\w+)=", source)


def test_every_picture_says_in_words_what_it_shows(source: str) -> None:
    titles = re.findall(
        r"<svg[^>]*><title id=\"[\w-]+\">([^<]+)</title><desc id=\"[\w-]+\">([^<]+)</desc>", source
    )
    assert len(titles) == source.count("<svg") == 2 + 3 + 1 + 2 + 2
    days = "On 3 of the 115 days up to 4 May 2026 something happened."
    assert ("Rhythm", f"{days} Most of it in the week of 9 Mar 2026: 6 moments.") in titles
    assert (
        "Levels: Some words.",
        "By me: 2 on 10 Feb 2026. Some words.: 3 on 10 Mar 2026. Aiming at 4.",
    ) in titles


def test_a_picture_that_shows_many_things_has_a_table_too(source: str) -> None:
    assert re.findall(r"<summary>([^<]+)</summary>", source) == [
        "The moments as a table",
        "What shows it",
        "The weeks as a table",
        "The roles as a table",
    ]
    assert source.count('class="scroll" tabindex="0" aria-label=') == 3


def test_levels_of_others_have_marks_of_their_own(source: str) -> None:
    (picture,) = re.findall(r"<svg[^>]*aria-labelledby=\"skill-1-.*?</svg>", source)
    mine, theirs = (
        re.findall(r"<circle[^>]*>", picture),
        re.findall(r"<path[^>]*class=\"voice dot\"", picture),
    )
    assert len(mine) == len(theirs) == 1
    assert "10 Mar 2026: Some words. says 3, on my own" in picture


def test_a_role_that_is_aimed_at_is_marked_in_the_map(source: str) -> None:
    assert "aimed at" in source
    assert "covered, aimed at" in source


def test_nothing_on_record_is_a_page_too() -> None:
    source = report(model_of(Material(), Wanted(until=TODAY, today=TODAY)), TODAY)
    assert faults(source) == []
    assert "Nothing is on record for these days." in source
    assert "<svg" not in source.replace("%3Csvg", "")
    assert '<h1 dir="auto">Mentoring report</h1>' in source


def test_one_goal_alone_is_a_page_too() -> None:
    goals = (Goal(id=1, title="Move", started=TODAY),)
    source = report(model_of(Material(goals=goals), Wanted(until=TODAY, today=TODAY)), TODAY)
    assert faults(source) == []
    assert [words for _, words in Page(source).headings] == ["Mentoring report", "Timeline", "Goals", "Move"]


def test_a_report_of_a_hundred_years_or_of_one_day_can_be_drawn() -> None:
    goals = (Goal(id=1, title="Move", started=date(1926, 1, 1), due=date(2126, 1, 1)),)
    for first in (None, TODAY):
        wanted = Wanted(since=first, until=TODAY, today=TODAY)
        source = report(model_of(Material(goals=goals), wanted), TODAY)
        assert faults(source) == []
        assert source.count("<text") < 100
