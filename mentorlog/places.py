"""Where data and settings live on each platform."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mentorlog.errors import Unreadable


def named(text: str) -> Path:
    """The place a person named; `~` is their home folder. Raises Unreadable when there is no such home."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise Unreadable(f"I cannot find the home folder in {text}.", "Write the whole path.") from error


def data_folder() -> Path:
    """The folder of the journal."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_dir")


def config_folder() -> Path:
    """The folder of the settings."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_dir")


def _folder(variable: str, usual: str, function: str) -> Path:
    """The XDG rule on Linux, in full; elsewhere what platformdirs says, which takes 0.4 of a bare start to load."""
    if sys.platform == "linux":
        given = os.environ.get(variable, "").strip()
        return (Path(given) if given else named("~") / usual) / "mentorlog"
    import platformdirs

    found: str = getattr(platformdirs, function)("mentorlog", appauthor=False)
    return Path(found)
