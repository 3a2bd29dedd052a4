"""Who a page or a document is for, and so what may be on it."""

from __future__ import annotations

from typing import Literal

from mentorlog.domain.frozen import Frozen

For = Literal["self", "mentor", "mentee", "manager"]


class Audience(Frozen):
    """Whose eyes: my own screen (`outside` False), or something made to leave the machine.

    private: private text too, only ever because its owner said so by name.
    person: the id of the person it is made for; then only records linked to them, or to nobody but me.
    third_party: records about, and feedback from, other people too.
    whole: the owner's own copy of the journal, with the suggestions they put to rest.
    removed: removed records too, only ever because the owner said so by name.
    """

    outside: bool = False
    private: bool = False
    person: int | None = None
    third_party: bool = False
    whole: bool = False
    removed: bool = False

    @property
    def everything(self) -> bool:
        """The owner at their own screen, private text included."""
        return self.private and not self.outside


SCREEN = Audience()
"""My own screen, where somebody may look over my shoulder: no private text."""
OWNER = Audience(private=True)
"""Me, seeing everything; what every write looks through."""
