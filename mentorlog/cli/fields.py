"""What of each kind can be changed: the flag, the field, and how its text is read.

`edit` makes its options from this table, the editor its template, and `show`
its facts, so that a field has one name everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mentorlog.cli.readers import (
    Reader,
    body,
    choices,
    future,
    goal,
    handle,
    kinds,
    level,
    line,
    minutes,
    needs,
    one_of,
    past,
    person,
    scores,
    seniority,
    skill,
    span,
    web,
)
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.store import Store


class Field(NamedTuple):
    """A field: its flag without dashes, its name in the record, its reader, its help, `-x` if it has one."""

    flag: str
    name: str
    read: Reader
    help: str
    short: str = ""
    needed: bool = False


_ROLES = one_of("mentor", "mentee", "peer", "sponsor", "manager", "contact")
_CATEGORIES = one_of("technical", "leadership", "management", "communication", "delivery", "domain", "other")
_FORMS = one_of("course", "book", "article", "talk", "person", "tool", "other")

FIELDS: dict[str, tuple[Field, ...]] = {
    "person": (
        Field("name", "name", line, "The name.", needed=True),
        Field("handle", "handle", handle, "The short name you type.", needed=True),
        Field("role", "role", _ROLES, "What they are to you.", needed=True),
        Field("email", "email", line, "An e-mail address."),
        Field("phone", "phone", line, "A telephone number."),
        Field("organisation", "organisation", line, "Where they work."),
        Field("title", "title", line, "What they do."),
        Field("links", "links", line, "Pages of theirs."),
        Field("met", "met", body, "How you met."),
        Field("introduced-by", "introduced_by", person, "Who introduced you."),
    ),
    "mentorship": (
        Field("purpose", "purpose", body, "What it is for."),
        Field("agreement", "agreement", body, "What you agreed."),
        Field("started", "started", past, "The day it began.", needed=True),
        Field("ended", "ended", past, "The day it ended; none when it goes on."),
    ),
    "agreement": (
        Field("purpose", "purpose", body, "What it is for."),
        Field("expect", "expect", body, "What you expect of each other."),
        Field("confidential", "confidential", body, "What stays between you."),
        Field("every", "every", span, "How often you talk: 2w, monthly."),
        Field("end", "end", body, "How you will know that it is time to end, and how you end."),
        Field("more", "more", body, "Anything else."),
    ),
    "meeting": (
        Field("note", "notes", body, "What was said.", "-n"),
        Field("on", "day", past, "When: yesterday, fri 14:30.", needed=True),
        Field("mins", "minutes", minutes, "How long it took: 45, 1h30."),
        Field("kind", "kinds", kinds, "Some of the fourteen kinds, with commas.", "-k"),
    ),
    "topic": (
        Field("text", "text", body, "The words.", needed=True),
        Field("with", "person_id", person, "Whom it is for.", "-w", needed=True),
        Field("raised", "raised", past, "The day it came up.", needed=True),
    ),
    "action": (
        Field("text", "text", body, "What is to be done.", needed=True),
        Field("by", "due", future, "The day it is due."),
        Field("owner", "owner_id", person, "Who does it: me or a person."),
        Field("with", "person_id", person, "The other side of the promise.", "-w"),
        Field("goal", "goal_id", goal, "The goal it serves.", "-g"),
        Field("skill", "skill_id", skill, "The skill it builds.", "-s"),
        Field("why", "why", body, "Why it was dropped."),
    ),
    "goal": (
        Field("title", "title", line, "The title.", needed=True),
        Field("why", "why", body, "Why it matters."),
        Field("done-when", "done_when", body, "How you will know that it is met."),
        Field("by", "due", future, "The day it is due."),
        Field("with", "person_id", person, "Who helps with it.", "-w"),
        Field("role", "role", line, "The role it leads to."),
        Field("started", "started", past, "The day it began.", needed=True),
    ),
    "feedback": (
        Field("situation", "situation", body, "When and where it was.", "-s"),
        Field("behaviour", "behaviour", body, "What was done.", "-b"),
        Field("impact", "impact", body, "What that led to.", "-i"),
        Field("intent", "intent", body, "What was meant."),
        Field("tone", "tone", one_of("praise", "growth"), "Praise or growth.", needed=True),
        Field("theme", "theme", line, "A theme it belongs to."),
        Field("skill", "skill_id", skill, "A skill it is about."),
        Field("on", "day", past, "The day.", needed=True),
        Field("from", "from_id", person, "Who gave it."),
        Field("to", "to_id", person, "Whom it is for."),
    ),
    "skill": (
        Field("name", "name", line, "The name.", needed=True),
        Field("handle", "handle", handle, "The short name you type.", needed=True),
        Field("category", "category", _CATEGORIES, "The kind of skill.", needed=True),
        Field("aliases", "aliases", line, "Other names, with commas."),
        Field("goal", "target", level, "The level you aim at, 0 to 5."),
    ),
    "note": (
        Field("text", "text", body, "The words.", needed=True),
        Field("on", "day", past, "The day.", needed=True),
        Field("kind", "kinds", kinds, "Some of the fourteen kinds, with commas.", "-k"),
        Field("revisit", "revisit", future, "A day to look again."),
    ),
    "win": (
        Field("text", "text", body, "What went well.", needed=True),
        Field("impact", "impact", body, "What it changed for others."),
        Field("on", "day", past, "The day.", needed=True),
        Field("situation", "story_situation", body, "The story: where you were."),
        Field("task", "story_task", body, "The story: what was yours to do."),
        Field("action", "story_action", body, "The story: what you did."),
        Field("result", "story_result", body, "The story: what came of it."),
    ),
    "decision": (
        Field("question", "question", body, "The question.", needed=True),
        Field("options", "options", choices, "The options, one a line."),
        Field("expect", "expectation", body, "What you expect to come of it."),
        Field("review", "review", future, "The day to look at what came of it."),
        Field("outcome", "outcome", body, "What came of it."),
        Field("on", "day", past, "The day of the question.", needed=True),
    ),
    "resource": (
        Field("title", "title", line, "The title.", needed=True),
        Field("url", "url", web, "Where it is: https://… or mailto:…."),
        Field(
            "kind", "form", _FORMS, "A course, book, article, talk, person, tool or other.", "-k", needed=True
        ),
        Field("skill", "skill_id", skill, "The skill it is for.", "-s"),
        Field("from", "from_id", person, "Who recommended it."),
        Field("verdict", "verdict", body, "What it was worth."),
        Field("why", "why", body, "Why it was dropped."),
    ),
    "intro": (
        Field("who", "who_id", person, "Whom to meet, if they are in the journal.", needed=True),
        Field("name", "name", line, "Whom to meet, if they are not.", needed=True),
        Field("via", "via_id", person, "Who makes it."),
        Field("for", "for_id", person, "Whom it is for."),
        Field("why", "why", body, "What it is for."),
        Field("follow-up", "follow_up", future, "The day to come back to it."),
        Field("note", "notes", body, "What came of it.", "-n"),
    ),
    "rehearsal": (
        Field("kind", "form", one_of("cv", "interview"), "cv or interview.", "-k", needed=True),
        Field("on", "day", past, "The day.", needed=True),
        Field("with", "person_id", person, "Who helped.", "-w"),
        Field("score", "scores", scores, "Scores by topic: story=3, pace=2."),
        Field("note", "notes", body, "What you take from it.", "-n"),
    ),
    "role": (
        Field("name", "name", line, "The name.", needed=True),
        Field("handle", "handle", handle, "The short name you type.", needed=True),
        Field("family", "family", line, "What it belongs to: software, data, operations."),
        Field("seniority", "seniority", seniority, "The rank, 1 a first job to 7 the board."),
        Field("needs", "needs", needs, "Needs, with commas: sql:3, python|java:3."),
        Field("summary", "summary", body, "What it is about."),
    ),
    "aim": (
        Field("what", "what", line, "What it is: a role, a skill, a field.", needed=True),
        Field("by", "due", future, "The day to be there."),
        Field("on", "day", past, "The day it began.", needed=True),
        Field("why", "why", body, "Why, or why no longer."),
        Field("for", "person_id", person, "Whose it is: me or somebody you mentor."),
    ),
    "position": (
        Field("title", "title", line, "What it is called.", needed=True),
        Field("role", "role", line, "The role it comes closest to."),
        Field("at", "organisation", line, "Where."),
        Field("from", "day", past, "The first day.", needed=True),
        Field("to", "ended", past, "The last day; none while you hold it."),
        Field("for", "person_id", person, "Whose it is: me or somebody you mentor."),
    ),
    "assessment": (
        Field("of", "person_id", person, "Whose level it is.", needed=True),
        Field("skill", "skill", handle, "The skill.", needed=True),
        Field("level", "level", level, "The level, 0 to 5.", needed=True),
        Field("on", "day", past, "The day.", needed=True),
        Field("note", "note", body, "What you saw.", "-n"),
    ),
}


def read(env: Env, store: Store, field: Field, text: str) -> Any:
    """A field's new value from its text; `none` takes it away. Raises Unreadable when it may not be empty."""
    plain = "" if text.strip().lower() in ("none", "-") else text
    if field.needed and not plain.strip():
        raise Unreadable(f"--{field.flag} cannot be empty.")
    return field.read(env, store, plain)


def day_and_time(env: Env, record: Any, name: str) -> str:
    """A field that is a day, in words: `Tue 24 Nov 2026`, and of a meeting with its time; else nothing."""
    from datetime import date

    from mentorlog.domain.spoken import day_words

    value = getattr(record, name)
    if not isinstance(value, date):
        return ""
    time = getattr(record, "time", "") if name == "day" else ""
    return ", ".join(filter(None, (day_words(value, env.today), time)))


def said(value: Any, names: dict[str, str], field: Field) -> str:
    """A field's value as it would be typed: what the editor shows and `edit` reads back."""
    if value is None or value == "":
        return ""
    if field.read in (person, goal, skill):
        return names.get(f"{field.name}:{value}", "")
    return str(value)
