"""What the page of a decision, feedback, introduction or rehearsal has besides its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mentorlog.domain.decisions import Decision
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.intros import Intro
    from mentorlog.domain.rehearsals import Rehearsal
    from mentorlog.store.store import Store
    from mentorlog.views.columns import Section


def own_sections(store: Store, record: Any, today: date) -> list[Section]:
    """The parts that only this kind of record has, as far as this store's lens shows them."""
    made = _OWN.get(record.kind)
    return [one for one in made(store, record, today) if one.rows] if made else []


def _decision(_store: Store, decision: Decision, today: date) -> list[Section]:
    from mentorlog.domain.spoken import short_day
    from mentorlog.views.columns import Section

    chosen = f"chosen {short_day(decision.decided, today)}" if decision.decided else "chosen"
    rows = [
        [str(number), one, *([chosen] if one == decision.chosen else [])]
        for number, one in enumerate(decision.choices, 1)
    ]
    told = (
        (decision.expectation, "Expected"),
        (decision.outcome, "What came of it"),
        (decision.why, "Dropped"),
    )
    return [Section("Options", rows=rows), *(Section(name, rows=[["", text]]) for text, name in told if text)]


def _feedback(store: Store, feedback: Feedback, today: date) -> list[Section]:
    from mentorlog.store.feedback import course_of
    from mentorlog.views.columns import Section

    return [Section("The way", rows=[["", course_of(store, feedback).words(today)]])]


def _intro(_store: Store, intro: Intro, today: date) -> list[Section]:
    from mentorlog.domain.intros import STAGES
    from mentorlog.domain.spoken import day_words
    from mentorlog.views.columns import Section

    days = [(stage, getattr(intro, stage)) for stage in STAGES]
    return [Section("The way", rows=[["", f"{stage} {day_words(day, today)}"] for stage, day in days if day])]


def _rehearsal(store: Store, rehearsal: Rehearsal, today: date) -> list[Section]:
    from mentorlog.domain.rehearsals import Rehearsal, before_each, file_words, moves
    from mentorlog.domain.spoken import short_day
    from mentorlog.views.columns import Section

    others = store.all(Rehearsal, "form = ?", (rehearsal.form,))
    before = before_each([one for one in others if one.id != rehearsal.id] + [rehearsal]).get(rehearsal.id)
    since = f"since {before.ref}, {short_day(before.day, today)}" if before else ""
    scores = Section("Scores", since, [["", one.words] for one in moves(rehearsal, before)])
    if not rehearsal.file:
        return [scores]
    same = next((one for one in others if one.id != rehearsal.id and one.sha256 == rehearsal.sha256), None)
    version = [
        ["", file_words(rehearsal)],
        *([[str(same.ref), "was about the same version"]] if same else []),
    ]
    return [scores, Section("Version", rows=version)]


_OWN: dict[str, Callable[[Store, Any, date], list[Section]]] = {
    "decision": _decision,
    "feedback": _feedback,
    "intro": _intro,
    "rehearsal": _rehearsal,
}
