"""Writing in the person's own editor, on a draft that only they can read and that is never lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.env import Env

# Editors that leave copies of what is written, and how to ask them not to.
DISCREET = {
    "vim": ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile"),
    "nvim": ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile"),
    "vi": ("-n",),
    "nano": ("-I",),
    "emacs": ("--eval", "(setq make-backup-files nil auto-save-default nil create-lockfiles nil)"),
}


@contextmanager
def written(env: Env, template: str, what: str) -> Iterator[str]:
    """What the person made of `template`. The draft goes away when the block ends well, and is named when not.

    Raises Misused without an editor, Refused when the editor failed or nothing was changed.
    """
    draft = _draft(env, template)
    kept = False
    try:
        _open_editor(env, draft)
        text = draft.read_bytes().decode("utf-8", "replace").replace("\0", "\ufffd")
        if text.strip() == template.strip() or not text.strip():
            raise Refused(f"Nothing was changed in the {what}, so nothing was kept.")
        kept = True
        yield text
        kept = False
    finally:
        if kept:
            env.note(f"Your words are safe in {draft}")
        else:
            draft.unlink(missing_ok=True)


def _draft(env: Env, template: str) -> Path:
    # Memory-backed where the system has such a place, so that private words never reach the disk.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) / "mentorlog" if runtime and Path(runtime).is_dir() else env.path.parent / "drafts"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f"draft-{os.getpid()}-{os.urandom(4).hex()}.md"
    with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(template)
    return draft


def _open_editor(env: Env, draft: Path) -> None:
    import shlex
    import subprocess

    named = env.settings["editor"].value or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not named and not env.interactive:
        raise Misused(
            "No editor is set, and this is no terminal.", "Set EDITOR, or give the words as arguments."
        )
    command = shlex.split(named or "vi")
    flags = DISCREET.get(Path(command[0]).name, ())
    try:
        ended = subprocess.run([*command, *flags, str(draft.absolute())], check=False).returncode
    except OSError as error:
        raise Misused(
            f"The editor “{command[0]}” cannot be started: {error.strerror}.", "Set EDITOR."
        ) from error
    if ended != 0:
        raise Refused(f"The editor “{command[0]}” ended with an error, so nothing was kept.")
