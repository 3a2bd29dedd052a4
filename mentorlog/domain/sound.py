"""Whether a record from outside makes sense, before it may come in."""

from __future__ import annotations

import re
from datetime import date, datetime

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import PHASES, ROLES, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import looks_like_ref
from mentorlog.domain.resources import is_address
from mentorlog.domain.roles import NEED, STAGES
from mentorlog.domain.text import safe

LARGEST = 2**53
"""Whole numbers up to here survive every JSON reader (RFC 8259, section 6)."""
MOST_DAYS = 36_500
"""A cadence of a hundred years is the longest. A bound of ours."""

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("person", "role"): ROLES,
    ("mentorship", "side"): ROLES,
    ("turn", "aspect"): Turn.ASPECTS,
    ("topic", "state"): ("open", "closed", "dropped"),
    ("goal", "measure"): ("steps", "count", "percent"),
    ("goal", "state"): ("open", "paused", "met", "changed", "dropped"),
    ("action", "state"): ("open", "done", "dropped"),
    ("feedback", "tone"): ("praise", "growth"),
    ("decision", "state"): ("open", "decided", "closed", "dropped"),
    ("resource", "state"): ("todo", "doing", "done", "dropped"),
    ("resource", "form"): ("course", "book", "article", "talk", "person", "tool", "other"),
    ("intro", "state"): ("wanted", "asked", "made", "met", "dropped"),
    ("rehearsal", "form"): ("cv", "interview"),
    ("aim", "stage"): STAGES,
}
RANGES: dict[tuple[str, str], tuple[int, int]] = {
    ("rating", "level"): (0, 5),
    ("assessment", "level"): (0, 5),
    ("role", "seniority"): (1, 7),
    ("skill", "target"): (0, 5),
    ("mentorship", "cadence"): (1, MOST_DAYS),
    ("meeting", "minutes"): (0, LARGEST),
    ("goal", "target"): (1, LARGEST),
    ("progress", "value"): (0, LARGEST),
    ("action", "snoozes"): (0, LARGEST),
    ("rehearsal", "size"): (0, LARGEST),
}
_INSTANTS = ("created_at", "updated_at", "deleted_at", "starts_at")


def fault(record: Record) -> str:
    """What is wrong with a record, as the end of a sentence; empty when it is sound. No value is quoted."""
    for name, value in record.values().items():
        said = _fault_of(record.kind, name, value)
        if said:
            return said
    if isinstance(record, Turn):
        return _fault_of_turn(record)
    if isinstance(record, Feedback) and record.from_id is not None and record.from_id == record.to_id:
        return "it is from and to the same person"
    return ""


def _fault_of(kind: str, name: str, value: object) -> str:
    if isinstance(value, str):
        if re.search(r"[\0\ud800-\udfff]", value):
            return f"its {name} holds a character that cannot be kept"
        return _fault_of_text(kind, name, value)
    if isinstance(value, int):
        low, high = RANGES.get((kind, name), (-LARGEST, LARGEST))
        if not low <= value <= high:
            return f"its {name} is {value}; it goes from {low} to {high}"
    return ""


def _fault_of_text(kind: str, name: str, value: str) -> str:
    choices = CHOICES.get((kind, name))
    if choices and value not in choices:
        return f"its {name} is none of {', '.join(choices)}"
    if name == "visibility" and value not in ("shared", "private"):
        return "its visibility is neither shared nor private"
    if name in _INSTANTS and value and not _is_instant(value):
        return f"its {name} is not an instant in UTC such as 2026-05-04T10:00:00Z"
    if name == "kinds" and not set(filter(None, value.split(","))) <= set(KINDS):
        return "its kinds are not among the fourteen"
    if (
        kind in ("person", "skill", "role")
        and name == "name"
        and (not value.strip() or safe(value, newline=False) != value)
    ):
        return "its name is empty, or holds a character that steers a terminal"
    if kind == "resource" and name == "url" and value and not is_address(value):
        return "its url is no address of the web or of a mailbox"
    if name == "scores" and not all(re.fullmatch(r"[^=,]+=[1-5]", line) for line in value.splitlines()):
        return "its scores are not topic=1 to topic=5"
    if (kind, name) == ("role", "needs") and not all(map(NEED.fullmatch, value.splitlines())):
        return "its needs are not skill:level:weight"
    if name == "sha256" and not re.fullmatch(r"([0-9a-f]{64})?", value):
        return "its sha256 is no SHA-256"
    if name == "handle" and (
        not value or re.search(r"\s", value) or safe(value) != value or looks_like_ref(value)
    ):
        return "its handle is no word"
    return ""


def _fault_of_turn(turn: Turn) -> str:
    number = int(turn.value) if turn.value.isascii() and turn.value.isdigit() and len(turn.value) < 10 else 0
    if turn.aspect == "pulse" and not 1 <= number <= 5:
        return "its pulse is not 1 to 5"
    if turn.aspect == "cadence" and not 1 <= number <= MOST_DAYS:
        return f"its cadence is not 1 to {MOST_DAYS} days"
    if turn.aspect == "phase" and turn.value not in PHASES:
        return f"its phase is none of {', '.join(PHASES)}"
    if turn.aspect == "pause" and turn.value != "over" and not _is_day(turn.value):
        return "its pause is neither a day nor over"
    return ""


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_instant(value: str) -> bool:
    try:
        return value.endswith("Z") and datetime.fromisoformat(value).utcoffset() is not None
    except ValueError:
        return False
