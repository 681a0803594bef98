"""The drawer of a joint answer: which other opinions the answer on the desk answers too (L3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.live.drawers.drawer import Drawer
from ui.live.session.joint_words import JointRow, JointView
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Paragraph

_TOLD = "Đánh dấu ý kiến cũng được trả lời bằng câu này. Các ý kiến ấy theo cùng kết quả, đơn vị và hạn."
_LED = "Ý kiến này được trả lời chung với ý kiến dưới đây. Tách ra thì kết quả lấy theo cũng bỏ đi."

#: Lines of a long list that are laid out at once, and then with each turn of the event loop.
_FIRST, _EACH = 16, 6


class _Line(QWidget):
    """A tick with number and name over the first words of the opinion."""

    def __init__(self, look: Look, row: JointRow) -> None:
        super().__init__()
        self.row = row
        self.tick = CheckBox(look, row.title, name=f"{row.title}, {row.who}: {row.text}", kind=Type.MEDIUM)
        self.tick.setChecked(row.ticked)
        words = HBox(look, (6.5, 0, 0, 0))
        words.addWidget(Paragraph(look, f"{row.who}: {row.text}", Type.CAPTION, Role.TEXT2, lines=2), 1)
        column = VBox(look)
        column.addWidget(self.tick)
        column.addLayout(words)
        self.setLayout(column)


class JointDrawer(Drawer):
    """`chosen`: the ids that are ticked; `parted`: no joint answer any more. Up and Down walk, Space ticks,
    Enter does it."""

    chosen = Signal(object)
    parted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Trả lời chung")
        self._told = Paragraph(look, _TOLD, Type.CAPTION, Role.TEXT2)
        self._list = VBox(look, gap=1.5)
        self.body.addWidget(self._told)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self._take = Button(look, "Trả lời chung", key="Enter", kind=Kind.PRIMARY, small=True)
        self._take.clicked.connect(self._done)
        self.foot.addWidget(self._take, alignment=Qt.AlignmentFlag.AlignLeft)
        self._rows: list[_Line] = []
        self._led: Paragraph | None = None
        self._view = JointView()
        self._rest: list[JointRow] = []  # not laid out yet
        self._gone: list[_Line] = []  # of the list before, not deleted yet
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_more)

    def show_view(self, view: JointView) -> None:
        self._view = view
        for line in self._rows:
            line.hide()
        self._gone += self._rows
        if self._led is not None:
            self._led.deleteLater()
            self._led = None
        self._rows = []
        self._told.set_words(_TOLD if view.lead is None else _LED)
        if view.lead is not None:
            self._led = Paragraph(self.look, f"{view.lead.title}, {view.lead.who}: {view.lead.text}")
            self._list.addWidget(self._led)
        self._rest = list(view.rows)
        self._timer.start()
        self._lay_more(_FIRST)
        self._count()

    def _lay_more(self, count: int = _EACH) -> None:
        """Hundreds may wait: what is in sight first, the others while nobody is held up; those of the list
        before go in the same way."""
        if not self.isVisible() and count == _EACH:
            self._timer.stop()  # closed meanwhile: what is ticked counts all the same
            return
        for line in self._gone[-count:]:
            line.deleteLater()
        del self._gone[-count:]
        rows, self._rest = self._rest[:count], self._rest[count:]
        for row in rows:
            line = _Line(self.look, row)
            line.tick.toggled.connect(self._count)
            self.keep_in_sight(line.tick)
            self._list.addWidget(line)
            self._rows.append(line)
        if not self._rest and not self._gone:
            self._timer.stop()

    def ticked(self) -> tuple[str, ...]:
        laid = (line.row.opinion_id for line in self._rows if line.tick.isChecked())
        return (*laid, *(row.opinion_id for row in self._rest if row.ticked))

    def _count(self) -> None:
        if self._view.lead is not None:
            self._take.set_words("Tách ra trả lời riêng")
            return
        count = len(self.ticked())
        self._take.set_words(f"Trả lời chung {count + 1} ý kiến" if count else "Trả lời riêng")

    def _done(self) -> None:
        if self._view.lead is not None:
            self.parted.emit()
        else:
            self.chosen.emit(self.ticked())

    def focus_first(self) -> None:
        first = self._rows[0].tick if self._rows else self._take
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._done()
            return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            at = next((at for at, line in enumerate(self._rows) if line.tick.hasFocus()), None)
            if at is not None:
                to = at + (1 if key == Qt.Key.Key_Down else -1)
                if 0 <= to < len(self._rows):
                    self._rows[to].tick.setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)
