"""Where data and settings live on each platform."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from mentorlog.errors import Unreadable


def named(text: str) -> Path:
    """The place a person named; `~` is their home folder. Raises Unreadable without it, or for a name too long."""
    try:
        place = Path(text).expanduser()
    except RuntimeError as error:
        raise Unreadable(f"I cannot find the home folder in {text}.", "Write the whole path.") from error
    if _too_long(place):
        raise Unreadable(f"The name {text[:60]}… is too long for a file.", "Write a shorter one.")
    return place


def _too_long(place: Path) -> bool:
    try:
        place.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    except ValueError:  # a NUL character in it: whoever opens it says so
        return False
    return False


def led_to(path: Path) -> Path:
    """The file a symbolic link leads to, so that what is kept beside the file lies beside it; others as they are.

    A link that leads nowhere stays itself: what it named may be on a disk that is not there now. Raises
    Unreadable when it leads back to itself.
    """
    try:
        return path.resolve(strict=True) if path.is_symlink() else path
    except FileNotFoundError:
        return path
    except (OSError, RuntimeError) as error:  # Python 3.13 and later raise OSError
        raise Unreadable(
            f"{path} is a link that I cannot follow.", "Name the file itself: --db FILE."
        ) from error


def data_folder() -> Path:
    """The folder of the journal."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_dir")


def config_folder() -> Path:
    """The folder of the settings."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_dir")


def packs_folder(journal: Path) -> Path:
    """Where imported roles and skills lie: in a folder beside the journal."""
    return journal.parent / "career"


def beside(path: Path, name: str) -> Path:
    """A place beside the journal that belongs to it alone, whatever else is kept in that folder."""
    return path.parent / (name if path.name == "journal.db" else f"{path.name}-{name}")


def memory_folder() -> Path | None:
    """A folder in memory that only we can look into, gone when the machine or the session ends; None without one."""
    folder = next(iter(memory_folders()), None)
    if folder is None:
        return None
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()  # somebody else may have made it, or a link of that name
        if stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & 0o077:
            return folder
    return None


def memory_folders() -> list[Path]:
    """Where such a folder is or would be, the one that is used first: of this session, of the login, of the machine."""
    if not hasattr(os, "getuid"):
        return []
    said = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    homes = [said] if said.is_absolute() else []  # as its specification has it
    homes.append(Path(f"/run/user/{os.getuid()}"))
    found = [home / "mentorlog" for home in homes if home.is_dir()]
    shared = Path("/dev/shm")
    return found + ([shared / f"mentorlog-{os.getuid()}"] if shared.is_dir() else [])


def make_folders(folder: Path) -> None:
    """A folder, and what is missing above it, for their owner only (0700) and safe from a power cut. Raises OSError."""
    # One by one: `parents=True` would give the folders above what the umask leaves.
    for one in reversed((folder, *folder.parents)):
        if not one.exists():
            one.mkdir(mode=0o700, exist_ok=True)
            with suppress(PermissionError):  # a folder above may be closed to looking
                sync_names(one.parent)


def sync_names(folder: Path) -> None:
    """The names in a folder onto the disk: a file is lost in a power cut when its name is. Raises OSError."""
    if os.name == "nt":
        return  # Windows cannot open a folder for fsync
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folder(variable: str, usual: str, function: str) -> Path:
    """The XDG rule on Linux, in full; elsewhere what platformdirs says, which takes 0.4 of a bare start to load."""
    if sys.platform == "linux":
        given = os.environ.get(variable, "").strip()
        return (Path(given) if given else named("~") / usual) / "mentorlog"
    import platformdirs

    found: str = getattr(platformdirs, function)("mentorlog", appauthor=False)
    return Path(found)
