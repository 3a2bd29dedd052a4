"""Looking at what is around a journal: who may read it, where it lies, what is copied, what was left behind."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mentorlog.domain.care import OLD_COPY, Finding, State
from mentorlog.domain.spoken import plural
from mentorlog.places import beside
from mentorlog.store.backup import interrupted, side_file
from mentorlog.store.backups import copies, folder_of
from mentorlog.store.driver import KEY_FILE, PAPER_FILE, key_file
from mentorlog.store.key_findings import about_key
from mentorlog.store.restore import last_drill
from mentorlog.store.unfinished import abandoned

FIX = "mentorlog doctor --fix"
ROOM = 3
"""Times the size of the journal that should be free: for a copy, a migration and SQLite's own."""
REMOTE = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "davfs",
)
CLOUDS = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "mobile documents",
    "icloud",
    "nextcloud",
    "pcloud",
)
DISCREET_PROGRAMS = ("vim", "nvim", "vi", "nano", "emacs")


def around(path: Path, now: datetime, editor: str) -> list[Finding]:
    """What can be told without opening the file. In: the editor as it is set."""
    return [
        *_unfinished(path),
        *_left_behind(path, now),
        *about_key(path),
        _permissions(path),
        _place(path),
        _room(path),
        _backups(path, now),
        _drafts(path),
        _editor(editor),
    ]


def _unfinished(path: Path) -> Iterator[Finding]:
    if interrupted(path):
        said = f"A write was not finished; {side_file(path).name} takes it back."
        yield Finding(
            name="write",
            state="warn",
            says=said,
            way="Keep that file. The next command takes the write back.",
        )


def _left_behind(path: Path, now: datetime) -> Iterator[Finding]:
    left = [one for folder in (path.absolute().parent, folder_of(path)) for one in abandoned(folder, now)]
    if left:
        said = f"{plural(len(left), 'unfinished file')} of a run that was killed: {left[0]}"
        yield Finding(name="leftovers", state="warn", says=f"{said}.", way=FIX)


def needed(place: Path, path: Path) -> bool:
    """Is it the journal, or what it cannot do without: a file that SQLite keeps beside it, or a key?"""
    files = [path, *(path.with_name(f"{path.name}{end}") for end in ("-journal", "-wal", "-shm"))]
    files += [
        beside(path, "forgotten.json"),
        *filter(None, (key_file(path, one) for one in (KEY_FILE, PAPER_FILE))),
    ]
    there, real = place.exists(), place.resolve()
    return any(one.resolve() == real or (there and one.exists() and one.samefile(place)) for one in files)


def _ours(path: Path) -> list[Path]:
    """The journal, what lies beside it, its backups and drafts."""
    folders = [folder_of(path), path.parent / "drafts"]
    places = [path, side_file(path), beside(path, "forgotten.json"), *folders]
    places += [
        *path.parent.glob(f"{path.stem}-before-restore-*"),
        *path.parent.glob(f"{path.stem}-damaged-*"),
    ]
    places += filter(None, (key_file(path, name) for name in (KEY_FILE, PAPER_FILE)))
    places += [one for folder in folders if folder.is_dir() for one in folder.iterdir()]
    return [one for one in places if one.exists() and not one.is_symlink()]


def _open_places(path: Path) -> list[Path]:
    return [one for one in _ours(path) if os.name != "nt" and one.stat().st_mode & 0o077]


def close_places(path: Path) -> list[Path]:
    """Make everything of ours readable by its owner only. Returns what was changed; what cannot be stays."""
    done = []
    for one in _open_places(path):
        with suppress(OSError):
            one.chmod(stat.S_IMODE(one.stat().st_mode) & 0o700)
            done.append(one)
    return done


def _permissions(path: Path) -> Finding:
    if os.name == "nt":
        return Finding(name="access", state="ok", says="Who may read it is for Windows to say.")
    others = [one for one in _ours(path) if one.stat().st_uid != os.getuid()]
    if others:
        said = f"{others[0]} belongs to another user."
        return Finding(name="access", state="warn", says=said, way=f"sudo chown -R $USER {path.parent}")
    found = _open_places(path)
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        return Finding(name="access", state="warn", says=f"Others may read {found[0].name}{more}.", way=FIX)
    mode = path.parent.stat().st_mode
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        said = f"Anybody may replace files in {path.parent}."
        return Finding(name="access", state="warn", says=said, way=f"chmod go-w {path.parent}")
    return Finding(name="access", state="ok", says="Only you may read it.")


def _place(path: Path) -> Finding:
    real = path.resolve()
    kind = _file_system(real)
    cloud = next((one.name for one in real.parents if one.name.lower().startswith(CLOUDS)), "")
    synced = next((one for one in real.parents if (one / ".stfolder").exists()), None)
    twins = [
        one.name
        for mark in ("*sync-conflict*", "*conflicted copy*", "*.conflict*")
        for one in real.parent.glob(mark)
    ]
    said = ""
    if twins:
        said = f"{twins[0]} is a second journal that a sync program made."
    elif cloud or synced:
        name = cloud or (synced.name if synced else "")
        said = f"It lies in a folder that is synced ({name}), where two machines can spoil it."
    elif kind in REMOTE:
        said = f"It lies on a network drive ({kind}), where locks cannot be relied on."
    if said:
        return Finding(
            name="place", state="warn", says=said, way="Move it to a folder of this machine: --db FILE."
        )
    link = f"; {path} leads there" if real != path.absolute() else ""
    return Finding(name="place", state="ok", says=f"It is on this machine: {real}{link}.")


def _file_system(path: Path) -> str:
    """The kind of file system a path is on, where Linux tells it; nothing elsewhere."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    mounts = [line.split()[1:3] for line in lines]
    over = [(place, kind) for place, kind in mounts if path.is_relative_to(place.replace("\\040", " "))]
    return max(over, key=lambda one: len(one[0]))[1] if over else ""


def _room(path: Path) -> Finding:
    free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    if free < ROOM * size:
        said = f"Only {free / 1e6:,.1f} MB are free; a copy and a repair need {ROOM * size / 1e6:,.1f} MB."
        return Finding(name="room", state="warn", says=said, way="Make room on the disk.")
    return Finding(name="room", state="ok", says="There is room for copies.")


def _backups(path: Path, now: datetime) -> Finding:
    found = copies(path)
    if not found:
        age = (now.timestamp() - path.stat().st_mtime) / 86400
        state: State = "warn" if age > OLD_COPY else "ok"
        return Finding(name="backups", state=state, says="There is no backup yet.", way="mentorlog backup")
    days = (now - found[0].made).days
    tried = last_drill(path)
    said = f"{plural(len(found), 'backup')}, the newest {plural(max(0, days), 'day')} old"
    if days > OLD_COPY:
        return Finding(name="backups", state="warn", says=f"{said}.", way="mentorlog backup")
    drilled = f"last tried on {tried:%Y-%m-%d}" if tried else "never tried"
    way = "" if tried else "mentorlog backup drill"
    return Finding(name="backups", state="ok", says=f"{said}; {drilled}.", way=way)


def _drafts(path: Path) -> Finding:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folders = [path.parent / "drafts", *([Path(runtime) / "mentorlog"] if runtime else [])]
    left = [one for folder in folders if folder.is_dir() for one in folder.glob("draft-*")]
    if left:
        said = f"{plural(len(left), 'draft')} of words that were not kept: {left[0]}"
        return Finding(name="drafts", state="warn", says=f"{said}.", way="Keep the words, then delete it.")
    return Finding(name="drafts", state="ok", says="No draft was left behind.")


def _editor(editor: str) -> Finding:
    name = Path(next(iter(editor.split()), "")).name
    if not name or name in DISCREET_PROGRAMS:
        return Finding(name="editor", state="ok", says="The editor is told to leave no copies of a draft.")
    said = f"Whether {name} leaves copies of a draft, I do not know."
    return Finding(name="editor", state="ok", says=said, way="Turn off its backup and swap files.")
