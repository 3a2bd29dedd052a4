"""What every kept record has."""

from __future__ import annotations

from typing import ClassVar, Literal

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref

Visibility = Literal["shared", "private"]


class Record(Frozen):
    """A row that is kept for good.

    `id` numbers the records of a kind and is never used again; `uid` (UUIDv7)
    is the identity between machines. Instants are UTC, ISO 8601 with a `Z`.
    A record that has not been kept yet has id 0.
    """

    kind: ClassVar[str] = ""
    title_field: ClassVar[str] = ""
    """The field that stands for the whole record in a list."""

    id: int = 0
    uid: str = ""
    created_at: str = ""
    updated_at: str = ""
    deleted_at: str | None = None
    visibility: Visibility = "shared"

    @property
    def ref(self) -> Ref:
        """The short name, `g3`."""
        return Ref(self.kind, self.id)

    @property
    def headline(self) -> str:
        """The words that stand for this record in a list."""
        return str(getattr(self, self.title_field) or "") if self.title_field else ""

    @property
    def private(self) -> bool:
        """Is it for its owner's eyes only?"""
        return self.visibility == "private"
