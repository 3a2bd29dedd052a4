"""Rehearsals: a résumé read or an interview practised with somebody, scored by topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from mentorlog.domain.record import Record
from mentorlog.domain.text import name
from mentorlog.errors import Refused, Unreadable

FORMS = ("cv", "interview")
"""What can be rehearsed."""
LOWEST, HIGHEST = 1, 5
MOST_TOPICS = 20
"""A choice of ours: a rubric with more topics is no rubric."""


class Rehearsal(Record):
    """A rehearsal on `day` with a person or alone. `form` is cv or interview, `scores` one `topic=N` a line.

    Of the version it was about only the file's name, size in bytes and SHA-256 are kept.
    """

    kind = "rehearsal"
    title_field = "notes"

    form: str
    day: date
    person_id: int | None = None
    scores: str = ""
    notes: str = ""
    file: str = ""
    size: int | None = None
    sha256: str = ""

    @property
    def marks(self) -> dict[str, int]:
        """The score of each topic, 1-5, in the order they were given."""
        pairs = (line.rpartition("=") for line in self.scores.split("\n"))
        return {topic: int(mark) for topic, _, mark in pairs if topic and mark in ("1", "2", "3", "4", "5")}


class Move(NamedTuple):
    """A topic's score before, None when it had none, and now, None when it was left out this time."""

    topic: str
    before: int | None
    now: int | None

    @property
    def words(self) -> str:
        """`story 2 → 4`, `pace 3`, `pace 3 as before`."""
        if self.now is None:
            return f"{self.topic} not scored, {self.before} before"
        if self.before is None:
            return f"{self.topic} {self.now}"
        way = f"{self.before} → {self.now}" if self.before != self.now else f"{self.now} as before"
        return f"{self.topic} {way}"


def read_scores(texts: Iterable[str]) -> str:
    """`story=3`, `story=3, pace=2` or one a line as a record keeps them. The last word on a topic counts.

    Raises Unreadable for a score that is not 1 to 5, Refused for more than 20 topics.
    """
    found: dict[str, tuple[str, str]] = {}
    for pair in (part for text in texts for part in text.replace("\n", ",").split(",") if part.strip()):
        topic, sign, mark = (one.strip() for one in pair.rpartition("="))
        if not sign or mark not in ("1", "2", "3", "4", "5"):
            raise Unreadable(
                f"I cannot read the score “{pair.strip()[:60]}”.", "Try story=3; it goes from 1 to 5."
            )
        word = name(topic, "topic").replace("=", "-")
        found[word.casefold()] = (word, mark)
    if len(found) > MOST_TOPICS:
        raise Refused(f"{len(found)} topics are too many to practise; the most is {MOST_TOPICS}.")
    return "\n".join(f"{topic}={mark}" for topic, mark in found.values())


def moves(now: Rehearsal, before: Rehearsal | None) -> list[Move]:
    """How the score of each topic moved since the rehearsal before, then the topics left out this time."""
    was = {topic.casefold(): (topic, mark) for topic, mark in before.marks.items()} if before else {}
    found = [Move(topic, was.pop(topic.casefold(), ("", None))[1], mark) for topic, mark in now.marks.items()]
    return found + [Move(topic, mark, None) for topic, mark in was.values()]


def before_each(rehearsals: Iterable[Rehearsal]) -> Mapping[int, Rehearsal]:
    """By id, the rehearsal of the same form before it, in the order of days."""
    latest: dict[str, Rehearsal] = {}
    found = {}
    for one in sorted(rehearsals, key=lambda one: (one.day, one.id)):
        if one.form in latest:
            found[one.id] = latest[one.form]
        latest[one.form] = one
    return found


def file_words(rehearsal: Rehearsal) -> str:
    """`cv-ana.pdf, 18,204 bytes, sha256 9f2c1ab0…`: the version it was about; empty for none."""
    size = f"{rehearsal.size:,} bytes" if rehearsal.size is not None else ""
    digest = f"sha256 {rehearsal.sha256[:8]}…" if rehearsal.sha256 else ""
    return ", ".join(filter(None, (rehearsal.file, size, digest)))


def title(rehearsal: Rehearsal) -> str:
    """`CV rehearsal`, `Interview rehearsal`."""
    return f"{'CV' if rehearsal.form == 'cv' else rehearsal.form.capitalize()} rehearsal"
