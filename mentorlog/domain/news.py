"""What happened since the last conversation, as far as it belongs in the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mentorlog.domain import milestones, moments, ventures
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.moments import Moment
from mentorlog.domain.record import Record
from mentorlog.domain.skills import Rating

if TYPE_CHECKING:
    from mentorlog.domain.ground import Ground

BY_ME = " · by me"
UNANSWERED = "no action yet"


class News(Moment):
    """Something that happened since the last conversation. `private`: for its owner's eyes only."""

    private: bool = False


def news(ground: Ground) -> tuple[News, ...]:
    """What happened in the days that the page covers, newest first."""
    parts = (_goals, _wins, _feedback, _ratings, _notes, _ventures)
    found = [one for part in parts for one in part(ground) if ground.since <= one.day <= ground.today]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.ref.id), reverse=True))


def _news(record: Record, *told: Moment | None) -> Iterator[News]:
    """Only what has happened: what is planned stands elsewhere on the page."""
    for moment in told:
        if moment is not None and not moment.planned:
            yield News(**moment.values(), private=record.private)


def _goals(ground: Ground) -> Iterator[News]:
    for goal in ground.moved:
        steps = [one for one in ground.steps if one.goal_id == goal.id]
        progress = [one for one in ground.progress if one.goal_id == goal.id]
        yield from _news(goal, *milestones.of_goal(goal, ground.recent.names))
        for step in steps:
            yield from _news(_stricter(step, goal), _step(goal, steps, progress, step))
        for before, one in zip([None, *progress], progress, strict=False):
            told = milestones.of_progress(one, goal, before.value if before else None)
            yield from _news(_stricter(one, goal), told)


def _stricter(part: Record, goal: Goal) -> Record:
    return goal if goal.private else part


def _step(goal: Goal, steps: list[Step], progress: list[Progress], step: Step) -> Moment | None:
    """A step done, with how far its goal came by all that was done that day."""
    if step.done is None or goal.measure != "steps":
        return milestones.of_step(step, goal)
    others = [one for one in steps if one.done != step.done]
    undone = [one.but(done=None) for one in steps if one.done == step.done]
    before, after = (
        percent_on(goal.but(state="open", ended=None), some, progress, step.done)
        for some in ([*others, *undone], steps)
    )
    return milestones.of_step(step, goal, before, after)


def _wins(ground: Ground) -> Iterator[News]:
    for win in ground.recent.wins:
        people = ground.recent.around.get(win.ref, ())
        if ground.concerns(people):
            yield from _news(win, moments.of_win(win, people, ground.recent.names))


def _feedback(ground: Ground) -> Iterator[News]:
    """What was said to me by anybody, when I am the one who learns; else what was said between the two of us."""
    for one in ground.recent.feedback:
        between = ground.person.id in (one.from_id, one.to_id)
        to_me = ground.learning and one.to_id is None and one.from_id is not None
        if not one.owed and (between or to_me):
            told = moments.of_feedback(one, ground.recent.names)
            yield from _news(one, told.but(lines=(*told.lines, *_unanswered(ground, one))))


def _unanswered(ground: Ground, one: Feedback) -> Iterable[str]:
    if one.to_id is None and one.tone == "growth" and one.ref not in ground.recent.answered:
        yield UNANSWERED


def _ratings(ground: Ground) -> Iterator[News]:
    for one in ground.recent.ratings:
        if ground.learning or one.by_id == ground.person.id:
            skill = ground.recent.skills.get(one.skill_id, "a skill")
            told = milestones.of_rating(one, skill, ground.recent.names, _before(ground, one))
            yield from _news(one, told.but(title=told.title.removesuffix(BY_ME)))


def _before(ground: Ground, rating: Rating) -> int | None:
    earlier = ground.recent.before.get(rating.ref)
    return earlier.level if earlier else None


def _notes(ground: Ground) -> Iterator[News]:
    for note in ground.recent.notes:
        people = ground.recent.around.get(note.ref, ())
        if ground.person.id in people and not note.private:  # private ones are kept apart
            yield from _news(note, moments.of_note(note, people, ground.recent.names))


def _ventures(ground: Ground) -> Iterator[News]:
    """Resources, introductions and rehearsals with the person or, when I learn, only mine.

    A decision only with the person: what I ask myself alone is not for a page to talk over.
    """
    for one in ground.recent.ventures:
        people = ground.recent.around.get(one.ref, ())
        ours = ground.person.id in people
        if ours or (one.kind != "decision" and ground.concerns(people)):
            yield from _news(one, *ventures.of_venture(one, people, ground.recent.names))
