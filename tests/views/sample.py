"""One small journal on a fixed day, Sun 22 Nov 2026, and an empty one."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.links import EVIDENCE, FROM, Link
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.moments import Moment
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Snapshot, Talk

TODAY = date(2026, 11, 22)
EMPTY = Snapshot(today=TODAY)

PEOPLE = (
    Person(id=1, name="Priya Nair", handle="priya", role="mentor"),
    Person(id=2, name="Sam Ortiz", handle="sam", role="peer"),
    Person(id=3, name="Lena Vogt", handle="lena", role="mentee"),
)
GOALS = (
    Goal(
        id=1,
        title="Ship the public API",
        why="Owning an external contract end to end is the staff-level gap named in review.",
        done_when="two partners live on it for a month",
        due=date(2026, 12, 31),
        person_id=1,
        measure="steps",
        started=date(2026, 7, 6),
    ),
    Goal(id=2, title="Speak at a local meetup", due=date(2026, 12, 12), started=date(2026, 9, 15)),
    Goal(id=3, title="Grow two junior engineers", due=date(2027, 3, 31), started=date(2026, 9, 28)),
    Goal(
        id=4,
        title="Read three design books",
        due=date(2026, 11, 1),
        measure="count",
        target=3,
        started=date(2026, 7, 6),
    ),
    Goal(id=5, title="Write in plain English", state="paused", started=date(2026, 8, 1)),
)
STEPS = tuple(
    Step(id=number, goal_id=1, text=text, position=number, due=due, done=done)
    for number, (text, due, done) in enumerate(
        (
            ("Endpoint inventory agreed", date(2026, 8, 14), date(2026, 8, 14)),
            ("OpenAPI spec reviewed", date(2026, 10, 2), date(2026, 10, 2)),
            ("Error format settled with the mobile team", date(2026, 10, 20), date(2026, 10, 23)),
            ("Auth endpoints frozen", date(2026, 11, 21), date(2026, 11, 19)),
            ("Beta with two partners", date(2026, 12, 4), None),
            ("Public launch", date(2026, 12, 31), None),
        ),
        1,
    )
)
PROGRESS = (
    Progress(id=1, goal_id=2, day=date(2026, 10, 19), value=30, note="Talk proposal accepted"),
    Progress(id=2, goal_id=3, day=date(2026, 10, 30), value=30),
    Progress(id=3, goal_id=3, day=date(2026, 11, 12), value=45, note="Kim led the retro alone"),
    Progress(id=4, goal_id=4, day=date(2026, 9, 2), value=1),
    Progress(id=5, goal_id=5, day=date(2026, 8, 20), value=10),
)
ACTIONS = (
    Action(id=14, text="Send Priya the RFC draft", person_id=1, goal_id=1, due=date(2026, 11, 19)),
    Action(id=17, text="Ask Lena for two beta partners", goal_id=1, due=date(2026, 11, 27)),
    Action(id=18, text="Introduce me to the platform lead", owner_id=1, person_id=1, goal_id=1),
    Action(
        id=11,
        text="Lightning talk at team demo",
        skill_id=2,
        due=date(2026, 10, 20),
        state="done",
        ended=date(2026, 10, 19),
    ),
    Action(id=19, text="Dry run with Priya", skill_id=2, goal_id=2, due=date(2026, 11, 30)),
    Action(id=20, text="Meetup talk, 20 minutes", skill_id=2, goal_id=2, due=date(2026, 12, 12)),
)
SKILLS = (
    Skill(id=1, name="System design", handle="system-design", target=4),
    Skill(id=2, name="Public speaking", handle="public-speaking", category="communication", target=4),
    Skill(id=3, name="Mentoring others", handle="mentoring-others", category="leadership", target=3),
    Skill(id=4, name="Estimation", handle="estimation", category="delivery", target=3),
    Skill(id=5, name="Go", handle="go", target=4),
    Skill(id=6, name="People management", handle="people-management", category="management", target=2),
)
RATINGS = tuple(
    Rating(id=number, skill_id=skill, level=level, day=day, by_id=by)
    for number, (skill, level, day, by) in enumerate(
        (
            (1, 2, date(2025, 10, 1), None),
            (1, 3, date(2026, 5, 11), None),
            (2, 1, date(2025, 9, 1), None),
            (2, 2, date(2026, 4, 20), None),
            (2, 3, date(2026, 10, 20), 1),
            (3, 1, date(2025, 11, 3), None),
            (3, 2, date(2026, 4, 2), None),
            (3, 3, date(2026, 9, 28), None),
            (3, 2, date(2026, 10, 1), 2),
            (4, 2, date(2025, 6, 1), None),
            (5, 3, date(2025, 6, 1), None),
            (5, 4, date(2026, 6, 30), None),
        ),
        1,
    )
)
TALKS = (
    Talk(meeting=Meeting(id=24, day=date(2026, 11, 24), time="10:00", minutes=45), people=(1,)),
    Talk(
        meeting=Meeting(id=23, day=date(2026, 11, 10), minutes=45, notes="Scope the talk to one story."),
        people=(1,),
    ),
    Talk(meeting=Meeting(id=22, day=date(2026, 11, 6), minutes=30), people=(3,)),
)
MENTORSHIPS = (
    Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 7, 1)),
    Mentorship(id=2, person_id=3, side="mentor", cadence=21, started=date(2026, 9, 1)),
)
LINKS = (
    Link(id=1, from_kind="action", from_id=14, to_kind="meeting", to_id=23, label=FROM),
    Link(id=2, from_kind="rating", from_id=8, to_kind="meeting", to_id=23, label=EVIDENCE),
)
ACTIVE_DAYS = {
    day: 1 + back * 13 % 5
    for back in range(181)
    if (day := TODAY - timedelta(days=back)).weekday() < 5 and back * 37 % 101 < 20 + (181 - back) // 4
}
SAMPLE = Snapshot(
    today=TODAY,
    me="Alex Kim",
    people={one.id: one for one in PEOPLE},
    mentorships=MENTORSHIPS,
    talks=TALKS,
    topics=(Topic(id=5, person_id=1, text="Is a lateral move a step back?", raised=date(2026, 11, 18)),),
    actions=ACTIONS,
    goals=GOALS,
    steps=STEPS,
    progress=PROGRESS,
    skills=SKILLS,
    ratings=RATINGS,
    links=LINKS,
    first_day=date(2025, 6, 1),
    last_win=date(2026, 10, 19),
    active_days=ACTIVE_DAYS,
)
MOMENTS = (
    Moment(
        day=date(2026, 11, 10),
        kind="meeting",
        ref=Ref("meeting", 23),
        label="1:1",
        title="Priya: freeze auth first",
    ),
    Moment(
        day=date(2026, 11, 6),
        kind="feedback",
        ref=Ref("feedback", 4),
        label="Feedback",
        title="Sam: clear RFC",
    ),
    Moment(day=date(2026, 10, 9), kind="win", ref=Ref("win", 2), label="Win", title="Two partners signed up"),
    Moment(
        day=date(2026, 10, 2),
        kind="note",
        ref=Ref("note", 8),
        label="Note",
        title="Four reviewers were enough",
    ),
)
