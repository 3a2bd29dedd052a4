"""ESCO's files (CSV, English) as a pack of occupations: the European classification of occupations and skills.

ESCO names what an occupation needs, but no levels. Rules of thumb of ours: an essential skill is needed at
level 3 with weight 3, an optional one at level 2 with weight 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mentorlog.career.catalogue import Need, Role
from mentorlog.career.features import by_rarity, words
from mentorlog.career.imported import About, Parts
from mentorlog.career.matching import Matcher
from mentorlog.domain.text import handle
from mentorlog.errors import Unreadable
from mentorlog.formats.csv_lines import Line, table

FILES: Mapping[str, tuple[str, ...]] = {
    "occupations_en.csv": ("conceptUri", "preferredLabel"),
    "skills_en.csv": ("conceptUri", "preferredLabel"),
    "occupationSkillRelations.csv": ("occupationUri", "relationType", "skillUri"),
}
"""The files, all of which are needed, and the columns we cannot do without."""
NEEDS: Mapping[str, tuple[int, int]] = {"essential": (3, 3), "optional": (2, 1)}
"""Level and weight by the relation between an occupation and a skill."""
WEIGHTS: Mapping[str, float] = {"skills": 2, "titles": 1, "tasks": 1}
"""How much counts for likeness: skills are what ESCO has most to say about."""
NOTICE = (
    "This pack uses the ESCO classification of the European Commission. It was modified; the European Commission "
    "is not responsible for that, nor has it endorsed it."
)


def parts(files: Mapping[str, Iterable[str]], matcher: Matcher) -> Parts:
    """The pack of these files, which are given by name as lines. Raises Unreadable with file, line and reason."""
    jobs = {row["conceptUri"]: row for row in _rows("occupations_en.csv", files)}
    labels = {row["conceptUri"]: row["preferredLabel"] for row in _rows("skills_en.csv", files)}
    relations: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows("occupationSkillRelations.csv", files):
        if row["relationType"] not in NEEDS:
            raise row.wrong(f"“{row['relationType'][:20]}” is neither essential nor optional")
        if row["skillUri"] in labels:
            before = relations[row["occupationUri"]].get(row["skillUri"])
            relations[row["occupationUri"]][row["skillUri"]] = min(
                before or row["relationType"], row["relationType"]
            )
    if not jobs:
        raise Unreadable("occupations_en.csv has no occupations. Nothing was imported.")
    ids = _ids(jobs)
    order = sorted(jobs, key=lambda uri: ids[uri])
    roles = tuple(_role(ids[uri], jobs[uri], relations[uri], labels, matcher) for uri in order)
    skills = [
        [labels[one] for one, kind in relations[uri].items() for _ in range(NEEDS[kind][1])] for uri in order
    ]
    titles = [words(f"{jobs[uri]['preferredLabel']} " * 2 + jobs[uri].get("altLabels")) for uri in order]
    about = About(
        name="esco",
        kind="esco",
        source="ESCO",
        notice=NOTICE,
        roles=len(roles),
        skills=len(matcher.own),
        weights=WEIGHTS,
    )
    return Parts(
        about=about,
        roles=roles,
        skills=tuple(matcher.own[id] for id in sorted(matcher.own)),
        features={
            "skills": by_rarity([sorted(one) for one in skills]),
            "titles": by_rarity([sorted(one) for one in titles]),
            "tasks": by_rarity([words(jobs[uri].get("description")) for uri in order]),
        },
    )


def _rows(name: str, files: Mapping[str, Iterable[str]]) -> Iterator[Line]:
    return table(name, files[name], FILES[name])


def _ids(jobs: Mapping[str, Line]) -> dict[str, str]:
    """An id for each occupation, from its name; the end of its address tells apart those of one name."""
    short: defaultdict[str, list[str]] = defaultdict(list)
    for uri, row in jobs.items():
        short[handle(row["preferredLabel"])].append(uri)
    return {
        uri: f"esco:{name}" if len(uris) == 1 else f"esco:{name}-{handle(uri.rpartition('/')[2])}"
        for name, uris in short.items()
        for uri in uris
    }


def _role(
    id: str, row: Line, related: Mapping[str, str], labels: Mapping[str, str], matcher: Matcher
) -> Role:
    needs: dict[str, Need] = {}
    for uri in sorted(related, key=lambda uri: (related[uri], labels[uri], uri)):
        skill = matcher.id(labels[uri])
        needs.setdefault(skill, Need((skill,), *NEEDS[related[uri]]))
    others = {one.strip() for one in row.get("altLabels").split("\n")} | {row["conceptUri"], row.get("code")}
    return Role(
        id=id,
        name=row["preferredLabel"],
        family=f"isco {row.get('iscoGroup')}".strip(),
        aliases=tuple(sorted(others - {""})),
        needs=tuple(needs.values()),
    )
