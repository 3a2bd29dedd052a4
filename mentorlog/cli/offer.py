"""An unknown person or skill, on a terminal: the offer to make one and go on."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from mentorlog.errors import Problem, Unknown

if TYPE_CHECKING:
    from mentorlog.env import Env

WRITES = frozenset(("log", "topic", "meet", "add", "rate", "aim", "plan", "start"))
"""Words of commands that keep something about a person or skill."""


def made(problem: Problem, argv: list[str], env: Env) -> bool:
    """Was what nobody knew made just now, so that the command can be run again?

    The hint of the error is the command that makes it. Not asked where the words came through a pipe
    or the editor: they could not be read a second time.
    """
    from mentorlog.cli.app import carry_out

    makes = problem.hint.startswith(("mentorlog person add", "mentorlog skill add"))
    if not isinstance(problem, Unknown) or not makes or not env.interactive:
        return False
    if problem.name.count('"') or {"-", "-e", "--edit"} & {*argv} or not WRITES & {*argv[:2]}:
        return False
    if not env.confirm(f"{problem.sentence} Make a new {problem.what} of that name?"):
        return False
    carry_out(shlex.split(problem.hint)[1:], env)
    return True
