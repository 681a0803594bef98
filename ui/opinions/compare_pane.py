"""Opinions beside each other with the answer that they will share: joined, or kept apart (C6)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.look import Look
from ui.opinions.comparing import Card, CompareView
from ui.opinions.detail_pane import marked
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets import panes
from ui.widgets.button import Button, Kind
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll, ScrollBar
from ui.widgets.text import Label, Paragraph

_LEAST_CARD = 62  # u; more cards than fit beside each other are scrolled sideways
_LOWEST_CARD = 32  # u; where that is not there the whole comparison scrolls
_ANSWER_LINES = 3


class CompareCard(panes.Card):
    """One opinion: who, what was said with the shared words marked, what answer it had. Takes the focus, so
    that ↑ ↓ scroll a long one."""

    left_out = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._id = self._in_group = self._from = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = VBox(look, (3, 2, 1, 2), 1)
        self.setLayout(column)
        head = HBox(look, (0, 0, 2, 0), 2)
        self._title = Label(look, "", Type.SECTION)
        self._group = Label(look, "", Type.CAPTION, Role.TEXT2)
        self.out_button = Button(look, "Để riêng ý kiến này", kind=Kind.QUIET, small=True)
        self.out_button.clicked.connect(lambda: self.left_out.emit(self._id))
        head.addWidget(self._title)
        head.addWidget(self._group)
        head.addStretch(1)
        head.addWidget(self.out_button)
        column.addLayout(head)
        inner = Pane(look)
        words = VBox(look, (0, 0, 2, 0), 1)
        inner.setLayout(words)
        self._who = Paragraph(look, kind=Type.STRONG)
        self._where = Paragraph(look, kind=Type.CAPTION, role=Role.TEXT2)
        self._text = Paragraph(look)
        self._answer_title = Label(look, "", Type.CAPTION_MEDIUM, Role.TEXT2, elide=True)
        self._answer = Paragraph(look)
        parts: tuple[QWidget, ...] = (
            self._who, self._where, self._text, Rule(look), self._answer_title, self._answer,
        )  # fmt: skip
        for part in parts:
            words.addWidget(part)
        words.addStretch(1)
        self._scroll = Scroll(look, inner)
        column.addWidget(self._scroll, 1)

    def show_card(self, card: Card, *, out: bool) -> None:
        self._id = card.id
        self.setAccessibleName(f"Ý kiến {card.title.lower()}, {card.who}: {card.text}")
        self._title.setText(card.title)
        self._in_group, self._from = card.in_group, card.from_where
        self.out_button.setVisible(out)
        self._who.set_words(card.who)
        self._fit()
        self._text.set_words(marked(card.text, card.marks))
        self._answer_title.setText(card.answer_title)
        self._answer.set_words(card.answer)
        self._answer.setVisible(bool(card.answer))

    def _fit(self) -> None:
        """Whether it shares an answer stands in the head, or under the name where the card is narrow."""
        look = self.look
        used = (
            self._title.sizeHint().width() + look.width(self._in_group, Type.CAPTION) + look.px(3 + 1 + 2 + 4)
        )
        if not self.out_button.isHidden():
            used += self.out_button.sizeHint().width()
        beside = bool(self._in_group) and used <= self.width()
        self._group.setText(self._in_group)
        self._group.setVisible(beside)
        below = self._in_group and not beside
        self._where.set_words(
            "  ·  ".join(part for part in (self._from, self._in_group if below else "") if part)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        line = self.look.line(Type.BODY)
        steps = {
            Qt.Key.Key_Up: -line, Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep(),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_colors(Role.SURFACE, Role.FOCUS, strong=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_colors(Role.SURFACE, Role.BORDER)


class CardRow(QScrollArea):
    """The cards in one line as wide as the room; scrolled sideways where they would be too narrow."""

    left_out = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameStyle(0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBar(ScrollBar(look, Qt.Orientation.Horizontal))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self._row = HBox(look, gap=3)
        self._inner.setLayout(self._row)
        self.setWidget(self._inner)
        self.cards: list[CompareCard] = []
        look.changed.connect(self._relook)
        self._relook()

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        while len(self.cards) < len(cards):
            made = CompareCard(self._look)
            made.left_out.connect(self.left_out)
            self.cards.append(made)
            self._row.addWidget(made, 1)
        for number, one in enumerate(self.cards):
            one.setVisible(number < len(cards))
            if number < len(cards):
                one.show_card(cards[number], out=len(cards) > 2)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(Role.SURFACE))
        self.setPalette(palette)
        for one in self.cards:
            one.setMinimumWidth(self._look.px(_LEAST_CARD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setFixedHeight(self.viewport().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(_LOWEST_CARD))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class ComparePane(Pane):
    """In the place of the whole body. `typed` carries the joint answer after every settled key."""

    typed = Signal(str)
    joined = Signal()
    kept_apart = Signal()
    left_out = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName("So sánh ý kiến")
        self._ids: tuple[str, ...] = ()
        self._filling = False
        whole = VBox(look)
        self.setLayout(whole)
        inner = Pane(look)
        column = VBox(look, (6, 3, 6, 2), 2)
        inner.setLayout(column)
        self._area = Scroll(look, inner)
        whole.addWidget(self._area, 1)
        head = HBox(look, gap=2)
        self.title = Label(look, "", Type.SECTION)
        head.addWidget(self.title)
        head.addWidget(Label(look, "Chữ được tô là chữ ý kiến khác cũng nói", Type.CAPTION, Role.TEXT2))
        head.addStretch(1)
        self.close_button = Button(look, "Danh sách", kind=Kind.BAR, icon="arrow_left", key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self.row = CardRow(look)
        self.row.left_out.connect(self.left_out)
        column.addWidget(self.row, 3)
        self._names = Paragraph(look, kind=Type.CAPTION, role=Role.TEXT2, lines=2)
        column.addWidget(self._names)
        self.answer = Editor(look, name="Câu trả lời chung", kind=Type.BODY)
        self.answer.settled.connect(self._typed)
        self.answer.cursorPositionChanged.connect(self._reveal)
        self._box = FieldBox(look, "Câu trả lời chung sau khi gộp", self.answer)
        self._box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(self._box, 2)
        whole.addWidget(Rule(look, role=Role.BORDER))
        foot = HBox(look, (6, 2, 6, 2.5), 2)
        self.apart_button = Button(look, "Để riêng", key="Ctrl+D")
        self.apart_button.clicked.connect(self.kept_apart)
        self.join_button = Button(look, "Gộp lại", kind=Kind.PRIMARY, icon="merge", key="Ctrl+Enter")
        self.join_button.clicked.connect(self.joined)
        self._saved = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        foot.addWidget(self._saved, 1)
        foot.addWidget(self.apart_button)
        foot.addWidget(self.join_button)
        whole.addLayout(foot)
        panes.follow(look, self._size_answer)

    def _size_answer(self) -> None:
        self.answer.setMinimumHeight(_ANSWER_LINES * self.look.line(Type.BODY) + self.look.px(5))

    def show_compare(self, view: CompareView) -> None:
        """A fresh comparison puts the cursor into the answer."""
        ids = tuple(card.id for card in view.cards)
        fresh = not set(ids) & set(self._ids)
        self._ids = ids
        self.title.setText(view.title)
        self.row.show_cards(view.cards)
        self._names.set_words(view.names)
        self._box.set_hint(view.note)
        self._box.set_warning(view.trouble)
        self.apart_button.set_words(view.apart_words)
        self._filling = True
        if view.answer.strip() != self.answer.value():
            self.answer.set_value(view.answer)
        self._filling = False
        if fresh:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.verticalScrollBar().setValue(0)  # what is compared is read first

    def forget(self) -> None:
        """The comparison is over: the next one is fresh."""
        self._ids = ()

    def _typed(self, text: str) -> None:
        if not self._filling:
            self.typed.emit(text)

    def _reveal(self) -> None:
        """Where one writes is in sight."""
        if self.answer.hasFocus() and not self._filling:
            self._area.ensureWidgetVisible(self._box, 0, self.look.px(1))
