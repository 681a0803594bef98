"""The text layer of a PDF, page by page (P13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dialogue_desktop.exchange.plan_reading_lines import CELL, PAGE
from dialogue_desktop.exchange.plan_reading_pdf_tables import tables_of_page

MAX_PAGES = 60
#: Fewer letters than this in a whole PDF: its pages are pictures.
FEWEST_LETTERS = 50
#: The words of a digital stamp on a photographed page are fewer than this.
FEWEST_OVER_PICTURE = 300
_MOST_OF_PAGE = 0.6

PASSWORD = "tệp PDF có mật khẩu, hãy mở tệp, ghi lại bản không có mật khẩu rồi làm lại"
PICTURES = "tệp PDF này chỉ là ảnh chụp, không có chữ để đọc; hãy dùng tệp Word hoặc gõ lại"
PICTURE = "trang {number} của tệp là ảnh chụp, không đọc được chữ trong ảnh; hãy xem và gõ thêm"
TOO_MANY = "tệp có {count} trang, dài hơn nhiều so với một kế hoạch, hãy tách riêng kế hoạch ra một tệp"
BROKEN = "tệp PDF bị hỏng, hãy lấy lại tệp gốc rồi làm lại"

# What pdfium writes for a hyphen at the end of a line, and for letters that its font does not name.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\ufffd": " "})


class NotPdf(Exception):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The lines of all pages, the first of each beginning with `PAGE`; and what is to be said of pages that
    were photographed."""

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def pdf_text(data: bytes) -> PdfText:
    """NotPdf with one Vietnamese reason where there is no text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotPdf(PASSWORD if "password" in str(error).lower() else BROKEN) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise NotPdf(TOO_MANY.format(count=count))
        lines: list[str] = []
        pictures: list[int] = []
        for index in range(count):
            page = document[index]
            text_page = page.get_textpage()
            own = _page(page, text_page)
            if _letters(own) < FEWEST_OVER_PICTURE and _is_picture(page):
                pictures.append(index + 1)
            lines += own
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise NotPdf(BROKEN) from error
    finally:
        document.close()
    if _letters(lines) < FEWEST_LETTERS or len(pictures) == count:
        raise NotPdf(PICTURES)
    return PdfText(tuple(lines), tuple(PICTURE.format(number=number) for number in pictures))


def _letters(lines: Sequence[str]) -> int:
    return sum(letter.isalpha() for line in lines for letter in line)


def _is_picture(page: Any) -> bool:
    """Whether a picture covers most of the page: it was photographed."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        left, bottom, right, top = drawn.get_bounds()
        if (right - left) * (top - bottom) > _MOST_OF_PAGE * width * height:
            return True
    return False


def _page(page: Any, text_page: Any) -> list[str]:
    """The lines of a page from the top down, tables row by row."""

    def text_in(left: float, bottom: float, right: float, top: float) -> str:
        text = text_page.get_text_bounded(left=left, bottom=bottom, right=right, top=top)
        return str(text).translate(_HYPHENS)

    width, height = page.get_size()
    lines: list[str] = []
    top = height
    for table in tables_of_page(page, text_in):
        lines += text_in(0, table.top, width, top).splitlines()
        lines += [CELL.join(row) for row in table.rows]
        top = table.bottom
    if top == height:
        lines = str(text_page.get_text_bounded()).translate(_HYPHENS).splitlines()
    else:
        lines += text_in(0, 0, width, top).splitlines()
    lines = lines or [""]
    return [f"{PAGE}{lines[0]}", *lines[1:]]
