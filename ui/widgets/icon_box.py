"""An icon that stands alone beside words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role


class IconBox(QWidget):
    """`icon` is the file's name ("clock_16" with 4 units, "clock" with 5, empty states 8)."""

    def __init__(
        self,
        look: Look,
        icon: str,
        role: Role = Role.TEXT2,
        units: float = 5,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._role, self._units = look, icon, role, units
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def set_icon(self, icon: str, role: Role | None = None) -> None:
        self._icon = icon
        self._role = role or self._role
        self.update()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._units)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            self._look.draw_icon(QPainter(self), self.rect(), self._icon, self._role, self._units)


class KeyCap(QWidget):
    """A key that stands beside a label instead of on a button ("Ý kiến F5")."""

    def __init__(self, look: Look, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key = look, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def set_key(self, key: str) -> None:
        self._key = key
        self._relook()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._look.key_cap_size(self._key)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.draw_key_cap(QPainter(self), self.rect(), self._key, fill=Role.SURFACE)
