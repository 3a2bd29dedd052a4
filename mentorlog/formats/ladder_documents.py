"""Ladders as documents: TOML and YAML, and Markdown whose front matter is YAML.

- `roles`: the same schema as our own packs, in TOML or YAML.
- `topics`: a list of `name` or `title` and `content`, a list of `level` and `criteria`. A topic asks for its
  level in each level of the ladder from the first that has criteria on; where a level adds none, the last holds.
- `competencies`: a list of `level`, `theme` and `proficiency`, with `levels` and `themes` by `id` and `name`.
  Of several in a theme the highest proficiency counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from mentorlog.career.catalogue import Catalogue
from mentorlog.career.pack import alone
from mentorlog.errors import Unreadable
from mentorlog.formats.ladders import USUAL_WEIGHT, Ask, level_of, spread

MOST = 2_000_000
"""Characters of a document. A bound of ours."""
_TITLE = re.compile(r"[^\w&/+#.,()’' -]+")


def asks(name: str, text: str) -> list[Ask]:
    """What a document asks for, by the ending of its name. Raises Unreadable with the reason."""
    ending = name.rpartition(".")[2].casefold()
    if len(text) > MOST:
        raise Unreadable(f"{name} is longer than {MOST // 1_000_000} MB. Nothing was imported.")
    whole = (
        _toml(name, text) if ending == "toml" else _yaml(name, _front(name, text) if ending == "md" else text)
    )
    if not isinstance(whole, dict):
        raise _wrong(name, "it is no table of names and values")
    try:
        return list(_found(name, whole))
    except (TypeError, AttributeError, KeyError, ValueError, RecursionError) as error:
        raise _wrong(name, f"a part has the wrong form ({error})") from error


def _found(name: str, whole: dict[str, Any]) -> Iterator[Ask]:
    stem = name.rpartition(".")[0] or name
    if isinstance(whole.get("roles"), dict):
        yield from _native(alone({key: whole[key] for key in ("skills", "groups", "roles") if key in whole}))
    elif isinstance(whole.get("topics"), list):
        yield from _topics(_title(whole.get("title") or stem), whole["topics"])
    elif isinstance(whole.get("competencies"), list):
        yield from _competencies(_title(whole.get("name") or stem), whole)
    else:
        raise _wrong(name, "it has neither roles nor topics nor competencies")


def _native(catalogue: Catalogue) -> Iterator[Ask]:
    for role in catalogue.roles.values():
        for need in role.needs:
            skill = "|".join(map(catalogue.named, need.of))
            yield Ask(role.name, "", skill, need.level, need.weight, role.seniority, role.family)


def _topics(title: str, topics: list[Any]) -> Iterator[Ask]:
    steps = sorted({int(one["level"]) for topic in topics for one in topic.get("content") or ()})
    for topic in topics:
        skill = _title(topic.get("title") or topic["name"])
        asked = {int(one["level"]) for one in topic.get("content") or () if one.get("criteria")}
        level = 0
        for step, label in enumerate(steps):
            level = spread(step, len(steps)) if label in asked else level
            if level:
                yield Ask(title, str(label), skill, level)


def _competencies(title: str, whole: Mapping[str, Any]) -> Iterator[Ask]:
    names = {
        str(one["id"]): str(one["name"]) for part in ("levels", "themes") for one in whole.get(part) or ()
    }
    order = [str(one["id"]) for one in whole.get("levels") or ()]
    highest: dict[tuple[str, str], int] = {}
    for one in whole["competencies"]:
        step, theme = str(one["level"]), str(one["theme"])
        if step not in order:
            order.append(step)
        place = order.index(step)
        level = level_of(str(one.get("proficiency") or "")) or spread(place, len(order))
        highest[step, theme] = max(level, highest.get((step, theme), 0))
    for (step, theme), level in highest.items():
        role, skill = names.get(step, step), names.get(theme, theme)
        yield Ask(role, "", skill, level, USUAL_WEIGHT, order.index(step), title)


def _title(text: Any) -> str:
    """A heading without pictures, and without the words that only say that it is a ladder."""
    plain = " ".join(_TITLE.sub(" ", str(text)).split())
    return re.sub(r"(?i)\s+(progression\s+)?(framework|ladder)$", "", plain).strip(" -") or str(text)[:60]


def _front(name: str, text: str) -> str:
    found = re.match(r"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", text, re.DOTALL | re.MULTILINE)
    if not found:
        raise _wrong(name, "it does not begin with front matter between two lines of ---")
    return found[1]


def _toml(name: str, text: str) -> Any:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(name, str(error)) from error


def _yaml(name: str, text: str) -> Any:
    """A YAML document. An alias is refused: a few can stand for more than any memory holds."""
    import yaml

    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise _wrong(name, "it has aliases (*name), which are not read")
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"it is no YAML from line {mark.line + 1} on" if mark else "it is no YAML"
        raise _wrong(name, where) from error


def _wrong(name: str, why: str) -> Unreadable:
    return Unreadable(f"{name} cannot be read: {why}. Nothing was imported.")
