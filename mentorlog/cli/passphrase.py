"""Asking for a new passphrase, and having a paper key written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.errors import KeyNeeded, Refused

if TYPE_CHECKING:
    from mentorlog.env import Env

TRIES = 3
"""How often a new passphrase, or the paper key, may be typed."""
_ROW = 5
"""Groups of a paper key on a line."""


def check_terminal(env: Env, what: str) -> None:
    """Raises Refused where nobody can be asked."""
    if not env.interactive:
        raise Refused(f"{what} asks for things that only you can type, and this is no terminal.")


def new_passphrase(env: Env) -> str:
    """A passphrase, typed twice. Raises Refused when it is too short, or never typed the same."""
    from mentorlog.store.keys import LEAST
    from mentorlog.unlocking import secret

    for _ in range(TRIES):
        first = secret(env, "New passphrase:")
        if len(first) < LEAST:
            env.note(f"At least {LEAST} characters; five or six words by chance do well.")
        elif first == secret(env, "Once more:"):
            return first
        else:
            env.note("That was not the same.")
    raise Refused("No passphrase was set; nothing was changed.")


def write_down(env: Env) -> str:
    """Show a new paper key and have it typed once. Returns its recipient. Raises Refused when it is not."""
    from mentorlog.store.keys import grouped, new_paper

    paper, recipient = new_paper()
    lead, *groups = grouped(paper)
    env.note("\nThe paper key opens the journal when the passphrase is forgotten. Write it on paper:\n")
    env.note(f"    {lead}")
    for at in range(0, len(groups), _ROW):
        env.note(f"    {'  '.join(groups[at : at + _ROW])}")
    env.note(f"\nNow type it from the paper; {lead} may be left out, as may spaces.")
    for _ in range(TRIES):
        wrong = _unlike(env.ask("Paper key:"), paper)
        if not wrong:
            env.note("That is it. Keep it away from this machine, and clear this screen.\n")
            return recipient
        env.note(wrong)
    raise Refused("The paper key was not typed as it is; nothing was changed.")


def _unlike(typed: str, paper: str) -> str:
    """Where what was typed is not the paper key; nothing when it is."""
    from mentorlog.store.keys import IDENTITY, grouped, read_paper

    try:
        if read_paper(typed) == paper:
            return ""
    except KeyNeeded:
        pass
    said = "".join(typed.split()).upper().removeprefix(IDENTITY)
    pairs = zip(grouped(paper)[1:], [*grouped(said)[1:], *[""] * 20], strict=False)
    number = next((at for at, (wanted, here) in enumerate(pairs, 1) if wanted != here), 1)
    return f"Group {number} is not as it was shown."
