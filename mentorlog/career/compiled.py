"""The packs we bring, compiled: what TOML takes long to say, in a form that is read at once.

`packs/compiled.json` is made from the TOML files by `python -m mentorlog.career.compiled` and goes with
them. It carries their checksum: when a pack was changed since, it is not used, so it can never be stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

from mentorlog.career.catalogue import Activity, Catalogue, Move
from mentorlog.career.effort import Hours
from mentorlog.career.rows import need_row, role_of, role_row, skill_of, skill_row

FILE = "compiled.json"


def checksum(packs: Iterable[Path]) -> int:
    """One number for the names and the content of pack files, in their order."""
    sum = 0
    for path in packs:
        sum = crc32(path.read_bytes(), crc32(path.name.encode(), sum))
    return sum


def text(catalogue: Catalogue, sum: int) -> str:
    """A catalogue as a compiled file, an entry a line; `sum` is the checksum of its packs."""
    parts: dict[str, list[Any]] = {
        "skills": [skill_row(one) for one in catalogue.skills.values()],
        "roles": [
            [role_row(one), [need_row(need) for need in one.needs]] for one in catalogue.roles.values()
        ],
        "moves": [list(move[:4]) for moves in catalogue.moves.values() for move in moves],
        "activities": [
            [one.id, one.name, one.words, list(one.categories), list(one.levels)]
            for one in catalogue.activities
        ],
        "hours": [list(one) for one in catalogue.hours],
    }
    blocks = [f'"{name}": [\n{_lines(rows)}\n]' for name, rows in parts.items()]
    return "{" + ",\n".join([f'"sum": {sum}', *blocks]) + "}\n"


def read(folder: Path, packs: Iterable[Path]) -> Catalogue | None:
    """The catalogue compiled from exactly these packs; None when there is none, or they were changed since."""
    try:
        whole = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if whole["sum"] != checksum(packs):
            return None
        return Catalogue.of(
            [skill_of(row) for row in whole["skills"]],
            [role_of(row, needs) for row, needs in whole["roles"]],
            [Move(*row) for row in whole["moves"]],
            [
                Activity(id=id, name=name, words=words, categories=tuple(categories), levels=tuple(levels))
                for id, name, words, categories, levels in whole["activities"]
            ],
            [Hours(*row) for row in whole["hours"]],
        )
    except (OSError, ValueError, TypeError, KeyError):  # the packs themselves are still there
        return None


def _lines(rows: Iterable[Any]) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)


if __name__ == "__main__":
    from mentorlog.career.pack import OURS, from_packs, ours

    (OURS / FILE).write_text(text(from_packs(ours()), checksum(ours())), encoding="utf-8")
