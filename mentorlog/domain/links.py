"""Links between any two records, tags on any record, and suggestions put to rest."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref

WITH = "with"
"""A record to a person it is about or was made with."""
ABOUT = "about"
"""A record to a goal or skill it is about."""
EVIDENCE = "evidence"
"""A rating or piece of feedback to the record that shows it."""
BEFORE = "before"
"""A piece of feedback to a record from before it was heard: where I started, not what came of it."""
FROM = "from"
"""An action to the record it came from."""
CARRIED = "carried"
"""A meeting to a topic or action that stayed open after it."""
REPLACES = "replaces"
"""An action to the one it takes the place of."""
RELATED = "related"
"""What `link` writes when no word is given."""


class Link(Record):
    """One record points to another; `label` says as what."""

    kind = "link"
    title_field = "label"

    from_kind: str
    from_id: int
    to_kind: str
    to_id: int
    label: str = RELATED

    @property
    def source(self) -> Ref:
        """The record that points."""
        return Ref(self.from_kind, self.from_id)

    @property
    def target(self) -> Ref:
        """The record pointed to."""
        return Ref(self.to_kind, self.to_id)


class Tag(Record):
    """A word on a record."""

    kind = "tag"
    title_field = "name"

    record_kind: str
    record_id: int
    name: str


class Mute(Record):
    """A suggestion hidden until a day, or for good (`until` None) with a reason. `about` is its first ref."""

    kind = "mute"
    title_field = "why"

    code: str
    about: str = ""
    until: date | None = None
    why: str = ""
