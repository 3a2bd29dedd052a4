"""The history of a record, drawn and told."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mentorlog.domain.history import Deed, Difference, History, Line, Version
from mentorlog.domain.refs import Ref
from mentorlog.views.history import draw
from mentorlog.views.look import Look
from mentorlog.views.told.history import deed_row, tell
from tests.views.golden import same

G1, P1, ST1, L1, TG1 = Ref("goal", 1), Ref("person", 1), Ref("step", 1), Ref("link", 1), Ref("tag", 1)
WHY = "Owning an external contract end to end is the staff-level gap named in review."


def line(ref: Ref, what: str, *fields: tuple[str, object, object]) -> Line:
    return Line(
        ref=ref,
        what=what,  # type: ignore[arg-type]
        differences=tuple(Difference(field=name, old=old, new=new) for name, old, new in fields),
    )


SAMPLE = History(
    today=date(2026, 11, 22),
    ref=G1,
    title="Ship the [public] API",
    names={P1: "Priya Nair", ST1: "Endpoint inventory", L1: "g1 → w9 · evidence", TG1: "staff"},
    versions=(
        Version(
            when=datetime(2026, 11, 20, 9, 5),
            command=None,
            lines=(line(ST1, "removed"), line(G1, "restored")),
        ),
        Version(
            when=datetime(2026, 10, 2, 17, 30),
            command="goal edit",
            lines=(
                line(
                    G1,
                    "changed",
                    ("why", WHY, WHY.replace("an external contract", "a public contract") + " Priya agrees."),
                    ("due", date(2026, 12, 31), date(2027, 1, 31)),
                    ("person", None, P1),
                    ("role", "staff engineer", None),
                ),
                line(ST1, "changed", ("done", None, date(2026, 10, 1))),
            ),
        ),
        Version(
            when=datetime(2026, 7, 6, 10, 12),
            command="goal add",
            lines=(
                line(G1, "made", ("title", None, "Ship the [public] API"), ("why", None, WHY)),
                line(
                    ST1,
                    "made",
                    ("goal", None, G1),
                    ("text", None, "Endpoint inventory"),
                    ("due", None, date(2026, 8, 14)),
                ),
                line(
                    L1, "made", ("from", None, G1), ("to", None, Ref("win", 9)), ("label", None, "evidence")
                ),
                line(TG1, "removed"),
            ),
        ),
    ),
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_of_a_history(width: int) -> None:
    same(f"history_{width}.txt", str(draw(SAMPLE, Look(width=width))))


def test_the_page_in_ascii_has_nothing_else_in_it() -> None:
    page = str(draw(SAMPLE, Look(ascii=True)))
    assert page.isascii()
    assert "[-an external-]{+a public+}" in page


def test_the_plain_form_has_a_line_for_each_field_with_all_its_words() -> None:
    same("history_told.txt", tell(SAMPLE, Look(linear=True)))


@pytest.mark.parametrize("width", [1, 20, 59, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, str(draw(SAMPLE, Look(width=width))).split("\n"))) <= width


def test_a_long_stretch_that_stayed_is_shortened_on_a_page_and_whole_in_a_pipe() -> None:
    much = " ".join(f"word{number}" for number in range(200))
    one = line(G1, "changed", ("why", f"old {much} end", f"new {much} end"))
    model = SAMPLE.but(versions=(Version(when=datetime(2026, 11, 20, 9, 5), command="edit", lines=(one,)),))
    assert "word100" not in str(draw(model, Look()))
    assert "[-old-]{+new+} word0" in str(draw(model, Look()))
    assert much in tell(model, Look(linear=True))


def test_a_deed_names_what_a_person_types_first_and_no_more_than_one_can_take_in() -> None:
    refs = (L1, TG1, *(Ref("note", number) for number in range(1, 6)))
    deed = Deed(number=2, id="x", command=None, at=0, refs=refs, changes=9, undone=True)
    when, today = datetime(2026, 11, 20, 9, 5), date(2026, 11, 22)
    assert deed_row(deed, when, today, whole=False) == [
        "2",
        "20 Nov 09:05",
        "(by hand)",
        "n1, n2, n3, n4 and 3 more",
        "9",
        "undone",
    ]
    assert deed_row(deed, when, today, whole=True)[1:4] == [
        "2026-11-20 09:05",
        "(by hand)",
        "n1, n2, n3, n4 and 3 more",
    ]
