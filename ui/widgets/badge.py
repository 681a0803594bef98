"""Badge: the icon of a state and its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import Look
from ui.state_looks import StateLook
from ui.theme import Role
from ui.type_scale import Type


class Badge(QLabel):
    """`icon` without the _16; `soft` is the background, left out inside tables."""

    def __init__(
        self,
        look: Look,
        text: str,
        role: Role = Role.MUTE,
        icon: str = "",
        *,
        soft: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._icon, self._soft = look, role, icon, soft
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    @classmethod
    def of(cls, look: Look, state: StateLook, *, short: bool = False, soft: bool = True) -> Badge:
        return cls(look, state.short if short else state.words, state.role, state.icon, soft=soft)

    def show_state(self, text: str, role: Role, icon: str) -> None:
        self._role, self._icon = role, icon
        self.setText(text)
        self._relook()

    @property
    def role(self) -> Role:
        return self._role

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        width = look.width(self.text(), Type.CAPTION_MEDIUM)
        if self._icon:
            width += look.px(5)
        if self._soft:
            width += 2 * look.px(1.75)
        return QSize(width, max(look.px(5.5), look.line(Type.CAPTION_MEDIUM)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        x = 0
        if self._soft:
            look.draw_box(painter, self.rect(), fill=self._role.soft, radius=0.75)
            x = look.px(1.75)
        if self._icon:
            look.draw_icon(painter, QRect(x, 0, look.px(4), self.height()), f"{self._icon}_16", self._role, 4)
            x += look.px(5)
        box = QRect(x, 0, self.width() - x, self.height())
        look.draw_text(painter, box, self.text(), Type.CAPTION_MEDIUM, self._role)
