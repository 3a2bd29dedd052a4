"""From what was typed to a role or skill: of one's own, of the catalogue, or of what was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.errors import Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.career.catalogue import Role
    from mentorlog.career.library import Library
    from mentorlog.env import Env
    from mentorlog.store.store import Store


def library(env: Env, store: Store | None = None) -> Library:
    """Every role there is; with a store, those of one's own too. Raises Unreadable for a damaged pack."""
    from mentorlog.career.library import Library
    from mentorlog.places import packs_folder

    return Library.of(packs_folder(env.path), own_roles(store) if store else ())


def own_roles(store: Store) -> tuple[Role, ...]:
    """The roles the journal holds, as the catalogue has them."""
    from mentorlog.career.journal import own_role
    from mentorlog.domain.roles import Role

    return tuple(own_role(one) for one in store.all(Role))


def role_id(env: Env, store: Store, text: str, must: bool = True) -> str:
    """The id of a role by id, name, other title or code; empty when nobody knows it and it need not be."""
    try:
        return library(env, store).role(text).id
    except (Unknown, Refused):
        if must:
            raise
        return ""


def skill_id(env: Env, store: Store, text: str) -> str:
    """A skill of one's own by its handle, else one of the catalogue by its id. Raises Unknown."""
    try:
        own = store.find.skill(text)
        if not own.private:
            return own.handle
    except (Unknown, Refused):
        pass
    try:
        return library(env).ours.skill(text).id
    except Unknown as error:
        raise Unknown("skill", text[:60], error.close, f'mentorlog skill add "{text[:40]}"') from None
