"""`man`: the manual page, made from the help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli.app import Command, Root, Verbs, env_of
from mentorlog.cli.everywhere import EVERYWHERE
from mentorlog.cli.index import ENTRIES, GROUPS
from mentorlog.errors import Unknown

if TYPE_CHECKING:
    from mentorlog.formats.roff import Entry, Part

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[COMMAND…]", help="Only this command.", show_default=False)
]
EXITS = (
    ("0", "Done; an empty answer too."),
    ("1", "Something you can mend: a name nobody knows, a day nobody can read, a rule it would break."),
    ("2", "The command line is wrong."),
    ("3", "The journal is locked, damaged, or newer than this program."),
    ("130", "Interrupted."),
)
VARIABLES = (
    ("MENTORLOG_DB", "The journal, unless --db names one."),
    ("MENTORLOG_CONFIG", "The file of the settings."),
    ("MENTORLOG_KEY_FILE", "A file with the passphrase or key of an encrypted journal, for programs."),
    ("MENTORLOG_DEBUG", "1 shows where a fault of the program is."),
    (
        "MENTORLOG_NAME, MENTORLOG_VISIBILITY, …",
        "Every setting can be given so; mentorlog config list names them.",
    ),
    ("VISUAL, EDITOR", "The editor, unless the setting names one."),
    ("NO_COLOR, FORCE_COLOR, COLUMNS", "Colour and width, as everywhere."),
    ("TZ", "The time zone."),
)
FILES = (
    ("~/.local/share/mentorlog/journal.db", "The journal on Linux; mentorlog path says where it is here."),
    ("~/.config/mentorlog/config.toml", "The settings on Linux."),
    ("~/.config/mentorlog/templates/", "Your own templates, for conversations (meet) and documents."),
)


def man(ctx: typer.Context, words: Words = None) -> None:
    """Print the manual page, of everything or of one command.

    $ mentorlog man
    $ mentorlog man goal add

    To read it:  mentorlog man | man -l -   To keep it, write it to mentorlog.1 in a folder of your manuals,
    such as ~/.local/share/man/man1.
    """
    from mentorlog import __version__
    from mentorlog.formats.roff import page

    env = env_of(ctx)
    said = [word for one in words or [] for word in one.split()]
    parts = list(_one(said) if said else _everything())
    env.raw(page("-".join(["mentorlog", *said]), env.today.isoformat(), f"mentorlog {__version__}", parts))


def _everything() -> Iterator[Part]:
    from mentorlog.formats.roff import Part

    yield Part(heading="NAME", prose=("mentorlog - a career-mentoring journal that stays on this machine",))
    yield Part(heading="SYNOPSIS", lines=("mentorlog [COMMAND] ...",))
    told = (
        "Goals, conversations, promises, feedback, skills and wins, in one local file. Without a command it"
        " shows the dashboard.",
        "Records are called by refs (g3 a goal, m12 a conversation, a7 a promise), people, skills and roles by"
        " handles. Days are read as 2026-05-20, fri, 2w, yesterday, eoq.",
        "The result goes to standard output, all else to standard error. In a pipe lists are separated by tabs;"
        " --json gives every answer to a program, and mentorlog schema says its form.",
    )
    yield Part(heading="DESCRIPTION", prose=told)
    yield Part(heading="OPTIONS", prose=("Before or after every command:",), pairs=_everywhere())
    for group, entries in GROUPS.items():
        yield Part(
            heading=group.upper(), entries=tuple(each for one in entries for each in told_of(one.name))
        )
    yield from _last()


def _last() -> Iterator[Part]:
    from mentorlog.formats.roff import Part

    yield Part(heading="EXIT STATUS", pairs=EXITS)
    yield Part(heading="ENVIRONMENT", pairs=VARIABLES)
    yield Part(heading="FILES", pairs=FILES)


def _one(words: list[str]) -> Iterator[Part]:
    """The page of one command. Raises Unknown."""
    from mentorlog.formats.roff import Part

    name = " ".join(words)
    found = [one for one in told_of(words[0]) if f"{one.name} ".startswith(f"mentorlog {name} ")]
    if not found:
        raise Unknown("command", name[:60], hint="mentorlog --help names them all.")
    about = found[0].sentence if len(found) == 1 else ENTRIES[words[0]].help
    yield Part(heading="NAME", prose=(f"mentorlog {name} - {about.rstrip('.')}",))
    yield Part(heading="SYNOPSIS", lines=tuple(one.usage for one in found))
    yield Part(heading="DESCRIPTION", entries=tuple(found))
    yield Part(heading="OPTIONS", prose=("As everywhere:",), pairs=_everywhere())
    yield from _last()


def _everywhere() -> tuple[tuple[str, str], ...]:
    return tuple((", ".join(names), help) for names, _, help, _ in EVERYWHERE)


def told_of(name: str) -> Iterator[Entry]:
    """What the help of a command says, of a noun for each of its verbs; nothing for a name nobody knows."""
    found = Root().get_command(None, name)
    if isinstance(found, Verbs):
        for verb in found.noun.verbs:
            yield _told(f"mentorlog {name} {verb}", found.get_command(None, verb))
    elif found is not None:
        yield _told(f"mentorlog {name}", found)


def _told(path: str, command: Command) -> Entry:
    from mentorlog.formats.roff import Entry

    context: Any = typer.Context(command, info_name=path)
    sentence, *rest = (command.help or "").strip().split("\n")
    lines = [line.strip() for line in rest]
    own = command.params[: command.own]
    rows = [record for one in own if (record := one.get_help_record(context))]
    return Entry(
        name=path,
        usage=" ".join([path, *command.collect_usage_pieces(context)]),
        sentence=sentence,
        examples=tuple(line.removeprefix("$ ") for line in lines if line.startswith("$ ")),
        prose=tuple(" ".join(one.split()) for one in _paragraphs(lines)),
        takes=tuple((left.strip(), " ".join(right.split())) for left, right in rows),
    )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    text = "\n".join("" if line.startswith("$ ") else line for line in lines)
    yield from (one for one in text.split("\n\n") if one.strip())
