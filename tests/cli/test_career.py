"""`career`: the world's roles come in, are listed, ranked, handed out and taken away."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tests.formats.worlds import ESCO, ONET
from tests.thorough import many

LADDER = "role,level_label,skill,level,weight\nBuilder,L1,SQL,2,1\nBuilder,L2,Jugglng,3,3\n"


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    """A folder with the files of a small O*NET."""
    folder = tmp_path / "db_30_1_text"
    folder.mkdir()
    for name, text in ONET.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def ladder(tmp_path: Path) -> Path:
    file = tmp_path / "North Wind.csv"
    file.write_text(LADDER)
    return file


def items(run: Run, *argv: str) -> list[dict[str, object]]:
    result = run(*argv, "--json")
    assert result.code in (0, 1), result.err
    found: list[dict[str, object]] = json.loads(result.out)["items"]
    return found


def test_importing_says_what_came_in_and_what_is_none_of_ours(run: Run, onet: Path, tmp_path: Path) -> None:
    result = run("career", "import", "onet", str(onet))
    assert (result.code, result.out) == (0, "onet  imported O*NET Database 30.1: 3 roles\n")
    assert "Not there, and done without: Knowledge, Task Statements and Interests." in result.err
    assert "2 skills not among ours" in result.err
    assert "  Roaring: 2 roles" in result.err
    assert "CC BY 4.0" in result.err
    pack = tmp_path / "career" / "onet.pack"
    assert stat.S_IMODE(pack.stat().st_mode) == 0o600
    assert stat.S_IMODE(pack.parent.stat().st_mode) == 0o700
    assert not (tmp_path / "journal.db").exists()


def test_a_bar_is_shown_on_a_terminal_only_when_it_takes_long(
    run: Run, onet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = run("career", "import", "onet", str(onet), tty=True)
    assert "reading" not in quick.err
    monkeypatch.setattr("mentorlog.cli.career_sources._PATIENCE", -1.0)
    slow = run("career", "import", "onet", str(onet), tty=True)
    assert slow.code == 0
    assert "reading" in slow.err
    assert "reading" not in run("career", "import", "onet", str(onet)).err


def test_importing_again_updates(run: Run, onet: Path) -> None:
    run("career", "import", "onet", str(onet))
    same = run("career", "import", "onet", str(onet))
    assert same.out == "onet  updated O*NET Database 30.1: 3 roles (0 new, 0 changed, 0 gone)\n"
    file = onet / "Occupation Data.txt"
    file.write_text(
        file.read_text().replace("Lion Tamers", "Lions' Tamers").replace("99-0002.00", "99-0003.00")
    )
    changed = run("career", "import", "onet", str(onet))
    assert changed.out.endswith("3 roles (1 new, 1 changed, 1 gone)\n")
    assert len(items(run, "career", "similar", "99-0001.00")) == 2


def test_a_dry_run_says_the_same_and_keeps_nothing(run: Run, ladder: Path, tmp_path: Path) -> None:
    dry = run("career", "import", "ladder", str(ladder), "--dry-run")
    assert dry.out == "north-wind  Would import North Wind.csv: 2 roles\n"
    assert not (tmp_path / "career").exists()
    wet = run("career", "import", "ladder", str(ladder))
    assert wet.err == dry.err
    assert "  Jugglng: 1 role" in wet.err


def test_a_broken_file_changes_nothing(run: Run, onet: Path, tmp_path: Path) -> None:
    run("career", "import", "onet", str(onet))
    before = (tmp_path / "career" / "onet.pack").read_bytes()
    (onet / "Skills.txt").write_text(ONET["Skills"].replace("4.5", "much"))
    result = run("career", "import", "onet", str(onet))
    assert (result.code, result.out) == (1, "")
    assert "Skills.txt, line 8: “much” is no Data Value of 0 to 5. Nothing was imported." in result.err
    assert (tmp_path / "career" / "onet.pack").read_bytes() == before


def test_esco_comes_in_by_its_english_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ESCO v1.2.0"
    folder.mkdir()
    for name, text in ESCO.items():
        (folder / name).write_text(text)
    assert run("career", "import", "esco", str(folder)).out == "esco  imported ESCO 1.2.0: 3 roles\n"
    assert items(run, "career", "similar", "lion tamer")[0]["id"] == "esco:tiger-tamer"


def test_similar_needs_no_journal_and_gives_codes(run: Run, onet: Path, tmp_path: Path) -> None:
    run("career", "import", "onet", str(onet))
    result = run("career", "similar", "99-0001.00", "--json")
    told = json.loads(result.out)
    assert told["schema"] == "mentorlog/similar-list/1"
    assert told["role"] == {"id": "onet:99-0001.00", "title": "Lion Tamers", "onet": "99-0001.00"}
    assert told["pack"] == "onet"
    first, last = told["items"]
    assert (first["id"], first["title"], first["onet"]) == ("onet:99-0002.00", "Tiger Tamers", "99-0002.00")
    assert 1 >= first["score"] > last["score"] >= 0
    assert not (tmp_path / "journal.db").exists()


def test_similar_among_ours(run: Run) -> None:
    found = items(run, "career", "similar", "dba", "--top", "3")
    assert [one["id"] for one in found][:1] == ["senior-database-administrator"]
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)  # type: ignore[type-var]
    assert len(items(run, "career", "similar", "dba", "--top", "0")) >= 40
    lines = run("career", "similar", "dba", "--top", "1").out
    assert lines.endswith("\tSenior database administrator\tsenior-database-administrator\t15-1242.00\n")
    assert run("career", "similar", "dba", "--top", "1", "-q").out == "senior-database-administrator\n"


def test_a_role_of_ones_own_is_found_too(run: Run) -> None:
    made = run("role", "add", "Lion tamer", "--need", "coaching:3", "--need", "mentoring:2")
    assert made.code == 0, made.err
    assert run("career", "similar", "lion tamer", "--top", "1", "-q").code == 0
    assert {one["id"] for one in items(run, "career", "check") if one["pack"] == "mine"} == set()
    assert "Lion tamer,,Coaching,3,2\n" in run("career", "export", "--csv").out


def test_wrong_names_are_answered(run: Run, onet: Path) -> None:
    run("career", "import", "onet", str(onet))
    unknown = run("career", "similar", "nobody at all")
    assert (unknown.code, unknown.err.splitlines()[0]) == (1, "error: There is no role “nobody at all”.")
    assert "2 roles go by “big cat trainer”" in run("career", "similar", "big", "cat", "trainer").err
    assert unknown.err.splitlines()[1].strip() == "mentorlog role list"
    assert "There is no pack “onett”. Closest: onet." in run("career", "similar", "dba", "--in", "onett").err
    assert run("career", "export", "--in", "mars").code == 1
    assert run("career", "remove", "mars").code == 1
    assert run("career", "import", "mars", "x").code == 2
    assert run("career", "import", "onet", str(onet), "--as", "x").code == 2


@pytest.mark.parametrize("name", ["onet", "ESCO", "ours"])
def test_a_ladder_takes_no_name_that_is_taken(name: str, run: Run, ladder: Path) -> None:
    result = run("career", "import", "ladder", str(ladder), "--as", name)
    assert (result.code, result.out) == (1, "")
    assert "Give it another name: --as NAME." in result.err


def test_what_is_not_there_or_of_no_kind_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / "bad.csv").write_bytes(b"role,skill,level\n\xff,x,1\n")
    for argv, said in (
        (("onet", "nowhere"), "I cannot read nowhere"),
        (("onet", str(tmp_path)), "There is no Occupation Data.txt in"),
        (("onet", str(tmp_path / "a.pdf")), "is a file; nothing was imported"),
        (("ladder", str(tmp_path / "a.pdf")), "is none of TOML, CSV, YAML and Markdown"),
        (("ladder", str(tmp_path / "none.csv")), "There is no file"),
        (("ladder", "x" * 5000 + ".csv"), "is too long for a file"),
        (("onet", "x" * 5000), "is too long for a file"),
        (("ladder", str(tmp_path)), "is a folder; nothing was imported"),
        (("ladder", str(tmp_path / "bad.csv")), "is not UTF-8 text"),
    ):
        result = run("career", "import", *argv)
        assert (result.code, result.out) == (1, "")
        assert said in result.err


def test_packs_are_listed_with_their_licence_and_taken_away(run: Run, onet: Path, ladder: Path) -> None:
    assert run("career", "packs").out == ""
    run("career", "import", "onet", str(onet))
    run("career", "import", "ladder", str(ladder), "--as", "northwind")
    listed = run("career", "packs")
    assert (
        listed.out == "northwind\tNorth Wind.csv\t2\t2026-05-04\nonet\tO*NET Database 30.1\t3\t2026-05-04\n"
    )
    assert "CC BY 4.0" in listed.err
    assert items(run, "career", "packs")[1]["release"] == "30.1"
    assert run("career", "remove", "onet").out == "onet  taken away\n"
    assert run("career", "packs", "-q").out == "northwind\n"


def test_a_table_handed_out_comes_back_the_same(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "all.csv"
    wrote = run("career", "export", "--csv", "--out", str(table))
    assert wrote.out.startswith(f"wrote {table}")
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    assert run("career", "export", "--out", str(table)).code == 1
    assert run("career", "import", "ladder", str(table), "--as", "back").code == 0
    again = run("career", "export", "--csv", "--in", "back").out
    assert sorted(again.splitlines()) == sorted(table.read_text().splitlines())


def test_check_finds_nothing_in_ours_and_what_is_odd_in_a_ladder(run: Run, tmp_path: Path) -> None:
    clean = run("career", "check")
    assert (clean.code, clean.out[:16]) == (0, "Nothing to mend:")
    assert items(run, "career", "check") == []
    twins = tmp_path / "twins.csv"
    twins.write_text("role,level_label,skill,level\nBuilder,1,SQL,2\nBuilder,2,SQL,2\n")
    run("career", "import", "ladder", str(twins))
    found = run("career", "check")
    assert found.code == 1
    assert found.out == "twins\ttwins\ttwins:builder-2\tIt asks for the same as twins:builder-1.\n"
    assert [one["pack"] for one in items(run, "career", "check")] == ["twins"]


def test_a_damaged_pack_is_named_with_the_way_out(run: Run, onet: Path, tmp_path: Path) -> None:
    run("career", "import", "onet", str(onet))
    (tmp_path / "career" / "onet.pack").write_text("{}")
    result = run("career", "similar", "99-0001.00")
    assert (result.code, result.out) == (1, "")
    assert "mentorlog career remove onet" in result.err
    assert run("career", "import", "onet", str(onet)).out == "onet  imported O*NET Database 30.1: 3 roles\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=many(40))
@given(st.sampled_from(["csv", "toml", "yml", "md"]), st.binary(max_size=60))
def test_any_file_is_read_or_refused_in_a_sentence(
    run: Run, tmp_path: Path, ending: str, data: bytes
) -> None:
    file = tmp_path / f"any.{ending}"
    file.write_bytes(data)
    result = run("career", "import", "ladder", str(file))
    assert result.code in (0, 1)
    assert "Traceback" not in result.err
    assert (result.out == "") == (result.code == 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=many(40))
@given(st.text(min_size=1, max_size=30))
def test_any_name_of_a_role_is_answered(run: Run, name: str) -> None:
    result = run("career", "similar", "--", name)
    assert result.code in (0, 1)
    assert "Traceback" not in result.err


def test_yaml_that_is_none_is_said_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("a: 1\nb: [\n")
    said = run("career", "import", "ladder", str(tmp_path / "bad.yml")).err
    assert said == "error: bad.yml cannot be read: it is no YAML from line 3 on. Nothing was imported.\n"
