"""`person forget` and `person export`: what is held about somebody, taken away or handed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.hand_over import DryRun, IncludePrivate, Out, Parcel, agree, hand_over, place
from mentorlog.errors import Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Which = Annotated[str, typer.Argument(metavar="P", help="A person, by handle, name or ref.")]
Removed = Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")]


def forget(ctx: typer.Context, person: Which, yes: options.Yes = False, dry_run: Removed = False) -> None:
    """Forget a person for good: no undo brings them back.

    $ mentorlog person forget max --dry-run
    $ mentorlog person forget max --yes

    What is only about them goes, from the log and the search too. What you share with others stays without
    their name. Backups keep what they hold; they are listed, and a restore forgets again.
    """
    from mentorlog.domain.tally import tally
    from mentorlog.places import beside
    from mentorlog.store.erased import note_down
    from mentorlog.store.forget import forget as forget_people
    from mentorlog.store.forget import holding, plan, sweep

    env = env_of(ctx)
    with env.read(private=True) as store:
        found = _person(store, person)
        going, _ = plan(store, [found])
    called = "A private person" if found.private else found.name
    if dry_run:
        _say(env, f"Would forget {called}: {tally(going)}", found, going, [])
        return
    _sure(env, f"Forget {called} for good, {tally(going)}?", yes)
    with env.write("person forget") as store:
        went = forget_people(store, [found])
        note_down(beside(env.path, "forgotten.json"), [one.uid for one in went])
    sweep(env.path)
    left = [str(one) for one in holding(env.path, found.uid)]
    _say(env, f"forgot {tally(went)}", found, went, left)
    _remind(env, found, left)


def _person(store: Store, text: str) -> Person:
    """Somebody, removed or not. Raises Unknown."""
    from mentorlog.domain.people import Person

    try:
        return store.find.person(text)
    except Unknown:
        from mentorlog.domain.refs import looks_like_ref

        one = store.find.record(text, removed=True) if looks_like_ref(text) else None
        if not isinstance(one, Person):
            raise
        return one


def _sure(env: Env, question: str, yes: bool) -> None:
    if yes:
        return
    if not env.interactive:
        raise Refused(
            "Nobody is forgotten without a yes; nothing was changed.", "Add --yes, or look with --dry-run."
        )
    if not env.confirm(question):
        raise Refused("Nothing was changed.")


def _say(env: Env, line: str, person: Person, records: list[Record], left: list[str]) -> None:
    if env.json:
        refs = [str(one.ref) for one in records]
        env.give("person-forget", {"ref": str(person.ref), "records": refs, "still_in": left})
    else:
        env.say(str(person.ref) if env.quiet else f"{person.ref!s:<4}  {line}")


def _remind(env: Env, person: Person, left: list[str]) -> None:
    """Say where they may still be: a first name in other texts, and copies made before."""
    from mentorlog.domain.forgetting import still_named
    from mentorlog.store.forget import every_record

    if env.json:
        return
    with env.read(private=True) as store:
        named = still_named((one for one in every_record(store) if not one.deleted_at), person)
    if named:
        env.note(f"Their first name may still stand in: {' '.join(map(str, named[:20]))}")
    if left:
        env.note("These still hold them; delete them when you need them no more:")
        for file in left:
            env.note(f"  {file}")


def export(
    ctx: typer.Context,
    person: Which,
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    yes: options.Yes = False,
) -> None:
    """Write everything held about a person, as JSON, for them.

    $ mentorlog person export bo --out bo.json
    $ mentorlog person export bo --dry-run

    It holds what is shared and about them. Records that are about somebody else too stay behind, and so does
    private text without --include-private; what stays behind is told beside it, never in the file.
    """
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.tally import left_out, tally

    env = env_of(ctx)
    file = place(env, out, force)
    with env.read(private=True) as store:
        found = store.find.person(person)
        everything = _about(store, found)
    if found.private and not include_private:
        raise Refused(f"{found.ref} is private.", "Add --include-private to hand it out.")
    audience = Audience(outside=True, private=include_private, person=found.id)
    with env.audience(audience) as store:
        shown = _about(store, found)
    if not dry_run:
        agree(env, include_private, yes)
    parcel = Parcel(
        place=file,
        holds=tally(shown),
        left=left_out(everything, shown, audience),
        force=force,
        dry_run=dry_run,
    )
    hand_over(env, parcel, lambda: _document(found, shown))


def _about(store: Store, person: Person) -> list[Record]:
    from mentorlog.domain.forgetting import about
    from mentorlog.store.forget import every_record

    live = [one for one in every_record(store) if one.deleted_at is None]
    refs = about(live, person)
    return [one for one in live if one.ref in refs]


def _document(person: Person, records: list[Record]) -> str:
    from mentorlog.formats.json import dump, plain

    kinds: dict[str, list[Any]] = {}
    for one in records:
        kinds.setdefault(one.kind, []).append(plain(one))
    return dump("person-export", {"ref": str(person.ref), "name": person.name, "records": kinds}) + "\n"
