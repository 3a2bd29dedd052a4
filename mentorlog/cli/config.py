"""Settings, and where things are."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of

noun = Noun("config", "See and change settings.")
Key = Annotated[str, typer.Argument(metavar="KEY", help="A setting.")]


def built_in(key: str) -> str:
    """What holds for careers while a setting is empty; nothing for any other."""
    table, _, name = key.rpartition(".")
    if not table:
        return ""
    if table == "career.weights":
        from mentorlog.career.explore import WEIGHTS

        return f"{WEIGHTS[name]:g}"
    from mentorlog.career.pack import load

    low, high = load().hours[int(name[0])]
    return f"{low}-{high}"


@noun.command("list")
def list_(ctx: typer.Context) -> None:
    """List every setting, its value and where it came from.

    $ mentorlog config list
    """
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    columns = [Column("Setting"), Column("Value", flex=True), Column("From", priority=1, style="muted")]
    found = [(key, one.value or built_in(key), one.origin) for key, one in env.settings.items()]
    rows = [[key, value or "–", origin] for key, value, origin in found]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    def data() -> dict[str, Any]:
        return {"items": [{"key": key, "value": value, "origin": origin} for key, value, origin in found]}

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
    value = found.value or built_in(key)
    if env.json:
        env.give("config", {"key": key, "value": value, "origin": found.origin})
    else:
        env.say(value)


@noun.command("set")
def set_(
    ctx: typer.Context, key: Key, value: Annotated[str, typer.Argument(metavar="VALUE", help="Its value.")]
) -> None:
    """Change one setting in the settings file.

    $ mentorlog config set name "Sam Rivera"
    $ mentorlog config set visibility private
    $ mentorlog config set career.weights.effort -- -30

    A value that begins with - goes behind --. An empty one takes the setting away.
    """
    from mentorlog.config import check, config_file, said, save
    from mentorlog.domain.dates import read_span

    env = env_of(ctx)
    value = said(value, key)
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
def templates(
    ctx: typer.Context,
    copy: Annotated[
        str, typer.Option("--copy", metavar="NAME", help="Write one of ours where yours lie, to change it.")
    ] = "",
    force: options.Force = False,
) -> None:
    """List the templates for conversations and documents, and check your own.

    $ mentorlog config templates
    $ mentorlog config templates --copy brag

    Your own are Markdown files in the folders templates/meet and templates/documents beside the settings.
    The name of the file is theirs, and one of yours stands in for one of ours. mentorlog meet ana --template
    grow uses one; mentorlog export brag uses brag.md. What may stand in a document is what stands in ours.
    """
    from mentorlog.cli.templates import copy_template, every_template
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    if copy:
        place = copy_template(copy, force)
        if env.json:
            env.give("template", {"name": copy, "origin": str(place)})
        else:
            env.say(str(place) if env.quiet else f"wrote {place}: change it there")
        return
    found = every_template()
    columns = [Column("Template"), Column("For"), Column("From", style="muted"), Column("What", flex=True)]
    rows = [[one.name, one.use, one.origin, one.fault or one.about] for one in found]

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
