"""Files that are being made beside a journal: how they are called, and which were left behind by a run that was killed.

What is unfinished may be readable where the journal is not, so what was left goes as soon as it is found.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_ABANDONED = 60 * 60
"""Seconds after which a file that was begun will not be ended."""
_NAME = re.compile(r"\.(?:.+\.)?(\d+)-[0-9a-f]{8}\.part(?:-journal)?")


def name_in(folder: Path, of: str = "") -> Path:
    """A free name for a file that is being made; it tells who makes it, and of what."""
    return folder / f".{f'{of}.' if of else ''}{os.getpid()}-{os.urandom(4).hex()}.part"


def abandoned(folder: Path, now: datetime) -> list[Path]:
    """What killed runs left in a folder: their process is gone, or they were begun more than an hour ago."""
    with suppress(OSError):
        return sorted(one for one in folder.iterdir() if _is_abandoned(one, now))
    return []


def clear_away(folder: Path, now: datetime) -> list[Path]:
    """Take away what killed runs left in a folder. Returns what went; what will not go stays."""
    gone = []
    for one in abandoned(folder, now):
        with suppress(OSError):
            shutil.rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()
            gone.append(one)
    return gone


def _is_abandoned(file: Path, now: datetime) -> bool:
    found = _NAME.fullmatch(file.name)
    if not found:
        return False
    with suppress(OSError):
        if now.timestamp() - file.lstat().st_mtime > _ABANDONED:
            return True
    return not _runs(int(found[1]))


def _runs(process: int) -> bool:
    """Is there such a process here? Where the system has no way to ask that is safe, there may be."""
    if os.name == "nt":  # to ask would end it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is another user's
        pass
    return True
