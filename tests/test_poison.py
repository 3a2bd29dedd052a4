"""A journal full of what steers a terminal: none of it ever reaches one."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.cli.app import Root, Verbs
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.sound import CHOICES
from tests.conftest import Run
from tests.program import carry_out, surroundings
from tests.surface import ALIKE, READS, WRITES
from tests.test_help import COMMANDS
from tests.thorough import THOROUGH, turn

# Colour and title, a hyperlink, the clipboard, C1, DCS, bidi, a tag, zero width, and what Rich would obey.
POISON = (
    "\x1b[31mRED\x1b]0;title\x07\x1b]8;;http://evil.test\x1b\\x\x1b]8;;\x1b\\\x1b]52;c;ZXZpbA==\x07"
    "\x9b31mC1\x90dcs\x9c\u202egnp.exe\u2066\u200b\U000e0041\x7f\x08\r[/][bold red]MARKUP[link=http://evil.test]:smile:"
)
OURS = {
    "uid",
    "created_at",
    "updated_at",
    "deleted_at",
    "visibility",
    "starts_at",
    "kinds",
    "label",
    "code",
    "about",
}
OURS |= {"from_kind", "to_kind", "record_kind"}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HARM = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def texts(kind: str) -> Iterator[str]:
    """The columns of a kind that hold a person's words."""
    for name, annotation in class_of(kind).fields.items():
        if annotation == "str" and name not in OURS and (kind, name) not in CHOICES:
            yield name


@pytest.fixture(scope="module")
def poisoned(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal with poison before every text in it, written past every check."""
    path = tmp_path_factory.mktemp("poison") / "journal.db"
    path.write_bytes(sample.read_bytes())
    with closing(sqlite3.connect(path)) as db:
        for kind in ALL:
            for column in texts(kind):
                db.execute(f"UPDATE {kind} SET {column} = ? || {column}", (POISON,))
        db.commit()
    return path


FORMS = [
    (line, form)
    for number, line in enumerate(READS)
    for form in ((), *turn(number // 2, (("--json",), ("--private",), ("--ascii",), ("--plain",))))
    if THOROUGH or not form or number % 2
]
"""Each page as it is; every second one, and all when thorough, in another form too."""


def harmless(output: str, what: str) -> None:
    """No escape but colours, and nothing invisible."""
    plain = COLOUR.sub("", output)
    found = HARM.search(plain)
    assert found is None, f"{what}: {found[0]!r} in {plain[max(0, found.start() - 60) : found.end() + 40]!r}"


def test_every_command_is_known_to_read_or_to_write() -> None:
    known = {" ".join(line.split()[:count]) for line in READS for count in (1, 2)} | WRITES | ALIKE
    assert [" ".join(words) for words in COMMANDS if " ".join(words) not in known] == []


@pytest.mark.parametrize(("line", "form"), FORMS, ids=[" ".join([line, *form]) for line, form in FORMS])
def test_no_page_lets_it_out_on_a_terminal(
    line: str, form: tuple[str, ...], poisoned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "--private" in form and line.split(maxsplit=1)[0] in ("export", "config", "path"):
        return
    monkeypatch.setenv("COLUMNS", "100")
    ran = carry_out("--db", str(poisoned), *line.split(), *form, tty=True)
    if form == ("--private",) and ran.code == 2:
        return  # a page that has nothing private
    assert ran.code == 0 or (line, ran.code) == ("doctor", 1), ran.err
    harmless(ran.out, line)
    harmless(ran.err, line)


@pytest.mark.parametrize("line", READS)
def test_no_page_lets_it_out_into_a_pipe(line: str, poisoned: Path) -> None:
    ran = carry_out("--db", str(poisoned), *line.split())
    assert ran.code == 0 or (line, ran.code) == ("doctor", 1), ran.err
    assert not COLOUR.search(ran.out)
    if not line.startswith(("export", "person export")):  # a document for a program keeps what was written
        harmless(ran.out, line)
    harmless(ran.err, line)


def test_the_poison_is_really_there(poisoned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    for line in ("note list", "goal list", "person list", "show n1"):
        out = carry_out("--db", str(poisoned), *line.split()).out
        assert "<U+001B>" in out
        assert "[/][bold red]MARKUP" in out
        assert ":smile:" in out


def test_pictures_hold_it_as_text_only(poisoned: Path, tmp_path: Path) -> None:
    for number, line in enumerate(("timeline", "goal show g2", "dashboard", "skill list")):
        file = tmp_path / f"{number}.svg"
        assert carry_out("--db", str(poisoned), *line.split(), "--svg", str(file)).code == 0
        text = file.read_text(encoding="utf-8")
        harmless(text, line)
        assert not re.search(r"<(a|script|image|foreignObject)\b|href|on\w+=", text)


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "goal {}",
        "log --{}",
        "log x --with {}",
        "log x --on {}",
        "log x --kind {}",
        "show {}",
        "goal update g5 {}",
        "goal close g5 --as {}",
        "config get {}",
        "config set theme {}",
        "timeline --kinds {}",
        "search x --in {}",
        "next snooze {}",
        "person add {} --role mentor",
        "person add Jo --role {}",
        "skill rate sql {}",
        "log x --color {}",
        "meet ana --mins {} -n x",
        "meet ana -n x --action {}",
        "export summary --for {}",
        "export all --out /nowhere/{}",
        "import {}",
        "timeline --svg /nowhere/{}",
        "demo --into /nowhere/{}",
        "--db {} note list",
        "action list --limit {}",
        "edit {}",
    ],
)
def test_what_was_typed_wrong_is_named_harmlessly(line: str, run: Run) -> None:
    argv = [part.replace("{}", POISON.replace("\0", "")) for part in line.split()]
    for more in ((), ("--json",)):
        ran = run(*argv, *more, stdin="\n" * 40, tty=True)
        harmless(ran.out, line)
        harmless(ran.err, line)
        assert "Traceback" not in ran.err
        assert "foresee" not in ran.err
        assert ran.code in (0, 1, 2), ran


def test_words_that_steer_a_terminal_are_kept_but_shown_harmlessly(run: Run) -> None:
    for argv in (
        ["log", POISON],
        ["topic", "ana", POISON],
        ["action", "add", POISON],
        ["meet", "ana", "-n", POISON],
    ):
        ran = run(*argv, stdin="\n" * 40, tty=True)
        assert ran.code == 0, ran.err
        harmless(ran.out + ran.err, argv[0])


# Runs each line of a file of JSON, one after the other, with what stands between them; `{}` is the journal.
ALL_AT_ONCE = """
import io, json, sys
from mentorlog.main import main
for number, argv in enumerate(json.load(open(sys.argv[1]))):
    print(f"### {number}", flush=True)
    main(argv, stdin=io.StringIO())
"""


def on_a_terminal(lines: list[list[str]], home: Path, **env: str) -> list[str]:
    """What a real terminal gets of each command line."""
    pty = pytest.importorskip("pty")
    file = home / "lines.json"
    file.write_text(json.dumps(lines))
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        argv = [sys.executable, "-c", ALL_AT_ONCE, str(file)]
        os.execve(sys.executable, argv, surroundings(home, COLUMNS="100", **env))
    seen, deadline = b"", time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(terminal)
    os.waitpid(pid, 0)
    output = seen.decode().replace("\r\n", "\n")
    return re.split(r"^### \d+\n", output, flags=re.MULTILINE)[1:]


def test_every_page_on_a_real_terminal_sends_nothing_but_colours(poisoned: Path, home: Path) -> None:
    lines = [["--db", str(poisoned), *line.split()] for line in READS]
    lines += [
        ["--db", str(poisoned), "show", "zz\x1b]0;x\x07"],
        ["--db", f"{home}/no\x1b[2J/x", "note", "list"],
    ]
    lines += [[*words, "--help"] for words in COMMANDS[::9]]
    pages = on_a_terminal(lines, home)
    assert len(pages) == len(lines)
    assert sum(bool(COLOUR.search(page)) for page in pages) > 20
    for line, page in zip(lines, pages, strict=True):
        assert "Traceback" not in page
        harmless(page, " ".join(line[2:]))


def values_of(words: tuple[str, ...]) -> list[str]:
    """The options of a command that take a value."""
    found = Root().get_command(None, words[0])
    found = found.get_command(None, words[1]) if isinstance(found, Verbs) else found
    return [one.opts[0] for one in found.params if one.opts[0].startswith("-") and not one.is_flag]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_given_poison_lets_it_out(
    words: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    said = POISON.replace("\0", "")
    tries = [[said], [said, said], ["ana", said], [f"--{said}"], ["-h", said]]
    for number, option in enumerate(values_of(words)):
        tries += turn(number, ([option, said], ["ana", option, said]))
    for argv in tries:
        ran = run(*words, *argv, stdin="\n" * 20, tty=True)
        harmless(ran.out + ran.err, f"{words} {argv}")
        assert "Traceback" not in ran.err
        assert "foresee" not in ran.err, (words, argv, ran.err)


def test_questions_name_things_harmlessly(poisoned: Path, tmp_path: Path) -> None:
    copy = tmp_path / "journal.db"
    copy.write_bytes(poisoned.read_bytes())
    for argv, typed in ((["rm", "n1"], "n\n"), (["meet", "p1", "-n", "words"], "\n" * 40)):
        ran = carry_out("--db", str(copy), *argv, stdin=typed, tty=True)
        harmless(ran.out + ran.err, argv[0])
        assert "<U+001B>" in ran.err
