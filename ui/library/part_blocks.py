"""The store of texts: short titles, where they are used, their wording; searched without accents (P4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock, RowState, Shelf, Shelved
from dialogue_desktop.domain.plan import Bullet
from ui.library.desk import LibraryDesk
from ui.library.own_rows import OwnSource, whose
from ui.library.part_view import OwnList, PartView, shelved
from ui.theme import Role
from ui.widgets.field import SearchField
from ui.widgets.field_row import FieldRow
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.parts import Inputs
from ui.wizard.row_form import ListWords, RowForm

_BULLETS = (
    (Bullet.PARAGRAPH, "Đoạn văn"),
    (Bullet.DASH, "Gạch đầu dòng (-)"),
    (Bullet.PLUS, "Ý nhỏ (+)"),
)


class BlocksPart(PartView):
    """The search above, the list, the fields of its row."""

    def __init__(self, desk: LibraryDesk, title: str) -> None:
        super().__init__(desk)
        form: RowForm[Shelved[LibraryBlock]] = RowForm(desk)
        make: Inputs[Any] = Inputs(desk, form.form)
        name = make.line("title", "Tên gọi", *shelved("title"))
        place = make.choice(
            "place", "Dùng ở", [(place, place.label) for place in BlockPlace], *shelved("place"), units=50
        )
        bullet = make.choice("bullet", "Cách trình bày", _BULLETS, *shelved("bullet"), units=48)
        form.column.addLayout(FieldRow(desk.look, name, 1, place, bullet))
        form.column.addWidget(make.lines("text", "Lời văn", *shelved("text"), rows=4))
        form.first = form.form.fields["title"]
        self._source = OwnSource[LibraryBlock](
            desk.shipped.lists.text_blocks,
            lambda shelf: shelf.blocks,
            lambda shelf, own: replace(shelf, blocks=own),
            _blank,
            words=lambda block: f"{block.title} {desk.words(block.text)} {block.place.label}",
        )
        self.search = SearchField(desk.look, "Tìm đoạn, không cần gõ dấu", units=None)
        self.search.settled.connect(self._filter)
        self.column.addWidget(self.search)
        self._list = OwnList(
            desk,
            ListWords("blocks", title, "đoạn"),
            self._source,
            (Column("text"), Column("place", units=46, least=170), Column("whose", units=34)),
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

    def _cells(self, row_id: str, one: Shelved[LibraryBlock], place: int, shelf: Shelf) -> tuple[Cell, ...]:
        block = one.row
        role = Role.TEXT3 if one.state is RowState.HIDDEN else Role.TEXT
        title = block.title.strip() or "Đoạn chưa có tên"
        return (
            Cell(title, " ".join(block.text.split()) or "Chưa có lời văn", role=role, medium=True),
            Cell(block.place.label, role=Role.TEXT2),
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


def _blank(before: LibraryBlock | None) -> LibraryBlock:
    """A new text is for the same place as the one before it."""
    place = before.place if before is not None else BlockPlace.OTHER
    bullet = before.bullet if before is not None else Bullet.DASH
    return LibraryBlock(rows.new_id(), "", "", place, bullet)
