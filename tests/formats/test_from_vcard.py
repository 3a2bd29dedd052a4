"""Contacts of any version become people; their notes notes."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.errors import Problem
from mentorlog.formats.from_vcard import drafts
from tests.formats.drafting import HERE, drafted, sample, skipped, source


def test_a_card_is_a_person_with_all_that_is_kept_of_one() -> None:
    ida, note, rosa = drafted(drafts(sample("contacts.vcf"), HERE))
    assert ida.values == {
        "name": "Ida Holm",
        "email": "ida@example.org",
        "phone": "+47 555 01 02",
        "organisation": "Fjord Data, Platform",
        "title": "Principal engineer",
        "links": "https://example.org/ida",
    }
    assert ida.tags == ("conference", "data")
    assert note.part
    assert note.values == {"text": "Met at the conference, talked about queues", "day": date(2025, 11, 2)}
    assert rosa.values["name"] == "Rosa Muñoz", "version 2.1, quoted-printable"


def test_a_card_without_a_name_is_skipped_with_its_line() -> None:
    assert skipped(drafts(sample("contacts.vcf"), HERE)) == [
        (19, "without a name, or with one that cannot be kept")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        "BEGIN:VCARD\nFN:x\n",
        "BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD\n",
        "BEGIN:VCARD\n\x01;;\nEND:VCARD\n",
    ],
)
def test_a_broken_card_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="nothing was brought in"):
        list(drafts(source(text), HERE))


def test_a_card_that_is_private_where_it_comes_from_stays_private_with_its_note() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ida\nCLASS:PRIVATE\nNOTE:words\nEND:VCARD\n"
    assert [one.private for one in drafted(drafts(source(card), HERE))] == [True, True]
    assert not drafted(drafts(source(card.replace("PRIVATE", "PUBLIC")), HERE))[0].private
