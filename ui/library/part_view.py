"""What the parts of the library have in common: a list with the state of its row, and the way into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.office_library import RowState, Shelf, Shelved
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, VBox
from ui.widgets.rows import Cell, Column
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label
from ui.wizard.parts import attr
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.rows_editor import ListEditor

_SIDE = 5.0  # u left and right

_SAID = {
    RowState.SHIPPED: "Có sẵn trong chương trình.",
    RowState.CHANGED: "Có sẵn trong chương trình, cơ quan đã sửa.",
    RowState.OWN: "Của cơ quan.",
    RowState.HIDDEN: "Đang ẩn: không hiện ra khi chọn.",
}
_BUTTON = {RowState.CHANGED: "Lấy lại như có sẵn", RowState.HIDDEN: "Dùng lại"}


def shelved(name: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]:
    """How a field of the row inside a `Shelved` is read and changed."""
    inner_get, inner_put = attr(name)

    def get(one: Shelved[Any]) -> Any:
        return inner_get(one.row)

    def put(one: Shelved[Any], value: Any) -> Shelved[Any]:
        return replace(one, row=inner_put(one.row, value))

    return get, put


class OwnList(ListEditor[Shelf, Shelved[Any]]):
    """A list of the library: shipped rows are hidden and put back, own ones removed."""

    def __init__(
        self,
        desk: LibraryDesk,
        words: ListWords,
        source: OwnSource[Any],
        columns: Sequence[Column],
        cells: Callable[[str, Shelved[Any], int, Shelf], tuple[Cell, ...]],
        form: RowForm[Shelved[Any]],
        *,
        two_lines: bool = False,
        most: int = 9,
    ) -> None:
        self._own = source
        look = desk.look
        self.reset = Button(look, "Về như có sẵn", kind=Kind.BAR, icon="history", small=True)
        self.reset.clicked.connect(self._as_shipped)
        self._said = Label(look, "", role=Role.TEXT2, elide=True)
        self._back = Button(look, "", small=True)
        self._back.clicked.connect(self._row_back)
        line = HBox(look, gap=2)
        line.addWidget(self._said, 1)
        line.addWidget(self._back)
        form.column.addLayout(line)
        form.form.after_show(self._say)
        super().__init__(
            desk,
            words,
            source,
            columns,
            cells,
            (form,),
            anchor=lambda row: "",
            most=most,
            two_lines=two_lines,
            beside=(self.reset,),
        )

    def show_shelf(self, shelf: Shelf, source: object) -> None:
        self.show_rows(shelf, source)
        self.reset.setVisible(self._own.touched(shelf))

    def remove_words(self, row_id: str) -> str:
        state = self._own.state(self._desk.presenter.plan, row_id)
        verb = {RowState.OWN: "Đã xóa", RowState.HIDDEN: "Đã dùng lại"}.get(state or RowState.OWN, "Đã ẩn")
        return f"{verb} {self._words.noun}"

    def _say(self, one: Shelved[Any]) -> None:
        self._said.setText(_SAID[one.state])
        words = _BUTTON.get(one.state, "")
        self._back.setVisible(bool(words))
        self._back.set_words(words)

    def _row_back(self) -> None:
        row_id, shelf = self.current, self._desk.presenter.plan
        words = f"Đã lấy lại {self._words.noun} như có sẵn"
        if self._own.state(shelf, row_id) is RowState.HIDDEN:
            words = self.remove_words(row_id)
            shelf = self._own.remove(shelf, row_id) or shelf
        else:
            shelf = self._own.as_shipped(shelf, row_id)
        self._desk.presenter.edit(shelf, label=words)
        self._desk.say(words)
        self.back_to_table()

    def _as_shipped(self) -> None:
        words = "Đã đưa danh mục về như có sẵn"
        self._desk.presenter.edit(self._own.all_as_shipped(self._desk.presenter.plan), label=words)
        self._desk.say(words)
        self.back_to_table()


class PartView(QWidget):
    """One part, scrolled where it is higher than the room. Subclasses fill `column` and name their list."""

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        inner = QWidget()
        self.column = VBox(self.look, (_SIDE, 0, _SIDE, 4), 3)
        inner.setLayout(self.column)
        self.area = Scroll(self.look, inner)
        outer = VBox(self.look)
        self.setLayout(outer)
        outer.addWidget(self.area)

    @property
    def editor(self) -> ListEditor[Shelf, Any]:
        """The list of the part."""
        raise NotImplementedError

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        """Show the library as it is now; the field that was typed into is left alone."""

    def focus_first(self) -> None:
        self.editor.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.set_room(self.width() - self.look.px(2 * _SIDE + 3), self.height())
