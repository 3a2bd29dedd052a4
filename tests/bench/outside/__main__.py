"""Programs that nobody here wrote read what is exported and write what is imported; the table at the end.

    python -m tests.bench.outside [NAME …] [--tools DIR] [--write]

Of npm and the Python Package Index they are installed into DIR (else into a folder of the system's cache); those of
the system are used when they are there. Both a sample journal and a hostile one go out: markup, scripts of the whole
world, emoji, quotes, line ends, titles of 500 characters. Ends with 1 when a program refuses something. With names
only those programs are tried; `--write` puts the table into CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from tests.bench.outside import calendars, contacts, datasette, documents, journals, pages, tasks
from tests.bench.outside.exports import Exports
from tests.bench.outside.tools import Tools, default_folder
from tests.bench.outside.trial import Row, row_of

TRIALS = [
    trial
    for group in (documents, calendars, contacts, pages, datasette, journals, tasks)
    for trial in group.TRIALS
]
BOOK = Path(__file__).parents[3] / "CONTRIBUTING.md"
MARKED = re.compile(r"(<!-- outside -->\n).*?(<!-- /outside -->)", re.DOTALL)
MOST_SAID = 12
"""Refusals of a program that are printed."""


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| program | version | on what | accepted |", "|---|---|---|---|"]
    lines += [f"| {one.program} | {one.version} | {one.on} | {one.accepted} |" for one in rows]
    return "\n".join(lines) + "\n"


def put(rows: list[Row]) -> None:
    """Write the table between its marks."""
    text = BOOK.read_text(encoding="utf-8")
    if not MARKED.search(text):
        sys.exit(f"{BOOK.name} has no place for the table: <!-- outside --> … <!-- /outside -->")
    BOOK.write_text(MARKED.sub(lambda found: f"{found[1]}{table(rows)}{found[2]}", text), encoding="utf-8")


def main(argv: list[str]) -> int:
    """Try every program, or those named. Returns 0 when none refuses anything, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    names = sorted({one.program for one in TRIALS})
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--tools", type=Path, help="where the programs are kept")
    parser.add_argument("--write", action="store_true", help="put the table into CONTRIBUTING.md")
    given = parser.parse_args(argv)
    if unknown := set(given.names) - set(names):
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    if given.write and given.names:
        parser.error("--write is for the whole table")
    tools, rows = Tools((given.tools or default_folder()).resolve()), []
    with tempfile.TemporaryDirectory() as place:
        exports = Exports(Path(place))
        for trial in TRIALS:
            if given.names and trial.program not in given.names:
                continue
            row = row_of(trial, exports, tools)
            rows.append(row)
            print(f"{row.program:18} {row.version:15} {row.on:71} {row.accepted}", flush=True)
            for what, said in row.refused[:MOST_SAID]:
                print(f"    {what}: {said}")
    if given.write:
        put(rows)
    return 1 if any(row.refused for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
