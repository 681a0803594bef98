"""One hit in full: what was said, by whom, where, and what became of it (G3)."""

from __future__ import annotations

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.detail_pane import marked
from ui.search.looks import STATES
from ui.search.words import Detail, Said
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.facts import Facts
from ui.widgets.panes import LEFT, Card, HBox, Rule, VBox
from ui.widgets.side_pane import SidePane
from ui.widgets.text import Label, Paragraph

_LABEL_UNITS = 24


class DetailPane(SidePane):
    """Shown beside the list, or in its place where there is no room."""

    def __init__(
        self, look: Look, *, open_it: QAction, copy: QAction, inside: QAction, back: QAction
    ) -> None:
        super().__init__(look, "Kết quả đang xem", back)
        column, foot = self.column, self.foot
        head = HBox(look, gap=2)
        self._title = Label(look, "", Type.SECTION, elide=True)
        self._badge = Badge(look, "")
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        column.addLayout(head)
        self._text = Paragraph(look)
        column.addWidget(self._text)
        self._facts = Facts(look, _LABEL_UNITS)
        column.addWidget(self._facts)
        self.inside_button = Button.of(look, inside)
        column.addWidget(self.inside_button, alignment=LEFT)
        self._line = Rule(look, role=Role.BORDER)
        column.addWidget(self._line)
        self._answers: list[_Answer] = []
        self._answer_column = VBox(look, gap=2)
        column.addLayout(self._answer_column)
        self._missing = Label(look, "", role=Role.TEXT2)
        column.addWidget(self._missing)
        self.copy_button = Button.of(look, copy, kind=Kind.BAR, text="Sao chép", cap=False)
        self.open_button = Button(look, open_it.text(), kind=Kind.PRIMARY, key="Enter")
        self.open_button.clicked.connect(open_it.trigger)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.open_button)

    def show_detail(self, detail: Detail) -> None:
        self.begin(detail.id)
        self._title.setText(detail.title)
        state = STATES.get(detail.state)
        self._badge.setVisible(state is not None)
        if state is not None:
            self._badge.show_state(state.short, state.role, state.icon)
        self._text.set_words(marked(detail.text, detail.marks))
        self._facts.show_facts(detail.facts)
        while len(self._answers) < len(detail.answers):
            answer = _Answer(self.look)
            self._answers.append(answer)
            self._answer_column.addWidget(answer)
        for number, answer in enumerate(self._answers):
            answer.setVisible(number < len(detail.answers))
            if number < len(detail.answers):
                answer.show_said(detail.answers[number])
        self._line.setVisible(bool(detail.answers or detail.missing))
        self._missing.setText(detail.missing)
        self._missing.setVisible(bool(detail.missing))
        self.open_button.set_words(detail.open_words)
        self._fit_foot()
        self.inside_button.setVisible(detail.inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Where both have no room with their words, copying stands as its icon."""
        self.copy_button.set_words_shown(True)
        used = self.copy_button.sizeHint().width() + self.open_button.sizeHint().width()
        self.copy_button.set_words_shown(used + self.look.px(4 + 2 + 4) <= self.width())


class _Answer(QWidget):
    """A heading and, in a card, what was said under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = VBox(look, gap=1)
        self.setLayout(column)
        self._heading = Paragraph(look, kind=Type.STRONG)
        column.addWidget(self._heading)
        card = Card(look)
        inside = VBox(look, (2.5, 2, 2.5, 2))
        card.setLayout(inside)
        self._words = Paragraph(look)
        inside.addWidget(self._words)
        column.addWidget(card)

    def show_said(self, said: Said) -> None:
        self._heading.set_words(marked(said.heading, said.heading_marks))
        self._words.set_words(marked(said.text, said.marks))
