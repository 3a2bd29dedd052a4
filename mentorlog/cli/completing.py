"""What may be typed next on a command line: answers the shell, and is silent when anything is wrong.

Nothing is written, asked or said beside it. What stands on the screen by a
press of Tab is what any page may show: no private text.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mentorlog.cli.index import ENTRIES, GROUPS

if TYPE_CHECKING:
    from mentorlog.cli.takes import Found, Look, Typed
    from mentorlog.env import Env

WORD = "__complete"
"""How the shell asks: `mentorlog __complete bash WORD…`, the last word being the one that is typed."""
LONGEST = 60
"""Characters of what a word means."""
WORDS = "words"


def answer(argv: Sequence[str], env: Env) -> int:
    """Write how the shell is to go on (words, files or folders), then the words. Always 0."""
    env.no_input = True
    with suppress(Exception):  # whoever presses Tab did not ask for a message
        shell, *words = argv
        how, found = _next(env, _spoken(words, shell))
        lines = [how, *(_line(word, said, shell) for word, said in found if word.isprintable())]
        env.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _spoken(words: list[str], shell: str) -> list[str]:
    """The words as a program gets them: bash hands them over quoted, and cut at the equals sign."""
    if shell == "bash":
        words = [word for word in words[:-1] if word != "="] + [words[-1].removeprefix("=")]
        return [_unquoted(word) for word in words]
    return words


def _unquoted(word: str) -> str:
    try:
        return "".join(shlex.split(word)) if set(word) & set("'\"\\") else word
    except ValueError:  # the quote is not closed yet
        return word.lstrip("'\"").replace("\\", "")


def _line(word: str, said: str, shell: str) -> str:
    from mentorlog.views.plain import one_line

    if shell == "bash":
        return re.sub(r"([^\w@%+=:,./#-])", r"\\\1", word)
    return f"{word}\t{one_line(said)[:LONGEST]}".rstrip("\t")


def commands() -> Iterator[tuple[str, str]]:
    """Every command with its sentence."""
    yield from ((entry.name, entry.help) for group in GROUPS.values() for entry in group)


def verbs(noun: str) -> Iterator[tuple[str, str]]:
    """The verbs of a noun; none for any other word."""
    from mentorlog.cli.app import Command, Root, Verbs

    found = Root().get_command(None, noun)
    if isinstance(found, Verbs):
        for verb, what in found.noun.verbs.items():
            help = what.help if isinstance(what, Command) else what.__doc__
            yield verb, (help or "").strip().partition("\n")[0]


def _next(env: Env, words: list[str]) -> tuple[str, Iterable[tuple[str, str]]]:
    """How to go on, and the words that fit."""
    *before, text = words or [""]
    if not before and not text.startswith("-"):
        return WORDS, _fitting(commands(), text)
    from mentorlog.cli.app import Root
    from mentorlog.cli.everywhere import first_own

    name = first_own(before)
    if not name:
        root = Root()
        return _of_command(env, "", root, before, text, commands())
    if name not in ENTRIES:
        return WORDS, ()
    before.remove(name)
    command, rest, verbs_left = _meant(name, before)
    return _of_command(env, name, command, rest, text, verbs_left)


def _meant(name: str, before: list[str]) -> tuple[Any, list[str], Found]:
    """The command that is meant, the words after it, and the verbs that may still come."""
    from mentorlog.cli.app import Root, Verbs
    from mentorlog.cli.everywhere import first_own

    found = Root().get_command(None, name)
    if not isinstance(found, Verbs):
        return _of_kind(found, before), before, ()
    verb = first_own(before)
    if verb in found.noun.verbs:
        before.remove(verb)
        return found.get_command(None, verb), before, ()
    if verb and not verb.startswith("-"):
        return found.get_command(None, found.noun.verbless), before, ()
    return found.get_command(None, found.noun.verbless or found.noun.bare), before, list(verbs(name))


def _of_kind(command: Any, before: list[str]) -> Any:
    """`edit` of any record as that of the kind which the ref before names."""
    from mentorlog.cli.records import EditAny
    from mentorlog.domain.refs import looks_like_ref, read_ref

    if not isinstance(command, EditAny):
        return command
    from mentorlog.cli.edit import Edit
    from mentorlog.cli.fields import FIELDS

    kinds = [read_ref(word).kind for word in before if looks_like_ref(word)]
    return Edit(kinds[0] if kinds and kinds[0] in FIELDS else "note")


def _of_command(
    env: Env, noun: str, command: Any, before: list[str], text: str, verbs: Found
) -> tuple[str, Iterable[tuple[str, str]]]:
    """What may come next of a command: the value of an option, an option, or an argument."""
    from mentorlog.cli.takes import Typed

    options = {name: one for one in command.params if one.param_type_name == "option" for name in one.opts}
    given, pending = _walked(env, options, before)
    removed, about = command.name == "restore", (noun, command)
    name, sign, value = text.partition("=")
    if pending is not None:
        return _values(env, about, pending, Typed(text, tuple(given), removed))
    if sign and name in options:
        how, found = _values(env, about, options[name], Typed(value, tuple(given), removed))
        return how, ((f"{name}={word}", said) for word, said in found)
    if text.startswith("-"):
        return WORDS, _fitting(_told(options), text)
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    how, found = WORDS, iter(())
    if arguments and (len(given) < len(arguments) or arguments[-1].nargs == -1):
        here = arguments[min(len(given), len(arguments) - 1)]
        how, found = _values(env, about, here, Typed(text, tuple(given), removed))
    return how, [*_fitting(verbs, text), *found]


def _told(options: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((name, one.help or "") for name, one in options.items() if name.startswith("--"))
    yield "--help", "Show help."


def _walked(env: Env, options: dict[str, Any], before: list[str]) -> tuple[list[str], Any]:
    """The arguments given so far, and the option that still waits for its value. Takes note of `--db`."""
    given: list[str] = []
    words = iter(before)
    for word in words:
        name, sign, value = word.partition("=")
        if word.startswith("-") and len(word) > 1:
            option = options.get(name)
            if option is None or option.is_flag:
                continue
            said = value if sign else next(words, None)
            if said is None:
                return given, option
            if name == "--db":
                env.db_option = said
        else:
            given.append(word)
    return given, None


def _values(
    env: Env, about: tuple[str, Any], param: Any, typed: Typed
) -> tuple[str, Iterator[tuple[str, str]]]:
    """What a parameter may be, each after what is there already of a list with commas."""
    from mentorlog.cli.takes import FILES, FOLDERS, takes

    noun, command = about
    metavar = _metavar(command, param)
    what = takes(noun, param, metavar.removesuffix(","))
    shell_knows = next((one for one in what if one in (FILES, FOLDERS)), WORDS)
    done = ""
    if metavar.endswith(",") or param.name == "people":
        done = typed.text[: typed.text.rfind(",") + 1]
        typed = typed._replace(text=typed.text.removeprefix(done))
    found = _looked_up(env, [one for one in what if callable(one)], typed)
    return shell_knows, ((f"{done}{word}", said) for word, said in found)


def _metavar(command: Any, param: Any) -> str:
    """The word for what a parameter takes. Every field that `edit` changes says TEXT; its reader says what."""
    from mentorlog.cli.edit import Edit

    if isinstance(command, Edit):
        from mentorlog.cli import readers
        from mentorlog.cli.fields import FIELDS

        read = next((one.read for one in FIELDS[command.kind] if one.name == param.name), None)
        for letter, names in {
            "P": ["person"],
            "G": ["goal"],
            "S": ["skill"],
            "K": ["kinds"],
            "D": ["past", "future"],
        }.items():
            if read in [getattr(readers, name) for name in names]:
                return letter
    return (param.metavar or "").strip("[]").rstrip("…")


def _looked_up(env: Env, what: list[Any], typed: Typed) -> Iterator[tuple[str, str]]:
    """From what is known, and from the journal as it may stand on the screen."""
    from inspect import signature

    inside = [one for one in what if len(signature(one).parameters) == 2]
    for one in what:
        if one not in inside:
            yield from _fitting(one(typed), typed.text)
    if inside and env.begun:
        yield from _fitting(_in_journal(env, inside, typed), typed.text)


def _in_journal(env: Env, looks: list[Look], typed: Typed) -> list[tuple[str, str]]:
    """What the journal holds, read as it lies; nothing when it is locked, damaged, older or newer."""
    from mentorlog.cli.app import now_here
    from mentorlog.store.candidates import ready

    with suppress(Exception):
        env.now = now_here()  # an encrypted journal stays open only for a while
        env.unlock()
        if ready(env.path):
            with env.read(private=False) as store:
                return [pair for look in looks for pair in look(store, typed)]
    return []


def _fitting(found: Found, text: str) -> Iterator[tuple[str, str]]:
    """Those that begin with what was typed, whatever its case."""
    yield from ((word, said) for word, said in found if word.lower().startswith(text.lower()))
