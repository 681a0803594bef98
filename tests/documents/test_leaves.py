"""Slips and invitations: two on a page, numbers, lines to write on, what must not be asked (C3, C10)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.paper_choices import LetterNumbers, PaperChoices
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Delegate, Records, SlipBatch
from tests.documents.before_the_day import HARD, LONG_NAME, built, crowd, sample, words_of
from tests.documents.paper import read_pdf, squeezed
from tests.documents.paper_plans import minh_khe, party, unknown

TWO = PaperChoices(per_page=2)
MIDDLE = 148.5


def with_batches(*batches: SlipBatch) -> Records:
    return replace(sample(), slip_batches=batches)


def shown_numbers(words: str) -> list[str]:
    return re.findall(r"Phiếu số: (\S+)", words)


# --- slips


def test_slips_are_numbered_through_for_each_collector(engine: Engine) -> None:
    """C3: first to last of every batch, each once, with its thôn, whom and when to hand in."""
    document = built(engine, "slips")
    words = words_of(engine, document)
    assert shown_numbers(words) == [f"{k:03d}" for k in range(1, 76)]
    assert words.count("Thôn Đồng Vạn\n") == 30 + 5 + 13
    assert words.count("Nộp phiếu cho Hội Người cao tuổi thôn Đồng Vạn hoặc tại trụ sở UBND xã Minh Khê") == 5
    assert words.count("chậm nhất thứ Năm 16/4/2026.") == 75
    assert engine.pdf(document).pages == 38


def test_numbers_are_as_long_as_the_last_one(engine: Engine) -> None:
    """C3: slips sort by their number."""
    records = with_batches(SlipBatch("a", locality="thôn Đồng Vạn", first=998, last=1001))
    assert shown_numbers(words_of(engine, built(engine, "slips", records=records))) == [
        "0998", "0999", "1000", "1001",
    ]  # fmt: skip


@pytest.mark.parametrize(("per_page", "pages"), [(1, 2), (2, 2)])
def test_without_batches_there_is_a_blank_page_for_each_thon(
    engine: Engine, per_page: int, pages: int
) -> None:
    """C3: to be copied by the office; the number is written by hand."""
    choices = PaperChoices(per_page=per_page)
    document = built(engine, "slips", records=with_batches(), choices=choices)
    words = words_of(engine, document)
    assert engine.pdf(document).pages == pages
    assert set(shown_numbers(words)) == {"………………"}
    assert words.count("Nộp phiếu cho Trưởng thôn Phú Ấp") == 3 - (2 if per_page == 1 else 1)
    # Until when, in the plan's own words; where nothing says it, the pen has its room.
    assert "trước ngày 17/4/2026." in words
    silent = replace(minh_khe(), form_note="", tasks=())
    words = words_of(engine, built(engine, "slips", silent, with_batches(), choices))
    assert "chậm nhất ngày …… tháng …… năm 2026." in words


def test_a_slip_asks_what_is_needed_and_no_identity_number(engine: Engine) -> None:
    """C3, Luật 91/2025: fields of the office, three ways, consent to be ticked, purpose said, no CCCD."""
    words = words_of(engine, built(engine, "slips", choices=PaperChoices(per_page=1)))
    first = words[: words.index("Phiếu số: 002")]
    for field in minh_khe().fields:
        assert f"□ {field}" in first
    for label in (
        "Họ và tên:",
        "Điện thoại (không bắt buộc):",
        "Nơi ở (xóm, thôn):",
        "Tư cách:",
        "Hình thức:",
    ):
        assert label in first
    for way in ("Phát biểu trực tiếp", "Gửi câu hỏi qua Thư ký", "Chỉ gửi văn bản"):
        assert f"□ {way}" in first
    assert "□ Tôi đồng ý công khai họ tên" in first
    assert "chỉ dùng để tổng hợp, trả lời" in first
    assert "số điện thoại không công khai" in first
    assert not re.search(r"căn cước|CCCD|CMND|định danh|ngày sinh", words, re.IGNORECASE)


def test_where_people_live_is_asked_in_their_words(engine: Engine) -> None:
    """P5: in a tổ dân phố nobody has a xóm."""
    plan = replace(minh_khe(), localities=(Locality("5", "tổ dân phố", "5"),))
    records = with_batches(SlipBatch("a", locality="tổ dân phố 5", first=1, last=2))
    words = words_of(engine, built(engine, "slips", plan, records))
    assert "Nơi ở (số nhà, tổ dân phố):" in words
    assert "Nộp phiếu cho Tổ trưởng tổ dân phố 5" in words


@pytest.mark.parametrize("name", ["slips", "invitations"])
def test_two_on_a_page_have_a_line_between_to_cut_along(engine: Engine, name: str) -> None:
    """C3, C10: halves alike, nothing near the cut, the second begins as the first does."""
    only = {"slips": ("phieu-3",), "invitations": tuple(f"db-{k:02d}" for k in range(11, 24))}
    paper = read_pdf(engine.pdf(built(engine, name, choices=replace(TWO, only=only[name]))).data)
    for page in range(1, len(paper.sizes) + 1):
        cuts = [d for d in paper.drawn if d.page == page and abs(d.y - MIDDLE) < 0.3]
        assert len(cuts) == 1
        assert (cuts[0].x0, cuts[0].x1) == pytest.approx((18, 196), abs=0.1)
        lines = paper.on(page)
        assert not [line for line in lines if MIDDLE - 7 < line.baseline < MIDDLE + 8]
        tops = [line for line in lines if line.text == "ỦY BAN NHÂN DÂN"]
        if len(tops) == 2:
            assert tops[1].baseline - tops[0].baseline == pytest.approx(MIDDLE, abs=0.3)
    sizes = {line.sizes for line in paper.lines if line.text == "ỦY BAN NHÂN DÂN"}
    assert len(sizes) == 1


def test_lines_to_write_on_fill_the_leaf(engine: Engine) -> None:
    """C3: at least four lines on a half, more where there is more room, all the same distance apart."""
    lone = PaperChoices(per_page=1, only=("phieu-3",))
    full = read_pdf(engine.pdf(built(engine, "slips", choices=lone)).data)
    half = read_pdf(engine.pdf(built(engine, "slips", choices=replace(TWO, only=("phieu-3",)))).data)
    blank = built(engine, "slips", unknown(minh_khe()), with_batches(), TWO)
    bare = read_pdf(engine.pdf(blank).data)
    for paper, x0, x1, least in ((full, 30, 195, 8), (half, 18, 196, 4), (bare, 18, 196, 6)):
        ys = sorted(d.y for d in paper.drawn if d.page == 1 and d.x0 < x0 + 0.1 and d.x1 > x1 - 0.1)
        ys = [y for y in ys if y < (MIDDLE - 3 if paper is not full else 290)]
        steps = {round(b - a, 1) for a, b in pairwise(ys)}
        assert len(ys) >= least
        assert len(steps) == 1
        assert min(steps) >= 6.5


def test_word_has_the_same_leaves(engine: Engine) -> None:
    """C3: rows of half a page that grow rather than hide a word, a dashed line between, dots by tabs."""
    file = docx.Document(BytesIO(engine.docx(built(engine, "slips", choices=TWO)).data))
    assert len(file.sections) == 38
    assert len(file.tables) == 38
    rows = file.tables[0].rows
    heights = [row._tr.trPr.find(qn("w:trHeight")) for row in rows]
    assert [height.get(qn("w:hRule")) for height in heights] == ["atLeast"] * 2
    section = file.sections[0]
    margins = [section.page_height, section.top_margin, section.bottom_margin]
    page, top, bottom = (length.pt for length in margins if length is not None)
    assert 0 < page - top - bottom - sum(int(height.get(qn("w:val"))) for height in heights) / 20 < 6
    assert 'w:val="dashed"' in rows[0].cells[0]._tc.xml
    assert 'w:leader="dot"' in rows[0].cells[0]._tc.xml
    sizes = {style.font.size.pt for style in file.styles if style.name == "Nội dung (nửa trang)"}
    assert sizes == {12.0}
    lone = docx.Document(BytesIO(engine.docx(built(engine, "slips", choices=PaperChoices(per_page=1))).data))
    assert len(lone.sections) == 75


# --- invitations


@pytest.mark.parametrize("style", ["dang_36", "dang_05"])
def test_two_letters_of_the_party_fit_on_a_page(engine: Engine, style: str) -> None:
    """C10, P2: bigger letters and wider lines of its form give way; half a page is still half a page."""
    document = built(engine, "invitations", party(minh_khe(), style, "Đảng bộ tỉnh Đông Giang"), choices=TWO)
    assert engine.pdf(document).pages == 20


def test_a_place_is_not_named_twice(engine: Engine) -> None:
    """C10: "Trưởng thôn Đồng Vạn" lives there."""
    words = words_of(engine, built(engine, "invitations", choices=PaperChoices(only=("db-15", "db-16"))))
    assert "Ông Nguyễn Hữu Đễ, Trưởng thôn Đồng Vạn, xóm Trại\n" in words
    assert "Bà Ngô Thị Nhàn, Trưởng ban công tác Mặt trận thôn Đồng Vạn, xóm Chợ\n" in words


def test_each_letter_is_a_section_of_its_own(engine: Engine) -> None:
    """C10: in Word every letter has its own section; in PDF its own page."""
    document = built(engine, "invitations")
    count = len(sample().delegates)
    assert len(document.sections) == engine.pdf(document).pages == count
    assert len(docx.Document(BytesIO(engine.docx(document).data)).sections) == count
    words = words_of(engine, document)
    for delegate in sample().delegates:
        assert (delegate.name or delegate.office) in words


def test_three_hundred_letters_two_on_a_page(engine: Engine) -> None:
    document = built(engine, "invitations", records=crowd(300), choices=TWO)
    assert engine.pdf(document).pages == 150
    assert words_of(engine, document).count("GIẤY MỜI") == 300


def test_a_letter_says_when_where_what_and_who(engine: Engine) -> None:
    """Form 1.7: invited, to what, time with weekday, place, content, chair, what to bring, until when."""
    chosen = PaperChoices(only=("db-20",), due_on=date(2026, 4, 17), issued_on=date(2026, 4, 15))
    words = words_of(engine, built(engine, "invitations", choices=chosen))
    assert "Minh Khê, ngày 15 tháng 4 năm 2026" in words
    assert (
        "Ủy ban nhân dân xã Minh Khê trân trọng kính mời:\nÔng Đặng Văn Quyết, xóm Trại, thôn Đồng Vạn\n"
        in (words)
    )
    assert "(Qua Trưởng thôn Đồng Vạn)" in words
    assert "Thời gian: 08 giờ 00, thứ Sáu, ngày 24 tháng 4 năm 2026." in words
    assert "Địa điểm: Nhà văn hóa thôn Đồng Vạn." in words
    assert "Nội dung: Phát triển sản xuất" in words
    assert "các công trình công cộng; đất đai, xây dựng" in " ".join(words.split())
    assert "Chủ trì: ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã; bà Cao Thị Duyên" in words
    assert "nộp cho Trưởng thôn hoặc tại trụ sở UBND xã Minh Khê chậm nhất thứ Sáu 17/4/2026./." in words


def test_letters_go_straight_or_through_whom_the_office_chose(engine: Engine) -> None:
    """C10, S0: through the thôn's committee, named as the office names it, or straight."""
    chosen = PaperChoices(through="Chi ủy thôn")
    words = words_of(engine, built(engine, "invitations", choices=chosen))
    through = sum(d.through_locality for d in sample().delegates)
    assert words.count("(Qua Chi ủy thôn ") == through == 21
    assert "(Qua Chi ủy thôn Phú Ấp)" in words
    direct = words_of(engine, built(engine, "invitations", choices=PaperChoices(only=("db-01",))))
    assert "(Qua" not in direct
    assert "cử người thay và báo trước cho UBND xã Minh Khê" in direct


NUMBERS = {
    LetterNumbers.BLANK: ["Số:         /GM-UBND"] * 2,
    LetterNumbers.SHARED: ["Số: 09/GM-UBND"] * 2,
    LetterNumbers.SUB: ["Số: 09-01/GM-UBND", "Số: 09-02/GM-UBND"],
}


@pytest.mark.parametrize("numbers", LetterNumbers)
def test_numbers_of_a_series(engine: Engine, numbers: LetterNumbers) -> None:
    """C10: blank, one for all, or one with a sub-number; a delegate's own comes first."""
    guests = (Delegate("a", 0, name="Hà Quang Thực"), Delegate("b", 1, name="Mông Văn Khuê"))
    own = Delegate("c", 2, name="Tô Đình Nghị", letter_number="31/GM-UBND")
    records = replace(sample(), delegates=(*guests, own))
    choices = PaperChoices(number="9", numbers=numbers)
    words = words_of(engine, built(engine, "invitations", records=records, choices=choices))
    assert re.findall(r"Số:.*", words) == [*NUMBERS[numbers], "Số: 31/GM-UBND"]
    party_words = words_of(engine, built(engine, "invitations", party(minh_khe()), records, choices))
    assert "Số 31-GM/ĐU" in party_words.replace("31/GM-UBND", "31")


def test_blank_letters_for_each_group(engine: Engine) -> None:
    """C10: room for the name and what the person is; the group is said so that the pile can be sorted."""
    plan = minh_khe()
    document = built(engine, "invitations", choices=PaperChoices(blank_letters=2))
    words = words_of(engine, document)
    assert len(document.sections) == 2 * len(plan.participants)
    assert words.count("Ông (bà):") == words.count("Chức vụ, nơi ở:") == 2 * len(plan.participants)
    assert words.count("(Thành phần: Trưởng các phòng chuyên môn") == 2
    one = built(engine, "invitations", choices=PaperChoices(blank_letters=3, only=("cap-tren",)))
    assert len(one.sections) == 3


def test_the_longest_letter_sets_the_type_of_all(engine: Engine) -> None:
    """C10: letters of one series look alike; the one that no half can hold has a page of its own."""
    endless = Delegate("dai", 9, name="Bạch Văn Ngữ", office="Ủy viên " * 160)
    short = built(engine, "invitations", records=replace(sample(), delegates=HARD[1:3]), choices=TWO)
    mixed = built(engine, "invitations", records=replace(sample(), delegates=HARD), choices=TWO)
    stuffed = built(engine, "invitations", records=replace(sample(), delegates=(*HARD, endless)), choices=TWO)
    sizes = []
    for document in (short, mixed, stuffed):
        paper = read_pdf(engine.pdf(document).data)
        small = {size for line in paper.lines if line.text.startswith("Thời gian:") for size in line.sizes}
        sizes.append(small)
    assert len(sizes[0]) == len(sizes[1]) == 1
    assert max(sizes[0]) >= max(sizes[1])
    assert sizes[2] == sizes[1] | {14.0}
    paper = read_pdf(engine.pdf(stuffed).data)
    assert len(paper.sizes) == 4  # two pages of halves, then two pages of the endless one
    assert squeezed(LONG_NAME) in paper.flow


def test_what_a_citizen_wrote_is_only_text(engine: Engine) -> None:
    """G5: markup and emoji in names and in what is said."""
    emoji = Delegate("e", name="Lê 😀 Tám", locality="thôn <i>Đồng</i> Vạn")
    records = replace(sample(), delegates=(emoji,))
    document = built(engine, "invitations", records=records, choices=TWO)
    result = engine.pdf(document)
    assert [glyph.char for glyph in result.report.missing] == ["😀"]
    assert "Lê□Tám,thôn<i>Đồng</i>Vạn" in "".join(
        "".join(line.text for line in read_pdf(result.data).lines).split()
    )
    assert "😀" in words_of(engine, document)
