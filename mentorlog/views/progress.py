"""How far a long piece of work is, on stderr."""

from __future__ import annotations

from typing import IO

from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn

from mentorlog.views.console import make_console
from mentorlog.views.look import Look

_MEGABYTE = 1_000_000


class Reading:
    """A bar for a file that is read: how many megabytes of how many. It goes when it is closed."""

    def __init__(self, stream: IO[str], look: Look, colour: bool | None, total: int) -> None:
        bar = BarColumn(style="faint", complete_style="accent", finished_style="accent", pulse_style="accent")
        columns: list[ProgressColumn] = [] if look.ascii else [bar]
        columns.append(TextColumn("{task.percentage:>3.0f} %"))
        said = f"reading {total // _MEGABYTE:,} MB"
        self._progress = Progress(
            TextColumn(said),
            *columns,
            console=make_console(stream, look, colour),
            transient=True,
            auto_refresh=False,
        )
        self._task = self._progress.add_task(said, total=total)
        self._progress.start()

    def at(self, read: int) -> None:
        """So many bytes have been read; of a file that is read twice, in both together."""
        self._progress.update(self._task, completed=read, refresh=True)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
