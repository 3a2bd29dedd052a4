"""`edit`: change a record by flags, or in the editor on a commented template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperOption

from mentorlog.cli import options
from mentorlog.cli.app import SETTINGS, Command, env_of
from mentorlog.cli.fields import FIELDS, day_and_time, read, said
from mentorlog.cli.readers import goal, person, skill
from mentorlog.cli.when import moved
from mentorlog.domain.spoken import a
from mentorlog.errors import Misused, Refused, Unreadable

if TYPE_CHECKING:
    from mentorlog.cli.fields import Field
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.store import Store

EXAMPLES = {
    "person": 'mentorlog person edit ana --title "Staff engineer"',
    "mentorship": 'mentorlog mentorship edit ana --purpose "From databases to backend"',
    "meeting": "mentorlog meeting edit m1 --mins 45",
    "topic": 'mentorlog topic edit t1 --text "Is a lateral move a step back?"',
    "action": "mentorlog action edit a1 --by fri",
    "goal": 'mentorlog goal edit g1 --done-when "two pull requests merged"',
    "feedback": "mentorlog feedback edit f1 --theme reviews",
    "skill": "mentorlog skill edit sql --goal 4",
    "note": "mentorlog note edit n1 --revisit none",
    "win": 'mentorlog win edit w1 --impact "unblocked mobile"',
    "decision": "mentorlog decision edit d1 --review 3m",
    "resource": "mentorlog resource edit r1 --skill python",
    "intro": "mentorlog intro edit i1 --follow-up 2w",
    "role": "mentorlog role edit orders-backend --seniority 4",
    "aim": "mentorlog edit ai2 --by 2027-06",
    "position": "mentorlog edit po2 --at Initech",
    "assessment": 'mentorlog edit at1 --note "with the runbook"',
    "rehearsal": 'mentorlog rehearsal edit h1 --score "story=3, pace=2"',
}


class Edit(Command):
    """The `edit` of a kind, with an option for each of its fields."""

    def __init__(self, kind: str) -> None:
        help = (
            f"Change {a(kind)}.\n\n$ {EXAMPLES[kind]}\n\n"
            "Without flags your editor opens on all of it. The word none takes a value away."
        )
        flags = [
            TyperOption(
                param_decls=[*([field.short] if field.short else []), f"--{field.flag}", field.name],
                type=str,
                metavar="TEXT",
                help=field.help,
            )
            for field in FIELDS[kind]
        ]
        params = [
            TyperArgument(param_decls=["ref"], required=True, metavar="REF", type=str, help="The record."),
            *flags,
            TyperOption(param_decls=["--private"], is_flag=True, default=False, help="For my eyes only."),
            TyperOption(
                param_decls=["--share"], is_flag=True, default=False, help="Shared, no longer private."
            ),
        ]
        super().__init__("edit", params=params, help=help, context_settings=SETTINGS, rich_markup_mode=None)
        self.kind = kind

    def invoke(self, ctx: Any) -> None:
        """Read the options and carry the change out."""
        given = {field.name: ctx.params[field.name] for field in FIELDS[self.kind]}
        texts = {name: text for name, text in given.items() if text is not None}
        _edit(env_of(ctx), self.kind, ctx.params["ref"], texts, ctx.params["private"], ctx.params["share"])


def _edit(env: Env, kind: str, ref: str, given: dict[str, str], private: bool, share: bool) -> None:
    if private and share:
        raise Misused("A record is either private or shared.", "Give --private or --share, not both.")
    with env.read(private=True) as store:
        old = find(store, kind, ref)
        names = _names(store, old)
    if given or private or share:
        _keep(env, old, given, private, share)
        return
    from mentorlog.editor import written

    told = parse(kind, options.whole(env, written(env, template(old, names), kind)))
    before = said_of(old, names)
    changed = {name: words for name, words in told.items() if words != before.get(name, "")}
    _keep(env, old, changed, private, share)


def find(store: Store, kind: str, text: str) -> Record:
    """The record of a kind by ref or name. Raises Unknown, or Misused for a ref of another kind."""
    if kind == "person":
        return store.find.person(text)
    if kind == "skill":
        return store.find.skill(text)
    if kind == "goal":
        return store.find.goal(text)
    if kind == "role" and (own := store.find.own_role(text)):
        return own
    if kind == "mentorship":
        from mentorlog.store.mentorships import find as find_mentorship

        return find_mentorship(store, text)[1]
    record = store.find.record(text)
    if record.kind != kind:
        raise Misused(
            f"{record.ref} is {a(record.kind)}, not {a(kind)}.", f"mentorlog {record.kind} edit {record.ref}"
        )
    return record


def _keep(env: Env, old: Record, given: dict[str, str], private: bool, share: bool) -> None:
    with env.write(f"{old.kind} edit") as store:
        now = store.get(old.ref)
        changes = _read(env, store, now, given)
        if private or share:
            changes["visibility"] = "private" if private else "shared"
        if "handle" in changes and changes["handle"] != getattr(now, "handle", ""):
            _check_free(store, old.kind, changes["handle"])
        new = store.save(now.but(**changes))
        if new.visibility != now.visibility:
            store.follow_visibility(new)
    changed = [said for field in FIELDS[old.kind] if (said := _changed(env, now, new, field))]
    if new.visibility != now.visibility:
        changed.append("private" if new.private else "shared")
    env.kept(
        new, f"{old.kind} · changed: {', '.join(changed)}" if changed else f"{old.kind} · nothing changed"
    )


def _read(env: Env, store: Store, record: Any, given: dict[str, str]) -> dict[str, Any]:
    """The new values, by name. The day of a meeting is one with its time."""
    fields = {field.name: field for field in FIELDS[record.kind]}
    changes: dict[str, Any] = {}
    for name, text in given.items():
        if (record.kind, name) == ("meeting", "day"):
            changes |= moved(env, record, text)._asdict()
        else:
            changes[name] = read(env, store, fields[name], text)
    return changes


def _changed(env: Env, old: Record, new: Record, field: Field) -> str:
    """A field that changed, by its flag, with a day as it was understood; empty for one that did not."""
    before, after = (day_and_time(env, one, field.name) or getattr(one, field.name) for one in (old, new))
    if before == after:
        return ""
    return f"{field.flag} {after}" if day_and_time(env, new, field.name) else field.flag


def _check_free(store: Store, kind: str, handle: str) -> None:
    from mentorlog.domain.kinds import class_of

    if store.one(class_of(kind), "handle = ?", (handle,)):
        raise Refused(f"There is a {kind} called “{handle}” already.", "Choose another handle.")


def _names(store: Store, record: Record) -> dict[str, str]:
    """How the people, goals and skills a record names would be typed."""
    names = {}
    for field in FIELDS[record.kind]:
        value = getattr(record, field.name)
        if value is not None and field.read in (person, goal, skill):
            kind = {person: "person", goal: "goal", skill: "skill"}[field.read]
            found: Any = store.find.record(f"{kind[0]}{value}")
            names[f"{field.name}:{value}"] = getattr(found, "handle", str(found.ref))
    return names


def said_of(record: Record, names: dict[str, str]) -> dict[str, str]:
    """Every field of a record as text."""
    return {field.name: said(getattr(record, field.name), names, field) for field in FIELDS[record.kind]}


def template(record: Record, names: dict[str, str], only: tuple[str, ...] = ()) -> str:
    """The record for the editor: a line a field (all, or some by name), long text indented, help as comments."""
    lines = [
        f"# {record.kind} {record.ref}. Save and close to keep; close without a change to leave it.",
        "#",
    ]
    texts = said_of(record, names)
    for field in (one for one in FIELDS[record.kind] if not only or one.name in only):
        lines += [f"# {field.help}", f"{field.flag}: " + texts[field.name].replace("\n", "\n  "), ""]
    return "\n".join(lines)


def parse(kind: str, text: str) -> dict[str, str]:
    """What the editor came back with, by field; a line that begins with spaces goes on with the one before."""
    fields = {field.flag: field for field in FIELDS[kind]}
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, row in enumerate(text.splitlines(), 1):
        flag, colon, rest = row.partition(":")
        if row.startswith("#"):
            continue
        if colon and flag.strip() in fields and not row.startswith(" "):
            current = found.setdefault(fields[flag.strip()].name, [rest.strip()])
        elif current is not None and (row.startswith("  ") or not row.strip()):
            current.append(row[2:])
        else:
            raise Unreadable(f"I cannot read line {number} of what you wrote.", "A field is “name: value”.")
    return {name: "\n".join(rows).strip() for name, rows in found.items()}
