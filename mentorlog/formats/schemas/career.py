"""Roles, and the pages of a career."""

from __future__ import annotations

from mentorlog.career.check import Fault
from mentorlog.career.compare_page import ComparePage
from mentorlog.career.explore_page import ExplorePage
from mentorlog.career.gap_page import GapPage
from mentorlog.career.imported import About
from mentorlog.career.matching import Unmatched
from mentorlog.career.path_page import PathPage
from mentorlog.career.plan_page import PlanPage
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim, Position, Role
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import Many, Object, items, plus

_NAMED = {"id": str, "title": str, "onet": str}
_PLACED = {**_NAMED, "family": str, "track": str, "seniority": int}
_NEED = Object({"skills": Many(str), "name": str, "level": int, "weight": int})
_MOVE = Object({"to": str, "title": str, "kind": str, "note": str})
_LISTED = Object({**_PLACED, "pack": str, "ref": Ref | None, "stage": str})
_ROLE = Object(
    {
        **_PLACED,
        "aliases": Many(str),
        "needs": Many(_NEED),
        "moves": Many(_MOVE),
        "pack": str,
        "aims": Many(Aim),
        "record": Role | None,
    }
)
_ALIKE = Object({**_NAMED, "score": float, "parts": dict[str, float]})
_COUNTS = {"again": bool, "new": int, "changed": int, "gone": int}

ANSWERS = (
    Answer("me", Object({"name": str, "hours_a_week": int | None, "positions": Many(Position), "aims": Many(Aim)}),
           "me show"),
    Answer("role-list", items(_LISTED), "role list"),
    Answer("role", _ROLE, "role show, show"),
    Answer("career-gap", GapPage, "career gap"),
    Answer("career-compare", ComparePage, "career compare"),
    Answer("career-path", PathPage, "career path"),
    Answer("career-explore", ExplorePage, "career explore"),
    Answer("career-plan", PlanPage, "career plan"),
    Answer("career-plan", plus(PlanPage, kept=Many(Ref)), "career plan"),
    Answer("similar-list", items(_ALIKE, role=Object(_NAMED), pack=str), "career similar"),
    Answer("career-import", Object({**_COUNTS, "missing": Many(str), "unmatched": Many(Unmatched), "written": bool},
                                   base=About), "career import"),
    Answer("career-remove", Object({"name": str, "removed": bool}), "career remove"),
    Answer("pack-list", items(About), "career packs"),
    Answer("fault-list", items(plus(Fault, pack=str)), "career check"),
)  # fmt: skip
