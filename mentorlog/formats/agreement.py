"""An agreement as a Markdown page that two people can read together and sign off."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.agreement import HEADINGS, Agreement
from mentorlog.domain.dates import read_span
from mentorlog.domain.spoken import day_words, every_words
from mentorlog.formats.markdown import escape, paragraphs


def agreement(model: Agreement, name: str, me: str, since: date) -> str:
    """The page, one H1, ending with a place for both to agree. A part with nothing in it is not there."""
    rhythm = f"We talk {every_words(read_span(model.every))}." if model.every else ""
    parts = [
        ("What it is for", paragraphs(model.purpose)),
        ("How often", [rhythm] if rhythm else []),
        *((head, paragraphs(getattr(model, part))) for part, head in HEADINGS.items()),
        ("And", paragraphs(model.more)),
    ]
    if model.more and not any(lines for head, lines in parts if head in HEADINGS.values()):
        parts[-1] = ("What we agreed", parts[-1][1])
    lines = [
        f"# {escape(name)} and {escape(me or 'me')}: what we agree",
        "",
        f"Since {day_words(since, since, weekday=False)}.",
    ]
    for head, said in parts:
        if said:
            lines += ["", f"## {head}", "", *said]
    lines += ["", "## Agreed", ""]
    lines += [f"- [ ] {escape(who)}, on:" for who in (name, me or "me")]
    return "\n".join(lines) + "\n"
