"""The office's abbreviations: what is typed, what it becomes, and what speaks against it (L1, L12)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.office_library import RowState, Shelf, Shelved
from dialogue_desktop.domain.quick_text import Doubt, Shorthand, doubt, with_cursor_mark
from dialogue_desktop.domain.text_vi import one_line
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource, whose
from ui.library.part_ready_texts import explain
from ui.library.part_view import OwnList, PartView, shelved
from ui.theme import Role
from ui.widgets.checkbox import CheckBox
from ui.widgets.field import SearchField
from ui.widgets.field_row import FieldRow, Note
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.parts import Inputs
from ui.wizard.row_form import ListWords, RowForm


class ShorthandsPart(PartView):
    """A doubtful abbreviation says in one sentence why, and what may stay can be kept by a tick."""

    def __init__(self, desk: LibraryDesk, title: str) -> None:
        super().__init__(desk)
        form: RowForm[Shelved[Shorthand]] = RowForm(desk)
        make: Inputs[Any] = Inputs(desk, form.form)
        get, _ = shelved("short")
        short = make.line("short", "Chữ tắt", get, _with_short, units=30)
        text = make.lines("text", "Chữ đầy đủ", *_text(), rows=2)
        form.column.addLayout(FieldRow(desk.look, short, text, 1))
        self._note = Note(desk.look)
        form.column.addWidget(self._note)
        self._sure = CheckBox(desk.look, "Vẫn dùng chữ tắt này")
        form.form.tick("sure", self._sure, *shelved("sure"))
        form.column.addWidget(self._sure)
        form.first = form.form.fields["short"]
        form.form.after_show(lambda one: text.set_hint(explain(desk, one.row.text)))
        form.form.after_show(self._say_doubt)
        self._source = OwnSource[Shorthand](
            desk.shipped.lists.shorthands,
            lambda shelf: shelf.shorthands,
            lambda shelf, own: replace(shelf, shorthands=own),
            lambda before: Shorthand(rows.new_id(), "", ""),
            words=lambda row: f"{row.short} {desk.words(row.text)}",
        )
        self.search = SearchField(desk.look, "Tìm chữ tắt, không cần gõ dấu", units=None)
        self.search.settled.connect(self._filter)
        self.column.addWidget(self.search)
        self._list = OwnList(
            desk,
            ListWords("shorthands", title, "chữ tắt"),
            self._source,
            (Column("short", units=30), Column("text"), Column("whose", units=34)),
            self._cells,
            form,
            most=7,
        )
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    @property
    def editor(self) -> OwnList:
        return self._list

    def _doubt(self, row: Shorthand) -> Doubt | None:
        shown = self.desk.presenter.plan.shorthands.shown(self.desk.shipped.lists.shorthands)
        # While a field tells of its change the shelf still has the row as it was.
        return doubt(row, [row if other.id == row.id else other for other in shown])

    def _say_doubt(self, one: Shelved[Shorthand]) -> None:
        wrong = self._doubt(one.row) if one.state is not RowState.HIDDEN else None
        written = bool(one.row.short.strip() or one.row.text.strip())
        idle = " Chưa dùng ở hội trường." if wrong is not None and wrong.idle else ""
        self._note.say(wrong.words + idle if wrong is not None and written else "", warning=True)
        self._sure.setVisible(one.row.sure or (wrong is not None and wrong.may_stay))

    def _cells(self, row_id: str, one: Shelved[Shorthand], place: int, shelf: Shelf) -> tuple[Cell, ...]:
        row, hidden = one.row, one.state is RowState.HIDDEN
        role = Role.TEXT3 if hidden else Role.TEXT
        wrong = None if hidden else self._doubt(row)
        short = row.short.strip() or "Chưa ghi"
        return (
            Cell(short, role=Role.WARN if wrong else role, medium=True, icon="warning" if wrong else ""),
            Cell(one_line(row.text) or "Chưa có chữ đầy đủ", role=role),
            whose(one.state),
        )

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        if not self._source.wanted and self.search.text():
            self.search.set_value("")  # a new row put the search aside
        self._list.show_shelf(shelf, source)

    def _filter(self, text: str) -> None:
        self._source.wanted = text
        self._list.set_movable(not text.strip())
        self._list.show_shelf(self.desk.presenter.plan, None)


def _text() -> tuple[Any, Any]:
    get, put = shelved("text")
    return get, lambda one, text: put(one, with_cursor_mark(text))


def _with_short(one: Shelved[Shorthand], short: str) -> Shelved[Shorthand]:
    """Another abbreviation is doubted anew."""
    return replace(one, row=replace(one.row, short=short, sure=False))
