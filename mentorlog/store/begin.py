"""The first write of a journal: made beside its place, so that a refused one leaves nothing behind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorlog.errors import Locked
from mentorlog.store.backup import clear, settle
from mentorlog.store.connect import WAIT, folders_for


@contextmanager
def place_of(path: Path) -> Iterator[Path]:
    """Where to write: the journal, or for its first write a file beside it that then takes its name.

    When that write fails, the file and the folders made for it go again. Others who begin the same
    journal wait for their turn. Raises OSError, Locked.
    """
    if os.path.lexists(path):
        yield path
        return
    with folders_for(path), turn(path):
        if os.path.lexists(path):  # somebody else began it while we waited
            yield path
            return
        part = path.with_name(f".{path.name}.part")
        clear(part)  # of a run that was killed
        try:
            yield part
            settle(part, path)
        finally:
            clear(part)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Nobody else begins a journal or changes a key in this folder meanwhile, where the system has such locks."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        yield
        return
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        waited = 0.0
        while True:
            try:
                flock(handle, LOCK_EX | LOCK_NB)
                break
            except BlockingIOError:
                if waited >= WAIT:
                    raise Locked(
                        f"Another program is just making or changing {path}.", "Try again."
                    ) from None
                time.sleep(0.02)
                waited += 0.02
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(handle)
