"""The next steps in plain lines, and the sentences their drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorlog.domain.next import Rule, Suggestion
from mentorlog.domain.spoken import minutes_words
from mentorlog.views.columns import Column, tsv
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, told

NOTHING = "Nothing needs you now."
WHY = "why: "
COLUMNS = [Column(name) for name in ("#", "Rule", "Step", "Why", "Refs", "Weight", "Minutes", "Command")]
RULE_COLUMNS = [Column("Code"), Column("What it looks for")]


def tell(suggestions: Sequence[Suggestion], total: int, look: Look) -> str:
    """The suggestions shown, of `total` in the whole list, as lines; nothing is cut.

    As a table, with a header, where the look asks for one.
    """
    if look.header:
        return tsv(COLUMNS, [_row(one) for one in suggestions], look)
    return told(_lines(suggestions, total), look)


def _row(one: Suggestion) -> list[str]:
    why = " ".join(one.reasons)
    figures = [str(one.weight), str(one.minutes or "")]
    return [str(one.number), one.code, one.title, why, refs_words(one), *figures, one.command]


def tell_rules(rules: Sequence[Rule], look: Look) -> str:
    """The rules one a line: code, tab, sentence."""
    return tsv(RULE_COLUMNS, [(rule.code, rule.says) for rule in rules], look)


def refs_words(one: Suggestion) -> str:
    """The records behind a suggestion: `a7 m11 p1`."""
    return " ".join(map(str, one.refs))


def effort(one: Suggestion) -> str:
    """`about 5 min`, nothing when nobody can tell."""
    return f"about {minutes_words(one.minutes)}" if one.minutes else ""


def hints(suggestions: Sequence[Suggestion], total: int) -> list[str]:
    """What else one can type: how to see the rest, and how to put one to rest."""
    left = total - len(suggestions)
    more = [f"mentorlog next --all shows {left} more"] if left > 0 else []
    if not suggestions:
        return [*more, "mentorlog next rules shows what is looked for"]
    return [*more, f"mentorlog next snooze {suggestions[-1].number} 2w hides one for two weeks"]


def _lines(suggestions: Sequence[Suggestion], total: int) -> Iterator[str]:
    yield f"Next steps: {len(suggestions)} of {total}" if total else NOTHING
    for one in suggestions:
        yield f"{one.number}. {one_line(one.title)}"
        yield from (f"   {WHY}{one_line(reason)}" for reason in one.reasons)
        yield f"   refs: {refs_words(one)}"
        yield f"   rule: {', '.join(filter(None, (one.code, f'weight {one.weight}', effort(one))))}"
        yield f"   do: {one_line(one.command)}"
    yield from hints(suggestions, total)
