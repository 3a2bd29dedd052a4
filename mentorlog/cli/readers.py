"""How the text of a field is read: each reader takes what was typed to the value that is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mentorlog.cli import options
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Reader = Callable[["Env", "Store", str], Any]


def body(env: Env, store: Store, text: str) -> str:
    """Text of any length; may be empty."""
    from mentorlog.domain.text import clean

    return clean(text) if text.strip() else ""


def line(env: Env, store: Store, text: str) -> str:
    """A name on one line; may be empty."""
    from mentorlog.domain.text import name

    return name(text, "name") if text.strip() else ""


def past(env: Env, store: Store, text: str) -> Any:
    """A day that prefers the past."""
    return options.day(env, text, "past") if text else None


def future(env: Env, store: Store, text: str) -> Any:
    """A day that prefers the future."""
    return options.day(env, text, "future") if text else None


def person(env: Env, store: Store, text: str) -> Any:
    """A person's number; `me` is nobody."""
    return store.find.person(text).id if text and text.casefold() != "me" else None


def goal(env: Env, store: Store, text: str) -> Any:
    """A goal's number."""
    return store.find.goal(text).id if text else None


def skill(env: Env, store: Store, text: str) -> Any:
    """A skill's number."""
    return store.find.skill(text).id if text else None


def web(env: Env, store: Store, text: str) -> str:
    """An address of the web or of a mailbox."""
    from mentorlog.domain.resources import read_url

    return read_url(text) if text.strip() else ""


def scores(env: Env, store: Store, text: str) -> str:
    """Scores by topic, 1 to 5."""
    from mentorlog.domain.rehearsals import read_scores

    return read_scores([text])


def choices(env: Env, store: Store, text: str) -> str:
    """Options of a decision, one a line."""
    from mentorlog.domain.decisions import as_options
    from mentorlog.domain.text import clean

    return as_options(clean(text).split("\n")) if text.strip() else ""


def level(env: Env, store: Store, text: str) -> Any:
    """A level 0-5."""
    from mentorlog.domain.skills import read_level

    return read_level(text) if text else None


def kinds(env: Env, store: Store, text: str) -> str:
    """Some of the fourteen kinds."""
    return options.kinds([text])


def minutes(env: Env, store: Store, text: str) -> Any:
    """A length in minutes."""
    from mentorlog.domain.dates import read_minutes

    return read_minutes(text) if text else None


def span(env: Env, store: Store, text: str) -> Any:
    """A rhythm in days."""
    from mentorlog.domain.dates import read_span

    return read_span(text) if text else None


def handle(env: Env, store: Store, text: str) -> str:
    """A handle."""
    from mentorlog.domain.text import handle as read

    return read(text) if text else ""


def one_of(*words: str) -> Reader:
    """One of a few words, or its beginning."""

    def read(env: Env, store: Store, text: str) -> str:
        found = [word for word in words if word.startswith(text.strip().lower())]
        if len(found) != 1 and text.strip().lower() not in words:
            raise Unreadable(f"“{text[:60]}” is not one of {', '.join(words)}.")
        return text.strip().lower() if text.strip().lower() in words else found[0]

    return read


def needs(env: Env, store: Store, text: str) -> str:
    """Needs of a role, one a line: `sql:3:2`."""
    from mentorlog.cli.role_needs import as_needs

    return as_needs([text]) if text.strip() else ""


def seniority(env: Env, store: Store, text: str) -> Any:
    """A rank, 1 to 7."""
    from mentorlog.cli.role_needs import read_seniority

    return read_seniority(text) if text else None
