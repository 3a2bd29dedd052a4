"""The console and the picture."""

from __future__ import annotations

import re
import subprocess
import sys
from io import StringIO
from xml.etree import ElementTree

import pytest

from mentorlog.domain.dashboard import dashboard
from mentorlog.domain.next import suggestions
from mentorlog.views.cells import words
from mentorlog.views.console import make_console
from mentorlog.views.dashboard import draw
from mentorlog.views.look import Look
from mentorlog.views.page import Page
from mentorlog.views.picture import svg
from tests.views.golden import same
from tests.views.sample import SAMPLE

LOOK = Look(width=80)
PAGE = draw(dashboard(SAMPLE, suggestions(SAMPLE)), LOOK)


def printed(page: Page, look: Look, colour: bool | None) -> str:
    file = StringIO()
    make_console(file, look, colour).print(page, end="")
    return file.getvalue()


def test_without_colour_the_console_prints_the_page_as_it_is() -> None:
    assert printed(PAGE, LOOK, False) == str(PAGE)


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "mono"])
def test_colour_changes_nothing_but_colour(theme: str) -> None:
    coloured = printed(PAGE, LOOK.but(theme=theme), True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == str(PAGE)


def test_the_terminal_theme_sends_only_the_sixteen_colours() -> None:
    assert "38;" not in printed(PAGE, LOOK, True)
    assert "38;2;" in printed(PAGE, LOOK.but(theme="dark"), True)


def test_a_file_gets_no_colour_of_its_own_accord(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b" not in printed(PAGE, LOOK, None)


def test_the_picture_looks_as_it_did() -> None:
    same("dashboard.svg", svg(PAGE, LOOK, "mentorlog"))


@pytest.mark.parametrize("theme", ["ansi", "light"])
def test_the_picture_is_whole_and_refers_to_nothing_outside(theme: str) -> None:
    drawn = svg(PAGE, LOOK.but(theme=theme), "mentorlog")
    root = ElementTree.fromstring(drawn)
    assert "Send\u00a0Priya\u00a0the\u00a0RFC\u00a0draft" in "".join(root.itertext())
    assert re.findall(r"https?://[^\s\"']+", drawn) == ["http://www.w3.org/2000/svg"]
    assert set(re.findall(r"url\(([^)]*)", drawn)) == set(re.findall(r"url\((#[^)]*)", drawn))


def test_a_picture_takes_any_words() -> None:
    page = Page(LOOK)
    page.words(words("<b>&\ufffe日本語 👩‍👩‍👧 \x1b[31m"))
    root = ElementTree.fromstring(svg(page, LOOK, "a <title> & more"))
    assert "<b>&\ufffd日本語" in "".join(root.itertext()).replace("\u00a0", " ")


def test_the_plain_forms_do_not_load_rich() -> None:
    modules = ["dashboard", "skills", "goals", "record"]
    code = (
        f"import sys\nimport mentorlog.views.columns\n"
        f"{chr(10).join(f'import mentorlog.views.told.{one}' for one in modules)}\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'rich'])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
