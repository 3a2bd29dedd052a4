"""The way in and the way out: argv to exit code. The only place that catches and prints an error."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from datetime import datetime
from typing import IO

from mentorlog.env import Env
from mentorlog.errors import Problem, Stopped, Unforeseen


def run() -> None:
    """The `mentorlog` command."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    # A run is over before the collector has paid for itself; a long one still collects.
    gc.set_threshold(100_000, 50, 50)
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # Taking the modules down one by one would cost as much as writing a note; the system does it at once.
    os._exit(code)


def main(
    argv: list[str],
    *,
    now: datetime | None = None,
    stdin: IO[str] | None = None,
    stdout: IO[str] | None = None,
    stderr: IO[str] | None = None,
) -> int:
    """Carry out one command line. Returns the exit code: 0, 1, 2, 3 or 130; nothing is raised."""
    from mentorlog.cli.app import carry_out, now_here

    env = Env(now or now_here(), stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    try:
        code = carry_out([_printable(word) for word in argv], env)
        env.stdout.flush()
        env.unkept(ended_well=True)
        if env.wrote:
            from mentorlog.cli.daily import after_write

            after_write(env)
    except Problem as problem:
        return _explain(problem, env, argv)
    except (KeyboardInterrupt, EOFError):
        return _explain(Stopped("Stopped; nothing was kept."), env, argv)
    except BrokenPipeError:
        # Who read our output has left, as `head` does. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        env.unkept(ended_well=True)
        return 0
    except Exception as error:
        if os.environ.get("MENTORLOG_DEBUG") == "1":
            raise
        return _explain(_unforeseen(error), env, argv)
    return code


def _explain(problem: Problem, env: Env, argv: list[str]) -> int:
    drafts = [str(draft) for draft in env.unkept()]
    if env.json or "--json" in argv:
        from mentorlog.formats.json import dump

        said: dict[str, object] = {"error": problem.code, "message": problem.sentence, "hint": problem.hint}
        said |= {"exit_code": problem.exit_code, "drafts": drafts}
        env.stderr.write(dump("error", said, ascii=True) + "\n")
        return problem.exit_code
    env.note(problem.sentence if isinstance(problem, Stopped) else f"error: {problem.sentence}")
    if problem.hint:
        env.note(f"       {problem.hint}")
    for draft in drafts:
        env.note(f"Your words are safe in {draft}")
    return problem.exit_code


def _unforeseen(error: Exception) -> Problem:
    # The message of an unknown error may quote the journal, so only its kind is told.
    return Unforeseen(
        f"Something I did not foresee went wrong ({type(error).__name__}); nothing was half kept.",
        "MENTORLOG_DEBUG=1 shows where. Please report it.",
    )


def _printable(word: str) -> str:
    """Bytes of the command line that are not UTF-8 come as lone surrogates, which no file can hold."""
    return word.encode("utf-8", "replace").decode("utf-8") if not word.isascii() else word
