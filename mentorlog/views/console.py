"""The one way to a Rich console: a person's brackets, colons and numbers are never read as markup."""

from __future__ import annotations

from typing import IO

from rich.console import Console
from rich.theme import Theme

from mentorlog.views.look import Look
from mentorlog.views.theme import styles


def make_console(file: IO[str], look: Look, colour: bool | None, record: bool = False) -> Console:
    """A console that writes to `file` as the look says.

    `colour` True or False decides; None leaves it to the terminal, NO_COLOR and FORCE_COLOR.
    `record` keeps what is printed, for pictures.
    """
    rich_colours = "truecolor" if look.theme in ("dark", "light") else "standard"
    return Console(
        file=file,
        width=max(1, look.width),
        theme=Theme(dict(styles(look.theme)), inherit=False),
        color_system={None: "auto", True: rich_colours, False: None}[colour],
        force_terminal=colour,
        no_color=None if colour is None else not colour,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
    )
