"""The states a disk may be found in when the power went.

What was synced is there. Of what was not, anything may be missing, by sectors; what a file was made longer by may hold
rubbish. `strict` is all that POSIX promises: a name in a folder is safe only once the folder was synced. `ordered` is a
journalling file system such as ext4: names and sizes reach the disk in the order they were made, data before the size
that reveals it, and one sync takes along every name before it.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.bench.powercut.trace import Event, Recorder

SECTOR = 512
MODES = ("ordered", "strict")


class Disk:
    """What is on the disk after a cut before event number `at`, as chance has it."""

    def __init__(self, seen: Recorder, at: int, chance: random.Random, mode: str) -> None:
        events, begun = seen.events, seen.begun
        self.seen = seen
        self.chance = chance
        self.files: dict[int, bytearray] = {}
        self.folders: dict[int, dict[str, int]] = {}
        self.synced: dict[int, int] = {}
        self.luck = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        """How much of what was not synced arrived all the same."""
        for number, event in enumerate(events[:at]):
            if event.kind == "sync":
                self.synced[event.node] = number
        # With a journal of its own, the file system writes all names up to some moment.
        last = max([begun, *self.synced.values()])
        journalled = chance.choice((last, at, chance.randint(last, at)))
        for number, event in enumerate(events[:at]):
            whole = number < begun or number < self.synced.get(event.node, -1)
            if event.kind == "names":
                self._name(event, number, number < (journalled if mode == "ordered" else begun), mode)
            elif event.kind == "size":
                arrived = number < journalled if mode == "ordered" else chance.random() < self.luck
                if whole or arrived:
                    self._resize(event.node, event.offset)
            elif event.kind == "write":
                self._write(event, whole, mode == "ordered", number < journalled)

    def _name(self, event: Event, number: int, whole: bool, mode: str) -> None:
        synced = all(number < self.synced.get(folder, -1) for folder, _, _ in event.names)
        if not (whole or synced or (mode == "strict" and self.chance.random() < self.luck)):
            return
        for folder, name, node in event.names:
            held = self.folders.setdefault(folder, {})
            if node is None:
                held.pop(name, None)
            else:
                held[name] = node

    def _resize(self, node: int, length: int) -> None:
        held = self.files.setdefault(node, bytearray())
        del held[length:]
        held.extend(bytes(length - len(held)))

    def _write(self, event: Event, whole: bool, ordered: bool, journalled: bool) -> None:
        held = self.files.setdefault(event.node, bytearray())
        end = event.offset + len(event.data)
        if whole or (ordered and journalled and end > len(held)):
            held.extend(bytes(max(0, end - len(held))))
            held[event.offset : end] = event.data
            return
        at = event.offset
        while at < end:
            stop = min(end, (at // SECTOR + 1) * SECTOR)
            if self.chance.random() < self.luck and not (ordered and stop > len(held)):
                self._grow(held, stop)
                held[at:stop] = event.data[at - event.offset : stop - event.offset]
            at = stop

    def _grow(self, held: bytearray, length: int) -> None:
        missing = length - len(held)
        if missing > 0:
            held.extend(self.chance.choice((bytes(missing), self.chance.randbytes(missing))))

    def put(self, place: Path, node: int = 0) -> None:
        """Make the state in an empty folder."""
        for name, one in self.folders.get(node, {}).items():
            if one in self.seen.folders:
                (place / name).mkdir(mode=0o700)
                self.put(place / name, one)
            else:
                (place / name).write_bytes(self.files.get(one, b""))
