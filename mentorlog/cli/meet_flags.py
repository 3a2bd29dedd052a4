"""What the flags of `meet` say, checked before anything is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorlog.cli import options
from mentorlog.domain.spoken import a
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import tzinfo

    from mentorlog.domain.meetings import Meeting
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Visibility
    from mentorlog.domain.refs import Ref
    from mentorlog.env import Env
    from mentorlog.flows.meet import Told
    from mentorlog.flows.promise import Promise
    from mentorlog.store.store import Store


def meeting_of(
    env: Env, on: str, mins: str, kind: list[str] | None, visibility: Visibility, template: str
) -> Meeting:
    """The conversation without its words. Raises Unreadable, Refused, or Unknown for a template that is none."""
    from mentorlog.domain.dates import read_minutes
    from mentorlog.domain.meetings import Meeting

    when = _moment(env, on, "past") if on else {"day": env.today}
    if template:
        from mentorlog.cli.templates import template_text

        template_text(template)  # that there is one is checked before anything is asked
    return Meeting(
        **when,
        minutes=read_minutes(mins) if mins else None,
        kinds=options.kinds(kind),
        template=template,
        visibility=visibility,
    )


def _moment(env: Env, text: str, lean: options.Lean) -> dict[str, Any]:
    from mentorlog.cli.when import moment

    return moment(env, text, lean)._asdict()


def following(env: Env, text: str, meeting: Meeting) -> Meeting | None:
    """The next conversation, planned for a day as typed. Raises Refused when that is not after this one."""
    if not text:
        return None
    planned = meeting.but(**_moment(env, text, "future"), notes="", kinds="", minutes=None, template="")
    if planned.day <= meeting.day:
        raise Refused("The next conversation is on a later day than this one.", "--next 2w, fri, 2026-05-20.")
    return planned


def days_of(cadence: str) -> int | None:
    """A cadence in days. Raises Unreadable."""
    from mentorlog.domain.dates import read_span

    return read_span(cadence) if cadence else None


def refs_of(kind: str, text: str) -> list[Ref]:
    """Refs of one kind, `t5,t3`. Raises Unreadable, or Misused for one of another kind."""
    from mentorlog.domain.refs import read_refs

    refs = read_refs([text]) if text else []
    for ref in refs:
        if ref.kind != kind:
            raise Misused(f"{ref} is not {a(kind)}.")
    return refs


def told_of(
    env: Env, store: Store, meeting: Meeting, names: list[str], promises: list[str], closed: list[Ref]
) -> Told:
    """What the command line says, checked before anything is asked."""
    from mentorlog.flows.meet import Told, open_still

    people = store.find.people([name for name in names if name != "-"])
    if not people:
        raise Misused("Say whom you talked with.", 'mentorlog meet ana -n "…"')
    return Told(
        meeting=meeting,
        people=tuple(people),
        promises=tuple(promise(env, store, text, people, meeting) for text in promises),
        finished=tuple(open_still(store, ref) for ref in closed),
        zone=_zone(env, meeting),
    )


def _zone(env: Env, meeting: Meeting) -> tzinfo | None:
    if meeting.day >= env.today:
        return None
    from mentorlog.cli.when import zone

    return zone(env)


def promise(env: Env, store: Store, text: str, people: list[Person], meeting: Meeting) -> Promise:
    """A promise as typed. Raises Unknown, Unreadable, Refused."""
    from mentorlog.flows.promise import promised

    return promised(store, text, people, meeting.day, env.me, env.date_order)
