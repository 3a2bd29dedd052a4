"""A recap as Markdown, for its owner's own file: refs stand beside everything, as on the screen."""

from __future__ import annotations

from mentorlog.domain.recap import Recap
from mentorlog.domain.recap_lines import Line, parts
from mentorlog.domain.recap_questions import Question
from mentorlog.domain.recap_words import nothing, rhythm_words, scope_words
from mentorlog.formats.markdown import escape


def recap(model: Recap) -> str:
    """The whole document, one H1, ending with a line end."""
    lines = _title(model)
    for part in parts(model):
        lines += ["", f"## {part.name}", ""]
        lines += [item for one in part.lines for item in _item(one)]
        if part.said:
            lines += ["", f"{escape(part.said)}."] if part.lines else [f"{escape(part.said)}."]
    if said := nothing(model):
        lines += ["", said]
    lines += ["", "## Rhythm", "", f"{rhythm_words(model).capitalize()}."]
    lines += ["", "## Three questions", "", *_questions(model.questions)]
    return "\n".join(lines) + "\n"


def questions(model: Recap) -> str:
    """The three questions alone, under the same title."""
    return "\n".join([*_title(model), "", *_questions(model.questions)]) + "\n"


def _title(model: Recap) -> list[str]:
    scope = scope_words(model)
    return [f"# {model.period.title}", *(["", f"{escape(scope).capitalize()}."] if scope else [])]


def _questions(asked: tuple[Question, ...]) -> list[str]:
    return [f"{number}. {escape(one.words)}" for number, one in enumerate(asked, 1)]


def _item(one: Line, depth: int = 0) -> list[str]:
    """`- Ana Ruiz: words (detail; g1)`, with the lines that belong to it under it."""
    pad, said, detail = "  " * depth, escape(one.words), escape(one.detail)
    if one.sort == "aside":
        return [f"{pad}- {detail.capitalize()}: {said}"]
    around = "; ".join(filter(None, (detail, ", ".join(map(str, one.refs)))))
    words = ": ".join(filter(None, (escape(one.who), said)))
    return [f"{pad}- {words} ({around})", *(line for under in one.under for line in _item(under, depth + 1))]
