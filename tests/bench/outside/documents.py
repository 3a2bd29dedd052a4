"""Documents: two linters find nothing in any of them, and pandoc makes each a DOCX with its heading in it."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unicodedata import normalize

from tests.bench.outside.exports import Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial

DOCUMENTS = {
    "summary": ("export", "summary"),
    "summary-mentor": ("export", "summary", "--with", "ana", "--for", "mentor"),
    "summary-mentee": ("export", "summary", "--with", "bo", "--for", "mentee", "--redact-names"),
    "summary-manager": ("export", "summary", "--for", "manager", "--include-third-party"),
    "summary-goal": ("export", "summary", "--goal", "g2"),
    "meeting": ("export", "meeting", "m42"),
    "meeting-self": ("export", "meeting", "m42", "--for", "self"),
    "agenda": ("export", "agenda", "ana", "--agenda", "45m"),
    "agenda-bo": ("export", "agenda", "bo"),
    "plan": ("export", "plan"),
    "brag": ("export", "brag", "--include-third-party"),
    "promotion": ("export", "promotion", "backend-developer"),
    "stories": ("export", "stories"),
    "person": ("export", "person", "ana"),
    "person-bo": ("export", "person", "bo"),
    "prep": ("prep", "ana", "--format", "md"),
    "prep-bo": ("prep", "bo", "--format", "md"),
    "recap": ("recap", "--month", "--format", "md"),
    "recap-year": ("recap", "--year", "--format", "md"),
    "agreement": ("mentorship", "agree", "ana", "--format", "md"),
    "closing": ("mentorship", "close", "ana", "--dry-run", "--format", "md"),
}
FLAVORS = ("obsidian", "gfm")
RULES = {"default": True, "MD013": False}  # a line of a paragraph may be as long as it likes
PLUGINS = ("frontmatter", "gfm", "preset-lint-recommended", "preset-lint-consistent")
# Links as Obsidian writes them, [[people/ana-ruiz-p1|Ana]], are no links that CommonMark knows.
WIKI = json.dumps([{"source": r"^\[?[a-z]+/[a-z0-9-]+(\|.*)?\]?$"}])
_AT_ONCE = 40
"""Files that a linter is given at a time."""


def _documents(exports: Exports) -> dict[str, Path]:
    """Each document of both journals, by name."""
    made = {}
    for db in exports.both:
        for name, line in DOCUMENTS.items():
            made[f"{db.stem}, {name}"] = exports.to_file(db, f"{name}.md", *line)
    return made


def _notes(exports: Exports, flavors: Sequence[str] = FLAVORS) -> dict[str, Path]:
    """Each note of the folders that `export journal` writes, by name."""
    made = {}
    for db in exports.both:
        for flavor in flavors:
            folder = exports.folder / f"{db.stem}-{flavor}"
            exports.do(db, "export", "journal", folder, "--flavor", flavor, "--force")
            for file in sorted(folder.rglob("*.md")):
                made[f"{folder.name}/{file.relative_to(folder)}"] = file
    return made


def markdownlint(exports: Exports, tools: Tools) -> Iterator[Said]:
    """Every rule but the length of lines."""
    files = _documents(exports) | _notes(exports)
    settings = exports.folder / "rules.markdownlint-cli2.jsonc"
    settings.write_text(json.dumps({"config": RULES, "noBanner": True, "noProgress": True}), encoding="utf-8")

    def lint(some: Sequence[Path]) -> str:
        names = [f":{one.relative_to(exports.folder)}" for one in some]
        command = (tools.npm("markdownlint-cli2"), "--config", settings)
        return tools.run(*command, *names, cwd=exports.folder).stderr

    _doubted(lint([_faulty(exports)]), "MD012")
    told = [line for some in _pieces(files) for line in lint(some).splitlines()]
    for name, file in files.items():
        found = [line for line in told if line.startswith(f"{file.relative_to(exports.folder)}:")]
        yield name, "; ".join(line.partition(":")[2] for line in found)[:300]


def remark(exports: Exports, tools: Tools) -> Iterator[Said]:
    """What its authors recommend, and one way of writing throughout."""
    files = _documents(exports) | _notes(exports)
    plugins = [*PLUGINS, f"lint-no-undefined-references=allow:{WIKI}"]
    use = [word for one in plugins for word in ("--use", f"remark-{one}")]
    command = (tools.npm("remark"), "--no-config", "--no-stdout", "--no-color", "--quiet", "--frail", *use)
    home = tools.modules.parent

    def lint(some: Sequence[Path]) -> str:
        return tools.run(*command, *some, cwd=home).stderr

    _doubted(lint([_faulty(exports)]), "final-newline")
    found: dict[Path, list[str]] = {}
    for some in _pieces(files):
        file = home
        for line in lint(some).splitlines():
            if line.endswith(".md"):
                file = (home / line).resolve()
            elif re.match(r"\d+:\d+|\s+(warning|error)", line):
                found.setdefault(file, []).append(" ".join(line.split()))
    for name, path in files.items():
        yield name, "; ".join(found.get(path.resolve(), []))[:300]


def _faulty(exports: Exports) -> Path:
    """A page with faults, so that a linter that finds nothing in anything is found out."""
    file = exports.folder / "faulty.md"
    file.write_text("# One\n\n\n### Three \n* a\n- b\n* c", encoding="utf-8")
    return file


def _doubted(told: str, wanted: str) -> None:
    if wanted not in told or "faulty.md" not in told:
        raise RuntimeError(f"The linter does not find {wanted} in a faulty page: {told[:300]}")


def _pieces(files: Mapping[str, Path]) -> Iterator[list[Path]]:
    every = list(files.values())
    yield from (every[first : first + _AT_ONCE] for first in range(0, len(every), _AT_ONCE))


def pandoc(exports: Exports, tools: Tools) -> Iterator[Said]:
    """To DOCX and back to plain text, where the first heading is still to be read."""
    files = _documents(exports) | _notes(exports, ("gfm",))

    def through(file: Path) -> str:
        docx = file.with_suffix(".docx")
        form = "gfm+yaml_metadata_block-emoji"  # :smile: may stay what was typed
        ran = tools.run(tools.system("pandoc"), "--from", form, file, "--output", docx)
        back = tools.run(tools.system("pandoc"), docx, "--to", "plain", "--wrap=none")
        heading = re.findall(r"^# (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)[0]
        there = _letters(heading) in _letters(back.stdout)
        return said_by(ran) or said_by(back) or ("" if there else f"the heading is gone: {heading[:100]}")

    with ThreadPoolExecutor(os.cpu_count()) as several:
        yield from zip(files, several.map(through, files.values()), strict=True)


def _letters(text: str) -> str:
    """Letters and digits alone: how a sign is escaped differs from form to form."""
    return "".join(sign for sign in normalize("NFKC", html.unescape(text)) if sign.isalnum())


TRIALS = (
    Trial("markdownlint-cli2", "every Markdown document, every note of a folder", markdownlint),
    Trial("remark-cli", "the same, with the recommended rules and the consistent ones", remark),
    Trial("pandoc", "every Markdown document and note to DOCX and back to text", pandoc),
)
