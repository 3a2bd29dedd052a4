"""`restore-backup`: a copy in the place of the journal."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Refused


def restore_backup(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A backup: a file, a name from the list, or newest.")
    ],
    yes: options.Yes = False,
) -> None:
    """Bring a backup back in the place of the journal.

    $ mentorlog restore-backup newest --yes

    The backup is checked first, and the journal as it is now is kept beside it. Whom you had forgotten since
    stays forgotten. What is encrypted asks for its passphrase; the journal stays encrypted, or plain, as it is.
    """
    from mentorlog.domain.spoken import plural
    from mentorlog.domain.tally import tally
    from mentorlog.store.restore import find, restore
    from mentorlog.store.sealed import SUFFIX, opened
    from mentorlog.unlocking import passphrase_of

    env = env_of(ctx)
    copy = find(env.path, file)
    env.unlock(copy)
    if env.begun and not yes:
        if not env.interactive:
            raise Refused("A backup takes the place of the journal only with a yes.", "Add --yes.")
        if not env.confirm(f"Put {copy.name} in the place of {env.path}?"):
            raise Refused("Nothing was changed.")
    if copy.suffix == SUFFIX:
        with opened(copy, passphrase_of(env, copy), env.path) as plain:
            done = restore(plain, env.path, env.now)
    else:
        done = restore(copy, env.path, env.now)
    aside = str(done.aside) if done.aside else None
    if env.json:
        told = {"file": str(copy), "holds": tally(done.records), "forgotten": done.forgotten, "kept": aside}
        env.give("restore-backup", told)
        return
    env.say(str(env.path) if env.quiet else f"came back: {tally(done.records)}")
    if done.forgotten:
        env.note(f"{plural(done.forgotten, 'record')} of people you had forgotten stayed away.")
    if aside:
        env.note(f"The journal before is kept: {aside}")
