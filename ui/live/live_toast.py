"""The quiet word after an act, where it covers no button and no row being written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.live import verbs
from ui.live.key_names import KeyNames
from ui.live.session.screen import Notice
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.text import Label, Paragraph

_SHOWN_MS = 8_000
_SHOWN_TO_A_READER_MS = 24_000


class LiveToast(QWidget):
    """Words over "Hoàn tác Ctrl+Z"; takes no focus. The page says where it may lie."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._back, self._names = look, "", KeyNames()
        self._words = Paragraph(look, "", Type.BODY, Role.ON_INVERSE, lines=3)
        self._button = Button(
            look, "Hoàn tác", kind=Kind.INVERSE, icon="arrow_undo", key="Ctrl+Z", small=True
        )
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._take_back)
        self._line = Label(look, "", Type.BODY, Role.ON_INVERSE, elide=True)
        self._slim = False
        row = HBox(look, (3, 0.5, 1, 0.5), 1)
        row.addWidget(self._words, 1)
        row.addWidget(self._line, 1)
        row.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self.setLayout(row)
        self._line.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, notice: Notice) -> None:
        self._back = notice.back
        self._words.set_words(notice.text)
        self._line.setText(notice.text)
        self._button.setVisible(bool(notice.back))
        self._dress()
        self.setAccessibleName(notice.text)
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_TO_A_READER_MS if QAccessible.isActive() else _SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_keys(self, names: KeyNames) -> None:
        self._names = names
        self._dress()

    def _dress(self) -> None:
        """On one line the words of what was done go before icon and key."""
        redo = self._back == "redo"
        self._button.set_words("Làm lại" if redo else "Hoàn tác")
        self._button.set_icon("" if self._slim else "arrow_redo" if redo else "arrow_undo")
        self._button.set_key("" if self._slim else self._names.of(verbs.REDO if redo else verbs.UNDO))

    def lie(self, box: QRect, *, slim: bool) -> None:
        """Take this place. `slim`: one line beside the button, between the verbs at the foot; else as high
        as the words need, upwards from the box's lower edge."""
        look = self._look
        wide = box.width()
        if slim != self._slim:
            self._slim = slim
            self._dress()
        self._line.setVisible(slim and wide > look.px(50))
        self._words.setVisible(not slim)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if slim else QBoxLayout.Direction.TopToBottom)
        self._row.setAlignment(
            self._button, Qt.AlignmentFlag.AlignVCenter if slim else Qt.AlignmentFlag.AlignRight
        )
        if slim:
            self.setGeometry(box)
            return
        high = self._words.heightForWidth(wide - look.px(4)) + look.px(2)
        if not self._button.isHidden():
            high += look.px(8)
        self.setGeometry(QRect(box.x(), box.bottom() - high, wide, high))

    def _take_back(self) -> None:
        self.hide()
        (self.redo_wanted if self._back == "redo" else self.undo_wanted).emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.isHidden():
            self._timer.start(_SHOWN_MS)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.draw_box(QPainter(self), self.rect(), fill=Role.INVERSE)
