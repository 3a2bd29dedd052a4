"""What can be told of the key of a journal without knowing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentorlog.domain.care import Finding
from mentorlog.domain.spoken import plural
from mentorlog.store.driver import KEY_FILE, PAPER_FILE, encrypted, key_file, salt_of, today
from mentorlog.store.encrypting import readable
from mentorlog.store.unlocked import in_keyring, marked

WAYS = {KEY_FILE: "unlock --paper", PAPER_FILE: "key paper"}
"""How a key file that is away is made anew, from the other one."""


def about_key(path: Path) -> Iterator[Finding]:
    """Findings on an encrypted journal; none on a plain one."""
    if not encrypted(path):
        return
    missing = [name for name in (KEY_FILE, PAPER_FILE) if key_file(path, name) is None]
    key = today()
    if missing:
        said, way = (
            f"There is no {missing[0]} beside it.",
            f"Bring it back from a copy, or: mentorlog {WAYS[missing[0]]}",
        )
        yield Finding(name="key", state="warn", says=said, way=way)
    elif key and salt_of(path) != key.salt:
        said = "It is not under the newest key of its key file."
        yield Finding(name="key", state="warn", says=said, way="mentorlog key rotate")
    else:
        said = f"{KEY_FILE} and {PAPER_FILE} are there; the paper key was typed once."
        yield Finding(name="key", state="ok", says=said)
    left = readable(path)
    if left:
        said = f"{plural(len(left), 'copy', 'copies')} can be read without the key."
        yield Finding(name="copies", state="warn", says=said, way="mentorlog lock")
    if marked(path):
        found = in_keyring(path) is not None
        said = "The keyring gives the key." if found else "The keyring does not give the key."
        way = "" if found else "mentorlog unlock --keyring, or mentorlog lock"
        yield Finding(name="keyring", state="ok" if found else "warn", says=said, way=way)
