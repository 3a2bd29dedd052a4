"""jrnl makes journals that are imported, and imports what is exported for it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.outside.exports import HOSTILE, LINES, Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial, differs

SETTINGS = """
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: ''
journals: {{default: {{journal: {file}}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '{form}'
version: v4.3
"""
FORMS = {"ISO": "%Y-%m-%d %H:%M", "its own": "%F %r"}
"""How a journal writes its days."""
WORDS = (
    "yesterday at 3pm: Met @ana about #sql. We talked, and agreed on a plan.",
    "2024-01-05 09:30: One that matters *\nWith a body\n\nof several paragraphs.",
    "2024-02-29: A day that few years have.",
    *(f"2024-03-{day:02} 10:{day}: {words.strip()}" for day, words in enumerate((*HOSTILE, *LINES), 1)),
)


class Jrnl:
    """A journal of jrnl's in a folder of its own."""

    def __init__(self, tools: Tools, folder: Path, form: str) -> None:
        folder.mkdir()
        self.tools, self.file = tools, folder / "journal.txt"
        self.settings = folder / "settings.yaml"
        self.settings.write_text(SETTINGS.format(file=self.file, form=FORMS[form]), encoding="utf-8")

    def run(self, *argv: str | Path, stdin: str = "") -> Any:
        """A command of jrnl's, as a process that has ended."""
        return self.tools.run(self.tools.pip("jrnl"), "--config-file", self.settings, *argv, stdin=stdin)

    def entries(self) -> list[dict[str, Any]]:
        """Its entries, as it exports them."""
        told = json.loads(self.run("--format", "json").stdout)["entries"]
        return [one for one in told if isinstance(one, dict)]


def jrnl(exports: Exports, tools: Tools) -> Iterator[Said]:
    """Both ways."""
    for form in FORMS:
        yield from _in(exports, Jrnl(tools, exports.folder / f"jrnl-{form}", form), form)
    for db in exports.both:
        for name, options in {"all": (), "with ana": ("--with", "ana")}.items():
            file = exports.to_file(db, f"{name}.jrnl", "export", "all", "--format", "jrnl", *options)
            theirs = Jrnl(tools, exports.folder / f"jrnl-{file.stem}", "ISO")
            yield from _out(exports, theirs, file, f"{db.stem}, {name}")


def _in(exports: Exports, theirs: Jrnl, form: str) -> Iterator[Said]:
    """What was written with jrnl comes in, as it is kept and as JSON; a second time nothing does."""
    for words in WORDS:
        if refused := said_by(theirs.run(stdin=words)):
            yield f"jrnl itself, {words[:40]}", refused
    as_json = theirs.file.with_suffix(".json")
    as_json.write_text(theirs.run("--format", "json").stdout, encoding="utf-8")
    days = Counter(one["date"] for one in theirs.entries())
    for file in (theirs.file, as_json):
        yield from _twice(exports, file, days, f"made by jrnl, days {form}, {file.suffix[1:]}")


def _out(exports: Exports, theirs: Jrnl, file: Path, name: str) -> Iterator[Said]:
    """jrnl imports each entry with its words, and what it then keeps comes in again, once."""
    text = file.read_text(encoding="utf-8")
    theirs.file.touch()
    refused = said_by(theirs.run("--import", "--file", file))
    found = sorted(f"{one['date']} {one['time']} {_letters(one)}" for one in theirs.entries())
    wanted = [
        f"{day} {_letters({'title': words})}"
        for day, words in re.findall(r"^\[([^]]+)\] (.*?)(?=\n\[|\Z)", text, re.M | re.S)
    ]
    yield f"{name}, out", refused or differs(found, sorted(wanted))
    days = Counter(line[:10] for line in wanted)
    yield from _twice(exports, theirs.file, days, f"{name}, in again")


def _letters(entry: dict[str, Any]) -> str:
    """The words of an entry, whatever is between them; a star that marks it is told elsewhere."""
    return "".join(re.findall(r"\w+", f"{entry['title']} {entry.get('body', '')}"))


def _twice(exports: Exports, file: Path, days: Counter[str], name: str) -> Iterator[Said]:
    """Every entry comes in as a note of its day, and none a second time."""
    db = exports.folder / f"{file.parent.name}{file.suffix}.db"
    for time in ("first", "second"):
        exports.do(db, "import", file, "--as", "jrnl")
        notes = json.loads(exports.do(db, "export", "all"))["records"]["note"]
        yield f"{name}, the {time} time", differs(Counter(one["day"] for one in notes), days)


TRIALS = (Trial("jrnl", "makes what is imported, imports what is exported", jrnl),)
