"""A small catalogue and somebody's standpoint in it, for the career pages, on Sun 22 Nov 2026."""

from __future__ import annotations

from datetime import date

from mentorlog.career.catalogue import Activity, Catalogue, Move, Role, Skill
from mentorlog.career.effort import Hours
from mentorlog.career.journal import catalogue_with
from mentorlog.career.library import Library
from mentorlog.career.pack import need
from mentorlog.career.standpoint import Standpoint, standpoint
from mentorlog.domain.actions import Action
from mentorlog.domain.careers import Said, Word
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim, Position
from mentorlog.domain.skills import Assessment, Rating
from mentorlog.domain.skills import Skill as OwnSkill

TODAY = date(2026, 11, 22)
GROUPS = {"language": (("python", "java", "go"), "one server-side language")}
SKILLS = (
    Skill(id="sql", name="SQL", transfer={"data-modelling": 0.3}),
    Skill(id="data-modelling", name="Data modelling"),
    Skill(id="python", name="Python"),
    Skill(id="java", name="Java"),
    Skill(id="go", name="Go"),
    Skill(id="delivery", name="Continuous integration and delivery"),
    Skill(id="backups", name="Backups and recovery"),
    Skill(id="people-management", name="People management", category="management"),
)


def _role(id: str, name: str, family: str, seniority: int, needs: str) -> Role:
    asked = tuple(need(one, GROUPS) for one in needs.split())
    return Role(id=id, name=name, family=family, seniority=seniority, needs=asked)


ROLES = (
    _role("dba", "Database administrator", "data", 3, "sql:4:3 backups:4:3 data-modelling:2"),
    _role("backend", "Backend developer", "software", 3, "language:3:3 sql:3 data-modelling:3 delivery:2:1"),
    _role("data", "Data engineer", "data", 3, "python:3:3 sql:4 data-modelling:4"),
    _role("senior", "Senior backend developer", "software", 4, "language:4:3 sql:3 delivery:4"),
    _role("lead", "Tech lead", "software", 5, "language:4 people-management:3:3"),
    _role("manager", "Engineering manager", "software", 5, "people-management:4:3 delivery:2"),
)
MOVES = (
    Move("dba", "backend", "sideways", "You know what the queries cost; write what sends them."),
    Move("dba", "data", "sideways", "Half of it is your work already."),
    Move("backend", "senior", "step-up", "Less how to write it, more what to leave out."),
    Move("senior", "lead", "step-up", "Your output becomes that of the team."),
    Move("backend", "manager", "stretch", "Another job, not a promotion."),
)
WAYS = (
    Activity(
        id="course",
        name="Course",
        words="Take a course in {skill}, and do the exercises",
        categories=("technical", "management"),
        levels=(1, 2),
    ),
    Activity(
        id="pairing",
        name="Pairing",
        words="Pair on {skill} an hour a week",
        categories=("technical",),
        levels=(2, 3, 4),
    ),
    Activity(
        id="shadowing",
        name="Shadowing",
        words="Sit beside somebody in {skill}",
        categories=("management",),
        levels=(1,),
    ),
)
HOURS = (Hours(5, 15), Hours(20, 60), Hours(60, 200), Hours(150, 500), Hours(400, 1200))
CATALOGUE = Catalogue.of(SKILLS, ROLES, MOVES, WAYS, HOURS)

SAID = Said(
    today=TODAY,
    positions=(Position(id=1, title="DBA", role="dba", day=date(2021, 5, 1)),),
    aims=(
        Aim(id=1, what="data", stage="exploring", day=date(2026, 9, 1)),
        Aim(id=2, what="backend", stage="aimed", day=date(2026, 9, 1), due=date(2027, 3, 31)),
    ),
    skills=(
        OwnSkill(id=1, name="SQL", handle="sql"),
        OwnSkill(id=2, name="Python", handle="python"),
        OwnSkill(id=3, name="Pipelines", handle="pipelines", aliases="continuous integration and delivery"),
    ),
    ratings=(
        Rating(id=1, skill_id=1, level=4, day=date(2026, 9, 1)),
        Rating(id=2, skill_id=2, level=1, day=date(2026, 9, 1)),
        Rating(id=3, skill_id=2, level=2, day=date(2026, 10, 1), by_id=1),
    ),
    raters={1: "Priya Nair"},
    evidence={Ref("rating", 1): (Ref("note", 31), Ref("win", 9))},
    goals=(Goal(id=4, title="Write the thing", role="backend", due=date(2027, 3, 31), started=TODAY),),
    words=(Word(Ref("meeting", 12), "She would make a good tech lead one day."),),
    actions=(Action(id=7, text="Build the pipeline", skill_id=3),),
)
LENA = SAID.but(
    person=Person(id=3, name="Lena Vogt", handle="lena", role="mentee"),
    positions=(),
    aims=(Aim(id=5, what="backend", stage="exploring", day=TODAY, person_id=3),),
    ratings=(),
    goals=(),
    words=(),
    actions=(),
    assessments=(Assessment(id=1, person_id=3, skill="python", level=2, day=TODAY),),
)


def at(said: Said = SAID, weekly: int | None = 5) -> Standpoint:
    """Where somebody stands in the small catalogue."""
    return standpoint(said, Library(catalogue_with(said, CATALOGUE)), weekly)
