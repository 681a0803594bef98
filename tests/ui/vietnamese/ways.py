"""Into everything that a page can unfold by itself: rows of its lists, choices that bring other fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.walk import Walk
from ui.widgets.button import Button
from ui.widgets.combo import Combo
from ui.wizard.rows_editor import ListEditor

W = TypeVar("W", bound=QWidget)


def all_of(within: QWidget, kind: type[W]) -> Iterator[W]:
    """Those on view."""
    found: list[W] = list(within.findChildren(kind))
    return (one for one in found if one.isVisible())


def push(walk: Walk, words: str, within: QWidget | None = None) -> None:
    """A button by its words, as a click does it."""
    place = within or walk.program.window
    button = next((one for one in all_of(place, Button) if words in (one.words, one.accessibleName())), None)
    assert button is not None, f"no button: {words}"
    assert button.isEnabled(), f"locked: {words} ({button.reason})"
    button.click()
    settle(walk)


def press(walk: Walk, *keys: str) -> None:
    for words in keys:
        hand.press(words)
        settle(walk)


def settle(walk: Walk) -> None:
    walk.program.rest()
    walk.program.hurry()


def choose(walk: Walk, combo: Combo, value: Any) -> None:
    """As a person chooses it from the list."""
    index = [one for one, _ in combo.items()].index(value)
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    hand.turn()


def unfold(walk: Walk, station: str, within: QWidget | None = None) -> None:
    """Types here, then in every row of every list, then after every choice that brings another field."""
    walk.type_here(station)
    _rows(walk, station, within)
    _choices(walk, station, within)


def _rows(walk: Walk, station: str, within: QWidget | None) -> None:
    place = within or walk.program.page
    for editor in list(all_of(place, ListEditor)):
        if not editor.current and editor.add_button.isVisible():
            editor.add_row()
            settle(walk)
        unfolded: set[QWidget] = set()
        for row in [item.id for item in editor.table.rows.rows.rows()]:
            if len(unfolded) == len(editor._forms):
                break
            editor.table.rows.set_current(row)
            hand.turn()
            if walk.fresh(station):
                walk.type_here(f"{station}, a row")
            form = editor._stack.currentWidget()
            if form not in unfolded:
                unfolded.add(form)
                _choices(walk, f"{station}, a row", editor)
        if len(unfolded) < len(editor._forms) and editor.add_button.isVisible():
            editor.add_row()
            settle(walk)
            walk.type_here(f"{station}, a new row")


def _choices(walk: Walk, station: str, within: QWidget | None) -> None:
    place = within or walk.program.page
    for combo in list(all_of(place, Combo)):
        before = combo.value()
        values = [one[0] for one in combo.items()]
        for value in values:
            if value == before or not combo.isVisible() or not combo.isEnabled():
                continue
            choose(walk, combo, value)
            if walk.fresh(station):
                walk.type_here(f"{station}, “{combo.currentText()}”")
        if combo.isVisible() and before is not None and combo.value() != before:
            choose(walk, combo, before)
