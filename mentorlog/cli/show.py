"""Showing one record: a goal by its page, every other kind as a card of its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorlog.cli.fields import FIELDS, day_and_time
from mentorlog.cli.pages import brief, page, show_facts
from mentorlog.cli.readers import goal, kinds, minutes, person, skill
from mentorlog.cli.sections import own_sections
from mentorlog.domain.spoken import minutes_words
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.store import Store
    from mentorlog.views.columns import Card, Section

LONG = (
    *("text", "notes", "situation", "behaviour", "impact", "why", "done_when", "question", "verdict"),
    *("story_situation", "story_task", "story_action", "story_result"),
)
ELSEWHERE = ("options", "expectation", "outcome", "scores")
"""Fields that have a section of their own."""


def show_record(env: Env, text: str, private: bool = False) -> None:
    """Show any record. Raises Unknown; Refused for a private one without `private`."""
    with env.read(private=True) as store:
        record = store.find.record(text, removed=True)
    elsewhere = {kind: _elsewhere(kind) for kind in ("person", "mentorship", "skill")}
    own = ({"goal": show_goal, "role": _role} | elsewhere).get(record.kind)
    check_shown(record, private)
    if own is not None and record.deleted_at is None:
        own(env, record, private)
        return
    with env.read(private) as store:
        check_seen(store, record)
        card = card_of(store, env, record, private)
        around = {"links": _links(store, record), "tags": store.links.tags(record.ref)}
        asides = _asides(store, record) if private else []
    show_card(env, record, card, around | ({"asides": asides} if asides else {}))


def _elsewhere(kind: str) -> Any:
    """The page of a person or skill, which its noun draws."""

    def shown(env: Env, record: Any, private: bool) -> None:
        from importlib import import_module

        import_module(f"mentorlog.cli.{kind}").show_page(env, record, private)

    return shown


def _role(env: Env, record: Record, private: bool) -> None:
    from mentorlog.cli.role_page import show_page

    show_page(env, str(record.ref), private)


def check_shown(record: Record, private: bool) -> None:
    """Raises Refused for a private record that was not asked for as such."""
    if record.private and not private:
        raise Refused(f"{record.ref} is private.", f"mentorlog show {record.ref} --private")


def check_seen(store: Store, record: Record, verb: str = "show") -> None:
    """Raises Refused for a record that this store's lens hides: it is private, or hangs on one that is."""
    from mentorlog.errors import Unknown

    try:
        store.get(record.ref, removed=True)
    except Unknown:
        hint = f"mentorlog {verb} {record.ref} --private"
        raise Refused(f"{record.ref} is private.", hint) from None


def show_card(env: Env, record: Record, card: Card, extra: dict[str, Any] | None = None) -> None:
    """Show a record's card; its JSON is the record with what stands around it."""
    from mentorlog.formats.json import plain

    if brief(env, [record.ref]):
        return

    show_facts(env, record.kind, card, lambda: plain(record) | plain(extra or {}))


def show_goal(env: Env, aim: Goal, private: bool = False, svg: str = "", force: bool = False) -> None:
    """The page of a goal. Raises Refused for a private one without `private`."""
    from datetime import date

    from mentorlog.domain.goalpage import goal_page
    from mentorlog.domain.goals import Progress, Step
    from mentorlog.domain.timeline import chosen
    from mentorlog.store.snapshot import snapshot
    from mentorlog.store.timeline import Chronicle

    check_shown(aim, private)
    if not svg and brief(env, [aim.ref]):
        return
    with env.read(private) as store:
        now = snapshot(store, env.today, env.me)
        # A goal that ended long ago is not in the snapshot; its steps and progress are its own.
        now = now.but(
            steps=tuple(store.all(Step, "goal_id = ?", (aim.id,))),
            progress=tuple(store.all(Progress, "goal_id = ?", (aim.id,))),
        )
        chronicle = Chronicle(
            store, min(aim.started, env.today), max(env.today, aim.due or date.min), env.today
        )
        about = chosen(chronicle.moments(), goal=aim.id)
    page(env, "goals", goal_page(now, aim, about), schema="goal-page", svg=svg, force=force, title=aim.title)


def card_of(store: Store, env: Env, record: Any, private: bool = False) -> Card:
    """A record's facts, words and surroundings, as far as this store's lens shows them."""
    from mentorlog.views.columns import Card

    facts, body = facts_of(store, env, record)
    return Card(
        ref=str(record.ref),
        title=record.kind.capitalize(),
        facts=facts,
        body=body,
        sections=[
            *own_sections(store, record, env.today),
            *sections_of(store, env, record),
            *_aside_section(store, record, private),
        ],
    )


def facts_of(store: Store, env: Env, record: Any) -> tuple[list[tuple[str, str]], str]:
    """Short facts as pairs, and the long texts as one body."""
    facts, texts = [], []
    for field in FIELDS.get(record.kind, ()):
        value = getattr(record, field.name)
        if (
            field.name in ELSEWHERE
            or value in (None, "")
            or (record.kind == "action" and field.name == "why" and not value)
        ):
            continue
        said = day_and_time(env, record, field.name) or str(value)
        if field.read is minutes:
            said = minutes_words(value)
        if field.read is kinds:
            said = value.replace(",", ", ")
        if field.read in (person, goal, skill):
            said = _named(store, {person: "person", goal: "goal", skill: "skill"}[field.read], value)
        if field.name in LONG:
            label = "" if field.name in ("text", "notes", "question") else f"{field.flag.capitalize()}: "
            texts.append(label + said)
        elif said:
            facts.append((field.flag, said))
    facts += _state(record, env)
    return facts, "\n\n".join(texts)


def _state(record: Any, env: Env) -> list[tuple[str, str]]:
    from mentorlog.domain.spoken import day_words

    facts = []
    if state := getattr(record, "state", ""):
        facts.append(("state", state))
    for name in ("started", "ended", "closed", "delivered"):
        if name in {field.name for field in FIELDS.get(record.kind, ())}:
            continue  # it is among the facts already
        if day := getattr(record, name, None):
            facts.append((name, day_words(day, env.today)))
    if record.private:
        facts.append(("", "PRIVATE"))
    if record.deleted_at:
        facts.append(("", f"removed; mentorlog restore {record.ref}"))
    return facts


def _named(store: Store, kind: str, id: int) -> str:
    from mentorlog.domain.kinds import class_of

    found = store.one(class_of(kind), "id = ?", (id,))
    return "" if found is None else found.headline if kind != "goal" else f"{found.headline} ({found.ref})"


def sections_of(store: Store, env: Env, record: Record) -> list[Section]:
    """What points to a record and what it points to, by label, each with its first words."""
    from mentorlog.domain.text import first_line
    from mentorlog.views.columns import Section

    rows: dict[str, list[list[str]]] = {}
    for one in store.links.of(record.ref):
        rows.setdefault(one.label.capitalize(), []).append([str(one.target), _headline(store, one.target)])
    for one in store.links.to(record.ref):
        rows.setdefault(_BACK.get(one.label, f"{one.label.capitalize()} of"), []).append(
            [str(one.source), _headline(store, one.source)]
        )
    if tags := store.links.tags(record.ref):
        rows["Tags"] = [["", " ".join(f"#{tag}" for tag in tags)]]
    return [
        Section(name, rows=[[ref, first_line(text, 200)] for ref, text in found])
        for name, found in rows.items()
    ]


_BACK = {
    "from": "Led to",
    "carried": "Carried over in",
    "evidence": "Shows",
    "before": "Was before",
    "about": "Mentioned in",
    "with": "With",
}


def _headline(store: Store, ref: Any) -> str:
    from mentorlog.domain.kinds import class_of

    found = store.one(class_of(ref.kind), "id = ?", (ref.id,))
    return found.headline if found else ""


def _links(store: Store, record: Record) -> list[dict[str, str]]:
    pairs = [*store.links.of(record.ref), *store.links.to(record.ref)]
    return [{"from": str(one.source), "to": str(one.target), "as": one.label} for one in pairs]


def _asides(store: Store, record: Any) -> list[str]:
    return [one.text for one in store.meetings.asides(record)] if record.kind == "meeting" else []


def _aside_section(store: Store, record: Any, private: bool) -> list[Section]:
    from mentorlog.views.columns import Section

    texts = _asides(store, record) if private else []
    return [Section("Private notes", rows=[["", text] for text in texts])] if texts else []
