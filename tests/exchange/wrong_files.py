"""Files that a person may take for the old plan by mistake, made as their own programs make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
from openpyxl import Workbook
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_FIXTURES = Path(__file__).parent / "fixtures"
#: The words of a digital stamp, which are no text of a plan.
STAMP = (
    "Người ký: Ủy ban nhân dân xã Thạch Lam",
    "Cơ quan: Văn phòng HĐND và UBND xã Thạch Lam",
    "Email: vanphong@thachlam.example.vn",
    "Thời gian ký: 2025-03-12T08:15:00+07:00",
)


def photograph(kind: str = "PNG", size: tuple[int, int] = (620, 877)) -> bytes:
    """A picture of a page: grey lines where words would be."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for at in range(60, size[1] - 60, 24):
        draw.line((60, at, size[0] - 60, at), fill="#555555", width=6)
    made = io.BytesIO()
    image.save(made, kind)
    return made.getvalue()


def photographed_pdf(pages: int = 2, *, stamped: bool = False, words: str = "") -> bytes:
    """Pages that are pictures; `stamped`: the first with the text of a digital signature; `words`: a page
    of text before them."""
    made = io.BytesIO()
    canvas = Canvas(made, A4)
    if words:
        for at, line in enumerate(words.split("\n")):
            canvas.drawString(80, 760 - 20 * at, line)
        canvas.showPage()
    for page in range(pages):
        canvas.drawImage(ImageReader(io.BytesIO(photograph())), 0, 0, *A4)
        if stamped and page == 0:
            canvas.setFont("Helvetica", 8)
            for at, line in enumerate(STAMP):
                canvas.drawString(380, 810 - 10 * at, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def pdf(lines: int = 30, pages: int = 1, *, user: str = "", owner: str = "") -> bytes:
    """A PDF of plain lines; with a password to open it (`user`) or only to print it (`owner`)."""
    made = io.BytesIO()
    code = StandardEncryption(user, owner or None, canPrint=0) if user or owner else None
    canvas = Canvas(made, A4, encrypt=code)
    for page in range(pages):
        for at in range(lines):
            canvas.drawString(80, 780 - 20 * at, f"Ke hoach doi thoai, trang {page + 1}, dong {at + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def archive(**files: str | bytes) -> bytes:
    """A zip; "__" in a name stands for "/"."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/"), data)
    return made.getvalue()


def workbook() -> bytes:
    made = io.BytesIO()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nội dung công việc", "Đơn vị", "Thời gian"])
    book.save(made)
    return made.getvalue()


def word(*paragraphs: str, picture: bool = False) -> bytes:
    made = io.BytesIO()
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if picture:
        document.add_picture(io.BytesIO(photograph()))
    document.save(made)
    return made.getvalue()


def _fixture(name: str) -> Callable[[], bytes]:
    return (_FIXTURES / name).read_bytes


def _open_document() -> bytes:
    return archive(
        mimetype="application/vnd.oasis.opendocument.text",
        **{"content.xml": "<office:document-content/>", "META-INF__manifest.xml": "<manifest/>"},
    )


@dataclass(frozen=True, slots=True)
class WrongFile:
    """Its name, how it is made, what is said of it, and what the person is told to do."""

    name: str
    make: Callable[[], bytes]
    said: str
    advice: str


_WORD_AGAIN = "ghi lại dạng .docx"
_TYPE = "hãy dùng tệp Word hoặc gõ lại"
_ORIGINAL = "hãy dùng tệp gốc hoặc gõ lại"
_OTHER = "hãy xem lại đã chọn đúng tệp chưa"

WRONG = (
    WrongFile("ảnh quét.pdf", photographed_pdf, "chỉ là ảnh chụp", _TYPE),
    WrongFile(
        "ảnh quét có chữ ký số.pdf",
        lambda: photographed_pdf(stamped=True),
        "chỉ là ảnh chụp",
        _TYPE,
    ),
    WrongFile("khóa.pdf", lambda: pdf(user="bi-mat"), "PDF có mật khẩu", "ghi lại bản không có mật khẩu"),
    WrongFile("dày.pdf", lambda: pdf(3, 200), "tệp có 200 trang", "hãy tách riêng kế hoạch ra một tệp"),
    WrongFile("dở.pdf", lambda: pdf()[:600], "PDF bị hỏng", "hãy lấy lại tệp gốc"),
    WrongFile(
        "khóa.docx", _fixture("vinh_tan_password.docx"), "Word này có mật khẩu", "bỏ mật khẩu rồi ghi lại"
    ),
    WrongFile("đời cũ.doc", _fixture("vinh_tan_word_97.doc"), "Word đời cũ (.doc)", _WORD_AGAIN),
    WrongFile("đổi tên.docx", _fixture("vinh_tan_word_97.doc"), "Word đời cũ (.doc)", _WORD_AGAIN),
    WrongFile("mở.odt", _open_document, "OpenDocument (.odt)", _WORD_AGAIN),
    WrongFile("giàu.rtf", lambda: b"{\\rtf1\\ansi K\\u7870? ho\\u7841?ch}", "tệp RTF", _WORD_AGAIN),
    WrongFile("bảng.xlsx", workbook, "tệp Excel", "hãy chọn tệp Word của kế hoạch"),
    WrongFile("chiếu.pptx", lambda: archive(ppt__presentation="<p/>"), "PowerPoint", "hãy chọn tệp Word"),
    WrongFile("gói.zip", lambda: archive(ke_hoach="x"), "tệp nén", "hãy giải nén"),
    WrongFile("gói.rar", lambda: b"Rar!\x1a\x07\x00" + b"\0" * 50, "tệp nén", "hãy giải nén"),
    WrongFile(
        "trang.html",
        lambda: b"<!DOCTYPE html><p>K\xe1\xba\xbf ho\xe1\xba\xa1ch",
        "trang web",
        "dán vào chương trình",
    ),
    WrongFile("ảnh.png", photograph, "tệp ảnh", _TYPE),
    WrongFile("ảnh.jpg", lambda: photograph("JPEG"), "tệp ảnh", _TYPE),
    WrongFile("ảnh.heic", lambda: b"\0\0\0\x18ftypheic" + b"\0" * 90, "tệp ảnh", _TYPE),
    WrongFile("hỏng.docx", lambda: word("KẾ HOẠCH")[:3000], "Word bị hỏng", "ghi lại thành tệp mới"),
    WrongFile(
        "bom.docx",
        lambda: archive(**{"word__document.xml": b"\0" * 210_000_000}),
        "mở ra lớn hơn nhiều so với một kế hoạch",
        _OTHER,
    ),
    WrongFile(
        "bom nhỏ.docx",
        lambda: archive(**{"word__document.xml": b"<a>" * 8_000_000}),
        "mở ra lớn hơn nhiều so với một kế hoạch",
        _OTHER,
    ),
    WrongFile("trắng.docx", word, "tệp không có chữ nào", _ORIGINAL),
    WrongFile("hình.docx", lambda: word(picture=True), "tệp không có chữ nào", _ORIGINAL),
    WrongFile(
        "giấy mời.docx", lambda: word("GIẤY MỜI", "Kính mời ông bà."), "không thấy một kế hoạch", _OTHER
    ),
    WrongFile("~$hoạch.docx", lambda: b"\x05Lan Y" + b"\0" * 150, "tệp tạm của Word", "chọn tệp kế hoạch"),
    WrongFile("trống.txt", lambda: b"", "tệp trống", _OTHER),
    WrongFile("sách.txt", lambda: b"a " * 300_000, "dài hơn nhiều so với một kế hoạch", "hãy tách riêng"),
    WrongFile("chương trình.txt", lambda: b"MZ\x90\x00\x03\x00", "không phải là tệp văn bản", "chỉ đọc được"),
)
