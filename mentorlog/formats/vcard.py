"""People as vCards, version 4.0 (RFC 6350) or 3.0 (RFC 2426).

vobject reads both, but writes 3.0 alone: so both are written here, each line
escaped and folded as the standard says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from mentorlog.domain.contacts import Contact
from mentorlog.domain.people import Person
from mentorlog.domain.resources import is_address
from mentorlog.domain.text import safe

Version = Literal["3", "4"]

FOLD = 75
"""Octets of a line, the break left out (RFC 6350, section 3.2)."""
_BARE = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


def cards(contacts: Iterable[Contact], version: Version = "4") -> str:
    """The file, a card each. The uid stays the same, so that a second import updates."""
    return "".join(_folded(line) for one in contacts for line in _lines(one, version))


def _lines(contact: Contact, version: Version) -> Iterator[str]:
    person, four = contact.person, version == "4"
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}.0"
    yield "PRODID:-//mentorlog//mentorlog//EN"
    yield f"UID:urn:uuid:{person.uid}"
    if four:
        yield "KIND:individual"
    yield f"FN:{_text(person.name)}"
    yield f"N:{_structured(person.name)}"
    if person.email:
        yield f"EMAIL{'' if four else ';TYPE=INTERNET'}:{_text(person.email)}"
    if person.phone:
        yield f"TEL{'' if four else ';TYPE=VOICE'}:{_text(person.phone)}"
    if person.organisation:
        yield f"ORG:{_text(person.organisation)}"
    if person.title:
        yield f"TITLE:{_text(person.title)}"
    yield from (f"URL:{one}" for one in addresses(person))
    yield from _known(contact, four)
    if person.updated_at:
        yield f"REV:{re.sub(r'[-:]|[.][0-9]+', '', person.updated_at)}"
    yield "END:VCARD"


def _known(contact: Contact, four: bool) -> Iterator[str]:
    """What they are to me and how they came to be known, where that was asked for."""
    if contact.role:
        yield f"CATEGORIES:{_text(contact.role)}"
    if contact.notes:
        yield f"NOTE:{_text(chr(10).join(contact.notes))}"
    if contact.introduced_by and four:
        yield f"RELATED;TYPE=contact:urn:uuid:{contact.introduced_by}"


def addresses(person: Person) -> list[str]:
    """The links of a person that are addresses of the web; `www.` and a bare domain become https."""
    words = person.links.replace(",", " ").split()
    found = (f"https://{word}" if _BARE.fullmatch(word) else word for word in words)
    return [one for one in found if is_address(one)]


def _structured(name: str) -> str:
    """A name in parts: the last word as the family's, what is before it as given. A rule of thumb of ours."""
    *given, family = name.split() or [""]
    return f"{_text(family)};{_text(' '.join(given))};;;" if given else f";{_text(family)};;;"


def _text(text: str) -> str:
    """A value in which nothing ends it early (RFC 6350, section 3.4)."""
    harmless = safe(text).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return harmless.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which cuts a letter in two."""
    made, room = [""], FOLD
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if size > room:
            made.append(" ")
            room = FOLD - 1
        made[-1] += sign
        room -= size
    return "\r\n".join(made) + "\r\n"
