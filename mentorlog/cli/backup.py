"""`backup`: copies of the journal, made, listed and tried."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.hand_over import size_words
from mentorlog.env import Env
from mentorlog.errors import Refused
from mentorlog.places import named

noun = Noun("backup", "Copy the journal, and try the copies.", bare="make")


@noun.command("make")
def make(
    ctx: typer.Context,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Put it in this folder.")] = "",
    age: Annotated[bool, typer.Option("--age", help="Encrypt this copy for a passphrase.")] = False,
) -> None:
    """Copy the whole journal and check the copy.

    $ mentorlog backup
    $ mentorlog backup --out copies

    A copy holds everything, private text too. One is made after the first write of each day; 7 daily, 5 weekly
    and 12 monthly ones stay. Those in a folder you name all stay, and those made with --age, which anybody can
    open who knows the passphrase:  age -d COPY
    """
    from mentorlog.store.backups import make as make_one

    env = env_of(ctx)
    _begun(env)
    folder = named(out) if out else None
    made = _sealed(env, folder) if age else make_one(env.path, env.now, folder)
    size = made.stat().st_size
    if env.json:
        env.give("backup", {"file": str(made), "bytes": size})
    else:
        env.say(str(made) if env.quiet else f"copied and checked: {made} ({size_words(size)})")


@noun.command("list")
def list_(ctx: typer.Context) -> None:
    """List the copies and what each is kept as.

    $ mentorlog backup list
    """
    from mentorlog.domain.care import kept
    from mentorlog.store.backups import copies, folder_of
    from mentorlog.views.backups import BACKUP_COLUMNS, backup_row
    from mentorlog.views.columns import tsv

    env = env_of(ctx)
    found, folder = copies(env.path, sealed=True), folder_of(env.path)
    why = kept([one for one in found if not one.sealed]) | {
        one.name: "by hand" for one in found if one.sealed
    }
    sizes = {one.name: (folder / one.name).stat().st_size for one in found}
    if not found and not env.json:
        env.note("There is no backup yet. Make one:  mentorlog backup")
        return
    rows = [backup_row(one, size_words(sizes[one.name]), why.get(one.name, ""), env.now) for one in found]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(BACKUP_COLUMNS, rows, look)

    def data() -> dict[str, Any]:
        items = [
            {
                "file": str(folder / one.name),
                "made": one.made.isoformat(),
                "device": one.device,
                "changes": one.head,
                "bytes": sizes[one.name],
                "kept_as": why.get(one.name),
            }
            for one in found
        ]
        return {"items": items}

    env.show("backup-list", data, draw, lambda look: tsv(BACKUP_COLUMNS, rows, look))


@noun.command("drill")
def drill(ctx: typer.Context) -> None:
    """Bring the newest copy back into a place of its own, and compare.

    $ mentorlog backup drill

    It is opened, checked, and compared with the journal, which stays as it is.
    """
    from mentorlog.domain.spoken import plural
    from mentorlog.domain.tally import tally
    from mentorlog.store.restore import drill as try_it

    env = env_of(ctx)
    _begun(env)
    tried = try_it(env.path, env.now)
    if env.json:
        told = {"file": str(tried.copy), "holds": tally(tried.records)}
        env.give("backup-drill", told | {"changes": tried.head, "changes_now": tried.now})
        return
    since = plural(tried.now - tried.head, "change")
    env.say(f"{tried.copy.name} comes back whole: {tally(tried.records)}")
    env.say(f"      since then the journal has had {since}")


def _begun(env: Env) -> None:
    if not env.begun:
        raise Refused("There is no journal yet, so there is nothing to copy.", "Begin one:  mentorlog log")
    env.unlock()


def _sealed(env: Env, folder: Path | None) -> Path:
    from mentorlog.cli.passphrase import new_passphrase
    from mentorlog.store.sealed import check_possible, make
    from mentorlog.unlocking import handed, may_ask

    check_possible(env.path)
    said = handed(env)
    if said is None and not may_ask(env):
        raise Refused(
            "A copy made with --age asks for a passphrase, and this is no terminal.",
            "Hand it in by --key-fd N or MENTORLOG_KEY_FILE.",
        )
    return make(env.path, env.now, said or new_passphrase(env), folder)
