"""ESCO's files become a pack."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.imported import Parts, text
from mentorlog.career.matching import Matcher
from mentorlog.errors import Unreadable
from mentorlog.formats.esco import FILES, parts
from tests.career.worlds import whole
from tests.formats.worlds import ESCO, lines, shuffled


def read(files: dict[str, str]) -> Parts:
    return parts({name: lines(text) for name, text in files.items()}, Matcher(whole().skills))


def test_essential_skills_are_the_heart_and_optional_ones_help() -> None:
    pack = read(ESCO)
    by_id = {one.id: one for one in pack.roles}
    assert sorted(by_id) == ["esco:coder", "esco:lion-tamer", "esco:tiger-tamer"]
    assert by_id["esco:lion-tamer"].needs == ((("tame-cats",), 3, 3, ""), (("roar",), 2, 1, ""))
    assert by_id["esco:coder"].needs == ((("sql",), 3, 3, ""),)
    assert by_id["esco:lion-tamer"].aliases == ("1111.1", "lion trainer", "tamer of lions", "u/1")


def test_two_occupations_of_one_name_stay_apart() -> None:
    files = ESCO | {"occupations_en.csv": ESCO["occupations_en.csv"].replace("tiger tamer", "lion tamer")}
    ids = {one.id for one in read(files).roles}
    assert len(ids) == 3
    assert "esco:lion-tamer" not in ids


@given(st.randoms(use_true_random=False))
def test_the_order_of_relations_changes_nothing(chance: object) -> None:
    name = "occupationSkillRelations.csv"
    mixed = shuffled(ESCO[name].strip(), chance)
    assert text(read(ESCO | {name: mixed})) == text(read(ESCO))


def test_what_is_wrong_is_said_with_its_file_and_line() -> None:
    name = "occupationSkillRelations.csv"
    with pytest.raises(Unreadable, match=r"occupationSkillRelations.csv, line 4: “perhaps” is neither"):
        read(ESCO | {name: ESCO[name].replace("optional", "perhaps", 1)})
    with pytest.raises(Unreadable, match=r"skills_en.csv, line 1: there is no column “preferredLabel”"):
        read(ESCO | {"skills_en.csv": "conceptUri,label\n"})


@given(st.sampled_from(sorted(FILES)), st.text(max_size=80))
def test_any_text_in_any_file_is_read_or_refused(file: str, text: str) -> None:
    for given_ in (text, ",".join(FILES[file]) + "\n" + text):
        with suppress(Unreadable):
            read(ESCO | {file: given_})
