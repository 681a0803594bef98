"""The text layer of a PDF, page by page (P13)."""

from __future__ import annotations

from typing import Any

from dialogue_desktop.exchange.plan_reading_lines import CELL, PAGE
from dialogue_desktop.exchange.plan_reading_pdf_tables import tables_of_page

MAX_PAGES = 60
#: Fewer letters than this in a whole PDF: its pages are pictures.
FEWEST_LETTERS = 50

PASSWORD = "tệp PDF có mật khẩu, hãy mở tệp, ghi lại bản không có mật khẩu rồi làm lại"
PICTURES = "tệp PDF này chỉ là ảnh chụp, không có chữ để đọc; hãy dùng tệp Word hoặc gõ lại"
BROKEN = "tệp PDF bị hỏng"

# What pdfium writes for a hyphen at the end of a line, and for letters that its font does not name.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\ufffd": " "})


class NotPdf(Exception):
    """The Vietnamese reason, to stand after "Không đọc được …: "."""


def pdf_lines(data: bytes) -> tuple[str, ...]:
    """The lines of all pages; the first of each page begins with `PAGE`. NotPdf."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotPdf(PASSWORD if "password" in str(error).lower() else BROKEN) from error
    try:
        if len(document) > MAX_PAGES:
            raise NotPdf(f"tệp có {len(document)} trang, dài hơn nhiều so với một kế hoạch")
        lines: list[str] = []
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            lines += _page(page, text_page)
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise NotPdf(BROKEN) from error
    finally:
        document.close()
    if sum(letter.isalpha() for line in lines for letter in line) < FEWEST_LETTERS:
        raise NotPdf(PICTURES)
    return tuple(lines)


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
