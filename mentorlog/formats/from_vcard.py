"""Contacts (vCard 2.1 to 4): a card becomes a person, its note a note about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorlog.domain.drafts import Draft, Here, Skip
from mentorlog.errors import Problem, Unreadable
from mentorlog.formats.days import day_of
from mentorlog.formats.passage import blocks
from mentorlog.formats.source import Source, bad


def drafts(source: Source, here: Here) -> Iterator[Draft | Skip]:
    """Every card. Raises Unreadable with the line for one that is broken."""
    import vobject  # type: ignore[import-untyped]

    none = True
    for line, _, text in blocks(source, ("VCARD",)):
        none = False
        try:
            card = vobject.readOne(text)
        except Exception as error:  # the library raises whatever its parts raise
            raise bad(line, "the contact that begins here cannot be read") from error
        if card is None:
            raise bad(line, "the contact that begins here is empty")
        yield from _card(line, card.contents, here)
    if none:
        raise Unreadable("The file holds no contact (BEGIN:VCARD); nothing was brought in.")


def _card(line: int, card: dict[str, list[Any]], here: Here) -> Iterator[Draft | Skip]:
    from mentorlog.domain.text import name

    said = _first(card, "fn") or _whole_name(card) or _first(card, "org")
    try:
        called = name(said, "name")
    except Problem:
        yield Skip(line, "without a name, or with one that cannot be kept")
        return
    values = {
        "name": called,
        "email": _line(card, "email"),
        "phone": _line(card, "tel").removeprefix("tel:"),
        "organisation": _line(card, "org"),
        "title": _line(card, "title"),
        "links": "\n".join(filter(None, (_text(one.value) for one in card.get("url", [])))),
    }
    tags = [word for one in card.get("categories", []) for word in _several(one.value)]
    hidden = _first(card, "class").upper() not in ("", "PUBLIC")  # RFC 2426, section 3.7.1
    yield Draft(line, "person", values, "a contact", tags=tuple(tags), private=hidden)
    if words := _first(card, "note"):
        day = day_of(_first(card, "rev"))
        said_of = {"text": words, "day": day or here.today}
        about = "a note on a contact"
        yield Draft(line, "note", said_of, about, part=True, undated=day is None, private=hidden)


def _whole_name(card: dict[str, list[Any]]) -> str:
    parts = card["n"][0].value if "n" in card else None
    words = (_text(getattr(parts, part, "")) for part in ("given", "additional", "family"))
    return " ".join(filter(None, words))


def _first(card: dict[str, list[Any]], name: str) -> str:
    """The first value of a property that says anything."""
    return next(filter(None, (_text(one.value) for one in card.get(name, []))), "")


def _line(card: dict[str, list[Any]], name: str) -> str:
    return " ".join(_first(card, name).split())


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_text, value)))
    return value.strip() if isinstance(value, str) else ""


def _several(value: Any) -> list[str]:
    words = value if isinstance(value, (list, tuple)) else _text(value).split(",")
    return [one.strip() for one in words if isinstance(one, str) and one.strip()]
