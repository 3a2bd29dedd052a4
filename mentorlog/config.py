"""Settings: a flag wins over `MENTORLOG_*`, that over the file, that over the default."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from mentorlog.errors import Unreadable, Unusable
from mentorlog.places import config_folder, make_folders, sync_names

CHOICES: dict[str, tuple[str, ...]] = {
    "visibility": ("shared", "private"),
    "theme": ("ansi", "dark", "light", "mono"),
    "ascii": ("true", "false"),
    "date_order": ("", "day-first", "month-first"),
    "backup": ("on", "off"),
}
SWITCHES = ("ascii", "backup")
_YES, _NO = ("1", "yes", "on", "true"), ("0", "no", "off", "false")
DEFAULTS = {
    "name": "",
    "visibility": "shared",
    "theme": "ansi",
    "ascii": "false",
    "date_order": "",
    "editor": "",
    "default_cadence": "",
    "hours_a_week": "",
    "backup": "on",
}
TABLES = {
    "career.weights": ("coverage", "move", "wish", "mention", "effort"),
    "career.hours_per_level": ("0-1", "1-2", "2-3", "3-4", "4-5"),
}
"""Tables of settings, each with its keys; none of them is set at first, which leaves what is built in."""
DEFAULTS |= {f"{table}.{name}": "" for table, names in TABLES.items() for name in names}


class Setting(NamedTuple):
    """A setting's value and where it came from: default, the file, or a variable."""

    value: str
    origin: str


def config_file() -> Path:
    """Where settings are kept: `MENTORLOG_CONFIG`, else the platform's configuration folder."""
    if given := os.environ.get("MENTORLOG_CONFIG"):
        return Path(given)
    return config_folder() / "config.toml"


def settings(path: Path) -> dict[str, Setting]:
    """Every setting. Raises Unreadable when the file is no TOML or holds a value we do not know."""
    in_file = _read(path)
    found = {}
    for key, default in DEFAULTS.items():
        variable = f"MENTORLOG_{key.upper()}".replace(".", "_").replace("-", "_")
        if os.environ.get(variable):
            found[key] = Setting(said(os.environ[variable], key), variable)
        elif (told := _at(in_file, key)) is not None:
            found[key] = Setting(said(told, key), str(path))
        else:
            found[key] = Setting(default, "default")
        check(key, found[key].value, found[key].origin)
    for table in TABLES:
        told = _at(in_file, table) or {}
        if not isinstance(told, dict):
            raise Unreadable(f"{table} in {path} is no table of settings.", "Mend or remove it.")
        for name in told:
            check(f"{table}.{name}", "")
    return found


def _at(table: Any, key: str) -> Any:
    """What a dotted key names in nested tables, None when it is not there."""
    for part in key.split("."):
        table = table.get(part) if isinstance(table, dict) else None
    return table


def check(key: str, value: str, origin: str = "") -> None:
    """Raises Unreadable for a key or value we do not know."""
    if key not in DEFAULTS:
        known = [one for one in DEFAULTS if "." not in one] + [f"{table}.…" for table in TABLES]
        raise Unreadable(f"There is no setting “{key[:60]}”.", f"Settings: {', '.join(known)}.")
    fault = _fault(key, value)
    if fault:
        where = f" (from {origin})" if origin else ""
        raise Unreadable(f"“{value[:60]}” is no value for {key}{where}.", f"It can be: {fault}.")


def _fault(key: str, value: str) -> str:
    """What a setting can be, when this value is none of it; empty when it is."""
    if key in CHOICES:
        return "" if value in CHOICES[key] else ", ".join(choice or "none" for choice in CHOICES[key])
    if key == "hours_a_week" and value and not 0 < _number(value) < 100:
        return "1 to 99, or none"
    if key.startswith("career.weights.") and value and _number(value.removeprefix("-")) > 1000:
        return "points from -1000 to 1000, such as 20"
    if key.startswith("career.hours_per_level.") and value:
        low, dash, high = value.partition("-")
        if not dash or not 0 < _number(low) <= _number(high) <= 10_000:
            return "at least and at most so many hours, such as 60-120"
    return ""


def _number(text: str) -> int:
    """Plain digits as a number; one far too large for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 10**9


def own_templates(moment: str) -> dict[str, Path]:
    """The person's own templates for `meet`, by name: the Markdown files in `templates/meet` beside the settings."""
    folder = config_file().parent / "templates" / moment
    found = sorted(folder.glob("*.md")) if folder.is_dir() else []
    return {path.stem: path for path in found if path.is_file() and not path.name.startswith(".")}


def read_template(path: Path) -> str:
    """A template of the person's own. Raises Unreadable with what is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Unreadable(f"I cannot read {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"{path} is not UTF-8: line {line} cannot be read.", "Save it as UTF-8.") from error
    if not text.strip() or "\0" in text:
        raise Unreadable(f"{path} {'holds a NUL character' if text.strip() else 'is empty'}.")
    return text


def said(value: Any, key: str) -> str:
    """A value as a setting keeps it, however it was written: a switch may be 1, yes, on or true."""
    if key in SWITCHES:
        word, (on, off) = str(value).lower(), CHOICES[key]
        return on if word in _YES else off if word in _NO else word
    if isinstance(value, list):  # [60, 120]
        return "-".join(map(str, value))
    return str(value)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise Unreadable(
            f"I cannot read the settings in {path}: {why}.", "Mend or remove the file."
        ) from error
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"{path} is not TOML: {error}.", "Mend or remove the file.") from error
    except RecursionError as error:
        raise Unreadable(f"{path} is nested too deep.", "Mend or remove the file.") from error


def save(path: Path, key: str, value: str) -> None:
    """Keep one setting, leaving every other line of the file as it is.

    Raises Unreadable when it is no TOML, Unusable when it cannot be written.
    """
    import json

    _read(path)  # only what can be read is written to
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
    told = json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML string
    start, end, name = _place(lines, key)
    there = [i for i in range(start, end) if lines[i].partition("=")[0].strip() == name]
    if there:
        lines[there[0]] = f"{name} = {told}"
    else:
        lines.insert(end, f"{name} = {told}")
    text = "\n".join(lines) + "\n"
    _check_said(text, key, value, path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        make_folders(path.absolute().parent)
        with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_names(path.absolute().parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise Unusable(f"I cannot write the settings to {path}: {error.strerror}.") from error


def _place(lines: list[str], key: str) -> tuple[int, int, str]:
    """From and up to which line a key belongs, and what it is called there: in its table if there is one."""
    heads = [i for i, line in enumerate(lines) if line.lstrip().startswith("[")]
    table, _, name = key.rpartition(".")
    for i, after in zip(heads, [*heads[1:], len(lines)], strict=False):
        if table and lines[i].partition("#")[0].strip() == f"[{table}]":
            return i + 1, after, name
    return 0, heads[0] if heads else len(lines), key


def _check_said(text: str, key: str, value: str, path: Path) -> None:
    """Raises Unreadable when the new text does not say it: the key may be quoted there, or inside a long string."""
    import tomllib

    try:
        if _at(tomllib.loads(text), key) == value:
            return
    except tomllib.TOMLDecodeError:
        pass
    raise Unreadable(f"I cannot set {key} in {path} without spoiling the file.", "Set it there by hand.")
