"""The way in and the way out: argv to exit code. The only place that catches and prints an error."""

from __future__ import annotations

import codecs
import gc
import io
import os
import re
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO

from mentorlog.env import Env
from mentorlog.errors import Problem, Stopped, Unforeseen, Unknown, Unusable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STOPPED = "Stopped; nothing was kept."


def run() -> None:
    """The `mentorlog` command."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    if isinstance(sys.stdin, io.TextIOWrapper) and codecs.lookup(sys.stdin.encoding).name == "ascii":
        sys.stdin.reconfigure(encoding="utf-8")  # a bare locale says nothing of what is in the pipe
    # A run is over before the collector has paid for itself; a long one still collects.
    gc.set_threshold(100_000, 50, 50)
    try:
        # Who ends us politely gets the same as Ctrl-C: nothing half made stays behind.
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) == signal.SIG_DFL:  # `nohup` keeps its word
                signal.signal(number, signal.default_int_handler)
        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # again, while the first was answered
        code = Stopped.exit_code
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
    env = Env(now or _EPOCH, stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr)
    if argv[:1] == ["__complete"]:  # the shell asks, at a press of Tab
        from mentorlog.cli.completing import answer

        return answer(argv[1:], env)
    try:
        from mentorlog.cli.app import now_here

        env.now = now or now_here()
        code = _carried_out([_printable(word) for word in argv], env)
        env.stdout.flush()
        env.unkept(ended_well=True)
        if env.copy_due:
            from mentorlog.cli.daily import after_write

            after_write(env)
    except Problem as problem:
        return _explain(problem, env, argv)
    except (KeyboardInterrupt, EOFError):
        return _explain(
            Stopped("Stopped; what was done before is kept." if env.wrote else _STOPPED), env, argv
        )
    except BrokenPipeError:
        # Who read our output has left, as `head` does. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        env.unkept(ended_well=True)
        return 0
    except Exception as error:
        if os.environ.get("MENTORLOG_DEBUG") == "1":
            raise
        return _explain(_unsaid(error, env) or _unforeseen(error), env, argv)
    finally:
        _let_go(env)
    return code


def _carried_out(words: list[str], env: Env) -> int:
    """The exit code of a command line; at a terminal an unknown name is an offer to make it."""
    from mentorlog.cli.app import carry_out

    try:
        return carry_out(words, env)
    except Unknown as unknown:
        from mentorlog.cli.offer import made

        if not made(unknown, words, env):
            raise
        return carry_out(words, env)


def _let_go(env: Env) -> None:
    """The run is over: no key of an encrypted journal is held any longer."""
    if env.keys:
        from mentorlog.unlocking import let_go

        let_go()


def _explain(problem: Problem, env: Env, argv: list[str]) -> int:
    drafts = [str(draft) for draft in env.unkept()]
    if env.json or "--json" in argv:
        from mentorlog.formats.json import dump

        said: dict[str, object] = {"error": problem.code, "message": problem.sentence, "hint": problem.hint}
        said |= {"exit_code": problem.exit_code, "drafts": drafts}
        env.note(dump("error", said, ascii=True), whole=True)
        return problem.exit_code
    env.note(problem.sentence if isinstance(problem, Stopped) else f"error: {problem.sentence}")
    if problem.hint:
        env.note(f"       {problem.hint}")
    for draft in drafts:
        env.note(f"Your words are safe in {draft}")
    return problem.exit_code


def _unsaid(error: Exception, env: Env) -> Problem | None:
    """Is it stdout that took no more? A fault with a file of its own has the file's name."""
    if not isinstance(error, OSError) or error.filename is not None:
        return None
    done = "What was asked is done:  mentorlog history  shows it." if env.wrote else ""
    return Unusable(f"The answer could not be written: {error.strerror}.", done)


def _unforeseen(error: Exception) -> Problem:
    # The message of an unknown error may quote the journal, so only its kind is told.
    return Unforeseen(
        f"Something I did not foresee went wrong ({type(error).__name__}); nothing was half kept.",
        "MENTORLOG_DEBUG=1 shows where. Please report it.",
    )


def _printable(word: str) -> str:
    """Bytes of the command line that its locale cannot read come as lone surrogates, which no file can hold."""
    if word.isascii() or not re.search("[\ud800-\udfff]", word):
        return word
    with suppress(UnicodeError):
        return os.fsencode(word).decode("utf-8")  # a bare locale reads no UTF-8, but hands it on
    return word.encode("utf-8", "replace").decode("utf-8")
