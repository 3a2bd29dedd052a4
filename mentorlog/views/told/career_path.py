"""A path in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.career.path import DETOUR, LEAST_COVERED, MOST_STEPS
from mentorlog.career.path_page import Learn, PathPage, StepRow
from mentorlog.domain.spoken import join_words, plural
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.career import KINDS, for_words, hours_words, in_all

UNKNOWN = "no known move"


def tell(model: PathPage, look: Look) -> str:
    """The path as lines; nothing is cut."""
    return told(_lines(model), look)


def name(model: PathPage) -> str:
    """`From Database administrator to Backend developer`."""
    return f"From {model.frm.name} to {model.to.name}{for_words(model.whose)}"


def note(model: PathPage) -> str:
    """`2 steps · 120–390 h`; `no way` when a limit stands in it."""
    if model.limit:
        return "no way within the limits"
    return (
        " · ".join(filter(None, (plural(len(model.steps), "step"), hours_words(model.hours))))
        if model.steps
        else ""
    )


def step_note(one: StepRow) -> str:
    """`step up, a known move · 61% covered · 46–150 h`."""
    kind = f"{KINDS[one.kind]}, a known move" if one.kind else UNKNOWN
    return " · ".join(filter(None, (kind, f"{one.covered}% covered", hours_words(one.hours))))


def learn_words(one: StepRow) -> str:
    """What to learn before a step: `Python 1 → 2, Testing ? → 2 and 3 more`; nothing when all is there."""
    said = [f"{each.skill.name} {_start(each)} → {each.level}" for each in one.learn]
    return join_words([*said, f"{one.more} more"] if one.more else said)


def _start(one: Learn) -> str:
    return "?" if one.start is None else f"{one.start:g}"


def limit_words(model: PathPage) -> list[str]:
    """Why there is no way, and what to look at instead; that one is there already; nothing when there is a way."""
    straight = f"Going straight there takes {hours_words(model.direct) or 'no learning'}."
    long = f"{DETOUR:g} times going straight there"
    covered = f"covered to {LEAST_COVERED:.0%} by the role before"
    whys = {
        "steps": [f"Every way that is not too long takes more than {MOST_STEPS} steps.", straight],
        "detour": [f"Every way of at most {MOST_STEPS} steps takes more hours than {long}.", straight],
        "steps and detour": [
            f"Every way takes more than {MOST_STEPS} steps, and more hours than {long}.",
            straight,
        ],
        "reach": [f"No chain of steps leads there: each must be a known move, or {covered}.", straight],
    }
    if model.limit:
        return whys[model.limit]
    return [] if model.steps else ["That is the same role: there already."]


def hours_line(model: PathPage) -> str:
    """All hours together."""
    return f"{in_all(model.hours, model.weekly)}."


def hours_note(model: PathPage) -> str:
    """What the hours are, and what was taken for granted."""
    return (
        "Hours are those before one is taken on: up to one level below each need, for the last level is learnt"
        f" in the role. What is not rated is taken as {model.frm.name} needs it."
    )


def commands(model: PathPage) -> list[str]:
    """What to type next: the gap and the plan of the first step, or the gap to the end."""
    whose = f" --for {model.whose.short}" if model.whose.short else ""
    if model.steps:
        first = model.steps[0].to.id
        return [f"mentorlog career gap {first}{whose}", f"mentorlog career plan {first}{whose}"]
    return [f"mentorlog career gap {model.to.id}{whose}"]


def _lines(model: PathPage) -> Iterator[str]:
    yield ": ".join(filter(None, (one_line(name(model)), note(model))))
    yield from limit_words(model)
    for number, one in enumerate(model.steps, 1):
        yield record(number, one.to.id, one.to.name, step_note(one), one.note)
        if learn := learn_words(one):
            yield f"   learn: {one_line(learn)}"
    if model.steps:
        yield f"In all: {hours_line(model)}"
        yield one_line(hours_note(model))
    yield from (f"do: {one_line(command)}" for command in commands(model))
