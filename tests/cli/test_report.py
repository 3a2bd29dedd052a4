"""`report`: the same facts as the summary for the same reader, in one file that a browser shows well."""

from __future__ import annotations

import json
import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.domain.goals import Goal
from mentorlog.domain.notes import Note
from mentorlog.domain.roles import Aim, Position
from mentorlog.domain.roles import Role as OwnRole
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.store import Store
from tests.bench.report_page import MOST_BYTES, browser, chromium, faults_of
from tests.cli.canaries import BEFORE, OTHER, PRIVATE, REMOVED, plant
from tests.formats.pages import Page, faults
from tests.program import NOW, Ran, carry_out

READERS = (
    ("--for", "self"),
    ("--for", "mentor", "--with", "ana"),
    ("--for", "mentee", "--with", "bo"),
    ("--for", "manager"),
)
YEAR = {
    "mine": (),
    "mentor": ("--with", "ana", "--for", "mentor", "--since", "2026-01"),
    "mentee": ("--with", "bo", "--for", "mentee"),
    "manager": ("--for", "manager", "--since", "-6m"),
    "goal": ("--goal", "g2"),
}


def report(journal: Path, *options: str) -> Ran:
    return carry_out("--db", str(journal), "report", *options)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planted") / "journal.db"
    plant(path)
    return path


@pytest.mark.parametrize("options", YEAR.values(), ids=YEAR)
def test_the_sample_year_is_a_sound_page_under_300_kb(sample: Path, options: tuple[str, ...]) -> None:
    ran = report(sample, *options)
    assert ran.code == 0, ran.err
    assert faults(ran.out) == []
    assert 10_000 < len(ran.out.encode()) < MOST_BYTES


def test_it_goes_into_a_file_for_its_owner_only(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "year.html"
    ran = report(sample, "--out", str(file))
    assert ran.code == 0
    assert ran.out.startswith(f"wrote {file} (")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = report(sample, "--out", str(file))
    assert again.code == 1
    assert "--force replaces it" in again.err
    assert report(sample, "--out", str(file), "--force").code == 0
    assert faults(file.read_text(encoding="utf-8")) == []


def test_a_dry_run_says_what_it_would_hold_and_writes_nothing(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "year.html"
    ran = report(sample, "--out", str(file), "--dry-run")
    assert ran.out.startswith(f"Would write {file}: 7 goals, ")
    assert "Left out: " in ran.err
    assert not file.exists()


def test_as_json_it_is_the_model_with_its_career(sample: Path) -> None:
    told = json.loads(report(sample, "--json").out)
    assert told["schema"] == "mentorlog/report/1"
    assert {"goals", "ways", "curves", "marks", "days", "career"} <= told.keys()
    assert told["career"]["here"]["id"] == "database-administrator"


@pytest.mark.parametrize("options", READERS, ids=" ".join)
def test_a_reader_gets_nothing_private_removed_or_from_before(
    planted: Path, options: tuple[str, ...]
) -> None:
    for form in ((), ("--json",), ("--redact-names",)):
        ran = report(planted, *options, *form)
        assert ran.code == 0, ran.err
        for word in (PRIVATE, REMOVED, BEFORE):
            assert word.casefold() not in ran.out.casefold()


@pytest.mark.parametrize("options", READERS[1:], ids=" ".join)
def test_a_reader_gets_nothing_about_others(planted: Path, options: tuple[str, ...]) -> None:
    word = "OKAY" if "bo" in options else OTHER
    assert word not in report(planted, *options).out
    assert OTHER in report(planted, "--include-third-party", *options).out


def test_private_text_comes_along_only_with_a_yes(planted: Path) -> None:
    refused = report(planted, "--include-private")
    assert (refused.code, refused.out) == (1, "")
    ran = report(planted, "--include-private", "--yes")
    assert PRIVATE in ran.out
    assert faults(ran.out) == []


def test_a_manager_sees_no_conversation_rhythm_or_career(sample: Path) -> None:
    headings = [words for level, words in Page(report(sample, "--for", "manager").out).headings if level == 2]
    assert headings == ["Timeline", "Goals", "Skills", "Wins"]


def test_the_career_is_for_me_and_my_mentor_only(sample: Path) -> None:
    shown = {name: "Where it could go" in report(sample, *options).out for name, options in YEAR.items()}
    assert shown == {"mine": True, "mentor": True, "mentee": False, "manager": False, "goal": False}


def test_what_is_private_of_a_career_stays_here(sample: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(sample, tmp_path / "journal.db"))
    with closing(open_for_writing(copy)) as db, atomic(db, "hide", "2026-11-20T10:00:00.000Z"):
        store = Store(db, "2026-11-20T10:00:00.000Z")
        for cls in (Position, Aim, OwnRole):
            for one in store.all(cls):
                store.save(one.but(visibility="private"))
        for goal in store.all(Goal, "role <> ''"):
            store.save(goal.but(role=""))
    open_, hidden = report(sample).out, report(copy).out
    assert "aimed at" in open_
    assert "Database administrator</text>" in open_
    assert "aimed at" not in hidden.replace("level aimed at", "")
    assert ">Now, " not in hidden


def test_names_of_others_can_be_taken_out(sample: Path) -> None:
    ran = report(sample, "--with", "ana", "--for", "mentor", "--include-third-party", "--redact-names")
    assert faults(ran.out) == []
    said = Page(ran.out).text
    assert "Ana Ruiz" in said
    assert "Lindqvist" not in said
    assert "mentee" in said


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--with", "nobody"), "nobody"),
        (("--for", "boss"), "boss"),
        (("--since", "2026-06", "--until", "2026-01"), "2026"),
        (("--goal", "g99"), "g99"),
        (("--out", "/nowhere/x.html"), "/nowhere"),
        (("--format", "pdf"), "--format"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(sample: Path, options: tuple[str, ...], why: str) -> None:
    ran = report(sample, *options)
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert why in ran.err


def test_where_there_is_no_journal_the_page_says_that_there_is_nothing(tmp_path: Path) -> None:
    ran = report(tmp_path / "none.db")
    assert ran.code == 0
    assert faults(ran.out) == []
    assert "Nothing is on record for these days." in ran.out
    assert not (tmp_path / "none.db").exists()


@pytest.mark.skipif(not chromium(), reason="Chromium is not installed, so no browser can look at the page")
def test_a_browser_shows_it_on_a_telephone_on_a_screen_and_on_paper(sample: Path, tmp_path: Path) -> None:
    hard = Path(shutil.copy(sample, tmp_path / "journal.db"))
    with closing(open_for_writing(hard)) as db, atomic(db, "write", "2026-11-20T10:00:00.000Z"):
        store = Store(db, "2026-11-20T10:00:00.000Z")
        for title in (
            "x" * 150,
            "会議の目標を達成する" * 8,
            "Ein Donaudampfschifffahrtsgesellschaftskapitän " * 3,
        ):
            store.add(Goal(title=title, why=title, started=NOW.date().replace(month=3), due=NOW.date()))
        store.add(Note(text="x", day=NOW.date()))
    with browser() as one:
        for name, options in {"mine": (), "mentee": YEAR["mentee"], "one": ("--goal", "g2")}.items():
            file = tmp_path / f"{name}.html"
            assert report(hard, *options, "--out", str(file)).code == 0
            assert faults_of(one, file) == []
