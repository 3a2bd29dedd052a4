"""Cards of either version say what was written, whatever was written, to whoever reads them."""

from __future__ import annotations

import re

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.contacts import Contact
from mentorlog.domain.people import Person
from mentorlog.domain.text import safe
from mentorlog.formats.vcard import Version, addresses, cards
from tests.views.nasty import WORDS

UID = "01a20633-0000-7000-8000-000000000001"
TEXT = WORDS.map(lambda text: text.replace("\0", "").strip())
NAMES = TEXT.map(lambda text: " ".join(safe(text, newline=False).split()) or "Ana")
BOTH = pytest.mark.parametrize("version", ["4", "3"])


def person(**more: str) -> Person:
    values = {"name": "Ana Ruiz", "handle": "ana", "updated_at": "2026-05-04T10:00:00.000Z", "uid": UID}
    return Person(**(values | more))


def lines(text: str) -> dict[str, str]:
    """The value of each property, by name with its parameters."""
    pairs = (line.partition(":") for line in text.replace("\r\n ", "").split("\r\n") if line)
    return {name: value for name, _, value in pairs}


def plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@pytest.mark.parametrize(
    ("version", "email", "phone"), [("4", "EMAIL", "TEL"), ("3", "EMAIL;TYPE=INTERNET", "TEL;TYPE=VOICE")]
)
def test_a_card_says_how_to_reach_somebody(version: Version, email: str, phone: str) -> None:
    one = person(email="ana@almar.example", phone="+34 1", organisation="Almar", title="Engineer, orders")
    card = lines(cards([Contact(person=one)], version))
    assert card["VERSION"] == f"{version}.0"
    assert (card["FN"], card["N"]) == ("Ana Ruiz", "Ruiz;Ana;;;")
    assert (card[email], card[phone]) == ("ana@almar.example", "+34 1")
    assert (card["ORG"], card["TITLE"]) == ("Almar", "Engineer\\, orders")
    assert card["UID"] == f"urn:uuid:{UID}"
    assert card["REV"] == "20260504T100000Z"
    assert not {"NOTE", "CATEGORIES", "RELATED"} & card.keys()


@BOTH
def test_what_is_known_of_them_is_told_when_it_is_given(version: Version) -> None:
    one = Contact(person=person(), role="mentor", notes=("We met.", "Bo knew her."), introduced_by="u2")
    card = lines(cards([one], version))
    assert card["CATEGORIES"] == "mentor"
    assert card["NOTE"] == "We met.\\nBo knew her."
    assert card.get("RELATED;TYPE=contact") == ("urn:uuid:u2" if version == "4" else None)


def test_links_are_addresses_or_left_out() -> None:
    links = "https://ana.example/a?b=1,2 www.ana.example, linkedin.com/in/ana ask-me javascript:alert(1)"
    assert addresses(person(links=links)) == [
        "https://ana.example/a?b=1",
        "https://www.ana.example",
        "https://linkedin.com/in/ana",
    ]


@given(name=NAMES, title=TEXT, organisation=TEXT, phone=TEXT, note=TEXT, version=st.sampled_from(["3", "4"]))
def test_any_words_are_read_back_by_vobject(
    name: str, title: str, organisation: str, phone: str, note: str, version: Version
) -> None:
    one = person(name=name, title=title, organisation=organisation, phone=phone)
    text = cards([Contact(person=one, notes=(note,) if note else ())], version)
    card = lines(text)
    assert plain(card["FN"]) == name
    assert plain(card["NOTE"] if note else "") == safe(note)
    read = vobject.readOne(text)
    assert read.fn.value == name
    assert _text(read, "title") == safe(title)
    assert _text(read, "note") == safe(note)
    org = read.contents.get("org")
    assert ("".join(org[0].value) if org and version == "3" else safe(organisation)) == safe(organisation)


def _text(read: vobject.base.Component, name: str) -> str:
    found = read.contents.get(name)
    return found[0].value if found else ""


@given(st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace").decode()), st.booleans())
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(name: str, three: bool) -> None:
    text = cards([Contact(person=person(name=name or "Ana", title="é" * 90))], "3" if three else "4")
    data = text.encode()
    assert data.endswith(b"\r\n")
    pieces = data.split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    for piece in pieces:
        assert piece.decode() == piece.decode("utf-8", "strict")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_one_card_for_each() -> None:
    text = cards([Contact(person=person()), Contact(person=person(name="Cher"))])
    assert [one.fn.value for one in vobject.readComponents(text)] == ["Ana Ruiz", "Cher"]
    assert "N:;Cher;;;" in text
