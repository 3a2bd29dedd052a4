"""What two people agree on, as parts: kept as one text with a heading before each, so that it reads well anywhere."""

from __future__ import annotations

import re
from typing import ClassVar

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.people import Mentorship
from mentorlog.domain.refs import Ref

HEADINGS = {
    "expect": "What we expect",
    "confidential": "What stays between us",
    "end": "How we end",
}
"""Part to the words before it in the text."""


class Agreement(Frozen):
    """The parts. `every` is the cadence as one would type it, `more` what stands under no heading."""

    kind: ClassVar[str] = "agreement"

    ref: Ref
    purpose: str = ""
    expect: str = ""
    confidential: str = ""
    every: str = ""
    end: str = ""
    more: str = ""

    @property
    def text(self) -> str:
        """Everything but purpose and cadence as one text, which `agreement_of` takes apart again."""
        parts = [(HEADINGS[name], getattr(self, name)) for name in HEADINGS]
        return "\n\n".join(filter(None, [self.more, *(f"{head}: {said}" for head, said in parts if said)]))


def agreement_of(mentorship: Mentorship) -> Agreement:
    """The parts of a mentorship's agreement."""
    heads = "|".join(HEADINGS.values())
    more, *pairs = re.split(rf"(?:^|\n\n)({heads}): ", mentorship.agreement)
    names = {head: name for name, head in HEADINGS.items()}
    said: dict[str, str] = {}
    for head, text in zip(pairs[::2], pairs[1::2], strict=True):
        said[names[head]] = "\n\n".join(filter(None, [said.get(names[head], ""), text.strip()]))
    every = span(mentorship.cadence) if mentorship.cadence else ""
    return Agreement(ref=mentorship.ref, purpose=mentorship.purpose, every=every, more=more.strip(), **said)


def span(days: int) -> str:
    """A cadence as one would type it: `2w`, `10d`."""
    return f"{days // 7}w" if days % 7 == 0 else f"{days}d"
