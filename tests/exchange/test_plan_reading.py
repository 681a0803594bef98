"""An old plan by general rules: clean, scanned, as DOCX and PDF, and every file that is no plan (P13)."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dialogue_desktop import codec, paths
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange.plan_reading import PlanReading, read, read_lines
from dialogue_desktop.exchange.plan_reading_deadlines import dated_in
from dialogue_desktop.exchange.plan_report import describe
from tests.exchange.old_plan import PARAGRAPHS, TEXT, scanned, wording


@cache
def _clean() -> PlanReading:
    return read_lines(TEXT.splitlines())


def test_head_title_and_bases():
    """P13, P2, P3: who issues it, number, date, subject, bases and lead-in apart."""
    reading = _clean()
    assert reading.issuer.kind is IssuerKind.PEOPLE_COMMITTEE
    assert reading.issuer.unit_kind is UnitKind.PHUONG
    assert (reading.issuer.name, reading.number, reading.symbol) == ("Tân Hà", "37", "KH-UBND")
    assert (reading.place, reading.issued_on, reading.year) == ("Tân Hà", date(2025, 3, 12), 2025)
    assert reading.title == PARAGRAPHS[4]
    assert [basis.carried_out for basis in reading.bases] == [False, True]
    assert reading.bases[1].text.endswith("về dân vận khéo")
    assert reading.lead_in == "Ủy ban nhân dân phường Tân Hà ban hành kế hoạch đối thoại như sau:"


def test_time_place_people():
    """P13, P5–P8: chairs, secretaries, localities (one with a number), hour and weekday, place, people."""
    reading = _clean()
    assert [(c.official.position, c.role) for c in reading.chairs] == [
        ("Chủ tịch UBND phường", ChairRole.CHAIR),
        ("Phó Chủ tịch UBND phường", ChairRole.DEPUTY),
    ]
    assert [secretary.citizen for secretary in reading.secretaries] == [False, True]
    assert [one.label for one in reading.localities] == ["tổ dân phố 5", "tổ dân phố Bến Gỗ"]
    assert (reading.time.kind, reading.time.day, reading.time.start) == (
        TimeKind.EXACT,
        date(2025, 4, 10),
        time(19, 30),
    )
    assert reading.places == ("Nhà sinh hoạt cộng đồng Bến Gỗ",)
    assert [(g.level, g.expected) for g in reading.participants] == [(Level.PEOPLE, 120)]
    assert reading.expected_people == 120
    assert not [doubt for doubt in reading.doubts if doubt.item == "time"]


def test_sections_keep_the_offices_own_words():
    """P13: headings by their numbers, every paragraph as it was written."""
    reading = _clean()
    assert [section.heading for section in reading.sections] == [
        "MỤC ĐÍCH, YÊU CẦU",
        "NỘI DUNG, THÀNH PHẦN, THỜI GIAN",
        "TỔ CHỨC THỰC HIỆN",
    ]
    purpose = reading.sections[0].children[0]
    assert (purpose.number, purpose.heading) == ("1", "Mục đích")
    assert [block.text for block in purpose.blocks] == [PARAGRAPHS[9].removeprefix("- ")]
    assert reading.topics == ("Thu gom rác và thoát nước ở các ngõ thấp.", "Bãi đỗ xe quanh chợ Bến Gỗ.")
    assert [(step.text, step.speaking) for step in reading.programme] == [
        ("Khai mạc, giới thiệu người dự.", False),
        ("Nhân dân phát biểu, trao đổi.", True),
        ("Chủ trì trả lời và kết luận.", False),
    ]


def test_units_duties_and_deadlines():
    """P13, P10: each dated duty with its rule or day, the unit that owes it, and its clause."""
    reading = _clean()
    assert [unit.unit for unit in reading.units] == [
        "Văn phòng HĐND và UBND phường",
        "các bộ phận chuyên môn",
        "Tổ trưởng tổ dân phố 5 và Bến Gỗ",
    ]
    rules = [
        (d.rule.anchor, d.rule.direction, d.rule.n, d.rule.unit, d.rule.extension)
        for d in reading.dated_duties
        if d.rule
    ]
    day, notice = Anchor.CONFERENCE_DAY, Anchor.NOTICE_OF_CONCLUSION
    assert rules == [
        (day, Direction.BEFORE, 10, DayUnit.CALENDAR, None),
        (day, Direction.AFTER, 5, DayUnit.WORKING, None),
        (day, Direction.AFTER, 10, DayUnit.WORKING, 15),
        (notice, Direction.AFTER, 7, DayUnit.WORKING, None),
    ]
    fixed = [(d.unit, d.fixed.day, d.fixed.inclusive) for d in reading.dated_duties if d.fixed]
    assert fixed == [
        ("Văn phòng HĐND và UBND phường", date(2025, 4, 3), False),
        ("Tổ trưởng tổ dân phố 5 và Bến Gỗ", date(2025, 4, 5), True),
    ]
    assert reading.dated_duties[0].rule is not None
    assert reading.dated_duties[0].rule.clause == "mục III.1 của kế hoạch"


def test_copies_recipients_and_signature():
    """P13, M2, P12: labelled copies, recipients without their marks, a name with an apostrophe."""
    reading = _clean()
    assert [(copy.label, copy.count, copy.posted) for copy in reading.copies] == [
        ("niêm yết tại trụ sở", 1, True),
        ("lưu hồ sơ", 1, False),
    ]
    assert reading.recipients == ("Đảng ủy phường", "Các tổ dân phố", "Lưu: VT")
    assert reading.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert reading.signature.name == "Đặng Thị H'Lan"
    assert reading.not_understood == ()


@pytest.mark.parametrize("width", [64, 76, 90])
def test_a_scan_is_read_like_the_clean_text(width):
    """P13: broken lines joined, running heads, page numbers and stamps left out, and listed with reasons."""
    reading = read_lines(scanned(width).splitlines())
    assert wording(reading) == wording(_clean())
    reasons = {unread.reason for unread in reading.not_understood}
    assert reasons == {"số trang", "dòng lặp ở đầu hoặc cuối trang", "dấu chữ ký số"}


def test_line_numbers_lead_back_to_the_text():
    """P13: what was left out is shown beside the line that it stood on."""
    lines = scanned().splitlines()
    for unread in read_lines(lines).not_understood:
        assert unread.text in lines[unread.line - 1]


def test_doubts_are_said_and_nothing_is_put_right_by_guessing():
    """P13: lost letters, a jump in the numbers, a wrong weekday, a day that does not exist."""
    text = TEXT.replace("(thứ Năm)", "(thứ Hai)").replace("2. Giao các bộ", "4. Giao các bộ")
    text = text.replace("Bãi đỗ xe", "Bãi đ xe t ước").replace(
        "trước ngày 03/4/2025", "trước ngày 31/02/2025"
    )
    reading = read_lines(text.splitlines())
    said = " | ".join(doubt.reason for doubt in reading.doubts)
    assert "chữ “t ước” có thể bị mất nét" in said
    assert "mục III: sau số 1 đến số 4" in said
    assert any(doubt.item == "time" for doubt in reading.doubts)
    assert "Bãi đ xe t ước quanh chợ Bến Gỗ." in reading.topics
    impossible = [d for d in reading.dated_duties if d.doubt == "ngày này không có trong lịch"]
    assert [d.wording for d in impossible] == ["trước ngày 31/02/2025"]


@pytest.mark.parametrize(
    ("sentence", "direction", "n", "unit", "anchor"),
    [
        ("Gửi giấy mời trước ít nhất 5 ngày tổ chức hội nghị.", "before", 5, "calendar", "conference_day"),
        ("Xong hội trường trước hội nghị 2 ngày.", "before", 2, "calendar", "conference_day"),
        ("Chậm nhất sau 05 ngày làm việc, niêm yết biên bản.", "after", 5, "working", "conference_day"),
        ("Báo cáo sau 10 ngày tổ chức hội nghị.", "after", 10, "calendar", "conference_day"),
        ("Trong vòng 7 ngày kể từ ngày ban hành kế hoạch này.", "after", 7, "calendar", "plan_date"),
        (
            "Trả lời trong 7 ngày sau khi có thông báo kết luận.",
            "after",
            7,
            "calendar",
            "notice_of_conclusion",
        ),
    ],
)
def test_deadline_wordings(sentence, direction, n, unit, anchor):
    """P10: the ways in which offices write a deadline."""
    (duty,) = dated_in(sentence, "Văn phòng", 1)
    assert duty.rule is not None
    assert (duty.rule.direction, duty.rule.n, duty.rule.unit, duty.rule.anchor) == (
        direction,
        n,
        unit,
        anchor,
    )


def test_dates_of_laws_are_no_deadlines():
    """P10: the day of a decision, or the year of a law, is nobody's duty."""
    text = "Thực hiện Thông báo số 9-TB/ĐU ngày 18/8/2023 và Luật năm 2022, trong 3 năm qua."
    assert dated_in(text, "", 1) == ()


def test_times_as_far_as_they_are_known():
    """P6: a month, before a month, quarters (also with a misread mark), or nothing."""

    def when(words: str):
        return read_lines(TEXT.replace("19 giờ 30 phút, ngày 10/4/2025 (thứ Năm)", words).splitlines()).time

    assert (when("Trước tháng 9/2025").kind, when("Trước tháng 9/2025").month) == (TimeKind.BEFORE_MONTH, 9)
    assert (when("dự kiến tháng 6 năm 2025").kind, when("dự kiến tháng 6 năm 2025").month) == (
        TimeKind.MONTH,
        6,
    )
    assert when("quý III, IV năm 2025").quarters == (3, 4)
    assert when("Quỹ II năm 2025").quarters == (2,)
    assert when("sẽ có thông báo sau").kind is TimeKind.LATER


# --- files ------------------------------------------------------------------------------------------


def test_text_files_in_every_unicode(tmp_path: Path):
    """P13, G5: UTF-8 with and without a mark, UTF-16 of Notepad, NFD of a Mac."""
    import unicodedata

    path = tmp_path / "kế hoạch cũ.txt"
    for data in (
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        unicodedata.normalize("NFD", TEXT).encode(),
    ):
        path.write_bytes(data)
        assert wording(read(path)) == wording(_clean())


def _word_file(path: Path) -> None:
    """Letterhead in a table as offices make it, numbered headings typed, bold runs in the middle of words."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = PARAGRAPHS[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table.cell(1, 0).text, table.cell(1, 1).text = PARAGRAPHS[1], PARAGRAPHS[2]
    for text in PARAGRAPHS[3:]:
        paragraph = document.add_paragraph()
        paragraph.add_run(text[:7]).bold = True
        paragraph.add_run(text[7:])
    document.save(str(path))


def test_word_file(tmp_path: Path):
    """P13: paragraphs and tables of a DOCX in reading order."""
    path = tmp_path / "cu.docx"
    _word_file(path)
    assert wording(read(path)) == wording(_clean())


def test_word_lists_whose_numbers_word_makes(tmp_path: Path):
    """P13: automatic numbers and bullets are no part of a DOCX's text, so they are counted."""
    document = docx.Document()
    for text in PARAGRAPHS[3:7]:
        document.add_paragraph(text)
    document.add_paragraph("I. MỤC ĐÍCH")
    document.add_paragraph("Nghe bà con nói.", style="List Bullet")
    document.add_paragraph("II. TỔ CHỨC THỰC HIỆN")
    document.add_paragraph("Văn phòng UBND phường", style="List Number")
    document.add_paragraph("Gửi giấy mời trước ngày 03/4/2025.", style="List Bullet")
    document.add_paragraph("Công an phường", style="List Number")
    path = tmp_path / "cu.docx"
    document.save(str(path))
    reading = read(path)
    assert [(unit.number, unit.unit) for unit in reading.units] == [
        ("1", "Văn phòng UBND phường"),
        ("2", "Công an phường"),
    ]
    assert [duty.unit for duty in reading.dated_duties] == ["Văn phòng UBND phường"]


def _pdf_file(path: Path, *, picture: bool = False, pages: int = 0) -> None:
    (font,) = (paths.resources_dir() / "fonts" / "tinos").glob("*400Regular.ttf")
    pdfmetrics.registerFont(TTFont("Tinos", str(font)))
    canvas = Canvas(str(path))
    if picture:
        canvas.rect(50, 50, 400, 700, fill=1)
    else:
        y = 780
        for line in scanned(80).splitlines():
            if not line.strip():
                continue
            canvas.setFont("Tinos", 12)
            canvas.drawString(60, y, line.strip())
            y -= 20
            if y < 60:
                canvas.showPage()
                y = 780
    for _ in range(pages):
        canvas.showPage()
    canvas.save()


def test_pdf_with_text(tmp_path: Path):
    """P13: the text layer of a PDF, page by page."""
    path = tmp_path / "cu.pdf"
    _pdf_file(path)
    assert wording(read(path)) == wording(_clean())


def _bytes(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _sentence(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read(path)
    assert caught.value.sentence.startswith(f"Không đọc được “{path.name}”: ")
    assert caught.value.sentence.count("\n") == 0
    return caught.value.sentence


def test_pdf_that_is_only_a_picture_or_no_plan(tmp_path: Path):
    """P13, G5: a photographed plan, 200 pages, a broken file: one clear sentence each."""
    picture, long = tmp_path / "anh.pdf", tmp_path / "dai.pdf"
    _pdf_file(picture, picture=True)
    _pdf_file(long, pages=200)
    assert "chỉ là ảnh chụp" in _sentence(picture)
    assert "trang, dài hơn nhiều so với một kế hoạch" in _sentence(long)
    assert "PDF bị hỏng" in _sentence(_bytes(tmp_path, "hong.pdf", b"%PDF-1.7 and nothing more"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tệp trống"),
        (b"\n \n", "tệp trống"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "Word đời cũ"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "tệp ảnh"),
        (b"MZ\x90\x00\x03\x00", "không phải là tệp văn bản"),
        (bytes(range(1, 32)) * 20, "không phải là tệp văn bản"),
        ("kế hoạch".encode("cp1258", "ignore") + b"\xd0\xff", "không phải Unicode"),
        (b"PK\x03\x04 broken", "tệp Word bị hỏng"),
        ("Danh sách mua sắm\ngạo, mắm".encode(), "không thấy một kế hoạch"),
        (b"a " * 300_000, "dài hơn nhiều"),
    ],
)
def test_files_that_are_no_plan(tmp_path: Path, data, said):
    """P13, G5: each wrong file has its own sentence, and nothing is guessed."""
    assert said in _sentence(_bytes(tmp_path, "tệp.txt", data))


def test_zip_files_that_are_no_word_file(tmp_path: Path):
    """P13, G5: a workbook, a zip bomb, a DOCX whose inside is broken."""

    def archive(**files: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in files.items():
                made.writestr(name.replace("__", "/"), data)
        return buffer.getvalue()

    workbook = archive(**{"xl__workbook.xml": b"<x/>"})
    assert "đây là tệp Excel" in _sentence(_bytes(tmp_path, "a.xlsx", workbook))
    broken = archive(**{"word__document.xml": b"<w:document", "[Content_Types].xml": b"<x/>"})
    assert "Word bị hỏng" in _sentence(_bytes(tmp_path, "b.docx", broken))
    bomb = archive(**{"word__document.xml": b"\0" * 210_000_000})
    assert len(bomb) < 1_000_000
    assert "mở ra lớn hơn nhiều" in _sentence(_bytes(tmp_path, "c.docx", bomb))


def test_a_file_that_is_not_there(tmp_path: Path):
    """G5: the path is said."""
    with pytest.raises(NotFound, match="Không có tệp"):
        read(tmp_path / "khong.txt")
    assert "không phải là tệp" in _sentence(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 50_000,
        "1 ngày làm việc sau; a " * 3_000,
        "trước hội nghị " * 4_000,
        "xã An " + "An " * 15_000,
        "1. " * 15_000,
        "Căn cứ " + "kế hoạch " * 6_000,
        "03 bản: " + "01 bản " * 8_000,
    ],
)
def test_one_endless_line_is_read_too(line):
    """P13, G5: lengths that make a careless pattern try for minutes."""
    assert read_lines(["KẾ HOẠCH", "Đối thoại", "I. NỘI DUNG", "1. Việc", line]).title.startswith("Đối thoại")


@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_paste_is_read_without_failing(lines):
    """P13, G5: the paste of anything finds less, never fails; its report and its JSON can be written."""
    reading = read_lines(lines)
    assert describe(reading)
    assert codec.from_json(codec.to_json(reading), PlanReading) == reading


@given(cut=st.lists(st.integers(0, len(TEXT) - 1), max_size=6), width=st.integers(30, 110))
def test_damaged_plans_are_read_without_failing(cut, width):
    """P13: a plan with holes and any width of lines keeps what is left of it."""
    text = scanned(width)
    for at in cut:
        text = text[:at] + text[at + 25 :]
    assert describe(read_lines(text.splitlines()))
