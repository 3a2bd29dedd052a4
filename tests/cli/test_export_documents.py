"""Documents on the command line: what leaves is what its reader may see, in a form the person may change."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from tests.cli.canaries import BEFORE, OTHER, PRIVATE, PUBLIC, REMOVED, plant
from tests.cli.conftest import Run

SECRET = (PRIVATE, BEFORE, REMOVED)
FOR_ANA = (
    ("agenda", "ana"),
    ("agenda", "ana", "--agenda", "45m"),
    ("meeting", "m1"),
    ("meeting", "m1", "--for", "mentor"),
    ("plan", "--for", "mentor"),
    ("brag", "--for", "mentor"),
    ("stories", "--with", "ana"),
    ("person", "ana"),
    ("promotion", "backend-developer", "--for", "mentor"),
    ("promotion", "backend-developer", "--for", "manager"),
)
ALL = (
    *(*FOR_ANA, ("plan",), ("brag",), ("stories",)),
    *(("promotion", "backend-developer"), ("meeting", "m1", "--for", "self")),
)


@pytest.fixture
def aviary(run: Run, journal: Path) -> Run:
    """`run`, in a journal with a canary in every place that must not be heard."""
    plant(journal)
    return run


def heard(words: tuple[str, ...], *texts: str) -> list[str]:
    return sorted({word for text in texts for word in words if word.lower() in text.lower()})


@pytest.mark.parametrize("options", ALL, ids=" ".join)
@pytest.mark.parametrize("form", [(), ("--format", "json"), ("--dry-run",), ("--json",)], ids=" ".join)
def test_nothing_private_is_in_any_document(
    aviary: Run, options: tuple[str, ...], form: tuple[str, ...]
) -> None:
    ran = aviary("export", *options, *form)
    assert ran.code == 0, ran.err
    assert heard(SECRET, ran.out, ran.err) == []


@pytest.mark.parametrize("options", FOR_ANA, ids=" ".join)
def test_nothing_about_others_is_in_a_document_for_ana_and_none_says_so(
    aviary: Run, options: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "a.md"
    ran = aviary("export", *options, "--out", str(file))
    assert ran.code == 0, ran.err
    text = file.read_text()
    assert heard((*SECRET, OTHER), text, ran.out, ran.err) == []
    for word in ("private", "left out", "hidden", "omitted", "other people"):
        assert word not in text.lower()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = aviary("export", *options, "--out", str(file))
    assert (again.code, file.read_text()) == (1, text)
    assert "--force" in again.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("meeting", "m1"), ("xmeetingxnotes",)),
        (("brag",), ("xwinxtext", "xwinximpact", "xwinxstory_result")),
        (("stories",), ("xwinxstory_situation", "xwinxstory_task", "xwinxstory_action", "xwinxstory_result")),
        (("plan",), ("xskillxname", "xgoalxtitle", "xresourcextitle")),
        (("person", "ana"), ("xmentorshipxpurpose", "xgoalxtitle", "xfeedbackxsituation")),
    ],
)
def test_the_shared_words_are_in_it(aviary: Run, options: tuple[str, ...], words: tuple[str, ...]) -> None:
    out = aviary("export", *options).out
    for word in words:
        assert PUBLIC + word in out.replace("\\_", "_")


def test_private_text_comes_along_only_with_a_yes(aviary: Run) -> None:
    refused = aviary("export", "brag", "--include-private")
    assert (refused.code, refused.out) == (1, "")
    agreed = aviary("export", "brag", "--with", "ana", "--include-private", "--yes")
    assert heard((*SECRET, OTHER), agreed.out) == [PRIVATE]


def test_third_parties_come_along_only_when_asked_for(aviary: Run) -> None:
    assert heard((OTHER,), aviary("export", "brag", "--for", "mentor").out) == []
    assert heard((OTHER,), aviary("export", "brag", "--for", "mentor", "--include-third-party").out) == [
        OTHER
    ]


@pytest.mark.parametrize("options", ALL, ids=" ".join)
def test_the_json_form_is_the_plain_model_under_its_schema(aviary: Run, options: tuple[str, ...]) -> None:
    made = json.loads(aviary("export", *options, "--format", "json").out)
    assert made["schema"] == f"mentorlog/{options[0]}/1"
    assert made == json.loads(aviary("export", *options, "--json").out)


@pytest.mark.parametrize("options", ALL, ids=" ".join)
def test_a_dry_run_says_what_would_go_and_stay_and_writes_nothing(
    aviary: Run, options: tuple[str, ...], tmp_path: Path
) -> None:
    ran = aviary("export", *options, "--out", str(tmp_path / "a.md"), "--dry-run")
    assert ran.out.startswith(f"Would write {tmp_path / 'a.md'}: ")
    assert not (tmp_path / "a.md").exists()
    assert ran.err == aviary("export", *options, "--out", str(tmp_path / "a.md")).err


def test_names_of_others_are_replaced_everywhere(sam: Run) -> None:
    sam(
        "meet",
        "bo",
        "-n",
        "Raj should look at it; Bo asks @raj and Ana Ruiz.",
        "--action",
        "bo: ask Raj by fri",
    )
    sam(
        "feedback",
        "add",
        "--from",
        "raj",
        "--praise",
        "-s",
        "Standup with Bo",
        "-b",
        "clear",
        "-i",
        "Mehta got it",
    )
    for form in ((), ("--format", "json")):
        recap = sam("export", "meeting", "m1", "--redact-names", *form).out
        assert not re.search(r"\b(raj|mehta|ana|ruiz)\b", recap, re.IGNORECASE)
        assert "Bo Lind" in recap, "its reader is named"
        assert "A colleague should look at it; Bo asks a colleague and a mentor." in recap
        brag = sam("export", "brag", "--redact-names", *form).out
        assert not re.search(r"\b(raj|mehta|ana|ruiz|bo|lind)\b", brag, re.IGNORECASE)
        assert "Standup with a mentee" in brag


def test_a_recap_holds_what_the_conversation_was_and_what_came_of_it(sam: Run) -> None:
    sam("topic", "ana", "Salary bands")
    sam("topic", "ana", "Is a lateral move a step back?")
    ran = sam(
        "meet", "ana", "-n", "Lateral is fine.\n\nTell *one* story.", "--mins", "45", "-k", "advice",
        "--discussed", "t2", "--action", "me: rewrite the CV by 15may", "--next", "18may",
        "--private-note", "Quiet again.",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    ran = sam("export", "meeting", "m1")
    assert ran.out == (
        "# Ana Ruiz and me, 4 May 2026\n\n45 min\n\nAdvice.\n\n"
        "## We talked about\n\n- Is a lateral move a step back?\n\n"
        "## What was said\n\nLateral is fine.\n\nTell \\*one\\* story.\n\n"
        "## What was promised\n\n- [ ] me: rewrite the CV (due 15 May 2026)\n\n"
        "## Kept for next time\n\n- Salary bands\n\n"
        "Next conversation: 18 May 2026\n"
    )
    assert ran.err == "Left out: 1 private note\n"
    mine = sam("export", "meeting", "m1", "--for", "self", "--include-private", "--yes")
    assert "## For my eyes only\n\nQuiet again.\n" in mine.out


def test_a_recap_of_a_talk_with_several_is_for_all_who_were_there_and_nobody_else(sam: Run) -> None:
    sam("meet", "ana", "bo", "-n", "The three of us.", "--action", "bo: draft it by fri")
    text = sam("export", "meeting", "m1").out
    assert text.startswith("# Ana Ruiz, Bo Lind and me, 4 May 2026\n")
    assert "- [ ] Bo Lind: draft it (due 8 May 2026)" in text
    assert sam("export", "meeting", "m1", "--with", "bo").out == text


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("meeting", "m9"), 1, "There is no record “m9”."),
        (("meeting", "ana"), 2, "p1 is a person, not a meeting."),
        (("meeting", "m1", "--with", "raj"), 1, "Raj Mehta was not in m1."),
        (("meeting", "m1", "--for", "manager"), 1, "No manager of yours was in m1."),
        (("meeting", "m2"), 1, "m2 is still to come."),
        (("meeting", "m3"), 1, "m3 is private."),
        (("agenda", "nobody"), 1, "There is no person “nobody”."),
        (("agenda", "ana", "--agenda", "soon"), 1, "soon"),
        (("agenda", "hid"), 1, "is private."),
        (("person", "hid"), 1, "is private."),
        (("promotion", "astronaut-of-everything"), 1, "There is no role"),
        (("promotion",), 2, "ROLE"),
        (("promotion", "dba", "--with", "bo", "--for", "mentee"), 1, "not a mentee's"),
        (("brag", "--for", "boss"), 2, "boss"),
        (("brag", "--since", "2026-04", "--until", "2026-01"), 1, "run backwards"),
        (("stories", "--out", "no/where.md"), 1, "There is no folder no."),
        (("agenda", "ana", "--include-private"), 2, "--include-private"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    sam: Run, options: tuple[str, ...], code: int, said: str
) -> None:
    sam("meet", "ana", "-n", "words")
    sam("meet", "ana", "--on", "2026-05-20")
    sam("meet", "ana", "-n", "words", "--private")
    sam("person", "add", "Hid Den", "--role", "peer", "--handle", "hid", "--private")
    ran = sam("export", *options)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_without_a_journal_documents_say_that_there_is_nothing(run: Run, journal: Path) -> None:
    for name in ("summary", "brag", "stories", "plan"):
        ran = run("export", name)
        assert (ran.code, ran.err) == (0, "")
        assert re.search(r"\n(Nothing|No story) is .*\.\n$", ran.out)
    assert not journal.exists()


def test_ones_own_template_makes_the_document(sam: Run, journal: Path, tmp_path: Path) -> None:
    sam("win", "add", "Cut *p99*", "--impact", "mobile is happy")
    ran = sam("config", "templates", "--copy", "brag")
    file = journal.parent / "templates" / "documents" / "brag.md"
    assert (ran.code, ran.out) == (0, f"wrote {file}: change it there\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = sam("export", "brag").out
    file.write_text("# Mine\n\n{% for one in impact %}\n- {{ one.title }} → {{ one.impact }}\n{% endfor %}\n")
    assert sam("export", "brag").out == "# Mine\n\n- Cut \\*p99\\* → mobile is happy\n" != before
    again = sam("config", "templates", "--copy", "brag")
    assert again.code == 1
    assert "--force" in again.err
    assert sam("config", "templates", "--copy", "brag", "--force").code == 0
    assert sam("export", "brag").out == before


def test_a_template_that_is_not_right_is_named_and_nothing_is_written(
    sam: Run, journal: Path, tmp_path: Path
) -> None:
    folder = journal.parent / "templates" / "documents"
    folder.mkdir(parents=True)
    (folder / "brag.md").write_text("# x\n\n{{ nobody }}\n")
    (folder / "diary.md").write_text("# x\n")
    said = f"The template {folder / 'brag.md'} is not right in line 3: there is no “nobody” here."
    for more in ((), ("--out", str(tmp_path / "a.md")), ("--dry-run",)):
        ran = sam("export", "brag", *more)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.err
    assert not (tmp_path / "a.md").exists()
    items = json.loads(sam("config", "templates", "--json").out)["items"]
    faults = {one["name"]: one["fault"] for one in items if one["fault"]}
    assert faults == {"brag": said, "diary": "There is no document “diary”: it is not used."}
    assert sam("config", "templates", "--copy", "diary").code == 1


def test_the_case_for_a_role_says_what_is_there_and_what_is_missing(sam: Run) -> None:
    sam("skill", "add", "Python", "--level", "2")
    sam("win", "add", "Shipped the importer", "--skill", "python")
    sam("skill", "rate", "sql", "4", "--by", "ana")
    made = json.loads(sam("export", "promotion", "backend-developer", "--json").out)
    needs = {one["skill"] or one["name"]: one for one in made["needs"]}
    assert made["met"] + made["short"] + made["unrated"] == len(made["needs"])
    assert (needs["Python"]["mine"], needs["Python"]["level"], needs["Python"]["short"]) == (2, 3, 1)
    assert [one["text"] for one in needs["Python"]["wins"]] == ["Shipped the importer"]
    assert needs["SQL"]["others"] == [{"rater": "Ana Ruiz", "level": 4}]
    text = sam("export", "promotion", "backend-developer").out
    assert "Gap: 1 level to go." in text
    assert text.count("\n## ") == len(made["needs"])


def test_the_case_for_a_role_never_says_that_nothing_is_on_record_when_it_may_have_stayed_behind(
    sam: Run,
) -> None:
    sam("skill", "add", "Python", "--level", "3")
    sam("win", "add", "Shipped with Raj", "--skill", "python", "--with", "raj")
    said = sam("export", "promotion", "backend-developer", "--for", "manager").out
    assert "Shipped with Raj" not in said
    assert "Nothing here shows it yet." in said
    assert "on record" not in said


def test_wins_without_an_impact_are_only_also_done_beside_others(sam: Run) -> None:
    sam("win", "add", "Shipped it")
    assert "## What I did\n\n- " in sam("export", "brag").out
    sam("win", "add", "Cut p99", "--impact", "unblocked mobile")
    assert "## Also done\n\n- " in sam("export", "brag").out
