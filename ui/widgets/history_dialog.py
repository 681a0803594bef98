"""The window of a history: acts one under the other, newest first, closed with Esc or Enter (L9)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from dialogue_desktop.domain.trace import Trace, TraceLine
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import Dialog
from ui.widgets.panes import Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

NOTHING = "Chưa có việc nào được ghi."
_WIDE, _HIGH = 170, 120  # u; less where the screen has less
_ROUND = 30  # u of the screen that stay free around


class HistoryDialog(Dialog):
    """Arrow and page keys scroll; a screen reader is given the whole as the description of the list."""

    def __init__(self, look: Look, trace: Trace, parent: QWidget | None = None) -> None:
        super().__init__(look, "Lịch sử", "history", parent)
        self.body.addWidget(Paragraph(look, trace.name, Type.STRONG, lines=2))
        inner = Pane(look, Role.SURFACE)
        column = VBox(look, (0, 1, 3, 1), 2)
        inner.setLayout(column)
        lines = tuple(reversed(trace.lines))
        for at, line in enumerate(lines):
            if at:
                column.addWidget(Rule(look, role=Role.BORDER))
            column.addLayout(self._line(line))
        if not lines:
            column.addWidget(Paragraph(look, NOTHING, role=Role.TEXT2))
        column.addStretch(1)
        self.area = Scroll(look, inner)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(f"Lịch sử: {trace.name}")
        self.area.setAccessibleDescription("\n".join(map(told, lines)) or NOTHING)
        self.body.addWidget(self.area, 1)
        self.close_button = Button(look, "Đóng", kind=Kind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setAutoDefault(True)
        self.close_button.setDefault(True)
        self.buttons.addWidget(self.close_button)
        self.outer.setStretch(self.outer.indexOf(self.body), 1)
        self.outer.setSizeConstraint(VBox.SizeConstraint.SetNoConstraint)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relook(self) -> None:
        super()._relook()
        look, screen = self._look, self.screen().availableGeometry()
        around = look.px(_ROUND) if look.scale < 1.5 else look.px(8)
        self.setMinimumWidth(0)
        self.resize(
            min(look.px(_WIDE), screen.width() - around), min(look.px(_HIGH), screen.height() - around)
        )

    def _line(self, line: TraceLine) -> VBox:
        look = self._look
        column = VBox(look, gap=0.5)
        column.addWidget(Paragraph(look, line.head, Type.CAPTION, Role.TEXT2))
        column.addWidget(Paragraph(look, line.act, Type.STRONG))
        for detail in line.details:
            column.addWidget(Paragraph(look, detail))
        if line.back:
            column.addWidget(Label(look, back_words(line), Type.CAPTION, Role.TEXT2, icon="arrow_undo_16"))
        return column


def back_words(line: TraceLine) -> str:
    return f"Việc này đã được hoàn tác lúc {line.back}"


def told(line: TraceLine) -> str:
    """ "24/4/2026 09:41, Lương Thị Mẫn, máy hội trường: Sửa ý kiến. Câu trả lời: từ … thành …"."""
    parts = (line.act, *line.details, *((back_words(line),) if line.back else ()))
    return f"{line.head}: {'. '.join(parts)}.".replace("\n", "; ")
