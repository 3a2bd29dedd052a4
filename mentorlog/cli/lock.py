"""`lock` and `unlock`: the journal encrypted, closed and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Problem, Refused, Unreadable

if TYPE_CHECKING:
    from datetime import timedelta

    from mentorlog.env import Env
    from mentorlog.store.keys import Keys

FOR = "12h"
"""How long an unlocked journal stays open when nothing is said: a working day. A rule of thumb of ours."""


def lock(ctx: typer.Context) -> None:
    """Close the journal; the first time, encrypt it.

    $ mentorlog lock

    It asks for a passphrase, and has a paper key typed that opens the journal when the passphrase is forgotten.
    The new file is checked before it takes the place of the old one. Without this program:  age -d key.age
    shows the key for any SQLCipher shell.
    """
    from mentorlog.store.driver import encrypted

    env = env_of(ctx)
    check_begun(env)
    _clear_away(env)
    if not encrypted(env.path):
        _encrypt(env)
    from mentorlog.store.unlocked import forget

    try:
        _copies(env)
    finally:
        was_open = forget(env.path)
    if env.json:
        env.give("lock", {"path": str(env.path), "was_open": was_open})
    else:
        env.say(str(env.path) if env.quiet else f"locked: {env.path}")


def unlock(
    ctx: typer.Context,
    span: Annotated[str, typer.Option("--for", metavar="TIME", help="How long: 30m, 8h or 2d.")] = FOR,
    keyring: Annotated[
        bool, typer.Option("--keyring", help="Keep the key in the system's keyring, until you lock.")
    ] = False,
    paper: Annotated[
        bool, typer.Option("--paper", help="Open it by the paper key, and set a new passphrase.")
    ] = False,
    decrypt: Annotated[
        bool, typer.Option("--decrypt", help="Keep it without encryption from now on.")
    ] = False,
    yes: options.Yes = False,
) -> None:
    """Open an encrypted journal for a while.

    $ mentorlog unlock
    $ mentorlog unlock --for 8h

    The key waits in memory, never on the disk, until the time is over or you say:  mentorlog lock
    Programs hand the passphrase in by --key-fd N, or name a file that holds it in MENTORLOG_KEY_FILE.
    """
    from mentorlog.store.driver import encrypted

    env = env_of(ctx)
    check_begun(env)
    if not encrypted(env.path):
        check_readable(env)
        raise Refused(f"{env.path} is not encrypted, so nothing is locked.", "Encrypt it:  mentorlog lock")
    lasts = _span(span)
    _by_paper(env) if paper else env.unlock()
    with env.read():  # is it the right key?
        pass
    _clear_away(env)
    if decrypt:
        _decrypt(env, yes)
    else:
        _stay_open(env, lasts, keyring)


def check_begun(env: Env) -> None:
    """Raises Refused without a journal."""
    if not env.begun:
        raise Refused("There is no journal yet.", "Begin one:  mentorlog log")


def _clear_away(env: Env) -> None:
    """What a run that was killed left beside the journal, it may be readable."""
    from mentorlog.store.unfinished import clear_away

    for one in clear_away(env.path.absolute().parent, env.now):
        env.note(f"Taken away: {one.name}, left by a run that was killed.")


def check_readable(env: Env) -> None:
    """Raises Damaged for a journal that cannot be opened as a plain one; it may be encrypted, and its key away."""
    with env.read():
        pass


def _encrypt(env: Env) -> None:
    from mentorlog.cli.passphrase import check_terminal, new_passphrase, write_down
    from mentorlog.store.encrypting import encrypt, rewrite, uid_of
    from mentorlog.store.keys import Keys, check_installed, files_of, new_key
    from mentorlog.unlocking import asked, take

    check_installed()
    check_terminal(env, "Encrypting")
    check_readable(env)  # brings it up to date
    key, for_paper = files_of(env.path)
    if for_paper.exists() and not key.exists():  # copies may need it
        raise Refused(
            f"There is a key in {for_paper} already, and no {key.name}.",
            "Bring that back, or move the other away.",
        )
    if key.exists():  # it was encrypted once, and its copies still are
        env.note("There is a key already, from when it was encrypted before.")
        keys = asked(env, env.path)
        rewrite(env.path, keys.all[0])
    else:
        env.note(f"{env.path} is to be encrypted. Without passphrase and paper key nobody can ever read it.")
        said = new_passphrase(env)
        recipient = write_down(env)
        keys = Keys(all=(new_key(),), uid=uid_of(env.path), paper=recipient, created=env.instant)
        encrypt(env.path, keys, said)
    take(env, keys)
    env.wrote = True
    env.note("Encrypted and checked. Copy key.age and paper.age along with your backups.")


def _copies(env: Env) -> None:
    """Older copies that can be read without the key: named, and encrypted where their owner agrees."""
    from mentorlog.domain.spoken import plural
    from mentorlog.store.encrypting import readable, rewrite

    left = readable(env.path)
    if not left:
        return
    env.note(f"{plural(len(left), 'older copy', 'older copies')} can still be read without the key:")
    for one in left:
        env.note(f"  {one}")
    env.note(
        "What you put elsewhere, and what the disk or its snapshots keep of deleted files, I cannot reach."
    )
    if env.interactive and env.confirm("Encrypt them too?", default=True):
        env.unlock()
        for one in left:
            try:
                rewrite(one, _key(env).all[0])
            except Problem as problem:  # the others and the journal are none the worse
                env.note(f"{one.name} stays as it is: {problem.sentence}")
    elif not env.interactive:
        env.note("On a terminal,  mentorlog lock  encrypts them.")


def _key(env: Env) -> Keys:
    if env.keys is None:
        raise Refused("The key is not at hand.")
    return env.keys


def _by_paper(env: Env) -> None:
    """Open it by the paper key, and have a new passphrase set."""
    from mentorlog.cli.passphrase import check_terminal, new_passphrase
    from mentorlog.store.keys import by_paper, replace
    from mentorlog.unlocking import secret, take

    check_terminal(env, "The paper key")
    keys = by_paper(env.path, secret(env, "Paper key:"))
    take(env, keys)
    replace(env.path, keys, new_passphrase(env))
    env.note("The new passphrase is set.")


def _stay_open(env: Env, lasts: timedelta, keyring: bool) -> None:
    from mentorlog.store.unlocked import into_keyring, keep

    until = None if keyring else env.now + lasts
    if keyring:
        into_keyring(env.path, _key(env))
    else:
        keep(env.path, _key(env), until)
    if env.json:
        env.give("unlock", {"path": str(env.path), "until": until.isoformat() if until else None})
    elif env.quiet:
        env.say(str(env.path))
    else:
        end = f"until {until:%a %d %b, %H:%M}" if until else "by the keyring, until you lock it"
        env.say(f"open {end}: {env.path}")


def _decrypt(env: Env, yes: bool) -> None:
    from mentorlog.store.encrypting import rewrite
    from mentorlog.store.unlocked import forget

    if not yes:
        if not env.interactive:
            raise Refused("The encryption is taken away only with a yes.", "Add --yes.")
        if not env.confirm("Whoever gets at this disk can then read the journal, private text too. Go on?"):
            raise Refused("Nothing was changed.")
    rewrite(env.path, None)
    forget(env.path)
    if env.json:
        env.give("unlock", {"path": str(env.path), "encrypted": False})
        return
    env.say(str(env.path) if env.quiet else f"no longer encrypted: {env.path}")
    env.note("The copies made so far still are; key.age stays beside it to open them.")


def _span(said: str) -> timedelta:
    import re
    from datetime import timedelta

    found = re.fullmatch(r"(\d{1,4})\s*([mhd])", said.strip(), re.ASCII)
    if not found or not int(found[1]):
        raise Unreadable(f"“{said[:40]}” is no time to stay open.", "As in: --for 30m, --for 8h, --for 2d")
    unit = {"m": "minutes", "h": "hours", "d": "days"}[found[2]]
    return timedelta(**{unit: int(found[1])})
