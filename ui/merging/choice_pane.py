"""What both sides say, beside each other with the differences marked; ← → choose (L11)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from ui.look import Look
from ui.merging.screen import DetailView, SideView
from ui.opinions.detail_pane import marked
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import Card, HBox, Pane, Rule, VBox, follow
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

_BESIDE_FROM = 130  # u; below it the sides stand one below the other
BOTH, SEEN = "both", "seen"


class SideCard(Card):
    """One side: whose it is, when, its words. A click chooses it."""

    clicked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._id = ""
        column = VBox(look, (3, 2, 3, 2.5), 1)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self._whose = Paragraph(look, kind=Type.STRONG)
        head.addWidget(self._whose, 1)
        self._when = Label(look, "", Type.CAPTION, Role.TEXT2)
        head.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._state = Label(look, "", Type.CAPTION, Role.TEXT2)
        column.addWidget(self._state)
        column.addWidget(Rule(look))
        self._words = Paragraph(look)
        column.addWidget(self._words)
        column.addStretch(1)
        self.button = Button(look, "Lấy bản này", small=True)
        self.button.clicked.connect(lambda: self.clicked.emit(self._id))
        row = HBox(look, (0, 1, 0, 0))
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def show_side(self, side: SideView, *, both: bool) -> None:
        self._id = side.id
        self._whose.set_words(side.whose)
        self._when.setText(side.when)
        on = side.chosen or both
        self._state.set_icon("checkmark_circle_16" if on else "circle_16", Role.ACCENT if on else Role.TEXT2)
        words = "Đã chọn" if on else ("Đang giữ nếu chưa chọn" if side.holds else "Chưa chọn")
        self._state.setText(words)
        self._state.set_role(Role.ACCENT if on else Role.TEXT2)
        self._words.set_words(marked(side.words, side.marks))
        self.button.set_words("Đang lấy bản này" if side.chosen else "Lấy bản này")
        self.button.set_kind(Kind.SOFT if side.chosen else Kind.DEFAULT)
        self.button.setAccessibleName(f"Lấy bản của {side.whose}")
        self.setAccessibleName(f"{side.whose}, {side.when}, {words}: {side.words}")
        self.set_colors(Role.SURFACE, Role.ACCENT if on else Role.BORDER, strong=on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self._id)


class ChoicePane(Pane):
    """Passive. `turned` carries -1 or 1 for ← →, `stepped` the same for ↑ ↓; `chosen` what was chosen."""

    chosen = Signal(str)
    turned = Signal(int)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS, lines="l")
        self.setAccessibleName("Hai bên ghi khác nhau")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._detail: DetailView | None = None
        whole = VBox(look)
        self.setLayout(whole)
        inner = Pane(look, Role.CANVAS)
        column = VBox(look, (4, 3, 4, 3), 2)
        inner.setLayout(column)
        head = HBox(look, gap=2)
        self._title = Paragraph(look, kind=Type.SECTION)
        head.addWidget(self._title, 1)
        self._place = Label(look, "", Type.CAPTION, Role.TEXT2)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._about = Label(look, "", Type.CAPTION_MEDIUM, Role.TEXT2)
        column.addWidget(self._about)
        self._row = HBox(look, gap=3)
        column.addLayout(self._row)
        self.cards: list[SideCard] = []
        self._sentence = Paragraph(look)
        column.addWidget(self._sentence)
        self._acts = acts = HBox(look, gap=2)
        self.both_button = Button(look, "Giữ cả hai", icon="merge")
        self.both_button.clicked.connect(lambda: self.chosen.emit(BOTH))
        self.seen_button = Button(look, "Đã xem", icon="checkmark")
        self.seen_button.clicked.connect(lambda: self.chosen.emit(SEEN))
        self.later_button = Button(look, "Để xem sau", kind=Kind.QUIET)
        self.later_button.clicked.connect(lambda: self.chosen.emit(""))
        for button in (self.both_button, self.seen_button, self.later_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)
        self._hint = Paragraph(look, kind=Type.CAPTION, role=Role.TEXT2)
        column.addWidget(self._hint)
        column.addStretch(1)
        self._area = Scroll(look, inner, Role.CANVAS)
        whole.addWidget(self._area, 1)
        follow(look, self._arrange)

    def show_detail(self, detail: DetailView) -> None:
        if self._detail is None or self._detail.key != detail.key:
            self._area.verticalScrollBar().setValue(0)
        self._detail = detail
        self._title.set_words(detail.title)
        self._place.setText(detail.place)
        self._about.setText(detail.about)
        while len(self.cards) < len(detail.sides):
            card = SideCard(self.look)
            card.clicked.connect(self.chosen)
            self.cards.append(card)
            self._row.addWidget(card, 1)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(detail.sides))
            if number < len(detail.sides):
                card.show_side(detail.sides[number], both=bool(detail.both))
        self._sentence.set_words(detail.sentence)
        self._sentence.setVisible(bool(detail.sentence))
        self.both_button.setVisible(detail.both is not None)
        self.both_button.set_kind(Kind.SOFT if detail.both else Kind.DEFAULT)
        self.both_button.setAccessibleDescription("đã chọn" if detail.both else "")
        self.seen_button.setVisible(detail.seen is not None)
        self.seen_button.set_kind(Kind.SOFT if detail.seen else Kind.DEFAULT)
        some = bool(detail.both or detail.seen) or any(side.chosen for side in detail.sides)
        self.later_button.setVisible(some)
        self._hint.set_words(
            "Phím ← → để chọn, ↓ sang chỗ tiếp theo. Chỗ tô màu là chữ bên kia không có."
            if detail.sides
            else "Phím Space khi đã xem, ↓ sang chỗ tiếp theo."
        )
        self._arrange()

    def _arrange(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self.look.px(_BESIDE_FROM)
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle(event):
            super().keyPressEvent(event)

    def handle(self, event: QKeyEvent) -> bool:
        """The keys of choosing, for the list beside it too; whether the key was one of them."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._detail is None:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if key is Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space and self._detail.seen is not None:
            self.chosen.emit("" if self._detail.seen else SEEN)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.hasFocus():
            self.stepped.emit(1 if key is Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.hasFocus():
            self.left.emit()
        else:
            return False
        return True
