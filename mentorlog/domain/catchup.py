"""Coming back after a gap: a few questions about the gap only. They may all be skipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.people import Between, Person
from mentorlog.domain.spoken import day_words, relative

MOST_PEOPLE = 3
"""People asked about: more would be an interview."""
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")


class Question(Frozen):
    """A question about the gap: `kind` is the record its answer becomes, `command` what keeps it otherwise."""

    kind: str
    words: str
    command: str
    person: Person | None = None


class Gap(Frozen):
    """The days since the last entry (None: there is none), or since a day that was said."""

    today: date
    last: date | None = None
    since: date | None = None
    questions: tuple[Question, ...] = ()

    @property
    def days(self) -> int:
        """How many days it is long; 0 when nobody knows."""
        begin = self.since or self.last
        return (self.today - begin).days if begin else 0

    @property
    def closed(self) -> bool:
        """Is there nothing to ask, because the last entry is of today?"""
        return self.since is None and self.last is not None and self.days <= 0

    @property
    def opening(self) -> str:
        """`Last entry 23 days ago, on Fri 30 Oct 2026. Four questions, Enter skips.`"""
        if self.since is not None:
            began = f"Since {day_words(self.since, self.today)}."
        elif self.last is not None:
            began = f"Last entry {relative(self.last, self.today)}, on {day_words(self.last, self.today)}."
        else:
            began = "No entry yet."
        return f"{began} {NUMBERS[len(self.questions)]} questions"


def gap(
    today: date,
    last: date | None,
    since: date | None,
    people: Sequence[Person],
    between: Mapping[int, Between],
) -> Gap:
    """The gap and its questions. `people`: those I am in a mentorship with, `between` how it stands with each.

    Asked about are those whose conversation has fallen due, the longest due first, at most 3; a single one
    always, unless it is paused.
    """
    asked = [_spoke(one) for one in _whom(today, people, between)] or [HAPPENED]
    return Gap(today=today, last=last, since=since, questions=(*asked, *ALWAYS))


HAPPENED = Question(
    kind="note", words="Anything that happened, in a line?", command='mentorlog log "…" --on D'
)
"""What is asked when there is nobody to ask about."""
ALWAYS = (
    Question(
        kind="action", words="Anything you promised?", command='mentorlog action add "…" --with P --by D'
    ),
    Question(
        kind="feedback",
        words="Anything someone told you about your work?",
        command='mentorlog feedback add --from P -b "…" --on D',
    ),
    Question(kind="win", words="One thing that went well?", command='mentorlog win add "…" --on D'),
)
"""What is asked after every gap."""


def _spoke(person: Person) -> Question:
    command = f'mentorlog meet {person.handle} --on D -n "…"'
    return Question(kind="meeting", words=f"Spoke with {person.name}?", command=command, person=person)


def _whom(today: date, people: Sequence[Person], between: Mapping[int, Between]) -> list[Person]:
    running = [(one, between[one.id]) for one in people if not _paused(between[one.id], today)]
    if len(running) == 1:
        return [running[0][0]]
    due = sorted((how.due, one.id, one) for one, how in running if how.due and how.due <= today)
    return [one for _, _, one in due[:MOST_PEOPLE]]


def _paused(between: Between, today: date) -> bool:
    until = between.mentorship.paused_until if between.mentorship else None
    return until is not None and until > today
