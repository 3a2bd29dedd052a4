"""Introductions: each stage has its day, and none goes backwards."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.intros import Intro, dropped, moved, way, whom
from mentorlog.errors import Refused

DAY, LATER = date(2026, 5, 4), date(2026, 5, 20)
WANTED = Intro(id=1, who_id=3, via_id=1, why="her team")
NAMES = {1: "Ana Ruiz", 2: "Bo Lind", 3: "Jo Lee"}


def test_the_stages_keep_their_days_and_notes() -> None:
    asked = moved(WANTED, "asked", DAY, "by mail")
    met = moved(asked, "met", LATER, "a good hour")
    assert (met.state, met.asked, met.made, met.met) == ("met", DAY, None, LATER)
    assert met.notes == "Asked, 4 May 2026: by mail\n\nMet, 20 May 2026: a good hour"


def test_no_stage_comes_twice_or_after_a_later_one() -> None:
    made = moved(WANTED, "made", DAY)
    for stage in ("asked", "made"):
        with pytest.raises(Refused, match="i1 is made already"):
            moved(made, stage, LATER)  # type: ignore[arg-type]


def test_letting_go_keeps_the_reason_and_ends_the_wait() -> None:
    gone = dropped(WANTED.but(follow_up=LATER), DAY, "she moved away")
    assert (gone.state, gone.ended, gone.follow_up) == ("dropped", DAY, None)
    assert gone.notes == "Dropped, 4 May 2026: she moved away"
    with pytest.raises(Refused):
        dropped(moved(WANTED, "met", DAY), LATER, "x")
    with pytest.raises(Refused):
        moved(gone, "met", LATER)


@pytest.mark.parametrize(
    ("intro", "who", "by"),
    [
        (WANTED, "Jo Lee", "via Ana Ruiz"),
        (Intro(name="Kim Park", for_id=2), "Kim Park", "for Bo Lind"),
        (Intro(name="Kim Park", for_id=2, via_id=1), "Kim Park", "for Bo Lind, via Ana Ruiz"),
        (Intro(who_id=9, via_id=8), "someone", "via someone"),
    ],
)
def test_whom_and_by_whom_are_said_by_name_where_the_name_may_be_known(
    intro: Intro, who: str, by: str
) -> None:
    assert (whom(intro, NAMES), way(intro, NAMES)) == (who, by)
