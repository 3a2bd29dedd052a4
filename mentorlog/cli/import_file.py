"""The file that `import` reads: opened, or gathered from a pipe, and watched while it is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from time import monotonic
from typing import IO, TYPE_CHECKING, cast

from mentorlog.errors import Unreadable
from mentorlog.formats.source import Source
from mentorlog.places import named

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.views.progress import Reading

_IN_MEMORY = 32_000_000
"""Bytes of a pipe that are held in memory; more go to a file without a name that only we can read."""
_MOST = 4_000_000_000
"""Bytes of a pipe that are gathered: a text that goes on for ever is refused. A bound of ours."""
_PIECE = 1 << 20
_PATIENCE = 1.0
"""Seconds of silence before a bar shows."""


@contextmanager
def opened(env: Env, file: str) -> Iterator[Source]:
    """What is to be read. Raises Unreadable with the reason when it cannot be."""
    if file == "-":
        with _gathered(_bytes_of(env.stdin), file) as whole, _watched(env, whole) as source:
            yield source
        return
    try:
        stream = named(file).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name holds a NUL character"
        raise Unreadable(f"I cannot read {file}: {reason}.") from error
    with stream:
        if stream.seekable():
            with _watched(env, stream) as source:
                yield source
        else:
            with _gathered(stream, file) as whole, _watched(env, whole) as source:
                yield source


def _bytes_of(stdin: IO[str]) -> IO[bytes]:
    if hasattr(stdin, "buffer"):
        return cast("IO[bytes]", stdin.buffer)
    return io.BytesIO(stdin.read().encode("utf-8", "surrogatepass"))


@contextmanager
def _gathered(stream: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    """All of a pipe, so that it can be read twice."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as whole:
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > _MOST:
                raise Unreadable(
                    f"{name} is larger than {_MOST // 1_000_000_000} GB; nothing was brought in."
                )
            whole.write(piece)
        yield cast("IO[bytes]", whole)


@contextmanager
def _watched(env: Env, stream: IO[bytes]) -> Iterator[Source]:
    """With a bar on a terminal when it takes long."""
    size = stream.seek(0, io.SEEK_END)
    if not env.stderr.isatty() or env.quiet or env.json or env.plain:
        yield Source(stream)
        return
    began = monotonic()
    bars: list[Reading] = []

    def told(read: int) -> None:
        if bars:
            bars[0].at(read)
        elif monotonic() - began > _PATIENCE:
            from mentorlog.views.progress import Reading

            bars.append(Reading(env.stderr, env.look, env.color, size))

    try:
        yield Source(stream, told)
    finally:
        for bar in bars:
            bar.close()
