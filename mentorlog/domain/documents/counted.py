"""What is in a document, in words."""

from __future__ import annotations

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.spoken import plural

_WORDS = {
    "goals": ("goal",),
    "conversations": ("conversation",),
    "commitments": ("action",),
    "promises": ("action",),
    "actions": ("action",),
    "vision": ("aim",),
    "needs": ("need",),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "skills": ("skill",),
    "grown": ("skill",),
    "impact": ("win with impact", "wins with impact"),
    "more": ("more win",),
    "wins": ("win",),
    "stories": ("story", "stories"),
    "quotes": ("quote",),
    "decisions": ("decision",),
    "resources": ("resource",),
    "intros": ("introduction",),
    "items": ("topic",),
    "topics": ("topic",),
    "parked": ("topic for next time", "topics for next time"),
}


def counted(model: Frozen) -> str:
    """`1 goal, 4 conversations, 9 actions`, part by part; `nothing` when it is empty."""
    counts = {name: len(one) for name, one in model.values().items() if isinstance(one, tuple)}
    said = [plural(count, *_WORDS[name]) for name, count in counts.items() if count and name in _WORDS]
    return ", ".join(said) or "nothing"
