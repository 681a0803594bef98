"""The plan as a profile of the office: its name, what of this conference stays in it (P1, P4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.office_profile import Kept
from ui.look import Look
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.text import Paragraph
from ui.wizard import row_show
from ui.wizard.checks import short

SAVE_AS = "Lưu thành mẫu của cơ quan…"
_CLEARED = (
    "Số, ngày ban hành, ngày họp và ngày đã chuyển bằng tay không đi theo mẫu. "
    "Tên cơ quan và năm của kế hoạch tự đổi theo kế hoạch lập sau."
)
_NAMELESS = "Chưa ghi tên mẫu."


class ProfileCard(QWidget):
    """`saved` carries name, description and what is kept; `saved_over` asks to write over the profile that
    the plan was begun from."""

    saved = Signal(str, str, object)
    saved_over = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = VBox(look, gap=2)
        self.setLayout(column)
        self.save_as = Button(look, SAVE_AS, icon="document_multiple")
        self.save_as.clicked.connect(self._open)
        self.over = Button(look, "", icon="save")
        self.over.clicked.connect(self.saved_over)
        self.over.hide()
        for button in (self.over, self.save_as):  # below each other: a profile's name may be long
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = Card(look)
        inside = VBox(look, (3, 2.5, 3, 3), 2)
        self.form.setLayout(inside)
        self.name = Field(look, name="Tên mẫu", placeholder="Đối thoại hằng năm với Nhân dân toàn xã")
        self._name_box = FieldBox(look, "Tên mẫu", self.name)
        inside.addWidget(self._name_box)
        self.description = Field(
            look, name="Mô tả một câu", placeholder="Một cuộc vào tháng tư; có sẵn dự toán, ba bản biên bản."
        )
        inside.addWidget(FieldBox(look, "Mô tả một câu", self.description))
        self.localities = CheckBox(look, "Giữ tên các thôn, địa điểm, chỉ tiêu")
        self.people = CheckBox(look, "Giữ họ tên người chủ trì, thư ký, người ký")
        for box in (self.localities, self.people):
            box.setChecked(True)
            inside.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Paragraph(look, _CLEARED, role=Role.TEXT2))
        last = HBox(look, gap=2)
        self.keep = Button(look, "Lưu mẫu", icon="save", key="Enter")
        self.keep.clicked.connect(self._save)
        self.leave = Button(look, "Thôi", kind=Kind.BAR, key="Esc")
        self.leave.clicked.connect(self.close_form)
        last.addWidget(self.keep)
        last.addWidget(self.leave)
        last.addStretch(1)
        inside.addLayout(last)
        self.form.hide()
        column.addWidget(self.form)
        for field in (self.name, self.description):
            field.returnPressed.connect(self._save)

    def show_over(self, name: str) -> None:
        """The plan comes from this profile of the office; "" for none."""
        self.over.set_words(f"Lưu đè mẫu “{short(name, 40)}”")
        self.over.setVisible(bool(name))

    def close_form(self) -> None:
        """Nothing is asked any more; what was typed is kept for the next time."""
        self.form.hide()
        self.save_as.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """The profile is saved: the next one is asked for anew."""
        self.name.set_value("")
        self.description.set_value("")
        self.close_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form.isVisible():
            self.close_form()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        self._name_box.set_warning("")
        self.form.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self.reveal)

    def reveal(self) -> None:
        """As much of the form as there is room for, its first field in any case."""
        for widget in (self.form, self.name):
            row_show.reveal(widget, self._look.px(6))

    def _save(self) -> None:
        if not self.name.value():
            self._name_box.set_warning(_NAMELESS)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kept = Kept(self.localities.isChecked(), self.people.isChecked())
        self.saved.emit(self.name.value(), self.description.value(), kept)
