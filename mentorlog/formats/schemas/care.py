"""Settings, copies, keys, and where things are."""

from __future__ import annotations

from mentorlog.domain.care import Checkup
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import Many, Object, items

_SETTING = Object({"key": str, "value": str, "origin": str})
_COPY = Object({"file": str, "made": str, "device": str, "changes": int, "bytes": int, "kept_as": str | None})
_TEMPLATE = Object({"name": str, "use": str, "origin": str, "about": str, "fault": str})
_KEY = Object(
    {
        "path": str,
        "encrypted": bool,
        "open": bool,
        "until": str | None,
        "keyring": bool,
        "key": str | None,
        "key_file": str | None,
    }
)
_ERROR = Object({"error": str, "message": str, "hint": str, "exit_code": int, "drafts": Many(str)})

ANSWERS = (
    Answer("config", _SETTING, "config get, config set, me set"),
    Answer("config-list", items(_SETTING), "config list"),
    Answer("template", Object({"name": str, "origin": str}), "config templates"),
    Answer("template-list", items(_TEMPLATE), "config templates"),
    Answer("backup", Object({"file": str, "bytes": int}), "backup make"),
    Answer("backup-list", items(_COPY), "backup list"),
    Answer("backup-drill", Object({"file": str, "holds": str, "changes": int, "changes_now": int}),
           "backup drill"),
    Answer("restore-backup", Object({"file": str, "holds": str, "forgotten": int, "kept": str | None}),
           "restore-backup"),
    Answer("key", _KEY, "key show"),
    Answer("key", Object({"path": str, "key": str}), "key rotate"),
    Answer("lock", Object({"path": str, "was_open": bool}), "lock"),
    Answer("unlock", Object({"path": str, "until": str | None}), "unlock"),
    Answer("unlock", Object({"path": str, "encrypted": {"const": False}}), "unlock"),
    Answer("doctor", Checkup, "doctor"),
    Answer("path", Object({"path": str, "exists": bool}), "path"),
    Answer("demo", Object({"path": str}), "demo"),
    Answer("schema-list", items(Object({"schema": str, "commands": Many(str)})), "schema"),
    Answer("error", _ERROR, "errors"),
)  # fmt: skip
"""`errors` is no command: any command that fails says so on stderr."""
