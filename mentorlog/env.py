"""What a command may touch: the clock, the journal, and every way out of the program.

A command reads through `read`, writes through `write`, hands things out
through `audience`, and speaks through `kept`, `say`, `note`, `give` and `show`:
stdout is the result, stderr the conversation. The store and Rich are loaded
on first touch, so that a short answer stays a short run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from mentorlog import surroundings
from mentorlog.domain.text import safe
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from rich.console import RenderableType

    from mentorlog.config import Setting
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.dates import Order
    from mentorlog.domain.record import Record, Visibility
    from mentorlog.store.keys import Keys
    from mentorlog.store.store import Store
    from mentorlog.views.look import Look


class Env:
    """One run of the program. `now` is the moment it began, with its zone."""

    def __init__(self, now: datetime, stdin: IO[str], stdout: IO[str], stderr: IO[str]) -> None:
        self.now = now
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.db_option = ""
        self.json = False
        self.tsv = False  # a list as a table with a header
        self.quiet = False
        self.plain = False
        self.ascii_option = False
        self.color_option = ""
        self.no_input = False
        self.key_fd = ""
        self.keys: Keys | None = None
        """What opens the journal, when it is encrypted and its key was found."""
        self.wrote = False
        self.copy_due = False
        """Did a journal that was there before change?"""
        self.drafts: dict[Path, str] = {}
        """What the editor was opened on, by the file; see `unkept`."""

    # The clock

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()

    @property
    def instant(self) -> str:
        """Now in UTC, as records keep it."""
        return self.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    @cached_property
    def zone(self) -> str:
        """The IANA name of the local zone, or its offset where the system does not tell the name."""
        return surroundings.zone() or self.now.strftime("%z")

    # Settings

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """Every setting with its origin."""
        from mentorlog.config import config_file, settings

        return settings(config_file())

    @cached_property
    def me(self) -> str:
        """My name, if I said it."""
        return self.settings["name"].value

    @property
    def date_order(self) -> Order | None:
        """How `03/04/2026` is to be read; None refuses it."""
        return self.settings["date_order"].value or None  # type: ignore[return-value]

    def visibility(self, private: bool, share: bool = False) -> Visibility:
        """Who may see a new record: what the flags say, else the setting."""
        if private or share:
            return "private" if private else "shared"
        return "private" if self.settings["visibility"].value == "private" else "shared"

    # The journal

    @cached_property
    def path(self) -> Path:
        """The journal: `--db`, else `MENTORLOG_DB`, else the platform's data folder; what a link leads to."""
        given = self.db_option or os.environ.get("MENTORLOG_DB", "")
        from mentorlog.places import data_folder, led_to, named

        return led_to(named(given) if given else data_folder() / "journal.db")

    @property
    def begun(self) -> bool:
        """Is there a journal yet?"""
        try:
            return self.path.is_dir() or self.path.stat().st_size > 0
        except OSError:
            return False

    def unlock(self, file: Path | None = None) -> None:
        """Find the key of an encrypted journal, or of a copy of it; before anything is typed. Raises KeyNeeded."""
        if self.keys is None and (self.begun or file):
            from mentorlog.unlocking import unlock

            unlock(self, file)

    @contextmanager
    def read(self, private: bool = False) -> Iterator[Store]:
        """The journal as my screen may show it; with `private`, all of it. Nothing can be written."""
        from mentorlog.domain.audience import OWNER, SCREEN

        with self.audience(OWNER if private else SCREEN) as store:
            yield store

    @contextmanager
    def audience(self, audience: Audience) -> Iterator[Store]:
        """The journal as an audience may see it. Nothing can be written."""
        from mentorlog.store import faults
        from mentorlog.store.connect import open_for_reading, open_in_memory
        from mentorlog.store.lens import put_on
        from mentorlog.store.store import Store

        self.unlock()
        with faults.named(self.path):
            db = open_for_reading(self.path) if self.begun else open_in_memory()
            try:
                put_on(db, audience)
                yield Store(db, self.instant)
            finally:
                db.set_authorizer(None)
                db.close()

    @contextmanager
    def write(self, command: str) -> Iterator[Store]:
        """The journal for one change: all that is done inside is kept together, or not at all."""
        from mentorlog.domain.dates import FIRST_YEAR, LAST_YEAR
        from mentorlog.store import faults
        from mentorlog.store.connect import atomic, check_in_place, open_for_writing
        from mentorlog.store.store import Store

        if not FIRST_YEAR <= self.today.year <= LAST_YEAR:
            raise Refused(f"The clock of this machine says {self.today}; nothing was kept.", "Set it right.")
        self.unlock()
        new = not self.begun
        with faults.named(self.path), self._place() as place:
            check = partial(check_in_place, place, None if new else place.stat())
            db = open_for_writing(place)
            try:
                with atomic(db, command, self.instant, check):
                    yield Store(db, self.instant)
            finally:
                db.close()
        self.wrote = True
        self.copy_due = not new  # a journal that was only just begun needs no copy yet
        if new and not self.quiet:
            self.note(f"A new journal: {self.path}")

    def _place(self) -> AbstractContextManager[Path]:
        if self.begun:
            return nullcontext(self.path)
        from mentorlog.store.begin import place_of

        return place_of(self.path)

    # Saying

    def say(self, text: str, whole: bool = False) -> None:
        """A result, on stdout; its lines `whole`, or as wide as the terminal. A person's text is made harmless here."""
        self.stdout.write(surroundings.said(safe(text), self.stdout, whole) + "\n")

    def note(self, text: str, whole: bool = False) -> None:
        """A word beside the result, on stderr. When nobody can hear it, the result is none the worse."""
        with suppress(OSError, ValueError):
            self.stderr.write(surroundings.said(safe(text), self.stderr, whole) + "\n")

    def raw(self, text: str) -> None:
        """A document, on stdout: as it is for a program, made harmless for a terminal."""
        if self.stdout.isatty():
            self.say(text.removesuffix("\n"), whole=True)
        else:
            surroundings.pour(text, self.stdout)

    def give(self, schema: str, data: dict[str, Any]) -> None:
        """A result as JSON."""
        from mentorlog.formats.json import dump

        self.stdout.write(
            dump(schema, data, ascii=self.stdout.isatty() or not surroundings.utf8(self.stdout)) + "\n"
        )

    def kept(self, record: Record, line: str) -> None:
        """What a write did: one line that starts with the ref, the ref alone, or the object.

        Of a private record the object is its identity, without its words.
        """
        if self.json:
            from mentorlog.formats.json import outline, plain

            self.give(record.kind, outline(record) if record.private else plain(record))
        else:
            self.say(str(record.ref) if self.quiet else f"{record.ref!s:<4}  {line}")

    def show(
        self,
        schema: str,
        data: Callable[[], dict[str, Any]],
        draw: Callable[[Look], RenderableType],
        tell: Callable[[Look], str],
    ) -> None:
        """A page or list: JSON when asked for, drawn on a terminal, told in plain lines to a pipe."""
        if self.json:
            self.give(schema, data())
        elif self.look.linear:
            text = tell(self.look)
            if text:
                self.say(text.rstrip("\n"), whole=True)
        else:
            self.console.print(draw(self.look))

    @cached_property
    def look(self) -> Look:
        """How pages are to look on this stdout."""
        from mentorlog.views.look import Look

        wanted = self.ascii_option or self.settings["ascii"].value == "true"
        ascii = wanted or surroundings.bare() or not surroundings.utf8(self.stdout)
        theme = "mono" if self.color is False else self.settings["theme"].value
        linear = self.plain or self.tsv or not (self.stdout.isatty() or self.color)
        return Look(width=surroundings.width(), ascii=ascii, theme=theme, linear=linear, header=self.tsv)

    @property
    def color(self) -> bool | None:
        """Colour wanted (True), unwanted (False), or as the terminal can (None)."""
        return surroundings.colour(self.color_option)

    @cached_property
    def console(self) -> Any:
        """The one Rich console."""
        from mentorlog.views.console import make_console

        return make_console(self.stdout, self.look, self.color)

    def unkept(self, ended_well: bool = False) -> list[Path]:
        """The drafts that hold words which were not kept; every other one is taken away."""
        if not self.drafts:
            return []
        from mentorlog.editor import unkept

        return unkept(self.drafts, ended_well)

    # Asking

    @property
    def interactive(self) -> bool:
        """May a question be asked?"""
        return not self.no_input and not self.json and self.stdin.isatty() and self.stderr.isatty()

    def ask(self, question: str, default: str = "") -> str:
        """One line of answer; Enter gives the default. Without a terminal, the default at once."""
        if not self.interactive:
            return default
        self.unlock()
        self.stderr.write(surroundings.said(safe(question), self.stderr) + " ")
        self.stderr.flush()
        answer = self.stdin.readline()
        if not answer:
            raise EOFError
        return answer.strip() or default

    def typed(self, most: int) -> str:
        """What comes by stdin, at most so many characters."""
        self.unlock()
        return self.stdin.read(most)

    def confirm(self, question: str, default: bool = False) -> bool:
        """Yes or no; Enter gives the default, which is also the answer without a terminal."""
        answer = self.ask(f"{question} [{'Y/n' if default else 'y/N'}]", "y" if default else "n")
        return answer.lower() in ("y", "yes")
