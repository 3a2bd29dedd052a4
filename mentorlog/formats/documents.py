"""Documents made from templates: Markdown with holes in it, in which a person's words stay words.

Whatever a template writes out is escaped, unless a filter of ours made it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import pairwise
from traceback import walk_tb
from typing import NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError

from mentorlog.domain.frozen import Frozen
from mentorlog.errors import Unreadable
from mentorlog.formats.sandbox import PARTS, Sandbox, source_of

MOST_SOURCE, MOST_TEXT = 200_000, 50_000_000
"""Characters of a template, and characters it may write: far beyond any real one."""


class Document(NamedTuple):
    """A kind of document: what it is, and the class (`module:Class`) of what its template reads."""

    about: str
    model: str


_HERE = "mentorlog.domain.documents"
DOCUMENTS: Mapping[str, Document] = {
    "agenda": Document("the next conversation, to send ahead", f"{_HERE}.agenda:Agenda"),
    "brag": Document("what I achieved, by impact", f"{_HERE}.brag:Brag"),
    "journal": Document("one note of a folder of notes", f"{_HERE}.journal:Page"),
    "meeting": Document("a conversation, for those who were in it", f"{_HERE}.meeting:Recap"),
    "person": Document("all that is between somebody and me", f"{_HERE}.person:Together"),
    "plan": Document("my development plan", f"{_HERE}.plan:Plan"),
    "promotion": Document("the case for a role", "mentorlog.career.promotion:Promotion"),
    "stories": Document("wins as situation, task, action, result", f"{_HERE}.stories:Stories"),
    "summary": Document("what happened, came of it and is next", "mentorlog.domain.summary:Summary"),
}
_FAULTS = (
    *(ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError),
    *(SyntaxError, TypeError, ValueError),
)
"""What a template may raise that is neither Jinja's error nor ours: a wrong type, loops in loops in loops."""


def whole_source_of(name: str) -> str:
    """The same with the parts it includes, to read or to change."""
    source = source_of(name)
    for part in PARTS:
        source = source.replace(f'{{% include "{part}.md" %}}\n', source_of(part))
    return source


def render(name: str, model: Frozen, own: str = "", where: str = "") -> str:
    """A document as Markdown, ending with a line end. `own` is a template in place of ours, found at `where`.

    Raises Unreadable with the line and the reason when that template is not right.
    """
    return Form(name, own, where).fill(model)


class Form:
    """A template, ready to be filled in any number of times. Raises Unreadable for one that is not right."""

    def __init__(self, name: str, own: str = "", where: str = "") -> None:
        self.where = where or name
        source = own or source_of(name)
        if len(source) > MOST_SOURCE:
            raise _fault(self.where, 1, f"it is longer than {MOST_SOURCE:,} characters")
        self.environment = Sandbox(source)
        with self._faults():
            self.template = self.environment.get_template("it")

    def fill(self, model: Frozen) -> str:
        """The document of a model. Raises Unreadable."""
        values = model.values() | {name: getattr(model, name) for name in _properties(type(model))}
        self.environment.steps = size = 0
        pieces = []
        with self._faults():
            for piece in self.template.generate(values):
                size += len(piece)
                if size > MOST_TEXT:
                    raise TemplateError("it writes without end")
                pieces.append(piece)
        return tidy("".join(pieces))

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Say where a template is wrong, and how."""
        try:
            yield
        except TemplateSyntaxError as error:
            raise _fault(self.where, error.lineno, error.message or "it cannot be read") from error
        except TemplateError as error:
            raise _fault(self.where, _line_of(error), error.message or "it cannot be filled in") from error
        except _FAULTS as error:
            raise _fault(self.where, _line_of(error), str(error)) from error


def check(name: str, own: str, where: str) -> None:
    """Try a template on a document with everything in it and on one with nothing. Raises Unreadable."""
    from mentorlog.formats.samples import bare, full

    module, kind = DOCUMENTS[name].model.split(":")
    model = getattr(import_module(module), kind)
    for sample in (full(model), bare(model)):
        render(name, sample, own, where)


def tidy(text: str) -> str:
    """Markdown as linters want it: no space at line ends, one blank line at a time, headings that differ."""
    lines = [line.rstrip() for line in text.replace("\t", " ").split("\n")]
    lines = [line for before, line in pairwise(["", *lines]) if line or before]
    return "\n".join(_headings(lines)).strip("\n") + "\n"


def _headings(lines: Iterable[str]) -> Iterator[str]:
    """No two headings say the same, and none ends as a sentence does: the sign is written by its number."""
    seen: set[str] = set()
    for line in lines:
        if re.match("#{1,6} ", line):
            number, text = 1, line
            while text.lstrip("#").upper() in seen:
                number += 1
                text = f"{line} ({number})"
            seen.add(text.lstrip("#").upper())
            line = text
            if line[-1] in ".,;:!。，；：！" and not re.search(r"&#?\w+;$", line):
                line = f"{line[:-1].removesuffix(chr(92))}&#{ord(line[-1])};"
        yield line


def _properties(cls: type) -> list[str]:
    return [name for name in dir(cls) if isinstance(getattr(cls, name), property) and name[0] != "_"]


def _fault(where: str, line: int, reason: str) -> Unreadable:
    said = " ".join(reason.split()).rstrip(".")[:200]
    return Unreadable(
        f"The template {where} is not right in line {line}: {said}.",
        "Mend it, or move it away to have ours; nothing was written.",
    )


def _line_of(error: BaseException) -> int:
    """The line of the template that was being filled in."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "it"]
    return lines[-1] if lines else 1
