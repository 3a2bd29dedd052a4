"""What a large file costs to bring in: `python tests/bench/import_size.py FORM MEGABYTES`.

Prints the seconds and the peak of the memory of a run of its own, in MB.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

WORDS = (
    "index query review cursor deploy lock vacuum replica backup restore team story estimate design outbox"
)
TEXT = " ".join([WORDS] * 4)
AT = "2026-01-01T10:00:00.000Z"


def day(number: int) -> str:
    return str(date(1990, 1, 1) + timedelta(days=number % 13_000))


def uid(number: int) -> str:
    return f"019b0000-0000-7000-8000-{number:012x}"


def entry(number: int) -> str:
    return json.dumps(
        {"id": number, "uid": uid(number), "created_at": AT, "text": f"{TEXT} {number}", "day": day(number)}
    )


def json_() -> Iterator[str]:
    yield '{"schema": "mentorlog/journal/1", "records": {"note": ['
    for number in range(1, 10**9):
        yield ("," if number > 1 else "") + "\n" + entry(number)


def jsonl() -> Iterator[str]:
    yield '{"schema": "mentorlog/journal-lines/1"}\n'
    for number in range(1, 10**9):
        yield '{"kind": "note", ' + entry(number)[1:] + "\n"


def jrnl() -> Iterator[str]:
    for number in range(10**9):
        yield f"[{day(number)} 09:30:00 AM] Number {number}\n{TEXT} @ana #x{number % 50}\n\n"


def markdown() -> Iterator[str]:
    yield "# Brag document\n"
    for number in range(10**9):
        yield f"\n## {day(number)} number {number}\n{TEXT}\n\n- [ ] do {number}\n- [x] done {number}\n"
        yield f"\n### Wins\n- {WORDS} {number}\n"


def taskwarrior() -> Iterator[str]:
    yield "["
    for number in range(10**9):
        task = {"description": f"{TEXT} {number}", "uuid": uid(number), "status": "pending", "project": "p"}
        yield ("," if number else "") + "\n" + json.dumps(task)


def csv() -> Iterator[str]:
    yield "Date,Text,Tags\n"
    for number in range(10**9):
        yield f'{day(number)},"{TEXT} {number}",x{number % 50}\n'


FORMS = {
    "json": json_,
    "jsonl": jsonl,
    "jrnl": jrnl,
    "markdown": markdown,
    "taskwarrior": taskwarrior,
    "csv": csv,
}
ENDS = {"json": "\n]}}\n", "taskwarrior": "\n]\n"}


def make(form: str, size: int, path: Path) -> None:
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for piece in FORMS[form]():
            written += file.write(piece)
            if written > size:
                break
        file.write(ENDS.get(form, ""))


def main(form: str, megabytes: int, *flags: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "file")
        make(form, megabytes * 1_000_000, file)
        env = os.environ | {"MENTORLOG_DB": str(Path(place, "kept", "journal.db")), "MENTORLOG_BACKUP": "off"}
        began = time.monotonic()
        argv = [sys.executable, "-m", "mentorlog", "import", str(file), "--as", form, "--json", *flags]
        ran = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
        seconds = time.monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(ran.stdout.replace("\n", " ")[:300], ran.stderr[:300])
        print(f"{form} {' '.join(flags)}: {megabytes} MB in {seconds:.0f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
