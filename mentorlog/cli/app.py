"""Finding and running a command, loading only that one.

Typer builds every command of an application before it runs one. Here a group
holds names and builds a command when it is called; a command also takes the
options that work everywhere, so that they may stand before or after it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from mentorlog.cli.everywhere import EVERYWHERE, check_table, first_own, options
from mentorlog.cli.index import ENTRIES, root_help
from mentorlog.env import Env
from mentorlog.errors import Misused, Problem, Refused

HELP_NAMES = {"-h", "--help"}
SETTINGS = {"help_option_names": sorted(HELP_NAMES)}


def now_here() -> datetime:
    """The moment, with the local zone. The clock is read only here. Raises Refused for a zone that cannot be."""
    try:
        return datetime.now().astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise Refused(
            "The clock or the time zone of this machine cannot be used.", "Set TZ and the clock."
        ) from error


def carry_out(argv: list[str], env: Env) -> int:
    """Run a command line. Returns its exit code; raises Problem for everything a person can mend."""
    root = Root()
    try:
        # Not `root.main`, which ends the process itself when a pipe breaks or somebody interrupts.
        with root.make_context("mentorlog", argv, obj=env) as context:
            root.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort as end:
        raise EOFError from end
    except typer.TyperException as error:
        raise _misused(error) from error
    return 0


def _misused(error: Any) -> Problem:
    """Typer's complaint about the command line, as one of ours."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context is not None else "mentorlog"
    said = error.format_message().replace("\n", " ").rstrip(".")
    end = "" if said.endswith("?") else "."
    return Misused(f"{where}: {said}{end}", f"{where} --help shows how it goes.")


class Helpful:
    """Help that leaves by `Env` as everything else does; Typer's own goes to the process's stdout."""

    @cached_property
    def _help_flag(self) -> Any:
        return TyperOption(
            param_decls=sorted(HELP_NAMES),
            is_flag=True,
            default=False,
            is_eager=True,
            expose_value=False,
            callback=_help,
        )

    def get_help_option(self, ctx: Any) -> Any:
        """`-h` and `--help`; the same object each time, because Typer compares."""
        return self._help_flag


def _help(context: typer.Context, _parameter: Any, value: bool) -> None:
    if value:
        env_of(context).say(context.get_help())
        raise typer.Exit


class Command(Helpful, TyperCommand):
    """A command whose help opens with examples and ends with the options that work everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = len(self.params)
        self.params += options(self.params)

    def invoke(self, ctx: Any) -> Any:
        """Run it, unless it was asked for a table and gives none."""
        if ctx.obj.tsv:
            check_table(ctx.command_path.partition(" ")[2])
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Sentence and examples, usage, arguments and options."""
        formatter.write((self.help or "").strip() + "\n\n")
        self.format_usage(ctx, formatter)
        records = [(one.param_type_name, one.get_help_record(ctx)) for one in self.params[: self.own]]
        for kind, title in (("argument", "Arguments"), ("option", "Options")):
            rows = [record for type_, record in records if type_ == kind and record]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
        everywhere = "  ".join("/".join(names) for names, *_ in EVERYWHERE)
        formatter.write(f"\nEverywhere: {everywhere}  -h/--help\n")


def build(name: str, function: Callable[..., None]) -> Command:
    """A command from a function with Typer's annotations."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=SETTINGS)
    app.command(name, cls=Command)(function)
    return cast(Command, typer.main.get_command(app))


class Noun:
    """The commands of one noun. `bare` runs without a verb, `verbless` when the first word is no verb."""

    def __init__(self, name: str, help: str, bare: str = "list", verbless: str = "") -> None:
        self.name = name
        self.help = help
        self.bare = bare
        self.verbless = verbless
        self.verbs: dict[str, Callable[..., None] | Command] = {}

    def command(self, verb: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
        """Register a function as a verb of this noun."""

        def register(function: Callable[..., None]) -> Callable[..., None]:
            self.verbs[verb] = function
            return function

        return register


class Verbs(Helpful, TyperGroup):
    """The group of a noun, which builds the one verb that is called."""

    def __init__(self, noun: Noun) -> None:
        super().__init__(name=noun.name, help=noun.help, context_settings=SETTINGS, rich_markup_mode=None)
        self.noun = noun
        self.commands = dict.fromkeys(noun.verbs)  # type: ignore[assignment]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the verb first, or the one that was left out."""
        first = first_own(args)
        if first in self.noun.verbs:
            at = args.index(first)
            args = [first, *args[:at], *args[at + 1 :]]
        elif first not in HELP_NAMES:
            if first.startswith("-") and self.noun.verbless and not self._takes(ctx, self.noun.bare, first):
                args = [self.noun.verbless, *args]
            elif not first or first.startswith("-"):
                args = [self.noun.bare, *args]
            elif self.noun.verbless:
                args = [self.noun.verbless, *args]
        return super().parse_args(ctx, args)

    def _takes(self, ctx: Any, verb: str, option: str) -> bool:
        command = self.get_command(ctx, verb)
        return any(option.partition("=")[0] in one.opts for one in command.params)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb, built now."""
        verb = self.noun.verbs.get(cmd_name)
        return build(cmd_name, verb) if verb and not isinstance(verb, Command) else verb

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The noun's sentence, then its verbs with theirs."""
        formatter.write(f"{self.noun.help}\n\nUsage: {ctx.command_path} VERB …\n\n")
        for verb, what in self.noun.verbs.items():
            sentence = (
                ((what.help if isinstance(what, Command) else what.__doc__) or "").strip().split("\n")[0]
            )
            formatter.write(f"  {verb:<9} {sentence}\n")
        bare = self.get_command(ctx, self.noun.bare)
        rows = [
            one.get_help_record(ctx) for one in bare.params[: bare.own] if one.param_type_name == "option"
        ]
        if rows:
            with formatter.section(f"Options of {self.noun.bare}, which runs without a verb"):
                formatter.write_dl(rows)
        words = f"; with words: {self.noun.verbless}" if self.noun.verbless else ""
        formatter.write(
            f"\n{ctx.command_path} VERB --help shows examples. Without a verb: {self.noun.bare}{words}.\n"
        )


class Root(Helpful, TyperGroup):
    """`mentorlog` itself: loads the module of the command that is called, and no other."""

    def __init__(self) -> None:
        super().__init__(
            name="mentorlog",
            params=[_version_option(), *options()],
            invoke_without_command=True,
            context_settings=SETTINGS,
            rich_markup_mode=None,
        )
        self.commands = dict.fromkeys(ENTRIES)  # type: ignore[assignment]

    def invoke(self, ctx: Any) -> Any:
        """Run the command named; without one, the dashboard."""
        if not ctx._protected_args:
            ctx._protected_args = ["dashboard"]
        return super().invoke(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command or group, loaded now."""
        entry = ENTRIES.get(cmd_name)
        if entry is None:
            return None
        module, attribute = entry.home.split(":")
        found = getattr(import_module(f"mentorlog.cli.{module}"), attribute)
        if isinstance(found, Noun):
            return Verbs(found)
        return found if isinstance(found, Command) else build(cmd_name, found)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """One screen with every command."""
        from mentorlog import __version__

        formatter.write(root_help(__version__) + "\n")


def _version_option() -> Any:
    return TyperOption(
        param_decls=["--version"],
        is_flag=True,
        default=False,
        is_eager=True,
        expose_value=False,
        callback=_version,
    )


def _version(context: typer.Context, _parameter: Any, value: bool) -> None:
    if value:
        from mentorlog import __version__

        context.obj.say(f"mentorlog {__version__}")
        raise typer.Exit


def env_of(context: typer.Context) -> Env:
    """The environment of this run."""
    return cast(Env, context.obj)
