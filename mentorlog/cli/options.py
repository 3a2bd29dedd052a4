"""Options that mean the same everywhere, and turning their text into values."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from mentorlog.domain import dates
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.spoken import day_words
from mentorlog.domain.text import MOST_READ, clean, had_bad_bytes, name
from mentorlog.env import Env
from mentorlog.errors import Misused, Refused, Unreadable

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT…]", help="The words; - reads stdin.", show_default=False)
]
With = Annotated[
    list[str] | None, typer.Option("-w", "--with", metavar="P", help="A person, by handle; repeat for more.")
]
WithOne = Annotated[str, typer.Option("-w", "--with", metavar="P", help="A person, by handle.")]
GoalOption = Annotated[str, typer.Option("-g", "--goal", metavar="G", help="A goal, by ref or title.")]
SkillOption = Annotated[str, typer.Option("-s", "--skill", metavar="S", help="A skill, by handle.")]
Skills = Annotated[
    list[str] | None, typer.Option("-s", "--skill", metavar="S", help="A skill, by handle; repeat for more.")
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("-k", "--kind", metavar="K", help="One of the fourteen kinds; repeat for more."),
]
Tags = Annotated[
    list[str] | None, typer.Option("-t", "--tag", metavar="T", help="A word to find it by; repeat for more.")
]
On = Annotated[str, typer.Option("--on", metavar="D", help="The day: today, fri, -3d, 28apr, 2026-05-04.")]
By = Annotated[str, typer.Option("--by", metavar="D", help="The day it is due: fri, 2w, eoq, 2026-05-20.")]
Since = Annotated[str, typer.Option("--since", metavar="D", help="Only from this day on.")]
Until = Annotated[str, typer.Option("--until", metavar="D", help="Only up to this day.")]
Private = Annotated[bool, typer.Option("--private", help="For my eyes only.")]
Share = Annotated[bool, typer.Option("--share", help="Shared, where the setting says private.")]
SeePrivate = Annotated[bool, typer.Option("--private", help="Show private text too.")]
Note = Annotated[str, typer.Option("-n", "--note", metavar="TEXT", help="A note on it.")]
Edit = Annotated[bool, typer.Option("-e", "--edit", help="Write it in your editor.")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, which is kept.")]
Svg = Annotated[str, typer.Option("--svg", metavar="FILE", help="Write the page as a picture.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]

Lean = Literal["past", "future"]


def day(env: Env, text: str, lean: Lean) -> date:
    """A day as typed. Raises Unreadable or Refused."""
    return dates.read_day(text, env.today, lean, env.date_order)


def on_day(env: Env, text: str) -> date:
    """`--on`: the day it was, which prefers the past; today when nothing was said.

    Raises Unreadable; Refused also for a day to come, on which nothing has happened yet.
    """
    found = day(env, text, "past") if text else env.today
    if found > env.today:
        raise Refused(f"{day_words(found, env.today)} is still to come.", "--on is the day it happened.")
    return found


def by_day(env: Env, text: str) -> date | None:
    """`--by`: a day that prefers the future; none when nothing was said. Raises Unreadable, Refused."""
    return day(env, text, "future") if text else None


def since_day(env: Env, text: str) -> date | None:
    """`--since`: the first day of what was typed."""
    return dates.read_since(text, env.today, env.date_order) if text else None


def until_day(env: Env, text: str) -> date | None:
    """`--until`: the last day of what was typed."""
    return dates.read_until(text, env.today, env.date_order) if text else None


def kinds(given: list[str] | None) -> str:
    """Some of the fourteen kinds, by name or its beginning, as a record keeps them. Raises Unreadable."""
    words = [word.strip().lower() for text in given or [] for word in text.split(",") if word.strip()]
    found = []
    for word in words:
        matches = [kind for kind in KINDS if kind.startswith(word)]
        if len(matches) != 1:
            raise Unreadable(
                f"“{word[:60]}” is not one of the fourteen kinds.", f"Kinds: {', '.join(KINDS)}."
            )
        found += matches
    return ",".join(kind for kind in KINDS if kind in found)


def tags(given: list[str] | tuple[str, ...] | None) -> list[str]:
    """Words to find a record by. Raises Unreadable for one that is empty or no name."""
    return [name(one.lstrip("#"), "tag").casefold() for one in given or []]


def reason(why: str) -> str:
    """`--why` of something that is let go, which must be said. Raises Misused without it."""
    if not why.strip():
        raise Misused("Say why it is dropped, so that you know it later.", "Add --why TEXT.")
    return why.strip()


def text_of(env: Env, words: list[str] | None, what: str, edit: bool = False, template: str = "") -> str:
    """The words of a new record: as arguments, from stdin for `-`, in the editor, or asked for.

    Raises Unreadable when there are none, Misused when nobody can be asked.
    """
    if edit:
        from mentorlog.editor import written

        return clean(whole(env, written(env, template, what)), what)
    if words == ["-"]:
        return clean(whole(env, env.typed(MOST_READ)), what)
    if words:
        return clean(" ".join(words), what)
    if env.interactive:
        return clean(env.ask(">"), what)
    return clean("", what)


def whole(env: Env, text: str) -> str:
    """The text itself, with a word on stderr when some of it could not be read."""
    if had_bad_bytes(text) and not env.json:
        env.note("Some bytes are not UTF-8; they are kept as \ufffd.")
    return text
