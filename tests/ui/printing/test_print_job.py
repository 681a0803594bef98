"""What is printed is what was seen: size, place and pixels of the printed pages (G1, M2)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from tests.ui.printing.papers import A4, paper
from ui.printing.page_raster import PageRaster, white_edges
from ui.printing.pdf_pages import PdfPages
from ui.printing.print_job import bands, print_pdf
from ui.printing.print_order import PrintOrder, starts_of
from ui.printing.printers import TO_FILE, SystemPrinters

DPI = 300


def _printed(data: bytes, order: PrintOrder, folder: Path) -> bytes:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = folder / "in.pdf"
    printer.setOutputFileName(str(target))
    print_pdf(data, printer, order)
    return target.read_bytes()


def _pixels(printed: bytes, number: int) -> QImage:
    """The picture that lies on a printed page, put together from its bands, at the printer's own grid."""
    document = pypdfium2.PdfDocument(printed)
    page = document[number]
    parts = []
    for thing in page.get_objects():
        left, bottom, right, top = thing.get_bounds()
        bitmap = thing.get_bitmap(render=False).to_pil().convert("L")
        assert left == pytest.approx(0, abs=0.05)
        # 100 %: as many points wide as its pixels are at the printer's resolution.
        assert right - left == pytest.approx(bitmap.width / DPI * 72, abs=0.05)
        assert top - bottom == pytest.approx(bitmap.height / DPI * 72, abs=0.05)
        parts.append((top, bottom, bitmap))
    parts.sort(key=lambda part: -part[0])
    assert parts[0][0] == pytest.approx(A4[1], abs=0.3)  # from the upper edge of the sheet
    for (_, above, _image), (below, _, _other) in pairwise(parts):
        assert above == pytest.approx(below, abs=0.01)  # neither gap nor overlap
    wide, high = parts[0][2].width, sum(part[2].height for part in parts)
    whole = QImage(wide, high, QImage.Format.Format_Grayscale8)
    painter = QPainter(whole)
    row = 0
    for _top, _bottom, bitmap in parts:
        data = bitmap.tobytes()
        image = QImage(data, bitmap.width, bitmap.height, bitmap.width, QImage.Format.Format_Grayscale8)
        painter.drawImage(0, row, image)
        row += bitmap.height
    painter.end()
    page.close()
    document.close()
    return whole


def _same(one: QImage, other: QImage) -> bool:
    """Equal to the eye of the machine: at most 2 of 255 levels apart in any pixel (an edge line that is
    cut by a band is smoothed from other neighbours)."""
    if one.size() != other.size():
        return False
    first, second = _gray(one), _gray(other)
    return not any(ImageChops.difference(first, second).histogram()[3:])


def _gray(image: QImage) -> Image.Image:
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (flat.width(), flat.height())
    return Image.frombuffer("L", size, bytes(flat.constBits()), "raw", "L", flat.bytesPerLine(), 1)


def test_the_printed_page_is_the_previewed_page_pixel_by_pixel(qapp, tmp_path: Path):
    """G1: the preview's own drawing at the printer's resolution equals what lies on the paper."""
    data = paper("Trang mot", "Trang hai")
    printed = _printed(data, PrintOrder(), tmp_path)
    pages = PdfPages(data)
    for number in range(2):
        assert _same(_pixels(printed, number), pages.render(number, DPI / 72))
    assert not _same(_pixels(printed, 0), pages.render(1, DPI / 72))
    pages.close()


def test_sheets_are_a4_and_as_many_as_ordered(qapp, tmp_path: Path):
    """M2: both sides, copies of 1 and 2 pages: a white back after the first."""
    printed = _printed(paper("a", "b", "c"), PrintOrder(duplex=True, starts=starts_of([1, 2])), tmp_path)
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 4
    for number in range(4):
        width, height = document.get_page_size(number)
        assert (width, height) == (pytest.approx(A4[0], abs=1), pytest.approx(A4[1], abs=1))
    assert list(document[1].get_objects()) == []
    document.close()


def test_a_lying_page_turns_the_sheet(qapp, tmp_path: Path):
    printed = _printed(paper("ngang", size=(A4[1], A4[0])), PrintOrder(), tmp_path)
    document = pypdfium2.PdfDocument(printed)
    width, height = document.get_page_size(0)
    assert width > height
    document.close()


def test_only_the_asked_pages_are_printed(qapp, tmp_path: Path):
    printed = _printed(paper("a", "b", "c"), PrintOrder(first=2, last=2), tmp_path)
    pages = PdfPages(paper("a", "b", "c"))
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 1
    document.close()
    assert _same(_pixels(printed, 0), pages.render(1, DPI / 72))
    pages.close()


def test_stopping_leaves_the_rest_unprinted(qapp, tmp_path: Path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        seen.append((done, of))
        return done < 1

    assert print_pdf(paper("a", "b", "c"), printer, PrintOrder(), progress=progress) == 1
    assert seen == [(0, 3), (1, 3)]


def test_the_resolution_is_fit_for_letters(qapp, tmp_path: Path):
    """G1: never under 300 dots per inch, whatever the printer begins with."""
    for wanted in (96, 300, 1200):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(wanted)
        printer.setOutputFileName(str(tmp_path / f"{wanted}.pdf"))
        print_pdf(paper("a"), printer, PrintOrder())
        assert 300 <= printer.resolution() <= 600


def test_bands_make_the_same_page_as_one_piece(qapp):
    data = paper("Dai")
    with PageRaster(data) as pages:
        whole = pages.render(0, 600 / 72)
        pieces = list(bands(pages, 0, 600))
    assert len(pieces) > 1
    assert sum(image.height() for _, image in pieces) == whole.height()
    for top, image in pieces:
        assert _same(image, whole.copy(0, top, image.width(), image.height()))


def test_white_edges_are_measured_to_a_third_of_a_millimetre(qapp):
    """G1: the frame of the test paper stands 20 mm from the edges."""
    edges = white_edges(paper("a", "b"))
    for side in (edges.left, edges.top, edges.right, edges.bottom):
        assert side == pytest.approx(20, abs=0.5)


def test_the_file_is_the_very_bytes(qapp, tmp_path: Path):
    """M2: "In ra tệp PDF" writes what is shown; a range writes those pages."""
    data = paper("a", "b", "c")
    target = tmp_path / "Biên bản.pdf"
    shop = SystemPrinters()
    assert shop.print(data, TO_FILE, PrintOrder(duplex=True, starts=(1, 2)), target) == 3
    assert target.read_bytes() == data
    assert shop.print(data, TO_FILE, PrintOrder(first=3), target) == 1
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    assert "c" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_the_pdf_file_is_always_offered(qapp):
    assert SystemPrinters().printers()[-1] is TO_FILE
