"""Rules about the journal itself: writing down what went well, and looking again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.suggestion import Suggestion, named, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import join_words, relative, short_day

# Rules of thumb of ours.
QUIET = 30  # days without a win: monthly is often enough to remember one before a review
ACTIVE = 4  # days of those on which something was kept: then the journal is in use, and wins are missing
SHOWN = 3  # records named as where to look
REVISIT, WIN = 52, 30  # weights


def wins(snapshot: Snapshot) -> Iterator[Suggestion]:
    """No win for 30 days, though something was kept on 4 of them; names actions done, goals or a talk."""
    begin = snapshot.today - timedelta(days=QUIET)
    since = snapshot.last_win or snapshot.first_day
    active = sum(begin < day <= snapshot.today for day, kept in snapshot.active_days.items() if kept)
    rests_on = _where_to_look(snapshot)
    if since is None or since > begin or active < ACTIVE or not rests_on:
        return
    look_at = join_words([*map(str, rests_on)])
    last = f"The last win is from {short_day(since, snapshot.today)}, {relative(since, snapshot.today)}"
    yield Suggestion(
        code="wins",
        title="Write down something that went well lately.",
        reasons=(
            last if snapshot.last_win else "No win is on record yet",
            f"You kept something on {active} of the last {QUIET} days; look at {look_at}",
        ),
        refs=rests_on,
        command='mentorlog win add "…"',
        day=since,
        minutes=5,
        weight=WIN,
        ready=False,
        wide=True,
    )


def revisit(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Notes whose day to look again has come."""
    for note in snapshot.notes:
        if note.revisit is not None and note.revisit <= snapshot.today:
            written, again = (short_day(day, snapshot.today) for day in (note.day, note.revisit))
            yield Suggestion(
                code="revisit",
                title=f"Look again at {named(note)}.",
                reasons=(f"Written on {written}, to look at again on {again}",),
                refs=(note.ref,),
                command=f"mentorlog edit {note.ref} --revisit none",
                day=note.revisit,
                minutes=5,
                weight=rising(REVISIT, (snapshot.today - note.revisit).days),
            )


def _where_to_look(snapshot: Snapshot) -> tuple[Ref, ...]:
    """Actions I finished in the last 30 days, latest first; else open goals; else the latest conversation."""
    begin = snapshot.today - timedelta(days=QUIET)
    done = [
        (one.ended, one.ref) for one in snapshot.actions if one.mine and one.ended and one.state == "done"
    ]
    recent = [ref for ended, ref in sorted(done, reverse=True) if begin < ended <= snapshot.today]
    goals = sorted(goal.ref for goal in snapshot.goals if goal.state == "open")
    talks = [talk.meeting.ref for talk in snapshot.talks if begin < talk.meeting.day <= snapshot.today]
    return tuple((recent or goals or talks[:1])[:SHOWN])
