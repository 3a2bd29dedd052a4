"""`export`: documents for somebody, or the whole journal for other programs."""

from __future__ import annotations

from mentorlog.cli.app import Noun
from mentorlog.cli.export_all import all_, csv_
from mentorlog.cli.export_documents import DOCUMENTS
from mentorlog.cli.export_formats import ics, sqlite, vcard
from mentorlog.cli.export_journal import journal
from mentorlog.cli.export_meeting import meeting

noun = Noun("export", "Write a document for somebody, or the whole journal.", bare="summary")
noun.verbs |= DOCUMENTS | {"meeting": meeting, "journal": journal}
noun.verbs |= {"all": all_, "csv": csv_, "ics": ics, "vcard": vcard, "sqlite": sqlite}
