"""The card of one conference: its name and day, its six stages, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desktop.domain.home_view import ConferenceCard
from dialogue_desktop.domain.stage import STAGE_LABELS
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.stage_track import draw_stage_track, spoken_stages

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_NAMES = tuple(STAGE_LABELS.values())
_LEAD = "Tiếp theo:"


class CardView(QWidget):
    """Painted whole; only its button is a widget of its own. `pressed`: conference id, action."""

    pressed = Signal(str, str)

    def __init__(self, look: Look, card: ConferenceCard, *, primary: bool) -> None:
        super().__init__()
        self._look, self._card = look, card
        self._kept: tuple[tuple[int, int], tuple[int, int, int, int, int]] | None = None
        self._button = Button(
            look,
            card.next_action_text,
            kind=Kind.PRIMARY if primary else Kind.DEFAULT,
            small=True,
            parent=self,
        )
        self._button.setAccessibleDescription(f"{card.title}: {card.next_text}")
        self._button.clicked.connect(self._press)
        self.setAccessibleName(f"{card.title}, {card.when_text}, {spoken_stages(_NAMES, card.stage)}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    @property
    def card(self) -> ConferenceCard:
        return self._card

    @property
    def button(self) -> Button:
        return self._button

    def _press(self) -> None:
        self.pressed.emit(self._card.id, self._card.next_action)

    def _relook(self) -> None:
        self.updateGeometry()
        self._place_button()
        self.update()

    # --- places -------------------------------------------------------------------------------

    def _tops(self, width: int) -> tuple[int, int, int, int, int]:
        """Where title, day, track and last line begin, and the height of the whole.

        The last line stands level with the button, or above it where it would not fit beside it.
        """
        key = (width, self._look.u)
        if self._kept is not None and self._kept[0] == key:
            return self._kept[1]
        look, px = self._look, self._look.px
        title = px(2.5)
        day = title + look.line(Type.STRONG) + px(0.25)
        track = day + look.line() + px(1.75)
        last = track + px(1.75) + look.line(Type.CAPTION) + px(3)
        below = 0 if self._beside(width) else px(7.5)
        tops = (title, day, track, last, last + below + px(7) + px(2.5))
        self._kept = (key, tops)
        return tops

    def _next_width(self) -> int:
        look = self._look
        return look.width(_LEAD, Type.STRONG) + look.px(1) + look.width(self._card.next_text)

    def _beside(self, width: int) -> bool:
        """Whether words and button find room on one line."""
        return self._next_width() + self._button.sizeHint().width() + self._look.px(9) <= width

    def sizeHint(self) -> QSize:
        width = self._look.px(95)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(50), self._tops(self.width())[4])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tops(width)[4]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        x = self.width() - self._look.px(3) - size.width()
        y = self._tops(self.width())[4] - self._look.px(2.5) - size.height()
        self._button.setGeometry(QRect(x, y, size.width(), size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, card = self._look, self._look.px, self._card
        painter = QPainter(self)
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=Role.BORDER, radius=1.5)
        title, day, track, last, _ = self._tops(self.width())
        x, wide = px(4), self.width() - px(7)
        look.draw_text(
            painter, QRect(x, title, wide, look.line(Type.STRONG)), card.title, Type.STRONG, elide=True
        )
        look.draw_text(painter, QRect(x, day, wide, look.line()), card.when_text, role=Role.TEXT2, elide=True)
        draw_stage_track(painter, look, QRect(x, track, wide, px(7)), _NAMES, card.stage, card.stage_fraction)
        right = self._button.x() - px(2) if self._beside(self.width()) else self.width() - px(3)
        room = QRect(x, last, right - x, px(7))
        used = look.draw_text(painter, room, _LEAD, Type.STRONG) + px(1)
        look.draw_text(painter, room.adjusted(used, 0, 0, 0), card.next_text, elide=True)
        self.setToolTip(self._cut_words(wide, room.width() - used))

    def _cut_words(self, wide: int, room: int) -> str:
        """What does not fit, in full."""
        look, card = self._look, self._card
        parts = []
        if look.width(card.title, Type.STRONG) > wide:
            parts.append(card.title)
        if look.width(card.when_text) > wide:
            parts.append(card.when_text)
        if look.width(card.next_text) > room:
            parts.append(f"{_LEAD} {card.next_text}")
        return "\n".join(parts)
