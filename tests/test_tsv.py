"""`--format tsv`: every list as a table with a header, and nothing else as one."""

from __future__ import annotations

import pytest

from tests.conftest import Run
from tests.surface import READS

LISTS = tuple(
    line
    for line in READS
    if line.split()[1:2] == ["list"]
    or line in ("history", "schema", "feedback themes", "next rules", "config templates", "search a")
    or line.startswith("career similar")
)


@pytest.mark.parametrize("line", LISTS)
def test_a_list_is_a_table_with_a_named_column_for_every_cell(line: str, run: Run) -> None:
    drawn = run(*line.split(), "--format", "tsv", tty=True)
    assert drawn.code == 0
    assert drawn.out == run("--format=tsv", *line.split()).out
    rows = [row.split("\t") for row in drawn.out.splitlines()]
    if rows:
        assert all(rows[0])
        assert len(set(rows[0])) == len(rows[0])
        assert {len(row) for row in rows} == {len(rows[0])}
        assert "\x1b" not in drawn.out


def test_a_table_has_the_rows_of_the_pipe_under_its_header(run: Run) -> None:
    piped, table = run("goal", "list"), run("goal", "list", "--format", "tsv")
    assert table.out == "Ref\tGoal\tDone\tDue\tState\n" + piped.out


def test_format_json_is_json_and_text_is_as_always(run: Run) -> None:
    assert run("goal", "list", "--format", "json").out == run("goal", "list", "--json").out
    assert run("goal", "list", "--format", "text").out == run("goal", "list").out


@pytest.mark.parametrize(
    "line", ["goal show g1", "dashboard", "history g2", "log words", "undo", "rm n1", "me"]
)
def test_what_is_no_list_refuses_before_anything_is_done(line: str, run: Run) -> None:
    before = run("history", "--json").out
    ran = run(*line.split(), "--format", "tsv")
    assert (ran.code, ran.out) == (2, "")
    assert "no list" in ran.err
    assert run("history", "--json").out == before


def test_a_format_of_a_command_s_own_wins(run: Run) -> None:
    assert run("prep", "ana", "--format", "md").out.startswith("#")
    assert run("recap", "--format", "tsv").code == 2
    assert "tsv" not in run("prep", "--help").out.split("Everywhere")[0]


def test_another_word_is_refused_with_the_ones_there_are(run: Run) -> None:
    ran = run("goal", "list", "--format", "xml")
    assert (ran.code, ran.out) == (2, "")
    assert "text, json, tsv" in ran.err
