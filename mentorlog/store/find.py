"""From what a person types to the record they mean: a ref, a handle, a name or its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mentorlog.domain.refs import looks_like_ref, read_ref
from mentorlog.errors import Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.domain.roles import Role
    from mentorlog.domain.skills import Skill
    from mentorlog.store.records import Records

R = TypeVar("R", bound="Record")


class Find:
    """Looks records up by what was typed. Every method raises Unknown with the nearest names."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def record(self, text: str, removed: bool = False) -> Record:
        """Any record: a ref, or the handle of a person or skill."""
        if looks_like_ref(text):
            return self.store.get(read_ref(text), removed)
        named = self._person(text) or self.own_role(text)
        return named or self.skill(text, "ref, person or skill", f'mentorlog search "{text[:40]}"')

    def person(self, text: str) -> Person:
        """A person by handle, ref, name or the beginning of either."""
        found = self._person(text)
        if found is None:
            from mentorlog.domain.people import Person

            raise self._unknown(
                "person", text, Person, "handle", f'mentorlog person add "{text[:40]}" --role contact'
            )
        return found

    def people(self, texts: list[str]) -> list[Person]:
        """Several people, `ana,bo` or one by one, each once."""
        words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
        return list({person.id: person for person in map(self.person, words)}.values())

    def _person(self, text: str) -> Person | None:
        from mentorlog.domain.people import Person

        return self._named(Person, text, "person", "handle", "name")

    def skill(self, text: str, what: str = "skill", hint: str = "") -> Skill:
        """A skill by handle, ref, name or alias; `c`, `c++` and `c#` stay apart."""
        from mentorlog.domain.skills import Skill

        found = self._named(Skill, text, "skill", "handle", "name") or self.store.one(
            Skill,
            "instr(',' || lower(replace(aliases, ', ', ',')) || ',', ',' || lower(?) || ',')",
            (text.strip(),),
        )
        if found is None:
            way_out = hint or f'mentorlog skill add "{text[:40]}"'
            raise self._unknown(what, text, Skill, "handle", way_out)
        return found

    def goal(self, text: str) -> Goal:
        """A goal by ref, title or a part of the title that only one goal has."""
        from mentorlog.domain.goals import Goal

        found = self._named(Goal, text, "goal", "title", "title")
        if found is None:
            part = f"%{_like(_word(text))}%"
            matches = self.store.all(Goal, "title LIKE ? ESCAPE '\\'", (part,), limit=3)
            found = self._only("goal", text, matches)
        if found is None:
            raise self._unknown("goal", text, Goal, "title", "mentorlog goal list")
        return found

    def own_role(self, text: str) -> Role | None:
        """A role of one's own by ref, handle or name; None for any other, which the catalogue may know."""
        from mentorlog.domain.roles import Role

        word = text.strip()
        if looks_like_ref(word) and read_ref(word).kind == "role":
            return self.store.by_id(Role, read_ref(word).id)
        for field in ("handle", "name"):
            if found := self.store.one(Role, f"{field} = ? COLLATE NOCASE", (word,)):
                return found
        return None

    def _named(self, cls: type[R], text: str, kind: str, *fields: str) -> R | None:
        word = _word(text)
        if looks_like_ref(word) and read_ref(word).kind == kind:
            return self.store.by_id(cls, read_ref(word).id)
        for field in fields:
            exact = self.store.all(cls, f"{field} = ? COLLATE NOCASE", (word,), limit=2)
            if len(exact) == 1:
                return exact[0]
        starts = " OR ".join(f"{field} LIKE ? ESCAPE '\\'" for field in fields)
        matches = self.store.all(cls, starts, (_like(word) + "%",) * len(fields), limit=3) if word else []
        # A short beginning is a name in the making for a skill: `c` must not become `communication`.
        return self._only(kind, word, matches) if kind != "skill" or len(word) > 3 else None

    @staticmethod
    def _only(kind: str, text: str, matches: list[R]) -> R | None:
        if len(matches) > 1:
            names = ", ".join(
                str(one.ref) if one.private else f"{one.ref} {one.headline}"[:40] for one in matches
            )
            raise Refused(f"“{text[:60]}” could be more than one {kind}: {names}.", "Say which by its ref.")
        return matches[0] if matches else None

    def _unknown(self, what: str, text: str, cls: type[Record], field: str, hint: str) -> Unknown:
        from difflib import get_close_matches

        # Names are offered on the screen, so a private one is not among them.
        shown = "deleted_at IS NULL AND visibility = 'shared'"
        rows = self.store.db.execute(
            f"SELECT {field} FROM {cls.kind} WHERE {shown} ORDER BY id DESC LIMIT 2000"
        ).fetchall()
        names = {str(name).lower(): str(name) for (name,) in rows}
        close = get_close_matches(text.strip().lower(), list(names), n=3, cutoff=0.5)
        return Unknown(what, text[:60], [names[one] for one in close], hint)


def _word(text: str) -> str:
    """What was typed as names are kept: without white space around it, accents on their letters (NFC)."""
    if text.isascii():
        return text.strip()
    import unicodedata

    return unicodedata.normalize("NFC", text.strip())


def _like(text: str) -> str:
    """Text as a literal inside LIKE."""
    return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
