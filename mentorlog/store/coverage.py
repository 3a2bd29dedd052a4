"""What of the fourteen was touched with a person, and what was said not to be our thing."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.coverage import Coverage, Touch, code, coverage, kinds_of
from mentorlog.domain.links import Mute
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.store.records import Records


def touches(store: Records, person: Person) -> list[Touch]:
    """Every conversation and note with a person that says what of the fourteen it was."""
    found = []
    for kind in ("meeting", "note"):
        rows = store.db.execute(
            f"SELECT {kind}.id, {kind}.day, {kind}.kinds FROM link JOIN {kind} ON {kind}.id = link.from_id"
            " WHERE link.to_kind = 'person' AND link.to_id = ? AND link.label = 'with'"
            f" AND link.from_kind = '{kind}' AND link.deleted_at IS NULL"
            f" AND {kind}.deleted_at IS NULL AND {kind}.kinds <> ''",
            (person.id,),
        )
        found += [Touch(Ref(kind, id), date.fromisoformat(day), kinds_of(words)) for id, day, words in rows]
    return found


def mutes(store: Records, person: Person) -> dict[str, Mute]:
    """By kind, what was said not to be our thing with a person."""
    kinds = {code(kind): kind for kind in KINDS}
    found = store.all(Mute, "about = ?", (str(person.ref),))
    return {kinds[one.code]: one for one in found if one.code in kinds}


def coverage_of(store: Records, person: Person, today: date) -> Coverage:
    """The page of what was touched with a person."""
    aside = {kind: one.why for kind, one in mutes(store, person).items()}
    return coverage(person, touches(store, person), aside, today)
