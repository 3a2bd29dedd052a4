"""Writing in the person's own editor, on a draft that only they can read and that is never lost."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import Misused, Refused, Unusable
from mentorlog.places import memory_folder

if TYPE_CHECKING:
    from mentorlog.env import Env

# Editors that leave copies of what is written, and how to ask them not to.
DISCREET = {
    "vim": ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile"),
    "nvim": ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile"),
    "nano": ("-I",),
    "emacs": ("--eval", "(setq make-backup-files nil auto-save-default nil create-lockfiles nil)"),
}


def written(env: Env, template: str, what: str) -> str:
    """What the person made of `template`; bytes that are not UTF-8 come as lone surrogates.

    The draft stays until the whole command has ended well; when anything fails, also after this, it is
    kept and named. Raises Misused without an editor, Refused when it failed or nothing was changed,
    Unusable when no draft can be made.
    """
    env.unlock()
    command = _command(env)
    draft = _draft(env, template)
    env.drafts[draft] = template
    _open(command, draft)
    if not changed(draft, template):
        raise Refused(f"Nothing was changed in the {what}, so nothing was kept.")
    return _text(draft)


def unkept(drafts: dict[Path, str], ended_well: bool) -> list[Path]:
    """The drafts that hold words which were not kept; every other one is taken away."""
    safe = [draft for draft, template in drafts.items() if not ended_well and changed(draft, template)]
    for draft in drafts.keys() - set(safe):
        for one in draft.parent.glob(f"*{draft.stem}*"):  # and what the editor left beside it
            one.unlink(missing_ok=True)
        with suppress(OSError):  # others are in it
            draft.parent.rmdir()
    return safe


def changed(draft: Path, template: str) -> bool:
    """Does the draft hold words that the template does not?"""
    return draft.is_file() and _text(draft).strip() not in ("", template.strip())


def _text(draft: Path) -> str:
    return draft.read_bytes().decode("utf-8", "surrogateescape").replace("\0", "\ufffd")


def _draft(env: Env, template: str) -> Path:
    # Memory-backed where the system has such a place, so that private words never reach the disk.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) / "mentorlog" if runtime and Path(runtime).is_dir() else env.path.parent / "drafts"
    if env.keys:  # then the disk must not hold it
        folder = memory_folder() or folder
    draft = folder.absolute() / f"draft-{os.getpid()}-{os.urandom(4).hex()}.md"
    try:
        for place in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            place.mkdir(mode=0o700, exist_ok=True)
        with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(template)
    except OSError as error:
        raise Unusable(
            f"I cannot make a draft in {folder}: {error.strerror}.", "Give the words as arguments."
        ) from error
    return draft


def _command(env: Env) -> list[str]:
    import shlex

    named = env.settings["editor"].value or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not named and not env.interactive:
        raise Misused(
            "No editor is set, and this is no terminal.", "Set EDITOR, or give the words as arguments."
        )
    try:
        return shlex.split(named) or ["vi"]
    except ValueError as error:
        raise Misused(f"I cannot read the name of your editor, “{named[:60]}”.", "Set EDITOR.") from error


def _program(name: str) -> str:
    """What an editor really is: `vi` is often vim, and vim itself `vim.basic`. The other kinds of vi know no flags."""
    import shutil

    return Path(shutil.which(name) or name).resolve().name.partition(".")[0]


def _open(command: list[str], draft: Path) -> None:
    import subprocess

    flags = DISCREET.get(_program(command[0]), ())
    try:
        ended = subprocess.run([*command, *flags, str(draft.absolute())], check=False).returncode
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "its name holds a NUL character"
        raise Misused(f"The editor “{command[0]}” cannot be started: {why}.", "Set EDITOR.") from error
    if ended != 0:
        raise Refused(f"The editor “{command[0]}” ended with an error, so nothing was kept.")
