"""One opinion in full: what was said, by whom, and the answer that is prepared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction

from ui.look import Look
from ui.opinions.answer_looks import ANSWERS
from ui.opinions.detail_words import Detail
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.facts import Facts
from ui.widgets.panes import LEFT, Card, HBox, Rule, VBox
from ui.widgets.side_pane import SidePane
from ui.widgets.text import Label, Paragraph, Span

_LABEL_UNITS = 24


class DetailPane(SidePane):
    """Shown beside the list, or in its place where there is no room."""

    def __init__(
        self,
        look: Look,
        *,
        edit: QAction,
        answer: QAction,
        assign: QAction,
        to_group: QAction,
        remove: QAction,
        back: QAction,
        history: QAction,
    ) -> None:
        super().__init__(look, "Ý kiến đang xem", back)
        column, foot = self.column, self.foot
        head = HBox(look, gap=2)
        self._title = Label(look, "", Type.SECTION)
        self._badge = Badge(look, "")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._badge)
        column.addLayout(head)
        self._text = Paragraph(look)
        column.addWidget(self._text)
        self._facts = Facts(look, _LABEL_UNITS)
        column.addWidget(self._facts)
        ways = HBox(look, gap=1)
        self.assign_button = Button.of(look, assign, kind=Kind.QUIET, small=True, icon="")
        self.group_button = Button.of(look, to_group, kind=Kind.QUIET, small=True, icon="")
        ways.addWidget(self.assign_button)
        ways.addWidget(self.group_button)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addWidget(Rule(look, role=Role.BORDER))
        head = HBox(look, gap=2)
        head.addWidget(Label(look, "Câu trả lời đã chuẩn bị", Type.STRONG))
        head.addStretch(1)
        self._answer_of = Label(look, "", Type.CAPTION, Role.TEXT2)
        head.addWidget(self._answer_of)
        column.addLayout(head)
        self._box = Card(look)
        inside = VBox(look, (2.5, 2, 2.5, 2))
        self._box.setLayout(inside)
        self._answer = Paragraph(look)
        inside.addWidget(self._answer)
        column.addWidget(self._box)
        self._note = Label(look, "", Type.CAPTION, Role.TEXT2, icon="edit_16", elide=True)
        column.addWidget(self._note)
        self._line = Rule(look, role=Role.BORDER)
        column.addWidget(self._line)
        self._reach_title = Label(look, "Liên hệ, không in ra", Type.STRONG)
        column.addWidget(self._reach_title)
        self._reach = Facts(look, _LABEL_UNITS)
        column.addWidget(self._reach)
        self.history_button = Button.of(look, history, kind=Kind.QUIET, small=True)
        column.addWidget(self.history_button, alignment=LEFT)
        self.remove_button = Button(look, kind=Kind.BAR, icon="delete", key="Delete", name="Xóa ý kiến")
        self.remove_button.set_cap_shown(False)
        self.remove_button.clicked.connect(remove.trigger)
        self.edit_button = Button.of(look, edit)
        self.answer_button = Button.of(look, answer)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.edit_button)
        foot.addWidget(self.answer_button)

    def show_detail(self, detail: Detail) -> None:
        self.begin(detail.id)
        self._title.setText(detail.title)
        state = ANSWERS[detail.state]
        self._badge.show_state(detail.state_words or state.words, state.role, state.icon)
        self._text.set_words(marked(detail.text, detail.text_marks))
        self._facts.show_facts(detail.facts)
        self.group_button.setVisible(bool(detail.group))
        self._answer_of.setText(detail.answer_of)
        there = bool(detail.answer)
        self._answer.set_words(
            marked(detail.answer, detail.answer_marks) if there else "Chưa có. Phím F2 để viết."
        )
        self._answer.set_role(Role.TEXT if there else Role.TEXT2)
        self._note.setText(detail.answer_note)
        self._note.setVisible(bool(detail.answer_note))
        for widget in (self._line, self._reach_title):
            widget.setVisible(bool(detail.reach))
        self._reach.show_facts(detail.reach)


def marked(text: str, marks: Sequence[tuple[int, int]]) -> list[Span]:
    """The text with its found words marked."""
    spans: list[Span] = []
    at = 0
    for start, length in marks:
        if start < at:
            continue
        if start > at:
            spans.append(Span(text[at:start]))
        spans.append(Span(text[start : start + length], mark=True))
        at = start + length
    return [*spans, Span(text[at:])]
