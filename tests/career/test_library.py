"""Imported packs stand beside the catalogue and change nothing of it; roles are found by any of their names."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.career.catalogue import Role
from mentorlog.career.explore import explore
from mentorlog.career.imported import About, Pack, Parts, packs, text
from mentorlog.career.library import Library
from mentorlog.career.matching import Matcher
from mentorlog.career.pack import need
from mentorlog.career.rows import role_of, role_row, skill_of, skill_row
from mentorlog.errors import Refused, Unknown, Unreadable
from mentorlog.formats import esco, onet
from tests.career.worlds import any_role, whole
from tests.formats.worlds import ESCO, ONET, lines
from tests.thorough import many


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two packs of a small world."""
    place = tmp_path_factory.mktemp("career")
    files = {name: lines(one) for name, one in ONET.items()}
    made = onet.parts(files, Matcher(whole().skills), "30.0")
    (place / "onet.pack").write_text(text(made), encoding="utf-8")
    files = {name: lines(one) for name, one in ESCO.items()}
    (place / "esco.pack").write_text(text(esco.parts(files, Matcher(whole().skills))))
    (place / ".half.pack").write_text("")
    (place / "notes.txt").write_text("")
    return place


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(whole(), packs(folder))


@given(any_role())
def test_a_role_reads_back_from_its_row(role: Role) -> None:
    rows = [[list(one.of), one.level, one.weight, one.name] for one in role.needs]
    assert role_of(role_row(role), rows) == role


def test_a_skill_reads_back_from_its_row() -> None:
    assert all(skill_of(skill_row(one)) == one for one in whole().skills.values())


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("onet:99-0001.00", "onet:99-0001.00"),
        ("99-0001.00", "onet:99-0001.00"),
        ("99-0001", "onet:99-0001.00"),
        ("LION TAMERS", "onet:99-0001.00"),
        ("programmer of things", "onet:99-0101.00"),
        ("esco:coder", "esco:coder"),
        ("ESCO:Tiger Tamer", "esco:tiger-tamer"),
        ("2222.1", "esco:coder"),
        ("dba", "database-administrator"),
        ("15-1243.00", "database-architect"),
    ],
)
def test_a_role_is_found_by_id_code_name_and_other_title(typed: str, id: str, library: Library) -> None:
    assert library.role(typed).id == id


def test_a_title_of_several_is_asked_back(library: Library) -> None:
    with pytest.raises(Refused, match=r"2 roles go by “Big cat trainer”: onet:99-0001\.00, onet:99-0002\.00"):
        library.role("Big cat trainer")
    with pytest.raises(Refused, match=r"roles go by “15-1252\.00”"):
        library.role("15-1252.00")


def test_an_unknown_role_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(Unknown) as caught:
        library.role("Tiger Tamer5")
    assert "onet:99-0002.00" in caught.value.close


def test_ours_win_over_what_was_imported(tmp_path: Path) -> None:
    like_ours = Role(id="northwind:dba", name="Database administrator", aliases=("dba",))
    about = About(name="northwind", kind="ladder", source="l.csv")
    (tmp_path / "northwind.pack").write_text(text(Parts(about=about, roles=(like_ours,))))
    library = Library(whole(), packs(tmp_path))
    assert library.role("Database administrator").id == "database-administrator"
    assert library.role("northwind:dba").name == "Database administrator"


def test_a_title_comes_before_another_title_in_any_pack(tmp_path: Path) -> None:
    roles = {
        "a": Role(id="a:clown", name="clown", aliases=("Lion Tamers",)),
        "b": Role(id="b:tamers", name="Lion Tamers"),
    }
    for name, one in roles.items():
        about = About(name=name, kind="ladder", source="x.csv")
        (tmp_path / f"{name}.pack").write_text(text(Parts(about=about, roles=(one,))))
    library = Library(whole(), packs(tmp_path))
    assert library.role("lion tamers").id == "b:tamers"
    assert library.role("a:lion tamers").id == "a:clown"


def test_a_code_means_the_occupation_before_any_ladder_that_borrows_it(folder: Path, tmp_path: Path) -> None:
    borrowed = tuple(Role(id=f"a:{name}", name=name, onet="99-0001.00") for name in ("one", "two"))
    about = About(name="a", kind="ladder", source="a.csv")
    (tmp_path / "a.pack").write_text(text(Parts(about=about, roles=borrowed)))
    library = Library(whole(), (*packs(tmp_path), *packs(folder)))
    assert library.role("99-0001.00").id == library.role("99-0001").id == "onet:99-0001.00"
    with pytest.raises(Refused, match="2 roles go by"):
        Library(whole(), packs(tmp_path)).role("99-0001.00")


def test_an_import_changes_nothing_of_ours(library: Library) -> None:
    dba = whole().roles["database-administrator"]
    assert library.over(dba) is library.ours
    assert library.seen_from(dba) is library.ours
    assert [one.role for one in library.similar(dba)] == [one.role for one in Library(whole()).similar(dba)]


def test_an_imported_role_is_likest_to_its_kin(library: Library) -> None:
    tamer = library.role("99-0001.00")
    first, last = library.similar(tamer)
    assert (first.role.id, last.role.id) == ("onet:99-0002.00", "onet:99-0101.00")
    assert first.score > last.score
    assert library.similar(tamer, 1) == (first,)
    assert library.similar(library.role("esco:lion-tamer"))[0].role.id == "esco:tiger-tamer"


def test_likeness_stands_for_the_moves_nobody_wrote_down(library: Library) -> None:
    tamer = library.role("99-0001.00")
    seen = library.seen_from(tamer)
    found = explore(tamer, {}, seen)
    options = (*found.step_up, *found.sideways, *found.stretch)
    assert {one.role.id for one in options} == {"onet:99-0002.00", "onet:99-0101.00"}
    moves = {one.to: one.share for one in seen.moves[tamer.id]}
    assert moves["onet:99-0002.00"] == 1 > moves["onet:99-0101.00"]


def test_roles_of_two_homes_are_compared_in_one_catalogue(library: Library) -> None:
    both = library.over(library.role("dba"), library.role("99-0001.00"))
    assert {"database-administrator", "onet:99-0001.00"} <= both.roles.keys()
    assert both.named("roaring") == "Roaring"


def test_a_role_of_ours_is_found_elsewhere_by_its_code(library: Library) -> None:
    mine = Role(id="tamer", name="Tamer", onet="99-0001.00", needs=(need("sql:1"),))
    with_mine = Library(whole().plus([mine]), library.packs.values())
    assert with_mine.counterpart(mine, "onet").id == "onet:99-0001.00"
    assert with_mine.counterpart(with_mine.role("onet:99-0001.00"), "ours").id == "tamer"
    assert with_mine.counterpart(mine, "ours") is mine
    for role, name, said in (
        (mine.but(onet=""), "onet", "has no O\\*NET-SOC code"),
        (mine, "esco", "No role of esco"),
        (mine, "northwind", "There is no pack “northwind”"),
    ):
        with pytest.raises((Refused, Unknown), match=said):
            with_mine.counterpart(role, name)


def test_only_whole_packs_are_looked_at(folder: Path) -> None:
    assert [one.name for one in packs(folder)] == ["esco", "onet"]
    assert packs(folder / "nowhere") == ()


@settings(max_examples=many(60))
@given(st.data())
def test_a_damaged_pack_is_refused_and_never_half_read(folder: Path, data: st.DataObject) -> None:
    good = (folder / "onet.pack").read_bytes()
    at = data.draw(st.integers(0, len(good) - 1))
    bad = folder.parent / "bad.pack"
    bad.write_bytes(good[:at] + bytes([good[at] ^ data.draw(st.integers(1, 255))]) + good[at + 1 :])
    pack = Pack(bad)
    with suppress(Unreadable):
        read = pack.about, pack.roles, pack.skills, pack.features, pack.called("99-0001.00")
        good_ = Pack(folder / "onet.pack")  # what was hit is a word of the first line, about the pack
        assert read[1:] == (good_.roles, good_.skills, good_.features, good_.called("99-0001.00"))
