"""`config` and `path`: settings, and where things are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

NO_SETTING = (
    1,
    "",
    "error: There is no setting “bogus”.\n"
    "       Settings: name, visibility, theme, ascii, date_order, editor, default_cadence, hours_a_week, backup,"
    " career.weights.…, career.hours_per_level.….\n",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The settings file; nothing is there yet."""
    return tmp_path / "config.toml"


def test_every_setting_is_listed_with_where_it_comes_from(run: Any, file: Path) -> None:
    file.write_text('name = "Sam"\n')
    listed = (
        f"name\tSam\t{file}\nvisibility\tshared\tdefault\ntheme\tansi\tdefault\nascii\tfalse\tdefault\n"
        "date_order\t–\tdefault\neditor\t–\tdefault\ndefault_cadence\t–\tdefault\n"
        "hours_a_week\t–\tdefault\nbackup\toff\tMENTORLOG_BACKUP\n"
        "career.weights.coverage\t40\tdefault\ncareer.weights.move\t20\tdefault\n"
        "career.weights.wish\t25\tdefault\ncareer.weights.mention\t10\tdefault\n"
        "career.weights.effort\t-15\tdefault\ncareer.hours_per_level.0-1\t5-15\tdefault\n"
        "career.hours_per_level.1-2\t20-60\tdefault\ncareer.hours_per_level.2-3\t60-200\tdefault\n"
        "career.hours_per_level.3-4\t150-500\tdefault\ncareer.hours_per_level.4-5\t400-1200\tdefault\n"
    )
    assert run("config") == run("config", "list") == run("config", "-q") == (0, listed, "")
    made = json.loads(run("config", "--json").out)
    assert made["schema"] == "mentorlog/config-list/1"
    assert made["items"][0] == {"key": "name", "value": "Sam", "origin": str(file)}


def test_one_setting_is_printed_bare(run: Any) -> None:
    assert run("config", "get", "visibility") == (0, "shared\n", "")
    assert run("config", "get", "name") == (0, "\n", "")
    made = json.loads(run("config", "get", "visibility", "--json").out)
    assert (made["schema"], made["value"], made["origin"]) == ("mentorlog/config/1", "shared", "default")
    assert run("config", "get", "bogus") == NO_SETTING
    assert run("config", "get").code == 2


def test_a_setting_is_kept_and_said(run: Any, file: Path) -> None:
    assert run("config", "set", "name", 'Sam "R" Rivera') == (0, f'name = Sam "R" Rivera   ({file})\n', "")
    assert run("config", "get", "name").out == 'Sam "R" Rivera\n'
    assert file.stat().st_mode & 0o777 == 0o600
    assert run("config", "set", "name", "").out == f"name = –   ({file})\n"
    made = json.loads(run("config", "set", "visibility", "private", "--json").out)
    assert (made["key"], made["value"], made["origin"]) == ("visibility", "private", str(file))
    assert run("log", "x").out == "n1    note · today · PRIVATE\n"


def test_a_setting_of_a_table_is_kept_where_it_belongs(run: Any, file: Path) -> None:
    assert run("config", "set", "career.weights.move", "10").out == f"career.weights.move = 10   ({file})\n"
    assert run("config", "get", "career.weights.move").out == "10\n"
    file.write_text(
        'name = "Sam"\n\n[career.weights] # mine\nwish = 30\n\n[career.hours_per_level]\n2-3 = [60, 120]\n'
    )
    assert run("config", "get", "career.hours_per_level.2-3").out == "60-120\n"
    assert run("config", "set", "career.weights.wish", "--", "-5").code == 0
    assert run("config", "set", "career.hours_per_level.0-1", "2-4").code == 0
    assert run("config", "get", "career.weights.wish").out == "-5\n"
    assert run("config", "get", "career.hours_per_level.0-1").out == "2-4\n"
    assert run("config", "set", "career.weights.wish", "").code == 0
    assert run("config", "get", "career.weights.wish").out == "25\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("career.weights.move", "far"),
        ("career.weights.luck", "3"),
        ("career.hours_per_level.2-3", "120"),
        ("career.hours_per_level.2-3", "120-60"),
        ("career.hours_per_level.5-6", "1-2"),
        ("hours_a_week", "0"),
    ],
)
def test_a_weight_or_hours_that_cannot_be_are_refused(run: Any, file: Path, key: str, value: str) -> None:
    assert run("config", "set", key, value).code == 1
    assert not file.exists()


@pytest.mark.parametrize(
    "text", ["[career.weights]\nluck = 3\n", "career.weights = 3\n", "career.weights.move = [1]\n" * 2]
)
def test_a_table_that_is_wrong_is_named(run: Any, file: Path, text: str) -> None:
    file.write_text(text)
    ended = run("config")
    assert ended.code == 1
    assert "luck" in ended.err or str(file) in ended.err


def test_a_wrong_key_or_value_changes_nothing(run: Any, file: Path) -> None:
    assert run("config", "set", "bogus", "x") == NO_SETTING
    assert run("config", "set", "visibility", "loud") == (
        1,
        "",
        "error: “loud” is no value for visibility.\n       It can be: shared, private.\n",
    )
    assert run("config", "set", "name").code == 2
    assert not file.exists()


def test_every_other_line_of_the_file_stays(run: Any, file: Path) -> None:
    file.write_text('# mine\nname = "Sam"  \n\n[other]\nkey = 1 # why\n')
    assert run("config", "set", "visibility", "private").code == 0
    assert run("config", "set", "visibility", "shared").code == 0
    assert file.read_text() == '# mine\nname = "Sam"  \n\nvisibility = "shared"\n[other]\nkey = 1 # why\n'


def test_a_file_that_is_wrong_is_named_and_can_be_mended(run: Any, file: Path) -> None:
    file.write_text('visibility = "loud"\n')
    assert run("config") == (
        1,
        "",
        f"error: “loud” is no value for visibility (from {file}).\n       It can be: shared, private.\n",
    )
    assert run("config", "set", "visibility", "shared").code == 0
    assert run("config", "get", "visibility").out == "shared\n"
    file.write_text("name = \n")
    assert run("config", "set", "name", "Sam").err.startswith(f"error: {file} is not TOML: ")
    assert file.read_text() == "name = \n"


def test_a_variable_wins_over_the_file(run: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('ascii = "false"\n')
    monkeypatch.setenv("MENTORLOG_ASCII", "1")
    made = json.loads(run("config", "get", "ascii", "--json").out)
    assert (made["value"], made["origin"]) == ("true", "MENTORLOG_ASCII")
    assert "date_order\t-\tdefault\n" in run("config").out
    assert run("config", "--color", "always").out.isascii()
    monkeypatch.setenv("MENTORLOG_ASCII", "maybe")
    assert run("config", "get", "ascii") == (
        1,
        "",
        "error: “maybe” is no value for ascii (from MENTORLOG_ASCII).\n       It can be: true, false.\n",
    )


def test_the_path_is_where_the_journal_is_or_will_be(run: Any, journal: Path, tmp_path: Path) -> None:
    assert run("path") == run("path", "-q") == (0, f"{journal}\n", "")
    assert json.loads(run("path", "--json").out)["exists"] is False
    run("log", "x")
    made = json.loads(run("path", "--json").out)
    assert (made["schema"], made["path"], made["exists"]) == ("mentorlog/path/1", str(journal), True)
    assert run("path", "--db", str(tmp_path / "other.db")).out == f"{tmp_path / 'other.db'}\n"
    assert run("path", "x").code == 2


@pytest.mark.parametrize("word", ["1", "yes", "ON", "true"])
def test_a_switch_takes_the_same_words_in_the_file_and_in_a_variable(
    run: Any, file: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("config", "set", "ascii", word) == (0, f"ascii = true   ({file})\n", "")
    assert file.read_text() == 'ascii = "true"\n'
    assert run("config", "set", "ascii", "0").out.startswith("ascii = false ")
    monkeypatch.setenv("MENTORLOG_ASCII", word)
    assert run("config", "get", "ascii").out == "true\n"
    monkeypatch.delenv("MENTORLOG_BACKUP")
    assert run("config", "set", "backup", word).out.startswith("backup = on ")
    assert run("config", "get", "backup").out == "on\n"
    assert run("config", "set", "ascii", "maybe").code == 1
