"""Pages of a PDF as pixels, for the printer and for measuring white edges."""

from __future__ import annotations

from ctypes import c_char
from math import ceil
from types import TracebackType
from typing import Any

from PySide6.QtGui import QImage

from ui.printing.print_order import MM_PER_POINT, Edges

_MEASURE_SCALE = 1.0  # 72 dpi: 0.35 mm, finer than a printer feeds paper


class PageRaster:
    """One open PDF; use it with `with`. Page indices begin at 0, sizes are in points (1/72 inch).

    pdfium serves one thread at a time: like the preview, all calls come from the GENERAL lane of `ui.tasks`.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._pdf: Any = pypdfium2.PdfDocument(data)
        self._sizes = tuple(self._pdf.get_page_size(n) for n in range(len(self._pdf)))

    def __enter__(self) -> PageRaster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._pdf.close()

    @property
    def count(self) -> int:
        return len(self._sizes)

    def size(self, index: int) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self._sizes[index]
        return float(width), float(height)

    def pixels(self, index: int, scale: float) -> tuple[int, int]:
        """Width and height of the page at `scale` pixels per point, rounded up as the preview does."""
        width, height = self._sizes[index]
        return ceil(width * scale), ceil(height * scale)

    def render(
        self, index: int, scale: float, *, rows: tuple[int, int] | None = None, gray: bool = False
    ) -> QImage:
        """The page on white at `scale` pixels per point, or only its rows [first, behind the last)."""
        import pypdfium2.raw as pdfium

        wide, high = self.pixels(index, scale)
        top, bottom = rows or (0, high)
        form = QImage.Format.Format_Grayscale8 if gray else QImage.Format.Format_RGB32
        kind = pdfium.FPDFBitmap_Gray if gray else pdfium.FPDFBitmap_BGRx
        image = QImage(wide, bottom - top, form)
        image.fill(0xFFFFFFFF if not gray else 255)
        bits = image.bits()
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_PRINTING | (pdfium.FPDF_GRAYSCALE if gray else 0)
        memory = (c_char * len(bits)).from_buffer(bits)
        bitmap = pdfium.FPDFBitmap_CreateEx(wide, bottom - top, kind, memory, image.bytesPerLine())
        page = self._pdf[index]
        try:
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, wide, high, 0, flags)
        finally:
            page.close()
            pdfium.FPDFBitmap_Destroy(bitmap)
            del memory
        return image


def white_edges(data: bytes) -> Edges:
    """The narrowest white edge of all pages on each side, in millimetres; whole page where all is white."""
    left = top = right = bottom = float("inf")
    with PageRaster(data) as pages:
        for index in range(pages.count):
            image = pages.render(index, _MEASURE_SCALE, gray=True)
            wide, high, line = image.width(), image.height(), image.bytesPerLine()
            bits = bytes(image.constBits())
            inked = [bits[y * line : y * line + wide] for y in range(high)]
            lines = [y for y, row in enumerate(inked) if row.strip(b"\xff")]
            if not lines:
                continue
            top, bottom = min(top, lines[0]), min(bottom, high - 1 - lines[-1])
            left = min(left, *(wide - len(inked[y].lstrip(b"\xff")) for y in lines))
            right = min(right, *(wide - len(inked[y].rstrip(b"\xff")) for y in lines))
    if top == float("inf"):
        return Edges(210, 297, 210, 297)
    return Edges(*(side * MM_PER_POINT / _MEASURE_SCALE for side in (left, top, right, bottom)))
