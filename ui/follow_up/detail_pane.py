"""The promise in hand: its words and facts, its history with evidence, and the chart below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.follow_up.chart import Chart
from ui.follow_up.history import History
from ui.follow_up.screen import Screen
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.facts import Facts
from ui.widgets.panes import HBox, Rule
from ui.widgets.side_pane import SidePane
from ui.widgets.text import Label, Paragraph

_LABELS = 16


class DetailPane(SidePane):
    """Stands beside the list, or in its place where there is no room."""

    def __init__(
        self, look: Look, *, remind: QAction, update: QAction, edit: QAction, carry: QAction, drop: QAction,
        back: QAction, past: QAction,
    ) -> None:  # fmt: skip
        super().__init__(look, "Cam kết đang chọn", back)
        head = HBox(look, gap=2)
        self.title = Label(look, "", Type.SECTION)
        self.badge = Badge(look, "")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.badge)
        self.column.addLayout(head)
        self.text = Paragraph(look)
        self.column.addWidget(self.text)
        self.facts = Facts(look, _LABELS)
        self.column.addWidget(self.facts)
        self.lost = Banner(look, role=Role.WARN, icon="warning")
        self.column.addWidget(self.lost)
        self.history = History(look)
        self.column.addWidget(self.history)
        self._rule = Rule(look, role=Role.BORDER)
        self.column.addWidget(self._rule)
        self.chart = Chart(look)
        self.column.addWidget(self.chart)
        self.remind_button = Button.of(look, remind, kind=Kind.PRIMARY, icon="", cap=False)
        self.update_button = Button.of(look, update, icon="")
        self.foot.addWidget(self.remind_button)
        self.foot.addWidget(self.update_button)
        self._more = (edit, carry, drop, past)
        self.more_button = Button(look, icon="more_horizontal", name="Việc khác với cam kết này")
        self.more_button.setToolTip("Sửa nội dung, chuyển hội nghị sau, thôi theo dõi, lịch sử")
        self.more_button.clicked.connect(self.offer_more)
        self.foot.addWidget(self.more_button)
        self.foot.addStretch(1)

    def offer_more(self) -> None:
        """The rarer acts, in a menu above the button."""
        menu = QMenu(self)
        menu.setObjectName("more")
        for action in self._more:
            if action.isEnabled():
                menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        size = menu.sizeHint()
        corner = QPoint(self.more_button.width() - size.width(), -size.height())
        menu.popup(self.more_button.mapToGlobal(corner))

    def show_detail(self, screen: Screen) -> None:
        view = screen.detail
        for part in (
            self.title, self.badge, self.text, self.facts, self.history, self.update_button,
            self.more_button, self._rule,
        ):  # fmt: skip
            part.setVisible(view is not None)
        self.lost.setVisible(view is not None and bool(view.faults))
        self.remind_button.setVisible(view is not None and view.remind)
        if view is not None:
            self.begin(view.key)
            self.title.setText(view.title)
            self.badge.show_state(view.badge.words, view.badge.role, view.badge.icon)
            self.text.set_words(view.text)
            self.facts.show_facts(view.facts)
            self.lost.set_words("Minh chứng không còn nguyên.", " ".join(view.faults))
            self.history.show_lines(view.history)
            # One filled button: the reminder while there is one to write, else the update.
            self.update_button.set_kind(Kind.DEFAULT if view.remind else Kind.PRIMARY)
        self.chart.show_bars(screen.bars, screen.by, screen.total)
