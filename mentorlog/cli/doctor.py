"""`doctor`: looking the journal over, and mending it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.pages import page

if TYPE_CHECKING:
    from mentorlog.domain.care import Checkup
    from mentorlog.env import Env


def doctor(
    ctx: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended; the old file is kept.")
    ] = False,
) -> None:
    """Look the journal over, and mend it.

    $ mentorlog doctor
    $ mentorlog doctor --json

    It changes nothing without --fix. Exit codes are its own: 0 all is well, 1 a warning, 2 damage.
    """
    env = env_of(ctx)
    if not env.begun:
        env.note("There is no journal yet, so nothing can be wrong with it.")
        return
    model = _examined(env, fix)
    page(env, "doctor", model)
    raise typer.Exit(model.exit_code)


def _examined(env: Env, fix: bool) -> Checkup:
    from mentorlog.domain.care import Checkup
    from mentorlog.errors import KeyNeeded, Problem
    from mentorlog.store.doctor import inside
    from mentorlog.store.surroundings import around

    path = env.path.absolute()
    mended: list[str] = []
    with suppress(KeyNeeded):  # which is a finding
        env.unlock()
    if fix:
        from mentorlog.store.mending import mend

        try:
            mended = mend(path, env.now)
        except Problem as problem:  # what was found is still told
            env.note(f"{problem.sentence} {problem.hint}".strip())
    editor = env.settings["editor"].value or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    found = [*inside(path, env.now), *around(path, env.now, editor)]
    return Checkup(path=str(path), findings=tuple(found), mended=tuple(mended))
