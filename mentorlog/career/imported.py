"""Imported packs: roles of the world outside, one file each, beside the journal and never part of the catalogue.

A file has a JSON document on each line: what the pack is, its roles, their other names, skills of
its own, what each role needs, and what makes roles alike. Each is read only when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from mentorlog.career.alike import WEIGHTS
from mentorlog.career.catalogue import Role, Skill
from mentorlog.career.features import Block, Vector
from mentorlog.career.rows import need_row, role_of, role_row, skill_of, skill_row
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.text import handle
from mentorlog.errors import Unknown, Unreadable

FORM = 1
SUFFIX = ".pack"


class About(Frozen):
    """Where a pack comes from. `name` is what it is called here, `day` when it was imported (ISO).

    kind: onet, esco or ladder. notice: the licence and whom to name, as its owner asks for.
    """

    name: str
    kind: str
    source: str
    release: str = ""
    notice: str = ""
    day: str = ""
    roles: int = 0
    skills: int = 0
    weights: Mapping[str, float] = WEIGHTS


class Parts(Frozen):
    """A pack that was just read: `skills` are its own ones, `features` by block with a vector for each role."""

    about: About
    roles: tuple[Role, ...]
    skills: tuple[Skill, ...] = ()
    features: Mapping[str, Block] = {}


def text(parts: Parts) -> str:
    """A pack as the text of its file."""
    called: dict[str, list[int]] = {}
    for at, role in enumerate(parts.roles):
        for name in dict.fromkeys(map(handle, role.aliases)):
            called.setdefault(name, []).append(at)
    documents: tuple[Any, ...] = (
        [role_row(role.but(aliases=())) for role in parts.roles],
        called,
        [skill_row(skill) for skill in parts.skills],
        [[need_row(need) for need in role.needs] for role in parts.roles],
        {block: [[one.places, one.parts] for one in vectors] for block, vectors in parts.features.items()},
    )
    rest = "".join(map(_line, documents))
    return _line({"form": FORM, "sum": crc32(rest.encode()), **parts.about.values()}) + rest


def _line(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


class Pack:
    """An imported pack in its file. Every part raises Unreadable when the file is not as we wrote it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem

    @cached_property
    def about(self) -> About:
        """Where it comes from."""
        return self._opened[0]

    @cached_property
    def titles(self) -> tuple[Role, ...]:
        """Its roles by id, without what they need."""
        return tuple([role_of(row) for row in self._part(0)])

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Its roles by id, with what they need."""
        return tuple([role_of(*both) for both in zip(self._part(0), self._part(3), strict=True)])

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each role by its id."""
        return {role.id: at for at, role in enumerate(self.titles)}

    @cached_property
    def skills(self) -> tuple[Skill, ...]:
        """Skills of its own, which the catalogue does not have."""
        return tuple([skill_of(row) for row in self._part(2)])

    @cached_property
    def features(self) -> Mapping[str, Block]:
        """By block a vector for each role."""
        return {name: [Vector(*one) for one in rows] for name, rows in self._part(4).items()}

    def role(self, at: int) -> Role:
        """The role at a place, with what it needs."""
        return role_of(self._part(0)[at], self._part(3)[at])

    def called(self, name: str) -> list[int]:
        """The places of the roles that go by this id, code, title or other title; none when there is none."""
        others: list[int] = self._part(1).get(handle(name), [])
        return self.titled(name) or others

    def titled(self, name: str) -> list[int]:
        """The same, by id, code or title alone."""
        plain = name.strip().casefold()
        ways: tuple[Callable[[Role], bool], ...] = (
            lambda one: one.id == plain,
            lambda one: bool(one.onet) and plain in (one.onet, one.onet.removesuffix(".00")),
            lambda one: one.name.casefold() == plain,
        )
        found = ([at for at, one in enumerate(self.titles) if goes(one)] for goes in ways)
        return next(filter(None, found), [])

    def _part(self, line: int) -> Any:
        return json.loads(self._opened[1][line])

    @cached_property
    def _opened(self) -> tuple[About, list[bytes]]:
        """What it is about, and the lines of everything else. Their checksum vouches for them."""
        try:
            first, _, rest = self.path.read_bytes().partition(b"\n")
            fields = json.loads(first)
            if (fields.pop("form"), fields.pop("sum")) != (FORM, crc32(rest)):
                raise ValueError("another form or content")
            return About(**fields), rest.split(b"\n")
        except OSError as error:
            raise Unreadable(f"I cannot read the pack {self.path}: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(
                f"The pack {self.path} is damaged, or of another version of this program.",
                f"Import it again, or take it away: mentorlog career remove {self.name}",
            ) from error


def packs(folder: Path) -> tuple[Pack, ...]:
    """The imported packs of a folder, by name; none when there is no such folder."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return ()
    return tuple(Pack(path) for path in files if not path.name.startswith("."))


def no_pack(name: str, there: Iterable[str]) -> Unknown:
    """The complaint that there is no pack of that name, with the nearest of those there are."""
    from difflib import get_close_matches

    return Unknown("pack", name[:60], get_close_matches(name, list(there), n=3), "mentorlog career packs")
