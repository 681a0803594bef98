"""The left pane: who has spoken, who speaks, who waits; at its foot one more on one line (L2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from ui.live import verbs
from ui.live.density import Density
from ui.live.key_names import KeyNames
from ui.live.queue.queue_list import QueueList
from ui.live.session.quick_add import Suggestion as Person
from ui.live.session.screen import LiveScreen
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Kind
from ui.widgets.field import Field
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.suggestions import Suggestion, Suggestions
from ui.widgets.text import Label, Paragraph


class QuickAddField(Field):
    """One line that understands "ông Nguyễn Văn A /Phú Ấp"; Enter adds, Esc goes back and keeps the text."""

    entered = Signal(str)
    went_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.composing:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier
            ):
                self.entered.emit(self.value())
                return
            if event.key() == Qt.Key.Key_Escape:
                self.went_back.emit()
                return
        super().keyPressEvent(event)


class QueuePanel(Pane):
    """Header with counts, the list, the quick line."""

    def __init__(
        self, look: Look, known: Mapping[str, QAction], find: Callable[[str], Sequence[Person]]
    ) -> None:
        super().__init__(look, Role.CANVAS, lines="r")
        self._find_people = find
        self.title = Label(look, "Người phát biểu", Type.STRONG)
        self.counts = Label(look, "", Type.CAPTION, Role.TEXT2)
        self.list = QueueList(look)
        self.quick = QuickAddField(
            look, name="Thêm người phát biểu", leading="person_add", key="F2",
            placeholder="ông Nguyễn Văn A /thôn",
        )  # fmt: skip
        self.suggestions = Suggestions(look, self.quick, self._find)
        head = HBox(look, (4, 2, 4.5, 1), 2)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.counts)
        self._none = Paragraph(
            look,
            "",
            Type.BODY,
            Role.TEXT2,
        )
        middle = VBox(look, (2, 0, 0.25, 0))
        middle.addWidget(self.list)
        empty = HBox(look, (2, 1, 3, 0))
        empty.addWidget(self._none)
        middle.addLayout(empty)
        self.registered = VerbButton(
            look, known[verbs.REGISTERED.id], kind=Kind.QUIET, small=True, spread=True
        )
        self.registered.hide()
        foot = VBox(look, (2, 2, 2, 3), 1)
        foot.addWidget(self.registered)
        foot.addWidget(self.quick)
        column = VBox(look)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addStretch(0)
        column.addLayout(foot)
        self.setLayout(column)
        self._density = Density.FULL

    def _find(self, line: str) -> Sequence[Suggestion]:
        return [Suggestion(p.title, p.note, p.line) for p in self._find_people(line)]

    def set_density(self, density: Density) -> None:
        self._density = density
        self.list.set_density(density)

    def show_screen(self, screen: LiveScreen) -> None:
        self.list.set_rows(screen.queue)
        waiting = len(screen.registered)
        self.registered.setVisible(waiting > 0)
        full = self._density is Density.FULL
        words = f"{waiting} người đăng ký trước" if full else f"{waiting} đăng ký trước"
        self.registered.shorten(words, cap=full)
        self._none.setVisible(not screen.queue)
        self.list.setVisible(bool(screen.queue))
        self.counts.setText(screen.queue_words if self._density is Density.FULL else screen.queue_short)
        self.counts.setAccessibleName(screen.queue_words)

    def foot_top(self) -> QPoint:
        """Where what stands under the list begins."""
        first = self.quick if self.registered.isHidden() else self.registered
        return first.mapTo(self, QPoint(0, 0))

    def show_keys(self, names: KeyNames) -> None:
        self.quick.set_key(names.of(verbs.QUICK_ADD))
        words = "Chưa có ai đăng ký phát biểu. Bấm <quick_add>, ghi tên và thôn trên một dòng."
        self._none.set_words(names.fill(words))

    def set_example(self, place: str) -> None:
        if place:
            self.quick.setPlaceholderText(f"ông Nguyễn Văn A /{place}")
