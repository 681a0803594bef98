"""What a list is called, and the fields of one of its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QWidget

from ui.widgets.field import Field
from ui.widgets.panes import VBox
from ui.widgets.suggestions import Suggestions
from ui.wizard.desk import ListDesk
from ui.wizard.form import Form

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ListWords:
    """What the list is called: `name` for gaps and screen readers, `noun` inside sentences ("căn cứ")."""

    field: str
    title: str
    noun: str
    add: str = "Thêm"


class RowForm(Generic[R]):
    """The fields of one row. `takes` says which rows it edits; `body` is laid out by the step."""

    def __init__(self, desk: ListDesk[Any], takes: Callable[[Any], bool] = lambda row: True) -> None:
        self.takes = takes
        self.body = QWidget()
        self.column = VBox(desk.look, gap=2)
        self.body.setLayout(self.column)
        self.form: Form[R] = Form(lambda row, name, widget: None, desk.presenter.seal)
        self.first: QWidget | None = None
        self.offers: dict[QWidget, Suggestions] = {}

    def offer(self, field: Field, suggestions: Suggestions) -> None:
        """While its list hangs open, Enter and Esc in the field are the list's."""
        self.offers[field] = suggestions

    def inputs(self) -> list[QWidget]:
        """The fields in the order in which they were laid out."""
        return [widget for widget in widgets_in(self.body) if isinstance(widget, _INPUTS)]


_INPUTS = (QLineEdit, QTextEdit, QComboBox, QAbstractButton)


def widgets_in(inside: QWidget) -> list[QWidget]:
    return list(inside.findChildren(QWidget))  # the stubs leave the type of what is found open
