"""`mentorlog`, and `python -m mentorlog`: the way in, which is open to Ctrl-C before anything is loaded."""

from __future__ import annotations

import os


def run() -> None:
    """The `mentorlog` command."""
    try:
        from mentorlog.main import run as begin

        begin()
    except KeyboardInterrupt:
        os._exit(130)  # interrupted, as everywhere; Python would show where


if __name__ == "__main__":
    run()
