"""`skill rate … --of P`: the level I give somebody I mentor, with what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.cli import options
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.cli.rating import Given
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.domain.skills import Assessment
    from mentorlog.env import Env


def assess(env: Env, given: Given) -> None:
    """Keep an assessment. Raises Unknown for a person, skill or ref nobody knows, Unreadable for no level,
    Misused for somebody else's word on them."""
    from mentorlog.cli.careers import skill_id
    from mentorlog.domain.refs import read_refs
    from mentorlog.domain.skills import Assessment, read_level
    from mentorlog.domain.text import clean
    from mentorlog.store.evidence import show_by

    if given.by.casefold() != "me":
        raise Misused("What others say of somebody else is not kept.", "Leave --by out, or --of.")
    level, day = read_level(given.level), options.on_day(env, given.on)
    note = clean(given.note, "note") if given.note else ""
    refs = read_refs(given.evidence)
    with env.write("skill rate") as store:
        person = store.find.person(given.of)
        made = Assessment(
            person_id=person.id,
            skill=skill_id(env, store, given.skill),
            level=level,
            day=day,
            note=note,
            visibility=env.visibility(given.private, given.share),
        )
        earlier = store.all(
            Assessment,
            "person_id = ? AND skill = ? AND day <= ?",
            (person.id, made.skill, day.isoformat()),
            "day DESC, id DESC",
            1,
        )
        kept = store.add(made)
        shown = show_by(store, kept, refs)
    env.kept(kept, _assessed(env, kept, earlier[0].level if earlier else None, person, shown))


def _assessed(env: Env, given: Assessment, was: int | None, person: Person, shown: list[Record]) -> str:
    """`backups 2 → 3 · of Bo · by me · today · evidence w8`."""
    from mentorlog.domain.spoken import day_words

    day = "today" if given.day == env.today else day_words(given.day, env.today)
    if given.private:
        return f"assessment · {day} · PRIVATE"
    step = f"{was} → {given.level}" if was not in (None, given.level) else str(given.level)
    said = [f"{given.skill} {step}", f"of {person.called}", "by me", day]
    if shown:
        said.append("evidence " + ", ".join(str(one.ref) for one in shown))
    return " · ".join(said)
