"""One delegate in full: who, how the letter goes, what was answered, and how full the place is."""

from __future__ import annotations

from PySide6.QtGui import QAction

from ui.invite.looks import STATES
from ui.invite.words import Detail
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.facts import Facts
from ui.widgets.panes import LEFT, Rule
from ui.widgets.side_pane import SidePane
from ui.widgets.text import Label, Paragraph


class DetailPane(SidePane):
    """Shown beside the list, or in its place where there is no room."""

    def __init__(self, look: Look, *, edit: QAction, name: QAction, remove: QAction, back: QAction) -> None:
        super().__init__(look, "Đại biểu đang xem", back)
        column, foot = self.column, self.foot
        self._title = Paragraph(look, "", Type.SECTION)
        column.addWidget(self._title)
        self._second = Paragraph(look, role=Role.TEXT2)
        column.addWidget(self._second)
        self._badge = Badge(look, "")
        column.addWidget(self._badge, alignment=LEFT)
        self.facts = Facts(look, 22)
        column.addWidget(self.facts)
        self._seats_line = Rule(look, role=Role.BORDER)
        column.addWidget(self._seats_line)
        self._seats_title = Label(look, "Chỉ tiêu", Type.STRONG)
        column.addWidget(self._seats_title)
        self.seats = Facts(look, 26)
        column.addWidget(self.seats)
        self._line = Rule(look, role=Role.BORDER)
        column.addWidget(self._line)
        self._reach_title = Label(look, "Liên hệ, không in ra", Type.STRONG)
        column.addWidget(self._reach_title)
        self._reach = Facts(look, 22)
        column.addWidget(self._reach)
        self.remove_button = Button(
            look, kind=Kind.BAR, icon="delete", key="Delete", name="Bỏ khỏi danh sách"
        )
        self.remove_button.set_cap_shown(False)
        self.remove_button.clicked.connect(remove.trigger)
        self.edit_button = Button.of(look, edit)
        self.name_button = Button.of(look, name)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.edit_button)
        foot.addWidget(self.name_button)

    def show_detail(self, detail: Detail) -> None:
        self.begin(detail.id)
        self._title.set_words(detail.title)
        self._second.set_words(detail.second)
        self._second.setVisible(bool(detail.second))
        state = STATES[detail.state]
        self._badge.show_state(state.words, state.role, state.icon)
        self.facts.show_facts(detail.facts)
        for widget in (self._seats_line, self._seats_title):
            widget.setVisible(bool(detail.seats))
        self.seats.show_facts(detail.seats)
        for widget in (self._line, self._reach_title):
            widget.setVisible(bool(detail.reach))
        self._reach.show_facts(detail.reach)
        self.name_button.setVisible(detail.open_seats)
