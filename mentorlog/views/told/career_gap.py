"""A gap in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.career.gap_page import GapPage, NeedRow
from mentorlog.domain.roles import STAGE_WORDS
from mentorlog.domain.spoken import short_day
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.career import choice_words, for_words, has, in_all

UNRATED = "? is not rated, which is not zero."
NOTHING = "This role asks for nothing yet."


def tell(model: GapPage, look: Look) -> str:
    """The gap as lines; nothing is cut."""
    return told(_lines(model), look)


def note(model: GapPage) -> str:
    """How far it is: `you have 4 of 20 · 41% covered`."""
    return f"{has(model.whose)} {model.met} of {len(model.needs)} · {model.coverage}% covered"


def state(model: GapPage) -> str:
    """How serious it is, and what is not rated: `aimed at · by 19 Mar 2027 · 8 not rated`."""
    due = f"by {short_day(model.due, model.today)}" if model.due else ""
    unrated = f"{model.unrated} not rated" if model.unrated else ""
    return " · ".join(filter(None, (STAGE_WORDS.get(model.stage, ""), due, unrated)))


def need_words(one: NeedRow) -> str:
    """What a need is called: its skill; of several the one that meets it best, when there is one."""
    return one.skill.name if one.now is not None or one.counts else one.called


def group_words(one: NeedRow) -> str:
    """What several skills are together, where one of them is named; else nothing."""
    return one.called if one.called != need_words(one) else ""


def gap_words(one: NeedRow) -> str:
    """The gap: a number of levels, `–` when it is met, `?` when it is unrated."""
    return "?" if one.gap is None else str(one.gap) if one.gap else "–"


def besides(one: NeedRow, model: GapPage) -> list[str]:
    """What else counts: `1.5 from SQL`, `your role needs 2`."""
    said = [f"{one.counts:g} from {one.via}"] if one.counts else []
    if one.position is not None:
        said.append(f"{'their' if model.whose.name else 'your'} role needs {one.position}")
    return said


def others(one: NeedRow) -> list[tuple[str, int]]:
    """Who else gives which level, by first name."""
    return [(one_line(each.by).partition(" ")[0], each.level) for each in one.others]


def also(one: NeedRow, model: GapPage) -> list[str]:
    """What others say, `Ana says 3`, and what else counts."""
    return [*(f"{by} says {level}" for by, level in others(one)), *besides(one, model)]


def hours_words(model: GapPage) -> str:
    """All hours together, and why the range is wide."""
    wide = " The range is wide while much is not rated." if model.unrated else ""
    return f"{in_all(model.hours, model.weekly)}.{wide}"


def _lines(model: GapPage) -> Iterator[str]:
    yield f"Gap to {one_line(model.role.name + for_words(model.whose))}: {one_line(note(model))}"
    if said := state(model):
        yield said
    if not model.needs:
        yield NOTHING
    for one in model.needs:
        now = "?" if one.now is None else str(one.now)
        yield record(
            one.skill.id,
            ": ".join(filter(None, (need_words(one), group_words(one)))),
            f"now {now}",
            f"needed {one.needed}",
            f"gap {gap_words(one)}",
            f"evidence {' '.join(map(str, one.evidence)) or 'none'}",
            f"plan {' '.join(map(str, one.planned)) or 'none'}",
            f"{one.hours.low}–{one.hours.high} h" if one.hours.high else "",
            ", ".join(also(one, model)),
        )
    for choice in model.choices:
        yield f"{one_line(choice.called)}: {one_line(choice_words(choice))}"
    if model.needs:
        yield f"Hours: {hours_words(model)}"
    yield from (f"do: {one_line(command)}" for command in model.first)
