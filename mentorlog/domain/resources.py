"""Resources: courses, books and people to learn from, and the verdict once they have been."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from mentorlog.domain.record import Record, Visibility
from mentorlog.domain.text import name, safe
from mentorlog.errors import Refused, Unreadable

FORMS = ("course", "book", "article", "talk", "person", "tool", "other")
"""What a resource may be."""
OPEN = ("todo", "doing")


class Resource(Record):
    """Something to learn from; `form` is one of FORMS, `from_id` who recommended it.

    `state` is todo, doing (since `started`), done (with a `verdict`) or dropped (`why`), on `ended`.
    """

    kind = "resource"
    title_field = "title"

    title: str
    url: str = ""
    form: str = "other"
    skill_id: int | None = None
    from_id: int | None = None
    state: str = "todo"
    started: date | None = None
    ended: date | None = None
    verdict: str = ""
    why: str = ""


def is_address(text: str) -> bool:
    """Is it an address of the web or of a mailbox, with nothing in it that could pass for something else?"""
    whole = re.fullmatch(r"(https?://|mailto:)[^\s<>\"\\^`{|}]+", text, re.IGNORECASE)
    return whole is not None and safe(text) == text


def read_url(text: str) -> str:
    """`https://…`, `http://…` or `mailto:…`; `www.…` becomes https. Raises Unreadable for any other."""
    word = text.strip()
    word = f"https://{word}" if word.lower().startswith("www.") else word
    if not is_address(word):
        raise Unreadable(
            f"“{text.strip()[:60]}” is no address.", "An address begins with https:// or mailto:."
        )
    return word


def named(texts: Iterable[str], skill_id: int, visibility: Visibility) -> list[Resource]:
    """What to learn a skill from, by its address or its title. Raises Unreadable for an empty title."""
    return [
        Resource(
            title=name(text, "title"),
            url=read_url(text) if _is_link(text) else "",
            skill_id=skill_id,
            visibility=visibility,
        )
        for text in texts
    ]


def _is_link(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://", "mailto:", "www."))


def started(resource: Resource, on: date) -> Resource:
    """The resource, begun on that day. Raises Refused when it was begun or has ended."""
    if resource.state != "todo":
        raise Refused(f"{resource.ref} is {resource.state} already.", f"mentorlog show {resource.ref}")
    return resource.but(state="doing", started=on)


def finished(resource: Resource, on: date, verdict: str = "") -> Resource:
    """The resource, done with. Raises Refused when it has ended."""
    _check_open(resource)
    return resource.but(state="done", ended=on, verdict=verdict or resource.verdict)


def dropped(resource: Resource, on: date, why: str) -> Resource:
    """The resource, let go with the reason. Raises Refused when it has ended."""
    _check_open(resource)
    return resource.but(state="dropped", ended=on, why=why)


def _check_open(resource: Resource) -> None:
    if resource.state not in OPEN:
        raise Refused(f"{resource.ref} is {resource.state} already.", f"mentorlog show {resource.ref}")
