"""Private text stays private: planted everywhere, it is heard nowhere unless its owner asks for it."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from mentorlog.domain.goals import Progress, Step
from mentorlog.domain.kinds import NOUNS, class_of
from mentorlog.domain.links import ABOUT, WITH
from mentorlog.domain.meetings import Aside, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.skills import Rating
from mentorlog.store.connect import atomic, open_for_reading, open_for_writing
from mentorlog.store.store import Store
from tests.cli.canaries import PRIVATE, PUBLIC, REMOVED, flock
from tests.program import NOW, Ran, carry_out
from tests.surface import READS
from tests.thorough import THOROUGH, turn

TODAY = NOW.date()
AT = "2026-11-20T10:00:00.000Z"
CANARY = re.compile(r"canary(priv|gone|old)", re.IGNORECASE)
DRAWN = ("dashboard", "timeline", "goal show", "skill list", "timeline --compact")


@pytest.fixture(scope="module")
def planted(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal with canaries: private records, parts and people; removed ones; what was said before."""
    path = Path(shutil.copy(sample, tmp_path_factory.mktemp("planted") / "journal.db"))
    with closing(open_for_writing(path)) as db, atomic(db, "plant", AT):
        store = Store(db, AT)
        ana = store.find.person("ana")
        flock(store, PUBLIC, ana)
        flock(store, PRIVATE, ana, visibility="private")
        for one in flock(store, REMOVED, ana):
            store.remove(one)
        hide_parts(store, ana)
    return path


def hide_parts(store: Store, ana: Person) -> None:
    """Private parts of shared records, and a private person with shared records about them."""
    goal, skill, hidden = store.find.goal("g2"), store.find.skill("sql"), {"visibility": "private"}
    word = f"{PRIVATE}xpart"
    store.add(Step(goal_id=goal.id, text=word, position=99, visibility="private"))
    store.add(Progress(goal_id=store.find.goal("g5").id, day=TODAY, value=9, note=word, visibility="private"))
    store.add(Rating(skill_id=skill.id, level=1, day=TODAY, note=word, visibility="private"))
    store.add(Topic(person_id=ana.id, text=word, raised=TODAY, visibility="private"))
    meeting = store.meetings.with_person(ana, limit=1)[0]
    store.add(Aside(meeting_id=meeting.id, text=word, visibility="private"))
    person = class_of("person")(name=f"{PRIVATE}xname", handle=f"{PRIVATE}xhandle".lower(), **hidden)
    secret = store.add(person.but(organisation=word, met=word, email=word, introduced_by=ana.id))
    about = store.add(Note(text="Shared, but about somebody hidden", day=TODAY))
    store.links.join(about, [secret], WITH)
    quiet = store.add(Note(text=word, day=TODAY, revisit=date(2026, 11, 1), visibility="private"))
    store.links.join(quiet, [goal, skill], ABOUT)


def silent(ran: Ran, what: str) -> None:
    """No canary in either output."""
    for output in (ran.out, ran.err):
        heard = CANARY.search(output)
        assert heard is None, f"{what}: {output[max(0, heard.start() - 80) : heard.end() + 40]!r}"


def at(planted: Path, *argv: str, tty: bool = False) -> Ran:
    return carry_out("--db", str(planted), *argv, tty=tty)


@pytest.mark.parametrize(("number", "line"), list(enumerate(READS)), ids=READS)
def test_no_page_tells_what_is_private(
    number: int, line: str, planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = line.replace("CANARY", "canary").split()
    for form in turn(number, ((), ("--json",), ("--plain",), ("--json",), ("-q",))):
        ran = at(planted, *words, *form)
        assert ran.code == 0 or (line, ran.code) == ("doctor", 1), ran.err
        silent(ran, f"{line} {form}")
    monkeypatch.setenv("COLUMNS", "120")
    for form in turn(number, ((), ("--ascii",))):
        silent(at(planted, *words, *form, tty=True), f"{line} {form} drawn")


@pytest.mark.parametrize("line", DRAWN)
def test_no_picture_holds_what_is_private(line: str, planted: Path, tmp_path: Path) -> None:
    words = [*line.split(), "g2"] if line == "goal show" else line.split()
    file = tmp_path / "page.svg"
    ran = at(planted, *words, "--svg", str(file))
    assert ran.code == 0, ran.err
    assert not CANARY.search(file.read_text(encoding="utf-8"))
    silent(ran, line)


def test_no_file_that_is_handed_out_holds_what_is_private(planted: Path, tmp_path: Path) -> None:
    for number, line in enumerate(
        one for one in READS if one.startswith("export") and "--dry-run" not in one
    ):
        file = tmp_path / f"{number}.out"
        ran = at(planted, *line.split(), "--out", str(file))
        assert ran.code == 0, ran.err
        silent(ran, line)
        assert not CANARY.search(file.read_text(encoding="utf-8")), line


def refs(planted: Path) -> dict[str, tuple[bool, bool]]:
    """Every record a person can name: whether it is private, whether it was removed."""
    with closing(open_for_reading(planted)) as db:
        return {
            str(one.ref): (one.private, one.deleted_at is not None)
            for kind in (*NOUNS, "aside", "step", "progress", "rating", "turn", "mentorship")
            for row in db.execute(f"SELECT id FROM {kind}").fetchall()
            for one in [Store(db, AT).get(class_of(kind)(**_bare(kind, row[0])).ref, removed=True)]
        }


def _bare(kind: str, id: int) -> dict[str, object]:
    return {name: id if name == "id" else None for name in {"id", *class_of(kind).required}}


def test_showing_a_record_by_its_ref_tells_nothing_private(planted: Path) -> None:
    for number, (ref, (private, removed)) in enumerate(refs(planted).items()):
        if removed and not private:
            continue  # its owner may look at it before bringing it back
        if not private and number % 5 and not THOROUGH:
            continue
        ran = at(planted, "show", ref, "--json")
        silent(ran, f"show {ref}")
        if private:
            assert ran.code == 1, ref


@pytest.mark.parametrize(
    "line",
    [
        "person show {}",
        "goal show {}",
        "skill show {}",
        "show {}",
        "log words --with {}",
        "log words --goal {}",
        "log words --skill {}",
        "timeline --with {}",
        "timeline --goal {}",
        "timeline --skill {}",
        "search {}",
        "search words --with {}",
        "meet {} -n words",
        "topic {} words",
        "topic list {}",
        "goal update {} 40%",
        "goal close {} --as met",
        "action add words --owner {}",
        "next --for {}",
        "skill rate {} 3",
        "export summary --with {}",
        "export summary --goal {}",
        "note list --tag {}",
        "note list --with {}",
        "edit {} --by fri",
        "rm {} --yes",
    ],
)
def test_no_error_offers_a_private_name(line: str, planted: Path, tmp_path: Path) -> None:
    first, second = line.split()[:2]
    reading = first in ("timeline", "search", "next", "export", "show") or second in ("show", "list")
    # A write finds what its owner names, be it private; what it cannot find it must not guess aloud.
    for typed in ("canary", "can", "ca", "canari", "Canarypr1"):
        copy = shutil.copy(planted, tmp_path / "journal.db")
        argv = [typed if word == "{}" else word for word in line.split()]
        for form in ((), ("--json",)):
            ran = carry_out("--db", str(copy), *argv, *form)
            if reading or ran.code:
                silent(ran, f"{line} {typed}")


def test_no_write_echoes_what_is_private(planted: Path, tmp_path: Path) -> None:
    private = [ref for ref, (hidden, removed) in refs(planted).items() if hidden and not removed]
    private = [ref for ref in private if not ref[1].isalpha()]  # records that a person names, not their parts
    assert len(private) > 8
    copy = Path(shutil.copy(planted, tmp_path / "journal.db"))
    for ref in private:
        for line in (
            "tag {} seen",
            "link {} g1",
            "unlink {} g1",
            "done {}",
            "drop {} --why words",
            "edit {} --private",
        ):
            silent(carry_out("--db", str(copy), *line.format(ref).split()), line.format(ref))
        for line in ("rm {} --yes", "restore {}"):
            silent(carry_out("--db", str(copy), *line.format(ref).split()), line.format(ref))
    for argv in (
        ["log", f"{PRIVATE} words", "--private"],
        ["topic", "ana", f"{PRIVATE} words", "--private"],
        ["action", "add", f"{PRIVATE} words", "--private", "--by", "fri"],
        ["goal", "add", f"{PRIVATE} words", "--private", "--steps", f"{PRIVATE} one"],
        ["win", "add", f"{PRIVATE} words", "--private"],
        ["decision", "add", f"{PRIVATE} words", "--choose", f"{PRIVATE} way", "--private"],
        ["resource", "add", f"{PRIVATE} words", "--private"],
        ["intro", "add", f"{PRIVATE} words", "--via", "ana", "--why", f"{PRIVATE} words", "--private"],
        ["rehearsal", "add", "cv", "--score", f"{PRIVATE}=3", "-n", f"{PRIVATE} words", "--private"],
        ["meet", "ana", "-n", f"{PRIVATE} words", "--private", "--action", f"me: {PRIVATE} words by fri"],
        ["meet", "ana", "-n", "words", "--private-note", f"{PRIVATE} words"],
    ):
        ran = carry_out("--db", str(copy), *argv)
        assert ran.code == 0, ran.err
        silent(ran, argv[0])


@pytest.mark.parametrize(
    "line",
    [
        "log words --with {p}",
        "log words --skill {s}",
        "topic {p} words",
        "meet {p} -n words",
        "meet {p} ana -n words --next 2w",
        "meet {p} --on 2w",
        "action add words --owner {p} --by fri",
        "feedback add --from {p} -b words",
        "feedback add --to {p} -b words --praise",
        "win add words --with {p}",
        "intro add ana --via {p}",
        "rehearsal add cv --with {p}",
        "skill rate sql 3 --by {p}",
        "skill rate {s} 3",
        "mentorship show {p}",
        "mentorship start {p}",
        "mentorship start {p} --as mentor",
        "mentorship pulse {p} 3",
        "person export {p}",
        "person forget {p} --dry-run",
        "export summary --with {p}",
        "rm {p} --yes",
        "tag {n} seen",
    ],
)
def test_nobody_private_is_named_for_being_meant(line: str, planted: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(planted, tmp_path / "journal.db"))
    with closing(open_for_writing(copy)) as db, atomic(db, "plant", AT):
        store = Store(db, AT)
        person = store.one(Person, "visibility = 'private'")
        skill = store.one(class_of("skill"), "visibility = 'private'")
        note = store.one(Note, "visibility = 'shared'")
        assert person
        assert skill
        assert note
        tag = class_of("tag")(record_kind="note", record_id=note.id, name=f"{PRIVATE}xtag".lower())
        store.add(tag.but(visibility="private"))
    argv = line.format(p=person.ref, s=skill.ref, n=note.ref).split()
    for form in ((), ("--json",), ("-q",)):
        silent(carry_out("--db", str(copy), *argv, *form), line)
    silent(carry_out("--db", str(copy), *argv, tty=True, stdin="\n" * 20), line)


@pytest.mark.parametrize(
    "line",
    [
        "dashboard",
        "timeline --since -2y",
        "search canarypriv",
        "search canarypriv*",
        "person list",
        "person show ana",
        "topic list",
        "meeting list --limit 0",
        "goal list",
        "goal show g2",
        "action list --all --limit 0",
        "feedback list --limit 0",
        "skill list",
        "note list --limit 0",
        "win list --limit 0",
        "decision list --all",
        "resource list --all",
        "intro list --all",
        "rehearsal list",
    ],
)
def test_with_private_the_owner_sees_it_all(line: str, planted: Path) -> None:
    ran = at(planted, *line.split(), "--private")
    assert ran.code == 0, ran.err
    assert re.search("canarypriv", ran.out, re.IGNORECASE), line


def test_with_private_every_private_record_is_shown_by_its_ref(planted: Path) -> None:
    for ref, (private, removed) in refs(planted).items():
        if private and not removed:
            assert at(planted, "show", ref, "--private").code == 0, ref
