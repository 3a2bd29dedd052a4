"""The page of `doctor`, drawn and told."""

from __future__ import annotations

import pytest

from mentorlog.domain.care import Checkup, Finding
from mentorlog.views.doctor import draw
from mentorlog.views.look import Look
from mentorlog.views.told.doctor import tell
from tests.views.golden import same

MODEL = Checkup(
    path="journal.db",
    mended=("The journal was written anew from its tables and its log.",),
    findings=(
        Finding(name="pages", state="ok", says="Every page is whole."),
        Finding(
            name="backups", state="warn", says="3 backups, the newest 20 days old.", way="mentorlog backup"
        ),
        Finding(
            name="schema",
            state="bad",
            says="The trigger note_insert is missing.",
            way="mentorlog doctor --fix",
        ),
    ),
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_at_each_width(width: int) -> None:
    text = str(draw(MODEL, Look(width=width)))
    assert max(map(len, text.split("\n"))) <= width
    same(f"doctor_{width}.txt", text)


def test_the_state_is_told_by_a_word_also_in_ascii_and_in_a_pipe() -> None:
    text = str(draw(MODEL, Look(width=80, ascii=True)))
    assert text.isascii()
    assert "warn" in text
    assert tell(MODEL, Look(width=80)) == (
        "done\t\tThe journal was written anew from its tables and its log.\n"
        "ok\tpages\tEvery page is whole.\t\n"
        "warn\tbackups\t3 backups, the newest 20 days old.\tmentorlog backup\n"
        "bad\tschema\tThe trigger note_insert is missing.\tmentorlog doctor --fix\n"
        "1 place is damaged and 1 warning\n"
    )
