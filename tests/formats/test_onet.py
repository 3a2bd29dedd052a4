"""O*NET's files become a pack: what is asked for, at which level, and what is wrong in a file."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.imported import Parts, text
from mentorlog.career.matching import Matcher
from mentorlog.errors import Unreadable
from mentorlog.formats.onet import parts
from mentorlog.formats.onet_rows import FILES
from tests.career.worlds import whole
from tests.formats.worlds import ONET, lines, shuffled


def read(**changed: str) -> Parts:
    """The pack of the small world, with some files changed; an empty one is not there."""
    files = {name: changed.get(name.split()[0].lower(), text) for name, text in ONET.items()}
    given = {name: lines(text) for name, text in files.items() if text}
    return parts(given, Matcher(whole().skills), "30.0")


def needs(pack: Parts, at: int) -> set[tuple[str, int, int]]:
    return {(one.of[0], one.level, one.weight) for one in pack.roles[at].needs}


def test_importance_makes_a_need_and_the_level_is_five_sevenths() -> None:
    pack = read()
    assert needs(pack, 0) == {("active-listening", 3, 2), ("roaring", 5, 3)}
    assert needs(pack, 1) == {("active-listening", 3, 2), ("roaring", 4, 3)}


def test_what_is_marked_as_not_relevant_is_no_need() -> None:
    assert "roaring" not in {one[0] for one in needs(read(), 2)}


def test_technology_is_needed_where_employers_ask_for_it() -> None:
    asked = needs(read(), 2)
    assert {("sql", 3, 2), ("zapp-software", 2, 1)} <= asked
    assert "python" not in {one[0] for one in asked}


def test_an_older_release_has_only_hot_technology() -> None:
    older = "\n".join(row.rpartition("\t")[0] for row in ONET["Technology Skills"].split("\n"))
    assert {("sql", 2, 1), ("python", 2, 1)} <= needs(read(technology=older), 2)


def test_a_newer_release_has_other_names_for_the_same() -> None:
    skills = ONET["Skills"].split("\n")
    tools = (
        ONET["Technology Skills"]
        .replace("Example\t", "Workplace Example\t")
        .replace("Commodity Title", "Element Name")
    )
    newer = {
        "Occupation Data": ONET["Occupation Data"],
        "Essential Skills": "\n".join(skills[:7]),
        "Transferable Skills": "\n".join([skills[0], *skills[7:]]),
        "Software Skills": tools.replace("Commodity Title", "Element Name"),
        "Job Titles": ONET["Alternate Titles"].replace("Alternate Title", "Job Title"),
        "Job Zones": ONET["Job Zones"],
    }
    given_ = {name: lines(text) for name, text in newer.items()}
    assert text(parts(given_, Matcher(whole().skills), "30.0")) == text(read())


def test_a_role_has_its_code_rank_and_titles_and_the_pack_its_licence() -> None:
    pack = read()
    role = pack.roles[2]
    assert (role.id, role.onet, role.seniority) == ("onet:99-0101.00", "99-0101.00", 4)
    assert role.aliases == ("Programmer of Things",)
    assert pack.roles[1].seniority == 3
    assert pack.about.release == "30.0"
    assert "CC BY 4.0" in pack.about.notice
    assert [one.id for one in pack.skills] == ["roaring", "zapp-software"]


def test_occupations_alone_are_enough() -> None:
    pack = read(skills="", technology="", alternate="", job="")
    assert [one.name for one in pack.roles] == ["Lion Tamers", "Tiger Tamers", "Code Writers"]
    assert set(pack.features) == {"tasks", "titles"}


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(chance: object) -> None:
    mixed = {name.split()[0].lower(): shuffled(text, chance) for name, text in ONET.items()}
    assert text(read(**mixed)) == text(read())


@pytest.mark.parametrize(
    ("file", "was", "now", "said"),
    [
        ("Skills", "4.5", "nan", "Skills.txt, line 8: “nan” is no Data Value of 0 to 5"),
        ("Skills", "4.5", "5.1", "Skills.txt, line 8: “5.1” is no Data Value"),
        ("Skills", "4.5", "", "Skills.txt, line 8: “” is no Data Value"),
        ("Skills", "Scale ID", "Scales", "Skills.txt, line 1: there is no column “Scale ID”"),
        ("Occupation Data", "99-0002.00", "99-0001.00", "line 3: 99-0001.00 is there twice"),
        ("Occupation Data", "99-0002.00", "tiger", "line 3: “tiger” is no O*NET-SOC code"),
        ("Occupation Data", "\tTame tigers for a circus.", "", "line 3: it has 2 columns, not 3"),
        ("Occupation Data", "Tiger Tamers", " ", "line 3: 99-0002.00 has no title"),
        ("Job Zones", "\t2", "\t9", "Job Zones.txt, line 2: “9” is no Job Zone of 0 to 5"),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_line(file: str, was: str, now: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(**{file.split(maxsplit=1)[0].lower(): ONET[file].replace(was, now, 1)})
    assert said in caught.value.sentence
    assert caught.value.sentence.endswith("Nothing was imported.")


ANY = {name: columns for files in FILES.values() for name, columns in files.items()}


@given(st.sampled_from(sorted(ANY)), st.text(max_size=80))
def test_any_text_in_any_file_is_read_or_refused(file: str, text: str) -> None:
    header = "\t".join(ANY[file]) + "\n"
    for given_ in (text, header + text):
        with suppress(Unreadable):
            parts(
                {name: lines(body) for name, body in {**ONET, file: given_}.items()},
                Matcher(whole().skills),
                "",
            )
