"""The ready sentences of the hall, by what they are for (L1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.office_library import RowState, Shelf, Shelved
from dialogue_desktop.domain.quick_text import CURSOR, ReadyPlace, ReadyText, with_cursor_mark
from dialogue_desktop.domain.text_vi import one_line
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource, whose
from ui.library.part_view import OwnList, PartView, shelved
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.editor import Editor
from ui.widgets.field import SearchField
from ui.widgets.field_row import FieldRow
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.parts import Inputs, mark_words
from ui.wizard.row_form import ListWords, RowForm


def explain(desk: LibraryDesk, text: str) -> str:
    """What the marks of a text stand for, the place of the cursor among them."""
    words = mark_words(text.replace(CURSOR, ""), desk.values())
    stop = f"{CURSOR}: con trỏ dừng ở đây" if CURSOR in text else ""
    return "  ·  ".join(part for part in (stop, words) if part)


class ReadyTextsPart(PartView):
    """The search above, the list, the fields of its row and the button that sets where the cursor stops."""

    def __init__(self, desk: LibraryDesk, title: str) -> None:
        super().__init__(desk)
        form: RowForm[Shelved[ReadyText]] = RowForm(desk)
        make: Inputs[Any] = Inputs(desk, form.form)
        name = make.line("title", "Tên gọi", *shelved("title"))
        places = [(place, place.label) for place in ReadyPlace]
        place = make.choice("place", "Dùng khi", places, *shelved("place"), units=54)
        form.column.addLayout(FieldRow(desk.look, name, 1, place))
        get, put = shelved("text")
        text = make.lines("text", "Lời văn", get, lambda one, new: put(one, with_cursor_mark(new)), rows=3)
        form.column.addWidget(text)
        form.form.after_show(lambda one: text.set_hint(explain(desk, one.row.text)))
        self._words = form.form.fields["text"]
        self.stop = Button(
            desk.look, f"Đặt chỗ dừng con trỏ {CURSOR}", kind=Kind.BAR, icon="edit", small=True
        )
        self.stop.clicked.connect(self._put_stop)
        line = HBox(desk.look)
        line.addWidget(self.stop)
        line.addStretch(1)
        form.column.addLayout(line)
        form.first = form.form.fields["title"]
        self._source = OwnSource[ReadyText](
            desk.shipped.lists.ready_texts,
            lambda shelf: shelf.ready_texts,
            lambda shelf, own: replace(shelf, ready_texts=own),
            _blank,
            words=lambda row: f"{row.title} {desk.words(row.text)} {row.place.label}",
        )
        self.search = SearchField(desk.look, "Tìm câu mẫu, không cần gõ dấu", units=None)
        self.search.settled.connect(self._filter)
        self.column.addWidget(self.search)
        self._list = OwnList(
            desk,
            ListWords("ready_texts", title, "câu mẫu"),
            self._source,
            (Column("text"), Column("place", units=50, least=170), Column("whose", units=34)),
            self._cells,
            form,
            two_lines=True,
            most=5,
        )
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    @property
    def editor(self) -> OwnList:
        return self._list

    def _cells(self, row_id: str, one: Shelved[ReadyText], place: int, shelf: Shelf) -> tuple[Cell, ...]:
        row = one.row
        role = Role.TEXT3 if one.state is RowState.HIDDEN else Role.TEXT
        title = row.title.strip() or "Câu chưa có tên"
        return (
            Cell(title, one_line(row.text) or "Chưa có lời văn", role=role, medium=True),
            Cell(row.place.label, role=Role.TEXT2),
            whose(one.state),
        )

    def _put_stop(self) -> None:
        """Where the cursor stands in the text; there is one such place."""
        editor = self._words
        assert isinstance(editor, Editor)
        if CURSOR not in editor.toPlainText():
            editor.textCursor().insertText(CURSOR)
        editor.setFocus()

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        if not self._source.wanted and self.search.text():
            self.search.set_value("")  # a new row put the search aside
        self._list.show_shelf(shelf, source)

    def _filter(self, text: str) -> None:
        self._source.wanted = text
        self._list.set_movable(not text.strip())
        self._list.show_shelf(self.desk.presenter.plan, None)


def _blank(before: ReadyText | None) -> ReadyText:
    """A new sentence is for the same as the one before it."""
    return ReadyText(rows.new_id(), "", "", before.place if before is not None else ReadyPlace.OTHER)
