"""The foot of the page: the one act, why it is locked, and what may be done with frozen minutes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.end.screen import EndScreen, Phase
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.text import Label


class Foot(Pane):
    """Left a hint; right the large button over its reason, or over the files."""

    main = Signal()
    force = Signal()
    files_wanted = Signal()
    excel_wanted = Signal()

    def __init__(self, look: Look, print_action: QAction) -> None:
        super().__init__(look)
        self._action = print_action
        self._beside, self._narrow = True, False
        self._row = HBox(look, (6, 2, 5, 3), 5)
        self.setLayout(self._row)
        self._left = QWidget()
        left = VBox(look)
        self._left.setLayout(left)
        left.addStretch(1)
        self.hint = Label(look, "", Type.CAPTION, Role.TEXT2, icon="lock_closed_16", elide=True)
        left.addWidget(self.hint)
        self._row.addWidget(self._left, 1)
        self._right = QWidget()
        right = VBox(look, gap=2)
        self._right.setLayout(right)
        big = HBox(look, gap=2)
        self.button = Button(look, "", kind=Kind.PRIMARY, icon="lock_closed", spread=False)
        policy = self.button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.button.setSizePolicy(policy)
        self.pages = Button(look, "Xem trang", icon="document_search")
        big.addWidget(self.button, 1)
        big.addWidget(self.pages)
        right.addLayout(big)
        below = HBox(look, gap=1)
        self.reason = Label(look, "", Type.CAPTION, Role.WARN, elide=True)
        self.force_button = Button(look, "Vẫn chốt…", kind=Kind.QUIET, small=True)
        self.files = Button(look, "Lưu tệp PDF…", kind=Kind.QUIET, small=True)
        self.excel = Button(look, "Sổ tổng hợp Excel…", kind=Kind.QUIET, small=True)
        below.addWidget(self.reason, 1)
        below.addWidget(self.force_button)
        below.addWidget(self.files)
        below.addWidget(self.excel)
        right.addLayout(below)
        self._row.addWidget(self._right)
        self.button.clicked.connect(self.main.emit)
        self.force_button.clicked.connect(self.force.emit)
        self.files.clicked.connect(self.files_wanted.emit)
        self.excel.clicked.connect(self.excel_wanted.emit)
        follow(look, self._refit)

    def stack(self, *, beside: bool, narrow: bool) -> None:
        """`beside`: the page stands at the right. Elsewhere the way to it is offered here; on a narrow
        page the acts take the whole width and the hint goes."""
        self._beside, self._narrow = beside, narrow
        self._refit()

    def _refit(self) -> None:
        self.pages.setVisible(not self._beside)
        self._left.setVisible(not self._narrow)
        wide = self.look.px(71)
        self._right.setMinimumWidth(wide if self._beside else 0)
        self._right.setMaximumWidth(wide if self._beside else 16777215)
        self._row.setStretch(1, 1 if self._narrow else 0)

    def show_screen(self, screen: EndScreen, *, paper: int, busy: str = "", asked: bool = False) -> None:
        """`asked`: why it is frozen is being asked above."""
        foot, phase = screen.foot, screen.phase
        frozen = phase in (Phase.PRINT, Phase.POST, Phase.CHANGED)
        self.button.set_words(busy or foot.words)
        self.button.set_icon("print" if frozen else "lock_closed")
        self.button.set_key("Ctrl+P" if not foot.reason else "")
        primary = phase not in (Phase.CHANGED, Phase.POST) and not screen.viewing and not asked
        self.button.set_kind(Kind.PRIMARY if primary else Kind.DEFAULT)
        self.button.lock(busy or foot.reason)
        self._action.setEnabled(not busy and not foot.reason)
        self.reason.setText("" if busy else foot.reason)
        self.force_button.setVisible(foot.force and not busy and not asked)
        self.files.set_words(f"Lưu {paper} tệp PDF…")
        self.files.setVisible(frozen and phase is not Phase.CHANGED)
        self.excel.setVisible(frozen)
        self.reason.setVisible(not frozen)
        self.hint.setText(screen.hint)
