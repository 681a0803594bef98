"""The print dialog: the form at the left, the very pages that will be printed at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.printing.pdf_pages import Zoom
from ui.printing.print_order import PrintOrder
from ui.printing.print_panel import PrintPanel
from ui.printing.printers import PrinterChoice
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.page_preview import PagePreview, PreviewBar
from ui.widgets.panes import HBox, Space, VBox, follow


class PrintDialog(Dialog):
    """`answer` is (printer, order) after it was accepted, None when it was left."""

    def __init__(
        self, look: Look, tasks: Tasks, title: str, data: bytes, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "In văn bản", "print", parent)
        self.answer: tuple[PrinterChoice, PrintOrder] | None = None
        self.panel = PrintPanel(look)
        self.panel.show_job(title, count)
        self.view = PagePreview(look, tasks)
        self.view.set_zoom(Zoom.PAGE)
        bar = PreviewBar(look, self.view)
        row = HBox(look, gap=5)
        left = VBox(look)
        left.addWidget(self.panel)
        left.addStretch(1)
        left.addWidget(Space(look, width=84))
        right = VBox(look, gap=1)
        right.addWidget(bar)
        right.addWidget(self.view, 1)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self.view.show_pdf(data)
        self.panel.ordered.connect(self._ordered)
        self.panel.left.connect(self.reject)
        self.panel.settings.printer.setFocus()
        follow(look, self._fit)

    def _fit(self) -> None:
        self.view.setMinimumSize(self._look.px(90), self._look.px(110))

    def _ordered(self, choice: PrinterChoice, order: PrintOrder) -> None:
        self.answer = (choice, order)
        self.accept()
