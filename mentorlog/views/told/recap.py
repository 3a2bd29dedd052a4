"""A recap in plain lines: a sentence for each part, a line with tabs for each record."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.recap import Recap
from mentorlog.domain.recap_lines import Line, parts
from mentorlog.domain.recap_questions import Question
from mentorlog.domain.recap_words import nothing, rhythm_words, scope_words
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.rows import PRIVATE

QUESTIONS = "Three questions"


def tell(model: Recap, look: Look) -> str:
    """The recap as lines; nothing is cut."""
    return told(_lines(model), look)


def tell_questions(model: Recap, look: Look) -> str:
    """Only the three questions, one a line."""
    return told((one_line(one.words) for one in model.questions), look)


def catch_up(model: Recap) -> str:
    """The command that fills an empty period, while it is fresh enough to be remembered."""
    days = (model.today - model.period.until).days
    return f"mentorlog catchup --since {model.period.since}" if model.empty and 0 < days <= 31 else ""


def numbered(questions: tuple[Question, ...]) -> Iterator[tuple[int, str]]:
    """The questions with their numbers."""
    yield from ((number, one.words) for number, one in enumerate(questions, 1))


def marked(one: Line) -> str:
    """The words of a line, with a mark when they are private."""
    return f"{one.words} ({PRIVATE})".lstrip() if one.private else one.words


def _lines(model: Recap) -> Iterator[str]:
    yield " · ".join(filter(None, (model.period.title, one_line(scope_words(model)))))
    for part in parts(model):
        yield f"{part.name}: {part.note or one_line(part.said)}"
        for one in part.lines:
            yield from _record(one)
        if part.note and part.said:
            yield one_line(part.said)
        if part.command:
            yield f"do: {part.command}"
    if said := nothing(model):
        yield said
    if command := catch_up(model):
        yield f"What you remember can still go in: {command}"
    yield f"Rhythm: {rhythm_words(model)}"
    yield f"{QUESTIONS}:"
    yield from (f"{number}. {one_line(words)}" for number, words in numbered(model.questions))


def _record(one: Line) -> Iterator[str]:
    yield record(" ".join(map(str, one.refs)), one.who, marked(one), one.detail)
    for under in one.under:
        yield record(" ".join(map(str, under.refs)), "", marked(under), under.detail)
