"""Who may import whom, and the size and shape of every file: read from the source, nothing is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "mentorlog"
FILES = sorted(ROOT.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

LONGEST_FILE, LONGEST_FUNCTION = 300, 50
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}

# Each part of the package, and the parts of ours it may import. `errors` is open to all.
MAY: dict[str, set[str]] = {
    "domain": set(),
    "career": {"domain"},
    "store": {"domain"},
    "views": {"domain", "career"},
    "formats": {"domain", "career"},
    "flows": {"domain", "career", "store"},  # the store as a type: see below
    "config": set(),
    "places": set(),
    "editor": {"env", "config"},
    "env": {"domain", "store", "views", "formats", "flows", "config", "editor", "places"},
    "cli": {"domain", "career", "flows", "views", "formats", "store", "env", "config", "editor"},
    "main": {"env", "cli", "formats"},
    "errors": set(),
    "__init__": set(),
    "__main__": {"main"},
}
# Which part alone may import a library.
ONLY = {
    "rich": "views",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "typer": "cli",
    "click": "nobody",
    "jinja2": "formats",
    "icalendar": "formats",
}


def part_of(path: Path) -> str:
    """The part of the package a file is in: the folder, or the file itself at the top."""
    inside = path.relative_to(ROOT)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Every module a tree imports, at any depth, with the statement."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            if node.module == "mentorlog":
                for alias in node.names:
                    yield f"mentorlog.{alias.name}", node
            else:
                yield node.module or "", node


def type_only(tree: ast.AST) -> set[ast.AST]:
    """The statements under `if TYPE_CHECKING`."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return {inner for block in blocks for one in block.body for inner in ast.walk(one)}


def called(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


each_file = pytest.mark.parametrize("path", FILES, ids=name_of)


def test_every_part_of_the_package_is_in_the_table() -> None:
    assert {part_of(path) for path in FILES} <= MAY.keys()


@each_file
def test_a_part_imports_only_the_parts_below_it(path: Path) -> None:
    part, tree = part_of(path), TREES[path]
    for module, _ in imported(tree):
        words = module.split(".")
        if words[0] != "mentorlog" or len(words) == 1:
            continue
        target = words[1]
        allowed = MAY[part] | {part, "errors", "__version__"}
        assert target in allowed, f"{name_of(path)} imports {module}"


@each_file
def test_a_library_is_known_to_one_part_only(path: Path) -> None:
    part, tree = part_of(path), TREES[path]
    types = type_only(tree)
    for module, node in imported(tree):
        owner = ONLY.get(module.split(".")[0])
        as_type = part == "env" and node in types  # the return type of what a view draws
        assert owner in (None, part) or as_type, f"{name_of(path)} imports {module}"


@each_file
def test_flows_know_the_store_only_as_a_type(path: Path) -> None:
    if part_of(path) != "flows":
        return
    types = type_only(TREES[path])
    for module, node in imported(TREES[path]):
        assert not module.startswith("mentorlog.store") or node in types, f"{name_of(path)} imports {module}"


@each_file
def test_the_top_loads_the_rest_only_inside_functions(path: Path) -> None:
    if part_of(path) not in ("env", "main"):
        return
    inside = {inner for function in functions(TREES[path]) for inner in ast.walk(function)} | type_only(TREES[path])
    for module, node in imported(TREES[path]):
        early = {"env": {"mentorlog.domain.text"}, "main": {"mentorlog.env", "mentorlog.errors"}}[part_of(path)]
        if module.startswith("mentorlog.") and module not in early:
            assert node in inside, f"{name_of(path)} imports {module} at the top"


def test_only_main_imports_the_commands() -> None:
    knowing = {part_of(path) for path in FILES for module, _ in imported(TREES[path]) if module.startswith("mentorlog.cli")}
    assert knowing <= {"main", "cli"}


@each_file
def test_a_file_is_short_and_so_are_its_functions(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{name_of(path)} has {lines} lines"
    for function in functions(TREES[path]):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{name_of(path)}: {function.name} has {length} lines"


@each_file
def test_a_file_is_named_after_something_of_the_field(path: Path) -> None:
    assert not set(path.relative_to(ROOT).with_suffix("").parts) & VAGUE


@each_file
def test_nothing_global_is_changed(path: Path) -> None:
    assert not [node for node in ast.walk(TREES[path]) if isinstance(node, ast.Global)]


@each_file
def test_the_clock_is_read_in_one_place(path: Path) -> None:
    if name_of(path) in ("cli/app.py", "store/ids.py", "store/backup.py"):
        return
    readers = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}
    for call in called(TREES[path]):
        what = ast.unparse(call.func)
        owner, _, name = what.rpartition(".")
        read = name in readers and owner in ("datetime", "date", "datetime.datetime", "datetime.date", "time")
        assert not read, f"{name_of(path)} reads the clock: {what}"


@each_file
def test_no_text_is_ever_read_as_markup(path: Path) -> None:
    for call in called(TREES[path]):
        for keyword in call.keywords:
            if keyword.arg in ("markup", "emoji"):
                assert isinstance(keyword.value, ast.Constant)
                assert keyword.value.value is False, f"{name_of(path)}: {ast.unparse(call)}"
        what = ast.unparse(call.func)
        if what.endswith((".add_row", "console.print")) or what.rpartition(".")[2] == "Panel":
            assert not any(isinstance(given, ast.JoinedStr) for given in call.args), f"{name_of(path)}: {what} of an f-string"
            assert not any(
                isinstance(given.value, ast.JoinedStr) for given in call.keywords if given.arg in ("title", "subtitle")
            ), f"{name_of(path)}: {what} of an f-string"
        assert not what.endswith("Text.from_markup"), f"{name_of(path)}: {what}"


@each_file
def test_whatever_is_public_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(TREES[path]), f"{name_of(path)} has no docstring"
    for holder in [TREES[path], *(node for node in TREES[path].body if isinstance(node, ast.ClassDef))]:
        for node in holder.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{name_of(path)}: {node.name} has no docstring"


@each_file
def test_the_source_speaks_of_nothing_but_the_program(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/(work|farm|tmp)/|DESIGN\.md|SURFACE\.md|RELIABILITY\.md|SCREENS\.md", text), name_of(path)
