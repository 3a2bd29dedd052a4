"""What goes along when a journal, or a stretch of it, is handed out: what its reader may see, and what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.cli import options
from mentorlog.cli.hand_over import Parcel, agree, hand_over
from mentorlog.domain.audience import Audience
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, NOUNS
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.env import Env

Records = Mapping[str, Sequence[Record]]


class Asked(Frozen):
    """What the options said: for whom, from when to when, and what comes along only when it is named.

    kinds: all that is looked at; what names others stands beside them.
    """

    kinds: tuple[str, ...] = ALL
    person: str = ""
    since: str = ""
    until: str = ""
    private: bool = False
    third_party: bool = False
    removed: bool = False


class Carried(Frozen):
    """The records of a journal as their reader sees them, and `everything` there is, by kind.

    person: whom it is made for; None for my own copy.
    """

    records: Records
    everything: Records
    audience: Audience
    person: Person | None = None

    def both(self, choose: Callable[[Records], Iterable[Record]]) -> tuple[list[Record], list[Record]]:
        """The same choice of what is seen and of everything."""
        return list(choose(self.records)), list(choose(self.everything))


def carried(env: Env, asked: Asked) -> Carried:
    """Fetch it. Raises Unknown for a person, Unreadable or Refused for days that make no stretch."""
    from mentorlog.flows.carry import carry_out, claimed, closed, renumbered

    since, until = options.since_day(env, asked.since), options.until_day(env, asked.until)
    check_order(since, until)
    person = None
    if asked.person:
        with env.read(asked.private) as store:
            person = store.find.person(asked.person)
    audience = Audience(
        outside=True,
        private=asked.private,
        person=person.id if person else None,
        third_party=asked.third_party,
        whole=person is None,
        removed=asked.removed,
    )
    with env.audience(audience) as store:
        records = closed(_within(carry_out(store, asked.kinds), since, until))
    with env.read(private=True) as store:
        everything = carry_out(store, asked.kinds)
    # My own copy keeps its numbers; for somebody else a gap would tell that something is not there.
    shown = renumbered(claimed(closed(_for_them(records)), everything)) if person else records
    asked_for = _within(everything, since, until)
    return Carried(records=shown, everything=asked_for, audience=audience, person=person)


def _for_them(records: Records) -> dict[str, list[Record]]:
    """Without feedback that was not given yet, and what only I think of the mentorship."""
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.people import Turn

    return {
        kind: [
            one
            for one in found
            if not (isinstance(one, Feedback) and one.owed)
            and not (isinstance(one, Turn) and one.aspect in ("phase", "pulse"))
        ]
        for kind, found in records.items()
    }


def check_order(first: date | None, last: date | None) -> None:
    """Raises Refused for days that run backwards."""
    if first and last and first > last:
        raise Refused(f"The days from {first} to {last} run backwards.", "--since comes before --until.")


def _within(records: Records, since: date | None, until: date | None) -> dict[str, list[Record]]:
    from mentorlog.domain.extent import within

    return {kind: [one for one in each if within(one, since, until)] for kind, each in records.items()}


def named(records: Records) -> list[Record]:
    """Those with a name of their own, and private notes: what is counted when it stays behind."""
    return [one for kind in (*NOUNS, "aside") for one in records.get(kind, ())]


class Way(Frozen):
    """How it is to go: the file, None for stdout, and what was agreed to."""

    place: Path | None
    force: bool = False
    dry_run: bool = False
    yes: bool = False


def send(
    env: Env,
    way: Way,
    goods: Carried,
    counted: tuple[Sequence[Record], Sequence[Record]],
    document: Callable[[], str | bytes],
) -> None:
    """Hand it out, once private text was agreed to. `counted`: the records that go along, and all there are."""
    from mentorlog.domain.tally import left_out, tally

    if not way.dry_run:
        agree(env, goods.audience.private, way.yes)
    shown, everything = counted
    left = left_out(everything, shown, goods.audience)
    parcel = Parcel(place=way.place, holds=tally(shown), left=left, force=way.force, dry_run=way.dry_run)
    hand_over(env, parcel, document)
