"""The round of mentorships as rows, and one of them as a card; no Rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mentorlog.domain.agreement import HEADINGS, agreement_of
from mentorlog.domain.mentorships import Round, latest
from mentorlog.domain.milestones import aspect_words
from mentorlog.domain.people import Mentorship, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import day_words, every_words, relative, short_day
from mentorlog.views.columns import Card, Column, Section
from mentorlog.views.people import next_words
from mentorlog.views.rows import REF, marked

ROUND_COLUMNS = [
    REF,
    Column("Who", flex=True, least=10),
    Column("As", priority=4, style="muted"),
    Column("Last", priority=1),
    Column("Every", priority=6),
    Column("Due"),
    Column("Mine", align="right", priority=2),
    Column("Theirs", align="right", priority=2),
    Column("Owed", priority=3, style="feedback"),
    Column("Phase", priority=5, style="muted"),
]


def round_row(one: Round, today: date, ref: Ref | None = None, with_side: bool = True) -> list[str]:
    """A line of the round: its ref, who, my side, last talk, cadence, next talk, open promises, owed, phase."""
    mentorship, between = one.between.mentorship, one.between
    cadence = mentorship.cadence if mentorship else None
    named = ref or (mentorship.ref if mentorship else one.person.ref)
    return [
        str(named),
        marked(mentorship if mentorship and mentorship.private else one.person, one.person.name),
        *([mentorship.side if mentorship else ""] if with_side else []),
        f"{short_day(between.last, today)}, {_ago(between.last, today)}" if between.last else "not yet",
        every_words(cadence).removeprefix("every ") if cadence else "",
        _due(one, today),
        str(between.mine or ""),
        str(between.theirs or ""),
        " ".join(map(str, one.owed)),
        one.phase,
    ]


def _ago(day: date, today: date) -> str:
    return "today" if day == today else f"{(today - day).days} d"


def _due(one: Round, today: date) -> str:
    mentorship = one.between.mentorship
    if mentorship is not None and mentorship.ended is not None:
        return f"ended {short_day(mentorship.ended, today)}"
    why = f" ({one.pause})" if one.pause else ""
    return next_words(one.between, today) + why


def card(one: Round, turns: Sequence[Turn], today: date) -> Card:
    """The page of a mentorship: how it stands, what was agreed, and its turns, the latest first."""
    mentorship = one.between.mentorship
    assert mentorship is not None
    agreed = agreement_of(mentorship)
    parts = [("For", agreed.purpose), ("Agreed", agreed.more)]
    parts += [(head, getattr(agreed, name)) for name, head in HEADINGS.items()]
    rows = [_turn(turn, today) for turn in reversed(turns)]
    return Card(
        ref=f"mentorship {mentorship.ref}",
        title=marked(mentorship, f"{mentorship.side.capitalize()} of {one.person.name}"),
        facts=[fact for fact in _facts(one, mentorship, turns, today) if fact[1]],
        body="\n\n".join(f"{head}: {text}" for head, text in parts if text),
        sections=[Section("Turns", f"{len(rows)} on record", rows)] if rows else [],
    )


def _facts(
    one: Round, mentorship: Mentorship, turns: Sequence[Turn], today: date
) -> Iterator[tuple[str, str]]:
    yield "since", day_words(mentorship.started, today, weekday=False)
    yield "ended", day_words(mentorship.ended, today, weekday=False) if mentorship.ended else ""
    focus = latest(turns, "focus", today)
    yield "focus", focus.value if focus else ""
    yield "phase", one.phase
    yield "", every_words(mentorship.cadence) if mentorship.cadence else ""
    last = one.between.last
    yield "last", f"{short_day(last, today)}, {relative(last, today)}" if last else "not yet"
    yield "next", "" if mentorship.ended else _due(one, today)
    yield "open", f"{one.between.mine} mine, {one.between.theirs} theirs"
    yield "feedback owed", " ".join(map(str, one.owed))


def _turn(turn: Turn, today: date) -> list[str]:
    words = f"{turn.aspect}: {aspect_words(turn.aspect, turn.value)}"
    why = f". {turn.why}" if turn.why else ""
    return [str(turn.ref), marked(turn, words + why), short_day(turn.day, today)]
