"""Draws pages of a PDF as pictures, away from the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0
_SPAN_PAGES = 6  # so many pages say how wide the text is; more would only cost time


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What to point at. With `page` (from 0), `top` and `bottom` in points: a bar in the margin beside
    it, and `words` coloured where they stand in that part. Without a page the words are looked for."""

    words: tuple[str, ...] = ()
    page: int = -1
    top: float = 0.0
    bottom: float = 0.0
    bar: bool = True


class Zoom(Enum):
    TEXT = "text"  # "Vừa chữ": the text's width fills the room, the margins are cut
    PAGE = "page"  # the whole page is seen
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Request:
    """Everything one drawing needs. Sizes in device-independent pixels, `ratio` device pixels per one."""

    data: bytes = field(repr=False)
    page: int
    zoom: Zoom
    percent: float
    width: int
    height: int
    ratio: float
    dpi: float
    marks: tuple[Mark, ...] = ()
    follow: bool = False  # turn to the first mark's page
    least_pt: float = 0.0  # no scale that makes 14 pt letters smaller than 10 px, in pixels per point


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page ready to be shown. `scale`: device-independent pixels per point; boxes in points."""

    image: QImage
    page: int
    count: int
    scale: float
    size: tuple[float, float]
    span: tuple[float, float]
    found: tuple[Box, ...] = ()
    bars: tuple[tuple[float, float], ...] = ()


class PdfPages:
    """One open PDF. PDFium is not thread-safe: all calls come from one thread at a time.

    ValueError: the bytes are no PDF that can be read.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a readable PDF") from error
        self._span: tuple[float, float] | None = None

    @property
    def count(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in points."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def render(self, number: int, scale: float) -> QImage:
        """`scale` in pixels per point; white paper whatever the theme."""
        page = self._document[number]
        try:
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            copied = image.copy()  # the buffer goes with the bitmap
            bitmap.close()
        finally:
            page.close()
        return copied

    def text_span(self) -> tuple[float, float]:
        """Left and right end of the text in points, over the first pages; the same for every page, so
        that turning one does not change the size of the letters."""
        if self._span is None:
            left, right = float("inf"), 0.0
            for number in range(min(self.count, _SPAN_PAGES)):
                for box in self._text_boxes(number):
                    left, right = min(left, box.left), max(right, box.right)
            width = self.size(0)[0]
            self._span = (left, right) if right > left else (0.0, width)
        return self._span

    def _text_boxes(self, number: int, start: int = 0, length: int = -1) -> list[Box]:
        page = self._document[number]
        text = page.get_textpage()
        high = page.get_height()
        boxes = []
        for place in range(text.count_rects(start, length)):
            left, bottom, right, top = text.get_rect(place)
            boxes.append(Box(left, high - top, right, high - bottom))
        text.close()
        page.close()
        return boxes

    def find(self, words: str, number: int) -> tuple[Box, ...]:
        """Where words stand on a page (from 0), one box per line that they touch."""
        page = self._document[number]
        text = page.get_textpage()
        searcher = text.search(words, match_case=True)
        places = []
        while (hit := searcher.get_next()) is not None:
            places.append(hit)
        searcher.close()
        text.close()
        page.close()
        return tuple(box for start, length in places for box in self._text_boxes(number, start, length))

    def close(self) -> None:
        self._document.close()


class Painter:
    """Answers requests one after the other; keeps the last PDF open. Lives in one worker's thread."""

    def __init__(self) -> None:
        self._data: bytes | None = None
        self._pages: PdfPages | None = None

    def draw(self, request: Request) -> Drawing:
        """ValueError when the bytes are no PDF."""
        pages = self._open(request.data)
        number, found, bars = self._resolve(pages, request)
        width, height = pages.size(number)
        span = pages.text_span()
        scale = _scale(request, (width, height), span)
        image = pages.render(number, scale * request.ratio)
        image.setDevicePixelRatio(request.ratio)
        return Drawing(image, number, pages.count, scale, (width, height), span, found, bars)

    def _open(self, data: bytes) -> PdfPages:
        if self._pages is None or self._data is not data:
            fresh = PdfPages(data)
            self.close()
            self._pages, self._data = fresh, data
        return self._pages

    def _resolve(
        self, pages: PdfPages, request: Request
    ) -> tuple[int, tuple[Box, ...], tuple[tuple[float, float], ...]]:
        """Page to show, coloured boxes on it, bars beside it."""
        last = pages.count - 1
        marks = [self._settle(pages, mark) for mark in request.marks]
        number = max(0, min(request.page, last))
        if request.follow:
            number = next((mark.page for mark in marks if 0 <= mark.page <= last), number)
        found: list[Box] = []
        bars: list[tuple[float, float]] = []
        for mark in marks:
            if mark.page != number:
                continue
            inside = [
                box
                for words in mark.words
                for box in pages.find(words, number)
                if mark.bottom <= mark.top or mark.top - 2 <= box.top <= mark.bottom
            ]
            found.extend(inside)
            if mark.bar and mark.bottom > mark.top:
                bars.append((mark.top, mark.bottom))
            elif mark.bar and inside:
                bars.append((inside[0].top, inside[0].bottom))
        return number, tuple(found), tuple(bars)

    def _settle(self, pages: PdfPages, mark: Mark) -> Mark:
        """A mark of words alone gets the first page that has them."""
        if mark.page >= 0 or not mark.words:
            return mark
        for number in range(pages.count):
            if any(pages.find(words, number) for words in mark.words):
                return Mark(mark.words, number, bar=mark.bar)
        return mark

    def close(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None
            self._data = None


MARGIN_PT = 16.0  # paper left beside the text in "Vừa chữ", room for the bar


def _scale(request: Request, size: tuple[float, float], span: Sequence[float]) -> float:
    if request.zoom is Zoom.PERCENT:
        scale = request.percent / 100.0 * request.dpi / POINTS_PER_INCH
    elif request.zoom is Zoom.PAGE:
        scale = min(request.width / size[0], request.height / size[1])
    else:
        scale = request.width / (span[1] - span[0] + 2 * MARGIN_PT)
    return max(scale, request.least_pt if request.zoom is Zoom.TEXT else 0.1, 0.1)
