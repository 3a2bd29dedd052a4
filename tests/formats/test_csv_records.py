"""A table of records is safe to open in a spreadsheet, and comes back exactly as it was."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.links import WITH, Link, Tag
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.errors import Problem, Unreadable
from mentorlog.flows.carry import carry_out
from mentorlog.formats.csv_archive import pack, unpack
from mentorlog.formats.csv_records import BOM, journal, named, read, write
from mentorlog.store.store import Store
from tests.flows.journals import journals
from tests.thorough import many

AT = "2026-05-04T10:00:00.000Z"
DAY = date(2026, 5, 4)
SIGNS = "=+-@\t\r\n＝＋－＠"


def uid(number: int) -> str:
    return f"01a20633-0000-7000-8000-{number:012d}"


def meta(number: int) -> dict[str, object]:
    return {"id": number, "uid": uid(number), "created_at": AT, "updated_at": AT}


RECORDS: dict[str, list[Record]] = {
    "person": [Person(name="Ana", handle="ana", **meta(1)), Person(name="Bo", handle="bo", **meta(2))],
    "action": [Action(text="Draft, then ask", owner_id=2, person_id=2, due=DAY, **meta(3))],
    "note": [Note(text="=1+1", day=DAY, **meta(4))],
    "link": [Link(from_kind="note", from_id=4, to_kind="person", to_id=1, label=WITH, **meta(5))],
    "tag": [Tag(record_kind="note", record_id=4, name="review", **meta(6))],
}


def table(kind: str, raw: bool = False) -> str:
    return write(kind, RECORDS[kind], named(RECORDS), raw)


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


@settings(max_examples=many(60))
@given(journals(), st.booleans(), st.booleans())
def test_a_journal_comes_back_from_its_tables(store: Store, raw: bool, excel: bool) -> None:
    records = carry_out(store)
    names = named(records)
    tables = {kind: write(kind, each, names, raw, excel) for kind, each in records.items()}
    assert journal(tables) == records


@settings(max_examples=many(30))
@given(journals())
def test_an_archive_of_tables_comes_back_and_is_the_same_each_time(store: Store) -> None:
    records = carry_out(store)
    names = named(records)
    tables = {kind: write(kind, each, names) for kind, each in records.items() if each}
    assert unpack(pack(tables)) == tables
    assert pack(tables) == pack(tables)


@given(st.text(alphabet=st.sampled_from([*SIGNS, "'", "a", '"', ",", ";", "é"]), max_size=8))
@example("'=1")
@example("''=1")
@example("<U+001B>")
@example("<U+003C>U+001B>=")
@example("<U+FFFFFF>")
@example("\x1b[31m\u202e")
@example("'")
def test_no_cell_begins_a_formula_and_each_comes_back(text: str) -> None:
    note = Note(text=text, day=DAY, **meta(4))
    made = write("note", [note], named({"note": [note]}))
    for row in cells(made):
        assert not any(cell.startswith(tuple(SIGNS)) for cell in row.values())
        assert "\x1b" not in "".join(row.values())
    assert journal({"note": made})["note"] == [note]


def test_a_table_for_machines_leaves_every_cell_as_it_is() -> None:
    row = cells(table("note", raw=True))[0]
    assert row["text"] == "=1+1"
    assert row["created_at"] == AT
    assert cells(table("note"))[0]["text"] == "'=1+1"
    assert cells(table("note"))[0]["created at"] == AT


def test_names_stand_beside_uids_and_who_it_is_with_beside_the_words() -> None:
    (action,) = cells(table("action"))
    assert (action["ref"], action["owner"], action["owner uid"]) == ("a3", "bo", uid(2))
    (note,) = cells(table("note"))
    assert (note["with"], note["tags"]) == ("ana", "review")
    (link,) = cells(table("link"))
    assert (link["from"], link["from kind"], link["from uid"]) == ("n4", "note", uid(4))


def test_lines_end_as_the_standard_says_and_cells_with_commas_are_quoted() -> None:
    text = table("action")
    assert text.count("\r\n") == 2
    assert '"Draft, then ask"' in text


def test_excel_is_told_that_it_is_utf_8() -> None:
    made = write("note", RECORDS["note"], named(RECORDS), excel=True)
    assert made.startswith(BOM + "ref,")
    assert read(made) == read(table("note"))


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_a_spreadsheet_saves_in_another_country_is_read(sign: str) -> None:
    again = StringIO(newline="")
    csv.writer(again, delimiter=sign, lineterminator="\n").writerows(csv.reader(StringIO(table("note"))))
    assert read(again.getvalue()) == read(table("note"))


def test_the_kind_is_known_from_the_refs() -> None:
    for kind in RECORDS:
        assert read(table(kind))[0] == kind
    assert read("ref,text\r\n") == ("", [])
    assert read("", "note") == ("note", [])


def test_what_a_spreadsheet_leaves_empty_is_left_to_the_record() -> None:
    kind, (row,) = read("ref,uid,title,target,due,why\r\ng1," + uid(1) + ",Learn,,,\r\n")
    assert kind == "goal"
    assert row == {"id": 1, "uid": uid(1), "title": "Learn", "due": None, "why": ""}


def test_a_cell_longer_than_the_reader_likes_is_read() -> None:
    note = Note(text="word " * 100_000 + "end", day=DAY, **meta(4))
    limit = csv.field_size_limit()
    assert journal({"note": write("note", [note], named({"note": [note]}))})["note"] == [note]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,mail\r\nAna,x\r\n", "does not say what its rows are"),
        ("ref,text,colour\r\nn1,words,red\r\n", "a column “colour”, which a note does not have"),
        ("ref,text\r\nn1,words,more\r\n", "Row 2 of the file has more cells than headings"),
        ('ref,text\r\nn1,"words', "no table that I can read"),
        ("zz9,text\r\nx,words\r\n", "does not say what its rows are"),
    ],
)
def test_a_file_that_is_no_table_of_ours_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text)
    assert reason in caught.value.sentence


def test_values_that_make_no_sense_are_refused_as_in_json() -> None:
    rows = table("action").replace("2026-05-04,open", "soon,open")
    assert rows != table("action")
    with pytest.raises(Problem, match="due"):
        journal({"person": table("person"), "action": rows})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 words", b"words" * 50])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(data)


def test_the_same_columns_whatever_the_records_hold() -> None:
    for kind in ALL:
        empty = write(kind, [], named({}))
        assert empty.startswith("ref,")
        assert read(empty, kind) == (kind, [])
        assert len(set(empty.strip().split(","))) == len(empty.strip().split(",")), kind
        assert class_of(kind).kind == kind
