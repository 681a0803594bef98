"""The parts of the end page and the room that each gets: beside each other, or in each other's place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ui.end.checks_panel import ChecksPanel
from ui.end.copies_panel import CopiesPanel
from ui.end.foot import Foot
from ui.end.freeze_card import FreezeCard
from ui.end.next_card import NextCard
from ui.end.pages_pane import PagesPane
from ui.end.privacy_view import PrivacyView
from ui.end.screen import STEPS
from ui.end.versions_card import VersionsCard
from ui.look import Look
from ui.printing.print_settings import PrintSettings
from ui.shell.header import Header
from ui.tasks import Tasks
from ui.theme import Role
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, Rule, VBox, follow, framed
from ui.widgets.scroll import Scroll
from ui.widgets.steps import Stage, Step, StepTrail

CHECKS_UNITS, COPIES_UNITS, PAGES_UNITS = 84, 71, 116
BESIDE_UNITS = 6 + CHECKS_UNITS + 5 + COPIES_UNITS + 5 + 100  # room for lists and page side by side
TWO_UNITS = 6 + CHECKS_UNITS + 5 + COPIES_UNITS + 5
SHORT_TRAIL_UNITS = 200
_SETTLING_MS = 400  # so long after the focus came the lists may still find their heights


class EndFrame(QWidget):
    """Holds the parts; what they do is the page's.

    `rearranged`: the pages came in the place of the lists, or went.
    """

    rearranged = Signal()

    def __init__(self, look: Look, tasks: Tasks, print_action: QAction) -> None:
        super().__init__()
        self._look = look
        self._beside = True
        self._paging = False
        self._build(tasks, print_action)
        self.copies.opened.connect(self._open_pages)
        self.foot.pages.clicked.connect(self.toggle_pages)
        self.pages.back_wanted.connect(self.toggle_pages)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)
        follow(look, self._relook)

    @property
    def paging(self) -> bool:
        """The page stands in the place of the lists."""
        return self._paging

    def show_steps(self, current: int) -> None:
        """Where one is of the four; in words where the room is short."""
        self.trail.set_steps([Step(str(n), words, _stage(n, current)) for n, words in enumerate(STEPS)])
        self.step_badge.show_state(
            f"Bước {current + 1}/{len(STEPS)}: {STEPS[current]}", Role.ACCENT, "circle_half_fill"
        )

    def focus_first(self) -> None:
        """First gap, else why it is frozen again, else the copies (design: focus order); the list of what is
        covered while it is open."""
        if self.privacy.isVisibleTo(self):
            self.privacy.focus_first()
        elif self.freeze.isVisibleTo(self) and not any(not row.gap.review for row in self.checks.rows):
            self.freeze.focus_reason()
        elif not self.checks.focus_first():
            self.copies.focus_current()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along."""
        if self.privacy.isVisibleTo(self):
            return (self.privacy, self.pages)
        return (self.freeze, self.checks, self.next, self.versions, self.copies, self.foot, self.pages)

    def put_checks_first(self, first: bool) -> None:
        """What is missing stands over what follows; with nothing missing it is the other way round."""
        self._left_column.removeWidget(self.checks)
        self._left_column.insertWidget(0 if first else 2, self.checks)

    def show_privacy(self, on: bool) -> None:
        """What the posted copy leaves out, in the place of the lists."""
        # What goes goes first: both at once need more than the window has, and it would grow.
        going: list[QWidget] = [self._scroll, self.foot]
        coming: list[QWidget] = [self.privacy]
        if not on:
            going, coming = coming, going
        for widget in going:
            widget.hide()
        for widget in coming:
            widget.show()
        self.rearranged.emit()
        self._line_over_foot(*self._range())
        if on:
            self.privacy.focus_first()

    @property
    def privacy_shown(self) -> bool:
        return self.privacy.isVisibleTo(self)

    # --- building -------------------------------------------------------------------------------------

    def _build(self, tasks: Tasks, print_action: QAction) -> None:
        look = self._look
        whole = VBox(look)
        self.setLayout(whole)
        self.header = Header(look, "Kết thúc hội nghị")
        self.trail = StepTrail(look)
        self.step_badge = Badge(look, "", Role.ACCENT, "circle_half_fill")
        head = self.header.layout()
        assert head is not None
        self.travel = Button(
            look, "Nhập bản hội trường…", name="Mang đi, nhập bản hội trường", icon="usb_stick", kind=Kind.BAR
        )
        head.addWidget(self.travel)
        head.addWidget(self.trail)
        head.addWidget(self.step_badge)
        whole.addWidget(self.header)
        body = HBox(look)
        whole.addLayout(body, 1)
        self.work = Pane(look)
        work = VBox(look)
        self.work.setLayout(work)
        self.retry = Button(look, "Đọc lại")
        self.trouble = Banner(look, buttons=(self.retry,))
        self.trouble_row = framed(look, self.trouble, (6, 3, 5, 0))
        work.addWidget(self.trouble_row)
        self.back_to_now = Button(look, "Về bản hiện nay")
        self.viewing = Banner(look, buttons=(self.back_to_now,), role=Role.ACCENT, icon="document_search")
        self.viewing_row = framed(look, self.viewing, (6, 3, 5, 0))
        work.addWidget(self.viewing_row)
        inner = Pane(look)
        inside = VBox(look, (6, 3, 2, 3), 3)  # with the scroll bar 5
        inner.setLayout(inside)
        self.freeze = FreezeCard(look)
        self.freeze.hide()
        inside.addWidget(self.freeze)
        self._columns = HBox(look, (0, 0, 0, 0), 5)
        inside.addLayout(self._columns, 1)
        self._left = QWidget()
        left = VBox(look, gap=3)
        self._left.setLayout(left)
        self.checks = ChecksPanel(look)
        self.checks.emptied.connect(self.focus_first)
        self.next = NextCard(look)
        self.versions = VersionsCard(look)
        self._left_column = left
        for part in (self.next, self.versions, self.checks):
            left.addWidget(part)
        left.addStretch(1)
        self._middle = QWidget()
        middle = VBox(look, gap=3)
        self._middle.setLayout(middle)
        self.copies = CopiesPanel(look)
        self.settings = PrintSettings(look)
        middle.addWidget(self.copies)
        middle.addWidget(self.settings)
        middle.addStretch(1)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._middle)
        self._scroll = Scroll(look, inner)
        # Its place is kept free: one gap more must not make the columns narrower.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        work.addWidget(self._scroll, 1)
        self.privacy = PrivacyView(look)
        work.addWidget(self.privacy, 1)
        self._line = Rule(look, role=Role.BORDER)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_over_foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._line.hide()
        work.addWidget(self._line)
        self.foot = Foot(look, print_action)
        work.addWidget(self.foot)
        self.pages = PagesPane(look, tasks)
        body.addWidget(self.work)
        body.addWidget(self.pages, 1)

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relook()

    def _relook(self) -> None:
        look = self._look
        units = self.width() / look.u
        was_beside, self._beside = self._beside, units >= BESIDE_UNITS
        # First of all: what follows resizes parts, and this method is called again from within.
        if self._beside:
            self._paging = False
        elif was_beside and self.pages.isAncestorOf(self._focus()):
            self._paging = True  # the window was narrowed while one worked on the page
        narrow = units < TWO_UNITS
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else right)
        for widget, wide in ((self._left, CHECKS_UNITS), (self._middle, COPIES_UNITS)):
            grows = narrow or (not self._beside and widget is self._left)
            widget.setMinimumWidth(0 if grows else look.px(wide))
            widget.setMaximumWidth(16777215 if grows else look.px(wide))
        self.foot.stack(beside=self._beside, narrow=narrow)
        self.trail.setVisible(units >= SHORT_TRAIL_UNITS)
        self.travel.set_words_shown(units >= BESIDE_UNITS)
        self.step_badge.setVisible(units < SHORT_TRAIL_UNITS)
        if self._beside:
            self.work.setFixedWidth(look.px(TWO_UNITS))
        else:
            self.work.setMinimumWidth(0)
            self.work.setMaximumWidth(16777215)
        self._arrange()

    def _arrange(self) -> None:
        self.work.setVisible(self._beside or not self._paging)
        self.pages.setVisible(self._beside or self._paging)
        self.pages.alone(self._paging)
        self.rearranged.emit()

    def _line_over_foot(self, least: int, most: int) -> None:
        """A line where rows go on under the foot."""
        self._line.setVisible(most > least and not self.privacy_shown)

    def _range(self) -> tuple[int, int]:
        bar = self._scroll.verticalScrollBar()
        return bar.minimum(), bar.maximum()

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What has the focus is never under the foot; looked at again when a new form has its place."""
        if new is not None and self._scroll.widget().isAncestorOf(new):
            self._reveal()
            self._settling.start()

    def _range_changed(self, _least: int, _most: int) -> None:
        """What was just reached got another place; somebody who scrolls away later is left alone."""
        if self._settling.isActive():
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        new = self._focus()
        if self._scroll.widget().isAncestorOf(new):
            if self.freeze.isAncestorOf(new):
                self._scroll.ensureWidgetVisible(self.freeze, 0, 0)  # as much of what it is about as fits
            # The whole of it: Qt's own way shows only the line of the cursor.
            top = new.mapTo(self._scroll.widget(), QPoint(0, 0)).y()
            for y in (top + new.height(), top):
                self._scroll.ensureVisible(0, y, 0, self._look.px(4))

    def toggle_pages(self) -> None:
        """The page in the place of the lists, and back (where there is no room for both)."""
        if self._beside:
            return
        self._paging = not self._paging
        self._arrange()
        if self._paging:
            self.pages.view.setFocus()
        else:
            self.copies.focus_current()

    def _open_pages(self) -> None:
        """Enter on a copy."""
        if self._beside:
            self.pages.view.setFocus()
        else:
            self.toggle_pages()

    def _focus(self) -> QWidget:
        widget: QWidget | None = self.window().focusWidget()
        return widget if widget is not None else self


def _stage(number: int, current: int) -> Stage:
    if number == current:
        return Stage.CURRENT
    return Stage.DONE if number < current else Stage.TO_COME
