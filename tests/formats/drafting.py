"""Reading a file of another program in a test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from mentorlog.domain.drafts import Draft, Here, Skip
from mentorlog.formats.source import Source

SAMPLES = Path(__file__).parent / "samples"
HERE = Here(date(2026, 5, 4), ZoneInfo("Europe/Berlin"), "Europe/Berlin")


def source(text: str | bytes) -> Source:
    return Source(BytesIO(text.encode() if isinstance(text, str) else text))


def sample(name: str) -> Source:
    return source((SAMPLES / name).read_bytes())


def drafted(found: Iterable[Draft | Skip]) -> list[Draft]:
    """What comes in."""
    return [one for one in found if isinstance(one, Draft)]


def skipped(found: Iterable[Draft | Skip]) -> list[tuple[int, str]]:
    """What does not, by its line."""
    return [tuple(one) for one in found if isinstance(one, Skip)]
