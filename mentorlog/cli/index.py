"""The whole surface on one screen: every command, where it lives, and what it does."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its name, `module:attribute` under `mentorlog.cli`, and one imperative sentence."""

    name: str
    home: str
    help: str


GROUPS: dict[str, tuple[Entry, ...]] = {
    "Moments": (
        Entry("log", "log:log", "Write a note: what happened, what you learnt."),
        Entry("topic", "topic:noun", "Park something for the next conversation."),
        Entry("prep", "prep:prep", "See what to bring to the next conversation."),
        Entry("meet", "meet:meet", "Record a conversation and carry over the rest."),
        Entry("catchup", "catchup:catchup", "Fill a gap with a few short answers."),
        Entry("next", "next_:noun", "See what to do next, and why."),
        Entry("recap", "recap:recap", "Look back on a week, month, quarter or year."),
        Entry("timeline", "timeline:timeline", "See goals and moments on one page."),
        Entry("search", "search:search", "Find anything you wrote."),
    ),
    "Records": (
        Entry("person", "person:noun", "Keep the people you talk with."),
        Entry("mentorship", "mentorship:noun", "Keep mentorships: agreed on, turned, ended well."),
        Entry("meeting", "meeting:noun", "Look at past conversations."),
        Entry("goal", "goal:noun", "Set goals, tell progress, close them."),
        Entry("action", "action:noun", "Keep promises, yours and theirs."),
        Entry("feedback", "feedback:noun", "Keep feedback and what came of it."),
        Entry("skill", "skill:noun", "Rate skills with evidence."),
        Entry("note", "note:noun", "List and change notes."),
        Entry("win", "win:noun", "Keep what went well, and its story."),
        Entry("decision", "decision:noun", "Think a sticky question through, and look back."),
        Entry("resource", "resource:noun", "Keep what to learn from, and your verdict."),
        Entry("intro", "intro:noun", "Ask for and make introductions."),
        Entry("rehearsal", "rehearsal:noun", "Practise with your CV or for an interview."),
    ),
    "Any record": (
        Entry("show", "records:show", "Show a record by its ref."),
        Entry("edit", "records:edit", "Change a record."),
        Entry("rm", "records:rm", "Remove a record; it can be restored."),
        Entry("restore", "records:restore", "Bring a removed record back."),
        Entry("done", "records:done", "Mark an action, step or goal as done."),
        Entry("drop", "records:drop", "Let an action, topic or goal go."),
        Entry("link", "records:link", "Connect two records."),
        Entry("unlink", "records:unlink", "Take a connection away."),
    ),
    "Career": (
        Entry("me", "me:noun", "Say who you are: interests, hours, positions."),
        Entry("role", "role:noun", "See roles; explore them, aim at them."),
        Entry("career", "career:noun", "See gaps, ways and next roles."),
    ),
    "Out and in": (
        Entry("export", "export:noun", "Write a summary or the whole journal."),
        Entry("report", "report:report", "Write a page with pictures, to open or print."),
        Entry("import", "import_:import_", "Bring in a journal, notes, tasks or contacts."),
    ),
    "Care": (
        Entry("history", "history:history", "See how a record came to be."),
        Entry("undo", "undo:undo", "Take the last command back."),
        Entry("demo", "demo:demo", "Look around in a sample year."),
        Entry("config", "config:noun", "See and change settings."),
        Entry("backup", "backup:noun", "Copy the journal, and try the copies."),
        Entry("restore-backup", "restore_backup:restore_backup", "Bring a copy back."),
        Entry("lock", "lock:lock", "Encrypt the journal, and close it."),
        Entry("unlock", "lock:unlock", "Open an encrypted journal for a while."),
        Entry("key", "key:noun", "Change the key of an encrypted journal."),
        Entry("doctor", "doctor:doctor", "Look the journal over, and mend it."),
        Entry("path", "config:path", "Say where the journal is."),
        Entry("schema", "schema:schema", "Say what a command gives with --json."),
        Entry("completion", "completion:completion", "Let your shell complete names and refs."),
        Entry("man", "man:man", "Print the manual page."),
    ),
}
HIDDEN = (
    Entry("dashboard", "dashboard:dashboard", "See what needs you, on one page."),
    Entry("tag", "records:tag", "Put words on a record."),
    Entry("untag", "records:untag", "Take words off a record."),
)
TOGETHER: dict[str, tuple[tuple[str, str], ...]] = {
    "Records": (
        ("person", "Keep the people you talk with."),
        ("mentorship", "Keep mentorships: agreed on, turned, ended well."),
        ("meeting", "Look at past conversations."),
        ("goal", "Set goals, tell progress, close them."),
        ("action", "Keep promises, yours and theirs."),
        ("feedback", "Keep feedback and what came of it."),
        ("skill", "Rate skills with evidence."),
        ("note win", "Change notes; keep what went well, and its story."),
        ("decision resource", "Think a sticky question through; keep what to learn from."),
        ("intro rehearsal", "Ask for introductions; practise with CV and interviews."),
    ),
    "Any record": (
        ("show edit rm restore", "See, change or remove a record, or bring it back."),
        ("done drop link unlink", "Finish it, let it go, connect it with another."),
    ),
    "Career": (("me role career", "Say who you are; see and aim at roles; gaps, ways, next roles."),),
    "Out and in": (
        ("export report", "Write the journal, a document, or a page with pictures."),
        ("import", "Bring in a journal, notes, tasks or contacts."),
    ),
    "Care": (
        ("undo history", "Take the last command back; see how a record came to be."),
        ("backup restore-backup", "Copy the journal, try the copies, bring one back."),
        ("lock unlock key", "Encrypt the journal; open and close it; change its key."),
        ("doctor demo", "Look the journal over, and mend it; see a sample year."),
        ("config path", "See and change settings; say where the journal is."),
        ("schema completion man", "For scripts and shells: JSON, completion, manual."),
    ),
}
"""Groups of which several commands share a line of the help, so that it fits one screen."""
ENTRIES = {entry.name: entry for group in (*GROUPS.values(), HIDDEN) for entry in group}


def root_help(version: str) -> str:
    """The help of `mentorlog`, which fits one screen."""
    lines = [f"mentorlog {version}: a career-mentoring journal that stays on this machine.", ""]
    lines += ["Usage: mentorlog [COMMAND] …          without a command: the dashboard", ""]
    for group, entries in GROUPS.items():
        lines.append(f"{group}")
        rows = TOGETHER.get(group) or [(entry.name, entry.help) for entry in entries]
        width = max(10, *(len(names) for names, _ in rows))
        lines += [f"  {names:<{width}} {help}" for names, help in rows]
    lines += ["", "Anywhere: --db FILE --json --format text|json|tsv -q --plain --ascii"]
    lines += ["          --color WHEN --no-input --key-fd N"]
    lines += ["mentorlog COMMAND --help shows examples.   Start with:  mentorlog demo"]
    return "\n".join(lines)
