"""The lists of plain words: fields, units, recipients, bodies above, kinds of localities (C6, P12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogue_desktop.domain.office_library import LineList, ListLine, Shelf, Shelved
from dialogue_desktop.domain.text_vi import fold
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource, whose
from ui.library.part_view import OwnList, PartView, shelved
from ui.theme import Role
from ui.widgets.field_row import Note
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.parts import Inputs
from ui.wizard.row_form import ListWords, RowForm

#: More fields than these make the counts of the report hard to read.
MOST_FIELDS = 20

NOUNS: dict[LineList, str] = {
    LineList.FIELDS: "lĩnh vực",
    LineList.UNITS: "đơn vị",
    LineList.RECIPIENTS: "nơi nhận",
    LineList.RECEIVING_BODIES: "cơ quan",
    LineList.LOCALITY_KINDS: "loại địa bàn",
}


def closes(which: LineList) -> Callable[[ListLine], bool]:
    """Which row ends the list: "Khác" the fields, "Lưu: VT" the recipients."""
    end = {LineList.FIELDS: "khac", LineList.RECIPIENTS: "luu"}.get(which)
    return lambda row: end is not None and fold(row.text).startswith(end)


class LinesPart(PartView):
    """One such list; `title` heads it."""

    def __init__(self, desk: LibraryDesk, which: LineList, title: str) -> None:
        super().__init__(desk)
        self._which = which
        noun = NOUNS[which]
        form: RowForm[Shelved[ListLine]] = RowForm(desk)
        make: Inputs[Any] = Inputs(desk, form.form)
        form.column.addWidget(make.line("text", "Tên gọi", *shelved("text")))
        form.first = form.form.fields["text"]
        source = OwnSource[ListLine](
            desk.shipped.lines(which),
            lambda shelf: shelf.lines(which),
            lambda shelf, own: shelf.with_lines(which, own),
            lambda before: ListLine(rows.new_id(), ""),
            closing=closes(which),
        )
        self._list = OwnList(
            desk,
            ListWords(which.value, title, noun),
            source,
            (Column("text"), Column("whose", units=34)),
            self._cells,
            form,
        )
        self.column.addWidget(self._list)
        self._note = Note(desk.look)
        self.column.addWidget(self._note)
        self.column.addStretch(1)

    @property
    def editor(self) -> OwnList:
        return self._list

    def _cells(self, row_id: str, one: Shelved[ListLine], place: int, shelf: Shelf) -> tuple[Cell, ...]:
        state = whose(one.state)
        words = one.row.text.strip() or f"{NOUNS[self._which].capitalize()} chưa có tên"
        return (Cell(words, role=Role.TEXT3 if state.icon == "eye_off" else Role.TEXT), state)

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        self._list.show_shelf(shelf, source)
        if self._which is LineList.FIELDS:
            count = len(shelf.fields.shown(self.desk.shipped.lines(self._which)))
            many = f"Có {count} lĩnh vực. Nên giữ không quá {MOST_FIELDS} để bảng tổng hợp dễ đọc."
            self._note.say(many if count > MOST_FIELDS else "", warning=True)
