"""Writing a document to a file: whole or not at all, and never over one that is there."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from mentorlog.errors import Refused
from mentorlog.places import sync_names

_BLOCKED = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def check_place(path: Path, force: bool) -> None:
    """Raises Refused where no document may be: a folder, in no folder, or over a file without `force`."""
    if path.is_dir():
        raise Refused(f"{path} is a folder.", "Name a file in it: --out FILE.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}.", "Make it first, or name another place.")
    if not os.path.lexists(path):
        return
    if not force:
        raise Refused(f"{path} is there already; I left it as it is.", "--force replaces it.")
    if not path.is_symlink() and not path.is_file():
        raise Refused(f"{path} is not an ordinary file; I left it as it is.", "Name another file.")


def write_new(path: Path, text: str | bytes, force: bool = False) -> tuple[int, str]:
    """Write a document for its owner only (0600). Returns its bytes and its SHA-256 in hex.

    It is written beside its place and then moved there, so that a reader sees all of it or nothing. Without
    `force` a file that is there stays, even one made this very moment; with it, a symbolic link is replaced,
    not followed. Raises Refused with the reason.
    """
    import hashlib

    check_place(path, force)
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    part = path.parent / f".{path.name[:100]}.{secrets.token_hex(6)}.part"
    try:
        try:
            _fill(part, data)
            _settle(part, path, force)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
        sync_names(path.parent)
    except FileExistsError:
        raise Refused(f"{path} is there already; I left it as it is.", "--force replaces it.") from None
    except OSError as error:
        raise Refused(
            f"I cannot write {path}: {error.strerror or error}.", "Name another place: --out FILE."
        ) from error
    return len(data), hashlib.sha256(data).hexdigest()


def _fill(part: Path, data: bytes) -> None:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BLOCKED | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(part: Path, path: Path, force: bool) -> None:
    """Give the finished file its name. Raises FileExistsError when the name is taken and may not be."""
    if force:
        part.replace(path)
        return
    try:
        os.link(part, path)  # unlike a move, a link never replaces
    except OSError as error:
        if error.errno not in (
            errno.EPERM,
            errno.ENOTSUP,
            errno.ENOSYS,
            errno.EACCES,
            errno.EINVAL,
            errno.EMLINK,
        ):
            raise
        # A file system without hard links: take the name first, then move onto it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BLOCKED, 0o600))
        part.replace(path)
