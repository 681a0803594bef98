"""F1: every verb with its key; a line found by its words or pressed does it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dialogue_desktop.domain.text_vi import fold
from ui.actions import Verb
from ui.live import verbs
from ui.live.drawers.drawer import Drawer
from ui.live.key_names import KeyNames
from ui.live.writing.outcome_bar import digits_hint
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import key_words
from ui.widgets.field import SearchField
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


class KeyLine(QPushButton):
    """Words at the left, the key at the right; the words take two lines when there is no room for both."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__()
        self._look, self.action = look, action
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        action.changed.connect(self._follow)
        look.changed.connect(self._fit)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleName(self.action.text())
        self.setAccessibleDescription(key_words(self.action.shortcut()))
        self.setToolTip(self.action.text())
        self.setEnabled(self.action.isEnabled())
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _words(self) -> tuple[str, str]:
        look, key = self._look, key_words(self.action.shortcut())
        taken = look.px(3.5) + (look.key_cap_size(key).width() if key else 0)
        return look.two_lines(self.action.text(), Type.BODY, self.width() - taken)

    def _fit(self) -> None:
        look = self._look
        high = max(look.px(7), (2 if self._words()[1] else 1) * look.line())
        if high != self._high:
            self._high = high
            self.updateGeometry()

    _high = 0

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        if self.isEnabled() and self.underMouse():
            look.draw_box(painter, self.rect(), fill=Role.HOVER)
        end = self.width() - px(1)
        key = key_words(self.action.shortcut())
        if key:
            size = look.key_cap_size(key)
            end -= size.width()
            cap = QRect(end, (self.height() - size.height()) // 2, size.width(), size.height())
            look.draw_key_cap(painter, cap, key, fill=Role.SURFACE)
        words = [line for line in self._words() if line]
        room = QRect(px(1.5), 0, end - px(2.5), self.height() // len(words))
        role = Role.TEXT if self.isEnabled() else Role.TEXT3
        for at, line in enumerate(words):
            look.draw_text(painter, room.translated(0, at * room.height()), line, Type.BODY, role, elide=True)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)


@dataclass(frozen=True, slots=True)
class _Group:
    head: Label
    words: str
    lines: tuple[KeyLine, ...]


class KeySheet(Drawer):
    """The sheet is also the menu: each line is a button, in the order of the work. It closes before it does
    what was asked for, so that the verb finds the cursor in the text that one came from."""

    def __init__(self, look: Look, known: dict[str, QAction]) -> None:
        super().__init__(look, "Phím và lệnh")
        self.search = SearchField(look, "Tìm lệnh, không cần gõ dấu", units=None)
        self.search.settled.connect(self._find)
        self.search.returnPressed.connect(self._do_first)
        above = HBox(look, (3, 0, 3, 1))
        above.addWidget(self.search)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, above)
        self._hint = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._none = Paragraph(look, "Không có lệnh nào khớp.", Type.BODY, Role.TEXT2)
        self._none.hide()
        self.body.addWidget(self._hint)
        self.body.addWidget(self._none)
        self._groups: list[_Group] = []
        for group, members in verbs.SHEET:
            present = [verb for verb in members if verb.id in known]
            if not present:
                continue
            block = VBox(look, gap=0.25)
            head = Label(look, group, Type.STRONG, elide=True)
            block.addWidget(head)
            self.body.addLayout(block)
            lines = []
            for verb in present:
                line = KeyLine(look, known[verb.id])
                line.clicked.connect(lambda _on=False, of=line.action, verb=verb: self._do(of, verb))
                block.addWidget(line)
                self.keep_in_sight(line)
                lines.append(line)
            self._groups.append(_Group(head, group, tuple(lines)))
        self.body.addStretch(1)

    @property
    def shown(self) -> tuple[KeyLine, ...]:
        """The lines that fit what is looked for."""
        return tuple(line for group in self._groups for line in group.lines if not line.isHidden())

    def _find(self, text: str) -> None:
        wanted = fold(text).split()
        for group in self._groups:
            for line in group.lines:
                words = fold(f"{group.words} {line.action.text()}")
                line.setVisible(all(word in words for word in wanted))
            group.head.setVisible(any(not line.isHidden() for line in group.lines))
        self._hint.setVisible(not wanted)
        self._none.setVisible(not self.shown)
        self.scroller.verticalScrollBar().setValue(0)

    def _do_first(self) -> None:
        if self.search.value() and self.shown and not self.search.composing:
            self.shown[0].click()

    def _do(self, action: QAction, verb: Verb) -> None:
        self.closed.emit()
        if verb is not verbs.KEYS:  # closed is what its own line asks for
            action.trigger()

    def take_all(self) -> None:
        self.search.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ go along the lines, from the search too."""
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        stops: list[QWidget] = [self.search, *(line for line in self.shown if line.isEnabled())]
        here = next((at for at, one in enumerate(stops) if one.hasFocus()), 0)
        stops[min(max(here + way, 0), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def show_keys(self, names: KeyNames) -> None:
        digits = ", hoặc Ctrl + số" if digits_hint(names) else ""
        self._hint.set_words(names.fill(f"Kết quả: <outcome> rồi số 1–7{digits}"))

    def focus_first(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
