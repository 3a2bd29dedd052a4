"""The copy of the day, made after the first write of it, and the copy before a great change."""

from __future__ import annotations

from mentorlog.env import Env


def after_write(env: Env) -> None:
    """Make the copy of the day if there is none yet. What stops it is only a word on stderr."""
    from mentorlog.store.backups import daily, due

    if due(env.path, env.now) and env.settings["backup"].value == "on":
        said = daily(env.path, env.now)
        if said:
            env.note(f"Today there is no backup: {said}")


def before_import(env: Env) -> None:
    """Make a copy of what is there. Raises Problem when there can be none."""
    if env.begun and env.settings["backup"].value == "on":
        from mentorlog.store.backups import make

        env.unlock()
        make(env.path, env.now)
