"""Finding the key of an encrypted journal, before anything is typed: handed in, waiting, or asked for.

In this order: `--key-fd N`, `MENTORLOG_KEY_FILE`, the journal unlocked before,
the system's keyring where its owner said so, and a question on the terminal.
A key or passphrase is never taken from the command line or a variable, where
others can see it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import KeyNeeded, Misused
from mentorlog.places import named
from mentorlog.surroundings import unseen

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.keys import Keys

TRIES = 3
"""How often a passphrase may be typed."""
_MOST = 10_000
"""Characters of a passphrase or key that are read."""


def may_ask(env: Env) -> bool:
    """May a passphrase be asked for? A terminal can be, even when the words come through a pipe."""
    here = env.stdin.isatty() or env.stdin is sys.stdin
    return not env.no_input and not env.json and env.stderr.isatty() and here


def secret(env: Env, question: str) -> str:
    """A passphrase, not shown while it is typed. Raises KeyNeeded where it would open nothing."""
    from mentorlog.store.keys import age

    age()
    return unseen(question, env.stdin, env.stderr)


def unlock(env: Env, file: Path | None = None) -> None:
    """Let the store hold the keys of the journal, and of a copy of it, where they are encrypted. Raises KeyNeeded."""
    from mentorlog.store import driver

    if env.keys is None and driver.encrypted(env.path):
        take(env, found(env, env.path))
    held = env.keys.all if env.keys else ()
    if file and driver.encrypted(file) and driver.salt_of(file) not in [one.salt for one in held]:
        own = found(env, file)
        env.keys = env.keys or own
        driver.hold((*held, *own.all))


def take(env: Env, keys: Keys) -> None:
    """Hold keys for the rest of the run."""
    from mentorlog.store import driver

    _leave_no_core()
    env.keys = keys
    driver.hold(keys.all)


def _leave_no_core() -> None:
    """What is in memory must not come onto the disk when the program is ended by a fault, or an editor it starts."""
    try:
        import resource
    except ImportError:  # Windows has neither
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def let_go() -> None:
    """The run is over: no key is held any longer."""
    from mentorlog.store import driver

    driver.let_go()


def found(env: Env, path: Path) -> Keys:
    """The keys of a journal. Raises KeyNeeded, Misused."""
    keys = handed_in(env, path) or waiting(env, path)
    if keys is None:
        keys = asked(env, path)
    return keys


def handed_in(env: Env, path: Path) -> Keys | None:
    """By `--key-fd` or `MENTORLOG_KEY_FILE`: the passphrase, the paper key, or what `age -d key.age` prints."""
    from mentorlog.store.keys import from_secret

    said = handed(env)
    return None if said is None else from_secret(path, said)


def handed(env: Env) -> str | None:
    """What came by `--key-fd` or `MENTORLOG_KEY_FILE`, without the end of its line; None when nothing did."""
    said = _from_fd(env) if env.key_fd else _from_file()
    return None if said is None else said.strip("\r\n")


def waiting(env: Env, path: Path) -> Keys | None:
    """From when it was unlocked, else from the keyring."""
    from mentorlog.store import unlocked
    from mentorlog.store.driver import salt_of

    salt = salt_of(path)
    here = unlocked.waiting(path, env.now)
    if here and _fits(here[0], salt):
        return here[0]
    kept = unlocked.in_keyring(path)
    return kept if kept and _fits(kept, salt) else None


def _fits(keys: Keys, salt: bytes | None) -> bool:
    """Are they for the journal as it is? Another one may lie there since."""
    return salt is None or salt in [one.salt for one in keys.all]


def asked(env: Env, path: Path) -> Keys:
    """By a question on the terminal. Raises KeyNeeded where none can be asked, or after three wrong answers."""
    from mentorlog.store.keys import by_passphrase, check_there

    check_there(path)
    if not may_ask(env):
        raise KeyNeeded(
            f"{path} is locked.",
            "mentorlog unlock  asks for the passphrase; programs use --key-fd N or MENTORLOG_KEY_FILE.",
        )
    for left in reversed(range(TRIES)):
        try:
            return by_passphrase(path, secret(env, f"Passphrase of {path}:"))
        except KeyNeeded as wrong:
            if not left or "passphrase" not in wrong.sentence:
                raise
            env.note(f"{wrong.sentence} Once more:")
    raise AssertionError


def passphrase_of(env: Env, file: Path) -> str:
    """The passphrase of a copy made with age: handed in, or asked for. Raises KeyNeeded."""
    said = handed(env)
    if said is None and not may_ask(env):
        raise KeyNeeded(
            f"{file.name} is encrypted.", "Its passphrase comes by --key-fd N or MENTORLOG_KEY_FILE."
        )
    return secret(env, f"Passphrase of {file.name}:") if said is None else said


def _from_fd(env: Env) -> str:
    try:
        with open(int(env.key_fd), encoding="utf-8", closefd=False) as file:
            if file.isatty():
                raise ValueError("a terminal would show it")
            return file.read(_MOST)
    except (
        ValueError,
        OSError,
        OverflowError,
        TypeError,
    ) as error:  # a number beyond all bounds is a TypeError
        raise Misused(
            f"No key can be read from the file descriptor {env.key_fd[:20]}.",
            "As in:  mentorlog --key-fd 3 next 3< FILE",
        ) from error


def _from_file() -> str | None:
    said = os.environ.get("MENTORLOG_KEY_FILE", "")
    if not said:
        return None
    path = named(said)
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            if sys.platform != "win32" and mode & 0o077:
                raise KeyNeeded(f"Others may read {path}, so I did not use it.", f"chmod 600 {path}")
            return file.read(_MOST)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise KeyNeeded(f"I cannot read the key in {path}: {why}.", "See MENTORLOG_KEY_FILE.") from error
