"""Wins nobody wrote down, and notes whose day has come."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.goals import Goal
from mentorlog.domain.notes import Note
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.habits import revisit, wins
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 4)
GOAL = Goal(id=1, title="Move", started=date(2026, 1, 12))


def journal(**given: object) -> Snapshot:
    busy = {TODAY - timedelta(days=days): 2 for days in (1, 4, 9, 20, 40)}
    base = {"today": TODAY, "goals": (GOAL,), "active_days": busy, "first_day": date(2026, 1, 5)}
    return Snapshot(**{**base, **given})


def test_an_active_month_without_a_win_names_the_last_win_and_where_to_look() -> None:
    done = Action(id=6, text="Read chapter 3", state="done", ended=date(2026, 4, 29))
    (one,) = wins(journal(last_win=date(2026, 3, 3), actions=(done,)))
    assert one.reasons == (
        "The last win is from 3 Mar, 2 months ago",
        "You kept something on 4 of the last 30 days; look at a6",
    )
    assert (one.refs, one.about) == ((Ref("action", 6),), ""), "the whole journal, whatever it rests on"
    assert (one.command, one.ready) == ('mentorlog win add "…"', False)


def test_without_finished_actions_it_rests_on_goals_and_without_any_record_it_is_silent() -> None:
    assert next(wins(journal())).refs == (Ref("goal", 1),)
    assert next(wins(journal())).reasons[0] == "No win is on record yet"
    assert not list(wins(journal(goals=())))


def test_a_recent_win_a_young_journal_or_a_quiet_month_asks_for_nothing() -> None:
    assert not list(wins(journal(last_win=TODAY - timedelta(days=29))))
    assert list(wins(journal(last_win=TODAY - timedelta(days=30))))
    assert not list(wins(journal(first_day=TODAY - timedelta(days=29))))
    assert not list(wins(journal(active_days={TODAY: 50, TODAY - timedelta(days=31): 9})))


def test_a_note_comes_back_on_its_day() -> None:
    note = Note(id=31, text="Felt out of my depth.\nMore.", day=date(2026, 4, 3), revisit=TODAY)
    (one,) = revisit(
        journal(notes=(note, note.but(id=32, revisit=TODAY + timedelta(days=1)), note.but(revisit=None)))
    )
    assert one.title == "Look again at “Felt out of my depth.”."
    assert one.reasons == ("Written on 3 Apr, to look at again on 4 May",)
    assert (one.command, one.ready) == ("mentorlog edit n31 --revisit none", True)
