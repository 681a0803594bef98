"""A secretary's hands: goes to fields by Tab, chooses by arrows, types letter by letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QListView, QWidget

from tests.ui.wizard.stage import Stage
from ui.wizard.step_review import ReviewStep
from ui.wizard.step_tasks import TasksStep
from ui.wizard.steps import StepId

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_FARTHEST = 150


def name_of(widget: QWidget) -> str:
    return widget.accessibleName()


def tab_to(stage: Stage, name: str) -> QWidget:
    """Press Tab until the field with this accessible name has the focus."""
    met = []
    for _ in range(_FARTHEST):
        widget = stage.focused
        if name_of(widget) == name:
            return widget
        met.append(name_of(widget))
        stage.tab()
    raise AssertionError(f"Tab never came to {name!r}, only to {list(dict.fromkeys(met))}")


def fill(stage: Stage, name: str, text: str) -> None:
    tab_to(stage, name)
    stage.write(text)


def choose(stage: Stage, name: str, words: str) -> None:
    """In a closed list: the arrows change what is chosen."""
    combo = tab_to(stage, name)
    assert isinstance(combo, QComboBox)
    stage.key(Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentText() == words:
            return
        stage.key(Qt.Key.Key_Down)
    raise AssertionError(f"{words!r} is not offered by {name!r}")


def pick(stage: Stage, name: str, words: str) -> None:
    """Take a ready row from the office's library: the words are searched for, Enter takes the first."""
    tab_to(stage, name)
    stage.key(Qt.Key.Key_Space)
    stage.write(words)
    stage.key(Qt.Key.Key_Return)


def tick(stage: Stage, name: str, on: bool = True) -> None:
    box = tab_to(stage, name)
    assert isinstance(box, QAbstractButton)
    if box.isChecked() is not on:
        stage.key(Qt.Key.Key_Space)
    assert box.isChecked() is on


def to_row(stage: Stage, table: str, place: int) -> None:
    """Into a table and down to a row (from 0)."""
    view = tab_to(stage, table)
    assert isinstance(view, QListView)
    for _ in range(view.model().rowCount()):
        now = view.currentIndex().row()
        if now == place:
            return
        stage.key(Qt.Key.Key_Down if now < place else Qt.Key.Key_Up)
    raise AssertionError(f"{table!r} has no row {place}")


def open_row(stage: Stage, table: str, place: int) -> None:
    """Into the fields of a row."""
    to_row(stage, table, place)
    stage.key(Qt.Key.Key_Return)


def add_row(stage: Stage) -> None:
    """In the list that has the focus."""
    stage.key(Qt.Key.Key_N, CONTROL)


def next_step(stage: Stage) -> None:
    stage.key(Qt.Key.Key_PageDown, CONTROL)


def last_step(stage: Stage) -> None:
    stage.key(Qt.Key.Key_PageUp, CONTROL)


def tasks_step(stage: Stage) -> TasksStep:
    stage.page.presenter.go(StepId.TASKS)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, TasksStep)
    return view


def review(stage: Stage) -> ReviewStep:
    stage.page.presenter.go(StepId.REVIEW)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, ReviewStep)
    return view
