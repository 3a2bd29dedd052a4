"""People as rows and cards; no Rich."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.people import Between, Person, PersonPage
from mentorlog.domain.spoken import (
    day_words,
    due_words,
    every_words,
    minutes_words,
    relative,
    short_day,
    times_words,
)
from mentorlog.domain.text import first_line
from mentorlog.views.columns import Card, Column, Section
from mentorlog.views.rows import REF, marked

LONGEST = 200
"""Characters of an entry; its ref leads to the rest."""

PERSON_COLUMNS = [
    REF,
    Column("Name", flex=True),
    Column("Handle", priority=2, style="muted"),
    Column("Role", priority=3),
    Column("Last", priority=1),
    Column("Every", priority=4),
    Column("Next"),
    Column("Mine", align="right", priority=1),
    Column("Theirs", align="right", priority=1),
]


def person_row(person: Person, between: Between, today: date) -> list[str]:
    """One person: ref, name, handle, role, last talk, cadence, next talk, open promises."""
    cadence = between.mentorship.cadence if between.mentorship else None
    return [
        str(person.ref),
        marked(person, person.name),
        person.handle,
        person.role,
        short_day(between.last, today) if between.last else "",
        every_words(cadence).removeprefix("every ") if cadence else "",
        next_words(between, today),
        str(between.mine or ""),
        str(between.theirs or ""),
    ]


def next_words(between: Between, today: date) -> str:
    """When the next talk is: `planned in 3 days`, `due tomorrow`, `paused until 1 Jun`; may be empty."""
    if between.planned:
        return f"planned {relative(between.planned, today)}"
    paused = between.mentorship.paused_until if between.mentorship else None
    if paused and paused > today:
        return f"paused until {short_day(paused, today)}"
    return due_words(between.due, today) if between.due else ""


def card(page: PersonPage) -> Card:
    """The page of a person."""
    person = page.person
    sections = [
        Section("Promises", f"{len(page.actions)} open", [_action(page, one) for one in page.actions]),
        Section("Topics", f"{len(page.topics)} open", list(_topics(page))),
        Section("Conversations", f"{page.talks} in all", list(_meetings(page))),
        Section("Feedback", _feedback(page)),
    ]
    return Card(
        ref=f"person {person.ref}",
        title=marked(person, person.name),
        facts=[fact for fact in _facts(page) if fact[1]],
        body=f"How we met: {person.met}" if person.met else "",
        sections=[one for one in sections if one.rows or (one.name == "Feedback" and one.note)],
    )


def _facts(page: PersonPage) -> Iterator[tuple[str, str]]:
    person, between, today = page.person, page.between, page.today
    yield "", person.role
    yield "handle", person.handle
    if between.mentorship:
        began = day_words(between.mentorship.started, today, weekday=False)
        yield "", f"I am the {between.mentorship.side} since {began}"
        yield "", every_words(between.mentorship.cadence) if between.mentorship.cadence else ""
        yield "for", between.mentorship.purpose
    yield "last", day_words(between.last, today) if between.last else "not yet"
    yield "next", next_words(between, today)
    yield "", person.title
    yield "at", person.organisation
    yield "e-mail", person.email
    yield "phone", person.phone
    yield "links", person.links
    yield "introduced by", page.introduced_by


def _action(page: PersonPage, one: Action) -> list[str]:
    owner = "me" if one.owner_id is None else page.owners.get(one.owner_id, "someone")
    return [str(one.ref), f"{owner}: {_brief(one.text)}", due_words(one.due, page.today) if one.due else ""]


def _topics(page: PersonPage) -> Iterator[list[str]]:
    for one in page.topics:
        times = page.carried.get(one.ref, 0)
        yield [str(one.ref), _brief(one.text), f"carried {times_words(times)}" if times else ""]


def _meetings(page: PersonPage) -> Iterator[list[str]]:
    for one in page.meetings:
        length = minutes_words(one.minutes) if one.minutes else ""
        yield [str(one.ref), _brief(one.notes) or "no notes", short_day(one.day, page.today), length]


def _feedback(page: PersonPage) -> str:
    counts = ((page.heard, "from them"), (page.given, "given to them"), (page.owed, "to give"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _brief(text: str) -> str:
    return first_line(text, LONGEST)
