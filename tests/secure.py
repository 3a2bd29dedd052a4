"""The tests on encrypted journals: every journal that is begun is encrypted from birth, and its key is at hand.

Used by the tests of the store for one half of their runs, and for every test with MENTORLOG_TEST_SECURE=1.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from mentorlog import editor
from mentorlog.store import driver, surroundings
from mentorlog.store.keys import Keys, installed

ROOT = Path(__file__).parents[1]
KEYS = Keys(
    all=(driver.Key(bytes(range(32)), bytes(range(100, 116))),),
    uid="",
    paper="",
    created="2026-05-04T08:00:00Z",
)
WANTED = os.environ.get("MENTORLOG_TEST_SECURE") == "1"
POSSIBLE = installed()

_plainly, _opened = sqlite3.connect, driver.open_file


def _born_encrypted(path: Path, mode: str = "rw", key: Any = None, wait: float = 10) -> sqlite3.Connection:
    if key is None and mode == "rw" and path.is_file() and path.stat().st_size == 0:
        key = KEYS.all[0]
    return _opened(path, mode, key, wait)


def _shell(database: Any, *args: Any, **named: Any) -> Any:
    """What a test opens by hand is opened with the key, where it is encrypted."""
    said = str(database)
    path = Path(unquote(urlsplit(said).path) if named.get("uri") else said)
    if said != ":memory:" and path.is_file() and driver.salt_of(path):
        mode = "ro" if "mode=ro" in said else "rw"
        return _opened(path, mode, None, named.get("timeout", 5))
    return _plainly(database, *args, **named)


@cache
def _folder() -> Path:
    """Where the key lies for the tests of this process, and what a process of theirs does first."""
    folder = Path(tempfile.mkdtemp(prefix="mentorlog-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "secret.key"
    file.touch(mode=0o600)
    file.write_text(KEYS.text(), encoding="utf-8")
    (folder / "sitecustomize.py").write_text(
        "import pytest\nfrom tests.secure import here\nhere(pytest.MonkeyPatch())\n", encoding="utf-8"
    )
    return folder


def everywhere(patch: pytest.MonkeyPatch) -> None:
    """From now on, also in processes of their own."""
    here(patch)
    surround(patch)


def surround(patch: pytest.MonkeyPatch) -> None:
    """In processes of their own, and by the variable that programs name the key in."""
    folder, file = _folder(), _folder() / "secret.key"
    patch.setenv("MENTORLOG_KEY_FILE", str(file))
    patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT), os.environ.get("PYTHONPATH", "")]))


def here(patch: pytest.MonkeyPatch) -> None:
    """From now on in this process."""
    patch.setattr(driver, "open_file", _born_encrypted)
    patch.setattr(driver, "let_go", lambda: driver.hold(KEYS.all))
    patch.setattr(sqlite3, "connect", _shell)
    # What lies beside these journals is as beside plain ones.
    patch.setattr(surroundings, "about_key", lambda _: ())
    patch.setattr(editor, "memory_folder", lambda: None)
    driver.hold(KEYS.all)
