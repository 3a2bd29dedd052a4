"""taskwarrior's tasks come in with their days, and only once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.outside.exports import HOSTILE, Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial, differs

QUIET = ("rc:/dev/null", "rc.confirmation=no", "rc.verbose=nothing", "rc.bulk=0")
DEEDS = (
    ("add", "Send the outline", "due:2026-12-01", "project:talk", "+writing"),
    ("add", "Read chapter four", "wait:2027-01-10", "due:2027-02-01"),
    ("add", "Water the plants", "due:2026-11-30", "recur:weekly", "until:2026-12-20"),
    ("add", "Done long ago"),
    ("add", "Not worth it"),
    *(("add", "due:2026-12-24", "--", words.strip()) for words in HOSTILE),
    ("1", "annotate", "Ana has seen the first page"),
    ("4", "done"),
    ("5", "delete"),
)
KEPT = ("pending", "waiting", "completed")
"""Tasks that are something to do, or were: not what was deleted, nor the pattern of those that recur."""


def taskwarrior(exports: Exports, tools: Tools) -> Iterator[Said]:
    """Exported as it does and as it used to, before and after something was done."""
    place = exports.folder / "tasks"
    place.mkdir()

    def task(*argv: str) -> Any:
        settings = {"TASKDATA": str(place), "TZ": "UTC"}
        return tools.run(tools.system("taskwarrior"), *QUIET, *argv, env=settings)

    for deed in DEEDS:
        if refused := said_by(task(*deed)):
            yield f"task {' '.join(deed)[:40]}", refused
    for array in ("on", "off"):
        db = exports.folder / f"tasks-{array}.db"
        for time in ("first", "second"):
            file = place / f"{array}.json"
            file.write_text(task(f"rc.json.array={array}", "export").stdout, encoding="utf-8")
            yield f"array {array}, the {time} time", _brought_in(exports, db, file)
    task("1", "done")
    file.write_text(task("export").stdout, encoding="utf-8")
    exports.do(db, "import", file, "--as", "taskwarrior")
    found = [one["text"] for one in _actions(exports, db)]
    yield "after one was done", differs(len(found), len(set(found)))


def _brought_in(exports: Exports, db: Path, file: Path) -> str:
    """What differs between the tasks of a file and the actions, by what they say, their state and their day."""
    exports.do(db, "import", file, "--as", "taskwarrior")
    told = file.read_text(encoding="utf-8").strip()
    lines = told.strip("[]\n").splitlines()
    tasks = [json.loads(line.rstrip(",")) for line in lines]
    wanted = Counter(
        (" ".join(one["description"].split()), one["status"] == "completed", _day(one.get("due")))
        for one in tasks
        if one["status"] in KEPT
    )
    found = Counter(
        (" ".join(one["text"].split()), one["state"] == "done", one["due"]) for one in _actions(exports, db)
    )
    return differs(found, wanted)


def _actions(exports: Exports, db: Path) -> list[dict[str, Any]]:
    actions = json.loads(exports.do(db, "export", "all"))["records"]["action"]
    return [one for one in actions if isinstance(one, dict)]


def _day(stamp: str | None) -> str | None:
    """`20261201T000000Z` as `2026-12-01`."""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if stamp else None


TRIALS = (Trial("taskwarrior", "exports what is imported, twice and after a change", taskwarrior),)
