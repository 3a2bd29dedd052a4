"""The bridge between a journal and the catalogue: levels, roles of one's own, and what somebody wants and was told.

A skill is known to the catalogue by its handle, name or an alias; one that is not keeps its handle as its
id. Levels are never averaged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from mentorlog.career.catalogue import Catalogue, Need, Role, Skill
from mentorlog.career.explore import Signals
from mentorlog.domain.careers import Said, Word
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import NEED, held
from mentorlog.domain.roles import Role as OwnRole
from mentorlog.domain.skills import Assessment, Rating
from mentorlog.domain.skills import Skill as OwnSkill
from mentorlog.domain.text import handle

FAMILY_WORDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("programming", "coding", "development", "software development", "software engineering"), "software"
    ),
    **dict.fromkeys(("databases", "analytics"), "data"),
    **dict.fromkeys(("infrastructure", "system administration"), "operations"),
    **dict.fromkeys(("cybersecurity", "it security"), "security"),
}
"""What people call a family of roles when they say what they like."""
Resolve = Callable[[str], str]
"""From a word for a skill to its id in the catalogue; the handle of the word when there is none."""


class Opinion(NamedTuple):
    """The latest level (0-5) somebody else gives."""

    by: str
    level: int


class Known(Frozen):
    """What is known of a skill (id). `skill` is the journal's own, None when it has none.

    level: 0-5 by me, of myself or of the person; None when unrated. evidence: what shows it.
    planned: open actions and resources for it.
    """

    id: str
    skill: OwnSkill | None = None
    level: int | None = None
    evidence: tuple[Ref, ...] = ()
    others: tuple[Opinion, ...] = ()
    planned: tuple[Ref, ...] = ()


def catalogue_with(said: Said, base: Catalogue) -> Catalogue:
    """The catalogue with the roles and skills of the journal; the same one when it has none to add."""
    resolve = resolver(said, base)
    roles = [own_role(one, base, resolve) for one in said.roles]
    strange = (one for one in said.skills if resolve(one.handle) not in base.skills)
    skills = [Skill(id=one.handle, name=one.name, category=one.category) for one in strange]
    return base.plus(roles, skills) if roles or skills else base


def own_role(record: OwnRole, base: Catalogue | None = None, resolve: Resolve = str) -> Role:
    """A role of one's own as the catalogue has roles. What it leaves out stays as in the role of that id in `base`."""
    before = base.roles.get(record.handle) if base else None
    described = (before or Role(id=record.handle, name=record.name)).but(name=record.name)
    if record.asked:
        described = described.but(needs=tuple(filter(None, (_need(one, resolve) for one in record.asked))))
    if record.family:
        described = described.but(family=record.family)
    return described.but(seniority=record.seniority) if record.seniority else described


def _need(line: str, resolve: Resolve) -> Need | None:
    """`python|java:3:2 one language` as a need; None for a line that another program spoilt."""
    asked, _, name = line.partition(" ")
    of, level, *weight = asked.split(":")[:3] if NEED.fullmatch(line) else ("", "")
    if not of:
        return None
    return Need(tuple(map(resolve, of.split("|"))), int(level), int(weight[0]) if weight else 2, name.strip())


def resolver(said: Said, catalogue: Catalogue) -> Resolve:
    """What finds the id of a skill by any word for it, the journal's own handles, names and aliases first."""
    ours = _named(catalogue.skills)
    own: dict[str, str] = {}
    for one in reversed(said.skills):
        words = (one.handle, one.name, *one.aliases.split(","))
        id = next((ours[word] for word in map(_plain, words) if word in ours), one.handle)
        own |= {_plain(word): id for word in reversed(words) if word.strip()}
    own |= {_plain(one.handle): own[_plain(one.handle)] for one in said.skills}

    def resolve(word: str) -> str:
        plain = _plain(word)
        return own.get(plain) or ours.get(plain) or handle(word)

    return resolve


def known(said: Said, catalogue: Catalogue) -> dict[str, Known]:
    """By skill id what is known: every skill of the journal, and those a level was given in."""
    resolve = resolver(said, catalogue)
    ids = {one.id: resolve(one.handle) for one in said.skills}
    found: dict[str, Known] = {}
    for one in said.skills:
        found.setdefault(ids[one.id], Known(id=ids[one.id], skill=one))
    given: list[tuple[str, Rating | Assessment]] = [(resolve(one.skill), one) for one in said.assessments]
    mine = [(ids[one.skill_id], one) for one in said.ratings if one.by_id is None and one.skill_id in ids]
    for id, latest in sorted(given if said.person else mine, key=lambda pair: (pair[1].day, pair[1].id)):
        there = found.get(id) or Known(id=id)
        found[id] = there.but(level=latest.level, evidence=said.evidence.get(latest.ref, ()))
    for id, opinions in _others(said, ids).items():
        found[id] = found[id].but(others=opinions)
    for id, refs in _planned(said, ids).items():
        found[id] = found[id].but(planned=refs)
    return found


def levels(said: Said, catalogue: Catalogue) -> dict[str, int | None]:
    """By skill id the level of the person, 0-5, None for a skill that is in the journal unrated."""
    return {id: one.level for id, one in known(said, catalogue).items()}


def _others(said: Said, ids: Mapping[int, str]) -> dict[str, tuple[Opinion, ...]]:
    """The latest level each other person gives me, by skill id."""
    latest: dict[str, dict[int, Rating]] = {}
    for one in sorted(said.ratings, key=lambda one: (one.day, one.id)):
        if not said.person and one.by_id is not None and one.skill_id in ids:
            latest.setdefault(ids[one.skill_id], {})[one.by_id] = one
    return {
        id: tuple(Opinion(said.raters.get(by, "Someone"), one.level) for by, one in by_rater.items())
        for id, by_rater in latest.items()
    }


def _planned(said: Said, ids: Mapping[int, str]) -> dict[str, tuple[Ref, ...]]:
    found: dict[str, tuple[Ref, ...]] = {}
    serving = [(one.skill_id, one.ref) for one in said.actions] + [
        (one.skill_id, one.ref) for one in said.resources
    ]
    for skill, ref in serving:
        if skill is not None and skill in ids:
            found[ids[skill]] = (*found.get(ids[skill], ()), ref)
    return found


def here(said: Said, catalogue: Catalogue) -> Role | None:
    """The role of the position held today; None between two, or when it names no role we know."""
    position = held(said.positions, said.today)
    word = position.role or position.title if position else ""
    return catalogue.roles.get(word) or catalogue.roles.get(_named(catalogue.roles).get(_plain(word), ""))


def signals(said: Said, catalogue: Catalogue) -> Signals:
    """What is wanted and was spoken of, by the id of the role, family or skill, with the records it stands in."""
    roles, resolve = _named(catalogue.roles), resolver(said, catalogue)
    families = {one.family for one in catalogue.roles.values()}
    goals: dict[str, tuple[Ref, ...]] = {}
    interests: dict[str, tuple[Ref, ...]] = {}
    for aim in said.aims:
        word = _plain(aim.what)
        skill = resolve(aim.what)
        family = word if skill in catalogue.skills else FAMILY_WORDS.get(word, word)
        id = roles.get(word) or (family if family in families else skill)
        which = goals if aim.stage == "aimed" else interests
        which[id] = (*which.get(id, ()), aim.ref)
    for goal in said.goals:
        id = roles.get(_plain(goal.role), goal.role)
        goals[id] = (*goals.get(id, ()), goal.ref)
    return Signals(interests=interests, goals=goals, mentions=mentions(said.words, catalogue))


def mentions(words: Iterable[Word], catalogue: Catalogue) -> dict[str, tuple[Ref, ...]]:
    """Where a role is spoken of by name or alias, in one number or many; the longest name of a place counts."""
    texts = [(one.ref, one.text.casefold()) for one in words]
    said = set(re.findall(r"[\w+#]+", "\n".join(text for _, text in texts)))
    said |= {word.removesuffix("s") for word in said}
    roles = _named(catalogue.roles)
    # Only names of which every word was said somewhere are looked for in each text.
    likely = [name for name in roles if said.issuperset(re.findall(r"[\w+#]+", name))]
    likely.sort(key=len, reverse=True)
    spoken = {name: re.compile(rf"(?<!\w){_spelt(name)}s?(?!\w)") for name in likely}
    found: dict[str, dict[Ref, None]] = {}
    for ref, text in texts if likely else ():
        for name in likely:
            text, times = spoken[name].subn("\n", text)
            if times:
                found.setdefault(roles[name], {})[ref] = None
    return {id: tuple(refs) for id, refs in found.items()}


def _spelt(name: str) -> str:
    return r"[\s-]+".join(map(re.escape, name.split()))


def _named(entries: Mapping[str, Skill] | Mapping[str, Role]) -> dict[str, str]:
    """Ids by every plain name; an id comes before a name, a name before an alias."""
    found = {_plain(alias): one.id for one in entries.values() for alias in one.aliases}
    found |= {_plain(one.name): one.id for one in entries.values()}
    return found | {_plain(id): id for id in entries}


def _plain(word: str) -> str:
    """A name as it is compared: `Back-end  Developer` → `back end developer`."""
    return " ".join(word.casefold().replace("-", " ").split())
