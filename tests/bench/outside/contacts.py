"""Contacts: vobject and npm's vcf read every card, and every name and note as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.outside.exports import Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial, differs

VERSIONS = ("4", "3")
VOBJECT = """
import json, sys, vobject
cards = list(vobject.readComponents(open(sys.argv[1], encoding="utf-8", newline="").read()))
# It writes what it reads in 3.0 alone, and reads that again.
again = [vobject.readOne(one.serialize()) for one in cards] if sys.argv[2] == "3" else cards
def words(one):
    return [one.fn.value, one.note.value if hasattr(one, "note") else ""]
print(json.dumps([[words(one) for one in each] for each in (cards, again)]))
"""


def _files(exports: Exports) -> Iterator[tuple[str, str, Path, list[list[str]]]]:
    """Each file with its name, its version and the names and notes that are in it."""
    for db in exports.both:
        names = [one["name"] for one in json.loads(exports.do(db, "export", "all"))["records"]["person"]]
        for version in VERSIONS:
            options = ("--vcard", version)
            bare = exports.to_file(db, f"{version}.vcf", "export", "vcard", *options)
            yield f"{db.stem}, {version}.0", version, bare, names
            full = exports.to_file(db, f"{version}-notes.vcf", "export", "vcard", *options, "--notes")
            yield f"{db.stem}, {version}.0 with notes", version, full, names


def vobject(exports: Exports, tools: Tools) -> Iterator[Said]:
    """As many cards as people, each with its name; what it writes of them it reads again."""
    for name, version, file, names in _files(exports):
        ran = tools.run(tools.python, "-c", VOBJECT, file, version)
        yield name, said_by(ran) or _compared(ran.stdout, names)


def vcf(exports: Exports, tools: Tools) -> Iterator[Said]:
    """The same by npm's vcf."""
    for name, _, file, names in _files(exports):
        ran = tools.script("contacts.cjs", file)
        yield name, said_by(ran) or _compared(ran.stdout, names)


def _compared(told: str, names: list[str]) -> str:
    first, second = json.loads(told)
    found = sorted(name for name, _ in first)
    return differs(found, sorted(names)) or differs(second, first)


TRIALS = (
    Trial("vobject", "contacts, versions 4.0 and 3.0, with notes and without", vobject),
    Trial("vcf", "contacts, versions 4.0 and 3.0, with notes and without", vcf),
)
