"""The page "Kết thúc hội nghị": check, freeze, print and sign, post (M1–M3, M8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desktop.domain.closing import Gap
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import JournalAppended, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.end.desk import MinutesDesk
from ui.end.frame import EndFrame
from ui.end.reading import read
from ui.end.screen import CopyPages, EndData, EndScreen, Phase, end_screen, physical
from ui.printing.page_raster import white_edges
from ui.printing.print_order import PrintOrder, margin_warning
from ui.printing.print_settings import DUPLEX_KEY, NO_PRINTER, PRINTER_KEY
from ui.printing.printers import PrinterChoice, PrintShop, SystemPrinters
from ui.prompter import TextQuestion
from ui.tasks import Lane, Task

#: The toast stays off the foot, which is two rows high here.
_TOAST_ABOVE, _TOAST_ON_PAGE, _TOAST_USUAL = 25.0, 3.0, 12.0


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
        self._focused = False
        self._unread = False
        self._refocus = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self.refresh)
        action = context.actions.add(
            self, Verb("end.print", "In biên bản", "Ctrl+P", "print"), self._main_by_key
        )
        self.frame = EndFrame(context.look, context.tasks, action, self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()
        context.bridge.heard.connect(self._heard)
        self.refresh()
        context.tasks.run(self._shop.printers, self._printers_known, self._no_printers, owner=self)

    def _connect(self) -> None:
        frame = self.frame
        frame.again.clicked.connect(self._freeze_again)
        frame.retry.clicked.connect(self.refresh)
        frame.rearranged.connect(self._lift_toast)
        self.frame.copies.chosen.connect(self._show_page)
        self.frame.copies.changed.connect(self._save_copies)
        self.frame.settings.changed.connect(self._settings_changed)
        self._desk.busy.connect(self._set_busy)
        self._desk.written.connect(self.refresh)
        self._desk.frozen.connect(self._frozen)
        self._desk.failed.connect(self._failed)
        self.frame.foot.main.connect(self._main)
        self.frame.foot.force.connect(self._freeze_anyway)
        self.frame.foot.files_wanted.connect(self._desk.save_files)
        self.frame.foot.excel_wanted.connect(self._desk.save_excel)
        self.frame.pages.word_wanted.connect(self._save_word)
        self.frame.pages.pdf_wanted.connect(self._save_pdf)
        self.frame.pages.draft_wanted.connect(self._open_draft)
        self.frame.pages.panel.ordered.connect(self._print_draft)

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
            self.frame.trouble_row.hide()
        self.frame.header.show_saved(data.saved_at)
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
        screen = end_screen(self._data, self._copies, duplex=self.frame.settings.duplex)
        self._screen = screen
        self.frame.header.set_facts(screen.facts, screen.short_facts)
        self.frame.show_steps(screen.step)
        self.frame.checks.show_check(screen.gaps, screen.gaps_badge, screen.complete, screen.complete_badge)
        self.frame.copies.show_copies(screen.copies_title, screen.cards)
        self.frame.settings.set_total(screen.total)
        self.frame.foot.show_screen(screen, paper=physical(self._data.view.plan.copies), busy=self._busy)
        self.frame.banner_row.setVisible(screen.notice is not None)
        if screen.notice is not None:
            self.frame.banner.set_words(screen.notice.fact, screen.notice.sentence)
            self.frame.again.set_words(screen.notice.act)
            self.frame.again.setEnabled(not self._busy)
        self._show_page(self.frame.copies.index)
        if not self._focused:
            self._focused = True
            self.frame.focus_first()

    def _show_page(self, index: int) -> None:
        if self._copies is None or self._screen is None or self._data is None:
            return
        copy = self._copy_at(index)
        if copy is None:
            self.frame.pages.clear("Bản này không in.")
        else:
            self.frame.pages.show_copy(copy, self._data.shown.records)

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
            self.frame.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along."""
        return self.frame.panes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lift_toast()
        if self._data is not None:
            self.refresh()  # something may have been put right on another page

    def _lift_toast(self) -> None:
        """Over the foot; over the edge of the page where that stands alone."""
        if self.isVisible():
            self._context.toast.lift(_TOAST_ON_PAGE if self.frame.paging else _TOAST_ABOVE)

    def hideEvent(self, event: QHideEvent) -> None:
        self._context.toast.lift(_TOAST_USUAL)
        super().hideEvent(event)

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
        self.frame.trouble.set_words("Chưa làm được.", error.sentence)
        self.frame.trouble_row.show()
        self._show()

    def _heard(self, event: object) -> None:
        if isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id:
            self.frame.header.show_saved(event.at)
            if self.isVisible():
                self._later.start()

    # --- acts -----------------------------------------------------------------------------------------

    def _go(self, gap: Gap) -> None:
        self._open_gap(self._id, gap)

    def _set_busy(self, words: str) -> None:
        if words and self.frame.foot.button.hasFocus():
            self._refocus = True  # a button that is locked loses the focus to its neighbour
        self._busy = words
        if words:
            self.frame.trouble_row.hide()
        self._show()
        if not words and self._refocus:
            self._refocus = False
            self.frame.foot.button.setFocus()

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
        if not self.frame.pages.form_open:
            self._main()

    def _main(self) -> None:
        """Freeze and print, or print what is frozen."""
        if self._data is None or self._busy or self._data.phase is Phase.CHECK:
            return
        target, go = self._desk.target(self.frame.settings.choice(), "Biên bản")
        if not go:
            return
        if self._data.phase is Phase.FREEZE:
            self._after_pages = lambda: self._print_all(target)
            self._desk.freeze()
        elif self._data.phase is Phase.CHANGED:
            self._desk.print_frozen(
                self.frame.settings.choice(), duplex=self.frame.settings.duplex, target=target
            )
        else:
            self._print_all(target)

    def _print_all(self, target: Path | None) -> None:
        if self._copies is None or self._data is None:
            return
        self._desk.print_copies(
            self._copies,
            self.frame.settings.choice(),
            duplex=self.frame.settings.duplex,
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
        if focused in (self.frame.foot.force_button, self.frame.again):
            self.frame.foot.button.setFocus()  # these two go with the state that they belong to
        self.refresh()

    # --- paper ----------------------------------------------------------------------------------------

    def _printers_known(self, choices: tuple[PrinterChoice, ...]) -> None:
        settings = self._context.services.get().settings

        def done(kept: tuple[str, bool]) -> None:
            for form in (self.frame.settings, self.frame.pages.panel.settings):
                form.set_printers(choices, kept[0] if kept[0] != NO_PRINTER else None)
                form.set_duplex(kept[1])
            self._measure()
            self._show()

        self._context.tasks.run(
            lambda: (settings.get(PRINTER_KEY, NO_PRINTER), settings.get(DUPLEX_KEY, True)),
            done, self._failed, lane=Lane.DATABASE, owner=self,
        )  # fmt: skip

    def _no_printers(self, _error: Exception) -> None:
        """The file is offered in any case."""

    def _settings_changed(self) -> None:
        settings = self._context.services.get().settings
        name, duplex = self.frame.settings.choice().name, self.frame.settings.duplex

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
        data, choice, shop = self._copies[0].pdf, self.frame.settings.choice(), self._shop
        self._context.tasks.run(
            lambda: margin_warning(white_edges(data), shop.edges(choice)),
            self.frame.settings.set_warning, self._no_printers, owner=self,
        )  # fmt: skip

    def _open_draft(self) -> None:
        copy = self._copy_at(self.frame.copies.index)
        if self.frame.pages.form_open:
            self.frame.pages.close_form()
        elif copy is not None and self._data is not None:
            self.frame.pages.show_form(
                copy.label if self._data.frozen else f"In nháp. {copy.label}", copy.pages
            )

    def _print_draft(self, choice: PrinterChoice, order: PrintOrder) -> None:
        copy = self._copy_at(self.frame.copies.index)
        if copy is None:
            return
        target, go = self._desk.target(choice, "Biên bản, bản nháp")
        if go:
            self._desk.print_one(copy, choice, order, target, self.frame.pages.close_form)

    def _save_pdf(self) -> None:
        copy = self._copy_at(self.frame.copies.index)
        if copy is not None:
            self._desk.save_pdf(copy)

    def _save_word(self) -> None:
        copy = self._copy_at(self.frame.copies.index)
        if copy is not None and self._data is not None:
            self._desk.save_word(copy, self._data.shown)
