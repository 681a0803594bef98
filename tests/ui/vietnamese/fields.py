"""Every field that a person can type into: where the program makes one, and which of them were typed into."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

import ui

ROOT = Path(ui.__file__).resolve().parent
TEXT_WIDGETS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
TextField = QLineEdit | QTextEdit
_NUMBER = re.compile(r"\d+")
_ROW = re.compile(r", .*")  # “Có mặt, Hộ dân thôn Phú Ấp”: which row it is does not matter


class Place(NamedTuple):
    """The line of the program that makes a field, and what a reader calls it (of a row: any of its rows)."""

    file: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} “{self.name}”"


class Ledger:
    """Notes every field when it is made, and every one that was typed into."""

    def __init__(self) -> None:
        self.made: dict[Place, str] = {}
        self.typed: dict[Place, int] = {}
        self._sites: dict[int, tuple[str, int]] = {}

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """From now on."""
        for kind in (QLineEdit, QTextEdit):
            for one in _own_classes(kind):
                if "__init__" in vars(one):
                    self._wrap(patch, one)

    def _wrap(self, patch: pytest.MonkeyPatch, kind: type[QWidget]) -> None:
        init = kind.__init__

        def noting(field: Any, *given: Any, **named: Any) -> None:
            site = _site(sys._getframe(1), field)
            init(field, *given, **named)
            field.setProperty("made_at", f"{site[0]}:{site[1]}")

        patch.setattr(kind, "__init__", noting)

    def place(self, field: QWidget) -> Place:
        file, _, line = str(field.property("made_at") or "?:0").rpartition(":")
        return Place(file, int(line), _ROW.sub("", _NUMBER.sub("…", field.accessibleName())))

    def note_made(self, where: str, within: QWidget) -> None:
        """All that stand in a window, shown or not; `where` says who has them."""
        for kind in (QLineEdit, QTextEdit):
            for field in list[Any](within.findChildren(kind)):
                if not _inside_another(field) and not field.isReadOnly():
                    self.made.setdefault(self.place(field), where)

    def note_typed(self, place: Place) -> None:
        self.typed[place] = self.typed.get(place, 0) + 1


def _site(frame: FrameType | None, field: object) -> tuple[str, int]:
    """Where the field is made: past the constructors of its own class and those that it builds on."""
    while frame is not None and (
        frame.f_locals.get("self") is field or frame.f_locals.get("field") is field or not _ours(frame)
    ):
        frame = frame.f_back
    if frame is None:
        return "?", 0
    return str(Path(frame.f_code.co_filename).resolve().relative_to(ROOT.parent)), frame.f_lineno


def _ours(frame: FrameType) -> bool:
    return Path(frame.f_code.co_filename).resolve().is_relative_to(ROOT)


def _inside_another(field: QWidget) -> bool:
    """The line inside a list that drops down, say: the other one is the field."""
    parent = field.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox)


@cache
def _modules() -> tuple[str, ...]:
    found = pkgutil.walk_packages([str(ROOT)], prefix="ui.")
    return tuple(sorted(one.name for one in found))


def _own_classes(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """The program's own kinds of a widget."""
    for name in _modules():
        importlib.import_module(name)
    waiting = list(kind.__subclasses__())
    while waiting:
        one = waiting.pop()
        waiting.extend(one.__subclasses__())
        if one.__module__.startswith("ui."):
            yield one


@cache
def field_classes() -> frozenset[str]:
    """Names of everything that makes a field when it is called."""
    own = {one.__name__ for kind in TEXT_WIDGETS for one in _own_classes(kind)}
    return frozenset(own | {kind.__name__ for kind in TEXT_WIDGETS} | {"QSpinBox", "QDateEdit", "QTimeEdit"})


@cache
def sites() -> frozenset[tuple[str, int]]:
    """Every line of the program that makes a field to type into; one that is only read is none."""
    found = set()
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        read = _only_read(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) in field_classes() and node not in read:
                found.add((str(path.relative_to(ROOT.parent)), node.lineno))
    return frozenset(found)


def _only_read(tree: ast.Module) -> set[ast.expr]:
    """What is given to a name on which `setReadOnly(True)` is called in the same module."""
    closed = {
        ast.unparse(node.func.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setReadOnly"
        and [ast.unparse(given) for given in node.args] == ["True"]
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(ast.unparse(target) in closed for target in node.targets)
    }


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def typeable() -> list[TextField]:
    """What can be typed into now, in any window on view, in the order of the windows."""
    found: list[TextField] = []
    modal = QApplication.activeModalWidget()
    for window in [modal] if modal is not None else QApplication.topLevelWidgets():
        if not isValid(window) or not window.isVisible():
            continue
        for kind in (QLineEdit, QTextEdit):
            for field in list[Any](window.findChildren(kind)):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                    if not _inside_another(field) and field.focusPolicy().value:
                        found.append(field)
    return found
