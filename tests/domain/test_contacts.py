"""A contact says how to reach somebody; how they came to be known only when that was asked for."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.contacts import contacts
from mentorlog.domain.intros import Intro
from mentorlog.domain.people import Person

ANA = Person(id=1, uid="u1", name="Ana Ruiz", handle="ana", role="mentor", met="At the meetup.")
JO = Person(id=2, uid="u2", name="Jo Lee", handle="jo", introduced_by=1)
GONE = Person(id=3, uid="u3", name="Gone", handle="gone", deleted_at="2026-05-04T10:00:00Z")
DAY = date(2026, 5, 3)


def test_a_contact_is_only_how_to_reach_them() -> None:
    assert [(one.person, one.notes, one.role, one.introduced_by) for one in contacts({"person": [ANA]})] == [
        (ANA, (), "", "")
    ]


def test_notes_tell_how_we_met_and_who_introduced_whom() -> None:
    intros = [
        Intro(id=1, who_id=2, via_id=1, state="made", made=DAY),
        Intro(id=2, who_id=2, for_id=1, state="met", met=DAY),
        Intro(id=3, name="Kim", for_id=1, via_id=2, state="made", made=DAY),
        Intro(id=4, who_id=2, via_id=1, state="asked", asked=DAY),
        Intro(id=5, who_id=2, via_id=1, state="made", made=DAY, deleted_at="2026-05-04T10:00:00Z"),
    ]
    ana, jo = contacts({"person": [ANA, JO, GONE], "intro": intros}, notes=True)
    assert (ana.role, jo.introduced_by) == ("mentor", "u1")
    assert ana.notes == (
        "At the meetup.",
        "I introduced them to Jo Lee, 3 May 2026.",
        "Jo Lee introduced them to Kim, 3 May 2026.",
    )
    assert jo.notes == (
        "Ana Ruiz introduced them to me, 3 May 2026.",
        "I introduced them to Ana Ruiz, 3 May 2026.",
    )


def test_who_introduced_them_is_told_once() -> None:
    (_, jo) = contacts({"person": [ANA, JO]}, notes=True)
    assert jo.notes == ("Ana Ruiz introduced them to me.",)
