"""Exploring in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.career.explore_page import ExplorePage, OptionRow, TermRow
from mentorlog.domain.spoken import month_words
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.career import for_words, hours_words

SHELVES = {
    "step-up": ("Step up", "more reach on the same line"),
    "sideways": ("Sideways", "another line at a like rank"),
    "stretch": ("Stretch", "a new kind of work"),
}
"""What the shelves are called, and what they mean."""
NOTHING = "Nothing to go by yet. Say where you are, or rate a few skills:"
IN_COLUMNS = ("coverage", "effort")
"""Terms that a line shows as numbers."""


def tell(model: ExplorePage, look: Look, explain: bool = False) -> str:
    """The shelves as lines; nothing is cut. With `explain` the sum behind each score."""
    return told(_lines(model, explain), look)


def note(model: ExplorePage) -> str:
    """Where it is seen from: `from Database administrator, since May 2021`."""
    if model.here is None:
        return ""
    if model.assumed:
        return f"from {model.here.name}, which is covered best"
    return f"from {model.here.name}" + (f", since {month_words(model.since)}" if model.since else "")


def covered_words(model: ExplorePage) -> str:
    """What the percentages are made of."""
    if model.assumed or model.here is None:
        return "Percent: how far what is rated covers a role."
    return f"Percent: how far a role is covered by what is rated, and for the rest by what {model.here.name} needs."


def whys(one: OptionRow) -> list[TermRow]:
    """The terms that say why a role is here at all, without those a line shows as numbers."""
    return [term for term in one.terms if term.name not in IN_COLUMNS]


def term_words(term: TermRow) -> str:
    """Why, and the records behind it: `It is aimed at. ai4 g2`."""
    return " ".join((term.words, *map(str, term.refs)))


def sum_words(term: TermRow) -> str:
    """How a term is reckoned: `coverage 0.62 × 40`."""
    return f"{term.name} {term.share:.2f} × {term.weight:g}"


def begin(model: ExplorePage) -> list[str]:
    """How to begin, when nothing is known."""
    position, short = 'mentorlog me position "Database administrator" --from 2021-05', model.whose.short
    if short:
        return [f"{position} --for {short}", f"mentorlog skill rate sql 3 --of {short}"]
    return [position, "mentorlog skill add SQL --level 3"]


def hints(model: ExplorePage, explained: bool = False) -> list[str]:
    """What to type next: a gap, a way, the sums, the rest."""
    whose = f" --for {model.whose.short}" if model.whose.short else ""
    best = max(
        (one for shelf in model.shelves for one in shelf.options), key=lambda one: one.score, default=None
    )
    said = []
    if best:
        frm = f"{model.here.id} " if model.here and model.since is None else ""
        said += [
            f"mentorlog career gap {best.role.id}{whose}",
            f"mentorlog career path {frm}{best.role.id}{whose}",
        ]
        said += [] if explained else [f"mentorlog career explore{whose} --explain"]
    more = sum(shelf.more for shelf in model.shelves)
    return said + ([f"mentorlog career explore{whose} --all shows {more} more"] if more else [])


def _lines(model: ExplorePage, explain: bool) -> Iterator[str]:
    yield one_line(f"Where next{for_words(model.whose)}") + (
        f": {one_line(note(model))}" if model.here else ""
    )
    if model.here is None:
        yield NOTHING
        yield from map(one_line, begin(model))
    if model.shelves:
        yield one_line(covered_words(model))
    for shelf in model.shelves:
        name, means = SHELVES[shelf.kind]
        yield f"{name}: {means}"
        for one in shelf.options:
            yield record(
                one.role.id, one.role.name, f"{one.covered}%", hours_words(one.hours), f"score {one.score:g}"
            )
            if explain:
                yield from (f"   {record(f'{t.points:+g}', sum_words(t), term_words(t))}" for t in one.terms)
            else:
                yield from (f"   {one_line(term_words(term))}" for term in whys(one))
    yield from map(one_line, hints(model, explain))
