"""One-line input that never touches what is being typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.editor import Editor
from ui.widgets.open_word import end_word_of, ends_word
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label


class Field(QLineEdit):
    """A line to type in.

    `settled` carries the text whenever it changed and no word is being composed: the only signal that
    may filter, suggest or save. There is no validator, no mask and no completion (UniKey and input
    methods send Backspace and letters; anything that answers to one key breaks the word).
    `leading` is a 16 or 20 icon at the left, `key` a cap at the right, `clearable` a cross at the right.
    """

    settled = Signal(str)
    left = Signal()  # the focus went away and no word is open

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        leading: str = "",
        key: str = "",
        clearable: bool = False,
        kind: Type = Type.BODY,
        units: float | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self._leading, self._key, self._clearable = leading, key, clearable
        self._units, self._open_word, self._warned = units, "", False
        self.setFrame(False)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if units else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        if text:
            self.setText(text)
        self.textChanged.connect(self._changed)
        look.changed.connect(self._relook)
        self._relook()

    def set_key(self, key: str) -> None:
        """Another cap at the right; "" for none."""
        if key != self._key:
            self._key = key
            self._relook()

    # --- words --------------------------------------------------------------------------------

    @property
    def composing(self) -> bool:
        """A word is open in the input method: nothing may react to it yet."""
        return bool(self._open_word)

    @property
    def open_word(self) -> str:
        """As it is shown; no part of the text yet."""
        return self._open_word

    def value(self) -> str:
        """The text fit to be stored (NFC, no hidden characters, ends trimmed)."""
        from dialogue_desktop.domain.text_vi import clean

        return clean(self.text()).text.strip()

    def set_value(self, text: str) -> None:
        """Show a stored value; leaves text and cursor alone where it is shown already."""
        if text != self.text():
            self.setText(text)

    def set_warned(self, warned: bool) -> None:
        """The red edge; the sentence is the FieldBox's."""
        if warned != self._warned:
            self._warned = warned
            self.update()

    def _changed(self, text: str) -> None:
        self._set_margins()
        if not self._open_word:
            self.settled.emit(text)

    def event(self, event: QEvent) -> bool:
        if self._open_word and event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if ends_word(event):
                end_word_of(self)  # comes before any shortcut, filter or key press
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was = self._open_word
        self._open_word = event.preeditString()
        before = self.text()
        super().inputMethodEvent(event)
        if was and not self._open_word and self.text() == before:
            # The word was ended without a change of text: those who waited for the end must hear it.
            self.settled.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            end_word_of(self)
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    # --- look ---------------------------------------------------------------------------------

    def _relook(self) -> None:
        look = self._look
        self.setFont(look.font(self._kind))
        palette = self.palette()
        part = QPalette.ColorRole
        palette.setColor(part.Base, QColor(0, 0, 0, 0))  # the box is painted below the text
        for where, role in (
            (part.Text, Role.TEXT),
            (part.PlaceholderText, Role.TEXT3),
            (part.Highlight, Role.ACCENT),
            (part.HighlightedText, Role.ON_ACCENT),
        ):
            palette.setColor(where, look.color(role))
        palette.setColor(QPalette.ColorGroup.Disabled, part.Text, look.color(Role.TEXT3))
        self.setPalette(palette)
        self._set_margins()
        self.updateGeometry()
        self.update()

    def _set_margins(self) -> None:
        px = self._look.px
        left = px(8) if self._leading else px(1.5)
        right = px(1.5)
        if self._key:
            right += self._look.key_cap_size(self._key).width() + px(1)
        if self._shows_clear():
            right += px(6)
        margins = self.textMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setTextMargins(left, 0, right, 0)

    def _shows_clear(self) -> bool:
        return self._clearable and bool(self.text())

    def sizeHint(self) -> QSize:
        look = self._look
        height = max(look.px(8), look.line(self._kind) + look.px(2))
        return QSize(look.px(self._units or 40), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self._units or 12), self.sizeHint().height())

    def _clear_box(self) -> QRect:
        px = self._look.px
        right = self._look.key_cap_size(self._key).width() + px(1) if self._key else 0
        return QRect(self.width() - px(7) - right, 0, px(6), self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._shows_clear() and self._clear_box().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shows_clear() and self._clear_box().contains(event.position().toPoint()):
            self.clear()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        box = self.rect()
        fill = Role.SURFACE if self.isEnabled() else Role.SUNKEN
        if self._warned:
            look.draw_box(painter, box, fill=fill, edge=Role.BAD, width=look.ring)
            if self.hasFocus():
                inset = look.ring + look.edge
                inner = box.adjusted(inset, inset, -inset, -inset)
                look.draw_box(painter, inner, edge=Role.FOCUS, width=look.edge, radius=0.5)
        elif self.hasFocus():
            look.draw_box(painter, box, fill=fill, edge=Role.FOCUS, width=look.ring)
        else:
            look.draw_box(painter, box, fill=fill, edge=Role.FIELD)
        px = look.px
        if self._leading:
            look.draw_icon(painter, QRect(px(2), 0, px(5), self.height()), self._leading, Role.TEXT2)
        if self._shows_clear():
            look.draw_icon(painter, self._clear_box(), "dismiss_circle_16", Role.TEXT2, 4)
        if self._key:
            size = look.key_cap_size(self._key)
            cap = QRect(
                self.width() - px(1.5) - size.width(),
                (self.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )
            look.draw_key_cap(painter, cap, self._key)
        painter.end()
        super().paintEvent(event)


class SearchField(Field):
    """A field with a magnifier and a cross; Esc empties it first, then passes on."""

    def __init__(
        self,
        look: Look,
        placeholder: str,
        *,
        key: str = "",
        units: float | None = 58,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            placeholder=placeholder,
            leading="search",
            clearable=True,
            key=key,
            units=units,
            parent=parent,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() and not self.composing:
            self.clear()
            return
        super().keyPressEvent(event)


class FieldBox(QWidget):
    """A control with its label above and, when it is wrong, a sentence with an icon below.

    `check` gets the value and answers with a sentence, or "" when it is right. It is asked when the
    focus leaves the field, never while a word is being composed; once warned, as soon as it is right.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        control: QWidget,
        *,
        check: Callable[[str], str] | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._check, self._control = look, check, control
        box = VBox(look, gap=0.5)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._label: Label | None = None
        if label:
            self._label = Label(look, label, Type.CAPTION, Role.TEXT2)
            self._label.setBuddy(control)
            box.addWidget(self._label)
        box.addWidget(control)
        self._below = Label(look, hint, Type.CAPTION, Role.TEXT2, elide=True)
        self._hint, self._warning = hint, ""
        line = HBox(look)
        line.addWidget(self._below)
        box.addLayout(line)
        # Only now: shown before it has a parent it would be a window of its own and take the focus.
        self._below.setVisible(bool(hint))
        if label and not control.accessibleName():
            control.setAccessibleName(label)
        self._input = control if isinstance(control, Field | Editor) else None
        if self._input is not None:
            self._input.left.connect(self._verify)
            self._input.settled.connect(self._recheck)

    @property
    def warning(self) -> str:
        return self._warning

    def set_label(self, label: str) -> None:
        """Other words above the control, where it was made with some."""
        if self._label is not None and label != self._label.text():
            self._label.setText(label)
            self._control.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """What stands below while nothing is wrong."""
        if hint != self._hint:
            self._hint = hint
            self.set_warning(self._warning)

    def set_warning(self, sentence: str) -> None:
        """Show a sentence below with a red edge; "" takes it away."""
        self._warning = sentence
        if self._input is not None:
            self._input.set_warned(bool(sentence))
        self._control.setAccessibleDescription(sentence or self._hint)
        self._below.set_icon("error_circle_16" if sentence else "", Role.BAD)
        self._below.set_role(Role.BAD if sentence else Role.TEXT2)
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))

    def verify(self) -> bool:
        """Check now (before a step is left); True when right."""
        self._verify()
        return not self._warning

    def _verify(self) -> None:
        if self._check is not None and self._input is not None and not self._input.composing:
            self.set_warning(self._check(self._input.value()))

    def _recheck(self) -> None:
        if self._warning and self._check is not None and self._input is not None:
            self.set_warning(self._check(self._input.value()))
