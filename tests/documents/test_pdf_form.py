"""The printed page measured against Nghị định 30/2020 (M1, P1, P2)."""

from __future__ import annotations

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.letterhead import number_line, place_date_line
from dialogue_desktop.documents.sheet import STYLES
from dialogue_desktop.documents.tree import Addressee, Letterhead, Orientation, Section, Title, para
from tests.documents.paper import MM, Paper, read_pdf
from tests.documents.papers import LONG, document, minutes, plan

POINT = 1 / MM


@pytest.fixture(scope="module")
def paper(engine: Engine) -> Paper:
    return read_pdf(engine.pdf(plan(engine, paragraphs=12)).data)


def test_pages_are_a4_with_the_margins_of_the_sheet(paper: Paper):
    """P1: 20 mm above and below, 30 left, 15 right; nothing of the text leaves them."""
    for width, height in paper.sizes:
        assert (round(width), round(height)) == (210, 297)
    body = [line for line in paper.lines if line.baseline > 19]
    assert min(line.x0 for line in body) == pytest.approx(30, abs=0.2)
    assert max(line.x1 for line in body) == pytest.approx(195, abs=0.2)
    assert min(line.top for line in body) >= 19.9
    assert max(line.baseline for line in body) <= 277


def test_full_lines_end_on_the_right_margin(paper: Paper):
    """Justified both sides: every line of a paragraph but its last."""
    first = paper.line("Đoạn mương tưới")
    at = paper.lines.index(first)
    ends = [line.x1 for line in paper.lines[at : at + 3]]
    assert ends == pytest.approx([195, 195, 195], abs=POINT)
    assert first.x0 == pytest.approx(30 + 12.7, abs=0.1)


@pytest.mark.parametrize(
    ("start", "font", "size"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tinos-Bold", 13),
        ("Độc lập - Tự do - Hạnh phúc", "Tinos-Bold", 14),
        ("ỦY BAN NHÂN DÂN", "Tinos-Bold", 13),
        ("XÃ MINH KHÊ", "Tinos-Bold", 13),
        ("Số: 05/KH-UBND", "Tinos-Regular", 13),
        ("Minh Khê, ngày 05 tháng 4 năm 2026", "Tinos-Italic", 14),
        ("KẾ HOẠCH", "Tinos-Bold", 14),
        ("Tổ chức hội nghị", "Tinos-Bold", 14),
        ("Căn cứ Luật", "Tinos-Italic", 14),
        ("Đoạn mương tưới", "Tinos-Regular", 14),
        ("I. MỤC ĐÍCH, YÊU CẦU", "Tinos-Bold", 14),
        ("1. Mục đích", "Tinos-Bold", 14),
        ("a) Kinh phí", "Tinos-Regular", 14),
        ("TM. ỦY BAN NHÂN DÂN", "Tinos-Bold", 14),
        ("CHỦ TỊCH", "Tinos-Bold", 14),
        ("Đỗ Mạnh Tuyển", "Tinos-Bold", 14),
        ("Nơi nhận:", "Tinos-BoldItalic", 12),
        ("- Ủy ban nhân dân tỉnh (b/c);", "Tinos-Regular", 11),
        ("- Lưu: VT, VP.", "Tinos-Regular", 11),
    ],
)
def test_each_component_has_its_case_face_and_size(paper: Paper, start: str, font: str, size: float):
    """M1, P2: NĐ 30, Phụ lục I, Mục V."""
    line = paper.line(start)
    assert line.fonts == {font}
    assert line.sizes == {size}


def test_letterhead_columns_are_65_and_100_mm(paper: Paper):
    """The left column is centred on 62.5 mm, the right one on 145 mm; number and date stand level."""
    for start in ("ỦY BAN NHÂN DÂN", "XÃ MINH KHÊ", "Số: 05/KH-UBND"):
        line = paper.line(start)
        assert (line.x0 + line.x1) / 2 == pytest.approx(30 + 32.5, abs=0.2), start
    for start in ("CỘNG HÒA", "Độc lập", "Minh Khê, ngày"):
        line = paper.line(start)
        assert (line.x0 + line.x1) / 2 == pytest.approx(30 + 65 + 50, abs=0.2), start
    number, place = paper.line("Số: 05"), paper.line("Minh Khê, ngày")
    assert number.baseline == pytest.approx(place.baseline, abs=0.5)


def test_line_under_the_motto_is_as_long_as_it(paper: Paper):
    motto = paper.line("Độc lập")
    assert paper.under(motto).length == pytest.approx(motto.x1 - motto.x0, abs=POINT)


@pytest.mark.parametrize("start", ["XÃ MINH KHÊ", "thôn Phú Ấp"])
def test_lines_under_issuer_and_title_are_a_third_to_a_half(paper: Paper, start: str):
    """Of the longest line of that text, and centred under it."""
    last = next(line for line in paper.lines if start in line.text and line.page == 1)
    drawn = paper.under(last)
    block = [
        line
        for line in paper.lines
        if line.page == 1
        and line.fonts == last.fonts
        and abs((line.x0 + line.x1) / 2 - (last.x0 + last.x1) / 2) < 1
    ]
    longest = max(line.x1 - line.x0 for line in block)
    assert longest / 3 <= drawn.length <= longest / 2
    assert (drawn.x0 + drawn.x1) / 2 == pytest.approx((last.x0 + last.x1) / 2, abs=0.2)


def test_page_numbers_stand_in_the_top_margin_from_page_2(paper: Paper):
    """Size 13–14, centred over the text; page 1 has none."""
    assert not [line for line in paper.on(1) if line.baseline < 19]
    for page in range(2, len(paper.sizes) + 1):
        (number,) = (line for line in paper.on(page) if line.baseline < 19)
        assert number.text == str(page)
        assert (number.x0 + number.x1) / 2 == pytest.approx(30 + 165 / 2, abs=0.1)
        assert number.sizes == {14.0}


def test_signer_stands_level_with_recipients(paper: Paper):
    """Form 1.4: Nơi nhận begins beside the signing authority, the name is under the position."""
    left, right = paper.line("Nơi nhận:"), paper.line("TM. ỦY BAN")
    assert left.page == right.page
    assert left.x0 == pytest.approx(30, abs=0.1)
    assert abs(left.top - right.top) < 1.5
    name, position = paper.line("Đỗ Mạnh Tuyển"), paper.line("CHỦ TỊCH")
    assert (name.x0 + name.x1) / 2 == pytest.approx((position.x0 + position.x1) / 2, abs=0.2)
    assert name.top - position.top > 25


def test_minutes_have_no_place_and_two_columns_of_names(engine: Engine):
    """M1, M2: form 1.9, two secretaries left, two chairs right, level, Nơi nhận below."""
    paper = read_pdf(engine.pdf(minutes(engine)).data)
    assert not [line for line in paper.on(1) if "Minh Khê, ngày" in line.text]
    assert paper.line("Số:").text.startswith("Số:  ")
    assert paper.line("THƯ KÝ").top == pytest.approx(paper.line("CHỦ TỌA").top, abs=0.1)
    for left, right in (("Lương Thị Mẫn", "Đỗ Mạnh Tuyển"), ("Bùi Văn Ổn", "Cao Thị Duyên")):
        names = [next(one for one in reversed(paper.lines) if one.text == name) for name in (left, right)]
        assert names[0].baseline == pytest.approx(names[1].baseline, abs=0.1)
        assert names[0].x1 < 30 + 68 < 30 + 165 / 2 < names[1].x0 + 5
    assert paper.line("Nơi nhận:").top > paper.line("Cao Thị Duyên").top


def test_label_is_boxed_at_the_top_right_of_page_1(engine: Engine):
    """M2: inside the top margin, its right edge on the right margin, on page 1 only."""
    paper = read_pdf(engine.pdf(minutes(engine, 12)).data)
    label = paper.line("BẢN 1/3: NIÊM YẾT TẠI TRỤ SỞ")
    assert label.page == 1
    assert label.top < 19
    box = [one for one in paper.drawn if one.page == 1 and one.y < 20]
    assert len(box) == 2
    assert {round(one.x1, 1) for one in box} == {195.0}
    assert min(one.y for one in box) < label.top < label.baseline < max(one.y for one in box) < 20
    assert len(paper.sizes) > 1
    assert sum(line.text.startswith("BẢN 1/3") for line in paper.lines) == 1


def test_number_and_date_leave_room_for_the_pen(engine: Engine):
    """P2: nothing known yet, at least 9 mm for the number and 5 mm for day and month each."""
    sheet = engine.sheet("nd30")
    head = Letterhead(
        ("Ủy ban nhân dân", "xã Minh Khê"),
        (),
        number_line(sheet, "", "KH-UBND"),
        place_date_line(sheet, "Minh Khê", None, 2026),
    )
    paper = read_pdf(engine.pdf(document(head, para(LONG))).data)
    number = paper.line("Số:")
    width = engine.fonts.width("Số: /KH-UBND", 13) / MM
    assert number.x1 - number.x0 - width > 9
    place = next(line for line in paper.lines if "tháng" in line.text and "Minh Khê" in line.text)
    known = engine.fonts.width("Minh Khê, ngày  tháng  năm 2026", 14, italic=True) / MM
    assert place.x1 - place.x0 - known > 10
    assert place.x1 < 195


@pytest.mark.parametrize("style", STYLES)
def test_every_sheet_prints(engine: Engine, style: str):
    """P2: Party documents have their own head; the line is as long as the text there too."""
    sheet = engine.sheet(style)
    tree = document(
        Letterhead(("Đảng ủy xã Hiệp Hòa",), ("Đảng bộ tỉnh Đông Giang",), number_line(sheet, "61", "KH/ĐU")),
        Title("Kế hoạch", "Tổ chức hội nghị đối thoại năm 2026"),
        para(LONG),
        style=style,
    )
    paper = read_pdf(engine.pdf(tree).data)
    motto = paper.line(sheet.words.motto)
    assert paper.under(motto).length == pytest.approx(motto.x1 - motto.x0, abs=POINT)
    if style == "nd30":
        assert paper.has("Số: 61/KH/ĐU")
    else:
        assert motto.text == "ĐẢNG CỘNG SẢN VIỆT NAM"
        assert motto.sizes == {15.0}
        assert paper.has("Số 61-KH/ĐU")
        assert paper.has("*")
        assert paper.has("-----")
        assert paper.line("ĐẢNG BỘ TỈNH").fonts == {"Tinos-Regular"}


def test_two_addressees_stand_under_the_colon(engine: Engine):
    """Công văn: one name on the line, or dashes under the colon, ";" and a last "."."""
    one = read_pdf(engine.pdf(document(Addressee(("Sở Nội vụ tỉnh",)))).data)
    assert one.has("Kính gửi: Sở Nội vụ tỉnh")
    two = read_pdf(engine.pdf(document(Addressee(("Sở Nội vụ", "Ủy ban nhân dân tỉnh")))).data)
    lead, first, last = two.line("Kính gửi:"), two.line("- Sở Nội vụ;"), two.line("- Ủy ban nhân dân tỉnh.")
    assert first.x0 == pytest.approx(last.x0, abs=0.05)
    assert first.x0 == pytest.approx(lead.x1, abs=1.5)


def test_sections_number_their_own_pages_and_may_lie(engine: Engine):
    """An appendix is numbered on its own; wide tables may lie across."""
    one = Section(tuple(para(LONG) for _ in range(20)))
    two = Section(tuple(para(LONG) for _ in range(20)), Orientation.LANDSCAPE)
    tree = document()
    paper = read_pdf(engine.pdf(type(tree)((one, two))).data)
    lying = [page for page, size in enumerate(paper.sizes, start=1) if size[0] > size[1]]
    assert lying[0] > 1
    assert not [line for line in paper.on(lying[0]) if line.baseline < 19]
    assert next(line for line in paper.on(lying[1]) if line.baseline < 19).text == "2"
