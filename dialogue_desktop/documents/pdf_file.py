"""Writing laid-out pages into one PDF file: shared streams, boxed labels, fixed metadata."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase import pdfdoc

from dialogue_desktop.documents.flow import Para, Pulse, unhurried
from dialogue_desktop.documents.fonts import FontSet
from dialogue_desktop.documents.ink import Fill, Glyphs, Ink, Stroke
from dialogue_desktop.documents.lines import Breaker
from dialogue_desktop.documents.pages import Laid, LaidPage
from dialogue_desktop.documents.pdf_fonts import PdfText, number
from dialogue_desktop.documents.sheet import MM, Sheet

PRODUCER = "Đối thoại với Nhân dân"
# Subsets are cut from font files that all documents share and read by one moving position.
_FONT_FILES = threading.Lock()
_UNDERLINE = (0.1, 0.05)  # below the baseline, thickness, in em


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says of itself."""

    title: str
    author: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """One copy in the file: its pages and the label boxed on the first ("" for none)."""

    laid: Laid
    sheet: Sheet
    label: Para | None = None


class PdfFile:
    """One PDF file in the making. A label's stream can later be replaced by another of the same length."""

    def __init__(self, fonts: FontSet, meta: Meta) -> None:
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1, lang="vi-VN")
        info = self._document
        info.setTitle(meta.title)
        info.setAuthor(meta.author)
        info.setSubject("")
        info.setCreator(PRODUCER)
        info.setProducer(PRODUCER)
        stamp = meta.created.strftime("D:%Y%m%d%H%M%S+00'00'")
        info.setDateFormatter(lambda *_: stamp)
        self._fonts = fonts
        self._text = PdfText(self._document, fonts)
        self._streams: dict[int, list[pdfdoc.PDFObjectReference]] = {}
        self._kept: list[Laid] = []
        self._breaker = Breaker(fonts)

    def add(self, part: Part, label: str = "", pulse: Pulse = unhurried) -> None:
        """Append the pages of a part; pages that were added before share their streams.

        `label` is the code of the box as `label_code` makes it.
        """
        streams = self._streams.get(id(part.laid))
        if streams is None:
            streams = []
            for page in part.laid.pages:
                pulse()
                streams.append(self._stream(self._page_code(page), packed=True))
            self._streams[id(part.laid)] = streams
            self._kept.append(part.laid)  # the id stays taken while its streams are shared
        for k, (page, stream) in enumerate(zip(part.laid.pages, streams, strict=True)):
            made = pdfdoc.PDFPage()
            made.pagewidth, made.pageheight = number(page.width), number(page.height)
            made.ExtGState = None
            made._shadingUsed = {}
            made._colorsUsed = {}
            made.Contents = stream
            if label and k == 0:
                made.Contents = pdfdoc.PDFArray([stream, self._stream(label, packed=False)])
            self._document.addPage(made)

    def bytes(self) -> bytes:
        """The finished file; nothing can be added after."""
        with _FONT_FILES:
            data: bytes = self._document.GetPDFData(None)
        return data

    def label_code(self, part: Part) -> str:
        """The drawing of a part's label box: right edge on the right margin, within the top margin."""
        if part.label is None or not part.laid.pages:
            return ""
        look, page = part.sheet.label, part.laid.pages[0]
        style = part.label.style
        side, edge = look.padding[0] * MM, look.padding[1] * MM
        right = page.width - part.sheet.page.right * MM
        room = page.width - (part.sheet.page.left + part.sheet.page.right) * MM - 2 * side
        lines = self._breaker.lines(part.label.runs, style.size, room, room)
        face = self._fonts.faces[style.bold + 2 * style.italic]
        step = face.line * style.size
        inner = max(line.width for line in lines)
        left, top = right - inner - 2 * side, look.top * MM
        bottom = top + 2 * edge + step * len(lines)
        ink: list[Ink] = [
            Glyphs(
                left + side + (inner - line.width) / 2,
                top + edge + step * k + face.ascent * style.size,
                style.size,
                line.parts,
            )
            for k, line in enumerate(lines)
        ]
        ink += [
            Stroke(left, top, right, top, look.weight, True),
            Stroke(left, bottom, right, bottom, look.weight, True),
            Stroke(left, top, left, bottom, look.weight, True),
            Stroke(right, top, right, bottom, look.weight, True),
        ]
        return self._code(ink, page.height)

    def _stream(self, code: str, *, packed: bool) -> pdfdoc.PDFObjectReference:
        filters = [pdfdoc.PDFZCompress] if packed else []
        return self._document.Reference(pdfdoc.PDFStream(content=code.encode("ascii"), filters=filters))

    def _page_code(self, page: LaidPage) -> str:
        return self._code(page.ink, page.height)

    def _code(self, ink: Sequence[Ink], height: float) -> str:
        """The operators of a page: grey boxes, all text in one text object, then the lines."""
        code = self._boxes(ink, height)
        code.append("BT")
        strokes: list[Stroke] = []
        font, space = "", -1.0  # a word space set before, in another stream, would go on
        operators = self._text.operators
        for item in ink:
            if isinstance(item, Stroke):
                strokes.append(item)
                continue
            if isinstance(item, Fill):
                continue
            code.append(f"1 0 0 1 {number(item.x)} {number(height - item.y)} Tm")
            if item.space != space:
                space = item.space
                code.append(f"{number(space)} Tw")
            shown, font = operators(item.parts, item.size, font)
            code += shown
            if any(under for _, under, _ in item.parts):
                strokes += self._underlines(item)
        code.append("ET")
        weight, corner, dash = -1.0, False, (0.0, 0.0)
        for line in strokes:
            if line.dash != dash:
                dash = line.dash
                code.append(f"[{number(dash[0])} {number(dash[1])}] 0 d" if any(dash) else "[] 0 d")
            if line.weight != weight:
                weight = line.weight
                code.append(f"{number(weight)} w")
            if line.corner != corner:
                corner = line.corner
                code.append("2 J" if corner else "0 J")
            code.append(
                f"{number(line.x0)} {number(height - line.y0)} m "
                f"{number(line.x1)} {number(height - line.y1)} l S"
            )
        code.append("")
        return "\n".join(code)

    @staticmethod
    def _boxes(ink: Sequence[Ink], height: float) -> list[str]:
        """Filled boxes; black is set again for the text that follows."""
        code: list[str] = []
        grey = 0.0
        for item in ink:
            if not isinstance(item, Fill):
                continue
            if item.grey != grey:
                grey = item.grey
                code.append(f"{number(grey)} g")
            size = f"{number(item.x1 - item.x0)} {number(item.y1 - item.y0)}"
            code.append(f"{number(item.x0)} {number(height - item.y1)} {size} re f")
        if grey:
            code.append("0 g")
        return code

    def _underlines(self, item: Glyphs) -> list[Stroke]:
        drawn: list[Stroke] = []
        x = item.x
        y = item.y + _UNDERLINE[0] * item.size
        for face, under, text in item.parts:
            spaces = text.count(" ") + text.count("\u00a0")
            end = x + self._breaker.width(face, text) * item.size + spaces * item.space
            if under:
                drawn.append(Stroke(x, y, end, y, _UNDERLINE[1] * item.size))
            x = end
        return drawn
