"""The records of a folder of notes, sorted for asking: what belongs to what, and what each note is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mentorlog.domain.documents.journal import day_of
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.links import Link, Tag
from mentorlog.domain.people import Mentorship
from mentorlog.domain.pointers import pointers
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import day_words, join_words
from mentorlog.domain.text import first_line

_LABELS = {
    "person_id": "With",
    "owner_id": "To do for",
    "introduced_by": "Introduced by",
    "closed_in": "Talked about in",
    "who_id": "To meet",
}
_LONGEST_TITLE = 80


class Everything(Frozen):
    """All that goes into the folder, sorted for asking: parts by what they belong to, links either way."""

    records: Mapping[Ref, Record]
    parts: Mapping[Ref, Sequence[Record]]
    ways: Mapping[Ref, Sequence[tuple[str, Ref]]]
    back: Mapping[Ref, Sequence[Ref]]
    tags: Mapping[Ref, Sequence[str]]
    names: Mapping[int, str]


def sorted_out(records: Mapping[str, Sequence[Record]]) -> Everything:
    """The records of each kind, sorted for asking."""
    nouns = tuple(one for kind in NOUNS for one in records.get(kind, ()))
    there = {one.ref for one in nouns}
    parts: dict[Ref, list[Record]] = defaultdict(list)
    ways: dict[Ref, list[tuple[str, Ref]]] = defaultdict(list)
    back: dict[Ref, list[Ref]] = defaultdict(list)
    tags: dict[Ref, list[str]] = defaultdict(list)
    bonds = {
        one.ref: Ref("person", one.person_id)
        for one in records.get("mentorship", ())
        if isinstance(one, Mentorship)
    }
    for kind, found in records.items():
        for one in found:
            if isinstance(one, Tag):
                tags[Ref(one.record_kind, one.record_id)].append(one.name)
            elif isinstance(one, Link):
                if one.source in there and one.target in there:
                    ways[one.source].append((one.label.capitalize(), one.target))
                    back[one.target].append(one.source)
                elif one.target in there:  # evidence for a rating is told with the rating
                    ways[one.source].append((one.label, one.target))
            elif kind in NOUNS:
                for field, ref in pointers(one):
                    label = _LABELS.get(field, field.removesuffix("_id").capitalize())
                    ways[one.ref].append((label, ref))
                    back[ref].append(one.ref)
            else:
                owner = next((ref for field, ref in pointers(one) if field != "by_id"), None)
                if owner is not None:
                    parts[bonds.get(owner, owner)].append(one)
    names = {one.id: one.headline for one in records.get("person", ())}
    return Everything(
        records={one.ref: one for one in nouns}, parts=parts, ways=ways, back=back, tags=tags, names=names
    )


def title_of(whole: Everything, one: Record) -> str:
    """What the note of a record is called."""
    day = day_of(one)
    on = f", {day_words(day, day, weekday=False)}" if day else ""
    people = [whole.names[ref.id] for _, ref in whole.ways.get(one.ref, ()) if ref.kind == "person"]
    people = list(dict.fromkeys(people))
    if one.kind == "meeting":
        return f"Conversation{' with ' + join_words(people) if people else ''}{on}"
    if one.kind == "feedback":
        way = "to" if getattr(one, "to_id", None) else "from"
        return f"{str(getattr(one, 'tone', '')).capitalize()} {way} {join_words(people) or 'me'}{on}"
    if one.kind == "rehearsal":
        return f"{'CV' if getattr(one, 'form', '') == 'cv' else 'Interview'} rehearsal{on}"
    said = first_line(one.headline, _LONGEST_TITLE) if one.headline.strip() else ""
    if one.kind == "intro" and people and not getattr(one, "name", ""):
        said = f"Meet {people[0]}"
    return said or f"{one.kind.capitalize()}{on}"
