"""`import`: all of a file comes in, or nothing; twice is as once."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.canaries import PRIVATE, plant
from tests.cli.conftest import Run


@pytest.fixture
def file(run: Run, journal: Path, tmp_path: Path) -> Path:
    """A whole journal as a file; the journal itself is gone."""
    plant(journal)
    place = tmp_path / "all.json"
    made = run("export", "all", "--include-private", "--include-removed", "--yes", "--out", str(place))
    assert made.code == 0, made.err
    journal.unlink()
    return place


def lines(place: Path) -> list[str]:
    return [line for line in place.read_text().split("\n") if "exported_at" not in line]


def test_a_journal_comes_back_to_the_byte(run: Run, file: Path, tmp_path: Path) -> None:
    result = run("import", str(file))
    assert result.code == 0
    assert result.out.startswith("brought in 3 people, ")
    again = tmp_path / "again.json"
    run("export", "all", "--include-private", "--include-removed", "--yes", "--out", str(again))
    assert lines(again) == lines(file)


def test_a_dry_run_tells_the_same_and_keeps_nothing(run: Run, file: Path, journal: Path) -> None:
    dry = run("import", str(file), "--dry-run")
    assert not journal.exists()
    assert run("import", str(file)).out == dry.out.replace("Would bring in", "brought in")


def test_importing_twice_is_as_once(run: Run, file: Path, journal: Path) -> None:
    count = len(lines(file)) and file.read_text().count('"created_at"')
    run("import", str(file))
    before = journal.read_bytes()
    again = run("import", str(file))
    assert (again.code, again.out) == (0, "nothing new\n")
    assert again.err == f"{count} records already here\n"
    assert journal.read_bytes() == before


def test_what_was_undone_is_not_said_to_be_here(run: Run, file: Path) -> None:
    run("import", str(file))
    assert run("undo").code == 0
    again = run("import", str(file))
    assert again.out == "nothing new\n"
    assert "removed here, and left so; what removed them can be undone:  mentorlog undo --list" in again.err
    assert "different" not in again.err
    assert run("undo", "1").code == 0
    assert "Ana Ruiz" in run("person", "list").out


def test_what_was_changed_here_stays_as_it_is(run: Run, file: Path) -> None:
    run("import", str(file))
    run("person", "edit", "ana", "--name", "Ana R.")
    again = run("import", str(file))
    assert "1 record already here, different: left as it is here\n" in again.err
    assert "Ana R." in run("person", "list").out


def test_a_file_with_one_bad_record_changes_nothing(run: Run, file: Path, journal: Path) -> None:
    data = json.loads(file.read_text())
    data["records"]["mute"][-1]["until"] = "someday"
    file.write_text(json.dumps(data))
    result = run("import", str(file))
    assert (result.code, result.out) == (1, "")
    count = len(data["records"]["mute"])
    assert result.err.startswith(
        f"error: Mute {count} of the file: its until is no day such as 2026-05-04; nothing was"
    )
    assert not journal.exists()


def test_errors_quote_nothing_of_the_file(run: Run, file: Path) -> None:
    data = json.loads(file.read_text())
    for entries in data["records"].values():
        for entry in entries:
            for field, value in entry.items():
                if not isinstance(value, str) or PRIVATE not in value:
                    continue
                entry[field] = f"{value}\0"
                file.write_text(json.dumps(data))
                result = run("import", str(file))
                entry[field] = value
                assert result.code == 1
                assert PRIVATE not in result.out + result.err


def test_stdin_is_a_file_too(run: Run, file: Path) -> None:
    assert run("import", "-", stdin=file.read_text()).code == 0


def test_json_tells_the_counts(run: Run, file: Path) -> None:
    told = json.loads(run("import", str(file), "--json").out)
    assert told["new"]
    assert (told["same"], told["different"], told["renamed"]) == (0, 0, {})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not JSON"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b'{"schema": "mentorlog/journal/2"}', "newer mentorlog"),
        (b"\xef\xbb\xbf[]", "is not an exported journal"),
    ],
)
def test_what_is_no_journal_is_refused(
    run: Run, tmp_path: Path, journal: Path, content: bytes, said: str
) -> None:
    (tmp_path / "x.json").write_bytes(content)
    result = run("import", str(tmp_path / "x.json"))
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert not journal.exists()


def test_a_file_that_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    for name in ("nowhere.json", "."):
        result = run("import", str(tmp_path / name))
        assert result.code == 1
        assert str(tmp_path) in result.err
    assert run("import").code == 2
    assert run("import", "x", "--as", "pdf").code == 2


@pytest.mark.parametrize("name", ["holiday.txt", "copy/person.csv"])
def test_an_archive_without_our_tables_is_not_said_to_be_here_already(
    run: Run, journal: Path, tmp_path: Path, name: str
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, "ref,name\np1,Ana\n")
    result = run("import", str(tmp_path / "a.zip"))
    assert (result.code, result.out) == (1, "")
    assert "holds no table of mine" in result.err
    assert not journal.exists()
