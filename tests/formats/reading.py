"""An exported journal read whole, as `import` reads it piece by piece."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from mentorlog.domain.kinds import ALL
from mentorlog.domain.record import Record
from mentorlog.formats.entries import from_json
from mentorlog.formats.json_journal import records_of
from mentorlog.formats.source import Source


def read(text: str) -> dict[str, list[Record]]:
    """The records of a file of JSON, checked one by one, by kind."""
    found: dict[str, list[Any]] = {kind: [] for kind in ALL}
    for one in from_json(Source(BytesIO(text.encode()))):
        found[one.kind].append(dict(one.values))
    return records_of({kind: entries for kind, entries in found.items() if entries})
