"""From records to the notes of a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mentorlog.domain.documents.journal import (
    Entry,
    Flavor,
    Front,
    Listing,
    Page,
    Said,
    Shelf,
    by_kind,
    daily,
    day_of,
    index,
)
from mentorlog.domain.documents.journal_sorted import Everything, sorted_out, title_of
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.meetings import Aside
from mentorlog.domain.people import Mentorship, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import LEVELS, Rating
from mentorlog.domain.spoken import day_words, every_words

PROSE = frozenset(
    (
        *("text", "why", "notes", "note", "done_when", "state_why", "impact", "situation", "behaviour"),
        *("intent", "question", "options", "chosen", "expectation", "outcome", "verdict", "met", "links"),
        *("purpose", "agreement", "summary", "needs", "scores"),
        *("story_situation", "story_task", "story_action", "story_result"),
    )
)
"""Fields that hold sentences; all others fit in a line of front matter."""
_SAID_ELSEWHERE = frozenset(("day", "raised", "started", "handle", "aliases"))


def pages(records: Mapping[str, Sequence[Record]], me: str, flavor: Flavor) -> Iterator[Page]:
    """Every note of the folder, the index last. `records` by kind, none of them removed."""
    whole = sorted_out(records)
    shelf = Shelf({one.ref: title_of(whole, one) for one in whole.records.values()}, flavor)
    days: dict[date, list[Record]] = defaultdict(list)
    for one in whole.records.values():
        if day := day_of(one):
            days[day].append(one)
        yield _page(whole, shelf, one)
    named = {day: day_words(day, day, weekday=False) for day in days}
    for day, found in days.items():
        yield daily(shelf, found, named[day], day)
    yield index(shelf, tuple(whole.records.values()), named, me)


def _page(whole: Everything, shelf: Shelf, one: Record) -> Page:
    here, title = shelf.path(one.ref), shelf.titles[one.ref]
    ways: dict[str, list[Ref]] = {}
    for label, ref in whole.ways.get(one.ref, ()):
        if ref in shelf.titles and ref not in ways.setdefault(label, []):
            ways[label].append(ref)
    links = tuple(
        Entry(text=label, targets=tuple(shelf.target(here, ref) for ref in refs))
        for label, refs in ways.items()
        if refs
    )
    known = {ref for refs in ways.values() for ref in refs}
    behind = set(whole.back.get(one.ref, ())) - known - {one.ref}
    return Page(
        path=here,
        title=title,
        front=tuple(_front(whole, one, title)),
        said=tuple(_said(whole, one, title)),
        lists=(
            *_parts(whole, shelf, here, one),
            *([Listing(heading="Links", entries=links)] if links else []),
            *by_kind(shelf, here, (whole.records[ref] for ref in whole.records.keys() & behind)),
        ),
    )


def _front(whole: Everything, one: Record, title: str) -> Iterator[Front]:
    yield Front(key="ref", value=str(one.ref))
    yield Front(key="kind", value=one.kind)
    yield Front(key="aliases", value=tuple(dict.fromkeys(filter(None, (title, getattr(one, "handle", ""))))))
    if day := day_of(one):
        yield Front(key="date", value=day)
    if one.private:
        yield Front(key="private", value="yes")
    for name, value in one.values().items():
        plain = name not in Record.fields and name not in PROSE and not name.endswith(("_id", "_by", "_in"))
        if plain and value not in (None, "") and name not in _SAID_ELSEWHERE | {one.title_field}:
            listed = name == "kinds" and isinstance(value, str)
            # A `title` in front matter is a heading to those who check Markdown.
            key = "job_title" if name == "title" else name
            yield Front(key=key, value=tuple(value.split(",")) if listed else value)
    if tags := whole.tags.get(one.ref):
        yield Front(key="tags", value=tuple(sorted({tag.replace(" ", "-") for tag in tags})))


def _said(whole: Everything, one: Record, title: str) -> Iterator[Said]:
    """The words of a record; what the title says whole is not said again."""
    for name in one.fields:
        value = getattr(one, name)
        if isinstance(value, str) and value.strip() and (name in PROSE or name == one.title_field):
            if name == one.title_field and value.strip() == title:
                continue
            heart = name == one.title_field
            yield Said(label="" if heart else name.replace("_", " ").capitalize(), text=value)
    for part in whole.parts.get(one.ref, ()):
        if isinstance(part, Aside):
            yield Said(label="A private note", text=part.text)
        if isinstance(part, Mentorship):
            yield from (Said(label=label, text=text) for label, text in _agreed(part) if text)


def _agreed(one: Mentorship) -> tuple[tuple[str, str], ...]:
    return (("What it is for", one.purpose), ("What we agreed", one.agreement))


def _parts(whole: Everything, shelf: Shelf, here: str, one: Record) -> Iterator[Listing]:
    """The steps and progress of a goal, the ratings of a skill, the turns of a mentorship."""
    parts = whole.parts.get(one.ref, ())
    steps = [part for part in parts if isinstance(part, Step)]
    if steps:
        steps.sort(key=lambda step: (step.position, step.id))
        yield Listing(
            heading="Steps",
            entries=tuple(
                Entry(done=step.done is not None, day=step.done or step.due, text=step.text) for step in steps
            ),
        )
    for heading, cls in (("Progress", Progress), ("Levels", Rating), ("Turns", Turn)):
        told = sorted((part for part in parts if isinstance(part, cls)), key=lambda part: (part.day, part.id))
        entries = tuple(
            Entry(
                day=part.day,
                text=_words(whole, one, part),
                targets=tuple(
                    shelf.target(here, ref) for _, ref in whole.ways.get(part.ref, ()) if ref in shelf.titles
                ),
            )
            for part in told
        )
        if entries:
            yield Listing(heading=heading, entries=entries)


def _words(whole: Everything, one: Record, part: Record) -> str:
    if isinstance(part, Progress):
        counts = isinstance(one, Goal) and one.measure == "count"
        reached = f"{part.value} of {one.target}" if counts and isinstance(one, Goal) else f"{part.value}%"
        return f"{reached}: {part.note}" if part.note else reached
    if isinstance(part, Rating):
        rater = f", {whole.names.get(part.by_id, 'somebody')} says" if part.by_id else ""
        level = f"{part.level} ({LEVELS[part.level]}){rater}"
        return f"{level}: {part.note}" if part.note else level
    if isinstance(part, Turn):
        every = part.aspect == "cadence" and part.value.isascii() and part.value.isdigit() and int(part.value)
        said = f"{part.aspect}: {every_words(every) if every else part.value}"
        return f"{said} ({part.why})" if part.why else said
    return ""
