"""A database administrator wonders about programming: what is missing, which language, and what else belongs in it."""

from __future__ import annotations

from mentorlog.career.ahead import doors
from mentorlog.career.explore import Signals, explore
from mentorlog.career.gap import gap
from mentorlog.career.path import path
from mentorlog.career.plan import plan
from tests.career.worlds import whole

LEVELS = {"sql": 4, "linux": 3, "backups": 4, "python": 1}
CATALOGUE = whole()
DBA, BACKEND = CATALOGUE.role("DBA"), CATALOGUE.role("backend developer")


def test_what_is_there_and_what_is_missing_is_told_apart() -> None:
    lines = {line.called: line for line in gap(BACKEND, LEVELS, CATALOGUE).lines}
    assert (lines["SQL"].now, lines["SQL"].gap) == (4, 0)
    assert lines["API design"].gap is None
    language = lines["one server-side language"]
    assert (language.skill, language.now, language.needed, language.gap) == ("python", 1, 3, 2)
    assert language.hours.low > 0
    assert lines["Data modelling"].via == "sql"


def test_python_opens_most_doors() -> None:
    language = next(line.need for line in gap(BACKEND, LEVELS, CATALOGUE).lines if "python" in line.need.of)
    first, second = doors(language.of, CATALOGUE.roles.values())[:2]
    assert first.skill == "python"
    assert len(first.roles) > len(second.roles)


def test_skills_for_leading_people_belong_in_the_plan() -> None:
    items = plan(BACKEND, LEVELS, CATALOGUE).items
    ahead = [item for item in items if item.why == "ahead"]
    assert "management" in {CATALOGUE.skills[item.skill].category for item in ahead}
    assert all(item.shared is not None and len(item.shared.roles) >= 2 for item in ahead)
    assert "python" in [item.skill for item in items if item.why == "gap"]
    assert all(item.activities for item in items)


def test_the_change_is_one_known_step_and_stands_on_a_shelf() -> None:
    found = path(DBA, BACKEND, LEVELS, CATALOGUE)
    assert [step.to for step in found.steps] == [BACKEND]
    assert found.steps[0].move is not None
    shelf = explore(DBA, LEVELS, CATALOGUE, Signals(goals={BACKEND.id: ()})).sideways
    assert shelf[0].role == BACKEND
