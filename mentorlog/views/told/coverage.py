"""What was touched with a person in plain lines, and the sentences the drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.coverage import Coverage, Function
from mentorlog.domain.spoken import plural, relative, short_day, times_words
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told


def tell(model: Coverage, look: Look) -> str:
    """The fourteen as lines, group by group; nothing is cut."""
    return told(_lines(model), look)


def note(model: Coverage) -> str:
    """How much was touched, and on how much that rests: `9 of 13 touched · 31 conversations and notes`."""
    ours = [one for one in model.functions if one.ours]
    touched = sum(one.last is not None for one in ours)
    return f"{touched} of {len(ours)} touched · {plural(model.entries, 'entry', 'entries')}"


def last_words(one: Function, model: Coverage) -> str:
    """When it was last: `27 Oct, 27 days ago`; `not yet`; `not our thing`."""
    if not one.ours:
        return "not our thing"
    if one.last is None:
        return "not yet"
    return f"{short_day(one.last, model.today)}, {relative(one.last, model.today)}"


def year_words(one: Function) -> str:
    """How often in a year: `once`, `3 times`; nothing for never."""
    return times_words(one.year) if one.year else ""


def command(model: Coverage) -> str:
    """What to do about one never touched: park a question for the next talk; nothing when all were."""
    return f'mentorlog topic {model.handle} "{model.ask.question}"' if model.ask else ""


def aside_command(model: Coverage) -> str:
    """How to say that it is not our thing."""
    if not model.ask:
        return ""
    return f"mentorlog mentorship coverage {model.handle} --not-our-thing {model.ask.kind}"


def _lines(model: Coverage) -> Iterator[str]:
    yield f"Coverage with {one_line(model.name)}: {note(model)}"
    for group in model.groups:
        for one in group.functions:
            ref = "" if one.ref is None else str(one.ref)
            yield record(
                group.name, one.kind, one.does, last_words(one, model), year_words(one), ref, one.why
            )
    if model.ask:
        yield command(model)
        yield aside_command(model)
