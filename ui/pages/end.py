"""The page "Kết thúc hội nghị": check, freeze, print and sign, post (M1–M3, M8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desktop.domain.closing import Gap
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import JournalAppended, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.end.checks_panel import ChecksPanel
from ui.end.copies_panel import CopiesPanel
from ui.end.desk import MinutesDesk, printed_key
from ui.end.foot import Foot
from ui.end.pages_pane import PagesPane
from ui.end.screen import STEPS, CopyPages, EndData, EndScreen, Phase, end_screen, physical
from ui.printing.page_raster import white_edges
from ui.printing.print_order import PrintOrder, margin_warning
from ui.printing.print_settings import PrintSettings
from ui.printing.printers import PrinterChoice, PrintShop, SystemPrinters
from ui.prompter import TextQuestion
from ui.shell.header import Header
from ui.tasks import Lane, Task
from ui.theme import Role
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, Rule, VBox, follow
from ui.widgets.scroll import Scroll
from ui.widgets.steps import Stage, Step, StepTrail

CHECKS_UNITS, COPIES_UNITS, PAGES_UNITS = 84, 71, 116
BESIDE_UNITS = 6 + CHECKS_UNITS + 5 + COPIES_UNITS + 5 + 100  # room for lists and page side by side
TWO_UNITS = 6 + CHECKS_UNITS + 5 + COPIES_UNITS + 5
SHORT_TRAIL_UNITS = 200

PRINTER_KEY, DUPLEX_KEY = "print.printer", "print.duplex"


#: The toast stays off the foot, which is two rows high here.
_TOAST_ABOVE, _TOAST_USUAL = 25.0, 12.0
#: Stands for "never chosen"; an empty name is the PDF file.
_NO_PRINTER = "?"


def read(services: Any, conference_id: str) -> EndData:
    """Everything the page asks of the core at once; on the database's thread."""
    view = services.planning.view(conference_id)
    changed = services.closing.changed_since_freeze(conference_id)
    shown = services.documents.minutes_view(conference_id, draft=changed)
    newest = services.live.history(conference_id, 1)
    return EndData(
        view,
        shown,
        services.closing.check(conference_id),
        changed,
        services.settings.get(printed_key(conference_id), 0),
        newest[0].at if newest else None,
    )


class EndPage(QWidget):
    """`open_gap` goes to the field of a gap (live page or wizard). Nothing runs on the main thread but
    drawing: the core on the database's lane, pages and paper on the general one."""

    def __init__(
        self,
        context: Context,
        conference_id: str,
        open_gap: Callable[[str, Gap], None],
        *,
        shop: PrintShop | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._open_gap = context, open_gap
        self._shop = shop or SystemPrinters()
        self._desk = MinutesDesk(context, conference_id, self._shop, self)
        self._id = conference_id
        self._data: EndData | None = None
        self._copies: tuple[CopyPages, ...] | None = None
        self._screen: EndScreen | None = None
        self._made_from: object = None
        self._reading: Task | None = None
        self._drawing: Task | None = None
        self._after_pages: Callable[[], None] | None = None
        self._busy = ""
        self._beside = True
        self._paging = False
        self._focused = False
        self._unread = False
        self._refocus = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self.refresh)
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._relook)
        self.refresh()
        context.tasks.run(self._shop.printers, self._printers_known, self._no_printers, owner=self)

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        look, context = self._context.look, self._context
        print_action = context.actions.add(
            self, Verb("end.print", "In biên bản", "Ctrl+P", "print"), self._main_by_key
        )
        whole = VBox(look)
        self.setLayout(whole)
        self.header = Header(look, "Kết thúc hội nghị")
        self.trail = StepTrail(look)
        self.step_badge = Badge(look, "", Role.ACCENT, "circle_half_fill")
        head = self.header.layout()
        assert head is not None
        head.addWidget(self.trail)
        head.addWidget(self.step_badge)
        whole.addWidget(self.header)
        body = HBox(look)
        whole.addLayout(body, 1)
        self.work = Pane(look)
        work = VBox(look)
        self.work.setLayout(work)
        self.again = Button(look, "Chốt lần 2…", kind=Kind.PRIMARY)
        self.again.clicked.connect(self._freeze_again)
        self.banner = Banner(look, buttons=(self.again,))
        self._banner_row = QWidget()
        banner_row = HBox(look, (6, 3, 5, 0))
        banner_row.addWidget(self.banner)
        self._banner_row.setLayout(banner_row)
        self._banner_row.hide()
        self.retry = Button(look, "Đọc lại")
        self.retry.clicked.connect(self.refresh)
        self.trouble = Banner(look, buttons=(self.retry,))
        self._trouble_row = QWidget()
        trouble_row = HBox(look, (6, 3, 5, 0))
        trouble_row.addWidget(self.trouble)
        self._trouble_row.setLayout(trouble_row)
        self._trouble_row.hide()
        work.addWidget(self._trouble_row)
        work.addWidget(self._banner_row)
        inner = Pane(look)
        self._columns = HBox(look, (6, 3, 5, 3), 5)
        inner.setLayout(self._columns)
        self.checks = ChecksPanel(look, self._go)
        self._middle = QWidget()
        middle = VBox(look, gap=3)
        self._middle.setLayout(middle)
        self.copies = CopiesPanel(look)
        self.settings = PrintSettings(look)
        middle.addWidget(self.copies)
        middle.addWidget(self.settings)
        middle.addStretch(1)
        self._columns.addWidget(self.checks)
        self._columns.addWidget(self._middle)
        self._scroll = Scroll(look, inner)
        work.addWidget(self._scroll, 1)
        self._line = Rule(look, role=Role.BORDER)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_over_foot)
        self._line.hide()
        work.addWidget(self._line)
        self.foot = Foot(look, print_action)
        work.addWidget(self.foot)
        self.pages = PagesPane(look, context.tasks)
        body.addWidget(self.work)
        body.addWidget(self.pages, 1)
        self._connect()

    def _connect(self) -> None:
        self.copies.chosen.connect(self._show_page)
        self.copies.changed.connect(self._save_copies)
        self.settings.changed.connect(self._settings_changed)
        self._desk.busy.connect(self._set_busy)
        self._desk.written.connect(self.refresh)
        self._desk.frozen.connect(self._frozen)
        self._desk.failed.connect(self._failed)
        self.foot.main.connect(self._main)
        self.foot.force.connect(self._freeze_anyway)
        self.foot.files_wanted.connect(self._desk.save_files)
        self.foot.pages.clicked.connect(self.toggle_pages)
        self.copies.opened.connect(self._open_pages)
        self.foot.excel_wanted.connect(self._desk.save_excel)
        self.pages.word_wanted.connect(self._save_word)
        self.pages.pdf_wanted.connect(self._save_pdf)
        self.pages.draft_wanted.connect(self._open_draft)
        self.pages.back_wanted.connect(self.toggle_pages)
        self.pages.panel.ordered.connect(self._print_draft)

    # --- what is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again and, where the words changed, draw the pages again."""
        services, wanted = self._context.services.get(), self._id
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.tasks.run(
            lambda: read(services, wanted), self._read, self._not_read, lane=Lane.DATABASE, owner=self
        )

    def _read(self, data: EndData) -> None:
        self._data = data
        if self._unread:
            self._unread = False
            self._trouble_row.hide()
        self.header.show_saved(data.saved_at)
        made_from = (data.shown.plan, data.shown.records)
        if made_from != self._made_from:
            self._copies = None
            self._draw(data, made_from)
        elif self._after_pages is not None:
            self._pages_ready()
        self._show()

    def _draw(self, data: EndData, made_from: object) -> None:
        documents = self._context.services.get().documents
        if self._drawing is not None:
            self._drawing.cancel()

        def done(copies: tuple[CopyPages, ...]) -> None:
            self._copies, self._made_from = tuple(copies), made_from
            self._show()
            self._measure()
            self._pages_ready()

        self._drawing = self._context.tasks.run(
            lambda: documents.render_copies(data.shown), done, self._failed, owner=self
        )

    def _pages_ready(self) -> None:
        """Print what was just frozen; pages of the state before it (an older reading) are passed over."""
        if self._after_pages is not None and self._data is not None and self._data.frozen:
            follow_up, self._after_pages = self._after_pages, None
            follow_up()

    def _show(self) -> None:
        if self._data is None:
            return
        screen = end_screen(self._data, self._copies, duplex=self.settings.duplex)
        self._screen = screen
        self.header.set_facts(screen.facts)
        self.trail.set_steps([Step(str(n), words, _stage(n, screen.step)) for n, words in enumerate(STEPS)])
        self.step_badge.show_state(
            f"Bước {screen.step + 1}/4: {STEPS[screen.step]}", Role.ACCENT, "circle_half_fill"
        )
        self.checks.show_check(screen.gaps, screen.gaps_badge, screen.complete, screen.complete_badge)
        self.copies.show_copies(screen.copies_title, screen.cards)
        self.settings.set_total(screen.total)
        self.foot.show_screen(screen, paper=physical(self._data.view.plan.copies), busy=self._busy)
        self._banner_row.setVisible(screen.notice is not None)
        if screen.notice is not None:
            self.banner.set_words(screen.notice.fact, screen.notice.sentence)
            self.again.set_words(screen.notice.act)
            self.again.setEnabled(not self._busy)
        self._show_page(self.copies.index)
        if not self._focused:
            self._focused = True
            self._focus_first()

    def _show_page(self, index: int) -> None:
        if self._copies is None or self._screen is None or self._data is None:
            return
        copy = self._copy_at(index)
        if copy is None:
            self.pages.clear("Bản này không in.")
        else:
            self.pages.show_copy(copy, self._data.shown.records)

    def _copy_at(self, index: int) -> CopyPages | None:
        """The first physical copy of the card."""
        if self._screen is None or not 0 <= index < len(self._screen.cards):
            return None
        wanted = self._screen.cards[index].purpose.id
        return next((copy for copy in self._copies or () if copy.purpose_id == wanted), None)

    def focus_first(self) -> None:
        """Asked by the window when the page is shown; done as soon as there is something to focus."""
        self._focused = self._data is not None
        if self._focused:
            self._focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along."""
        return (self.checks, self.copies, self.foot, self.pages)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._context.toast.lift(_TOAST_ABOVE)
        if self._data is not None:
            self.refresh()  # something may have been put right on another page

    def hideEvent(self, event: QHideEvent) -> None:
        self._context.toast.lift(_TOAST_USUAL)
        super().hideEvent(event)

    def _focus_first(self) -> None:
        """First gap, else the copies (design: focus order)."""
        if not self.checks.focus_first():
            self.copies.focus_current()

    def _not_read(self, error: Exception) -> None:
        self._unread = True
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._busy = ""
        self._after_pages = None
        if not isinstance(error, UserError):
            self._show()
            self._context.tasks.lost.emit(error)
            return
        self.trouble.set_words("Chưa làm được.", error.sentence)
        self._trouble_row.show()
        self._show()

    def _heard(self, event: object) -> None:
        if isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id:
            self.header.show_saved(event.at)
            if self.isVisible():
                self._later.start()

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relook()

    def _relook(self) -> None:
        look = self._context.look
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
        for widget, wide in ((self.checks, CHECKS_UNITS), (self._middle, COPIES_UNITS)):
            grows = narrow or (not self._beside and widget is self.checks)
            widget.setMinimumWidth(0 if grows else look.px(wide))
            widget.setMaximumWidth(16777215 if grows else look.px(wide))
        self.foot.stack(beside=self._beside, narrow=narrow)
        self.trail.setVisible(units >= SHORT_TRAIL_UNITS)
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
        self.pages.back.setVisible(self._paging)

    def _line_over_foot(self, least: int, most: int) -> None:
        """A line where rows go on under the foot."""
        self._line.setVisible(most > least)

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

    # --- acts -----------------------------------------------------------------------------------------

    def _go(self, gap: Gap) -> None:
        self._open_gap(self._id, gap)

    def _set_busy(self, words: str) -> None:
        if words and self.foot.button.hasFocus():
            self._refocus = True  # a button that is locked loses the focus to its neighbour
        self._busy = words
        if words:
            self._trouble_row.hide()
        self._show()
        if not words and self._refocus:
            self._refocus = False
            self.foot.button.setFocus()

    def _save_copies(self, copies: tuple[CopyPurpose, ...], words: str) -> None:
        if self._data is None:
            return
        before = self._data.view.plan.copies
        # Shown at once; the pages follow when they are drawn.
        view = self._data.view
        self._data = replace(self._data, view=replace(view, plan=replace(view.plan, copies=copies)))
        self._show()
        self._desk.save_copies(copies)
        self._context.toast.say(words, lambda: self._desk.save_copies(before))

    def _main_by_key(self) -> None:
        if not self.pages.form_open:
            self._main()

    def _main(self) -> None:
        """Freeze and print, or print what is frozen."""
        if self._data is None or self._busy or self._data.phase is Phase.CHECK:
            return
        target, go = self._desk.target(self.settings.choice(), "Biên bản")
        if not go:
            return
        if self._data.phase is Phase.FREEZE:
            self._after_pages = lambda: self._print_all(target)
            self._desk.freeze()
        elif self._data.phase is Phase.CHANGED:
            self._desk.print_frozen(self.settings.choice(), duplex=self.settings.duplex, target=target)
        else:
            self._print_all(target)

    def _print_all(self, target: Path | None) -> None:
        if self._copies is None or self._data is None:
            return
        self._desk.print_copies(
            self._copies,
            self.settings.choice(),
            duplex=self.settings.duplex,
            target=target,
            version=self._data.version,
        )

    def _freeze_anyway(self) -> None:
        if self._data is None:
            return
        reason = self._context.prompter.ask_text(
            TextQuestion(
                "Vẫn chốt biên bản",
                "Lý do",
                "Chốt biên bản",
                text=f"Còn {len(self._data.check.missing)} việc chưa bổ sung. Lý do được lưu cùng biên bản.",
                many_lines=True,
            )
        )
        if reason:
            self._desk.freeze(reason)

    def _freeze_again(self) -> None:
        if self._data is None:
            return
        number = self._data.version + 1
        reason = self._context.prompter.ask_text(
            TextQuestion(
                f"Chốt lần {number}",
                "Sửa gì, vì sao",
                f"Chốt lần {number}",
                text=f"Bản chốt lần {number - 1} vẫn được giữ nguyên.",
                many_lines=True,
            )
        )
        if reason:
            self._desk.freeze(reason)

    def _frozen(self) -> None:
        focused = self.window().focusWidget()
        if focused in (self.foot.force_button, self.again):
            self.foot.button.setFocus()  # these two go with the state that they belong to
        self.refresh()

    # --- paper ----------------------------------------------------------------------------------------

    def _printers_known(self, choices: tuple[PrinterChoice, ...]) -> None:
        settings = self._context.services.get().settings

        def done(kept: tuple[str, bool]) -> None:
            for form in (self.settings, self.pages.panel.settings):
                form.set_printers(choices, kept[0] if kept[0] != _NO_PRINTER else None)
                form.set_duplex(kept[1])
            self._measure()
            self._show()

        self._context.tasks.run(
            lambda: (settings.get(PRINTER_KEY, _NO_PRINTER), settings.get(DUPLEX_KEY, True)),
            done, self._failed, lane=Lane.DATABASE, owner=self,
        )  # fmt: skip

    def _no_printers(self, _error: Exception) -> None:
        """The file is offered in any case."""

    def _settings_changed(self) -> None:
        settings = self._context.services.get().settings
        name, duplex = self.settings.choice().name, self.settings.duplex

        def keep() -> None:
            settings.set(PRINTER_KEY, name)
            settings.set(DUPLEX_KEY, duplex)

        self._context.tasks.run(keep, None, self._failed, lane=Lane.DATABASE, owner=self)
        self._measure()
        self._show()

    def _measure(self) -> None:
        """Whether the chosen printer reaches all of the text."""
        if not self._copies:
            return
        data, choice, shop = self._copies[0].pdf, self.settings.choice(), self._shop
        self._context.tasks.run(
            lambda: margin_warning(white_edges(data), shop.edges(choice)),
            self.settings.set_warning, self._no_printers, owner=self,
        )  # fmt: skip

    def _open_draft(self) -> None:
        copy = self._copy_at(self.copies.index)
        if self.pages.form_open:
            self.pages.close_form()
        elif copy is not None and self._data is not None:
            self.pages.open_form(copy.label if self._data.frozen else f"In nháp. {copy.label}", copy.pages)

    def _print_draft(self, choice: PrinterChoice, order: PrintOrder) -> None:
        copy = self._copy_at(self.copies.index)
        if copy is None:
            return
        target, go = self._desk.target(choice, "Biên bản, bản nháp")
        if go:
            self._desk.print_one(copy, choice, order, target, self.pages.close_form)

    def _save_pdf(self) -> None:
        copy = self._copy_at(self.copies.index)
        if copy is not None:
            self._desk.save_pdf(copy)

    def _save_word(self) -> None:
        copy = self._copy_at(self.copies.index)
        if copy is not None and self._data is not None:
            self._desk.save_word(copy, self._data.shown)


def _stage(number: int, current: int) -> Stage:
    if number == current:
        return Stage.CURRENT
    return Stage.DONE if number < current else Stage.TO_COME
