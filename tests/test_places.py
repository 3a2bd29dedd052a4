"""Data and settings live where the platform keeps them."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from mentorlog.errors import Unreadable
from mentorlog.places import config_folder, data_folder, named


@pytest.mark.parametrize("given", ["", "/somewhere/else"])
def test_our_folders_are_those_of_platformdirs(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", given)
    monkeypatch.setenv("XDG_CONFIG_HOME", given)
    assert data_folder() == Path(platformdirs.user_data_dir("mentorlog", appauthor=False))
    assert config_folder() == Path(platformdirs.user_config_dir("mentorlog", appauthor=False))


@pytest.mark.parametrize("text", ["a" * 300, f"{'a' * 300}/journal.db", "/".join(["folder"] * 900)])
def test_a_name_no_file_can_have_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(Unreadable, match="too long for a file"):
        named(text)
