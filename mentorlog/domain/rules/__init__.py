"""Every rule behind `next`: its code, what it looks for in one sentence, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mentorlog.domain.rules import (
    conversations,
    feedback,
    goals,
    habits,
    mentorship,
    promises,
    skills,
    ventures,
)
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot


class Rule(NamedTuple):
    """One reason to suggest something. `code` is what a person types to put it to rest."""

    code: str
    says: str
    find: Callable[[Snapshot], Iterator[Suggestion]]


RULES = (
    Rule("promise", "Something you promised a person is overdue or due within 3 days.", promises.promise),
    Rule(
        "cadence",
        "A conversation is due within 2 days or overdue, and none is planned.",
        conversations.cadence,
    ),
    Rule("feedback-owed", "You noted feedback for a person and have not given it.", feedback.feedback_owed),
    Rule("overdue", "Something you set yourself is past its day.", promises.overdue),
    Rule("goal-date", "A goal has no day, is past it, or is under 80% with 14 days left.", goals.goal_date),
    Rule("waiting", "Something a person said they would do is past its day.", promises.waiting),
    Rule(
        "feedback-action", "Growth feedback is 3 days old and no action came of it.", feedback.feedback_action
    ),
    Rule("revisit", "The day to look at a note again has come.", habits.revisit),
    Rule(
        "decision",
        "The day to look back on a decision has come, or a question is open for 14 days.",
        ventures.decision,
    ),
    Rule("intro", "The day to come back to an introduction has come.", ventures.intro),
    Rule("stuck-topic", "A topic was carried 3 times.", conversations.stuck_topic),
    Rule(
        "stuck-action",
        "An action was carried or moved 3 times, or has had no day for 60.",
        promises.stuck_action,
    ),
    Rule(
        "action-evidence",
        "You acted on feedback a week ago and nothing shows it yet.",
        feedback.action_evidence,
    ),
    Rule("goal-test", "A goal is 14 days old and does not say when it is met.", goals.goal_test),
    Rule("stale-goal", "Nothing about a goal has happened for 30 days.", goals.stale_goal),
    Rule("gap", "A skill is furthest below your aim and no action is open for it.", skills.gap),
    Rule("views-differ", "You and another person see a skill 2 levels apart or more.", skills.views_differ),
    Rule(
        "phase-talk",
        "A mentorship is in one phase for 9 months, or its goals have all ended.",
        mentorship.phase_talk,
    ),
    Rule("agreement", "A mentorship runs for 3 weeks with nothing agreed.", mentorship.agreement),
    Rule(
        "sponsor", "Somebody you mentor had a win and met nobody through you in 6 months.", ventures.sponsor
    ),
    Rule("wins", "You have been active for a month without writing down a win.", habits.wins),
    Rule("resource", "You have been at a resource for more than 60 days.", ventures.resource),
    Rule(
        "rating-evidence",
        "You put a skill at 3 or more and linked nothing that shows it.",
        skills.rating_evidence,
    ),
    Rule(
        "uncovered",
        "One of the fourteen was never touched in a mentorship of 3 months.",
        mentorship.uncovered,
    ),
    Rule("explore", "A goal leads to a role nobody has talked about for 60 days.", conversations.explore),
    Rule("recheck", "A level of yours is due to be looked at again, 90 days on or more.", skills.recheck),
    Rule("pulse", "You have not said for 8 weeks how a mentorship is for you.", mentorship.pulse),
)
"""In the order of their weights, as `next rules` lists them."""
