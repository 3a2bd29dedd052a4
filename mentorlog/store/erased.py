"""The list of who was forgotten: salted hashes in a file beside the journal, so that no backup brings them back."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorlog.errors import Damaged

if TYPE_CHECKING:
    from mentorlog.domain.record import Record


def note_down(file: Path, uids: Iterable[str]) -> None:
    """Add identities to the list, whole or not at all. Raises OSError, Damaged."""
    from mentorlog.store.backup import create_file, settle

    held = _read(file)
    held["uids"] = sorted({*held["uids"], *(_hash(held["salt"], uid) for uid in uids)})
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    create_file(part)
    try:
        part.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
        settle(part, file)
    finally:
        part.unlink(missing_ok=True)


def apply(journal: Path, file: Path) -> int:
    """Forget in a restored journal whoever is on the list. Returns how many records went. Raises Damaged."""
    if not file.exists():
        return 0
    from mentorlog.domain.people import Person
    from mentorlog.store.connect import atomic, connect
    from mentorlog.store.forget import every_record, forget, sweep
    from mentorlog.store.store import Store

    held = _read(file)
    hashes = set(held["uids"])
    with closing(connect(journal)) as db:
        store = Store(db, "")
        found: list[Record] = [one for one in every_record(store) if _hash(held["salt"], one.uid) in hashes]
        if not found:
            return 0
        with atomic(db, "restore-backup", _instant(db)):
            people = [one for one in found if isinstance(one, Person)]
            went = forget(store, people, [one.ref for one in found])
    sweep(journal)
    return len(went)


def _instant(db: Any) -> str:
    return str(db.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ','now')").fetchone()[0])


def _read(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return {"salt": str(held["salt"]), "uids": [str(one) for one in held["uids"]]}
    except FileNotFoundError:
        return {"salt": os.urandom(16).hex(), "uids": []}
    except (ValueError, TypeError, KeyError) as error:
        raise Damaged(
            f"{file}, which says who was forgotten, cannot be read.",
            "Mend it, or move it away to go on without.",
        ) from error


def _hash(salt: str, uid: str) -> str:
    return hashlib.sha256(f"{salt}{uid}".encode()).hexdigest()
