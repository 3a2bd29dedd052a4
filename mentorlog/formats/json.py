"""Records as JSON objects: stable keys, ISO dates, refs and uids both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.pointers import POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import LETTER_OF, Ref


def plain(value: Any) -> Any:
    """Any value of ours as what JSON knows. A record's `person_id` 2 becomes `"person": "p2"`."""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, Frozen):
        return {name: plain(one) for name, one in value.values().items()}
    if isinstance(value, Ref):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(one) for name, one in value._asdict().items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    return value


def _record(record: Record) -> dict[str, Any]:
    made: dict[str, Any] = {"ref": str(record.ref), "kind": record.kind}
    for name, value in record.values().items():
        if name == "id":
            continue
        if record.kind in ("link", "tag") and name.endswith(("_kind", "_id")):
            if name.endswith("_id"):
                side = name.removesuffix("_id")
                made[side] = str(Ref(getattr(record, f"{side}_kind"), value))
        elif name in POINTS:
            made[name.removesuffix("_id")] = None if value is None else f"{LETTER_OF[POINTS[name]]}{value}"
        else:
            made[name] = plain(value)
    return made


def outline(record: Record) -> dict[str, Any]:
    """What identifies a record, without a word of what it says."""
    kept = ("uid", "created_at", "updated_at", "deleted_at", "visibility")
    return {"ref": str(record.ref), "kind": record.kind} | {name: getattr(record, name) for name in kept}


def dump(schema: str, data: dict[str, Any], ascii: bool = False) -> str:
    """An object with its schema's name first. `ascii` escapes everything else, for a terminal."""
    return json.dumps({"schema": f"mentorlog/{schema}/1", **data}, ensure_ascii=ascii, indent=2)
