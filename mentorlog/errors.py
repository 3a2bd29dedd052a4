"""What may go wrong, as one tree.

    Problem                  1   something the person can mend
    ├── Unreadable           1   a date, level or span that cannot be read
    ├── Unknown              1   no such person, skill, goal or ref
    ├── Refused              1   understood, but it would break a rule or lose something
    ├── Unforeseen           1   a fault of the program
    ├── Misused              2   the command line itself is wrong
    ├── Stopped            130   interrupted, or the answers ended
    └── Unusable             3   the journal cannot be opened or written
        ├── Locked           3   another process is writing
        ├── KeyNeeded        3   it is encrypted, and its key is not at hand
        ├── Damaged          3   the file is no journal, or is damaged
        └── Newer            3   a newer mentorlog wrote it

Each error carries one sentence that names the thing and the way out; the
number is the exit code. `main` is the only place that prints them.
"""

from __future__ import annotations


class Problem(Exception):
    """Base of every error a person is shown.

    In: `sentence`, one plain line; `hint`, an optional second line with the
    command or form that works. Nothing in it may quote private text.
    """

    exit_code = 1
    code = "problem"

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class Unreadable(Problem):
    """A value is not in a form this program reads."""

    code = "unreadable"


class Unknown(Problem):
    """Nothing in the journal goes by that name. `close` holds the nearest names."""

    code = "unknown"

    def __init__(self, what: str, name: str, close: list[str] | None = None, hint: str = "") -> None:
        self.what = what
        self.name = name
        self.close = close or []
        tail = f" Closest: {', '.join(self.close)}." if self.close else ""
        super().__init__(f"There is no {what} “{name}”.{tail}", hint)


class Refused(Problem):
    """The request is clear, but carrying it out would break a rule."""

    code = "refused"


class Misused(Problem):
    """The command line is wrong: the usage, not the values."""

    exit_code = 2
    code = "usage"


class Unforeseen(Problem):
    """The program is at fault. Only the kind of the fault is told, for its words may quote the journal."""

    code = "unforeseen"


class Stopped(Problem):
    """Interrupted by the person."""

    exit_code = 130
    code = "stopped"


class Unusable(Problem):
    """The journal cannot be used as it is."""

    exit_code = 3
    code = "unusable"


class Locked(Unusable):
    """Another process holds the journal."""

    code = "locked"


class KeyNeeded(Unusable):
    """The journal is encrypted, and its key is not at hand or not the right one."""

    code = "key-needed"


class Damaged(Unusable):
    """The file is not a journal, or it is damaged."""

    code = "damaged"


class Newer(Unusable):
    """The journal was written by a newer mentorlog."""

    code = "newer"
