"""Other people's names replaced by what they are to me: “a mentor”, “a colleague (R.)”.

It knows the people of the journal only, by their whole name, each part of it and their handle, as whole
words in any case. A nickname, a place or an employer stays, and a word that is also a name goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar, cast

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.people import Person

T = TypeVar("T")
Replace = Callable[[str], str]

CALLED = {"mentor": "a mentor", "mentee": "a mentee", "sponsor": "a sponsor", "manager": "a manager"}
"""What a person is called, by what they are to me; anybody else is a colleague."""
OTHERS = "a colleague"
CODES = frozenset(
    (
        *("uid", "created_at", "updated_at", "deleted_at", "visibility", "kind", "kinds", "state", "sort"),
        *("tone", "aspect", "form", "stage", "side", "measure", "label", "code", "flavor", "sha256"),
        *("from_kind", "to_kind", "record_kind", "zone", "starts_at", "time"),
    )
)
"""Fields that hold a word of ours, not of a person's."""
SOMEBODY = "somebody"
"""Whoever a name that two people share may mean."""


def labels(people: Iterable[Person]) -> dict[int, str]:
    """What each person is called, by id: with an initial where several are the same to me, then a number."""
    people = sorted(people, key=lambda one: one.id)
    roles = {one.id: CALLED.get(one.role, OTHERS) for one in people}
    shared, used = Counter(roles.values()), Counter[str]()
    found = {}
    for one in people:
        label = roles[one.id]
        if shared[label] > 1:
            label = f"{label} ({one.name[:1].upper()}.)"
            used[label] += 1
            label = f"{label[:-1]} {used[label]})" if used[label] > 1 else label
        found[one.id] = label
    return found


def redaction(people: Iterable[Person], readers: Collection[int] = ()) -> Replace:
    """What replaces the names of these people in a text; `readers` are the ids of those who keep theirs."""
    people = list(people)
    called = labels(people)
    words: dict[str, set[str]] = {}
    for one in people:
        for word in _names(one):
            words.setdefault(word, set()).add("" if one.id in readers else called[one.id])
    meant = {
        word: "" if "" in found else found.pop() if len(found) == 1 else SOMEBODY
        for word, found in words.items()
    }
    meant = {word: label for word, label in meant.items() if label}
    if not meant:
        return lambda text: text
    longest = sorted(meant, key=lambda word: (-len(word), word))
    # An underscore is no part of a word here: Markdown stresses with it, and names are joined by it.
    pattern = re.compile(
        rf"(?<![^\W_])@?({'|'.join(map(_pattern, longest))})(?![^\W_]|[\u0300-\u036f])", re.IGNORECASE
    )

    def replace(text: str) -> str:
        return pattern.sub(lambda found: _label(meant, found, text), text)

    return replace


def redacted(value: T, replace: Replace) -> T:
    """A value with the names in every text of it replaced, however deep."""
    if isinstance(value, str):
        return cast(T, replace(value))
    if isinstance(value, Frozen):
        changes = {
            name: one if name in CODES else redacted(one, replace) for name, one in value.__dict__.items()
        }
        return cast(T, type(value)(**changes))
    if isinstance(value, tuple):
        each = [redacted(one, replace) for one in value]
        return cast(T, type(value)._make(each) if hasattr(value, "_make") else tuple(each))
    if isinstance(value, Mapping):
        return cast(T, {key: redacted(one, replace) for key, one in value.items()})
    return value


def _names(person: Person) -> set[str]:
    """What may stand for a person: the whole name, its parts but initials and particles, and the handle."""
    parts = [part.strip(".,'’\"()") for part in person.name.split()]
    parts = [part for part in parts if len(part) > 1 and not (part.islower() and part.isascii())]
    found = {_key(one) for one in (person.name, person.handle, *parts) if one.strip()}
    return found | {_bare(one) for one in found}


def _key(word: str) -> str:
    said = re.sub("[’ʼ]", "'", unicodedata.normalize("NFC", word))
    return " ".join(said.casefold().replace("_", " ").split())


def _bare(word: str) -> str:
    """As it is typed in haste: without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _pattern(word: str) -> str:
    """The word however its accents are encoded, its spaces broken and its apostrophe drawn."""
    forms = dict.fromkeys((word, unicodedata.normalize("NFD", word)))
    return "|".join(re.escape(form).replace(r"\ ", r"[\s_]+").replace("'", "['’ʼ]") for form in forms)


def _label(meant: Mapping[str, str], found: re.Match[str], text: str) -> str:
    label = meant.get(_key(found[1]), SOMEBODY)
    begins = not text[: found.start()].strip() or re.search(r"[.!?]\s+$", text[: found.start()])
    return label[:1].upper() + label[1:] if begins else label
