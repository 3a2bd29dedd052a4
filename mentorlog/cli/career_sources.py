"""Where classifications and ladders come from: their files are found, opened, and read as a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from mentorlog.career.catalogue import Catalogue
from mentorlog.career.imported import Parts
from mentorlog.career.library import OURS
from mentorlog.career.matching import Matcher, Unmatched, needed
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.text import handle
from mentorlog.errors import Refused, Unreadable

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.views.progress import Reading

_PATIENCE = 1.0
"""Seconds without a bar: what is done by then needs none."""
_PIECE = 1 << 18
"""Characters between two words about how far it is."""
MOST = 256_000_000
"""Bytes of one file that is read. A bound of ours."""
RESERVED = ("onet", "esco", OURS)
"""Names no ladder may have."""


class Watch:
    """A bar on a terminal for files that take long to read."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self._heard = env.stderr.isatty() and not (env.json or env.quiet or env.plain)
        self._began = monotonic()
        self._total = self._read = 0
        self._bar: Reading | None = None

    def lines(self, paths: Mapping[str, Path]) -> dict[str, Iterator[str]]:
        """The lines of files, by name; nothing is read before the first line is asked for."""
        for path in paths.values():
            with suppress(OSError):  # it is said when its first line is asked for
                self._total += path.stat().st_size
        return {name: self._lines(path) for name, path in paths.items()}

    def close(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.close()

    def _lines(self, path: Path) -> Iterator[str]:
        count = 0
        for line in _lines(path):
            count += len(line)
            if count > _PIECE:
                self._told(count)
                count = 0
            yield line
        self._told(count)

    def _told(self, count: int) -> None:
        self._read += count
        if self._bar:
            self._bar.at(self._read)
        elif self._heard and monotonic() - self._began > _PATIENCE:
            from mentorlog.views.progress import Reading

            self._bar = Reading(self._env.stderr, self._env.look, self._env.color, self._total)


class Brought(Frozen):
    """What was read: the pack, its skills that are none of ours, and the files that were not there."""

    parts: Parts
    unmatched: tuple[Unmatched, ...] = ()
    missing: tuple[str, ...] = ()


def onet(folder: Path, ours: Catalogue, watch: Watch) -> Brought:
    """The O*NET Database from the folder of its text files. Raises Unreadable, Refused."""
    from mentorlog.formats.onet import parts
    from mentorlog.formats.onet_rows import FILES, FIRST

    names = [name for files in FILES.values() for name in files]
    found = _files(folder, {f"{name}.txt": name for name in names}, f"{FIRST}.txt")
    release = _release(found[FIRST].parent, r"O\*NET\S*\s+(\d+\.\d+)", r"(\d\d)[._](\d)")
    matcher = Matcher(ours.skills)
    made = parts(watch.lines(found), matcher, release)
    return _brought(
        made, matcher, tuple(kind for kind, files in FILES.items() if found.keys().isdisjoint(files))
    )


def esco(folder: Path, ours: Catalogue, watch: Watch) -> Brought:
    """ESCO from the folder of its English CSV files. Raises Unreadable, Refused."""
    from mentorlog.formats.esco import FILES, parts

    names = {name: name for name in FILES} | {
        "occupationSkillRelations_en.csv": "occupationSkillRelations.csv"
    }
    found = _files(folder, names, "occupations_en.csv")
    for name in FILES:
        if name not in found:
            raise Refused(
                f"There is no {name} in {folder}; nothing was imported.", "Download ESCO as CSV, in English."
            )
    matcher = Matcher(ours.skills)
    made = parts(watch.lines(found), matcher)
    release = _release(found["occupations_en.csv"].parent, r"$^", r"v(\d+)\.(\d+(?:\.\d+)?)")
    return _brought(made.but(about=made.about.but(release=release)), matcher)


def ladder(file: Path, ours: Catalogue, name: str, watch: Watch) -> Brought:
    """A ladder from one file: TOML, CSV, YAML or Markdown. `name` is what it is to be called, else as its file.

    Raises Unreadable, Refused.
    """
    from mentorlog.formats import ladder_documents, ladder_tables, ladders

    if file.is_dir():
        raise Refused(f"{file} is a folder; nothing was imported.", "A ladder is one file; name that.")
    called = handle(name or file.stem)
    if called in RESERVED:
        raise Refused(f"A ladder cannot be called {called}.", "Give it another name: --as NAME.")
    if file.suffix.casefold() not in (".csv", ".tsv", ".toml", ".yaml", ".yml", ".md", ".markdown"):
        raise Unreadable(
            f"{file} is none of TOML, CSV, YAML and Markdown.", "Its name says which: ladder.csv"
        )
    lines = watch.lines({file.name: file})[file.name]
    if file.suffix.casefold() in (".csv", ".tsv"):
        asks: Iterable[ladders.Ask] = ladder_tables.asks(file.name, lines)
    else:
        asks = ladder_documents.asks(file.name, "".join(lines))
    matcher = Matcher(ours.skills)
    return _brought(ladders.parts(called, file.name, asks, ours, matcher), matcher)


def _brought(parts: Parts, matcher: Matcher, missing: tuple[str, ...] = ()) -> Brought:
    return Brought(parts=parts, unmatched=matcher.unmatched(needed(parts.roles)), missing=missing)


def _files(folder: Path, wanted: Mapping[str, str], first: str) -> dict[str, Path]:
    """The files of a folder, or of a folder in it, by what they are wanted as; case does not matter."""
    try:
        if folder.is_file():
            raise Refused(f"{folder} is a file; nothing was imported.", "Unpack it, and name the folder.")
        inner = sorted(one for one in folder.iterdir() if one.is_dir())
        for place in (folder, *inner):
            there = {one.name.casefold(): one for one in sorted(place.iterdir())}
            if first.casefold() in there:
                return {
                    as_: there[name.casefold()] for name, as_ in wanted.items() if name.casefold() in there
                }
    except OSError as error:
        raise Unreadable(f"I cannot read {folder}: {error.strerror}.", "Nothing was imported.") from error
    raise Refused(
        f"There is no {first} in {folder}; nothing was imported.", "Name the folder with its files."
    )


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text file. Raises Unreadable when it cannot be read, is not UTF-8, or goes on for ever."""
    try:
        if not path.is_file():
            raise Unreadable(f"There is no file {path}." if not path.exists() else f"{path} is no file.")
        if path.stat().st_size > MOST:
            raise Unreadable(f"{path} is larger than {MOST // 1_000_000} MB; nothing was imported.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from file
    except OSError as error:
        raise Unreadable(f"I cannot read {path}: {error.strerror}.", "Nothing was imported.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path} is not UTF-8 text; nothing was imported.") from error


def _release(folder: Path, said: str, named: str) -> str:
    """The release as “Read Me.txt” says it, else as the folder is named; empty when neither does."""
    for path in (folder / "Read Me.txt", folder / "ReadMe.txt"):
        with suppress(OSError):
            found = re.search(said, path.read_bytes()[:2000].decode("utf-8", "replace"))
            if found:
                return found[1]
    called = re.search(named, folder.absolute().name)
    return ".".join(called.groups()) if called else ""
