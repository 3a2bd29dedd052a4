"""Full text: any words a person types, found in any record, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref, read_ref
from mentorlog.domain.text import first_line
from mentorlog.errors import Unknown, Unreadable
from mentorlog.store.changes import any_text
from mentorlog.store.lens import PARENTS
from mentorlog.store.records import Records
from mentorlog.store.terms import Terms, read_terms
from mentorlog.store.triggers import LAST_ID, SEARCH_KINDS, SEARCHED, SLOT_BITS, WORDS, slot

LONGEST_CHAIN = 4
"""A tag on a turn of a mentorship with a person; no part is deeper."""
# The column with a record's own day; for the rest it is the day of writing.
_DAYS = {
    **dict.fromkeys(("turn", "meeting", "progress", "feedback", "rating", "note", "win"), "day"),
    **dict.fromkeys(("decision", "rehearsal", "aim", "position", "assessment"), "day"),
    **dict.fromkeys(("mentorship", "goal"), "started"),
    "topic": "raised",
    "step": "done",
}


class Hit(NamedTuple):
    """A record that was found. `day` is the day of what matched, `snippet` the words around the match."""

    ref: Ref
    day: date
    kind: str
    title: str
    snippet: str
    private: bool


class _Found(NamedTuple):
    day: str
    kind: str
    id: int
    text: str


class _Narrow(NamedTuple):
    kinds: frozenset[str]
    people: tuple[int, ...]
    since: date | None
    private: bool
    limit: int


class Search:
    """Finds records by their words."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def find(
        self,
        query: str,
        kinds: Iterable[str] | None = None,
        people: Iterable[Person] | None = None,
        since: date | None = None,
        private: bool = False,
        limit: int = 50,
    ) -> list[Hit]:
        """Records that hold every word, newest first; words that only begin so come after, if there is room.

        A part (a step, a rating, a private note on a meeting) leads to the record it belongs to. In: kinds
        a person types (`NOUNS`), people one of whom it must be about, the first day, private text too,
        the most records to return. Any text is taken; raises Unreadable only when there is none.
        """
        terms = read_terms(query)
        if not terms:
            raise Unreadable("There is nothing to search for.", "mentorlog search query plans")
        narrow = _Narrow(
            frozenset(kinds or NOUNS), tuple(one.id for one in people or ()), since, private, limit
        )
        hits: dict[Ref, Hit] = {}
        with any_text(self.store.db, "replace"):
            for form in (terms, terms.beginning()):
                if form is not None and len(hits) < limit:
                    for hit in self._hits(form, narrow):
                        hits.setdefault(hit.ref, hit)
                        if len(hits) == limit:
                            break
        return list(hits.values())

    def _hits(self, terms: Terms, narrow: _Narrow) -> Iterator[Hit]:
        self.store.db.create_function("holds", 1, terms.hold, deterministic=True)
        found = [
            one
            for words in (WORDS.values() if narrow.private else (WORDS["shared"],))
            for kind in self._kinds(words, terms)
            if _home(kind) in (None, *narrow.kinds)
            for one in self._newest(words, kind, terms, narrow)
        ]
        for one in sorted(found, key=lambda one: (one.day, one.id), reverse=True):
            chain = self._chain(Ref(one.kind, one.id))
            if chain and chain[-1].kind in narrow.kinds:
                yield Hit(
                    ref=chain[-1].ref,
                    day=date.fromisoformat(one.day),
                    kind=chain[-1].kind,
                    title=first_line(chain[-1].headline, 200),
                    snippet=terms.snippet(_joined(one)),
                    private=any(record.private for record in chain),
                )

    def _kinds(self, words: str, terms: Terms) -> Iterator[str]:
        """The kinds with a match, by one step of the full text for each: most have none."""
        test, args = _test(words, terms)
        sql = f"SELECT w.rowid FROM {words} AS w WHERE {test} ORDER BY w.rowid DESC LIMIT 1"
        end = slot(SEARCH_KINDS[-1], LAST_ID)
        while row := self.store.db.execute(sql, (*args, 0, end)).fetchone():
            kind = SEARCH_KINDS[row[0] >> SLOT_BITS]
            yield kind
            end = slot(kind, 0)

    def _newest(self, words: str, kind: str, terms: Terms, narrow: _Narrow) -> list[_Found]:
        """The newest matches of a kind that the lens shows."""
        test, args = _test(words, terms)
        args = (*args, slot(kind, 0), slot(kind, LAST_ID))
        written = "substr(r.created_at, 1, 10)"
        day = f"ifnull(r.{_DAYS[kind]}, {written})" if kind in _DAYS else written
        if narrow.since is not None:
            test, args = f"{test} AND {day} >= ?", (*args, narrow.since.isoformat())
        if narrow.people:
            test = f"{test} AND ({_about(kind, 'r', narrow.people)})"
        # CROSS JOIN keeps the full text outside, so that its order serves and LIMIT ends the walk.
        sql = (
            f"SELECT {day}, '{kind}', r.id, w.text FROM {words} AS w CROSS JOIN {kind} AS r"
            f" ON r.id = w.rowid - {slot(kind, 0)} WHERE {test}"
            f" ORDER BY w.rowid DESC LIMIT {narrow.limit}"
        )
        return [_Found(*row) for row in self.store.db.execute(sql, args).fetchall()]

    def _chain(self, ref: Ref) -> list[Record]:
        """A record and, if it is a part, what it belongs to, up to one a person opens; empty when hidden."""
        try:
            chain = [self.store.get(ref)]
            while chain[-1].kind not in (*NOUNS, "link") and len(chain) < LONGEST_CHAIN:
                chain.append(self.store.get(_owner(chain[-1])))
        except (Unknown, Unreadable):
            return []
        return chain


def _test(words: str, terms: Terms) -> tuple[str, tuple[Any, ...]]:
    """What a row of a full text must hold, as SQL; its last two arguments are the span of rows."""
    holds = "" if terms.exact else "holds(CAST(w.text AS BLOB)) AND "
    test = f"{holds}w.rowid BETWEEN ? AND ?"
    return (f"w.{words} MATCH ? AND {test}", (terms.match,)) if terms.match else (test, ())


def _joined(found: _Found) -> str:
    """The text with dots between its fields, which stand on lines of their own; the lines of a single field go on."""
    lines = found.text.split("\n") if len(SEARCHED[found.kind]) > 1 else [found.text]
    return " · ".join(line for line in lines if line.strip())


def _owner(part: Record) -> Ref:
    """What a part belongs to. Raises Unreadable when a suggestion put to rest names no record."""
    values = part.values()
    if part.kind == "tag":
        return Ref(values["record_kind"], values["record_id"])
    if part.kind == "mute":
        return read_ref(values["about"])
    owner = PARENTS[part.kind][0]
    return Ref(owner.kind, values[owner.column])


def _home(kind: str) -> str | None:
    """The kind a person opens to see a part; None when it may be any."""
    if kind in NOUNS:
        return kind
    return _home(PARENTS[kind][0].kind) if kind in PARENTS else None


def _about(kind: str, row: str, people: tuple[int, ...]) -> str:
    """Whether a row, or what it belongs to, names one of these people or is linked to one, as SQL."""
    ids = ", ".join(map(str, people))
    tests = [
        f"EXISTS(SELECT 1 FROM link WHERE from_kind = '{kind}' AND from_id = {row}.id"
        f" AND to_kind = 'person' AND to_id IN ({ids}) AND deleted_at IS NULL)"
    ]
    if kind == "person":
        tests.append(f"{row}.id IN ({ids})")
    for column, parent in PARENTS.get(kind, ()):
        inside = f"{row}_{parent}"
        tests.append(
            f"{row}.{column} IN ({ids})"
            if parent == "person"
            else f"EXISTS(SELECT 1 FROM {parent} AS {inside} WHERE {inside}.id = {row}.{column}"
            f" AND ({_about(parent, inside, people)}))"
        )
    if kind == "tag":
        tests += [
            f"({row}.record_kind = '{one}' AND EXISTS(SELECT 1 FROM {one} AS {row}_{one}"
            f" WHERE {row}_{one}.id = {row}.record_id AND ({_about(one, f'{row}_{one}', people)})))"
            for one in NOUNS
        ]
    return " OR ".join(tests)
