"""The options that work before or after every command, and what `--format` can be of which."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import typer
from typer.core import TyperOption

from mentorlog.errors import Misused

# What works before or after every command: the option, the field of Env it sets, its help, and its choices.
EVERYWHERE: tuple[tuple[tuple[str, ...], str, str, tuple[str, ...]], ...] = (
    (("--db",), "db_option", "Use this journal.", ()),
    (("--json",), "json", "Answer in JSON.", ()),
    (
        ("--format",),
        "format",
        "As text, json, or of a list tsv: a table with a header.",
        ("text", "json", "tsv"),
    ),
    (("-q", "--quiet"), "quiet", "Print only the ref.", ()),
    (("--plain",), "plain", "Plain lines, as in a pipe.", ()),
    (("--ascii",), "ascii_option", "Draw with ASCII only.", ()),
    (("--color",), "color_option", "Colour: auto, always or never.", ("auto", "always", "never")),
    (("--no-input",), "no_input", "Ask nothing.", ()),
    (("--key-fd",), "key_fd", "Read the key of an encrypted journal from this file descriptor.", ()),
)
_FLAGS = ("json", "quiet", "plain", "ascii_option", "no_input")
TABLES = {
    *("search", "history", "schema", "feedback themes", "next rules", "config templates"),
    *("career packs", "career similar"),
}
"""Commands that give a list, beside every `list`."""


def options(own: Collection[Any] = ()) -> list[Any]:
    """The options that work everywhere, for one command; one that it has itself is its own."""
    taken = {name for one in own for name in one.opts}
    return [
        TyperOption(
            param_decls=list(names),
            is_flag=field in _FLAGS,
            default=False if field in _FLAGS else None,
            type=None if field in _FLAGS else str,
            help=help,
            expose_value=False,
            is_eager=True,
            callback=_setter(field, choices),
        )
        for names, field, help, choices in EVERYWHERE
        if not taken.intersection(names)
    ]


def _setter(field: str, choices: tuple[str, ...]) -> Callable[[Any, Any, Any], None]:
    def set_on_env(context: typer.Context, parameter: Any, value: Any) -> None:
        if choices and value is not None and value not in choices:
            raise Misused(f"{parameter.opts[0]}: “{value[:60]}” is not one of {', '.join(choices)}.")
        if field == "format":
            if value in ("json", "tsv"):
                setattr(context.obj, value, True)
        elif value:
            setattr(context.obj, field, value)

    return set_on_env


def check_table(command: str) -> None:
    """Raises Misused for a command, such as `goal show`, whose answer is no list."""
    if command.rpartition(" ")[2] != "list" and command not in TABLES:
        raise Misused(
            f"mentorlog {command} gives no list, so it has no form as tsv.",
            "--json gives all of it to a program.",
        )


def takes_value(word: str) -> bool | None:
    """Is this word one of these options, and does the next word belong to it? None for any other word."""
    name, sign, _ = word.partition("=")
    field = next((field for names, field, *_ in EVERYWHERE if name in names), "")
    return (field not in _FLAGS and not sign) if field else None


def first_own(args: list[str]) -> str:
    """The first word that is not one of the options that work everywhere, or the value of one."""
    words = iter(args)
    for word in words:
        more = takes_value(word)
        if more is None:
            return word
        if more:
            next(words, None)
    return ""
