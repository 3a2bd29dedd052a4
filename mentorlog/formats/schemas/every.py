"""Every answer there is, found by the command that gives it or by its name."""

from __future__ import annotations

from functools import cache

from mentorlog.formats.json_schema import Schema, journal_schema, lines_schema
from mentorlog.formats.schemas import care, career, out, pages, records
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import document

FILES = {
    "journal": (journal_schema, "export all"),
    "journal-lines": (lines_schema, "export all --format jsonl"),
}
"""Schemas of files that programs exchange, told where they are written and read."""
OUTER = ("$schema", "$id", "$defs", "title")


@cache
def every() -> tuple[Answer, ...]:
    """All answers."""
    return (*records.answers(), *pages.ANSWERS, *career.ANSWERS, *out.ANSWERS, *care.ANSWERS)


def named() -> dict[str, list[str]]:
    """Every schema by name, with the commands that give it."""
    found: dict[str, dict[str, None]] = {name: {by: None} for name, (_, by) in FILES.items()}
    for one in every():
        found.setdefault(one.name, {}).update(dict.fromkeys(one.commands))
    return {name: sorted(commands) for name, commands in sorted(found.items())}


def of_command(command: str) -> Schema | None:
    """The schema of what a command gives; None for one that gives no JSON."""
    answers = [(one.name, one.shape) for one in every() if command in one.commands]
    whole = next((make() for make, by in FILES.values() if by == command), None)
    if not answers:
        return whole
    made = document(answers, f"mentorlog {command} --json")
    return _either(made, whole) if whole else made


def of_name(name: str) -> Schema | None:
    """The schema of a name, in every form it has; None for one that nothing gives."""
    if name in FILES:
        return FILES[name][0]()
    answers = [one for one in every() if one.name == name]
    return document([(one.name, one.shape) for one in answers], f"mentorlog/{name}/1") if answers else None


def _either(made: Schema, whole: Schema) -> Schema:
    """One of two: what is said of a file, and the file itself."""
    both = [{word: said for word, said in one.items() if word not in OUTER} for one in (made, whole)]
    outer = {"$schema": made["$schema"], "title": made["title"]}
    return outer | {"anyOf": both, "$defs": {**made.get("$defs", {}), **whole["$defs"]}}
