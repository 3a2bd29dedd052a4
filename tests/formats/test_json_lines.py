"""A journal with a record a line: the same records as in the other file, each after what it needs."""

from __future__ import annotations

import json

from hypothesis import given, settings

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.flows.carry import carry_out
from mentorlog.formats.json_journal import records_of
from mentorlog.formats.json_lines import SCHEMA, in_order, write
from mentorlog.store.store import Store
from tests.flows.journals import journals
from tests.thorough import many

AT = "2026-05-04T10:00:00.000Z"


@settings(max_examples=many(40))
@given(journals())
def test_every_line_is_one_record_and_together_they_are_the_journal(store: Store) -> None:
    records = carry_out(store)
    header, *lines = "".join(write(records, AT)).splitlines()
    assert json.loads(header) == {"schema": SCHEMA, "exported_at": AT}
    entries: dict[str, list[object]] = {kind: [] for kind in ALL}
    for line in lines:
        entry = json.loads(line)
        entries[entry.pop("kind")].append(entry)
    assert records_of(entries) == records


def test_a_kind_comes_after_those_it_names() -> None:
    order = in_order()
    assert sorted(order) == sorted(ALL)
    for kind in set(ALL) - set(ENDS):
        for name in set(class_of(kind).fields) & set(POINTS):
            assert order.index(POINTS[name]) <= order.index(kind), (kind, name)


def test_no_record_has_a_field_that_the_line_needs_for_itself() -> None:
    assert [kind for kind in ALL if "kind" in class_of(kind).fields] == []
