"""The page "Kết thúc hội nghị": check, freeze, print and sign, post (M1–M3, M8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desktop.domain.closing import Gap
from dialogue_desktop.domain.closing_gap import Fix
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import JournalAppended, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.end.desk import MinutesDesk
from ui.end.fix_form import FixOffer
from ui.end.frame import EndFrame
from ui.end.freeze_side import FreezeSide
from ui.end.mask_side import MaskSide
from ui.end.paper_side import PaperSide
from ui.end.posting import PostingDesk
from ui.end.reading import read
from ui.end.screen import CopyPages, EndData, EndScreen, Phase, end_screen, physical
from ui.live.offers import OfferBook
from ui.printing.printers import PrintShop, SystemPrinters
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
        open_register: Callable[[str, str], None] | None = None,
        shop: PrintShop | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._open_gap, self._open_register = context, open_gap, open_register
        shop = shop or SystemPrinters()
        self._desk = MinutesDesk(context, conference_id, shop, self)
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
        self._viewed = 0  # the earlier version whose pages are on view
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self.refresh)
        action = context.actions.add(
            self, Verb("end.print", "In biên bản", "Ctrl+P", "print"), self._main_by_key
        )
        self.frame = EndFrame(context.look, context.tasks, action)
        self.frame.next.can_open = open_register is not None
        self._paper = PaperSide(
            context, shop, self.frame, self._desk, copy=lambda: self._copy_at(self.frame.copies.index),
            data=lambda: self._data, show=self._show, failed=self._failed, parent=self,
        )  # fmt: skip
        self._freezing = FreezeSide(self.frame, self._desk, self._show, self)
        self._posting = PostingDesk(context, conference_id, self.frame.next, lambda: self._data, self)
        self._masks = MaskSide(
            self.frame, self._desk, lambda: self._copy_at(self.frame.copies.index), self.refresh, self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()
        context.bridge.heard.connect(self._heard)
        self.refresh()
        self._paper.find_printers()

    def _connect(self) -> None:
        frame = self.frame
        frame.checks.wanted.connect(self._go)
        frame.checks.given.connect(self._desk.fix)
        frame.checks.seen.connect(self._desk.leave_out)
        self._desk.refused.connect(self._refused)
        frame.versions.viewed.connect(self._view_version)
        frame.versions.changes_wanted.connect(self._tell_changes)
        frame.versions.copied.connect(lambda n: self._context.toast.say(f"Đã chép mã kiểm tra của lần {n}"))
        frame.back_to_now.clicked.connect(lambda: self._view_version(0))
        frame.next.wanted.connect(self._open_paper)
        self._posting.busy.connect(self._set_busy)
        self._posting.written.connect(self.refresh)
        self._posting.failed.connect(self._failed)
        frame.retry.clicked.connect(self.refresh)
        frame.rearranged.connect(self._lift_toast)
        self.frame.copies.chosen.connect(self._show_page)
        self.frame.copies.changed.connect(self._save_copies)
        self._desk.busy.connect(self._set_busy)
        self._desk.written.connect(self.refresh)
        self._desk.frozen.connect(self._frozen)
        self._desk.failed.connect(self._failed)
        self.frame.foot.main.connect(self._main)
        self.frame.foot.files_wanted.connect(self._desk.save_files)
        self.frame.foot.excel_wanted.connect(self._desk.save_excel)

    # --- what is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again and, where the words changed, draw the pages again."""
        if self._context.tasks.closed:
            return  # the window is going
        services, wanted, viewed = self._context.services.get(), self._id, self._viewed
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.tasks.run(
            lambda: read(services, wanted, viewed), self._read, self._not_read, lane=Lane.DATABASE, owner=self
        )

    def _read(self, data: EndData) -> None:
        self._data = data
        if self._unread:
            self._unread = False
            self.frame.trouble_row.hide()
        self.frame.header.show_saved(data.saved_at)
        if data.lists is not None:
            book = OfferBook(data.view.plan, data.lists)
            self.frame.checks.set_offer(FixOffer(data.view, book, self._context.clock.today))
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
            self._paper.measure()
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
        frame, data = self.frame, self._data
        frame.checks.show_check(screen.gaps, screen.complete)
        frame.put_checks_first(bool(data.check.missing))
        coming = data.papers if not data.changed or frame.next.writing else ()
        frame.next.show_papers(coming, self._context.clock.today())
        frame.versions.show_versions(screen.versions)
        frame.copies.show_copies(screen.copies_title, screen.cards, locked=bool(data.viewed))
        frame.settings.set_total(screen.total)
        paper = physical((data.shown if data.viewed else data.view).plan.copies)
        frame.foot.show_screen(screen, paper=paper, busy=self._busy, asked=self._freezing.asked)
        frame.viewing_row.setVisible(bool(screen.viewing))
        frame.viewing.set_words(f"Đang xem biên bản chốt {screen.viewing[:1].lower()}{screen.viewing[1:]}.")
        self._freezing.show(screen, data, self._busy)
        self._masks.show(screen, data)
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
            beside = self.frame.privacy_shown and self.frame.pages.isVisible()
            self._context.toast.stand_on(self.frame.pages if beside else None)
            self._context.toast.lift(_TOAST_ON_PAGE if self.frame.paging else _TOAST_ABOVE)

    def hideEvent(self, event: QHideEvent) -> None:
        self._freezing.keep_now()
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
        if gap.fix is Fix.WITHHELD:
            self._masks.open(opinion_id=gap.record_id)  # the passage is covered here
        elif gap.page != "end":
            self._open_gap(self._id, gap)
        elif self._data is not None:
            copies = self._data.view.plan.copies
            at = next((k for k, one in enumerate(copies) if one.id == gap.record_id), None)
            self.frame.copies.focus_current() if at is None else self.frame.copies.edit(at)

    def _refused(self, gap: Gap, why: str) -> None:
        row = self.frame.checks.row_of(gap)
        if row is not None:
            row.complain(why)

    def _open_paper(self, kind: str) -> None:
        if self._open_register is not None:
            self._open_register(self._id, kind)

    # --- versions -------------------------------------------------------------------------------------

    def _view_version(self, number: int) -> None:
        """The pages of an earlier version, or of the present state again (0)."""
        self._viewed = 0 if number == self._viewed else number
        self.refresh()

    def _tell_changes(self, number: int) -> None:
        self._desk.changes(number, lambda changes: self.frame.versions.show_changes(number, changes))

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
        """Freeze and print, or print what is frozen; what the posted copy leaves out is seen before."""
        data = self._data
        if (
            data is None
            or self._screen is None
            or self._busy
            or (data.phase is Phase.CHECK and not data.viewed)
        ):
            return
        if self._screen.masks_wait and not data.viewed and data.phase is not Phase.CHANGED:
            self._masks.open(self._print)
        else:
            self._print()

    def _print(self) -> None:
        if self._data is None:
            return
        target, go = self._desk.target(self.frame.settings.choice(), "Biên bản")
        if not go:
            return
        if self._data.viewed:
            self._print_all(target)
        elif self._data.phase is Phase.FREEZE:
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
            version=0 if self._data.viewed else self._data.version,
        )

    def _frozen(self) -> None:
        self._freezing.done()
        self._viewed = 0
        self.refresh()
