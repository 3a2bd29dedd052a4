"""What two pages are made of: Priya, my mentor, on Sun 22 Nov 2026 with much to say; and Lena, whom I mentor."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.ground import Carried, Ground, Recent
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.wins import Win
from tests.views.sample import ACTIONS, GOALS, PEOPLE, PROGRESS, STEPS, TODAY

PRIYA, SAM, LENA = PEOPLE
NOTES = "Scope the talk to one story. You agreed to freeze auth before the beta."

GROUND = Ground(
    today=TODAY,
    me="Alex Kim",
    person=PRIYA,
    since=date(2026, 11, 11),
    mentorship=Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 7, 1)),
    turns=(
        Turn(id=1, mentorship_id=1, day=date(2026, 7, 1), aspect="phase", value="initiation"),
        Turn(id=2, mentorship_id=1, day=date(2026, 9, 1), aspect="phase", value="cultivation"),
        Turn(id=3, mentorship_id=1, day=date(2026, 9, 1), aspect="focus", value="Owning a contract"),
    ),
    held=(Meeting(id=23, day=date(2026, 11, 10), minutes=45, notes=NOTES),),
    ahead=Meeting(id=24, day=date(2026, 11, 24), time="10:00", minutes=45),
    open=(ACTIONS[0], ACTIONS[2]),
    ended=(
        Action(id=15, text="Freeze auth endpoints", person_id=1, state="done", ended=date(2026, 11, 19)),
        Action(id=16, text="Lend me the book", owner_id=1, state="dropped", ended=date(2026, 11, 12)),
    ),
    topics=(
        Topic(id=5, person_id=1, text="Is a lateral move a step back?", raised=date(2026, 11, 18)),
        Topic(id=3, person_id=1, text="Salary bands", raised=date(2026, 8, 3)),
    ),
    carried={Ref("topic", 3): Carried(times=3, first=Ref("meeting", 9), day=date(2026, 8, 11))},
    goals=(GOALS[0],),
    moved=(GOALS[0],),
    steps=STEPS,
    progress=PROGRESS,
    recent=Recent(
        wins=(
            Win(id=9, text="Cut p99 on the orders query", impact="unblocked mobile", day=date(2026, 11, 17)),
        ),
        feedback=(
            Feedback(id=4, from_id=2, day=date(2026, 11, 16), situation="the RFC", behaviour="late answers"),
            Feedback(id=5, from_id=1, day=date(2026, 11, 15), tone="praise", situation="the retro"),
        ),
        ratings=(Rating(id=8, skill_id=3, level=3, day=date(2026, 11, 14)),),
        before={Ref("rating", 8): Rating(id=7, skill_id=3, level=2, day=date(2026, 4, 2))},
        notes=(Note(id=31, text="She knows the platform lead", day=date(2026, 11, 13)),),
        around={Ref("note", 31): (1,)},
        skills={3: "Mentoring others"},
        names={one.id: one.name for one in PEOPLE},
    ),
    owed=(Feedback(id=6, to_id=1, day=date(2026, 11, 18), tone="praise", situation="her first question"),),
    touched=frozenset({"goals", "advice", "feedback"}),
)

MENTORED = Ground(
    today=TODAY,
    me="Alex Kim",
    person=LENA,
    since=date(2026, 11, 7),
    mentorship=Mentorship(id=2, person_id=3, side="mentor", cadence=21, started=date(2026, 9, 1)),
    held=(Meeting(id=22, day=date(2026, 11, 6), minutes=30),),
    topics=(Topic(id=8, person_id=3, text="Ask about load", raised=TODAY, visibility="private"),),
    recent=GROUND.recent,
    asides=(Aside(id=2, meeting_id=22, text="Quiet again."),),
    secrets=(Note(id=40, text="Tired since October", day=date(2026, 11, 9), visibility="private"),),
)
