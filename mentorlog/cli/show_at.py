"""`show --at`: a record as it was, told from the log."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentorlog.cli import options
from mentorlog.cli.show import check_seen, facts_of, show_card
from mentorlog.domain.spoken import day_words
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.store import Store
    from mentorlog.views.columns import Card, Section


def show_at(env: Env, text: str, at: str, private: bool) -> None:
    """Show a record as it was at the end of a day, here. Raises Refused when it was not there yet, or is private."""
    from mentorlog.store.history import Histories

    day = options.day(env, at, "past")
    with env.read(private=True) as store:
        now = store.find.record(text, removed=True)
    with env.read(private) as store:
        check_seen(store, now)
        there = Histories(store, private).as_of(now.ref, _end(env, day))
        if not there:
            _refuse(store, now, day, private, _end(env, day))
        parts = [one for one in there[1:] if one.deleted_at is None]
        card = _card(env, store, there[0], day, _sections(env, store, there[0], parts))
    show_card(env, there[0], card, {"at": day, "parts": parts})


def _end(env: Env, day: date) -> int:
    """The last millisecond of a day here, since 1970 in UTC."""
    from mentorlog.cli.when import zone

    return round(datetime.combine(day + timedelta(days=1), time(), zone(env)).timestamp() * 1000) - 1


def _refuse(store: Store, record: Record, day: date, private: bool, end: int) -> None:
    from mentorlog.store.history import Histories

    if not private and Histories(store, True).as_of(record.ref, end):
        raise Refused(f"{record.ref} was private then.", f"mentorlog show {record.ref} --at {day} --private")
    said = day_words(day, day, weekday=False)
    raise Refused(f"{record.ref} was not in the journal on {said}.", f"mentorlog history {record.ref}")


def _card(env: Env, store: Store, record: Record, day: date, sections: list[Section]) -> Card:
    from mentorlog.views.columns import Card

    facts, body = facts_of(store, env, record.but(deleted_at=None))
    removed = [("", "removed")] if record.deleted_at else []
    headline = "" if record.headline in body else record.headline
    return Card(
        ref=str(record.ref),
        title=f"{record.kind.capitalize()} {headline}".strip(),
        facts=[("as of", day_words(day, env.today)), *facts, *removed],
        body=body,
        sections=sections,
    )


def _sections(env: Env, store: Store, record: Record, parts: list[Record]) -> list[Section]:
    """What belonged to it, by kind."""
    from mentorlog.domain.history import History, line_of
    from mentorlog.store.history import Histories
    from mentorlog.store.records import to_row
    from mentorlog.views.columns import Section
    from mentorlog.views.told.history import part_words

    lines = [line_of(one.ref, to_row(one)) for one in parts]
    names = Histories(store, private=True).names(lines)
    model = History(today=env.today, ref=record.ref, title="", names=names)
    rows: dict[str, list[list[str]]] = {}
    for line in lines:
        rows.setdefault(line.ref.kind.capitalize(), []).append([str(line.ref), part_words(line, model)])
    return [Section(name, rows=found) for name, found in rows.items()]
