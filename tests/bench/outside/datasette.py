"""Datasette opens the exported database, and shows every table and every view."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from tests.bench.outside.exports import Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial, differs

ASK = """
import asyncio, json, sys
from datasette.app import Datasette
async def pages(file, *paths):
    site = Datasette([file])
    return [[one.status_code, one.text] for one in [await site.client.get(path) for path in paths]]
print(json.dumps(asyncio.run(pages(*sys.argv[1:]))))
"""
"""What `datasette FILE --get PATH` does, for many paths at once."""


def datasette(exports: Exports, tools: Tools) -> Iterator[Said]:
    """`inspect` counts the same rows, and each table and view is there as data and as a page."""
    for db in exports.both:
        file = exports.to_file(db, "open.db", "export", "sqlite")
        with closing(sqlite3.connect(file)) as opened:
            listed = (
                "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY type, name"
            )
            kinds = dict(opened.execute(listed))
            counts = {name: opened.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in kinds}
        ran = tools.run(tools.pip("datasette"), "inspect", file)
        tables = {name: counts[name] for name, kind in kinds.items() if kind == "table"}
        yield f"{db.stem}, inspect", said_by(ran) or differs(_inspected(ran.stdout), tables)
        paths = [f"/{file.stem}/{name}" for name in kinds]
        data = [f"{path}.json?_shape=array&_size=max" for path in paths]
        ran = tools.run(tools.python, "-c", ASK, file, *paths, *data)
        if refused := said_by(ran):
            yield f"{db.stem}, pages", refused
            continue
        told = json.loads(ran.stdout)
        for path, (code, _) in zip(paths, told, strict=False):
            yield path, differs(code, 200)
        for name, path, (code, text) in zip(kinds, paths, told[len(paths) :], strict=True):
            yield (
                f"{path}.json",
                differs(code, 200) or differs(len(json.loads(text)), min(counts[name], 1000)),
            )


def _inspected(told: str) -> dict[str, int]:
    """Rows by table."""
    (found,) = json.loads(told).values()
    return {name: one["count"] for name, one in found["tables"].items()}


TRIALS = (Trial("datasette", "the exported database, each table and view", datasette),)
