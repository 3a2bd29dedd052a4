"""`lock` and `unlock`: the journal encrypted, closed and opened, and what is said when it is closed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import pytest

from mentorlog.store import driver, keys, unlocked
from tests import program, typist
from tests.program import NOW, carry_out, surroundings
from tests.typist import PASSPHRASE, typed

pytest.importorskip("sqlcipher3")

CANARY = "zqwords that are private"


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small plain journal; keys of unlocked ones wait in a folder of this test."""
    typist.quickly(monkeypatch)
    runtime = tmp_path / "run"
    (runtime / "mentorlog").mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "kept" / "journal.db"))
    monkeypatch.delenv("MENTORLOG_KEY_FILE", raising=False)
    monkeypatch.setattr(driver, "_held", {})
    assert carry_out("log", CANARY, "--private").code == 0
    return tmp_path / "kept" / "journal.db"


@pytest.fixture
def locked(journal: Path) -> Path:
    """The same, encrypted and locked."""
    assert typed("lock").code == 0
    return journal


def closed(code: int, err: str) -> bool:
    return code == 3 and "is locked" in err and "mentorlog unlock" in err


def test_locking_a_plain_journal_encrypts_it_and_closes_it(journal: Path) -> None:
    ran = typed("lock")
    assert (ran.code, ran.out) == (0, f"locked: {journal}\n")
    assert journal.read_bytes()[:15] != driver.PLAIN[:15]
    assert CANARY.encode() not in journal.read_bytes()
    assert sorted(one.name for one in journal.parent.iterdir()) == ["journal.db", "key.age", "paper.age"]
    for argv in (("note", "list"), ("log", "more"), ("dashboard",), ("undo", "--yes"), ("backup",)):
        assert closed(*carry_out(*argv)[::2])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"New passphrase": "short"}, "At least 8 characters"),
        ({"Once more": "something else"}, "That was not the same"),
        ({"Paper key": "AGE-SECRET-KEY-1AAAA"}, "Group 1 is not as it was shown"),
        ({"Paper key": "nonsense"}, "nothing was changed"),
    ],
)
def test_without_passphrase_and_paper_key_nothing_is_encrypted(
    journal: Path, answers: dict[str, str], said: str
) -> None:
    before = journal.read_bytes()
    ran = typed("lock", answers=answers)
    assert ran.code == 1
    assert said in ran.err
    assert journal.read_bytes() == before
    assert [one.name for one in journal.parent.iterdir()] == ["journal.db"]


def test_where_nobody_can_type_nothing_is_encrypted(journal: Path) -> None:
    for argv in (("lock",), ("lock", "--json"), ("lock", "--no-input")):
        ran = carry_out(*argv)
        assert (ran.code, ran.out) == (1, "")
        assert "no terminal" in ran.err
    assert journal.read_bytes().startswith(driver.PLAIN)


def test_without_the_extra_a_clear_sentence_says_how_to_get_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    ran = typed("lock")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "error: To encrypt the journal, mentorlog needs two more packages.",
        "       pip install 'mentorlog[secure]'   or, for copies alone:  mentorlog backup --age",
    ]


def test_an_unlocked_journal_stays_open_until_its_time_is_over(locked: Path) -> None:
    ran = typed("unlock", "--for", "8h")
    assert (ran.code, ran.out) == (0, f"open until Mon 23 Nov, 18:30: {locked}\n")
    assert CANARY in carry_out("note", "list", "--private").out
    assert carry_out("log", "one more", now=NOW + timedelta(hours=7)).code == 0
    assert closed(*carry_out("note", "list", now=NOW + timedelta(hours=9))[::2])
    assert closed(*carry_out("note", "list")[::2]), "what is over does not come back"


def test_lock_closes_an_open_journal_at_once(locked: Path) -> None:
    assert typed("unlock").code == 0
    assert carry_out("note", "list").code == 0
    assert json.loads(carry_out("lock", "--json").out) == {
        "schema": "mentorlog/lock/1",
        "path": str(locked),
        "was_open": True,
    }
    assert closed(*carry_out("note", "list")[::2])


def test_the_waiting_key_is_for_its_owner_only_and_in_memory(locked: Path, tmp_path: Path) -> None:
    assert typed("unlock").code == 0
    (waiting,) = (tmp_path / "run" / "mentorlog").iterdir()
    assert waiting.stat().st_mode & 0o777 == 0o600
    (tmp_path / "run" / "mentorlog").chmod(0o755)  # somebody else could look
    assert closed(*carry_out("note", "list")[::2])
    assert typed("unlock").code == 3


def test_a_wrong_passphrase_may_be_typed_three_times_and_is_never_repeated(locked: Path) -> None:
    ran = typed("note", "list", answers={"Passphrase of": "zqwrong passphrase"})
    assert ran.code == 3
    assert ran.err.count("Passphrase of") == 3
    assert "error: That is not the passphrase." in ran.err
    assert "zqwrong" not in ran.err + ran.out
    assert typed("note", "list").code == 0


@pytest.mark.parametrize("secret", ["passphrase", "paper", "text"])
@pytest.mark.parametrize("way", ["fd", "file"])
def test_programs_hand_the_key_in_by_descriptor_or_file(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str, way: str
) -> None:
    paper = typist.paper_of(typed("lock").err)
    text = keys.by_passphrase(journal, PASSPHRASE).text()
    file = tmp_path / "secret"
    file.write_text({"passphrase": PASSPHRASE, "paper": paper, "text": text}[secret] + "\n", encoding="utf-8")
    file.chmod(0o600)
    if way == "file":
        monkeypatch.setenv("MENTORLOG_KEY_FILE", str(file))
        assert CANARY in carry_out("note", "list", "--private").out
    else:
        with file.open() as opened:
            for argv in (("--key-fd", str(opened.fileno()), "note", "list", "--private"),):
                assert CANARY in carry_out(*argv).out


def test_a_key_file_that_others_may_read_is_not_used(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret"
    file.write_text(PASSPHRASE, encoding="utf-8")
    file.chmod(0o640)
    monkeypatch.setenv("MENTORLOG_KEY_FILE", str(file))
    ran = carry_out("note", "list")
    assert (ran.code, ran.err) == (
        3,
        f"error: Others may read {file}, so I did not use it.\n       chmod 600 {file}\n",
    )


@pytest.mark.parametrize("number", ["77", "none", "-1"])
def test_a_descriptor_that_is_none_is_wrong_usage(locked: Path, number: str) -> None:
    ran = carry_out("note", "list", f"--key-fd={number}")
    assert ran.code == 2
    assert "file descriptor" in ran.err


def test_the_key_is_asked_for_before_an_editor_opens(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "opened"
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c \"open(r'{mark}', 'w')\"")
    for argv in (("log", "-e"), ("edit", "n1"), ("meet", "somebody", "-e")):
        assert closed(*carry_out(*argv)[::2])
        assert not mark.exists()
    assert "Passphrase of" in typed("log", "-e").err
    assert mark.exists()


def test_the_key_is_asked_for_before_words_are_read(locked: Path) -> None:
    class Unread(program.Terminal):
        def read(self, _size: int | None = -1, /) -> str:
            raise AssertionError("words were read before the key was there")

    from io import StringIO

    from mentorlog.main import main

    err = StringIO()
    assert main(["log", "-"], now=NOW, stdin=Unread(), stdout=StringIO(), stderr=err) == 3
    assert typed("log", answers={"Passphrase of": "quite wrong"}).err.count(">") == 0


def test_a_draft_of_an_encrypted_journal_stays_in_memory(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed("unlock").code == 0
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[-1], 'w').write('words'); sys.exit(1)", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    ran = carry_out("log", "-e")
    assert f"Your words are safe in {tmp_path / 'run' / 'mentorlog'}" in ran.err
    assert not (locked.parent / "drafts").exists()


def test_taking_the_encryption_away_needs_a_yes_and_says_what_it_means(locked: Path) -> None:
    assert typed("unlock").code == 0
    assert carry_out("unlock", "--decrypt").code == 1
    ran = typed("unlock", "--decrypt", answers={"Go on": "n"})
    assert ran.code == 1
    assert "can then read the journal, private text too" in ran.err
    assert locked.read_bytes()[:16] != driver.PLAIN
    assert carry_out("unlock", "--decrypt", "--yes").code == 0
    assert CANARY in carry_out("note", "list", "--private").out
    assert locked.read_bytes().startswith(driver.PLAIN)
    again = typed("lock")
    assert "There is a key already" in again.err
    assert "paper key" not in again.err
    assert closed(*carry_out("note", "list")[::2])


def test_copies_that_are_readable_are_offered_for_encryption(journal: Path) -> None:
    assert carry_out("backup").code == 0
    ran = typed("lock", answers={"Encrypt them": "n"})
    assert "1 older copy can still be read without the key" in ran.err
    (copy,) = (journal.parent / "backups").iterdir()
    assert copy.read_bytes().startswith(driver.PLAIN)
    assert "On a terminal" in carry_out("lock").err
    typed("lock", answers={"Encrypt them": ""})
    typed("lock", answers={"Encrypt them": "y"})
    assert not copy.read_bytes().startswith(driver.PLAIN)


def test_everything_works_on_an_unlocked_journal(locked: Path) -> None:
    assert typed("unlock").code == 0
    for argv in (
        ("person", "add", "Ana Ruiz"),
        ("history",),
        ("undo", "--yes"),
        ("backup",),
        ("backup", "drill"),
        ("restore-backup", "newest", "--yes"),
        ("person", "add", "Bo Lind"),
        ("person", "forget", "bo", "--yes"),
        ("export", "all", "--out", "all.json"),
        ("show", "n1", "--private"),
        ("doctor",),
        ("doctor", "--fix"),
    ):
        os.chdir(locked.parent)
        ran = carry_out(*argv)
        assert ran.code == 0, (argv, ran.err, ran.out)
    for file in locked.parent.rglob("*.db"):
        assert not file.read_bytes().startswith(driver.PLAIN), file


@pytest.mark.parametrize("span", ["", "8", "0h", "h", "8 years", "99999d"])
def test_a_time_that_is_none_is_refused(locked: Path, span: str) -> None:
    assert carry_out("unlock", "--for", span).code == 1


def test_what_a_kill_while_decrypting_left_is_gone_after_the_next_lock_or_unlock(locked: Path) -> None:
    script = textwrap.dedent("""
        import os, signal, pytest
        from mentorlog.store import encrypting
        from tests import typist
        typist.quickly(pytest.MonkeyPatch())
        encrypting.take_the_place = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        typist.typed("unlock", "--decrypt", "--yes")
    """)

    def readable() -> list[Path]:
        here = locked.parent.iterdir()
        return [one for one in here if one.is_file() and CANARY.encode() in one.read_bytes()]

    for command in ("lock", "unlock"):
        killed = subprocess.run(
            [sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": str(program.ROOT)}
        )
        assert killed.returncode == -signal.SIGKILL
        (left,) = readable()
        assert f"Taken away: {left.name}, left by a run that was killed." in typed(command).err
        assert readable() == []


@pytest.mark.parametrize("package", ["pyrage", "sqlcipher3"])
def test_without_the_extra_a_locked_journal_says_what_is_missing(
    locked: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    import mentorlog.store

    monkeypatch.delattr(mentorlog.store, "cipher", raising=False)
    monkeypatch.delitem(sys.modules, "mentorlog.store.cipher", raising=False)
    secret = locked.with_name("secret")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    secret.chmod(0o600)
    monkeypatch.setitem(sys.modules, package, None)
    for argv in (("note", "list"), ("log", "more"), ("unlock",), ("key", "rotate")):
        ran = typed(*argv)
        assert (ran.code, ran.out) == (3, ""), argv
        assert "not installed" in ran.err, argv
    monkeypatch.setenv("MENTORLOG_KEY_FILE", str(secret))
    ran = carry_out("note", "list")
    assert (ran.code, "pip install 'mentorlog[secure]'" in ran.err) == (3, True)


def test_no_passphrase_is_asked_for_that_would_open_nothing(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    assert "Passphrase of" not in typed("note", "list").err


def test_a_journal_without_its_key_file_is_not_called_a_plain_one(locked: Path) -> None:
    (locked.parent / "key.age").unlink()
    assert json.loads(carry_out("key", "--json").out)["encrypted"] is True
    for argv in (("unlock",), ("note", "list"), ("key", "rotate")):
        ran = typed(*argv)
        assert (ran.code, "mentorlog unlock --paper" in " ".join(ran.err.split())) == (3, True), argv
    (locked.parent / "paper.age").unlink()
    for argv in (("unlock",), ("note", "list"), ("key",), ("key", "rotate"), ("lock",)):
        ran = typed(*argv)
        assert (ran.code, ran.out) == (3, ""), argv
        assert "not encrypted" not in ran.err


def test_the_paper_key_opens_a_journal_whose_key_file_is_lost(journal: Path) -> None:
    paper = typist.paper_of(typed("lock").err)
    (journal.parent / "key.age").unlink()
    assert typed("unlock", "--paper", answers={"Paper key": paper}).code == 0
    carry_out("lock")
    assert CANARY in typed("note", "list", "--private").out


def test_a_paper_key_of_before_is_not_written_over(locked: Path) -> None:
    typed("unlock", "--decrypt", "--yes")
    (locked.parent / "key.age").unlink()
    before = (locked.parent / "paper.age").read_bytes()
    ran = typed("lock")
    assert (ran.code, "and no key.age" in " ".join(ran.err.split())) == (1, True)
    assert (locked.parent / "paper.age").read_bytes() == before


def test_lock_closes_it_for_every_login_of_its_owner(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "another-login" / "mentorlog"
    there.mkdir(mode=0o700, parents=True)
    here = tmp_path / "run" / "mentorlog"
    monkeypatch.setattr(unlocked, "memory_folders", lambda: [there, here])
    assert typed("unlock").code == 0
    monkeypatch.setattr(unlocked, "memory_folder", lambda: there)
    assert "locked" in carry_out("lock").out
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("until", ["1e300", "-1e300", '"soon"', "[]", "true", "1e999"])
def test_a_waiting_key_that_somebody_wrote_opens_nothing_and_is_no_crash(
    locked: Path, tmp_path: Path, until: str
) -> None:
    typed("unlock")
    (waiting,) = (tmp_path / "run" / "mentorlog").iterdir()
    waiting.write_text(f'{{"until": {until}, "keys": "{{}}"}}', encoding="utf-8")
    assert closed(*carry_out("note", "list")[::2])


def test_a_copy_that_is_damaged_does_not_keep_the_others_readable(journal: Path) -> None:
    assert carry_out("backup").code == 0
    (copy,) = (journal.parent / "backups").iterdir()
    damaged = copy.with_name(copy.name.replace("mentorlog-2", "mentorlog-1"))
    damaged.write_bytes(copy.read_bytes()[:4096])
    ran = typed("lock", answers={"Encrypt them": "y"})
    assert ran.code == 0
    assert f"{damaged.name} stays as it is" in " ".join(ran.err.split())
    assert not copy.read_bytes().startswith(driver.PLAIN)


def test_whoever_stops_at_the_last_question_is_told_that_it_is_encrypted(journal: Path) -> None:
    assert carry_out("backup").code == 0
    ran = typed("lock")  # no answer to whether the copies are to be encrypted
    assert (ran.code, "what was done before is kept" in ran.err) == (130, True)
    assert not journal.read_bytes().startswith(driver.PLAIN)


@pytest.mark.parametrize("number", ["99999999999999999999", "99999"])
def test_a_descriptor_beyond_all_bounds_is_wrong_usage(locked: Path, number: str) -> None:
    assert carry_out("note", "list", f"--key-fd={number}").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_key_is_not_read_from_a_terminal_that_would_show_it(locked: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    try:
        ran = carry_out("note", "list", f"--key-fd={theirs}")
    finally:
        os.close(ours)
        os.close(theirs)
    assert (ran.code, "file descriptor" in ran.err) == (2, True)


def test_a_passphrase_may_begin_as_a_key_does(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "{curly horse battery"
    assert typed("lock", answers={"New passphrase": said, "Once more": said}).code == 0
    secret = tmp_path / "secret"
    secret.write_text(said, encoding="utf-8")
    secret.chmod(0o600)
    monkeypatch.setenv("MENTORLOG_KEY_FILE", str(secret))
    assert carry_out("note", "list").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no core files")
def test_once_a_key_is_held_no_core_file_is_written(locked: Path) -> None:
    script = "import resource, sys; from io import StringIO; from mentorlog.env import Env;"
    script += "from mentorlog.unlocking import take; from tests.secure import KEYS;"
    script += "take(Env(None, *[StringIO()] * 3), KEYS); print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(program.ROOT)},
        capture_output=True,
    )
    assert ran.stdout.strip() == b"0", ran.stderr


def test_a_plain_journal_and_none_at_all_say_what_to_do(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "mentorlog lock" in carry_out("unlock").err
    monkeypatch.setenv("MENTORLOG_DB", str(journal.with_name("none.db")))
    for command in ("lock", "unlock"):
        ran = carry_out(command)
        assert (ran.code, ran.out) == (1, "")
        assert "There is no journal yet" in ran.err


class FakeKeyring:
    """The system's keyring, or one that fails as real ones do."""

    def __init__(self, works: bool = True) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.works = works

    def _asked(self) -> None:
        if not self.works:
            raise RuntimeError("No recommended backend was available.")

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._asked()
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        self._asked()
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        self._asked()
        del self.kept[service, name]


def test_the_keyring_is_asked_only_where_its_owner_said_so(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = FakeKeyring()
    monkeypatch.setitem(sys.modules, "keyring", ring)
    assert "until you lock it" in typed("unlock", "--keyring").out
    assert CANARY in carry_out("note", "list", "--private").out
    assert "The keyring gives the key." in carry_out("doctor").out
    ring.works = False
    assert closed(*carry_out("note", "list")[::2])
    ring.works = True
    assert carry_out("lock").code == 0
    assert ring.kept == {}
    assert not unlocked.marked(locked)


def test_a_keyring_that_is_not_there_is_said_and_no_crash(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", FakeKeyring(works=False))
    ran = typed("unlock", "--keyring")
    assert ran.code == 3
    assert "did not take the key" in ran.err
    assert not unlocked.marked(locked)


def test_the_passphrase_is_nowhere_in_what_is_said_or_kept(journal: Path) -> None:
    said = "".join(
        ran.err + ran.out for ran in (typed("lock"), typed("unlock"), carry_out("history"), typed("key"))
    )
    assert PASSPHRASE not in said
    assert all(
        PASSPHRASE.encode() not in one.read_bytes() for one in journal.parent.rglob("*") if one.is_file()
    )


def test_a_real_key_file_opens_for_a_process_without_a_terminal(tmp_path: Path, sample: Path) -> None:
    """With age's own work factor, and the variable, from end to end."""
    import shutil

    path = Path(shutil.copy(sample, tmp_path / "journal.db"))
    two = keys.Keys(all=(keys.new_key(),), uid="", paper=keys.new_paper()[1], created="")
    from mentorlog.store.encrypting import encrypt

    encrypt(path, two, PASSPHRASE)
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    secret.chmod(0o600)
    argv = [sys.executable, "-c", program.START, "goal", "list", "-q"]
    env = surroundings(tmp_path, MENTORLOG_DB=str(path), MENTORLOG_KEY_FILE=str(secret))
    ran = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("g")
    env.pop("MENTORLOG_KEY_FILE")
    ran = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (3, "")
