"""`key`: a new key, a new paper key, and what is said of them; and copies encrypted with age."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mentorlog.store import backups, driver, keys
from tests import typist
from tests.program import carry_out
from tests.typist import PASSPHRASE, typed

pytest.importorskip("sqlcipher3")

NEW = "another passphrase"


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small plain journal; keys of unlocked ones wait in a folder of this test."""
    typist.quickly(monkeypatch)
    runtime = tmp_path / "run"
    (runtime / "mentorlog").mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "kept" / "journal.db"))
    monkeypatch.delenv("MENTORLOG_KEY_FILE", raising=False)
    monkeypatch.setattr(driver, "_held", {})
    assert carry_out("log", "the words").code == 0
    return tmp_path / "kept" / "journal.db"


@pytest.fixture
def locked(plain: Path) -> Path:
    """The same, encrypted and locked."""
    assert typed("lock").code == 0
    return plain


def test_a_new_key_opens_the_journal_and_the_copies_made_before(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORLOG_BACKUP", "on")
    typed("unlock")
    old = locked.read_bytes()[:16]
    ran = typed("key", "rotate", answers={"New passphrase": NEW, "Once more": NEW})
    assert ran.code == 0
    assert "An older key opens 1 copy" in ran.err
    assert locked.read_bytes()[:16] != old
    assert carry_out("note", "list").code == 0, "what was open stays open"
    (copy,) = (backups.folder_of(locked) / one.name for one in backups.copies(locked))
    assert copy.read_bytes()[:16] == old
    assert carry_out("lock").code == 0
    assert typed("note", "list").code == 3, "the old passphrase opens nothing"
    assert "the words" in typed("note", "list", answers={"Passphrase of": NEW}).out
    assert typed("restore-backup", "newest", "--yes", answers={"Passphrase of": NEW}).code == 0


def test_the_paper_key_still_opens_after_a_new_key(plain: Path) -> None:
    paper = typist.paper_of(typed("lock").err)
    typed("key", "rotate", answers={"New passphrase": NEW, "Once more": NEW, "Passphrase of": PASSPHRASE})
    assert keys.by_paper(plain, paper).all == keys.by_passphrase(plain, NEW).all


def test_the_paper_key_opens_it_and_sets_a_new_passphrase(plain: Path) -> None:
    paper = typist.paper_of(typed("lock").err)
    ran = typed("unlock", "--paper", answers={"Paper key": paper, "New passphrase": NEW, "Once more": NEW})
    assert ran.code == 0, ran.err
    assert carry_out("note", "list").code == 0
    carry_out("lock")
    assert typed("note", "list", answers={"Passphrase of": NEW}).code == 0
    wrong = keys.new_paper()[0]
    ran = typed("unlock", "--paper", answers={"Paper key": wrong})
    assert (ran.code, "That is not the paper key of this journal" in ran.err) == (3, True)


@pytest.mark.parametrize("form", [str.lower, lambda key: " ".join(key), lambda key: key[16:]])
def test_a_paper_key_is_read_however_it_is_grouped(plain: Path, form) -> None:  # type: ignore[no-untyped-def]
    paper, _ = keys.new_paper()
    assert keys.read_paper(form(paper)) == paper
    assert "".join(keys.grouped(paper)) == paper


def test_one_wrong_letter_in_a_paper_key_is_noticed() -> None:
    from mentorlog.errors import KeyNeeded

    paper, _ = keys.new_paper()
    for at in range(16, len(paper), 5):
        other = "Q" if paper[at] != "Q" else "P"
        with pytest.raises(KeyNeeded):
            keys.read_paper(paper[:at] + other + paper[at + 1 :])


def test_a_new_paper_key_takes_the_place_of_the_one_before(plain: Path) -> None:
    from mentorlog.errors import KeyNeeded

    first = typist.paper_of(typed("lock").err)
    second = typist.paper_of(typed("key", "paper").err)
    assert first != second
    assert keys.by_paper(plain, second).all
    with pytest.raises(KeyNeeded):
        keys.by_paper(plain, first)


@pytest.mark.parametrize("command", [("key", "rotate"), ("key", "paper")])
def test_a_key_is_changed_only_at_a_terminal_and_only_of_an_encrypted_journal(
    plain: Path, command: tuple[str, ...]
) -> None:
    assert "is not encrypted" in carry_out(*command).err
    typed("lock")
    before = plain.read_bytes(), (plain.parent / "key.age").read_bytes()
    assert carry_out(*command).code in (1, 3)
    assert typed(*command, answers={"Passphrase of": "a wrong one"}).code == 3
    assert (plain.read_bytes(), (plain.parent / "key.age").read_bytes()) == before


def test_what_is_said_of_the_key_is_never_the_key(plain: Path) -> None:
    assert json.loads(carry_out("key", "--json").out)["encrypted"] is False
    typed("lock")
    said = json.loads(carry_out("key", "show", "--json").out)
    assert (said["encrypted"], said["open"], said["until"]) == (True, False, None)
    typed("unlock")
    assert "encrypted, open until Mon 23 Nov, 22:30" in carry_out("key").out
    (key,) = keys.by_passphrase(plain, PASSPHRASE).all
    assert said["key"] == key.salt.hex()[:8]
    assert key.secret.hex()[:8] not in carry_out("key", "--json").out


def test_doctor_names_what_is_wrong_with_the_key(locked: Path) -> None:
    def key_row() -> str:
        return next((line for line in carry_out("doctor").out.splitlines() if "\tkey\t" in line), "")

    assert "\tjournal\t" in carry_out("doctor").out
    typed("unlock")
    assert key_row().startswith("ok")
    (locked.parent / "paper.age").unlink()
    assert key_row().startswith("warn")
    assert "paper.age" in key_row()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"age-encryption.org/v1\nnonsense"])
def test_a_damaged_key_file_is_said_and_no_crash(locked: Path, damage: bytes) -> None:
    (locked.parent / "key.age").write_bytes(damage)
    ran = typed("note", "list")
    assert (ran.code, ran.out) == (3, "")


def test_a_lost_key_file_is_said_with_what_it_is_called(locked: Path) -> None:
    (locked.parent / "key.age").unlink()
    ran = carry_out("note", "list")
    assert ran.code == 3
    assert "key.age" in ran.err


def test_keys_that_no_longer_open_the_journal_are_never_written_over_those_that_do(locked: Path) -> None:
    """Somebody types a paper key while the key is changed in another window."""
    from mentorlog.errors import Refused
    from mentorlog.store.encrypting import encrypt

    old = keys.by_passphrase(locked, PASSPHRASE)
    driver.hold(old.all)
    new = old.but(all=(keys.new_key(), *old.all))
    encrypt(locked, new, NEW)
    before = {one.name: one.read_bytes() for one in locked.parent.iterdir()}
    with pytest.raises(Refused, match="not the keys"):
        keys.replace(locked, old, PASSPHRASE)
    with pytest.raises(Refused, match="not the keys"):
        encrypt(locked, old.but(all=(keys.new_key(), *old.all)), PASSPHRASE)
    assert {one.name: one.read_bytes() for one in locked.parent.iterdir()} == before
    assert keys.by_passphrase(locked, NEW).all == new.all


def test_the_key_files_of_another_journal_in_the_folder_stay_as_they_are(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("key.age", "paper.age")
    before = [(locked.parent / name).read_bytes() for name in names]
    second = locked.with_name("second.db")
    monkeypatch.setenv("MENTORLOG_DB", str(second))
    assert carry_out("log", "other words").code == 0
    typist.typed("lock", answers={"New passphrase": NEW, "Once more": NEW})
    (locked.parent / "second.db-paper.age").unlink()
    assert typed("key", "paper", answers={"Passphrase of": NEW}).code == 0
    (locked.parent / "second.db-key.age").unlink()
    assert typed("key", "paper").code == 3
    assert [(locked.parent / name).read_bytes() for name in names] == before


def test_a_key_file_that_is_a_link_is_changed_where_it_lies(locked: Path, tmp_path: Path) -> None:
    there, link = tmp_path / "stick.age", locked.parent / "key.age"
    link.rename(there)
    link.symlink_to(there)
    answers = {"New passphrase": NEW, "Once more": NEW}
    assert typed("key", "rotate", answers=answers).code == 0
    assert link.is_symlink()
    assert keys.by_passphrase(locked, NEW).all[0].salt == locked.read_bytes()[:16]
    assert b"age" in there.read_bytes()


def test_what_is_wrong_with_a_key_file_is_told_from_a_wrong_passphrase() -> None:
    """With age itself, whose words these are."""
    import pyrage

    from mentorlog.errors import KeyNeeded

    paper = pyrage.encrypt(b"words", [pyrage.x25519.Identity.generate().to_public()])
    for data in (b"", b"nonsense", b"age-encryption.org/v1\n-> scrypt", paper):
        with pytest.raises(KeyNeeded, match="or the file is damaged"):
            keys.unsealed(data, PASSPHRASE)
    with pytest.raises(KeyNeeded, match=r"^That is not the passphrase\.$"):
        keys.unsealed(keys.sealed(b"words", NEW), PASSPHRASE)
    with pytest.raises(KeyNeeded, match=r"^That is not the passphrase\.$"):
        keys.unsealed(b"", "\udc80")
    with pytest.raises(KeyNeeded, match="no key"):
        keys.read_keys(b"\xff\xfe")


def test_a_key_file_of_another_form_is_refused() -> None:
    from mentorlog.errors import KeyNeeded

    for text in ("", "[]", "{}", '{"v": 2}', '{"v": 1, "key": "zz"}', "null"):
        with pytest.raises(KeyNeeded):
            keys.read_keys(text)


# Copies encrypted with age


def test_a_copy_made_with_age_is_opened_by_its_passphrase(plain: Path) -> None:
    ran = typed("backup", "--age")
    assert ran.code == 0, ran.err
    (copy,) = (plain.parent / "backups").iterdir()
    assert copy.name.endswith(".db.age")
    assert b"SQLite" not in copy.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "by hand" in carry_out("backup", "list").out
    assert carry_out("log", "later words").code == 0
    assert typed("restore-backup", copy.name, "--yes", answers={"Passphrase of": "a wrong one"}).code == 3
    assert "later words" in carry_out("note", "list").out
    assert typed("restore-backup", copy.name, "--yes").code == 0
    assert "later words" not in carry_out("note", "list").out
    assert [one for one in plain.parent.iterdir() if one.name.endswith(".part")] == []


def test_a_copy_made_with_age_is_neither_the_newest_nor_ever_taken_away(plain: Path) -> None:
    typed("backup", "--age")
    assert carry_out("backup", "drill").code == 1
    assert "Make one" in carry_out("restore-backup", "newest", "--yes").err


def test_age_needs_a_passphrase_a_package_and_a_plain_journal(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "this is no terminal" in carry_out("backup", "--age").err
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "pyrage", None)
        assert "pip install 'mentorlog[secure]'" in typed("backup", "--age").err
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "sqlcipher3", None)
        assert typed("backup", "--age").code == 0, "age alone will do"
    typed("lock")
    typed("unlock")
    assert "so are its copies" in carry_out("backup", "--age").err
