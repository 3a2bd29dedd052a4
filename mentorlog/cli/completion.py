"""`completion`: what a shell needs to finish a word, with names and titles from the journal."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.shells import SCRIPTS
from mentorlog.errors import Misused

Shell = Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


def completion(ctx: typer.Context, shell: Shell) -> None:
    """Print the script that completes commands, names and refs in bash, zsh or fish.

    $ mentorlog completion bash
    $ mentorlog completion zsh
    $ mentorlog completion fish

    To try it:  source <(mentorlog completion bash)   or, in fish:  mentorlog completion fish | source
    To keep it, write it where your shell looks: the script says where. Nothing private is ever offered, and
    nothing of an encrypted journal while it is locked.
    """
    env = env_of(ctx)
    if shell not in SCRIPTS:
        raise Misused(f"“{shell[:40]}” is no shell I know.", f"One of {', '.join(SCRIPTS)}.")
    env.raw(SCRIPTS[shell])
