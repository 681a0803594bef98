"""F1: every verb with its key; pressing a line does it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.live import verbs
from ui.live.drawer import Drawer
from ui.live.key_names import KeyNames
from ui.live.outcome_bar import digits_hint
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import key_words
from ui.widgets.panes import VBox
from ui.widgets.text import Label


class KeyLine(QPushButton):
    """Words at the left, the key at the right; the words give way when there is no room for both."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__()
        self._look, self._action = look, action
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        look.changed.connect(self.updateGeometry)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleName(self._action.text())
        self.setAccessibleDescription(key_words(self._action.shortcut()))
        self.setToolTip(self._action.text())
        self.setEnabled(self._action.isEnabled())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._look.px(7))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        if self.isEnabled() and self.underMouse():
            look.draw_box(painter, self.rect(), fill=Role.HOVER)
        end = self.width() - px(1)
        key = key_words(self._action.shortcut())
        if key:
            size = look.key_cap_size(key)
            end -= size.width()
            cap = QRect(end, (self.height() - size.height()) // 2, size.width(), size.height())
            look.draw_key_cap(painter, cap, key, fill=Role.SURFACE)
        room = QRect(px(1.5), 0, end - px(2.5), self.height())
        role = Role.TEXT if self.isEnabled() else Role.TEXT3
        look.draw_text(painter, room, self._action.text(), Type.BODY, role, elide=True)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)


class KeySheet(Drawer):
    """The sheet is also the menu: each line is a button, in the order of the work."""

    def __init__(self, look: Look, known: dict[str, QAction]) -> None:
        super().__init__(look, "Phím và lệnh")
        self._hint = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self.body.addWidget(self._hint)
        self._first: KeyLine | None = None
        for group, members in verbs.SHEET:
            present = [verb for verb in members if verb.id in known]
            if not present:
                continue
            lines = VBox(look, gap=0.25)
            lines.addWidget(Label(look, group, Type.STRONG))
            self.body.addLayout(lines)
            for verb in present:
                line = KeyLine(look, known[verb.id])
                lines.addWidget(line)
                self.keep_in_sight(line)
                self._first = self._first or line
        self.body.addStretch(1)

    def show_keys(self, names: KeyNames) -> None:
        digits = ", hoặc Ctrl + số" if digits_hint(names) else ""
        self._hint.setText(names.fill(f"Kết quả: <outcome> rồi số 1–7{digits}"))

    def focus_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
