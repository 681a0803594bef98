"""A group of opinions, or what may become one, beside the list: its members, its answer, what can be done."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.group_words import GroupDetail
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.facts import Facts
from ui.widgets.panes import LEFT, Card, Rule, VBox
from ui.widgets.side_pane import SidePane
from ui.widgets.text import Label, Paragraph, Span

_LABEL_UNITS = 24


class GroupPane(SidePane):
    """Shown while the heading of a group or a proposal is in hand."""

    def __init__(
        self,
        look: Look,
        *,
        join: QAction,
        apart: QAction,
        answer: QAction,
        assign: QAction,
        dissolve: QAction,
        back: QAction,
    ) -> None:
        super().__init__(look, "Nhóm ý kiến đang xem", back)
        column, foot = self.column, self.foot
        self._title = Paragraph(look, kind=Type.SECTION)
        column.addWidget(self._title)
        self._badge = Badge(look, "Gợi ý, chưa gộp", Role.ACCENT, "info")
        column.addWidget(self._badge, alignment=LEFT)
        self._why = Paragraph(look, role=Role.TEXT2)
        column.addWidget(self._why)
        self._members = Paragraph(look)
        column.addWidget(self._members)
        self._facts = Facts(look, _LABEL_UNITS)
        column.addWidget(self._facts)
        self.assign_button = Button.of(look, assign, kind=Kind.QUIET, small=True, icon="")
        column.addWidget(self.assign_button, alignment=LEFT)
        self._line = Rule(look, role=Role.BORDER)
        column.addWidget(self._line)
        self._answer_title = Label(look, "", Type.STRONG)
        column.addWidget(self._answer_title)
        self._box = Card(look)
        inside = VBox(look, (2.5, 2, 2.5, 2))
        self._box.setLayout(inside)
        self._answer = Paragraph(look)
        inside.addWidget(self._answer)
        column.addWidget(self._box)
        self.apart_button = Button.of(look, apart)
        self.dissolve_button = Button.of(look, dissolve)
        self.join_button = Button.of(look, join, text="Gộp lại…", icon="")
        self.answer_button = Button.of(look, answer)
        foot.addWidget(self.apart_button)
        foot.addWidget(self.dissolve_button)
        foot.addStretch(1)
        foot.addWidget(self.join_button)
        foot.addWidget(self.answer_button)

    def show_group(self, group: GroupDetail) -> None:
        self.begin(group.id)
        self._title.set_words(group.title)
        self._why.set_words(group.why)
        spans: list[Span] = []
        for number, who, words in group.members:
            gap = "\n" if spans else ""
            spans += [Span(f"{gap}{number}  {who}: ", Type.STRONG), Span(words)]
        self._members.set_words(spans)
        self._facts.show_facts(group.facts)
        self._answer_title.setText(group.answer_title)
        self._answer.set_words(group.answer or "Chưa có. Phím F2 để viết.")
        self._answer.set_role(Role.TEXT if group.answer else Role.TEXT2)
        only_confirmed: list[QWidget] = [self._line, self._answer_title, self._box]
        for widget in (*only_confirmed, self.answer_button, self.dissolve_button):
            widget.setVisible(group.confirmed)
        only_proposed: list[QWidget] = [self._badge, self.join_button, self.apart_button]
        for widget in only_proposed:
            widget.setVisible(not group.confirmed)

    def first(self) -> Button:
        """Where the cursor goes when the pane stands in the place of the list."""
        return self.join_button if not self.join_button.isHidden() else self.answer_button
