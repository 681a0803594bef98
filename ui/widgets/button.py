"""Buttons: words first, then an icon, the key at the right."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence, QMouseEvent, QPaintEvent


class Kind(Enum):
    """What weight a button has on the page; at most one is PRIMARY."""

    PRIMARY = "primary"
    DEFAULT = "default"
    QUIET = "quiet"  # accent words without an edge: "Xem tất cả"
    BAR = "bar"  # icon and words without an edge, in command bars
    SOFT = "soft"  # the active view, or what is on (hall screen)
    DANGER = "danger"  # only for what cannot be undone
    INVERSE = "inverse"  # on a toast


def key_words(sequence: QKeySequence | str) -> str:
    """The key as it stands on a cap ("Ctrl+Enter"), the same on every system and in every language."""
    if isinstance(sequence, str):
        text = sequence
    else:
        text = sequence.toString(sequence.SequenceFormat.PortableText)
    text = text.replace("Return", "Enter").replace("PgDown", "PgDn")
    return text.replace("+Up", "+↑").replace("+Down", "+↓")


class Button(QPushButton):
    """A button that paints itself. (Fusion gives every button its hover and strong focus.)

    `icon` and `icon_role`: a 20 icon, in the words' colour unless a role is given. `key`: the words on
    the cap. `chevron`: opens a menu. `spread`: words at the left and cap at the right edge (outcome
    buttons); else all stand together in the middle. `name`: for screen readers where there are no words.
    """

    locked = Signal(str)  # why it cannot be pressed; "" when it can

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        kind: Kind = Kind.DEFAULT,
        icon: str = "",
        icon_role: Role | None = None,
        key: str = "",
        name: str = "",
        small: bool = False,
        chevron: bool = False,
        spread: bool = False,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._words = look, kind, text
        self._icon, self._icon_role, self._key = icon, icon_role, key
        self._small, self._chevron, self._spread = small, chevron, spread
        self._name, self._reason = name, ""
        self._size: QSize | None = None
        self._action: QAction | None = None
        self._cap, self._own_words = True, ""
        self._cap_shown, self._words_shown = True, True
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if spread else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self._say()
        look.changed.connect(self._relook)

    @classmethod
    def of(
        cls,
        look: Look,
        action: QAction,
        *,
        kind: Kind = Kind.DEFAULT,
        text: str = "",
        icon: str | None = None,
        cap: bool = True,
        small: bool = False,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> Button:
        """A button of a registered action: same words, key, icon and state, now and later."""
        button = cls(
            look,
            text or action.text(),
            kind=kind,
            icon=str(action.property("icon_name") or "") if icon is None else icon,
            small=small,
            spread=spread,
            checkable=action.isCheckable(),
            parent=parent,
        )
        button._action, button._cap, button._own_words = action, cap, text
        button._take()
        action.changed.connect(button._take)
        button.clicked.connect(action.trigger)
        return button

    def _take(self) -> None:
        action = self._action
        if action is None:
            return
        key = action.property("key")  # a registered action says its key in words
        self._key = key_words(action.shortcut() if key is None else str(key)) if self._cap else ""
        self._words = self._own_words or action.text()
        if not self._reason:
            self.setEnabled(action.isEnabled())
        if action.isCheckable():
            self.setChecked(action.isChecked())
        self._say()
        self._relook()

    # --- what it says -------------------------------------------------------------------------

    @property
    def look(self) -> Look:
        return self._look

    @property
    def words(self) -> str:
        return self._words

    @property
    def key(self) -> str:
        return self._key

    def set_words(self, text: str) -> None:
        same = text == self._words
        self._words = text
        self._say()
        if not same:
            self._relook()

    def set_icon(self, icon: str, role: Role | None = None) -> None:
        if (icon, role) != (self._icon, self._icon_role):
            self._icon, self._icon_role = icon, role
            self._relook()

    def set_key(self, key: str) -> None:
        same = key == self._key
        self._key = key
        self._say()
        if not same:
            self._relook()

    def set_cap_shown(self, shown: bool) -> None:
        """Leave the key cap out where the room is short; the tool tip names the key then."""
        if shown != self._cap_shown:
            self._cap_shown = shown
            self._say()
            self._relook()

    def set_words_shown(self, shown: bool) -> None:
        """Only the icon where the room is short; the tool tip and the reader still have the words."""
        if shown != self._words_shown and self._icon:
            self._words_shown = shown
            self._say()
            self._relook()

    @property
    def kind(self) -> Kind:
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def lock(self, reason: str) -> None:
        """Cannot be pressed, and says why (a sentence); "" frees it."""
        if reason == self._reason and self.isEnabled() is not bool(reason):
            return  # asked at every key that is typed: laid out anew only when it became another
        self._reason = reason
        self.setEnabled(not reason)
        self._say()
        self._relook()
        self.locked.emit(reason)

    @property
    def reason(self) -> str:
        return self._reason

    def _say(self) -> None:
        words = self._name or self._words
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._reason)
        if self._reason:
            self.setToolTip(self._reason)
        elif not self._shown_words():
            self.setToolTip(f"{words} ({self._key})" if self._key else words)
        else:
            self.setToolTip(self._key if self._key and not self._cap_shown else "")

    def _relook(self) -> None:
        self._size = None
        self.updateGeometry()
        self.update()

    # --- size ---------------------------------------------------------------------------------

    def _parts(self) -> tuple[int, int, int, int]:
        """Widths in pixels: icon, words, cap, chevron (0 = none)."""
        look = self._look
        icon = look.px(5) if self._shown_icon() else 0
        words = look.width(self._shown_words(), Type.MEDIUM) if self._shown_words() else 0
        cap = look.key_cap_size(self._key).width() if self._shown_key() else 0
        return icon, words, cap, look.px(4) if self._chevron else 0

    def _shown_icon(self) -> str:
        return "lock_closed" if self._reason and self._icon_allowed() else self._icon

    def _icon_allowed(self) -> bool:
        return bool(self._words) or bool(self._icon)

    def _shown_words(self) -> str:
        return self._words if self._words_shown else ""

    def _shown_key(self) -> str:
        return self._key if self._cap_shown else ""

    def _padding(self) -> int:
        if not self._shown_words() and not self._shown_key():
            return self._look.px(1.5)
        return self._look.px(2.5 if self._small or self._kind in (Kind.QUIET, Kind.BAR) else 3)

    def sizeHint(self) -> QSize:
        if self._size is None:
            self._size = self._measure()
        return self._size

    def _measure(self) -> QSize:
        parts = [part for part in self._parts() if part]
        gaps = self._look.px(2) * max(0, len(parts) - 1)
        height = self._look.px(7 if self._small else 8)
        width = sum(parts) + gaps + 2 * self._padding()
        if not self._shown_words() and not self._shown_key() and not self._chevron:
            width = height
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # --- drawing ------------------------------------------------------------------------------

    def _colors(self) -> tuple[Role | None, Role | None, Role]:
        """Fill, edge and words."""
        hover = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return (None if self._kind in (Kind.QUIET, Kind.BAR) else Role.SUNKEN), None, Role.TEXT3
        if self.isCheckable() and self.isChecked():
            return Role.ACCENT_SOFT, Role.ACCENT, Role.ACCENT
        match self._kind:
            case Kind.PRIMARY:
                return (Role.ACCENT_HOVER if hover else Role.ACCENT), None, Role.ON_ACCENT
            case Kind.DEFAULT:
                return (Role.HOVER if hover else Role.SURFACE), Role.FIELD, Role.TEXT
            case Kind.QUIET:
                return (Role.HOVER if hover else None), None, Role.ACCENT
            case Kind.BAR:
                return (Role.HOVER if hover else None), None, Role.TEXT
            case Kind.SOFT:
                return Role.ACCENT_SOFT, (Role.BORDER if hover else None), Role.ACCENT
            case Kind.DANGER:
                return (Role.BAD_SOFT if hover else Role.SURFACE), Role.BAD, Role.BAD
            case Kind.INVERSE:
                return None, (Role.INVERSE_LINE if hover else None), Role.INVERSE_ACCENT

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Many a button leaves the cursor where it is: what it acts on must have the word open there."""
        from ui.widgets.open_word import end_open_word

        end_open_word()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        fill, edge, words = self._colors()
        toggled = self.isCheckable() and self.isChecked()
        look.draw_box(painter, self.rect(), fill=fill, edge=edge, width=look.ring if toggled else 0)
        self._draw_parts(painter, words, toggled)
        if self.hasFocus():
            self._draw_focus(painter, fill, toggled)

    def _draw_focus(self, painter: QPainter, fill: Role | None, toggled: bool) -> None:
        look = self._look
        if self._kind is Kind.PRIMARY and not toggled:
            inset = look.ring
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            look.draw_box(painter, box, edge=Role.ON_ACCENT, width=look.ring, radius=0.75)
        elif toggled:
            # The edge of a pressed button is accent already: the ring stands inside it, apart.
            inset = look.ring + look.edge
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            look.draw_box(painter, box, edge=Role.FOCUS, width=look.ring, radius=0.75)
        else:
            role = Role.INVERSE_ACCENT if self._kind is Kind.INVERSE else Role.FOCUS
            look.draw_box(painter, self.rect(), edge=role, width=look.ring)

    def _draw_parts(self, painter: QPainter, words: Role, toggled: bool) -> None:
        look = self._look
        icon, text, cap, chevron = self._parts()
        gap, h = look.px(2), self.height()
        used = [part for part in (icon, text, cap, chevron) if part]
        total = sum(used) + gap * max(0, len(used) - 1)
        x = self._padding() if self._spread else max(look.edge, (self.width() - total) // 2)
        if icon:
            role = words if self._icon_role is None or not self.isEnabled() else self._icon_role
            look.draw_icon(painter, QRect(x, 0, icon, h), self._shown_icon(), role)
            x += icon + gap
        if text:
            look.draw_text(painter, QRect(x, 0, text, h), self._words, Type.MEDIUM, words)
            x += text + gap
        if cap:
            if self._spread:
                x = self.width() - self._padding() - cap - (chevron + gap if chevron else 0)
            self._draw_cap(painter, QRect(x, (h - look.px(5)) // 2, cap, look.px(5)), words, toggled)
            x += cap + gap
        if chevron:
            look.draw_icon(painter, QRect(x, 0, chevron, h), "chevron_down_16", words, 4)

    def _draw_cap(self, painter: QPainter, box: QRect, words: Role, toggled: bool) -> None:
        look = self._look
        if self._kind is Kind.PRIMARY and self.isEnabled() and not toggled:
            look.draw_key_cap(painter, box, self._key, text=Role.ON_ACCENT, edge=Role.ON_ACCENT)
        elif self._kind is Kind.INVERSE:
            look.draw_key_cap(painter, box, self._key, text=Role.ON_INVERSE, edge=Role.INVERSE_LINE)
        elif toggled:
            look.draw_key_cap(painter, box, self._key, text=Role.TEXT, edge=Role.SURFACE, fill=Role.SURFACE)
        elif self._kind is Kind.SOFT:
            look.draw_key_cap(painter, box, self._key, text=Role.TEXT, edge=Role.BORDER, fill=Role.SURFACE)
        elif not self.isEnabled():
            look.draw_key_cap(painter, box, self._key, text=Role.TEXT3, edge=Role.BORDER)
        else:
            look.draw_key_cap(painter, box, self._key, text=Role.TEXT2, edge=Role.BORDER, fill=Role.SURFACE)
