"""Who may import whom, and the size and shape of every file: read from the source, nothing is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1] / "mentorlog"
FILES = sorted(ROOT.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

LONGEST_FILE, LONGEST_FUNCTION = 300, 50
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}

# Each part of the package, and the parts of ours it may import. `errors` is open to all.
MAY: dict[str, set[str]] = {
    "domain": set(),
    "career": {"domain"},
    "store": {"domain", "places"},
    "views": {"domain", "career"},
    "formats": {"domain", "career"},
    "flows": {"domain", "career", "store", "places"},  # the store as a type: see below
    "config": {"places"},
    "places": set(),
    "surroundings": set(),
    "editor": {"env", "config", "places"},
    "unlocking": {"env", "store", "places", "surroundings"},
    "env": {
        "domain",
        "store",
        "views",
        "formats",
        "flows",
        "config",
        "editor",
        "unlocking",
        "places",
        "surroundings",
    },
    "cli": {
        "domain",
        "career",
        "flows",
        "views",
        "formats",
        "store",
        "env",
        "config",
        "editor",
        "unlocking",
        "places",
    },
    "main": {"env", "cli", "formats", "unlocking"},
    "errors": set(),
    "__init__": set(),
    "__main__": {"main"},
}
# Opening the file, and what it is made of, is the business of `env` and the store: commands ask what is open.
OPENING = {"connect", "migrate", "migrations", "triggers", "lens", "faults", "backup", "ids"}
# Which part alone may import a library.
ONLY = {
    "rich": "views",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "sqlcipher3": "store",
    "pyrage": "store",
    "keyring": "store",
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
    blocks = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return {inner for block in blocks for one in block.body for inner in ast.walk(one)}


def called(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def complaints(rule: Callable[[Path, ast.Module], Iterator[str]]) -> list[str]:
    """What a rule says against any file, each with the file's name."""
    return [f"{name_of(path)}: {said}" for path, tree in TREES.items() for said in rule(path, tree)]


def test_every_part_of_the_package_is_in_the_table() -> None:
    assert {part_of(path) for path in FILES} <= MAY.keys()


def test_a_part_imports_only_the_parts_below_it() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        for module, _ in imported(tree):
            words = module.split(".")
            allowed = MAY[part_of(path)] | {part_of(path), "errors", "__version__"}
            if words[0] == "mentorlog" and len(words) > 1 and words[1] not in allowed:
                yield f"imports {module}"

    assert not complaints(rule)


def test_a_library_is_known_to_one_part_only() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        part, types = part_of(path), type_only(tree)
        for module, node in imported(tree):
            as_type = part == "env" and node in types  # the return type of what a view draws
            if ONLY.get(module.split(".")[0], part) != part and not as_type:
                yield f"imports {module}"

    assert not complaints(rule)


def test_flows_know_the_store_only_as_a_type_and_commands_never_open_it() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        part, types = part_of(path), type_only(tree)
        for module, node in imported(tree):
            if not module.startswith("mentorlog.store") or node in types:
                continue
            if part == "flows" or (part == "cli" and module.split(".")[2] in OPENING):
                yield f"imports {module}"

    assert not complaints(rule)


def test_the_top_and_the_commands_load_the_store_and_the_views_only_inside_functions() -> None:
    early = {
        "env": {"mentorlog.domain.text", "mentorlog.errors", "mentorlog.surroundings"},
        "main": {"mentorlog.env", "mentorlog.errors"},
    }

    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        part = part_of(path)
        late = type_only(tree) | {inner for function in functions(tree) for inner in ast.walk(function)}
        for module, node in imported(tree):
            ours = module.startswith("mentorlog.") and part in early and module not in early[part]
            heavy = part == "cli" and module.startswith(("mentorlog.store", "mentorlog.views"))
            if (ours or heavy) and node not in late:
                yield f"imports {module} at the top"

    assert not complaints(rule)


def test_only_main_imports_the_commands() -> None:
    knowing = {
        part_of(path) for path, tree in TREES.items() for name, _ in imported(tree) if "mentorlog.cli" in name
    }
    assert knowing <= {"main", "cli"}


def test_files_and_functions_are_short() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LONGEST_FILE:
            yield f"{lines} lines"
        for function in functions(tree):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{function.name} has {length} lines"

    assert not complaints(rule)


def test_files_are_named_after_something_of_the_field() -> None:
    assert [
        name_of(path) for path in FILES if set(path.relative_to(ROOT).with_suffix("").parts) & VAGUE
    ] == []


def test_nothing_global_is_changed() -> None:
    assert (
        complaints(lambda _, tree: ("global" for node in ast.walk(tree) if isinstance(node, ast.Global)))
        == []
    )


def test_the_clock_is_read_in_one_place() -> None:
    readers = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}
    owners = {"datetime", "date", "datetime.datetime", "datetime.date", "time"}

    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        if name_of(path) not in ("cli/app.py", "store/ids.py", "store/backup.py"):
            for call in called(tree):
                owner, _, name = ast.unparse(call.func).rpartition(".")
                if name in readers and owner in owners:
                    yield f"reads the clock: {ast.unparse(call)}"

    assert not complaints(rule)


def test_no_text_is_ever_read_as_markup() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        for call in called(tree):
            what = ast.unparse(call.func)
            named = {one.arg: one.value for one in call.keywords}
            if any(
                ast.unparse(named[one]) != "False" for one in ("markup", "emoji", "highlight") if one in named
            ):
                yield ast.unparse(call)
            drawn = what.endswith((".add_row", "console.print")) or what.rpartition(".")[2] == "Panel"
            given = [*call.args, *(named[one] for one in ("title", "subtitle") if one in named)]
            if drawn and any(isinstance(one, ast.JoinedStr) for one in given):
                yield f"{what} of an f-string"
            if what.endswith(("from_markup", "markup.render")):
                yield what

    assert not complaints(rule)


def test_whatever_is_public_says_what_it_does() -> None:
    def rule(path: Path, tree: ast.Module) -> Iterator[str]:
        if not ast.get_docstring(tree):
            yield "no docstring"
        for holder in [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]:
            for node in holder.body:
                known = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
                if known and not ast.get_docstring(node):
                    yield f"{node.name} has no docstring"

    assert not complaints(rule)


def test_the_source_names_no_place_of_a_machine() -> None:
    places = re.compile(r"[\"' ]/(home|root|work|tmp|Users)/")
    assert [name_of(path) for path in FILES if places.search(path.read_text(encoding="utf-8"))] == []
