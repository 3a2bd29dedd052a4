"""Every threat has its test, and CONTRIBUTING.md says which."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

from tests.threats import THREATS, Threat

TESTS = Path(__file__).parent
GUIDE = TESTS.parent / "CONTRIBUTING.md"
BEGIN, END = "<!-- threats -->\n", "<!-- /threats -->\n"


def table() -> str:
    """The threats as a table in Markdown."""
    rows = ["| | threat | what happens instead | shown by |", "|---|---|---|---|"]
    for one in THREATS:
        shown = "<br>".join(f"`{name}`" for name in one.tests) or f"nothing: {one.why_none}"
        rows.append(f"| {one.number} | {one.what} | {one.instead.replace('<', '&lt;')} | {shown} |")
    return "\n".join(rows) + "\n"


def test_the_threats_are_numbered_from_one_to_the_last() -> None:
    assert [one.number for one in THREATS] == list(range(1, 32))


@pytest.mark.parametrize("threat", THREATS, ids=lambda one: f"{one.number}-{one.what}")
def test_a_threat_has_tests_that_are_there_or_a_reason_why_not(threat: Threat) -> None:
    assert bool(threat.tests) != bool(threat.why_none)
    for name in threat.tests:
        file, _, function = name.partition("::")
        tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, name


def test_the_guide_says_which_test_shows_what() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    found = re.search(f"{re.escape(BEGIN)}(.*?){re.escape(END)}", text, re.DOTALL)
    assert found, f"CONTRIBUTING.md has no {BEGIN.strip()}"
    if os.environ.get("UPDATE_THREATS"):
        GUIDE.write_text(text[: found.start(1)] + table() + text[found.end(1) :], encoding="utf-8")
    else:
        assert found[1] == table()
