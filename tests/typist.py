"""Somebody at a terminal, who answers what is asked and copies the paper key from the screen."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import datetime

import pytest

from mentorlog.main import main
from tests.program import NOW, Ran, Terminal

PASSPHRASE = "correct horse battery"


class _Keyboard(io.StringIO):
    """Answers by what the last line of the screen asks. Without an answer the input ends."""

    def __init__(self, screen: io.StringIO, answers: dict[str, str]) -> None:
        super().__init__()
        self.screen, self.answers, self.read_to = screen, answers, 0

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1, /) -> str:
        seen = self.screen.getvalue()
        last = {seen.rfind(part, self.read_to): part for part in self.answers}
        self.read_to = len(seen)
        if max(last) < 0:
            return ""
        return f"{self.answers[last[max(last)]] or paper_of(seen)}\n"


def paper_of(screen: str) -> str:
    """The paper key as it stands on the screen, its groups in one."""
    return "".join("".join(re.findall(r"^    ([A-Z0-9-][A-Z0-9 -]+)$", screen, re.MULTILINE)).split())


def typed(*argv: str, answers: dict[str, str] | None = None, now: datetime = NOW) -> Ran:
    """One command line at a terminal. Answers by a part of the question; an empty one is the paper key shown."""
    usual = {
        "Passphrase of": PASSPHRASE,
        "New passphrase": PASSPHRASE,
        "Once more": PASSPHRASE,
        "Paper key": "",
    }
    screen, out = Terminal(), io.StringIO()
    keyboard = _Keyboard(screen, usual | (answers or {}))
    code = main(list(argv), now=now, stdin=keyboard, stdout=out, stderr=screen)
    return Ran(code, out.getvalue(), screen.getvalue())


def quickly(patch: pytest.MonkeyPatch) -> None:
    """Passphrases without age's work factor, which takes seconds each time. One test uses the real one."""
    import pyrage

    def mark(passphrase: str) -> bytes:
        return b"age-encryption.org/v1\n" + hashlib.sha256(passphrase.encode()).digest()

    def decrypt(data: bytes, passphrase: str) -> bytes:
        if not data.startswith(mark(passphrase)):
            raise pyrage.DecryptError("Decryption failed")
        return bytes(byte ^ 0x5A for byte in data[len(mark(passphrase)) :])

    def encrypt(data: bytes, passphrase: str) -> bytes:
        return mark(passphrase) + bytes(byte ^ 0x5A for byte in data)

    patch.setattr(pyrage.passphrase, "encrypt", encrypt)
    patch.setattr(pyrage.passphrase, "decrypt", decrypt)
