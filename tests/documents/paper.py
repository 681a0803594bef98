"""Reading finished pages back: letters with place and face, drawn lines, words in the order of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
import pdfplumber
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

MM = 72 / 25.4


@dataclass(frozen=True)
class Printed:
    """A line of print in millimetres from the page's upper left corner; `baseline` too."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    baseline: float
    fonts: frozenset[str]
    sizes: frozenset[float]


@dataclass(frozen=True)
class Drawn:
    """A horizontal drawn line in millimetres."""

    page: int
    x0: float
    x1: float
    y: float

    @property
    def length(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True)
class Paper:
    """A whole PDF."""

    sizes: tuple[tuple[float, float], ...]
    lines: tuple[Printed, ...]
    drawn: tuple[Drawn, ...]
    flow: str

    def has(self, start: str) -> bool:
        return any(line.text.startswith(start) for line in self.lines)

    def line(self, start: str) -> Printed:
        """The first line of print that begins so."""
        for line in self.lines:
            if line.text.startswith(start):
                return line
        raise AssertionError(f"no line begins with {start!r}: {[one.text for one in self.lines]}")

    def on(self, page: int) -> list[Printed]:
        return [line for line in self.lines if line.page == page]

    def under(self, line: Printed) -> Drawn:
        """The drawn line just below some print."""
        near = [d for d in self.drawn if d.page == line.page and 0 < d.y - line.baseline < 4]
        near = [d for d in near if d.x0 < (line.x0 + line.x1) / 2 < d.x1]
        assert near, f"no line under {line.text!r}"
        return min(near, key=lambda d: d.y)


def read_pdf(data: bytes) -> Paper:
    """Everything that stands on the pages. `flow` is the text without blanks and page numbers."""
    sizes: list[tuple[float, float]] = []
    lines: list[Printed] = []
    drawn: list[Drawn] = []
    flow: list[str] = []
    with pdfplumber.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            sizes.append((float(page.width) / MM, float(page.height) / MM))
            height = float(page.height)
            group: list[dict[str, object]] = []
            groups: list[list[dict[str, object]]] = []
            for char in page.chars:
                matrix = char["matrix"]
                same = group and abs(group[-1]["matrix"][5] - matrix[5]) < 8  # type: ignore[index]
                after = group and -30 < float(char["x0"]) - float(group[-1]["x1"]) < 20  # type: ignore[arg-type]
                if not (same and after):
                    group = []
                    groups.append(group)
                group.append(char)
            for chars in groups:
                text = "".join(str(char["text"]) for char in chars)
                lines.append(
                    Printed(
                        number,
                        text,
                        min(float(c["x0"]) for c in chars) / MM,  # type: ignore[arg-type]
                        max(float(c["x1"]) for c in chars) / MM,  # type: ignore[arg-type]
                        min(float(c["top"]) for c in chars) / MM,  # type: ignore[arg-type]
                        (height - chars[0]["matrix"][5]) / MM,  # type: ignore[index]
                        frozenset(str(c["fontname"]).split("+")[-1] for c in chars),
                        frozenset(round(float(c["size"]), 2) for c in chars),  # type: ignore[arg-type]
                    )
                )
            for edge in (*page.lines, *page.rects):
                if abs(float(edge["top"]) - float(edge["bottom"])) < 1:
                    drawn.append(
                        Drawn(
                            number,
                            float(edge["x0"]) / MM,
                            float(edge["x1"]) / MM,
                            (float(edge["top"]) + float(edge["bottom"])) / 2 / MM,
                        )
                    )
    for line in lines:
        if line.baseline > 19 and line.text.strip():
            flow.append(line.text)
    return Paper(tuple(sizes), tuple(lines), tuple(drawn), squeezed("".join(flow)))


def squeezed(text: str) -> str:
    """The text without any blanks."""
    return re.sub(r"\s+", "", text)


def docx_flow(data: bytes) -> str:
    """The words of a DOCX in order, tables cell by cell, without blanks."""
    return squeezed("".join(_words(docx.Document(BytesIO(data)))))


def _words(parent: object) -> Iterator[str]:
    for block in parent.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, DocxParagraph):
            yield block.text
        elif isinstance(block, DocxTable):
            for row in block.rows:
                seen: list[object] = []
                for cell in row.cells:
                    if any(cell._tc is one for one in seen):
                        continue  # a cell over several columns is named once for each
                    seen.append(cell._tc)
                    yield from _words(cell)
