"""What can be done to any record by its ref: show, edit, remove, restore, finish, drop, link, tag and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Command, Noun, env_of
from mentorlog.domain.spoken import a
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.store import Store

RefArgument = Annotated[
    str, typer.Argument(metavar="REF", help="A record: g3, m12, or a person's or skill's handle.")
]
Refs = Annotated[list[str], typer.Argument(metavar="REF…", help="Records, by ref.")]


def parts_of(noun: Noun) -> None:
    """Give a noun the verbs that every record has: show, rm and restore; its own stay as they are."""
    kind = noun.name
    noun.verbs.setdefault("show", _of_kind(show, kind, f"Show {a(kind)}.", f"{kind} show {_sample(kind)}"))
    noun.verbs.setdefault(
        "rm", _of_kind(rm, kind, f"Remove {a(kind)}; it can be restored.", f"{kind} rm {_sample(kind)} --yes")
    )
    noun.verbs["restore"] = _of_kind(
        restore, kind, f"Bring a removed {kind} back.", f"{kind} restore {_sample(kind)}"
    )


def _sample(kind: str) -> str:
    from mentorlog.domain.refs import LETTER_OF

    return f"{LETTER_OF[kind]}1"


def _of_kind(verb: Callable[..., None], kind: str, sentence: str, example: str) -> Callable[..., None]:
    """A verb of any record, for the records of one kind: a goal by its title, and never a person by mistake."""
    from functools import wraps

    @wraps(verb)
    def same(ctx: typer.Context, **given: Any) -> None:
        name = "ref" if "ref" in given else "refs"
        texts = [given[name]] if name == "ref" else given[name]
        found = [_named(env_of(ctx), kind, text) for text in texts]
        verb(ctx=ctx, **given | {name: found[0] if name == "ref" else found})

    same.__doc__ = f"{sentence}\n\n$ mentorlog {example}"
    return same


def _named(env: Env, kind: str, text: str) -> str:
    """The ref of the record of a kind that was named. Raises Misused for one of another kind, Unknown."""
    from mentorlog.cli.edit import find
    from mentorlog.domain.refs import looks_like_ref, read_ref

    if looks_like_ref(text):
        ref = read_ref(text)
        if ref.kind != kind:
            raise Misused(f"{ref} is {a(ref.kind)}, not {a(kind)}.", f"mentorlog show {ref}")
        return str(ref)
    with env.read(private=True) as store:
        return str(find(store, kind, text).ref)


def show(
    ctx: typer.Context,
    ref: RefArgument,
    at: Annotated[str, typer.Option("--at", metavar="D", help="As it was at the end of that day.")] = "",
    private: options.SeePrivate = False,
) -> None:
    """Show a record: its facts, its words and what belongs to it.

    $ mentorlog show g1
    $ mentorlog show m1 --json
    $ mentorlog show ana --at today
    """
    if at:
        from mentorlog.cli.show_at import show_at

        show_at(env_of(ctx), ref, at, private)
        return
    from mentorlog.cli.show import show_record

    show_record(env_of(ctx), ref, private)


def rm(ctx: typer.Context, refs: Refs, yes: options.Yes = False) -> None:
    """Remove records. They stay in the file and can be restored.

    $ mentorlog rm n1
    $ mentorlog rm n2 w1 --yes
    """
    env = env_of(ctx)
    with env.read(private=True) as store:
        found = list({one.ref: one for one in map(store.find.record, refs)}.values())
    names = ", ".join(f"{one.ref} {_title(one)}".strip() for one in found)
    if not yes and env.interactive and not env.confirm(f"Remove {names}?", default=True):
        raise Refused("Nothing was removed.")
    with env.write("rm") as store:
        gone = [store.remove(store.get(one.ref)) for one in found]
    for one in gone:
        env.kept(one, f"{one.kind} · removed. To bring it back:  mentorlog restore {one.ref}")


def _title(record: Record) -> str:
    from mentorlog.domain.text import first_line

    return "(private)" if record.private else first_line(record.headline, 50)


def restore(ctx: typer.Context, refs: Refs) -> None:
    """Bring removed records back.

    $ mentorlog restore n1
    """
    from mentorlog.domain.refs import read_refs

    env = env_of(ctx)
    with env.write("restore") as store:
        back = []
        for ref in read_refs(refs):
            record = store.get(ref, removed=True)
            if record.deleted_at is None:
                raise Refused(f"{ref} was not removed.", f"mentorlog show {ref}")
            _check_handle(store, record)
            back.append(store.restore(record))
    for one in back:
        env.kept(one, f"{one.kind} · restored")


def _check_handle(store: Store, record: Record) -> None:
    handle = getattr(record, "handle", None)
    if handle and store.one(type(record), "handle = ?", (handle,)):
        raise Refused(f"Another {record.kind} is called “{handle}” now.", "Rename that one first.")


class EditAny(Command):
    """`edit` on any ref: hands over to the `edit` of its kind."""

    def __init__(self) -> None:
        super().__init__(
            "edit",
            help=(
                "Change a record.\n\n$ mentorlog edit g1 --by eoq\n$ mentorlog edit n1 --revisit 2w\n\n"
                "The flags are those of its kind: mentorlog goal edit --help.\n"
                "Without flags your editor opens on all of it."
            ),
            context_settings={
                "help_option_names": ["-h", "--help"],
                "ignore_unknown_options": True,
                "allow_extra_args": True,
            },
            rich_markup_mode=None,
        )
        self.options_metavar = "REF [OPTIONS]"

    def invoke(self, ctx: Any) -> Any:
        """Find the record's kind and run that kind's `edit`."""
        from mentorlog.cli.edit import Edit
        from mentorlog.cli.fields import FIELDS

        env = env_of(ctx)
        if not ctx.args or ctx.args[0].startswith("-"):
            raise Misused("Say which record.", "mentorlog edit REF")
        with env.read(private=True) as store:
            record = store.find.record(ctx.args[0])
        if record.kind not in FIELDS:
            raise Refused(f"A {record.kind} cannot be edited.", f"mentorlog rm {record.ref} takes it away.")
        command = Edit(record.kind)
        with command.make_context("edit", [str(record.ref), *ctx.args[1:]], parent=ctx.parent) as own:
            return command.invoke(own)


edit = EditAny()


def done(ctx: typer.Context, refs: Refs, on: options.On = "") -> None:
    """Mark actions as done, topics as talked about, steps and resources as finished, goals as met.

    $ mentorlog done a57
    $ mentorlog done a57 t19 --on yesterday
    """
    _finish(ctx, "done", refs, on, "")


def drop(ctx: typer.Context, refs: Refs, why: options.Why = "", on: options.On = "") -> None:
    """Let actions, topics, goals, decisions, resources or introductions go, with the reason.

    $ mentorlog drop a57 --why "no longer needed"
    $ mentorlog drop t18 --why "answered itself"
    """
    reason = options.reason(why)
    _finish(ctx, "drop", refs, on, reason)


def _finish(ctx: typer.Context, command: str, refs: list[str], on: str, why: str) -> None:
    from mentorlog.domain.ending import ended
    from mentorlog.domain.refs import read_refs

    env = env_of(ctx)
    day = options.on_day(env, on)
    with env.write(command) as store:
        kept = [store.save(ended(store.get(ref), day, why)) for ref in read_refs(refs)]
    for one in kept:
        state = getattr(one, "state", "done")
        env.kept(
            one,
            f"{'PRIVATE' if one.private else one.headline} · {'talked about' if state == 'closed' else state}",
        )


def link(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="REF", help="The record that points.")],
    target: Annotated[str, typer.Argument(metavar="REF", help="The record it points to.")],
    label: Annotated[
        str, typer.Option("--as", metavar="TEXT", help="As what: evidence, about, …")
    ] = "related",
) -> None:
    """Connect two records.

    $ mentorlog link w1 g1
    $ mentorlog link n1 f1 --as evidence
    """
    from mentorlog.domain.text import name

    env = env_of(ctx)
    word = name(label, "label")
    with env.write("link") as store:
        one, other = store.find.record(source), store.find.record(target)
        if one.ref == other.ref:
            raise Refused(f"{one.ref} cannot be linked to itself.")
        made = store.links.join(one, [other], word)
    if not made:
        raise Refused(f"{one.ref} is linked to {other.ref} as {word} already.")
    env.kept(made[0], f"{one.ref} → {other.ref} · {word}")


def unlink(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="REF", help="One record.")],
    target: Annotated[str, typer.Argument(metavar="REF", help="The other.")],
) -> None:
    """Take the connection between two records away.

    $ mentorlog unlink w2 g2
    """
    env = env_of(ctx)
    with env.write("unlink") as store:
        one, other = store.find.record(source), store.find.record(target)
        gone = store.links.cut(one.ref, other.ref)
    if not gone:
        raise Refused(f"{one.ref} and {other.ref} are not linked.")
    for each in gone:
        env.kept(each, f"{each.source} → {each.target} · {each.label} · removed")


def tag(
    ctx: typer.Context,
    ref: RefArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORD…", help="Words to find it by.")],
) -> None:
    """Put words on a record, to find it by.

    $ mentorlog tag n1 reviews learning
    """
    env = env_of(ctx)
    with env.write("tag") as store:
        record = store.find.record(ref)
        new = options.tags(words)
        store.links.tag(record, new)
        there = store.links.tag_records(record.ref)
    names = new if record.private else [one.name for one in there if not one.private or one.name in new]
    env.kept(record, " ".join(f"#{word}" for word in names))


def untag(
    ctx: typer.Context,
    ref: RefArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORD…", help="Words it has.")],
) -> None:
    """Take words off a record.

    $ mentorlog untag n1 self
    """
    env = env_of(ctx)
    gone = list(dict.fromkeys(options.tags(words)))
    with env.write("untag") as store:
        record = store.find.record(ref)
        store.links.untag(record, gone)
    env.kept(record, f"{' '.join(f'#{word}' for word in gone)} · taken off")
