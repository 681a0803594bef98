"""Looking into a window: its children of a class, and what has the focus."""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T", bound=QObject)


def children(widget: QObject, kind: type[T]) -> list[T]:
    """Every object of that class below, in the order in which they were made."""
    return cast("list[T]", widget.findChildren(kind))


def focused() -> QWidget:
    """The widget with the focus; there has to be one."""
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget
