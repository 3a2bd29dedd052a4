"""The dashboard in plain lines: a sentence for each section, a line with tabs for each record."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.dashboard import WEEKS, Dashboard
from mentorlog.domain.growth import SkillRow
from mentorlog.domain.roles import aims_words
from mentorlog.domain.spoken import day_words, days_words, plural
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told

BEGIN = (
    ('mentorlog person add "Ana Ruiz" --role mentor --every 2w', "someone you talk with"),
    ('mentorlog goal add "Move from DBA to backend developer" --by 2027-12-31', "something you work towards"),
    ("mentorlog demo", "look around with sample data, in a temporary file"),
)
"""Three commands to begin with, and what each is for."""
CATCHUP = ("mentorlog catchup", "asks what happened since")


def tell(model: Dashboard, look: Look) -> str:
    """The dashboard as lines; nothing is cut."""
    return told(_lines(model), look)


def needs_note(model: Dashboard) -> str:
    """How many things need me: `3`, `5 of 8`."""
    shown = len(model.needs)
    return f"{shown} of {model.needs_count}" if shown < model.needs_count else str(shown or "")


def quiet_words(model: Dashboard) -> str:
    """How long nothing was kept, and what helps; nothing while the journal is in use."""
    if not model.quiet:
        return ""
    return f"No entry for {f'{WEEKS} weeks' if model.quiet >= WEEKS * 7 else days_words(model.quiet)}."


def goals_note(model: Dashboard) -> str:
    """How many goals there are and what is wrong with some: `4 active, 1 overdue`."""
    counts = {
        name: sum(one.standing == name for one in model.goals) for name in ("overdue", "at risk", "paused")
    }
    active = len(model.goals) - counts["paused"]
    said = [f"{count} {name}" for name, count in counts.items() if count]
    return ", ".join([f"{active} active", *said]) if model.goals else ""


def _lines(model: Dashboard) -> Iterator[str]:
    yield " · ".join(filter(None, ("mentorlog", one_line(model.me), day_words(model.today, model.today))))
    if model.empty:
        yield "Nothing here yet. Three ways to begin:"
        yield from (record(command, meaning) for command, meaning in BEGIN)
        return
    if model.quiet:
        yield record(quiet_words(model), *CATCHUP)
    yield f"Needs you: {needs_note(model) or 'nothing is late and nothing is due'}"
    for need in model.needs:
        yield record(need.refs[0], need.words, need.when, need.command)
    yield f"Goals: {goals_note(model) or 'none yet'}"
    for goal in model.goals:
        due = day_words(goal.due, model.today) if goal.due else ""
        yield record(goal.ref, goal.title, f"{goal.percent}%", due, goal.standing)
    yield _rhythm(model)
    yield f"Skills: {plural(len(model.skills), 'skill') if model.skills else 'none yet'}"
    yield from (skill_line(one) for one in model.skills)
    yield from _next(model)
    if model.aims:
        yield f"{aims_words(model.aims, model.today)}: mentorlog career gap {model.aims[0].what}"


def more_words(model: Dashboard) -> str:
    """What `next` has besides: a number, or `more` where it looks at roles too, which this page does not."""
    if model.aims:
        return "mentorlog next shows more"
    return f"mentorlog next shows {model.next_count - 1} more" if model.next_count > 1 else ""


def skill_line(one: SkillRow) -> str:
    """A skill on one line: ref, name, level of goal, change in a year, what others say."""
    level = "not rated" if one.now is None else f"level {one.now} of 5"
    goal = "" if one.target is None else f"goal {one.target}"
    change = (
        "" if one.change is None else f"{one.change:+d} in 12 months" if one.change else "same for 12 months"
    )
    others = ", ".join(f"{seen.name} says {seen.level}" for seen in one.others)
    return record(one.ref, one.name, level, goal, change, others)


def _rhythm(model: Dashboard) -> str:
    days = [count for week in model.weeks for count in week.counts if count]
    entries = plural(sum(days), "entry", "entries")
    return f"Rhythm: {entries} on {plural(len(days), 'day')} in {plural(len(model.weeks), 'week')}"


def _next(model: Dashboard) -> Iterator[str]:
    if model.next is None:
        return
    yield f"Next step: {one_line(model.next.title)}"
    yield from (f"  why: {one_line(reason)}" for reason in model.next.reasons)
    yield f"  do: {one_line(model.next.command)}"
    if more := more_words(model):
        yield more
