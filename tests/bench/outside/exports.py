"""What other programs are given: everything that is exported, of a sample journal and of a hostile one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from functools import cached_property
from itertools import cycle
from pathlib import Path
from typing import Any

from mentorlog.domain.record import Record
from mentorlog.domain.sound import CHOICES, fault
from mentorlog.formats import json_journal
from tests.program import process

HOSTILE = (
    "<script>alert(1)</script> & \"double\" 'single' <!-- not closed",
    "# no heading | no | cell | **bold** _it_ `code [link](javascript:alert(1)) ![x](y)",
    "日本語のタイトル、句読点。全角！",
    "👩‍👩‍👧‍👦 ⚠️ é e\u0301 שלום עולם العربية ﷺ",
    'semi;colon, comma\\ back\\slash: colon; \\n \\, "q" %s {0} {{ 7*7 }} {% raw %}',
    "long " + "title " * 83,
    "x" * 500,
    "- [ ] no box",
    "1. no list",
    "> no quote, http://bare.example/x_y_z?a=1&b=2 and a@bare.example",
    '=HYPERLINK("http://evil.example";"x") +1 -1 @x #x',
    "[ref]: http://x [^1] [[wiki|link]] $x^2$ :smile: ~~gone~~ ***",
    "[2024-01-05 09:30] no entry of another day",
    "BEGIN:VCARD END:VEVENT",
    "* star",
)
LINES = (
    "first\n\nsecond\n# heading\n## heading\n- one\n  - two\n\n\n\n```\nfence",
    "    indented\n\ttab\n---\nSetext\n===\n| a | b |\n|---|---|\n| 1 | 2",
    "ends in spaces   \nand a backslash\\\n[2024-01-05 09:30] a line like an entry\n> quote\n***\n+ plus\n1) one",
    "\x1b[31mred\x07 \u202eright\u202c to left\nEND:VCARD\nEND:VEVENT",
)
ONE_LINE = {"name", "title", "handle", "theme", "email", "phone", "organisation", "links", "occasion"}
_KEPT = {"uid", "created_at", "updated_at", "deleted_at", "visibility", "starts_at", "time", "zone"}
_KEPT |= {"handle", "kinds", "label", "code", "about", "url", "from_kind", "to_kind", "record_kind"}


class Exports:
    """Two journals in a folder, and what mentorlog writes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()

    def do(self, db: Path, *argv: str | Path) -> str:
        """What a command says; every command must go well."""
        words = [str(one) for one in argv]
        ran = process("--db", str(db), *words, home=self.home, env={"MENTORLOG_NAME": "Sam Rivera"})
        if ran.returncode:
            raise RuntimeError(f"mentorlog {' '.join(words)}: {ran.stderr.decode()[:500]}")
        return ran.stdout.decode()

    def to_file(self, db: Path, name: str, *argv: str | Path) -> Path:
        """What a command writes into a file."""
        file = self.folder / f"{db.stem}-{name}"
        self.do(db, *argv, "--out", file, "--force")
        return file

    def counts(self, db: Path) -> dict[str, int]:
        """How many live records of each kind, private ones too."""
        told = json.loads(self.do(db, "export", "all", "--include-private", "--yes"))
        return {kind: len(found) for kind, found in told["records"].items()}

    @cached_property
    def sample(self) -> Path:
        """The sample journal."""
        path = self.folder / "sample.db"
        process("demo", "--into", str(path), home=self.home)
        return path

    @cached_property
    def hostile(self) -> Path:
        """The sample journal, every text of it made hostile, brought in as any journal is."""
        told = json.loads(self.do(self.sample, "export", "all", "--include-private", "--yes"))
        file = self.folder / "hostile.json"
        records = json_journal.records_of(told["records"])
        words, lines = cycle(HOSTILE), cycle((*LINES, *HOSTILE))
        worse = {kind: [_hostile(one, words, lines) for one in found] for kind, found in records.items()}
        file.write_text("".join(json_journal.write(worse, told["exported_at"])), encoding="utf-8")
        path = self.folder / "hostile.db"
        self.do(path, "import", file)
        return path

    @property
    def both(self) -> tuple[Path, Path]:
        """The journals."""
        return self.sample, self.hostile


def _hostile(record: Record, words: Iterator[str], lines: Iterator[str]) -> Record:
    """The record with hostile words before each text that may be so, by the house's own check."""
    for name, annotation in type(record).fields.items():
        value = getattr(record, name)
        if annotation != "str" or not value or name in _KEPT or (record.kind, name) in CHOICES:
            continue
        worse: Any = record.but(**{name: f"{next(words if name in ONE_LINE else lines)} {value}"})
        record = record if fault(worse) else worse
    return record


def said_by(ran: subprocess.CompletedProcess[str]) -> str:
    """Why a program refused, in a line; empty when it did not."""
    if ran.returncode == 0:
        return ""
    return " ".join((ran.stderr.strip() or ran.stdout.strip() or f"code {ran.returncode}").split())[:300]
