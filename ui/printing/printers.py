"""The printers of this machine and the way a job gets to one of them, or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ui.printing.print_job import NOT_TAKEN, PrintFailed, Progress, print_pdf, unreachable
from ui.printing.print_order import Edges, PrintOrder, whole_job


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """A printer by its system name; an empty name is the PDF file."""

    name: str
    words: str
    chosen: bool = False

    @property
    def to_file(self) -> bool:
        return not self.name


TO_FILE = PrinterChoice("", "In ra tệp PDF")


class PrintShop(Protocol):
    """What pages print through; tests give one that only notes the orders."""

    def printers(self) -> tuple[PrinterChoice, ...]:
        """All printers, the system's own choice marked, the PDF file last. May take a moment."""
        ...

    def edges(self, choice: PrinterChoice) -> Edges:
        """What this printer cannot reach at the edges of A4."""
        ...

    def print(
        self,
        data: bytes,
        choice: PrinterChoice,
        order: PrintOrder,
        target: Path | None = None,
        progress: Progress | None = None,
    ) -> int:
        """How many sides were printed (or written to `target`). UserError with its sentence."""
        ...


class SystemPrinters:
    """The printers that the operating system knows."""

    def printers(self) -> tuple[PrinterChoice, ...]:
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return (*(PrinterChoice(name, name, name == usual) for name in names), TO_FILE)

    def edges(self, choice: PrinterChoice) -> Edges:
        if choice.to_file:
            return Edges()
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(choice.name)
        return Edges() if info.isNull() else unreachable(QPrinter(info))

    def print(
        self,
        data: bytes,
        choice: PrinterChoice,
        order: PrintOrder,
        target: Path | None = None,
        progress: Progress | None = None,
    ) -> int:
        if choice.to_file:
            if target is None:
                raise ValueError("a file needs a target")
            return write_pdf(data, order, target)
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(choice.name)
        if info.isNull():
            raise PrintFailed(NOT_TAKEN.format(name=choice.words))
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(order.title)
        return print_pdf(data, printer, order, progress=progress)


def write_pdf(data: bytes, order: PrintOrder, target: Path) -> int:
    """The pages of the order as a PDF file: the very bytes where all pages are asked for."""
    from io import BytesIO

    import pypdfium2

    from dialogue_desktop.exchange.file_out import write_whole

    source = pypdfium2.PdfDocument(data)
    try:
        # Sides left white belong to paper, not to a file that is read.
        plain = PrintOrder(order.first, order.last, order.copies)
        sides = [n for n in whole_job(plain, len(source)) if n is not None]
        if sides != list(range(1, len(source) + 1)):
            part = pypdfium2.PdfDocument.new()
            try:
                part.import_pages(source, [n - 1 for n in sides])
                held = BytesIO()
                part.save(held)
                data = held.getvalue()
            finally:
                part.close()
    finally:
        source.close()
    write_whole(target, data)
    return len(sides)
