"""A list under a field that offers, and never types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.text_vi import fold
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` and `second` are shown; `fills` is what is put into the field (`text` where empty)."""

    text: str
    second: str = ""
    fills: str = ""
    value: Any = None


def fitting(text: str, options: Iterable[Suggestion], words: Callable[[Suggestion], str]) -> list[Suggestion]:
    """Those in whose words every typed one stands, accent-free: whole words first, then beginnings of
    words, so that "on" gives "Trịnh Đình Ổn" before "Ông Bùi Văn Cường"."""
    parts = fold(text).split()
    found: list[tuple[int, Suggestion]] = []
    for one in options:
        key = fold(words(one))
        if all(part in key for part in parts):
            known = [word.strip(".,;:()") for word in key.split()]
            whole = all(part in known for part in parts)
            begun = all(any(word.startswith(part) for word in known) for part in parts)
            found.append((0 if whole else 1 if begun else 2, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def only_one(
    text: str, options: Iterable[Suggestion], words: Callable[[Suggestion], str]
) -> Suggestion | None:
    """The one that the typed words can mean: all of them are words of it, or else begin words of it, and of
    no other. "lẫm" is "Ông Trần Hữu Lẫm" where he is the only Lẫm; None where two could be meant."""
    parts = fold(text).split()
    if not parts:
        return None
    whole: list[Suggestion] = []
    begun: list[Suggestion] = []
    for one in options:
        known = [word.strip(".,;:()") for word in fold(words(one)).split()]
        if all(part in known for part in parts):
            whole.append(one)
        elif all(any(word.startswith(part) for word in known) for part in parts):
            begun.append(one)
    found = whole or begun
    return found[0] if len(found) == 1 else None


class Suggestions(QWidget):
    """Offers what `find` gives for the words typed so far; ↓ goes into the list, Enter takes, Esc closes.

    It takes no focus, completes nothing in the field, and looks only at committed text: while an input
    method holds a word open nothing is asked and the list stays as it is. `find` does its own folding
    (`text_vi`), so that "nguyen" finds "Nguyễn". With `fill=False` the field is left to the listener.
    """

    picked = Signal(object)  # Suggestion

    def __init__(
        self,
        look: Look,
        field: Field,
        find: Callable[[str], Sequence[Suggestion]],
        *,
        most: int = 8,
        fill: bool = True,
    ) -> None:
        super().__init__(field)
        self._look, self._field, self._find, self._most, self._fill = look, field, find, most, fill
        self._shown: tuple[Suggestion, ...] = ()
        self._at = self._meant = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Gợi ý")
        self.hide()
        field.settled.connect(self._typed)
        field.installEventFilter(self)
        look.changed.connect(self.close_list)

    @property
    def shown(self) -> tuple[Suggestion, ...]:
        """What is offered now; empty while the list is closed."""
        return self._shown if not self.isHidden() else ()

    @property
    def at(self) -> int:
        """Which one ↓ has reached; -1 while the keys still belong to the field alone."""
        return self._at

    @property
    def meant(self) -> Suggestion | None:
        """The one that is marked as what the typed words mean."""
        return self.shown[self._meant] if self.shown and self._meant >= 0 else None

    # --- opening and closing ------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        # A value set by the program is no typing: isModified() tells them apart.
        if self._field.composing or not self._field.isModified() or not self._field.hasFocus():
            return
        self.offer(tuple(self._find(text)) if text.strip() else ())

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these, or close the list when there are none."""
        self._shown = tuple(suggestions)[: self._most]
        self._at = self._meant = -1
        if not self._shown:
            self.close_list()
            return
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._field.setAccessibleDescription(f"{len(self._shown)} gợi ý, phím mũi tên xuống để chọn")

    def mark_meant(self, one: Suggestion | None) -> None:
        """Show which one Enter takes from what is typed so far."""
        meant = self._shown.index(one) if one in self._shown else -1
        if meant != self._meant:
            self._meant = meant
            self.update()

    def close_list(self) -> None:
        if not self.isHidden():
            self.hide()
            self._field.setAccessibleDescription("")
        self._at = -1

    def _place(self) -> None:
        """Under the field, above it where there is no room; inside the window, over its neighbours."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        size = self.sizeHint()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + self._look.edge))
        if corner.y() + size.height() > window.height():
            corner = self._field.mapTo(window, QPoint(0, -size.height() - self._look.edge))
        left = max(0, min(corner.x(), window.width() - size.width()))
        self.setGeometry(QRect(QPoint(left, max(0, corner.y())), size))

    def _row_height(self) -> int:
        return self._look.px(11 if any(one.second for one in self._shown) else 8)

    def sizeHint(self) -> QSize:
        look = self._look
        widest = max(
            (max(look.width(s.text), look.width(s.second, Type.CAPTION)) for s in self._shown), default=0
        )
        width = max(self._field.width(), min(widest + look.px(6), look.px(120)))
        return QSize(width, len(self._shown) * self._row_height() + 2 * look.edge)

    # --- choosing -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.close_list()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """True when the key was for the list. Nothing is taken while a word is open."""
        if (
            self.isHidden()
            or self._field.composing
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        if key == Qt.Key.Key_Down:
            self._go(min(self._at + 1, len(self._shown) - 1))
            return True
        if key == Qt.Key.Key_Up and self._at >= 0:
            self._go(self._at - 1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.pick(self._at)
            return True
        return False

    def _go(self, place: int) -> None:
        self._at = place
        if place >= 0:
            one = self._shown[place]
            self._field.setAccessibleDescription(", ".join(t for t in (one.text, one.second) if t))
        self.update()

    def pick(self, place: int) -> None:
        chosen = self._shown[place]
        self.close_list()
        if self._fill:
            self._field.setText(chosen.fills or chosen.text)
            self._field.setModified(False)
        self.picked.emit(chosen)

    def _row_at(self, y: int) -> int:
        place = (y - self._look.edge) // self._row_height()
        return place if 0 <= place < len(self._shown) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = self._row_at(event.position().toPoint().y())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint().y())
        if place >= 0:
            self.pick(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=Role.FIELD)
        high = self._row_height()
        for place, one in enumerate(self._shown):
            box = QRect(look.edge, look.edge + place * high, self.width() - 2 * look.edge, high)
            if place == (self._meant if self._at < 0 else self._at):
                painter.fillRect(box, look.color(Role.ACCENT_SOFT))
                painter.fillRect(QRect(box.x(), box.y(), px(0.75), high), look.color(Role.ACCENT))
            room = box.adjusted(px(3), 0, -px(2), 0)
            if one.second:
                first, second = look.line(), look.line(Type.CAPTION)
                top = box.y() + (high - first - second) // 2
                look.draw_text(painter, QRect(room.x(), top, room.width(), first), one.text, elide=True)
                below = QRect(room.x(), top + first, room.width(), second)
                look.draw_text(painter, below, one.second, Type.CAPTION, Role.TEXT2, elide=True)
            else:
                look.draw_text(painter, room, one.text, elide=True)
