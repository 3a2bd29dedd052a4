"""Writing in the person's own editor: what they wrote is kept, or safe, never lost."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.program import process

Edit = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Makes `$EDITOR` a shell script; `$1` is the draft, and `seen` beside the script is for notes on it."""

    def become(script: str) -> None:
        file = tmp_path / "my editor"
        file.write_text(f'#!/bin/sh\nseen="{tmp_path}/seen"\n{script}\n')
        file.chmod(0o700)
        monkeypatch.setenv("EDITOR", f'"{file}"')

    return become


@pytest.fixture
def drafts(journal: Path) -> Callable[[], list[Path]]:
    """The drafts that are left."""
    return lambda: list((journal.parent / "drafts").glob("*"))


Drafts = Callable[[], list[Path]]


def newest(run: Run) -> str:
    ref = run("note", "list", "--limit", "1", "-q").out.strip()
    return str(json.loads(run("show", ref, "--json").out)["text"])


def test_what_was_written_is_kept_and_no_draft_is_left(editor: Edit, run: Run, drafts: Drafts) -> None:
    editor('printf "From the editor.\\n\\nTwo paragraphs, [/] and all.\\n" > "$1"')
    ran = run("log", "-e")
    assert ran.code == 0, ran.err
    assert newest(run) == "From the editor.\n\nTwo paragraphs, [/] and all."
    assert drafts() == []


def test_a_draft_is_for_its_owner_only_and_lies_beside_the_journal(
    editor: Edit, run: Run, tmp_path: Path
) -> None:
    editor('stat -c "%a %n" "$1" "$(dirname "$1")" > "$seen"; echo words > "$1"')
    assert run("log", "-e").code == 0
    file, folder = (tmp_path / "seen").read_text().splitlines()
    assert file.startswith("600 ")
    assert folder.startswith("700 ")
    assert "/kept/drafts" in folder


def test_memory_is_preferred_to_the_disk(
    editor: Edit, run: Run, drafts: Drafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    editor('echo "$1" > "$seen"; echo words > "$1"')
    assert run("log", "-e").code == 0
    assert (tmp_path / "seen").read_text().startswith(str(runtime))
    assert [one for one in runtime.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("script", ["true", ': > "$1"', 'printf " \\n\\n" > "$1"', 'rm "$1"'])
def test_nothing_written_is_nothing_kept(
    script: str, editor: Edit, run: Run, journal: Path, drafts: Drafts
) -> None:
    editor(script)
    before = journal.read_bytes()
    for line in (["log", "-e"], ["note", "edit", "n1"]):
        ran = run(*line)
        assert (ran.code, ran.out) == (1, "")
        assert "nothing was kept" in ran.err
        assert "safe" not in ran.err
    assert journal.read_bytes() == before
    assert drafts() == []


def test_an_editor_that_fails_keeps_nothing_in_the_journal_but_the_words_are_safe(
    editor: Edit, run: Run, journal: Path, drafts: Drafts
) -> None:
    editor('echo "hard-won words" > "$1"; exit 1')
    before = journal.read_bytes()
    ran = run("log", "-e")
    assert (ran.code, ran.out) == (1, "")
    assert journal.read_bytes() == before
    [draft] = drafts()
    assert f"Your words are safe in {draft}" in ran.err
    assert draft.read_text() == "hard-won words\n"


def test_an_editor_that_fails_at_once_leaves_nothing_behind(editor: Edit, run: Run, drafts: Drafts) -> None:
    editor("exit 3")
    ran = run("log", "-e")
    assert ran.code == 1
    assert "ended with an error" in ran.err
    assert drafts() == []


def test_words_are_safe_when_the_journal_cannot_be_written_afterwards(
    editor: Edit, run: Run, journal: Path, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr("mentorlog.store.connect.WAIT", 0.05)
    editor('echo "hard-won words" > "$1"')
    other = sqlite3.connect(journal, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = run("log", "-e", "--private")
    spoken = run("log", "-e", "--json")
    other.close()
    assert (ran.code, ran.out) == (3, "")
    first, second = sorted(drafts(), key=lambda one: one.stat().st_mtime_ns)
    assert f"Your words are safe in {first}" in ran.err
    for draft in (first, second):
        assert draft.read_text() == "hard-won words\n"
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
        assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700
    assert json.loads(spoken.err)["drafts"] == [str(second)]


@pytest.mark.parametrize("argv", [["--with", "zzzzz"], ["--goal", "zzzzz"], ["--skill", "zzzzz"]])
def test_words_are_safe_when_a_name_turns_out_to_be_wrong(
    argv: list[str], editor: Edit, run: Run, drafts: Drafts
) -> None:
    editor('echo "hard-won words" > "$1"')
    ran = run("log", "-e", *argv)
    assert ran.code == 1
    assert "zzzzz" in ran.err
    [draft] = drafts()
    assert str(draft) in ran.err


def test_words_are_safe_when_they_are_too_many(editor: Edit, run: Run, drafts: Drafts) -> None:
    editor('head -c 6000000 /dev/zero | tr "\\0" x > "$1"')
    ran = run("log", "-e")
    assert ran.code == 1
    assert "5,000,000" in ran.err
    assert len(drafts()) == 1


def test_bytes_that_are_not_utf_8_are_kept_as_far_as_they_can_be(
    editor: Edit, run: Run, drafts: Drafts
) -> None:
    editor('printf "caf\\351 \\000 noir" > "$1"')
    ran = run("log", "-e")
    assert ran.code == 0, ran.err
    assert "not UTF-8" in ran.err
    assert newest(run) == "caf\ufffd \ufffd noir"
    assert drafts() == []


@pytest.mark.parametrize(
    "value",
    [
        'sh -c "touch PWNED" ;',
        "true; touch PWNED;",
        "$(touch PWNED)",
        "`touch PWNED`",
        "true && touch PWNED ||",
    ],
)
def test_the_name_of_the_editor_is_never_read_by_a_shell(
    value: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first is a shell by name, which its owner may start; only the file name is ours to add.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", value)
    ran = run("log", "-e")
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err
    if not value.startswith("sh "):
        assert not (tmp_path / "PWNED").exists()


def test_a_file_name_is_one_argument_whatever_the_folder_is_called(
    editor: Edit, run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a; touch PWNED #'\" $(touch PWNED)"
    folder.mkdir()
    (folder / "journal.db").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    editor('echo "$#" > "$seen"; echo words > "$1"')
    assert run("--db", str(folder / "journal.db"), "log", "-e").code == 0
    assert (tmp_path / "seen").read_text() == "1\n"
    assert not (tmp_path / "PWNED").exists()


@pytest.mark.parametrize("value", ["no-such-editor", '"unclosed', "/", ""])
def test_an_editor_that_cannot_be_started_is_named(
    value: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", value)
    ran = run("log", "-e")
    assert (ran.code, ran.out) == (2, "")
    assert "editor" in ran.err
    assert "foresee" not in ran.err


def test_a_record_is_edited_as_a_whole_and_only_what_changed_is_kept(
    editor: Edit, run: Run, drafts: Drafts
) -> None:
    editor("sed -i 's/^by: .*/by: 2027-02-01/' \"$1\"")
    ran = run("goal", "edit", "g5")
    assert ran.code == 0, ran.err
    assert "changed: by" in ran.out
    assert json.loads(run("goal", "show", "g5", "--json").out)["goal"]["due"] == "2027-02-01"
    assert drafts() == []


def test_a_template_that_cannot_be_read_any_more_changes_nothing_and_is_safe(
    editor: Edit, run: Run, journal: Path, drafts: Drafts
) -> None:
    editor('echo "what is this" > "$1"')
    before = journal.read_bytes()
    ran = run("goal", "edit", "g5")
    assert ran.code == 1
    assert "line 1" in ran.err
    assert journal.read_bytes() == before
    assert len(drafts()) == 1


def test_an_editor_that_is_killed_leaves_the_words_safe(
    editor: Edit, run: Run, journal: Path, drafts: Drafts
) -> None:
    editor('echo "hard-won words" > "$1"; kill -9 $$')
    before = journal.read_bytes()
    ran = run("log", "-e", "--private")
    assert (ran.code, ran.out) == (1, "")
    assert journal.read_bytes() == before
    [draft] = drafts()
    assert f"Your words are safe in {draft}" in ran.err


def test_words_are_safe_when_the_program_is_killed_while_the_editor_is_open(
    editor: Edit, run: Run, journal: Path, drafts: Drafts, home: Path
) -> None:
    editor('echo "hard-won words" > "$1"; kill -9 $PPID')
    ran = process("log", "-e", home=home, env={"MENTORLOG_DB": str(journal), "EDITOR": os.environ["EDITOR"]})
    assert ran.returncode == -9
    [draft] = drafts()
    assert draft.read_text() == "hard-won words\n"
    assert str(draft) in run("doctor").out


LITTER = """
folder=$(dirname "$1"); name=$(basename "$1")
for left in "$1~" "$folder/.$name.swp" "$folder/#$name#" "$folder/.$name.un~"; do echo zqcanary > "$left"; done
echo zqcanary >> "$1"
"""


def canaries(*folders: Path) -> list[Path]:
    """Every file that holds the canary, but the journal."""
    files = [one for folder in folders for one in folder.rglob("*") if one.is_file()]
    return [one for one in files if one.suffix != ".db" and b"zqcanary" in one.read_bytes()]


def test_what_an_editor_leaves_beside_a_draft_goes_with_it(
    editor: Edit, run: Run, journal: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(home))
    editor(LITTER)
    assert run("log", "-e", "--private").code == 0
    assert canaries(home, journal.parent) == []
    assert not (journal.parent / "drafts").exists()


VIMRC = "set backup writebackup undofile swapfile updatecount=1 viminfo='100,<1000,s100 nocompatible\n"
WRITES = "normal ozqcanary words"


@pytest.mark.skipif(not shutil.which("vim"), reason="there is no vim here")
@pytest.mark.parametrize("ends", ["wq", "call system('kill -9 ' . getpid())"])
@pytest.mark.parametrize("discreet", [True, False], ids=["with flags", "without"])
def test_vim_leaves_nothing_of_a_private_draft_anywhere(
    discreet: bool, ends: str, run: Run, journal: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".vimrc").write_text(VIMRC + f"set backupdir={home} undodir={home} directory={home}\n")
    script = ("let @a = 'zqcanary'", WRITES, "silent! preserve", *(["w"] if ends == "wq" else []), ends)
    argv = ["vim", "-E", "-s", "-u", str(home / ".vimrc"), *(word for one in script for word in ("-c", one))]
    monkeypatch.setenv("EDITOR", shlex.join(argv))
    monkeypatch.setenv("TMPDIR", str(home))
    if not discreet:
        monkeypatch.setattr("mentorlog.editor.DISCREET", {})
    ran = run("log", "-e", "--private")
    assert ran.code == (ends != "wq"), ran.err
    left = canaries(home, journal.parent)
    assert (left == []) == discreet, left


def test_a_vi_that_is_vim_is_known_as_one_and_another_gets_no_flags(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    for name in ("vim.basic", "nvi"):
        file = tmp_path / name
        file.write_text(f'#!/bin/sh\necho "$@" > {seen}\nfor last; do :; done; echo words >> "$last"\n')
        file.chmod(0o700)
        (tmp_path / "vi").unlink(missing_ok=True)
        (tmp_path / "vi").symlink_to(file)
        monkeypatch.setenv("EDITOR", str(tmp_path / "vi"))
        assert run("log", "-e").code == 0
        assert ("-i NONE" in seen.read_text()) == (name == "vim.basic")
