"""Which printer was chosen last, for the form of printing; kept for the next time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.context import Context
from ui.page_runner import PageRunner
from ui.printing.print_settings import DUPLEX_KEY, NO_PRINTER, PRINTER_KEY, PrintSettings
from ui.printing.printers import PrinterChoice, PrintShop


class PrinterMemory(QObject):
    """Fills the form once the printers are known, and keeps what is chosen in it."""

    def __init__(
        self, context: Context, run: PageRunner, shop: PrintShop, form: PrintSettings, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._context, self._run, self._shop, self._form = context, run, shop, form
        form.changed.connect(self._keep)

    def ask(self) -> None:
        """Find the printers, away from the screen."""
        self._context.tasks.run(self._shop.printers, self._known, self._none, owner=self)

    def _known(self, choices: tuple[PrinterChoice, ...]) -> None:
        settings, form = self._context.services.get().settings, self._form

        def done(kept: tuple[str, bool]) -> None:
            form.set_printers(choices, kept[0] if kept[0] != NO_PRINTER else None)
            form.set_duplex(kept[1])

        work = lambda: (settings.get(PRINTER_KEY, NO_PRINTER), settings.get(DUPLEX_KEY, True))  # noqa: E731
        self._run(work, done, self._none)

    def _none(self, _error: Exception) -> None:
        """The file is offered in any case."""

    def _keep(self) -> None:
        settings = self._context.services.get().settings
        values = {PRINTER_KEY: self._form.choice().name, DUPLEX_KEY: self._form.duplex}
        self._run(lambda: settings.set_all(values), lambda _done: None, self._none)
