"""The office's legal bases with the days on which they hold (P3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.office_library import RowState, Shelf, Shelved
from dialogue_desktop.domain.plan import LegalBasis
from dialogue_desktop.domain.words_vi import date_short
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource, whose
from ui.library.part_view import OwnList, PartView, shelved
from ui.theme import Role
from ui.widgets.checkbox import CheckBox
from ui.widgets.field_row import FieldRow, beside
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.checks import basis_warning
from ui.wizard.parts import Inputs
from ui.wizard.reading import read_day, write_day
from ui.wizard.row_form import ListWords, RowForm


class BasesPart(PartView):
    """Wording, days and whether it is a "Thực hiện …" line; what does not hold today says so."""

    def __init__(self, desk: LibraryDesk, title: str) -> None:
        super().__init__(desk)
        form: RowForm[Shelved[LegalBasis]] = RowForm(desk)
        make: Inputs[Any] = Inputs(desk, form.form)
        form.column.addWidget(make.lines("text", "Lời văn", *shelved("text"), rows=3))
        form.first = form.form.fields["text"]
        days = (read_day, write_day)
        begin = make.parsed("in_force_from", "Hiệu lực từ", *days, *shelved("in_force_from"), units=34)
        end = make.parsed("in_force_to", "đến hết ngày", *days, *shelved("in_force_to"), units=34)
        carried = CheckBox(desk.look, "Là dòng “Thực hiện …”")
        form.form.tick("carried_out", carried, *shelved("carried_out"))
        row = FieldRow(desk.look, begin, end)
        row.put(beside(desk.look, carried))
        row.end()
        form.column.addLayout(row)
        source = OwnSource[LegalBasis](
            desk.shipped.lists.legal_bases,
            lambda shelf: shelf.bases,
            lambda shelf, own: replace(shelf, bases=own),
            lambda before: LegalBasis(rows.new_id(), "Căn cứ "),
        )
        self._list = OwnList(
            desk,
            ListWords("bases", title, "căn cứ"),
            source,
            (Column("text"), Column("force", units=52, least=170), Column("whose", units=34)),
            self._cells,
            form,
            two_lines=True,
            most=7,
        )
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    @property
    def editor(self) -> OwnList:
        return self._list

    def _cells(self, row_id: str, one: Shelved[LegalBasis], place: int, shelf: Shelf) -> tuple[Cell, ...]:
        basis = one.row
        role = Role.TEXT3 if one.state is RowState.HIDDEN else Role.TEXT
        text = " ".join(basis.text.split()) or "Căn cứ để trống"
        return (Cell(text, force_words(basis), role=role), _force(basis, self.desk.today), whose(one.state))

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        self._list.show_shelf(shelf, source)


def force_words(basis: LegalBasis) -> str:
    """ "Hiệu lực từ 16/6/2025", "Hiệu lực từ 01/01/2016 đến 28/02/2025"."""
    if basis.in_force_from is None and basis.in_force_to is None:
        return "Không ghi thời gian hiệu lực"
    begin = f" từ {date_short(basis.in_force_from)}" if basis.in_force_from else ""
    end = f" đến {date_short(basis.in_force_to)}" if basis.in_force_to else ""
    return f"Hiệu lực{begin}{end}"


def _force(basis: LegalBasis, today: date) -> Cell:
    if not basis_warning(basis, today):
        return Cell("Còn hiệu lực" if basis.in_force_from else "", role=Role.TEXT2)
    over = basis.in_force_to is not None and today > basis.in_force_to
    return Cell("Hết hiệu lực" if over else "Chưa có hiệu lực", role=Role.WARN, icon="warning")
