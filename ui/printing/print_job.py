"""Puts the pages of a PDF on paper exactly as they are: 100 %, from the corner of the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from dialogue_desktop.errors import UserError
from ui.printing.page_raster import PageRaster
from ui.printing.print_order import Edges, PrintOrder, pages_of, whole_job

MIN_DPI = 300
#: Above this a page of letters looks the same and takes four times the memory of the spooler.
MAX_DPI = 600
#: Pixels drawn at once, so that a sheet at 600 dpi does not need 140 MB in one piece.
BAND_PIXELS = 4_000_000

#: Says how far it is (sides done, sides in all); answers False to stop.
Progress = Callable[[int, int], bool]


class PrintFailed(UserError):
    """The printer did not take the job."""


NOT_TAKEN = (
    "Máy in “{name}” không nhận lệnh in. Văn bản vẫn giữ nguyên. Hãy xem máy in đã bật, còn giấy rồi in lại."
)


def prepare(printer: QPrinter, order: PrintOrder) -> None:
    """A4, both sides or one, the whole sheet from its corner, at a resolution fit for letters.

    To be called before painting begins; the choice of the printer itself is the caller's.
    """
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    if printer.resolution() < MIN_DPI or printer.resolution() > MAX_DPI:
        offered = [dpi for dpi in printer.supportedResolutions() if MIN_DPI <= dpi <= MAX_DPI]
        printer.setResolution(max(offered, default=MIN_DPI if printer.resolution() < MIN_DPI else MAX_DPI))
    mode = QPrinter.DuplexMode.DuplexLongSide if order.duplex else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(mode)


def print_pdf(data: bytes, printer: QPrinter, order: PrintOrder, *, progress: Progress | None = None) -> int:
    """Print the pages of `order`; how many sides were sent. May run in any thread.

    PrintFailed when the printer does not take them. Stopped by `progress`, what was sent stays sent.
    """
    prepare(printer, order)
    with PageRaster(data) as pages:
        repeats = order.copies > 1 and printer.supportsMultipleCopies()
        if repeats:
            printer.setCopyCount(order.copies)
            printer.setCollateCopies(True)
        sides = pages_of(order, pages.count) if repeats else whole_job(order, pages.count)
        if not sides:
            return 0
        _lay(printer, pages, sides[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintFailed(NOT_TAKEN.format(name=printer.printerName() or printer.outputFileName()))
        # Qt's PDF printer would store the letters as JPEG, with a grey haze around them.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        try:
            return _paint(printer, painter, pages, sides, progress)
        finally:
            painter.end()


def _paint(
    printer: QPrinter,
    painter: QPainter,
    pages: PageRaster,
    sides: tuple[int | None, ...],
    progress: Progress | None,
) -> int:
    name = printer.printerName() or printer.outputFileName()
    for done, number in enumerate(sides):
        if progress is not None and not progress(done, len(sides)):
            printer.abort()
            return done
        if done:
            _lay(printer, pages, number)
            if not printer.newPage():
                raise PrintFailed(NOT_TAKEN.format(name=name))
        if number is not None:
            for top, band in bands(pages, number - 1, printer.resolution()):
                painter.drawImage(QRect(0, top, band.width(), band.height()), band)
        if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise PrintFailed(NOT_TAKEN.format(name=name))
    if progress is not None:
        progress(len(sides), len(sides))
    return len(sides)


def _lay(printer: QPrinter, pages: PageRaster, number: int | None) -> None:
    """Turn the sheet as the page lies."""
    if number is None:
        return
    width, height = pages.size(number - 1)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() is not lies:
        printer.setPageOrientation(lies)


def bands(pages: PageRaster, index: int, dpi: int) -> Iterator[tuple[int, QImage]]:
    """(top row, image) pieces of one page at `dpi`, from the top down, without gap or overlap."""
    wide, high = pages.pixels(index, dpi / 72)
    step = max(1, BAND_PIXELS // max(1, wide))
    for band in range(ceil(high / step)):
        top = band * step
        yield top, pages.render(index, dpi / 72, rows=(top, min(high, top + step)))


def unreachable(printer: QPrinter) -> Edges:
    """What the printer cannot reach at the edges of the sheet, in millimetres."""
    layout = QPageLayout(printer.pageLayout())
    layout.setUnits(QPageLayout.Unit.Millimeter)
    least = layout.minimumMargins()
    return Edges(least.left(), least.top(), least.right(), least.bottom())
