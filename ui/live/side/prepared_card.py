"""The collected opinion that fits the one who speaks, and its prepared answer (L5)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.live.session.screen import PreparedView
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import Card, HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

NONE_FITS = "Chưa thấy ý kiến nào gửi trước khớp với người đang nói."


class PreparedCard(QWidget):
    """The collected opinion that fits and its answer; F12 takes the answer over (L5)."""

    next_wanted = Signal()

    def __init__(self, look: Look, take: QAction, tie: QAction) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "Đã chuẩn bị", Type.STRONG)
        self._match = Button(look, "", kind=Kind.QUIET, icon="link", small=True)
        self._match.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._match.clicked.connect(self.next_wanted)
        head = HBox(look, gap=1)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._match)
        self._source = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._text = Paragraph(look)
        self._by = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._answer = Paragraph(look)
        self._rule = Rule(look)
        inner = Pane(look, Role.SURFACE)
        words = VBox(look, (0, 0, 0, 0), 1)
        for thing in (self._source, self._text, self._rule, self._by, self._answer):
            words.addWidget(thing)
        words.addStretch(1)
        inner.setLayout(words)
        self._inner = inner
        self._scroll = Scroll(look, inner)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._take = VerbButton(look, take, kind=Kind.SOFT)
        self._take.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._card = Card(look)
        card = VBox(look, (3, 2, 3, 2.5), 2)
        card.addWidget(self._scroll, 1)
        self._tie = VerbButton(look, tie, words="", cap=False)
        row = HBox(look, gap=1.5)
        row.addWidget(self._take, 1)
        row.addWidget(self._tie)
        card.addLayout(row)
        self._card.setLayout(card)
        self._none = Paragraph(look, NONE_FITS, Type.BODY, Role.TEXT2)
        column = VBox(look, gap=2)
        column.addLayout(head)
        column.addWidget(self._card, 1)
        column.addWidget(self._none)
        self.setLayout(column)
        self._words = self._short_words = ""
        self._shown: tuple[PreparedView | None, str] | None = None
        self.show_prepared(None)

    def show_prepared(self, view: PreparedView | None, hint: str = "") -> None:
        """`hint` says what to do where none fits."""
        if self._shown == (view, hint):
            return
        self._shown = (view, hint)
        self._none.set_words(f"{NONE_FITS} {hint}".rstrip())
        self._card.setVisible(view is not None)
        self._match.setVisible(view is not None)
        self._none.setVisible(view is None)
        if view is not None:
            several = f", {view.place}/{view.count}" if view.count > 1 else ""
            self._words = f"{'Đã gắn' if view.tied else 'Khớp'} ý kiến số {view.number}{several}"
            self._short_words = f"{'Gắn số' if view.tied else 'Số'} {view.number}{several}"
            self._match.setToolTip("Xem ý kiến khớp khác" if view.count > 1 else "")
            self._source.set_words(view.source)
            self._text.set_words(view.text)
            self._by.set_words(view.prepared_by)
            self._by.setVisible(bool(view.prepared_by))
            self._answer.set_words(view.answer or "Chưa có câu trả lời chuẩn bị.")
            self._answer.set_role(Role.TEXT if view.answer else Role.TEXT2)
            self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The card is as high as its words while there is room, then it scrolls."""
        look = self._look
        layout = self._inner.layout()
        if layout is None:
            return
        wide = max(1, self.width() - look.px(6))
        need = layout.totalHeightForWidth(wide)
        self._scroll.setMaximumHeight(need)
        self._scroll.setMinimumHeight(min(need, 4 * look.line()))
        self._card.setMaximumHeight(need + look.px(4.5) + look.px(2) + look.px(8))
        short = self._title.sizeHint().width() + self._whole_match > self.width() - look.px(8)
        self._match.set_words(self._short_words if short else self._words)
        tight = look.width("Lấy vào câu trả lời", Type.MEDIUM) + look.px(34) > wide
        self._take.shorten("Lấy vào" if tight else None)
        head = max(look.px(7), look.line()) + look.px(2)
        whole = self._card.maximumHeight() if not self._card.isHidden() else self._none.heightForWidth(wide)
        self.setMaximumHeight(head + whole)
        # A scroll area that has once shown its bar keeps it: the narrower text then really needs it.
        fits = self.height() >= head + whole
        self._scroll.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )

    @property
    def _whole_match(self) -> int:
        return self._look.width(self._words, Type.MEDIUM) + self._look.px(12)
