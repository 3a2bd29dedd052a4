"""Where templates run: Jinja's sandbox with all taken away that a document does not need.

A template may read what is in the document, loop and choose. It may not call anything, reach into the
program, read a file or run for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mentorlog.formats.filters import FILTERS, written

OURS = Path(__file__).parent / "templates"
MOST_STEPS, MOST_DEEP = 500_000, 10
"""Turns of all loops together, and loops in loops: beyond any real document."""
PARTS = ("sections",)
"""Parts of our templates that any template may include."""
_NODES = (
    *(
        [
            "Template",
            "Output",
            "TemplateData",
            "For",
            "If",
            "Assign",
            "Include",
            "Name",
            "Const",
            "Getattr",
            "Getitem",
            "Filter",
            "Test",
        ]
    ),
    *(["Compare", "Operand", "And", "Or", "Not", "CondExpr", "Tuple", "List", "Keyword", "Neg"]),
)
_KEPT_FILTERS = (
    *(["default", "first", "last", "length", "list", "lower", "map", "reject", "rejectattr"]),
    *(["reverse", "select", "selectattr", "sort", "unique", "upper"]),
)
_KEPT_TESTS = ["defined", "none", "eq", "equalto", "ne", "gt", "ge", "lt", "le", "in", "even", "odd"]
_TAG = r"(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})"
_TAGS_ONLY = re.compile(rf"^[ \t]*({_TAG}(?:[ \t]*{_TAG})*)[ \t]*\n", re.MULTILINE)


def source_of(name: str) -> str:
    """Our own template of a document, or a part of one."""
    return (OURS / f"{name}.md").read_text(encoding="utf-8")


def _deep(node: nodes.Node) -> int:
    """How many loops are in one another."""
    inside = max(map(_deep, node.iter_child_nodes()), default=0)
    return inside + isinstance(node, nodes.For)


class _Missing(StrictUndefined):
    """What is not in the document: naming it is an error in plain words."""

    @property
    def _undefined_message(self) -> str:
        return f"there is no “{self._undefined_name}” here"


class _Loader(BaseLoader):
    """Knows one template, and the parts of ours."""

    def __init__(self, source: str) -> None:
        self.source = source

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of the template, or of a part. Raises TemplateNotFound for anything else."""
        if template != "it" and template.removesuffix(".md") not in PARTS:
            raise TemplateNotFound(template, f"there is no part “{template}”")
        name = template.removesuffix(".md")
        return self.source if name == "it" else source_of(name), name, lambda: True


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with all taken away that a document does not need: calls, macros, imports, arithmetic."""

    def __init__(self, source: str) -> None:
        super().__init__(
            loader=_Loader(source), undefined=_Missing, finalize=written, autoescape=False, cache_size=0
        )
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        self.filters = cast(Any, kept | dict(FILTERS) | {"counted steps": self._counted})
        self.tests = {name: self.tests[name] for name in _KEPT_TESTS}
        self.globals = {}
        self.steps = 0

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """A line of nothing but tags leaves nothing behind; its end moves into the tag, so that lines count on."""
        lines = source.replace("\r\n", "\n")
        lines = lines if lines.endswith("\n") else lines + "\n"
        return _TAGS_ONLY.sub(lambda tags: f"{tags[1][:-2]}\n{tags[1][-2:]}", lines)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            self._check(node)
        loops = list(tree.find_all(nodes.For))
        if _deep(tree) > MOST_DEEP:
            raise TemplateSyntaxError(f"there are more than {MOST_DEEP} loops in loops", loops[0].lineno)
        for loop in loops:
            loop.iter = nodes.Filter(loop.iter, "counted steps", [], [], None, None, lineno=loop.lineno)
        return tree

    def _check(self, node: nodes.Node) -> None:
        """Raises TemplateSyntaxError for what a document does not need."""
        word = type(node).__name__
        if word not in _NODES or (isinstance(node, nodes.For) and node.recursive):
            raise TemplateSyntaxError(f"{word.lower()} is not for documents", node.lineno)
        if isinstance(node, nodes.Include) and not (
            isinstance(node.template, nodes.Const)
            and str(node.template.value).removesuffix(".md") in PARTS
            and node.template.value != "it"
        ):
            raise TemplateSyntaxError(f"only these can be included: {', '.join(PARTS)}", node.lineno)

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TemplateError("its loops do not end")
            yield value
