"""Documents, and what is said of a file that was written or read."""

from __future__ import annotations

from mentorlog.career.outlook import Outlook
from mentorlog.career.promotion import Promotion
from mentorlog.domain.documents.agenda import Agenda
from mentorlog.domain.documents.brag import Brag
from mentorlog.domain.documents.meeting import Recap
from mentorlog.domain.documents.person import Together
from mentorlog.domain.documents.plan import Plan
from mentorlog.domain.documents.stories import Stories
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.refs import Ref
from mentorlog.domain.report import Report
from mentorlog.domain.summary import Summary
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import Many, Object, plus

_FILE = Object(
    {"file": str | None, "holds": str, "written": bool},
    {"bytes": int, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
)
_FOLDER = Object({"file": str, "written": bool, "notes": int, "removed": int})
_ABOUT = Object(
    {"ref": Ref, "name": str, "records": Object({}, {kind: Many(class_of(kind)) for kind in ALL})}
)
_CAME = {"form": str, "new": int, "kinds": dict[str, int], "same": int, "written": bool}
_SKIPPED = Object({"reason": str, "count": int, "lines": Many(int)})
_DOCUMENTS = ("summary", "meeting", "agenda", "plan", "brag", "promotion", "stories", "person")
_HANDED_OUT = (
    *(f"export {one}" for one in (*_DOCUMENTS, "all", "csv", "ics", "vcard", "sqlite")),
    *("report", "prep", "recap", "person export", "career export", "mentorship agree", "mentorship close"),
)
"""What says so when a document went into a file, or would."""

ANSWERS = (
    Answer("summary", Summary, "export summary"),
    Answer("meeting", Recap, "export meeting"),
    Answer("agenda", Agenda, "export agenda"),
    Answer("plan", Plan, "export plan"),
    Answer("brag", Brag, "export brag"),
    Answer("promotion", Promotion, "export promotion"),
    Answer("stories", Stories, "export stories"),
    Answer("person", Together, "export person"),
    Answer("report", plus(Report, career=Outlook | None), "report"),
    Answer("person-export", _ABOUT, "person export"),
    Answer("export", _FILE, ", ".join(_HANDED_OUT)),
    Answer("export", _FOLDER, "export journal"),
    Answer(
        "import", Object({**_CAME, "different": int, "removed": int, "renamed": dict[str, str]}), "import"
    ),
    Answer("import", Object({**_CAME, "skipped": Many(_SKIPPED)}), "import"),
    Answer(
        "person-forget", Object({"ref": Ref, "records": Many(Ref), "still_in": Many(str)}), "person forget"
    ),
)
