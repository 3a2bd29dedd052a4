"""The O*NET Database's text files (releases 24 to 30) as a pack of occupations.

What becomes a need, rules of thumb of ours over O*NET's figures:
- a skill or knowledge of importance 3 (“important”) or more on O*NET's scale of 1 to 5, not marked as not
  relevant. Its level 0-7 counts 5/7 of itself, so that 0-7 becomes 0-5; its weight is 3 from importance 4
  on, 2 from 3.5 on, else 1.
- a technology marked “In Demand” (employers ask for it): level 3, weight 2 when it is “hot” too, else 1.
  Releases without that column: what is “hot”, level 2, weight 1.
The rank is the Job Zone, 1 to 5; 3 where there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from mentorlog.career.catalogue import Need, Role
from mentorlog.career.features import Block, by_profile, by_rarity, words
from mentorlog.career.imported import About, Parts
from mentorlog.career.matching import Matcher
from mentorlog.errors import Unreadable
from mentorlog.formats.onet_families import FAMILIES
from mentorlog.formats.onet_rows import FILES, FIRST, Row, rows

IMPORTANT = 3.0
NOTICE = (
    "This pack includes information from the O*NET {release} Database by the U.S. Department of Labor, Employment "
    "and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. "
    "The information was modified; USDOL/ETA has not approved, endorsed, or tested these modifications."
)
_CATEGORIES = {"2.B.1": "communication", "2.B.3": "technical", "2.B.5": "management", "2.C": "domain"}
_SCALES = {"IM": 5.0, "LV": 7.0, "OI": 7.0}


class Rating(NamedTuple):
    """What was rated of an occupation: the element, its id, importance (1-5) and level (0-7)."""

    name: str
    id: str
    importance: float = 0.0
    level: float = 0.0
    relevant: bool = True


class Tool(NamedTuple):
    """A technology an occupation uses: example and kind, asked for by employers, “hot”."""

    name: str
    kind: str
    demanded: bool
    hot: bool


class Told(NamedTuple):
    """What the files say, by O*NET-SOC code; `jobs` are the rows of Occupation Data."""

    jobs: Mapping[str, Mapping[str, str]]
    knowledge: Mapping[str, list[Rating]]
    skills: Mapping[str, list[Rating]]
    tools: Mapping[str, list[Tool]]
    others: Mapping[str, list[str]]
    tasks: Mapping[str, list[str]]
    interests: Mapping[str, dict[str, float]]
    zones: Mapping[str, int]


def parts(files: Mapping[str, Iterable[str]], matcher: Matcher, release: str) -> Parts:
    """The pack of these files, which are given by name as lines. Raises Unreadable with file, line and reason."""
    told = _told({kind: rows(kind, files) for kind in FILES})
    roles = tuple(_role(code, told, matcher) for code in sorted(told.jobs))
    about = About(
        name="onet",
        kind="onet",
        source="O*NET Database",
        release=release,
        notice=NOTICE.format(release=release or "(release not named)"),
        roles=len(roles),
        skills=len(matcher.own),
    )
    own = tuple(matcher.own[id] for id in sorted(matcher.own))
    known = {name: block for name, block in _features(told).items() if any(one.places for one in block)}
    return Parts(about=about, roles=roles, skills=own, features=known)


def _told(said: Mapping[str, Iterable[Row]]) -> Told:
    jobs = {row.fields["O*NET-SOC Code"]: row.fields for row in _occupations(said[FIRST])}
    zones = said["Job Zones"]
    return Told(
        jobs=jobs,
        knowledge=_ratings(said["Knowledge"]),
        skills=_ratings(said["Skills"]),
        tools=_tools(said["Technology Skills"]),
        others=_texts(said["Alternate Titles"], "Alternate Title"),
        tasks=_texts(said["Task Statements"], "Task"),
        interests=_profiles(said["Interests"]),
        zones={row.fields["O*NET-SOC Code"]: int(row.number("Job Zone", 5)) for row in zones},
    )


def _role(code: str, told: Told, matcher: Matcher) -> Role:
    return Role(
        id=f"onet:{code}",
        name=told.jobs[code]["Title"],
        family=FAMILIES.get(code[:2], ""),
        seniority=told.zones.get(code) or 3,
        onet=code,
        aliases=tuple(sorted(set(told.others.get(code, ())))),
        needs=_needs(
            [*told.skills.get(code, ()), *told.knowledge.get(code, ())], told.tools.get(code, ()), matcher
        ),
    )


def _features(told: Told) -> dict[str, Block]:
    """A vector for each occupation by code; the words of a title count twice in a description and among titles."""
    jobs = [told.jobs[code] for code in sorted(told.jobs)]
    titles = [words(one["Title"]) * 2 for one in jobs]

    def each(of: Mapping[str, Any]) -> list[Any]:
        return [of.get(code, ()) for code in sorted(told.jobs)]

    tasks = zip(titles, jobs, each(told.tasks), strict=True)
    others = zip(titles, each(told.others), strict=True)
    return {
        "tasks": by_rarity([[*title, *words(one["Description"]), *_said(of)] for title, one, of in tasks]),
        "titles": by_rarity([[*title, *_said(of)] for title, of in others]),
        "knowledge": by_profile([_weighed(one) for one in each(told.knowledge)]),
        "skills": by_profile([_weighed(one) for one in each(told.skills)]),
        "technology": by_rarity(
            [[word for tool in one for word in (tool.name, f"={tool.kind}")] for one in each(told.tools)]
        ),
        "interests": by_profile([one or {} for one in each(told.interests)]),
    }


def _occupations(found: Iterable[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in found:
        code = row.fields["O*NET-SOC Code"]
        if code in seen:
            raise row.wrong(f"{code} is there twice")
        if not row.fields["Title"].strip():
            raise row.wrong(f"{code} has no title")
        seen.add(code)
        yield row
    if not seen:
        raise Unreadable(f"{FIRST}.txt has no occupations. Nothing was imported.")


def _ratings(found: Iterable[Row]) -> dict[str, list[Rating]]:
    """What was rated, in the order of elements. Rows of other scales than IM and LV are passed over."""
    rated: defaultdict[str, dict[str, Rating]] = defaultdict(dict)
    for row in found:
        scale, code, id = (row.fields[one] for one in ("Scale ID", "O*NET-SOC Code", "Element ID"))
        if scale not in ("IM", "LV"):
            continue
        before = rated[code].get(id) or Rating(row.fields["Element Name"], id)
        value = row.number("Data Value", _SCALES[scale])
        if scale == "IM":
            rated[code][id] = before._replace(importance=value)
        else:
            relevant = row.fields.get("Not Relevant", "") != "Y"
            rated[code][id] = before._replace(level=value, relevant=relevant)
    return {code: [ratings[id] for id in sorted(ratings)] for code, ratings in rated.items()}


def _tools(found: Iterable[Row]) -> dict[str, list[Tool]]:
    tools: defaultdict[str, set[Tool]] = defaultdict(set)
    for row in found:
        marks = {one: row.fields.get(one, "") == "Y" for one in ("In Demand", "Hot Technology")}
        told = "In Demand" in row.fields
        tools[row.fields["O*NET-SOC Code"]].add(
            Tool(
                row.fields["Example"],
                row.fields["Commodity Title"],
                marks["In Demand"] if told else marks["Hot Technology"],
                told and marks["Hot Technology"],
            )
        )
    return {code: sorted(some) for code, some in tools.items()}


def _texts(found: Iterable[Row], column: str) -> Mapping[str, list[str]]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for row in found:
        if row.fields[column] not in ("", "n/a"):
            texts[row.fields["O*NET-SOC Code"]].append(row.fields[column])
    return texts


def _profiles(found: Iterable[Row]) -> Mapping[str, dict[str, float]]:
    profiles: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in found:
        if row.fields["Scale ID"] == "OI":
            profiles[row.fields["O*NET-SOC Code"]][row.fields["Element Name"]] = row.number("Data Value", 7)
    return profiles


def _weighed(found: Iterable[Rating]) -> dict[str, float]:
    return {one.id: one.level * one.importance for one in found}


def _said(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words(text)]


def _tooled(tools: Iterable[Tool]) -> list[str]:
    return [word for tool in tools for word in (tool.name, f"={tool.kind}")]


def _needs(found: Iterable[Rating], tools: Iterable[Tool], matcher: Matcher) -> tuple[Need, ...]:
    needs: dict[str, Need] = {}

    def add(name: str, category: str, level: int, weight: int) -> None:
        about_tools = category == "technical"
        id = matcher.id(name, category, about_tools)
        before = needs.get(id, Need((id,), 0, 1))
        needs[id] = Need((id,), max(level, before.level), max(weight, before.weight))

    for one in found:
        level = round(one.level * 5 / 7)
        if one.importance >= IMPORTANT and one.relevant and level:
            add(one.name, _category(one.id), level, 1 + (one.importance >= 3.5) + (one.importance >= 4))
    for tool in tools:
        if tool.demanded:
            add(tool.name, "technical", 3 if tool.hot else 2, 2 if tool.hot else 1)
    return tuple(sorted(needs.values(), key=lambda one: (-one.weight, -one.level, one.of)))


def _category(id: str) -> str:
    return next((category for prefix, category in _CATEGORIES.items() if id.startswith(prefix)), "other")
