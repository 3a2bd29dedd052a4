"""What an argument takes, by the word its help shows for it: the one table that completion reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.mentorships import SIDES
from mentorlog.domain.people import PHASES, ROLES

if TYPE_CHECKING:
    from mentorlog.store.store import Store

Found = Iterable[tuple[str, str]]
"""Words, each with what it means."""


class Typed(NamedTuple):
    """The beginning of a word that is to be completed, the words before it, and whether removed records are meant."""

    text: str
    before: tuple[str, ...] = ()
    removed: bool = False


Look = Callable[["Store", Typed], Found]
"""Looks in the journal."""
Know = Callable[[Typed], Found]
"""Knows without a journal."""


def _refs(*kinds: str, most: int = 50) -> Look:
    """Refs of these kinds, by letter and digits."""

    def look(store: Store, typed: Typed) -> Iterator[tuple[str, str]]:
        from mentorlog.domain.refs import LETTER_OF
        from mentorlog.store.candidates import refs

        word = typed.text.lower()
        letters = word.rstrip("0123456789")
        digits = word[len(letters) :]
        for kind in kinds:
            letter = LETTER_OF[kind]
            if letter == letters or (not digits and letter.startswith(letters)):
                yield from refs(store, kind, digits, typed.removed, most)

    return look


def _handles(kind: str) -> Look:
    def look(store: Store, typed: Typed) -> Found:
        from mentorlog.store.candidates import handles

        return handles(store, kind, typed.text)

    return look


def _tags(store: Store, typed: Typed) -> Found:
    from mentorlog.store.candidates import tags

    return tags(store, typed.text)


def _any(store: Store, typed: Typed) -> Iterator[tuple[str, str]]:
    """Any record: with a letter typed the newest of its kind, with none a few of each."""
    few = 50 if typed.text else 4
    yield from _refs(*(kind for kind in NOUNS if kind not in ("person", "skill")), "mentorship", most=few)(
        store, typed
    )
    if not typed.removed:
        yield from _handles("person")(store, typed)
        yield from _handles("skill")(store, typed)
    if typed.removed or typed.text:
        yield from _refs("person", "skill", most=few)(store, typed)


def _own_roles(store: Store, typed: Typed) -> Found:
    return _handles("role")(store, typed)


def _roles(typed: Typed) -> Iterator[tuple[str, str]]:
    from mentorlog.career.pack import load

    yield from ((one.id, one.name) for one in load().roles.values())


def _settings(typed: Typed) -> Iterator[tuple[str, str]]:
    from mentorlog.config import DEFAULTS

    yield from ((key, "") for key in DEFAULTS)


def _values(typed: Typed) -> Iterator[tuple[str, str]]:
    """Of the setting named before."""
    from mentorlog.config import CHOICES

    yield from ((one, "") for one in CHOICES.get(typed.before[-1] if typed.before else "", ()) if one)


def _commands(typed: Typed) -> Iterator[tuple[str, str]]:
    from mentorlog.cli.completing import commands, verbs

    yield from verbs(typed.before[-1]) if typed.before else commands()


def _rules(typed: Typed) -> Iterator[tuple[str, str]]:
    from mentorlog.career.rules import as_rules
    from mentorlog.domain.next import RULES

    yield from ((one.code, one.says) for one in (*RULES, *as_rules()))


def _words(*words: str) -> Know:
    return lambda _: [(one, "") for one in words]


def _sorts(typed: Typed) -> Iterator[tuple[str, str]]:
    from mentorlog.domain.moments import KINDS as SORTS

    yield from ((one, "") for one in SORTS)


DAYS = _words(
    *("today", "yesterday", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    *("1w", "2w", "1m", "eow", "eom", "eoq", "eoy"),
)
FILES, FOLDERS = "files", "folders"
"""The shell knows these itself."""

Takes = tuple[Any, ...]
ROLE_IDS: Takes = (_own_roles, _roles)
TAKES: dict[str, Takes] = {
    "P": (_handles("person"),),
    "G": (_refs("goal"),),
    "S": (_handles("skill"),),
    "R": ROLE_IDS,
    "REF": (_any,),
    "T": (_tags,),
    "K": (_words(*KINDS),),
    "D": (DAYS,),
    "A": (_refs("action"),),
    "W": (_refs("win"),),
    "F": (_refs("feedback"),),
    "I": (_refs("intro"),),
    "N|CODE": (_rules,),
    "SIDE": (_words(*SIDES),),
    "PHASE": (_words(*PHASES),),
    "ROLE": (_words(*ROLES),),
    "KIND": (_words(*NOUNS),),
    "KEY": (_settings,),
    "VALUE": (_values,),
    "WHO": (_handles("person"),),
    "SHELL": (_words("bash", "zsh", "fish"),),
    "COMMAND": (_commands,),
    "SPAN": (_words("1w", "2w", "4w", "1m"),),
    "WHEN": (_words("auto", "always", "never"),),
    "0-5": (_words(*"012345"),),
    "1-5": (_words(*"12345"),),
    "1-7": (_words(*"1234567"),),
    "FILE": (FILES,),
    "PATH": (FILES,),
    "DIR": (FOLDERS,),
}
# Where the same letter stands for something else: in the words after a noun, or after an option.
ELSEWHERE: dict[str, Takes] = {
    "resource R": (_refs("resource"),),
    "decision D": (_refs("decision"),),
    "topic T": (_refs("topic"),),
    "export ROLE": ROLE_IDS,
    "me ROLE": (),
    "--discussed": (_refs("topic"),),
    "--kinds": (_sorts,),
    "--not-our-thing": (_words(*KINDS),),
    "--db": (FILES,),
    "--format": (_words("text", "json", "tsv"),),
    "--color": (_words("auto", "always", "never"),),
    **dict.fromkeys(("--theme", "--alias", "--family", "--handle"), ()),
}


def takes(noun: str, param: Any, metavar: str) -> Takes:
    """What a parameter of a command of a noun takes; nothing for words that are the person's own."""
    if choices := getattr(param.type, "choices", None):
        return (_words(*map(str, (one for one in choices if one))),)
    option = next((ELSEWHERE[name] for name in param.opts if name in ELSEWHERE), None)
    if option is not None:
        return option
    is_argument = param.param_type_name == "argument"
    if is_argument and f"{noun} {metavar}" in ELSEWHERE:
        return ELSEWHERE[f"{noun} {metavar}"]
    if metavar in TAKES:
        return TAKES[metavar]
    return tuple(_each(metavar.split("|"))) if "|" in metavar else ()


def _each(parts: list[str]) -> Iterator[Any]:
    """`me|P`: the word itself, or what the letter stands for."""
    for part in parts:
        yield from TAKES.get(part, ()) if part.isupper() else (_words(part),)
