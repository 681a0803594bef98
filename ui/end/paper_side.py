"""The paper of the end page: printers, margins, the draft of one copy, files of one copy (M2, G1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.context import Context
from ui.end.desk import MinutesDesk
from ui.end.frame import EndFrame
from ui.end.screen import CopyPages, EndData
from ui.printing.page_raster import white_edges
from ui.printing.print_order import PrintOrder, margin_warning
from ui.printing.print_settings import DUPLEX_KEY, NO_PRINTER, PRINTER_KEY
from ui.printing.printers import PrinterChoice, PrintShop
from ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PaperSide(QObject):
    """`copy` gives the chosen copy, `data` what is shown; `show` draws the page again, `failed` tells it."""

    def __init__(
        self,
        context: Context,
        shop: PrintShop,
        frame: EndFrame,
        desk: MinutesDesk,
        *,
        copy: Callable[[], CopyPages | None],
        data: Callable[[], EndData | None],
        show: Callable[[], None],
        failed: Callable[[Exception], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._shop, self._frame, self._desk = context, shop, frame, desk
        self._copy, self._data, self._show, self._failed = copy, data, show, failed
        frame.settings.changed.connect(self._settings_changed)
        frame.pages.word_wanted.connect(self._save_word)
        frame.pages.pdf_wanted.connect(self._save_pdf)
        frame.pages.draft_wanted.connect(self._open_draft)
        frame.pages.panel.ordered.connect(self._print_draft)

    def find_printers(self) -> None:
        """Asked once; the file is offered in any case."""
        self._context.tasks.run(self._shop.printers, self._printers_known, self._no_printers, owner=self)

    def _printers_known(self, choices: tuple[PrinterChoice, ...]) -> None:
        settings = self._context.services.get().settings

        def done(kept: tuple[str, bool]) -> None:
            for form in (self._frame.settings, self._frame.pages.panel.settings):
                form.set_printers(choices, kept[0] if kept[0] != NO_PRINTER else None)
                form.set_duplex(kept[1])
            self.measure()
            self._show()

        self._context.tasks.run(
            lambda: (settings.get(PRINTER_KEY, NO_PRINTER), settings.get(DUPLEX_KEY, True)),
            done, self._failed, lane=Lane.DATABASE, owner=self,
        )  # fmt: skip

    def _no_printers(self, _error: Exception) -> None:
        """The file is offered in any case."""

    def _settings_changed(self) -> None:
        settings = self._context.services.get().settings
        name, duplex = self._frame.settings.choice().name, self._frame.settings.duplex

        def keep() -> None:
            settings.set(PRINTER_KEY, name)
            settings.set(DUPLEX_KEY, duplex)

        self._context.tasks.run(keep, None, self._failed, lane=Lane.DATABASE, owner=self)
        self.measure()
        self._show()

    def measure(self) -> None:
        """Whether the chosen printer reaches all of the text."""
        copy = self._copy()
        if copy is None:
            return
        data, choice, shop = copy.pdf, self._frame.settings.choice(), self._shop
        self._context.tasks.run(
            lambda: margin_warning(white_edges(data), shop.edges(choice)),
            self._frame.settings.set_warning, self._no_printers, owner=self,
        )  # fmt: skip

    def _open_draft(self) -> None:
        copy, data = self._copy(), self._data()
        if self._frame.pages.form_open:
            self._frame.pages.close_form()
        elif copy is not None and data is not None:
            fixed = data.frozen or data.viewed
            self._frame.pages.show_form(copy.label if fixed else f"In nháp. {copy.label}", copy.pages)

    def _print_draft(self, choice: PrinterChoice, order: PrintOrder) -> None:
        copy = self._copy()
        if copy is None:
            return
        target, go = self._desk.target(choice, "Biên bản, bản nháp")
        if go:
            self._desk.print_one(copy, choice, order, target, self._frame.pages.close_form)

    def _save_pdf(self) -> None:
        copy = self._copy()
        if copy is not None:
            self._desk.save_pdf(copy)

    def _save_word(self) -> None:
        copy, data = self._copy(), self._data()
        if copy is not None and data is not None:
            self._desk.save_word(copy, data.shown)
