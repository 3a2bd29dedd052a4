"""Copies encrypted with age, for who keeps the journal itself plain: made for a passphrase, and opened again.

Anybody can open one without this program:  age -d -o journal.db COPY.db.age
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mentorlog.errors import Damaged, Refused
from mentorlog.store import unfinished
from mentorlog.store.backup import backup, create_file, create_folder
from mentorlog.store.backups import folder_of
from mentorlog.store.driver import encrypted
from mentorlog.store.faults import named
from mentorlog.store.keys import sealed, unsealed, write_file

SUFFIX = ".age"


def check_possible(path: Path) -> None:
    """Raises Refused where no such copy can be made, or is of no use."""
    if encrypted(path):
        raise Refused("The journal is encrypted, and so are its copies.", "mentorlog backup")
    try:
        import pyrage  # type: ignore[import-untyped]
    except ImportError as error:
        raise Refused(
            "To encrypt a copy, mentorlog needs one more package.", "pip install 'mentorlog[secure]'"
        ) from error
    assert pyrage


def make(path: Path, now: datetime, passphrase: str, folder: Path | None = None) -> Path:
    """A checked copy for a passphrase, in the folder of backups or another one, where it stays. Raises Problem."""
    folder = folder or folder_of(path)
    # What is readable stays where the journal is readable anyway.
    with named(path), _folder_beside(path.absolute()) as part:
        made = backup(path, part, now, sound=True)
        whole = made.read_bytes()
        data = sealed(whole, passphrase)
        if unsealed(data, passphrase) != whole:
            raise Damaged("The copy did not pass its check, so none was kept.")
        create_folder(folder)
        final = folder / f"{made.name}{SUFFIX}"
        write_file(final, data)
    return final


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A folder for its owner only, gone afterwards with all that is in it."""
    import shutil

    part = unfinished.name_in(path.parent)
    try:
        part.mkdir(mode=0o700)
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def opened(file: Path, passphrase: str, beside: Path) -> Iterator[Path]:
    """The copy as a journal beside another one, gone afterwards. Raises KeyNeeded for another passphrase."""
    part = unfinished.name_in(beside.parent)
    try:
        with named(file):
            data = unsealed(file.read_bytes(), passphrase)
            create_folder(beside.absolute().parent)
            create_file(part)
            part.write_bytes(data)
        yield part
    finally:
        part.unlink(missing_ok=True)
