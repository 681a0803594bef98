"""The program's own source files, read once for the tests that judge how it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("dialogue_desktop", "ui", "installer", "tests")


@cache
def python_files(*packages: str) -> tuple[Path, ...]:
    """Every Python file of these packages (main.py with "ui"), as paths relative to the project."""
    found = [path.relative_to(ROOT) for package in packages for path in (ROOT / package).rglob("*.py")]
    if "ui" in packages and (ROOT / "main.py").exists():
        found.append(Path("main.py"))
    return tuple(sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file, each node knowing its parent as `.parent`."""
    module = ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))
    for node in ast.walk(module):
        for child in ast.iter_child_nodes(node):
            child.parent = node  # type: ignore[attr-defined] # the usual way to walk upwards in ast
    return module


def imports(path: Path, at_run_time_only: bool = True) -> Iterator[tuple[str, int]]:
    """Full names that a file imports, with the line; imports for annotations alone only if asked for."""
    for node in ast.walk(tree(path)):
        if at_run_time_only and _for_annotations_only(node):
            continue
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node.lineno


def _for_annotations_only(node: ast.AST) -> bool:
    while (parent := getattr(node, "parent", None)) is not None:
        if isinstance(parent, ast.If) and "TYPE_CHECKING" in ast.unparse(parent.test):
            return True
        node = parent
    return False


def called_name(call: ast.Call) -> str:
    """The last name of what is called: "waitSignal" for qtbot.waitSignal(...)."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Calls of functions or methods with one of these names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and called_name(node) in names:
            yield node
