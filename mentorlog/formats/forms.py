"""Which form a file has, from its name and how it begins."""

from __future__ import annotations

import re
from typing import Literal, get_args

from mentorlog.errors import Misused
from mentorlog.formats.entries import ARCHIVE

Form = Literal["json", "jsonl", "jrnl", "markdown", "csv", "taskwarrior", "vcard", "ics"]
FORMS: tuple[str, ...] = get_args(Form)

_ENDS: dict[str, Form] = {
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "md": "markdown",
    "markdown": "markdown",
    "csv": "csv",
    "tsv": "csv",
    "vcf": "vcard",
    "vcard": "vcard",
    "ics": "ics",
    "ical": "ics",
    "jrnl": "jrnl",
    "json": "json",
}
_BEGINS: tuple[tuple[Form, str], ...] = (
    ("jsonl", r'\s*\{[^\n]*"mentorlog/journal-lines/'),
    ("json", r'\s*\{[^\0]{0,200}"mentorlog/journal/'),
    ("jrnl", r'\s*\{[^\0]*"entries"\s*:|\s*\{\s*"tags"\s*:\s*\{'),
    ("taskwarrior", r'\s*[\[{][^\0]*"uuid"\s*:[^\0]*|\s*[\[{][^\0]*"description"\s*:[^\0]*"status"\s*:'),
    ("vcard", r"\s*BEGIN:VCARD"),
    ("ics", r"\s*BEGIN:VCALENDAR"),
    ("jrnl", r"\s*\[?\d{4}-\d\d-\d\d \d{1,2}:\d\d"),
    ("markdown", r"\s*(#{1,6} |---\n|[-*] |\d+\. )"),
)


def is_own(form: str, head: bytes) -> bool:
    """Is it a journal of ours, or tables of one?"""
    heading = head.decode("utf-8", "replace").partition("\n")[0]
    return form in ("json", "jsonl") or (form == "csv" and (head.startswith(ARCHIVE) or _own_table(heading)))


def _own_table(heading: str) -> bool:
    words = {one.strip(' "\ufeff\r\n').lower() for one in re.split("[,;\t]", heading)}
    return words >= {"ref", "uid", "visibility"}


def form_of(name: str, head: bytes) -> Form:
    """The form of a file. Raises Misused when neither its name nor how it begins tells."""
    if head.startswith(ARCHIVE):
        return "csv"
    end = name.rpartition(".")[2].lower() if "." in name else ""
    said = _ENDS.get(end)
    text = head.decode("utf-8", "replace").lstrip("\ufeff")
    if said is None or said == "json":
        for form, begins in _BEGINS:
            if re.match(begins, text, re.IGNORECASE):
                return form
    if said:
        return said
    first = text.lstrip().partition("\n")[0]
    if _own_table(first):
        return "csv"
    if text.lstrip()[:1] in ("{", "["):
        return "json"
    if max(map(first.count, ",;\t")) and re.search(
        r"\b(date|day|text|note|title|task)\b", first, re.IGNORECASE
    ):
        return "csv"
    raise Misused("I cannot tell what this file is.", f"Say it: --as {', '.join(FORMS[:-1])} or {FORMS[-1]}.")
