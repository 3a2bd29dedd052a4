"""`schema`: what `--json` gives, said as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli.app import Root, Verbs, env_of
from mentorlog.errors import Misused, Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.env import Env

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[COMMAND…]", help="A command, or the name of a schema.", show_default=False),
]
ERRORS = "errors"
"""What any command says on stderr when it fails; the word stands for a command."""


def schema(ctx: typer.Context, words: Words = None) -> None:
    """Say what a command gives with --json, as JSON Schema; without a command, list them all.

    $ mentorlog schema
    $ mentorlog schema goal list
    $ mentorlog schema errors

    Every answer names its schema, such as mentorlog/goal-list/1. The number goes up when a key goes or changes
    its meaning; more keys may come. A write of several records gives one object after another.
    """
    env = env_of(ctx)
    if words:
        if env.tsv:
            raise Misused(
                "A schema is no list, so it has no form as tsv.", "mentorlog schema --format tsv lists them."
            )
        import json

        env.raw(json.dumps(_found([word for said in words for word in said.split()]), indent=2) + "\n")
    else:
        _list(env)


def _found(words: list[str]) -> dict[str, Any]:
    """The schema of a command or of a name. Raises Unknown; Refused for a command that gives no JSON."""
    from mentorlog.formats.schemas.every import named, of_command, of_name

    said = " ".join(words)
    command = said if said == ERRORS else command_of(words)
    name = said.removeprefix("mentorlog/").removesuffix("/1")
    found = of_command(command) if command else of_name(name)
    if found is not None:
        return found
    if command:
        raise Refused(f"mentorlog {command} gives no JSON.", f"mentorlog {command} --help")
    from difflib import get_close_matches

    raise Unknown(
        "command or schema", said[:60], get_close_matches(name, named()), "mentorlog schema lists them."
    )


def command_of(words: list[str]) -> str:
    """`goal` as `goal list`, which runs without a verb; empty when there is no such command."""
    found = Root().get_command(None, words[0])
    if isinstance(found, Verbs):
        verb = found.noun.bare if len(words) == 1 else words[1]
        return f"{words[0]} {verb}" if len(words) < 3 and verb in found.noun.verbs else ""
    return words[0] if found and len(words) == 1 else ""


def _list(env: Env) -> None:
    from mentorlog.formats.schemas.every import named
    from mentorlog.views.columns import Column, tsv

    every = {f"mentorlog/{name}/1": commands for name, commands in named().items()}
    columns = [Column("Schema"), Column("Given by", flex=True, least=30, wrap=True)]
    rows = [[name, ", ".join(commands)] for name, commands in every.items()]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    env.show(
        "schema-list",
        lambda: {"items": [{"schema": name, "commands": commands} for name, commands in every.items()]},
        draw,
        lambda look: tsv(columns, rows, look),
    )
