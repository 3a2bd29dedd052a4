"""What taskwarrior exports: tasks are actions, annotations notes; nothing deleted comes back."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mentorlog.domain.drafts import NO_DAY
from mentorlog.errors import Problem
from mentorlog.formats.from_taskwarrior import drafts
from tests.formats.drafting import HERE, drafted, sample, skipped, source


def test_a_task_keeps_its_state_days_tags_project_and_identity() -> None:
    first, note, done, _ = drafted(drafts(sample("tasks.json"), HERE))
    assert first.values == {
        "text": "Draft the talk outline",
        "state": "open",
        "due": date(2026, 5, 20),
        "ended": None,
    }
    assert (first.tags, first.id) == (("speaking", "talk.outline"), "86975045-726f-4be2-935e-b27417aab125")
    assert (note.kind, note.part, note.values) == (
        "note",
        True,
        {"text": "Ask Jo for slides", "day": date(2026, 4, 2)},
    )
    assert (done.values["state"], done.values["ended"]) == ("done", date(2026, 4, 3))


def test_a_day_is_the_one_it_was_here() -> None:
    text = '[{"description": "x", "due": "20260504T220000Z"}]'
    (one,) = drafted(drafts(source(text), HERE))
    assert one.values["due"] == date(2026, 5, 5), "midnight in Berlin"


def test_the_deleted_and_the_patterns_are_skipped() -> None:
    found = skipped(drafts(sample("tasks.json"), HERE))
    assert [(line, reason.split(";")[0]) for line, reason in found] == [
        (4, "deleted in taskwarrior"),
        (5, "the pattern of a recurring task"),
    ]


@pytest.mark.parametrize("form", ["[{0}, {1}]", "{0}\n{1}\n", "{0},\n{1},\n"])
def test_with_brackets_or_one_after_another(form: str) -> None:
    tasks = [json.dumps({"description": word}) for word in ("a", "b")]
    text = form.replace("{0}", tasks[0]).replace("{1}", tasks[1])
    assert [one.values["text"] for one in drafted(drafts(source(text), HERE))] == ["a", "b"]


@pytest.mark.parametrize("due", ["00010101T000000Z", "99991231T235959Z", "20260230T000000Z", "soon", 3, [1]])
def test_a_day_that_cannot_be_is_skipped(due: object) -> None:
    found = list(drafts(source(json.dumps([{"description": "x", "due": due}])), HERE))
    assert skipped(found) == [(1, NO_DAY)]


@pytest.mark.parametrize(
    "text", ["3", "[3]", '[{"description": 3}]', "[", '{"a":', '[{"description": "x", "annotations": [3]}]']
)
def test_what_is_no_task_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="nothing was brought in"):
        list(drafts(source(text), HERE))
