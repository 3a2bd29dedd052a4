"""Settings, and where things are."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mentorlog.cli.app import Noun, env_of

noun = Noun("config", "See and change settings.")
Key = Annotated[str, typer.Argument(metavar="KEY", help="A setting.")]


@noun.command("list")
def list_(ctx: typer.Context) -> None:
    """List every setting, its value and where it came from.

    $ mentorlog config list
    """
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    columns = [Column("Setting"), Column("Value", flex=True), Column("From", priority=1, style="muted")]
    rows = [[key, one.value or "–", one.origin] for key, one in env.settings.items()]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    def data() -> dict[str, Any]:
        return {
            "items": [
                {"key": key, "value": one.value, "origin": one.origin} for key, one in env.settings.items()
            ]
        }

    env.show("config-list", data, draw, lambda look: tsv(columns, rows, look))


@noun.command("get")
def get(ctx: typer.Context, key: Key) -> None:
    """Print one setting.

    $ mentorlog config get visibility
    """
    from mentorlog.config import check

    env = env_of(ctx)
    if key not in env.settings:
        check(key, "")
    found = env.settings[key]
    if env.json:
        env.give("config", {"key": key, "value": found.value, "origin": found.origin})
    else:
        env.say(found.value)


@noun.command("set")
def set_(
    ctx: typer.Context, key: Key, value: Annotated[str, typer.Argument(metavar="VALUE", help="Its value.")]
) -> None:
    """Change one setting in the settings file.

    $ mentorlog config set name "Sam Rivera"
    $ mentorlog config set visibility private
    """
    from mentorlog.config import check, config_file, save
    from mentorlog.domain.dates import read_span

    env = env_of(ctx)
    check(key, value)
    if key == "default_cadence" and value:
        read_span(value)
    path = config_file()
    save(path, key, value)
    if env.json:
        env.give("config", {"key": key, "value": value, "origin": str(path)})
    else:
        env.say(f"{key} = {value or '–'}   ({path})")


@noun.command("templates")
def templates(ctx: typer.Context) -> None:
    """List the templates for conversations, and check your own.

    $ mentorlog config templates

    Your own are Markdown files in the folder templates/meet beside the settings. The name of the file is
    theirs, and one of yours stands in for one of ours. mentorlog meet ana --template grow uses one.
    """
    from mentorlog.cli.templates import every_template
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    found = every_template()
    columns = [Column("Template"), Column("From", style="muted"), Column("What", flex=True)]
    rows = [[one.name, one.origin, one.fault or one.about] for one in found]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    env.show(
        "template-list",
        lambda: {"items": [one._asdict() for one in found]},
        draw,
        lambda look: tsv(columns, rows, look),
    )


def path(ctx: typer.Context) -> None:
    """Say where the journal is.

    $ mentorlog path
    """
    env = env_of(ctx)
    if env.json:
        env.give("path", {"path": str(env.path), "exists": env.begun})
    else:
        env.say(str(env.path))
