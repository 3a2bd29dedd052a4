"""Whatever a journal has been through, what is private in it is heard nowhere: on no page, in no file, left nowhere.

Hypothesis makes journals up: which kinds hold something private, what became of it, and which questions are asked.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.links import WITH
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.store.changes import Changes
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.lens import PARENTS
from mentorlog.store.store import Store
from tests.cli.canaries import PUBLIC, flock, record_of, texts_of
from tests.conftest import Run
from tests.program import Ran, carry_out
from tests.surface import READS
from tests.thorough import many

WORD = "CANARYPRIV"
AT = "2026-11-20T10:00:00.000Z"
HEARD = re.compile(WORD, re.IGNORECASE)
KINDS = tuple(kind for kind in ALL if kind not in ("link", "tag", "person"))
LINKED = ("note", "win", "meeting", "decision", "goal", "skill", "action")
FATES = (
    "private",
    "edited",
    "hidden later",
    "shown later",
    "removed",
    "undone",
    "inside",
    "with somebody hidden",
)
PRIVATE = some.tuples(some.sampled_from(KINDS), some.sampled_from(FATES))
FORMS = ((), ("--json",), ("--plain",), ("--ascii",), ("-q",), ("tty",))
PAGES = tuple(line for line in READS if not line.startswith("export") or "--dry-run" in line)
OF_REF = (
    "show {}",
    "history {}",
    "show {} --at 2026-11-21",
    "edit {}",
    "search {}",
    "undo --list",
    "history",
)
MISTYPED = (
    "show {}",
    "goal show {}",
    "person show {}",
    "log words --with {} --json",
    "skill show {}",
    "search {}",
    "note list --tag {}",
    "history {}",
    "export summary --with {}",
)
HANDED_OUT = tuple(
    line for line in READS if line.startswith(("export", "person export")) and "--dry-run" not in line
)


def named(record: Record, more: str, word: str = WORD) -> Record:
    """The record with a handle that nothing else has, where its kind has one."""
    return record.but(handle=f"{word}x{more}".lower()) if "handle" in type(record).fields else record


class Maker:
    """Gives a journal its private records."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with closing(open_for_writing(path)) as db, atomic(db, "begin", AT):
            store = Store(db, AT)
            self.ana = store.find.person("ana")
            made = [self.ana, *flock(store, PUBLIC, self.ana)]
            self.shared = {one.kind: one.id for one in made}
            hidden = record_of(class_of("person"), WORD, {}).but(
                handle="canaryprivxhid", visibility="private"
            )
            self.hidden = store.add(hidden)

    def write(self, *records: Record) -> Record:
        """Keep records, in one command; the last as it is kept."""
        with closing(open_for_writing(self.path)) as db, atomic(db, "plan", AT):
            store = Store(db, AT)
            for one in records:
                kept = store.save(one) if one.id else store.add(one)
        return kept

    def make(self, kind: str, fate: str) -> Ref:
        """Something private of a kind, and what became of it. Returns its ref."""
        ids = self.shared
        part = next((part for part in PARENTS.get(kind, ()) if part.kind in KINDS), None)
        if fate == "inside" and part:
            parent = record_of(class_of(part.kind), WORD, ids)
            ids = {**ids, part.kind: self.write(named(parent.but(visibility="private"), kind)).id}
        quiet = named(record_of(class_of(kind), WORD, ids), f"{len(fate)}")
        open_after = (fate == "inside" and part) or (fate == "with somebody hidden" and kind in LINKED)
        if fate == "hidden later":
            kept = self.write(quiet)
            return self.write(kept.but(visibility="private")).ref
        kept = self.write(quiet.but(visibility="shared" if open_after else "private"))
        if fate == "edited":
            kept = self.write(kept.but(**dict.fromkeys(texts_of(type(kept)), f"{WORD} again")))
        elif fate == "shown later":
            said = record_of(class_of(kind), PUBLIC, ids)
            plain = {name: getattr(said, name) for name in texts_of(type(kept))}
            kept = self.write(named(kept.but(**plain), kind, "okay"))
            kept = self.write(kept.but(visibility="shared"))
        elif fate == "with somebody hidden" and open_after:
            with closing(open_for_writing(self.path)) as db, atomic(db, "link", AT):
                Store(db, AT).links.join(kept, [self.hidden], WITH)
        elif fate == "removed":
            with closing(open_for_writing(self.path)) as db, atomic(db, "rm", AT):
                Store(db, AT).remove(kept)
        elif fate == "undone":
            carry_out("--db", str(self.path), "undo")
        return kept.ref


def silent(ran: Ran, what: str) -> None:
    """Nothing private in what was said."""
    for output in (ran.out, ran.err):
        heard = HEARD.search(output)
        assert heard is None, f"{what}: {output[max(0, heard.start() - 120) : heard.end() + 60]!r}"


def asked(path: Path, line: str, form: tuple[str, ...]) -> None:
    ran = carry_out(
        "--db", str(path), *line.split(), *(() if form == ("tty",) else form), tty=form == ("tty",)
    )
    silent(ran, f"{line} {form}")


@pytest.fixture(scope="module")
def begun(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    return Maker(Path(shutil.copy(sample, tmp_path_factory.mktemp("begun") / "journal.db")))


@settings(
    max_examples=many(20), phases=[Phase.explicit, Phase.generate]
)  # to make it smaller would take minutes
@given(
    plan=some.lists(
        some.tuples(some.sampled_from(KINDS), some.sampled_from(FATES)), min_size=1, max_size=4, unique=True
    ),
    pages=some.lists(some.tuples(some.sampled_from(PAGES), some.sampled_from(FORMS)), min_size=4, max_size=4),
    of_each=some.sampled_from(OF_REF),
    handed=some.sampled_from(HANDED_OUT),
    mistyped=some.sampled_from(MISTYPED),
)
def test_what_is_private_is_heard_nowhere_whatever_became_of_it(
    begun: Maker,
    plan: list[tuple[str, str]],
    pages: list[tuple[str, tuple[str, ...]]],
    of_each: str,
    handed: str,
    mistyped: str,
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        home = Path(folder)
        for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"):
            patch.setenv(name, str(home))
        patch.setattr(tempfile, "tempdir", str(home))
        patch.setenv("EDITOR", "true")
        maker = Maker.__new__(Maker)
        maker.__dict__.update(begun.__dict__)
        maker.path = Path(shutil.copy(begun.path, home / "journal.db"))
        refs = [maker.make(*one) for one in plan]
        for line, form in pages:
            asked(maker.path, line.replace("CANARY", "canary"), form)
        for number, ref in enumerate(refs):
            asked(maker.path, of_each.format(ref), FORMS[number % 2])
        for typed in ("canary", "canaryprvxhid"):
            asked(maker.path, mistyped.format(typed), ())
        asked(maker.path, f"{handed} --out {home}/handed", ())
        asked(maker.path, f"timeline --svg {home}/page.svg", ())
        if len(plan) % 2:
            asked(maker.path, "backup", ())
        left_behind(home, maker.path)


def left_behind(home: Path, journal: Path) -> None:
    """Nothing private in any file but the journal and its copies, nor in the name of any."""
    for place in home.rglob("*"):
        assert not HEARD.search(str(place)), place
        if place.is_file() and place.suffix != ".db" and not place.name.endswith("-journal"):
            assert not HEARD.search(place.read_text(encoding="utf-8", errors="replace")), place
    assert {place.parent.name for place in home.rglob("*.db")} <= {home.name, "backups"}


def test_the_made_up_journals_hold_every_kind_and_every_fate(begun: Maker, tmp_path: Path) -> None:
    maker = Maker.__new__(Maker)
    maker.__dict__.update(begun.__dict__)
    maker.path = Path(shutil.copy(begun.path, tmp_path / "journal.db"))
    for kind in KINDS:
        maker.make(kind, "private")
    for fate in FATES:
        assert maker.make("note", fate).kind == "note"
    with closing(open_for_writing(maker.path)) as db:
        store = Store(db, AT)
        for kind in KINDS:
            found = store.all(class_of(kind), "visibility = 'private'")
            assert any(HEARD.search(repr(one)) for one in found), kind
        assert len(list(Changes(store).deeds())) > len(KINDS)


@pytest.mark.parametrize("line", HANDED_OUT)
def test_an_export_written_without_the_filter_fails_and_hands_out_nothing(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if somebody wrote one query that goes past the views."""
    assert run("log", f"{WORD} words", "--private").code == 0
    file = tmp_path / "handed"
    real = Store.__init__

    class Past:
        """A connection that is asked for the tables themselves."""

        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            return self.db.execute(re.sub(r"\bFROM (note|person|goal|win)\b", r"FROM main.\1", sql), *values)

        def __getattr__(self, name: str) -> object:
            return getattr(self.db, name)

    monkeypatch.setattr(Store, "__init__", lambda store, db, now: real(store, Past(db), now))
    ran = run(*line.split(), "--out", str(file))
    assert ran.code == 3, ran
    assert not HEARD.search(ran.out + ran.err)
    assert not file.exists()
