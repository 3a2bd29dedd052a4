"""A command under strace, and the calls by which it changed a folder, in order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CALLS = (
    "open openat creat close write pwrite64 writev pwritev pwritev2 lseek ftruncate truncate fallocate rename renameat "
    "renameat2 unlink unlinkat mkdir mkdirat rmdir link linkat symlink symlinkat fsync fdatasync sync syncfs sendfile "
    "copy_file_range dup dup2 dup3"
)
IGNORED = {"lseek", "close"}
_LINE = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
_WORD = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Call(NamedTuple):
    """One system call that did not fail: its name, its texts, its bare arguments, and what it returned."""

    name: str
    texts: tuple[bytes, ...]
    rest: tuple[str, ...]
    result: int


class Event(NamedTuple):
    """One thing asked of the disk.

    kind: `write` (data at offset), `size` (offset is the new length), `names` (entries of folders, all or none: the
    folder's node, the name, the node it stands for or None), `sync`, or `told`: something was said on stdout.
    """

    kind: str
    node: int = 0
    offset: int = 0
    data: bytes = b""
    names: tuple[tuple[int, str, int | None], ...] = ()


def available() -> bool:
    """Can strace follow a process here?"""
    if not shutil.which("strace"):
        return False
    ran = subprocess.run(["strace", "-e", "trace=fsync", "true"], capture_output=True, check=False)
    return ran.returncode == 0 and b"exited with 0" in ran.stderr


def traced(argv: Sequence[str], env: dict[str, str]) -> tuple[list[Call], int, bytes]:
    """Run a command. Returns the calls that did not fail, its exit code, and what it said on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        tracing = [
            "strace",
            "-xx",
            "-s",
            "100000000",
            "-e",
            f"trace={','.join(CALLS.split())}",
            "-o",
            str(log),
        ]
        ran = subprocess.run([*tracing, *argv], env=env, capture_output=True, check=False, input=b"")
        lines = log.read_text(encoding="ascii").splitlines()
    return list(_calls(lines)), ran.returncode, ran.stderr


def _calls(lines: list[str]) -> Iterator[Call]:
    for line in lines:
        found = _LINE.match(line)
        if not found or int(found[3]) < 0:
            continue
        texts = tuple(bytes.fromhex(one.replace("\\x", "")) for one in _WORD.findall(found[2]))
        rest = tuple(one.strip() for one in _WORD.sub('""', found[2]).split(","))
        yield Call(found[1], texts, rest, int(found[3]))


class _Open:
    """An open file: its node, and where the next plain write goes."""

    def __init__(self, node: int) -> None:
        self.node = node
        self.at = 0


class Recorder:
    """Turns calls into events. Knows the folder as the program sees it: every name and every size."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.events: list[Event] = []
        self.folders: dict[int, dict[str, int]] = {0: {}}
        self.files: dict[int, bytearray] = {}
        self._open: dict[int, _Open] = {}
        self._take_in(root, 0)
        self.begun = len(self.events)
        """How many events only say what was there before; all of them are on the disk."""

    def _take_in(self, place: Path, node: int) -> None:
        for one in sorted(place.iterdir()):
            made = self._new(folder=one.is_dir())
            self._named((node, one.name, made))
            if one.is_dir():
                self._take_in(one, made)
            else:
                self._write(made, 0, one.read_bytes())

    def _new(self, folder: bool) -> int:
        node = 1 + len(self.folders) + len(self.files)
        if folder:
            self.folders[node] = {}
        else:
            self.files[node] = bytearray()
        return node

    def _named(self, *names: tuple[int, str, int | None]) -> None:
        for folder, name, node in names:
            if node is None:
                self.folders[folder].pop(name, None)
            else:
                self.folders[folder][name] = node
        self.events.append(Event("names", names=names))

    def _write(self, node: int, offset: int, data: bytes) -> None:
        held = self.files[node]
        if len(held) < offset:
            held.extend(bytes(offset - len(held)))
        held[offset : offset + len(data)] = data
        self.events.append(Event("write", node, offset, data))

    def _sized(self, node: int, length: int) -> None:
        held = self.files[node]
        del held[length:]
        held.extend(bytes(length - len(held)))
        self.events.append(Event("size", node, length))

    def _find(self, path: bytes) -> tuple[int, str, int | None] | None:
        """The folder's node, the name in it and its node; None for a path outside."""
        place = Path(os.path.normpath(os.fsdecode(path)))
        if place == self.root or not place.is_relative_to(self.root):
            return (0, ".", 0) if place == self.root else None
        *above, name = place.relative_to(self.root).parts
        node = 0
        for one in above:
            node = self.folders[node][one]
        return node, name, self.folders[node].get(name)

    def take(self, calls: Sequence[Call]) -> None:
        """The calls of one process, which has told its result at the latest when it ends."""
        self._open = {}
        before = len(self.events)
        for call in calls:
            if call.name in IGNORED:
                getattr(self, f"_{call.name}")(call)
            elif handler := self._handler(call.name):
                handler(call)
            elif any(self._find(text) for text in call.texts) or self._handle(call) is not None:
                raise NotImplementedError(call.name)
        if all(event.kind != "told" for event in self.events[before:]):
            self.events.append(Event("told"))

    def _handler(self, name: str) -> Callable[[Call], None] | None:
        same = {
            "write": "write_call",
            "open": "openat",
            "creat": "openat",
            "pwrite64": "pwrite",
            "fdatasync": "fsync",
        }
        same |= {"renameat": "rename", "renameat2": "rename", "unlinkat": "unlink", "rmdir": "unlink"}
        same |= {"mkdirat": "mkdir", "linkat": "link"}
        handler: Callable[[Call], None] | None = getattr(self, f"_{same.get(name, name)}", None)
        return handler

    def _handle(self, call: Call) -> _Open | None:
        return self._open.get(int(call.rest[0])) if call.rest[0].isdigit() else None

    def _openat(self, call: Call) -> None:
        self._open.pop(call.result, None)
        found = self._find(call.texts[0])
        if not found:
            return
        folder, name, node = found
        flags = next((one for one in call.rest if "O_" in one), "O_CREAT|O_TRUNC")
        if node is None:
            node = self._new(folder=False)
            self._named((folder, name, node))
        elif "O_TRUNC" in flags:
            self._sized(node, 0)
        self._open[call.result] = _Open(node)
        if "O_APPEND" in flags:
            raise NotImplementedError(flags)

    def _close(self, call: Call) -> None:
        self._open.pop(int(call.rest[0]), None)

    def _lseek(self, call: Call) -> None:
        if held := self._handle(call):
            held.at = call.result

    def _fsync(self, call: Call) -> None:
        if held := self._handle(call):
            self.events.append(Event("sync", held.node))

    def _write_call(self, call: Call) -> None:
        if call.rest[0] == "1" and 1 not in self._open:
            self.events.append(Event("told"))
        elif held := self._handle(call):
            self._write(held.node, held.at, call.texts[0][: call.result])
            held.at += call.result

    def _pwrite(self, call: Call) -> None:
        if held := self._handle(call):
            self._write(held.node, int(call.rest[3]), call.texts[0][: call.result])

    def _ftruncate(self, call: Call) -> None:
        if held := self._handle(call):
            self._sized(held.node, int(call.rest[1]))

    def _sendfile(self, call: Call) -> None:
        target, source = self._handle(call), self._open.get(int(call.rest[1]))
        if target and source and call.result:
            at = int(call.rest[2].strip("[]").partition("]")[0])
            self._write(target.node, target.at, bytes(self.files[source.node][at : at + call.result]))
            target.at += call.result

    def _rename(self, call: Call) -> None:
        old, new = (self._find(text) for text in call.texts)
        if old and new:
            self._named((old[0], old[1], None), (new[0], new[1], old[2]))

    def _link(self, call: Call) -> None:
        old, new = (self._find(text) for text in call.texts)
        if old and new:
            self._named((new[0], new[1], old[2]))

    def _unlink(self, call: Call) -> None:
        if found := self._find(call.texts[0]):
            self._named((found[0], found[1], None))

    def _mkdir(self, call: Call) -> None:
        if found := self._find(call.texts[0]):
            self._named((found[0], found[1], self._new(folder=True)))
