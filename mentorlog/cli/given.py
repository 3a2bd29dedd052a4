"""The fields of a new record from what was typed, read just as `edit` reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorlog.cli.fields import FIELDS, read

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.store import Store


def values(env: Env, store: Store, kind: str, **typed: str) -> dict[str, Any]:
    """Values by field name; what was not said is left out. Raises Unreadable, Refused, Unknown."""
    fields = {field.name: field for field in FIELDS[kind]}
    return {name: read(env, store, fields[name], text) for name, text in typed.items() if text}
