"""What `task export` writes: JSON, a list of tasks or one after another. A task becomes an action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorlog.domain.drafts import NO_DAY, Draft, Here, Skip
from mentorlog.errors import Problem
from mentorlog.formats.days import stamp
from mentorlog.formats.json_stream import Scanner
from mentorlog.formats.source import Source, bad

_STATES = {"pending": "open", "waiting": "open", "completed": "done"}
_LEFT = {
    "deleted": "deleted in taskwarrior",
    "recurring": "the pattern of a recurring task; the tasks made of it come in",
}


def drafts(source: Source, here: Here) -> Iterator[Draft | Skip]:
    """Every task, and its annotations as notes. Raises Unreadable with the line for what is none."""
    for line, task in _tasks(Scanner(source)):
        if not isinstance(task, dict) or not isinstance(task.get("description"), str):
            raise bad(line, "it is no task of taskwarrior")
        yield from _task(line, task, here)


def _tasks(scanner: Scanner) -> Iterator[tuple[int, Any]]:
    """The tasks; with `json.array=off`, and before taskwarrior 2.4, there are no brackets around them."""
    if scanner.peek() == "[":
        yield from scanner.items()
    else:
        while scanner.peek():
            line = scanner.line
            yield line, scanner.value()
            if scanner.peek() == ",":
                scanner.pass_by(",")
    scanner.end()


def _task(line: int, task: dict[str, Any], here: Here) -> Iterator[Draft | Skip]:
    status = str(task.get("status", "pending"))
    if status not in _STATES:
        yield Skip(line, _LEFT.get(status, "of a state that I do not know"))
        return
    state = _STATES[status]
    try:
        days = {"due": _day(task, "due", here), "ended": _day(task, "end", here)}
    except Problem:
        yield Skip(line, NO_DAY)
        return
    if state == "done" and days["ended"] is None:
        days["ended"] = here.today
    if state == "open":
        days["ended"] = None
    yield Draft(
        line=line,
        kind="action",
        values={"text": task["description"], "state": state, **days},
        because="a task",
        tags=tuple(_tags(task)),
        id=f"{task['uuid']}" if isinstance(task.get("uuid"), str) else "",
    )
    annotations = task.get("annotations")
    for one in annotations if isinstance(annotations, list) else []:
        yield _annotation(line, one, here)


def _annotation(line: int, annotation: Any, here: Here) -> Draft | Skip:
    words = annotation.get("description") if isinstance(annotation, dict) else None
    if not isinstance(words, str):
        raise bad(line, "an annotation has no words")
    try:
        day = _day(annotation, "entry", here)
    except Problem:
        return Skip(line, NO_DAY)
    values = {"text": words, "day": day or here.today}
    return Draft(line, "note", values, "an annotation", part=True, undated=day is None)


def _day(of: dict[str, Any], name: str, here: Here) -> Any:
    """The local day of an instant; None when there is none. Raises Unreadable."""
    value = of.get(name)
    return here.local(stamp(str(value))).date() if value not in (None, "") else None


def _tags(task: dict[str, Any]) -> Iterator[str]:
    tags = task.get("tags")
    words = tags if isinstance(tags, list) else str(tags or "").split(",")
    yield from (one for one in words if isinstance(one, str) and one)
    if isinstance(task.get("project"), str) and task["project"]:
        yield task["project"]
