"""One thing to ask: something a mentor can do that two people have not tried together yet."""

from __future__ import annotations

from collections.abc import Collection

from mentorlog.domain.frozen import Frozen

# What helps early comes first: an order of ours. Asked by a mentee, and asked by a mentor.
_QUESTIONS = {
    "goals": (
        "What should I be able to do a year from now?",
        "What do you want to be able to do a year from now?",
    ),
    "advice": (
        "What would you do in my place?",
        "Is there a decision where my view would help you?",
    ),
    "feedback": (
        "What is one thing I could do better?",
        "Would you like to hear what I saw you do, and what it led to?",
    ),
    "development": (
        "Which skill should I work on next, and how?",
        "Which skill do you want to work on next?",
    ),
    "exploring": (
        "Which other careers would you look at in my place?",
        "Which other careers have you wondered about?",
    ),
    "resources": (
        "Which book or course would you give me now?",
        "What are you reading or learning, and is it any good?",
    ),
    "culture": (
        "How do decisions really come about here?",
        "What still puzzles you about how things are decided here?",
    ),
    "networking": (
        "How did you get to know people outside your team?",
        "Whom do you know outside the team, and whom would you like to?",
    ),
    "contacts": (
        "Whom should I talk to, and would you introduce me?",
        "Whom could I introduce you to?",
    ),
    "application": (
        "Would you read my résumé, or practise an interview with me?",
        "Shall we go through your résumé, or practise an interview?",
    ),
    "leadership": (
        "What was hard for you when you first led people?",
        "Where could you take the lead, even in something small?",
    ),
    "knowledge": (
        "What took you years to learn about this work?",
        "What would you like me to show you?",
    ),
    "support": (
        "What kept you going when it went badly?",
        "What went well lately that nobody noticed?",
    ),
    "listening": (
        "May I tell you about something that needs no answer?",
        "What is on your mind that is not on the list?",
    ),
}


class Ask(Frozen):
    """One thing to ask: `kind` is one of the fourteen, `others` are further ones never touched."""

    kind: str
    question: str
    others: tuple[str, ...] = ()


def ask(side: str, touched: Collection[str], muted: Collection[str]) -> Ask | None:
    """What to ask somebody to whom I am `side`; None when all fourteen were touched or are not our thing.

    touched: kinds of help there were between us. muted: kinds marked as not our thing.
    """
    left = [kind for kind in _QUESTIONS if kind not in touched and kind not in muted]
    if not side or not left:
        return None
    question = _QUESTIONS[left[0]][side == "mentor"]
    return Ask(kind=left[0], question=question, others=tuple(left[1:]))
