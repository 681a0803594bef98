"""One opinion in full, its suggestion, and the fields to choose from by digit or by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.detail_pane import marked
from ui.sorting.core import Part
from ui.sorting.looks import SURENESS
from ui.sorting.screen import Screen
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.panes import Card, HBox, Pane, Rule, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

_COLUMNS = (Column("key", units=6, gap=3, keep=True), Column("value", gap=1), Column("note", units=17))
_LEAST_CHOICES, _ROOMY = 19, 125  # u
_FIND = {Part.BEYOND: "Cơ quan khác: gõ tên để tìm"}


class ChoicePane(Pane):
    """Beside the list, or in its place. Typing in the field never changes what is shown elsewhere."""

    taken = Signal()
    kept = Signal()
    chosen = Signal(str)
    searched = Signal(str)
    back = Signal()  # Esc: to the list

    def __init__(self, look: Look, *, back: QAction) -> None:
        super().__init__(look, Role.CANVAS)
        self.setAccessibleName("Ý kiến đang xếp")
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        column = VBox(look, (4, 3, 4, 3), 2)
        sides.addLayout(column, 1)
        self.back_button = Button.of(look, back, small=True)
        self.back_button.hide()
        head = HBox(look, gap=2)
        head.addWidget(self.back_button)
        self._title = Label(look, "", Type.SECTION)
        self._badge = Badge(look, "")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._badge)
        column.addLayout(head)
        self._who = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        column.addWidget(self._who)
        words = Pane(look, Role.CANVAS)
        inside = VBox(look)
        words.setLayout(inside)
        self._text = Paragraph(look)
        inside.addWidget(self._text)
        inside.addStretch(1)
        self._scroll = Scroll(look, words, Role.CANVAS)
        column.addWidget(self._scroll, 20)
        column.addWidget(self._suggestion_card())
        self.search = Field(look, name="Tìm lĩnh vực", leading="search_16", clearable=True)
        self.search.settled.connect(self.searched)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.choices = RowTable(look, _COLUMNS, name="Lĩnh vực", two_lines=False)
        self.choices.rows.opened.connect(self.chosen)
        self.choices.rows.installEventFilter(self)
        self.choices.rows.clicked.connect(lambda _index: self._choose_current())
        column.addWidget(self.choices, 30)  # the rest stays free only when all fields are seen
        column.addStretch(1)
        self._shown = ""
        self.setFocusProxy(self.search)
        follow(look, self._relook_parts)

    def _relook_parts(self) -> None:
        look = self.look
        self._scroll.setMinimumHeight(2 * look.line(Type.BODY))
        self.choices.setMinimumHeight(look.px(_LEAST_CHOICES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the reason and the person make room: both stand in the list too."""
        super().resizeEvent(event)
        self._show_second()
        self._fit_text()

    def _fit_text(self) -> None:
        """The suggestion follows the words; a long text is scrolled."""
        wide = max(1, self._scroll.viewport().width())
        self._scroll.setMaximumHeight(
            max(self._text.heightForWidth(wide), 2 * self.look.line(Type.BODY)) + self.look.px(1)
        )

    def _show_second(self) -> None:
        roomy = self.height() >= self.look.px(_ROOMY)
        self._who.setVisible(roomy)
        self._why.setVisible(roomy and bool(self._why.text()))

    def _suggestion_card(self) -> Card:
        look = self.look
        card = Card(look)
        column = VBox(look, (2.5, 2, 2.5, 2), 1)
        card.setLayout(column)
        head = HBox(look, gap=2)
        self._suggestion = Label(look, "", Type.STRONG, elide=True)
        self.take_button = Button(look, "Nhận", key="Enter", small=True)
        self.take_button.clicked.connect(self.taken)
        head.addWidget(self._suggestion, 1)
        head.addWidget(self.take_button)
        column.addLayout(head)
        self._why = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        column.addWidget(self._why)
        self._foot = QWidget()
        foot = HBox(look, gap=2)
        self._foot.setLayout(foot)
        self._now = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self.keep_button = Button(look, "", key="0", small=True)
        self.keep_button.clicked.connect(self.kept)
        foot.addWidget(self._now, 1)
        foot.addWidget(self.keep_button)
        column.addWidget(self._foot)
        return card

    def show_screen(self, screen: Screen) -> None:
        detail = screen.detail
        if detail is None:
            return
        if detail.id != self._shown:
            self._shown = detail.id
            self._scroll.verticalScrollBar().setValue(0)
            self.search.set_value("")
        self._title.setText(detail.title)
        state = SURENESS[detail.sure]
        self._badge.show_state(state.words, state.role, state.icon)
        self._who.setText(detail.who)
        self._text.set_words(marked(detail.text, detail.marks))
        self._fit_text()
        self._suggestion.setText(f"Gợi ý: {detail.suggestion}" if detail.suggestion else "Chưa có gợi ý")
        self._why.set_words(detail.why)
        self._show_second()
        self.take_button.setVisible(bool(detail.suggestion))
        self._now.setText(detail.now)
        self._foot.setVisible(bool(detail.now or screen.keep))
        self.keep_button.set_words(screen.keep)
        self.keep_button.setVisible(bool(screen.keep))
        self.search.setPlaceholderText(_FIND.get(screen.part, "Lĩnh vực khác: gõ tên để tìm"))
        rows = self.choices.rows
        rows.set_items(
            [Row(one.value, (Cell(one.key, role=Role.TEXT2), Cell(one.value),
                             Cell(one.note, role=Role.TEXT2))) for one in screen.choices]
        )  # fmt: skip
        self.choices.setMaximumHeight(
            max(self.choices.fitted_height(), self.look.px(_LEAST_CHOICES)) if screen.choices else 0
        )
        if not self.search.value():
            rows.setCurrentIndex(QModelIndex())
        elif screen.choices and rows.rows.place_of(rows.current_id()) < 0:
            rows.set_current(screen.choices[0].value)

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: the way back is shown."""
        self.back_button.setVisible(alone)
        self._side.setVisible(not alone)

    def begin(self, letters: str) -> None:
        """The cursor into the line of search, with the letter that was typed on the list."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if letters:
            self.search.setText(letters)
            self.search.setModified(True)
            self.search.end(False)

    def _choose_current(self) -> None:
        value = self.choices.rows.current_id()
        if value:
            self.chosen.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line of search ↑ ↓ move in the list below and Enter takes; Esc goes back to the opinions."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.search.composing:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.search.clear()
            self.back.emit()
            return True
        if watched is not self.search:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
            return True
        return False

    def _step(self, way: int) -> None:
        rows = self.choices.rows
        count = rows.rows.rowCount()
        if count:
            at = rows.currentIndex().row()
            place = max(0, min(at + way, count - 1))
            rows.setCurrentIndex(rows.rows.index(place, 0))
