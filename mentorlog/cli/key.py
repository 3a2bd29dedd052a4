"""`key`: the key of an encrypted journal, changed, and written on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.lock import check_begun, check_readable
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.keys import Keys

noun = Noun("key", "See and change the key of an encrypted journal.", bare="show")


@noun.command("show")
def show(ctx: typer.Context) -> None:
    """Say whether the journal is encrypted and open; never the key itself.

    $ mentorlog key
    $ mentorlog key show --json
    """
    from mentorlog.store.driver import encrypted, key_file, salt_of
    from mentorlog.store.unlocked import marked, waiting

    env = env_of(ctx)
    check_begun(env)
    closed = encrypted(env.path)
    if not closed:
        check_readable(env)
    here = waiting(env.path, env.now) if closed else None
    until = here[1] if here else None
    key = key_file(env.path) if closed else None
    told: dict[str, Any] = {
        "path": str(env.path),
        "encrypted": closed,
        "open": here is not None,
        "until": until.isoformat() if until else None,
        "keyring": marked(env.path),
        "key": (salt_of(env.path) or b"").hex()[:8] if closed else None,
        "key_file": str(key) if key else None,
    }
    if env.json:
        env.give("key", told)
    elif not closed:
        env.say(f"not encrypted: {env.path}")
        env.note("mentorlog lock  encrypts it.")
    else:
        state = f"open until {until:%a %d %b, %H:%M}" if until else "locked"
        state = "open by the keyring" if not until and told["keyring"] else state
        env.say(f"encrypted, {state}: {env.path}")
        env.say(f"key {told['key']} in {key}" if key else f"key {told['key']}; its key file is away")


@noun.command("rotate")
def rotate(ctx: typer.Context) -> None:
    """Encrypt the journal under a new key and a new passphrase.

    $ mentorlog key rotate

    The new key file keeps the older keys, so that copies made under them still open. The paper key stays.
    """
    from mentorlog.cli.daily import before_import
    from mentorlog.cli.passphrase import check_terminal, new_passphrase
    from mentorlog.domain.spoken import plural
    from mentorlog.store.encrypting import encrypt, under_older
    from mentorlog.store.keys import new_key

    env = env_of(ctx)
    old = _opened(env)
    check_terminal(env, "Changing the key")
    said = new_passphrase(env)
    before_import(env)
    keys = old.but(all=(new_key(), *old.all), created=env.instant)
    encrypt(env.path, keys, said)
    _carry_on(env, keys)
    left = under_older(env.path, keys.all[0].salt)
    if env.json:
        env.give("key", {"path": str(env.path), "key": keys.all[0].salt.hex()[:8]})
    else:
        env.say(str(env.path) if env.quiet else f"a new key for {env.path}, checked")
    if left:
        copies = plural(len(left), "copy", "copies")
        env.note(f"An older key opens {copies}; the new key file keeps it. Older key files can go.")
    env.note("The paper key stays; was it seen by others?  mentorlog key paper")


@noun.command("paper")
def paper(ctx: typer.Context) -> None:
    """Write a new paper key down; the one before no longer opens the journal.

    $ mentorlog key paper

    It opens the journal when the passphrase is forgotten:  mentorlog unlock --paper
    """
    from mentorlog.cli.passphrase import check_terminal, write_down
    from mentorlog.store.keys import by_passphrase, replace
    from mentorlog.unlocking import secret, take

    env = env_of(ctx)
    _check_encrypted(env)
    check_terminal(env, "A paper key")
    said = secret(env, f"Passphrase of {env.path}:")
    take(env, by_passphrase(env.path, said))
    keys = _opened(env).but(paper=write_down(env))
    replace(env.path, keys, said)
    _carry_on(env, keys)
    env.say(str(env.path) if env.quiet else f"a new paper key for {env.path}")
    env.note("The one before opens only copies of the older paper.age.")


def _check_encrypted(env: Env) -> None:
    from mentorlog.store.driver import encrypted

    check_begun(env)
    if not encrypted(env.path):
        check_readable(env)
        raise Refused(f"{env.path} is not encrypted, so it has no key.", "Encrypt it:  mentorlog lock")


def _opened(env: Env) -> Keys:
    """The keys of an encrypted journal. Raises Refused when it is none, KeyNeeded when it is locked."""
    _check_encrypted(env)
    env.unlock()
    check_readable(env)  # before anything is typed
    if env.keys is None:
        raise Refused("The key is not at hand.")
    return env.keys


def _carry_on(env: Env, keys: Keys) -> None:
    """What is open stays open, with the new keys."""
    from mentorlog.store.unlocked import into_keyring, keep, marked, waiting
    from mentorlog.unlocking import take

    take(env, keys)
    here = waiting(env.path, env.now)
    if here:
        keep(env.path, keys, here[1])
    if marked(env.path):
        into_keyring(env.path, keys)
