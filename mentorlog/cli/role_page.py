"""The page of a role: what it is, what it needs, where it leads, and whether it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mentorlog.career.catalogue import Catalogue, Need, Role
    from mentorlog.domain.roles import Aim
    from mentorlog.env import Env
    from mentorlog.views.columns import Card, Section

MOVES = {"step-up": "a step up", "sideways": "sideways", "stretch": "a stretch"}


def show_page(env: Env, text: str, private: bool = False) -> None:
    """Show a role of any origin. Raises Unknown with the closest; Refused for a private one of mine."""
    from mentorlog.cli.careers import library
    from mentorlog.cli.pages import brief, show_facts
    from mentorlog.cli.show import check_shown
    from mentorlog.domain.roles import Aim
    from mentorlog.domain.roles import Role as Own
    from mentorlog.formats.json import plain

    own: Own | None = None
    aims: list[Aim] = []
    if env.begun:
        with env.read(private=True) as store:
            own = store.find.own_role(text)
        if own is not None:
            check_shown(own, private)
        with env.read(private) as store:
            shelf = library(env, store)
            role = shelf.role(own.handle if own else text)
            aims = store.all(Aim, "what = ? AND person_id IS NULL", (role.id,), "day, id")
    else:
        shelf = library(env)
        role = shelf.role(text)
    if brief(env, [role.id]):
        return
    catalogue = shelf.seen_from(role)
    card = _card(role, own, aims, catalogue, env)

    data = _data(role, catalogue) | {"pack": "mine" if own else shelf.home(role), "aims": plain(aims)}
    data["record"] = plain(own) if own else None
    show_facts(env, "role", card, lambda: data)


def _data(role: Role, catalogue: Catalogue) -> dict[str, Any]:
    needs = [
        {
            "skills": list(need.of),
            "name": catalogue.called(need),
            "level": need.level,
            "weight": need.weight,
        }
        for need in role.needs
    ]
    moves = [
        {"to": one.to, "title": catalogue.named(one.to), "kind": one.kind, "note": one.note}
        for one in catalogue.moves.get(role.id, ())
    ]
    return {
        "id": role.id,
        "title": role.name,
        "onet": role.onet,
        "family": role.family,
        "track": role.track,
        "seniority": role.seniority,
        "aliases": list(role.aliases),
        "needs": needs,
        "moves": moves,
    }


def _card(role: Role, own: Any, aims: list[Aim], catalogue: Catalogue, env: Env) -> Card:
    from mentorlog.views.columns import Card

    facts = [
        ("family", role.family),
        ("rank", f"{role.seniority} of 7"),
        ("also called", ", ".join(role.aliases)),
        ("O*NET-SOC", role.onet),
        ("", "yours" if own else ""),
    ]
    if own is not None and own.private:
        facts.append(("", "PRIVATE"))
    body = own.summary if own is not None else ""
    sections = [one for one in _sections(role, aims, catalogue, env) if one.rows]
    return Card(
        ref=role.id, title=role.name, facts=[one for one in facts if one[1]], body=body, sections=sections
    )


def _sections(role: Role, aims: list[Aim], catalogue: Catalogue, env: Env) -> Iterable[Section]:
    from mentorlog.domain.skills import LEVELS
    from mentorlog.views.columns import Section

    yield Section("Yours", rows=[[str(one.ref), _stood(one, env.today)] for one in aims])
    heaviest = sorted(role.needs, key=lambda one: (-one.weight, -one.level))
    yield Section(
        "Needs",
        f"{len(role.needs)}; the heart of it first",
        [[f"{need.level}", _need(need, catalogue), LEVELS[need.level]] for need in heaviest],
    )
    moves = catalogue.moves.get(role.id, ())
    yield Section("Leads to", rows=[[MOVES[one.kind], _move(one.to, one.note, catalogue)] for one in moves])
    comes = [
        (frm, one)
        for frm, out in catalogue.moves.items()
        for one in out
        if one.to == role.id and frm in catalogue.roles
    ]
    yield Section("Comes from", rows=[[MOVES[one.kind], catalogue.named(frm)] for frm, one in comes])


def _stood(aim: Aim, today: date) -> str:
    """`aimed at since 4 May, by 31 Mar 2027`, `explored since 3 May until 4 May`."""
    from mentorlog.domain.roles import STAGE_WORDS
    from mentorlog.domain.spoken import short_day

    due = f", by {short_day(aim.due, today)}" if aim.due else ""
    until = f" until {short_day(aim.ended, today)}" if aim.ended else due
    return f"{STAGE_WORDS[aim.stage]} since {short_day(aim.day, today)}{until}"


def _need(need: Need, catalogue: Catalogue) -> str:
    """What a need is called, with the skills of a group."""
    called = catalogue.called(need)
    return f"{called}: {', '.join(map(catalogue.named, need.of))}" if need.name else called


def _move(to: str, note: str, catalogue: Catalogue) -> str:
    return f"{catalogue.named(to)}{'. ' if note else ''}{note}"
