"""`meet -e`: all of a conversation on one page in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.cli import options
from mentorlog.cli.meet_flags import promise
from mentorlog.cli.meet_questions import ask_next, described, look, with_promises, words_of
from mentorlog.cli.templates import template_text
from mentorlog.domain.spoken import day_words, join_words
from mentorlog.domain.talk import form, read_form
from mentorlog.domain.text import first_line
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentorlog.domain.talk import Filled, Form
    from mentorlog.env import Env
    from mentorlog.flows.meet import Pending, Told


def fill(env: Env, told: Told, edit: bool) -> Told:
    """What was made of the form in the editor, with what the flags said already.

    A template opens the editor by itself on a terminal. Raises Misused where that cannot be.
    """
    from mentorlog.editor import written

    if not edit and not env.interactive:
        raise Misused(
            "A template is written under in the editor; this is no terminal.", "Add -e, or -n TEXT."
        )
    left = look(env, told)
    made = _form(env, told, left)
    return _with(
        env, told, left, read_form(made, options.whole(env, written(env, made.text, "conversation")))
    )


def _form(env: Env, told: Told, left: Pending) -> Form:
    return form(
        _remarks(env, told),
        topics={one.ref: words_of(one, told) for one in left.topics if one.ref not in told.finished},
        promises={one.ref: described(env, one, told) for one in left.actions if one.ref not in told.finished},
        notes=told.meeting.notes,
        pattern=template_text(told.meeting.template) if told.meeting.template else "",
        aside=told.aside,
    )


def _remarks(env: Env, told: Told) -> Iterator[str]:
    names = join_words([one.name for one in told.people])
    yield f"{names} · {day_words(told.meeting.day, env.today)}. What stands in these brackets is not kept."
    with env.read(private=told.meeting.private) as store:
        for person in told.people:
            latest = store.meetings.with_person(person, limit=20)
            last = next((one for one in latest if one.notes and one.day < told.meeting.day), None)
            if last:
                said = first_line(last.notes, 200)
                yield f"Last time with {person.name}, {day_words(last.day, env.today)}: {said}"


def _with(env: Env, told: Told, left: Pending, filled: Filled) -> Told:
    with env.read(private=True) as store:
        said = [promise(env, store, text, list(told.people), told.meeting) for text in filled.promises]
    before = told.promises
    told = told.but(
        meeting=told.meeting.but(notes=filled.notes),
        aside=filled.aside,
        finished=(*told.finished, *filled.ticked),
        promises=(),
    )
    told = with_promises(env, told, (*before, *said), left)
    return ask_next(env, told) if env.interactive else told
