"""Calendars: khal takes them in twice and follows a change; ical.js and node-ical read every entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.outside.exports import Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial, differs

FORMS = {
    "plain": (),
    "with alarms": ("--alarm", "30m", "--alarm", "1d"),
    "with tasks": ("--todos",),
}
ALWAYS = ("2000-01-01", "2040-01-01")
MOVED = "2039-03-01 16:30"
SETTINGS = """
[calendars]
[[mentoring]]
path = {folder}/entries
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""


def read_by(library: str, exports: Exports, tools: Tools) -> Iterator[Said]:
    """Every entry is there with its own words.

    But that node-ical takes an escaped backslash before an n for a line break, against RFC 5545, section 3.3.11.
    """
    for db in exports.both:
        for form, options in FORMS.items():
            file = exports.to_file(db, f"{form}.ics", "export", "ics", *options)
            name = f"{db.stem}, {form}"
            ran = tools.script("calendars.cjs", library, file)
            if refused := said_by(ran):
                yield name, refused
                continue
            read = {one["uid"]: " ".join(one["summary"].split()) for one in json.loads(ran.stdout)}
            wanted = dict(entries(file.read_text(encoding="utf-8")))
            if library == "node-ical":
                wanted = {uid: " ".join(title.replace("\\n", "\\ ").split()) for uid, title in wanted.items()}
            yield name, differs(read, wanted)


def entries(calendar: str) -> Iterator[tuple[str, str]]:
    """The uid and the title of each entry, as the file has them (RFC 5545, sections 3.1 and 3.3.11)."""
    whole = re.sub(r"\r?\n[ \t]", "", calendar)
    for part in re.findall(r"^BEGIN:(?:VEVENT|VTODO)\r?$.*?^END:(?:VEVENT|VTODO)", whole, re.M | re.S):
        uid = re.findall(r"^UID:(.*?)\r?$", part, re.M)[0]
        title = re.findall(r"^SUMMARY:(.*?)\r?$", part, re.M)[0]
        yield uid, " ".join(re.sub(r"\\(.)", lambda found: found[1].replace("n", "\n"), title).split())


def khal(exports: Exports, tools: Tools) -> Iterator[Said]:
    """Brought in, again, and again after a conversation was moved."""
    for db in exports.both:
        khals = Khal(exports, tools, db)
        refused, first = khals.brought_in()
        yield f"{db.stem}, new", refused
        refused, second = khals.brought_in()
        yield f"{db.stem}, again", refused or differs(second, first)
        ref, uid = _next_conversation(exports, db)
        exports.do(db, "meeting", "edit", ref, "--on", MOVED)
        refused, third = khals.brought_in()
        exports.do(db, "undo", "--yes")
        yield f"{db.stem}, a conversation moved", refused or differs(third, first | {uid: MOVED})


class Khal:
    """A calendar of khal's, for one journal."""

    def __init__(self, exports: Exports, tools: Tools, db: Path) -> None:
        self.exports, self.tools, self.db = exports, tools, db
        folder = exports.folder / f"khal-{db.stem}"
        (folder / "entries").mkdir(parents=True)
        self.settings = folder / "settings"
        self.settings.write_text(SETTINGS.format(folder=folder), encoding="utf-8")

    def brought_in(self) -> tuple[str, dict[str, str]]:
        """What khal says against the calendar, and when each entry begins by its uid."""
        file = self.exports.to_file(self.db, "khal.ics", "export", "ics")
        command = (self.tools.pip("khal"), "-c", self.settings)
        ran = self.tools.run(*command, "import", "--batch", file)
        told = self.tools.run(*command, "list", "--day-format", "", "--format", "{uid}\t{start}", *ALWAYS)
        begins = dict(line.split("\t") for line in told.stdout.splitlines() if "\t" in line)
        known = dict(entries(file.read_text(encoding="utf-8")))
        return said_by(ran) or said_by(told) or differs(set(begins), set(known)), begins


def _next_conversation(exports: Exports, db: Path) -> tuple[str, str]:
    """The ref of the conversation that is planned, and its uid in the calendar."""
    told = json.loads(exports.do(db, "export", "all"))["records"]["meeting"]
    last = max(told, key=lambda one: one["day"])
    return f"m{last['id']}", f"{last['uid']}@mentorlog"


TRIALS = (
    Trial("khal", "calendars, brought in, again, and with a change", khal),
    *(
        Trial(library, "calendars, with alarms and with tasks", partial(read_by, library))
        for library in ("ical.js", "node-ical")
    ),
)
