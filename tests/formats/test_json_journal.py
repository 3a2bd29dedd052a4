"""A file that is not a sound journal is refused, with the record and the reason, quoting nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from mentorlog.domain.links import WITH, Link
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.skills import Rating, Skill
from mentorlog.errors import Problem
from mentorlog.formats.json_journal import SCHEMA, write
from tests.formats.reading import read

DAY = date(2026, 5, 4)
AT = "2026-05-04T10:00:00.000Z"


def uid(number: int) -> str:
    return f"01a20633-0000-7000-8000-{number:012d}"


def meta(number: int, id: int = 1) -> dict[str, Any]:
    return {"id": id, "uid": uid(number), "created_at": AT, "updated_at": AT}


RECORDS = {
    "person": [Person(name="Ana", handle="ana", **meta(1)), Person(name="Bo", handle="bo", **meta(2, 5))],
    "skill": [Skill(name="SQL", handle="sql", **meta(3))],
    "rating": [Rating(skill_id=1, level=3, day=DAY, by_id=5, **meta(4))],
    "note": [Note(text="SECRET\x1b[31m\u202e", day=DAY, **meta(6))],
    "link": [Link(from_kind="note", from_id=1, to_kind="person", to_id=5, label=WITH, **meta(7))],
}


def file() -> dict[str, Any]:
    return json.loads("".join(write(RECORDS, AT)))  # type: ignore[no-any-return]


def test_records_come_back_as_they_were() -> None:
    found = read("".join(write(RECORDS, AT)))
    assert {kind: one for kind, one in found.items() if one} == RECORDS


def test_refs_are_uids_and_numbers_stay() -> None:
    records = file()["records"]
    assert records["rating"][0]["by"] == uid(2)
    assert records["link"][0]["to"] == {"kind": "person", "uid": uid(2)}
    assert [one["id"] for one in records["person"]] == [1, 5]


def test_nothing_in_the_file_steers_a_terminal() -> None:
    text = "".join(write(RECORDS, AT))
    assert text.replace("\n", "").isprintable()
    assert text.count("\n{") == 6, "one line for each record"


def test_fields_that_have_a_default_may_be_missing() -> None:
    data = {"schema": SCHEMA, "records": {"person": [{"uid": uid(1), "name": "Ana", "handle": "ana"}]}}
    (ana,) = read(json.dumps(data))["person"]
    assert ana == Person(uid=uid(1), id=1, name="Ana", handle="ana")


BAD_ENTRIES: list[tuple[str, dict[str, Any], str]] = [
    (
        "rating",
        {"level": 9},
        "Rating 1 of the file: its level is 9; it goes from 0 to 5; nothing was brought in.",
    ),
    ("rating", {"level": True}, "its level is no whole number"),
    ("rating", {"level": 3.0}, "its level is no whole number"),
    ("rating", {"skill": uid(99)}, "its skill is no record of the file"),
    ("rating", {"skill": None}, "its skill is no record of the file"),
    ("rating", {"by": 5}, "its by is no record of the file"),
    ("rating", {"day": "2026-02-30"}, "its day is no day"),
    ("rating", {"day": "20260504"}, "its day is no day"),
    ("rating", {"day": None}, "its day is no day"),
    ("person", {"role": "boss"}, "its role is none of mentor"),
    ("person", {"name": None}, "its name is no text"),
    ("person", {"name": "a\x1bb"}, "its name is empty, or holds a character that steers a terminal"),
    ("person", {"handle": "a b"}, "its handle is no word"),
    ("person", {"handle": "g3"}, "its handle is no word"),
    ("person", {"colour": "red"}, "it has a field “colour”, which a person does not have"),
    ("person", {"uid": "x"}, "its uid is missing or no UUID"),
    ("person", {"uid": uid(2)}, "its uid is there twice"),
    ("person", {"id": 5}, "its id is there twice"),
    ("person", {"id": 0}, "its id is no whole number from 1"),
    ("person", {"id": 2**63}, "its id is no whole number from 1"),
    ("person", {"created_at": "yesterday"}, "its created_at is not an instant in UTC"),
    ("person", {"visibility": "secret"}, "its visibility is neither shared nor private"),
    ("note", {"text": "SECRET\0"}, "its text holds a character that cannot be kept"),
    ("note", {"text": "SECRET\ud800"}, "its text holds a character that cannot be kept"),
    ("note", {"kinds": "advice,SECRET"}, "its kinds are not among the fourteen"),
    (
        "link",
        {"to": {"kind": "person", "uid": uid(1), "id": 3}, "from": "SECRET"},
        "its from is no record of the file",
    ),
    ("link", {"to": {"kind": ["SECRET"], "uid": uid(1)}}, "its to is no record of the file"),
]


@pytest.mark.parametrize(("kind", "change", "reason"), BAD_ENTRIES)
def test_a_record_that_is_not_sound_is_named(kind: str, change: dict[str, Any], reason: str) -> None:
    data = file()
    data["records"][kind][0] |= change
    with pytest.raises(Problem) as caught:
        read(json.dumps(data))
    assert reason in caught.value.sentence
    assert caught.value.sentence.endswith("nothing was brought in.")
    assert "SECRET" not in caught.value.sentence


@pytest.mark.parametrize("name", ["uid", "name", "handle"])
def test_a_record_without_what_it_needs_is_named(name: str) -> None:
    data = file()
    del data["records"]["person"][0][name]
    with pytest.raises(Problem, match=name):
        read(json.dumps(data))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("9" * 10_000, "is not JSON"),
        ("[]", "is not an exported journal"),
        ('{"schema": "mentorlog/goal/1"}', "is not an exported journal"),
        ('{"schema": 3}', "is not an exported journal"),
        ('{"schema": "mentorlog/journal/2", "records": {}}', "newer mentorlog"),
        ('{"schema": "mentorlog/journal/1"}', "not listed by kind"),
        ('{"schema": "mentorlog/journal/1", "records": {"person": {}}}', "not listed by kind"),
        ('{"schema": "mentorlog/journal/1", "records": {"person": [3]}}', "it is no object"),
        ('{"schema": "mentorlog/journal/1", "records": {"pet": []}}', "“pet” is no kind of record"),
        ('{"schema": "mentorlog/journal/1", "records": {}, "more": 1}', "“more” is no part of it"),
    ],
)
def test_a_file_that_is_no_journal_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Problem) as caught:
        read(text)
    assert reason in caught.value.sentence
    assert caught.value.exit_code == 1
