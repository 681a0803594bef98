"""Nothing in the windows answers to single keys of a text, by what stands in the source (L12)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_files import python_files, tree

#: Qt's own fields; the program makes only its own kinds of them (`ui.widgets`), which are watched.
_QT_FIELDS = frozenset(
    {
        "QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QSpinBox", "QDoubleSpinBox", "QDateEdit",
        "QTimeEdit", "QDateTimeEdit", "QKeySequenceEdit", "QInputDialog", "QCompleter", "QValidator",
        "QRegularExpressionValidator", "QIntValidator", "QDoubleValidator",
    }
)  # fmt: skip
#: They act on each key, cut, fill in or bring a field that the harness does not know.
_FORBIDDEN = frozenset(
    {
        "setCompleter", "setValidator", "setInputMask", "setMaxLength", "setEditable", "createEditor",
        "setItemWidget", "openPersistentEditor", "setCapitalization", "keyboardGrabber", "grabKeyboard",
    }
)  # fmt: skip
#: Heard at every key and in the middle of a word; `settled` of the own fields is not.
_EAGER = frozenset({"textChanged", "textEdited"})
#: The fields themselves; the list at the cursor, which goes away when the text below it changes; the
#: abbreviations, which only note that it did.
_MAY_LISTEN = frozenset(
    Path("ui") / name
    for name in (
        "widgets/field.py", "widgets/editor.py", "quick_text/line_popup.py", "quick_text/short_words.py",
    )
)  # fmt: skip


def _names(path: Path) -> Iterator[tuple[str, int, ast.AST]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            yield node.attr, node.lineno, node
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno, node


def test_fields_are_of_our_own_kinds() -> None:
    """A class may build on one of Qt's; nobody makes one of them as it is."""
    made = [
        f"{path}:{node.lineno}"
        for path in python_files("ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _QT_FIELDS
    ]
    assert made == []


def test_nothing_acts_on_single_keys() -> None:
    found = [
        f"{path}:{line} {name}"
        for path in python_files("ui")
        for name, line, _ in _names(path)
        if name in _FORBIDDEN
    ]
    assert found == []


def test_changes_are_heard_when_no_word_is_open() -> None:
    found = [
        f"{path}:{line} {name}"
        for path in python_files("ui")
        if path not in _MAY_LISTEN
        for name, line, _ in _names(path)
        if name in _EAGER
    ]
    assert found == []
