"""The office's profiles and the shipped ones: names, order, hiding, sharing, copying (P1, P4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from dialogue_desktop.domain.office_library import RowState, Shelf
from dialogue_desktop.domain.plan import IssuerKind
from dialogue_desktop.profiles import ProfileInfo
from ui.library.desk import LibraryDesk
from ui.library.own_rows import whose
from ui.library.part_view import PartView
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.widgets.text import Paragraph
from ui.wizard import rows
from ui.wizard.parts import Inputs, attr
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.rows_editor import ListEditor

_SHEETS = {
    IssuerKind.PEOPLE_COMMITTEE: "Văn bản hành chính",
    IssuerKind.PARTY_COMMITTEE: "Văn bản của Đảng",
}
_BESIDE_FROM = 180  # u of the part
_OWN_WORDS = "Để sửa nội dung: lập một kế hoạch từ mẫu này, sửa ở các bước, rồi bấm “Lưu đè mẫu” ở bước cuối."
_SHIPPED_WORDS = "Mẫu có sẵn không sửa trực tiếp được. Chép thành mẫu riêng thì đổi được tên và nội dung."
_HIDDEN_WORDS = "Mẫu này đang ẩn: không hiện ra khi lập kế hoạch mới."


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A line of the list: an own profile, a shipped one, or one that is hidden."""

    id: str
    name: str
    description: str
    issuer: IssuerKind
    state: RowState


class ProfileRows:
    """Own profiles first, in the office's order; then the shipped ones in theirs."""

    def __init__(self, shipped: tuple[ProfileInfo, ...]) -> None:
        self._shipped = shipped

    def rows(self, plan: Shelf) -> list[tuple[str, ProfileRow]]:
        own = [
            ProfileRow(one.id, one.name, one.description, one.plan.issuer.kind, RowState.OWN)
            for one in plan.profiles
        ]
        for info in self._shipped:
            state = RowState.HIDDEN if info.id in plan.hidden_profiles else RowState.SHIPPED
            own.append(ProfileRow(info.id, info.name, info.description, info.issuer, state))
        return [(row.id, row) for row in own]

    def put(self, plan: Shelf, row_id: str, row: ProfileRow) -> Shelf:
        known = plan.profile(row_id)
        if known is None:
            return plan
        return plan.with_profile(replace(known, name=row.name, description=row.description))

    def add(self, plan: Shelf, after: str) -> tuple[Shelf, str] | None:
        """Profiles come from plans, from files and from copies, never out of nothing."""
        return None

    def remove(self, plan: Shelf, row_id: str) -> Shelf:
        """An own one goes, a shipped one is hidden, a hidden one comes back."""
        if plan.profile(row_id) is not None:
            return plan.without_profile(row_id)
        hidden = plan.hidden_profiles
        if row_id in hidden:
            return replace(plan, hidden_profiles=tuple(one for one in hidden if one != row_id))
        return replace(plan, hidden_profiles=(*hidden, row_id))

    def move(self, plan: Shelf, row_id: str, by: int) -> tuple[Shelf, str] | None:
        ids = [one.id for one in plan.profiles]
        if row_id not in ids or not 0 <= ids.index(row_id) + by < len(ids):
            return None
        return replace(plan, profiles=rows.moved(plan.profiles, ids.index(row_id), by)), row_id


class _ProfileList(ListEditor[Shelf, ProfileRow]):
    def remove_words(self, row_id: str) -> str:
        row = self.row(row_id)
        verbs = {RowState.OWN: "Đã xóa", RowState.SHIPPED: "Đã ẩn", RowState.HIDDEN: "Đã dùng lại"}
        return f"{verbs[row.state]} mẫu “{row.name}”" if row is not None else "Đã xóa mẫu"


class ProfilesPart(PartView):
    """The list; what can be done with the profile in hand stands below it. The signals carry its id."""

    import_asked = Signal()
    export_asked = Signal(str)
    copy_asked = Signal(str)
    begin_asked = Signal(str)

    def __init__(self, desk: LibraryDesk, title: str) -> None:
        super().__init__(desk)
        self._source = ProfileRows(desk.shipped.profiles)
        self._lines: list[QBoxLayout] = []
        look = desk.look
        take = Button(look, "Nhập từ tệp…", kind=Kind.BAR, icon="arrow_import", small=True)
        take.clicked.connect(self.import_asked)
        self.take = take
        self._list = _ProfileList(
            desk,
            ListWords("profiles", title, "mẫu"),
            self._source,
            (
                Column("name"),
                Column("sheet", units=42, least=180),
                Column("whose", units=34),
            ),
            self._cells,
            (self._own_form(), self._shipped_form()),
            anchor=lambda row: "",
            most=7,
            two_lines=True,
            beside=(take,),
        )
        self._list.add_button.hide()
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    @property
    def editor(self) -> ListEditor[Shelf, ProfileRow]:
        return self._list

    def show_shelf(self, shelf: Shelf, source: object = None) -> None:
        self._list.show_rows(shelf, source)
        self._list.add_button.hide()

    def _own_form(self) -> RowForm[ProfileRow]:
        form: RowForm[ProfileRow] = RowForm(self.desk, lambda row: row.state is RowState.OWN)
        make: Inputs[Any] = Inputs(self.desk, form.form)
        form.column.addWidget(make.line("name", "Tên mẫu", *attr("name")))
        form.column.addWidget(make.line("description", "Mô tả một câu", *attr("description")))
        form.first = form.form.fields["name"]
        form.column.addWidget(Paragraph(self.look, _OWN_WORDS, role=Role.TEXT2))
        form.column.addLayout(self._verbs(copy="Chép thêm một mẫu"))
        return form

    def _shipped_form(self) -> RowForm[ProfileRow]:
        form: RowForm[ProfileRow] = RowForm(self.desk, lambda row: row.state is not RowState.OWN)
        said, words = Paragraph(self.look, ""), Paragraph(self.look, "", role=Role.TEXT2)
        form.column.addWidget(said)
        form.column.addWidget(words)
        back = Button(self.look, "Dùng lại", small=True)
        back.clicked.connect(lambda: self._list.remove_row())
        verbs = self._verbs(copy="Chép thành mẫu riêng")
        verbs.insertWidget(0, back)
        form.column.addLayout(verbs)

        def show(row: ProfileRow) -> None:
            hidden = row.state is RowState.HIDDEN
            said.set_words(row.description)
            words.set_words(_HIDDEN_WORDS if hidden else _SHIPPED_WORDS)
            back.setVisible(hidden)

        form.form.after_show(show)
        return form

    def _verbs(self, *, copy: str) -> HBox:
        """What both kinds of profile can do."""
        line = HBox(self.look, gap=2)
        for words, icon, signal in (
            ("Lập kế hoạch từ mẫu này", "document_add", self.begin_asked),
            (copy, "copy", self.copy_asked),
            ("Xuất tệp…", "arrow_export", self.export_asked),
        ):
            button = Button(self.look, words, icon=icon, small=True)
            button.clicked.connect(self._asker(signal))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self._lines.append(line)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other where the room is short."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = self.width() >= self.look.px(_BESIDE_FROM)
        for line in self._lines:
            line.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _asker(self, signal: Any) -> Callable[[], None]:
        return lambda: signal.emit(self._list.current) if self._list.current else None

    def _cells(self, row_id: str, row: ProfileRow, place: int, shelf: Shelf) -> tuple[Cell, ...]:
        role = Role.TEXT3 if row.state is RowState.HIDDEN else Role.TEXT
        name = row.name.strip() or "Mẫu chưa có tên"
        return (
            Cell(name, row.description, role=role, medium=True),
            Cell(_SHEETS[row.issuer], role=Role.TEXT2),
            whose(row.state),
        )
