"""A row of quick actions; those that find no room stand in a menu at the end, with their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.qt_later import Qt
from ui.widgets.button import Button, Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent


class CommandBar(QWidget):
    """Buttons of registered actions, side by side."""

    def __init__(self, look: Look, actions: Sequence[QAction], *, name: str = "Lệnh nhanh") -> None:
        super().__init__()
        self._look = look
        self._actions = tuple(actions)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.buttons = tuple(Button.of(look, action, kind=Kind.BAR, parent=self) for action in actions)
        self.more = Button(look, "Việc khác", kind=Kind.BAR, icon="more_horizontal", parent=self)
        self.more.clicked.connect(self._offer)
        self.more.hide()
        look.changed.connect(self._arrange)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(30), self._look.px(8))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self.isVisible():
            return  # arranged once it has its width
        gap, high = self._look.px(1.5), self._look.px(8)
        widths = self._widths(caps=True)
        if sum(widths) + gap * len(widths) > self.width():
            widths = self._widths(caps=False)
        whole = sum(widths) + gap * max(0, len(widths) - 1) <= self.width()
        room = self.width() if whole else self.width() - gap - self.more.sizeHint().width()
        x = 0
        for button, wide in zip(self.buttons, widths, strict=True):
            fits = x + wide <= room
            button.setVisible(fits)
            if not fits:
                room = 0  # the order stays: nothing after the first that has no room
                continue
            button.setGeometry(x, 0, wide, high)
            x += wide + gap
        self.more.setVisible(not whole)
        self.more.setGeometry(x, 0, self.more.sizeHint().width(), high)

    def _widths(self, *, caps: bool) -> list[int]:
        for button in self.buttons:
            button.set_cap_shown(caps)
        return [button.sizeHint().width() for button in self.buttons]

    def _offer(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, action in zip(self.buttons, self._actions, strict=True):
            if button.isHidden():
                menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
