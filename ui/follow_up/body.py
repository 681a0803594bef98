"""What lies below the page's head: counts, tools, table or columns, and beside them detail or form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.actions import Verb
from ui.follow_up import listing, verbs
from ui.follow_up.columns_pane import ColumnsPane
from ui.follow_up.count_tiles import CountTiles
from ui.follow_up.detail_pane import DetailPane
from ui.follow_up.form import FollowForm
from ui.follow_up.list_pane import ListPane
from ui.follow_up.looks import COUNTS
from ui.follow_up.screen import Screen
from ui.look import Look
from ui.opinions.filter_row import FilterRow
from ui.opinions.matching import Choice
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.panes import HBox, Pane, VBox, framed
from ui.widgets.segment import Segment

_DETAIL_UNITS, _FORM_UNITS = 83, 106
_LOW_UNITS = 110  # u of height; below it the counts stand in a chip, so that the list keeps its rows
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class Body(QWidget):
    """Passive. `place` is what is shown where there is room for one: "list", "detail" or "form"."""

    widened = Signal()
    again = Signal()
    resumed = Signal()
    discarded = Signal()

    def __init__(self, look: Look, of: Callable[[Verb], QAction], past: QAction) -> None:
        super().__init__()
        self._look = look
        self.place = "list"
        self._beside = True
        self._screen = Screen()
        whole = VBox(look)
        self.setLayout(whole)
        self._build_banners(whole)
        body = HBox(look)
        whole.addLayout(body, 1)
        self._left = Pane(look)
        column = VBox(look)
        self._left.setLayout(column)
        self._head = QWidget()
        head = VBox(look, (6, 3, 6, 0), 2.5)
        self._head.setLayout(head)
        self.tiles = CountTiles(look)
        head.addWidget(self.tiles)
        row = HBox(look, gap=2)
        self._grouped = QAction(self)
        self.tools = FilterRow(look, listing.LABELS, search="Tìm trong cam kết", grouped=self._grouped)
        self.tools.grouped.hide()
        row.addWidget(self.tools, 1)
        views = [("table", "Bảng", "list"), ("columns", "Cột", "board")]
        self.views = Segment(look, views, name="Cách xem")
        row.addWidget(self.views)
        head.addLayout(row)
        column.addWidget(self._head)
        self.list = ListPane(look, update=of(verbs.UPDATE), carry=of(verbs.CARRY))
        self.columns = ColumnsPane(look)
        column.addWidget(self.list, 100)
        column.addWidget(self.columns, 100)
        widen = Button(look, "Bỏ lọc")
        widen.clicked.connect(self.widened)
        self.no_match = EmptyState(
            look, "search", "Không có cam kết khớp", "Bỏ lọc để thấy lại tất cả.", (widen,)
        )
        add = Button.of(look, of(verbs.ADD), kind=Kind.PRIMARY)
        self.none = EmptyState(
            look, "flag", "Chưa có cam kết nào",
            "Chốt biên bản của một hội nghị, các cam kết trong biên bản sẽ tự có ở đây.", (add,),
        )  # fmt: skip
        self._empty = [framed(look, one) for one in (self.no_match, self.none)]
        for one in self._empty:
            column.addWidget(one)
        column.addStretch(1)
        body.addWidget(self._left, 1)
        self.detail = DetailPane(
            look, remind=of(verbs.REMIND), update=of(verbs.UPDATE), edit=of(verbs.EDIT),
            carry=of(verbs.CARRY), drop=of(verbs.DROP), back=of(verbs.LIST), past=past,
        )  # fmt: skip
        self.form = FollowForm(
            look, save=of(verbs.SAVE), save_close=of(verbs.SAVE_CLOSE), files=of(verbs.FILES),
            back=of(verbs.LIST),
        )  # fmt: skip
        for pane in (self.detail, self.form):
            pane.hide()
            body.addWidget(pane)

    def _build_banners(self, whole: VBox) -> None:
        look = self._look
        self._again = Button(look, "Lưu lại")
        self._again.clicked.connect(self.again)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(self._again,))
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(self.resumed)
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(self.discarded)
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self._banners = [framed(look, banner) for banner in (self.trouble, self.lying)]
        for banner in self._banners:
            whole.addWidget(banner)

    # --- showing --------------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self._screen = screen
        self.tiles.show_counts(screen.counts, screen.group)
        self._show_choices()
        self.views.set_value("columns" if screen.columns else "table")
        self.list.show_rows(screen)
        self.columns.show_cards(screen)
        self.detail.show_detail(screen)
        if screen.form is not None:
            self.form.show_head(screen.form)
        elif self.place == "form":
            self.place = "list"
        self._banners[0].setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self._again.set_words(screen.trouble.act)
        self._banners[1].setVisible(bool(screen.shelf))
        self.lying.set_words("Đang gõ dở:", f"{screen.shelf}.")

    def _show_choices(self) -> None:
        """The chips; in a low window one of them has the counts."""
        screen = self._screen
        choices, chosen = dict(screen.choices), dict(screen.chosen)
        if self._low:
            choices[listing.GROUP] = tuple(
                Choice(name, look.words, screen.counts.get(name, 0)) for name, look in COUNTS.items()
            )
            if screen.group:
                chosen[listing.GROUP] = COUNTS[screen.group].words
        self.tools.show_choices(choices, chosen)

    def show_form(self, focus: bool) -> None:
        if focus:
            self.place = "form"
            self.arrange()

    def show_detail(self) -> None:
        """Beside the list the cursor goes into it; else it takes the place of the list."""
        self.place = "detail"
        self.arrange()
        target = (
            self.detail.remind_button if self.detail.remind_button.isVisible() else self.detail.update_button
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_list(self) -> None:
        if self._screen.empty:
            self.none.setFocus() if self._screen.empty == "none" else self.tools.search.setFocus()
        elif self._screen.columns:
            self.columns.focus_cards()
        else:
            self.list.focus_list()

    def panes(self) -> Sequence[QWidget]:
        return (self._head, self.columns if self._screen.columns else self.list, self.detail, self.form)

    # --- room -----------------------------------------------------------------------------------------

    _wide, _scale, _low = 0, 1.0, False

    def arrange(self, *, wide: int = 0, scale: float = 0) -> None:
        """All panes side by side, or one at a time in a narrow window, with large letters, or where the
        columns need the room."""
        screen = self._screen
        self._wide, self._scale = wide or self._wide, scale or self._scale
        low = 0 < self.height() < self._look.px(_LOW_UNITS)
        if low != self._low:
            self._low = low
            self.tiles.setVisible(not low)
            self._show_choices()
        room = self._wide >= self._look.px(_BESIDE_FROM) and self._scale < _TURNS_FROM_SCALE
        self._beside = room and not screen.columns
        there = screen.loaded and not screen.empty
        has_form = screen.form is not None
        place = "form" if has_form and self.place != "list" else self.place
        if has_form and self._beside:
            place = "form"
        if place == "form" and not has_form:
            place = "list"
        if place == "detail" and not (there and screen.detail is not None):
            place = "list"
        left = self._beside or place == "list"
        self._left.setVisible(left)
        self._head.setVisible(screen.loaded and screen.empty != "none")
        self.list.setVisible(there and not screen.columns)
        self.columns.setVisible(there and screen.columns)
        self._empty[0].setVisible(screen.loaded and screen.empty == "no_match")
        self._empty[1].setVisible(screen.loaded and screen.empty == "none")
        self.form.setVisible(has_form and (self._beside or place == "form"))
        show_detail = there and not has_form and (self._beside or place == "detail")
        self.detail.setVisible(show_detail)
        self.detail.set_alone(not self._beside)
        self.form.set_alone(not self._beside)
        self.detail.set_width(_DETAIL_UNITS if self._beside else None)
        self.form.set_width(_FORM_UNITS if self._beside else None)
