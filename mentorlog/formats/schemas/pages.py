"""The pages of moments, and what is found, suggested and looked back on."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.closing import Closing
from mentorlog.domain.coverage import Coverage
from mentorlog.domain.dashboard import Dashboard
from mentorlog.domain.history import Deed, History
from mentorlog.domain.next import Suggestion
from mentorlog.domain.people import Mentorship
from mentorlog.domain.periods import Period
from mentorlog.domain.prep import Prep
from mentorlog.domain.recap import Recap
from mentorlog.domain.recap_questions import Question as AskedBack
from mentorlog.domain.refs import Ref
from mentorlog.domain.timeline import Timeline
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import Many, Object, items, plus

_HIT = Object({"ref": Ref, "day": date, "kind": str, "title": str, "snippet": str, "private": bool})
_AT = {"type": "string", "format": "date-time", "description": "The local time, with its offset."}
_DEED = plus(Deed, at=_AT)
_ASKED = Object({"words": str, "kind": str, "command": str})

ANSWERS = (
    Answer("dashboard", Dashboard, "dashboard"),
    Answer("prep", Prep, "prep"),
    Answer("catchup", Object({"last": date | None, "days": int, "questions": Many(_ASKED)}), "catchup"),
    Answer("next", items(Suggestion, total=int), "next list"),
    Answer("rule-list", items(Object({"code": str, "says": str})), "next rules"),
    Answer("recap", Recap, "recap"),
    Answer("recap-questions", Object({"period": Period, "questions": Many(AskedBack)}), "recap"),
    Answer("timeline", Timeline, "timeline"),
    Answer("search", items(_HIT), "search"),
    Answer("coverage", Coverage, "mentorship coverage"),
    Answer("closing", Closing, "mentorship close"),
    Answer("mentorship", Object({"becomes": Mentorship | None, "page": Closing | None}, base=Mentorship),
           "mentorship close"),
    Answer("history", History, "history"),
    Answer("command-list", items(_DEED), "history, undo"),
    Answer("undo", Object({"undone": _DEED, "refs": Many(Ref)}), "undo"),
)  # fmt: skip
