"""Sheets for units, both reports and the lists: what is counted, who is named (C7–C9, C11, F3)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import docx
import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.plan import ParticipantGroup, Quota
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Delegate, Opinion, Records, Reply, Source
from dialogue_desktop.services.record_papers import for_public
from tests.documents.before_the_day import built, rows_of, sample, voice, words_of
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import minh_khe, party

ANONYMOUS = Opinion(
    "a", 1, Source.SLIP, text="Cống tắc.", anonymous=True, voices=(voice("Lê Kín"),), unit="X"
)
REFUSED = Opinion("b", 2, Source.SLIP, text="Ồn đêm.", consent=False, voices=(voice("Bùi Giấu"),), unit="X")
UNASKED = Opinion("c", 3, Source.ONLINE, text="Đèn tối.", voices=(voice("Hà Hỏi"),), unit="X")
AGREED = Opinion("d", 4, Source.SLIP, text="Đường lầy.", consent=True, voices=(voice("Lò Nói"),), unit="X")
FOUR = Records(opinions=(ANONYMOUS, REFUSED, UNASKED, AGREED))


@pytest.mark.parametrize(
    ("name", "public"),
    [
        ("assigned-questions", False),
        ("prepared-report", False),
        ("prepared-report", True),
        ("previous-results", False),
        ("previous-results", True),
    ],
)
def test_who_is_named(engine: Engine, name: str, public: bool) -> None:
    """C5, C7, Luật 91/2025: never the anonymous nor who asked not to be; in public only who agreed."""
    records = replace(FOUR, opinions=tuple(replace(o, prepared_answer="Đã rõ.") for o in FOUR.opinions))
    document = built(engine, name, records=for_public(records) if public else records, public=public)
    words = words_of(engine, document)
    assert "Lê Kín" not in words
    assert "Bùi Giấu" not in words
    assert ("Hà Hỏi" in words) is not public
    assert "Lò Nói" in words
    folded = words.casefold()
    assert "công dân không nêu tên (thôn đồng vạn)" in folded
    assert ("một công dân thôn đồng vạn (đề nghị không nêu tên)" in folded) is not public
    for opinion in records.opinions:
        assert opinion.text in words


def test_withheld_words_and_numbers_stay_inside(engine: Engine) -> None:
    """M2: what may not be published is not in a report that is handed out, answers included."""
    secret = replace(AGREED, text="Ông X lấy tiền.", withheld=True, prepared_answer="Đang xác minh ông X.")
    called = replace(UNASKED, text="Gọi tôi 0912 345 678.", prepared_answer="Báo số 0293 000 168.")
    records = Records(opinions=(secret, called))
    for name in ("prepared-report", "previous-results"):
        inside = words_of(engine, built(engine, name, records=records))
        assert "Ông X lấy tiền" in inside
        assert "0912 345 678" in inside
        outside = words_of(engine, built(engine, name, records=for_public(records), public=True))
        assert "ông x" not in outside.casefold()
        assert "345 678" not in outside
        assert "000 168" not in outside
        assert "theo quy định về bảo vệ dữ liệu cá nhân" in outside


# --- sheets for units


def test_each_unit_gets_its_own_sheet(engine: Engine) -> None:
    """C7: a section for each unit in the plan's order, with its opinions and nobody else's."""
    document = built(engine, "assigned-questions")
    assert len(document.sections) == 4
    sheets = words_of(engine, document).split("PHIẾU GIAO TRẢ LỜI")[1:]
    units = [re.search(r"Kính gửi: (.*)", sheet) for sheet in sheets]
    assert [unit[1] for unit in units if unit] == [
        "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
        "Trung tâm Phục vụ hành chính công",
        "Công an xã",
    ]
    numbers = [re.findall(r"^(\d+)\t", sheet, re.M) for sheet in sheets]
    assert sorted(int(n) for sheet in numbers for n in sheet) == list(range(1, 16))
    assert numbers[1] == ["9", "11", "13"]
    assert "giao Phòng Văn hóa - Xã hội chuẩn bị nội dung trả lời 03 ý kiến" in sheets[1]


def test_a_day_to_answer_by(engine: Engine) -> None:
    """C7: the opinion's own, else the chosen one, else the plan's; dots where none is known."""
    records = Records(opinions=(AGREED, replace(UNASKED, draft_due=date(2026, 4, 20))))
    words = words_of(engine, built(engine, "assigned-questions", records=records))
    assert "Đường lầy.\t\t22/4/2026" in words  # "Gửi dự thảo trả lời" of the plan
    assert "Đèn tối.\t\t20/4/2026" in words
    assert "chậm nhất thứ Tư 22/4/2026./." in words
    chosen = PaperChoices(due_on=date(2026, 4, 21), only=("x",))
    assert "Đường lầy.\t\t21/4/2026" in words_of(
        engine, built(engine, "assigned-questions", records=records, choices=chosen)
    )
    bare = replace(minh_khe(), tasks=())
    assert "Đường lầy.\t\t………" in words_of(engine, built(engine, "assigned-questions", bare, records))


def test_opinions_alike_are_answered_once(engine: Engine) -> None:
    """C6, C7: each knows the others of its group; the same draft is not printed twice."""
    words = words_of(engine, built(engine, "assigned-questions"))
    assert "(trả lời chung với ý kiến số 5 và 6)" in words
    assert "Nội dung trả lời đã có: như ý kiến số 2." in words
    assert words.count("Đoạn đường dài 640 m") == 2  # number 6 has an answer of its own


# --- the report before the conference


def test_figures_by_field_add_up(engine: Engine) -> None:
    """C8: every collected opinion once, none from the hall; answered and waiting are all."""
    document = built(engine, "prepared-report")
    *rows, total = rows_of(document, "TT|Lĩnh vực")
    assert total == ["Tổng cộng", "15", "15", "0", "02"]
    assert sum(int(row[2]) for row in rows) == 15
    assert [row[1] for row in rows] == [f for f in minh_khe().fields if f in {row[1] for row in rows}]
    words = words_of(engine, document)
    assert (
        "Đến nay đã nhận 15 ý kiến, kiến nghị, gồm: 04 ý kiến do Trưởng thôn tổng hợp, "
        "06 ý kiến gửi bằng phiếu, 02 ý kiến gửi qua Thư ký và 03 ý kiến gửi trực tuyến." in words
    )
    assert "thôn Đồng Vạn 07 ý kiến; thôn Phú Ấp 07 ý kiến; nơi khác hoặc không rõ 01 ý kiến" in words


def test_every_opinion_stands_once_with_its_answer(engine: Engine) -> None:
    """C8: grouped ones under one answer, nobody's name and no word lost."""
    words = words_of(engine, built(engine, "prepared-report"))
    for opinion in sample().collected():
        assert len(re.findall(rf"Ý kiến số {opinion.number}, ", words)) == 1
        for line in opinion.text.split("\n"):
            assert line.strip() in words
    assert "Các ý kiến số 2, 5 và 6 cùng nội dung:" in words
    assert "Trả lời ý kiến số 2 và 5 (Phòng Kinh tế): Đoạn đường dài 640 m" in words
    assert "ông Nguyễn Đức Đoài, bà Phan Thị Ỷ" in words


def test_a_group_over_two_fields_is_found_from_both(engine: Engine) -> None:
    """C6, C8: told once, pointed to from the other field, so that each field has as many as its head says."""
    road = replace(AGREED, field="Giao thông", group_id="g", prepared_answer="Quý III làm xong.")
    ditch = replace(UNASKED, field="Môi trường", group_id="g", prepared_answer="Quý III làm xong.")
    rubbish = Opinion("r", 7, Source.SLIP, text="Rác ứ.", field="Môi trường")
    records = Records(opinions=(road, ditch, rubbish))
    words = words_of(engine, built(engine, "prepared-report", records=records))
    assert words.count("Đèn tối.") == 1
    assert "Ý kiến số 3 cùng nội dung với ý kiến số 4, xem mục II.1." in words
    party_words = words_of(engine, built(engine, "prepared-report", party(minh_khe()), records))
    assert "xem mục II.1." in party_words
    assert re.search(r"Rác ứ\.\n+\s*Chưa có nội dung trả lời\.", words)


def test_no_question_parts_from_its_answer(engine: Engine) -> None:
    """C8: at no foot of a page does a question stand whose answer begins on the next."""
    many = tuple(
        Opinion(
            f"o{k}", k, Source.SLIP, text="Mương tắc, ruộng úng. " * (k % 4 + 1), unit="X",
            prepared_answer="Đã giao nạo vét. " * (k % 5 + 1),
        )
        for k in range(1, 61)
    )  # fmt: skip
    paper = read_pdf(engine.pdf(built(engine, "prepared-report", records=Records(opinions=many))).data)
    marks = [
        (line.page, line.text.startswith("Trả lời (X):"))
        for line in paper.lines
        if line.text.startswith(("Trả lời (X):", "Ý kiến số")) and "chậm nhất" not in line.text
    ]
    pairs = [(asked, said) for asked, said in pairwise(marks) if said[1]]
    assert len(pairs) == 60
    assert {page for page, _ in marks} >= {2, 3, 4}
    assert all(asked[0] == said[0] and not asked[1] for asked, said in pairs)


def test_a_long_letter_goes_over_the_page(engine: Engine) -> None:
    """C8: only its last lines stay with the answer; no page is left empty for a letter of many paragraphs."""
    letter = "\n".join(f"Việc thứ {k}: mương tắc, ruộng úng, xin nạo vét sớm." for k in range(1, 60))
    asked = Opinion("a", 1, Source.SLIP, text=letter, prepared_answer="Đã giao nạo vét.", unit="X")
    document = built(engine, "prepared-report", records=Records(opinions=(asked,)))
    paper = read_pdf(engine.pdf(document).data)
    assert {line.page for line in paper.lines if line.text.startswith("Việc thứ")} >= {2, 3}
    assert paper.line("Trả lời (X):").page == paper.line("Việc thứ 59").page


def test_one_answer_for_a_whole_group(engine: Engine) -> None:
    """C6: an opinion without an answer of its own has that of its group."""
    first = replace(AGREED, group_id="g", prepared_answer="Quý III làm xong.", prepared_by="Phòng Kinh tế")
    records = Records(opinions=(first, replace(UNASKED, group_id="g", field="Điện")))
    document = built(engine, "prepared-report", records=records)
    words = words_of(engine, document)
    assert "Trả lời chung (Phòng Kinh tế): Quý III làm xong." in words
    assert "Các ý kiến, kiến nghị đều đã có nội dung trả lời." in words
    assert rows_of(document, "TT|Lĩnh vực")[-1][1:4] == ["02", "02", "0"]


def test_what_waits_and_what_is_beyond(engine: Engine) -> None:
    """C8: opinions without answer with who owes it and until when; the body for what is beyond competence."""
    waiting = replace(AGREED, field="Giao thông", draft_due=date(2026, 4, 20))
    beyond = replace(UNASKED, unit="", beyond_competence=True, receiving_body="Sở Xây dựng")
    words = words_of(engine, built(engine, "prepared-report", records=Records(opinions=(waiting, beyond))))
    assert "Ý kiến số 4 (Giao thông): giao X, chậm nhất ngày 20/4/2026." in words
    assert "Ý kiến số 3 (Chưa phân loại): chưa giao đơn vị trả lời." in words
    assert "Ý kiến số 3 (Chưa phân loại): gửi Sở Xây dựng xem xét, giải quyết." in words
    none = words_of(engine, built(engine, "prepared-report", records=Records(opinions=(waiting,))))
    assert "Không có ý kiến vượt thẩm quyền." in none


# --- lists of people


def test_seats_planned_and_named(engine: Engine) -> None:
    """C11, P8: over and under by group and by thôn, and sums that add up."""
    document = built(engine, "delegates")
    *groups, total = rows_of(document, "TT|Thành phần")
    assert [row[2:] for row in groups] == [
        ["08", "08", "0"], ["04", "04", "0"], ["02", "02", "0"], ["06", "06", "0"],
        ["130", "18", "-112"], ["10", "03", "-07"],
    ]  # fmt: skip
    assert total == ["Tổng cộng", "160", "41", "-119"]
    assert rows_of(document, "TT|Địa bàn") == [
        ["1", "Thôn Đồng Vạn", "70", "09", "-61"],
        ["2", "Thôn Phú Ấp", "60", "09", "-51"],
        ["Tổng cộng", "130", "18", "-112"],
    ]
    assert "Danh sách có 41 đại biểu./." in words_of(engine, document)


def test_those_of_no_group_are_over(engine: Engine) -> None:
    """C11: nobody is left out of the count or of the list, whatever group he was written under."""
    stray = Delegate("s", 1, "đã-xóa", "ông", "Phan Đình Ẩn", locality="thôn Lạ", count=2)
    plan = replace(minh_khe(), participants=(ParticipantGroup("g", "Khách", expected=1),), quotas=())
    records = Records(delegates=(stray, Delegate("t", 2, "g", "bà", "Mai Thị Ơn")))
    document = built(engine, "delegates", plan, records)
    assert rows_of(document, "TT|Thành phần") == [
        ["1", "Khách", "01", "01", "0"],
        ["2", "Khách mời khác", "", "02", ""],
        ["Tổng cộng", "01", "03", "+02"],
    ]
    words = words_of(engine, document)
    assert "Ông Phan Đình Ẩn\tThôn Lạ" in words
    assert "Danh sách có 03 đại biểu./." in words


def test_seats_of_xom_and_seats_without_a_name(engine: Engine) -> None:
    """C11, P8: xóm stand under their thôn; open seats are told, and never counted as people."""
    quotas = (Quota("dong-van", 9), Quota("dong-van", 4, "xóm Chợ"), Quota("phu-ap", 2))
    plan = replace(minh_khe(), quotas=quotas)
    named = Delegate("n", 1, "nhan-dan", "ông", "Lê Văn Tám", "", "thôn Đồng Vạn", "xóm Chợ")
    seats = Delegate("o", 2, "nhan-dan", "", "", "", "thôn Đồng Vạn", "xóm Chợ", 3, True)
    document = built(engine, "delegates", plan, Records(delegates=(named, seats)))
    assert rows_of(document, "TT|Địa bàn") == [
        ["1", "Thôn Đồng Vạn", "09", "01", "-08"],
        ["", "trong đó xóm Chợ", "04", "01", "-03"],
        ["2", "Thôn Phú Ấp", "02", "0", "-02"],
        ["Tổng cộng", "11", "01", "-10"],
    ]
    words = words_of(engine, document)
    assert "Chưa có tên.\tXóm Chợ, thôn Đồng Vạn\t03 người" in words
    assert "Danh sách có 01 đại biểu./." in words
    signed = words_of(engine, built(engine, "sign-in", plan, Records(delegates=(named, seats))))
    numbers = re.findall(r"^(\d+)\t", signed, re.M)
    assert len(numbers) == (1 + 8 + 5) + (2 + 5)


def test_replies_and_replacements_are_noted(engine: Engine) -> None:
    words = words_of(engine, built(engine, "delegates"))
    assert "Không dự. Người thay: bà Hoàng Thị Vẻ, Phó Chủ tịch Hội" in words
    assert "Cử viên chức dự, không nêu tên trước" in words
    signed = words_of(engine, built(engine, "sign-in"))
    assert "\tBà Hoàng Thị Vẻ\tPhó Chủ tịch Hội\t\tThay bà Lý Thị Mùi" in signed
    away = Delegate("a", 0, "nhan-dan", "ông", "Đinh Văn Đởm", reply=Reply.NOT_COMING)
    signed = words_of(engine, built(engine, "sign-in", records=Records(delegates=(away,))))
    assert "Ông Đinh Văn Đởm\t\t\tBáo vắng" in signed


def test_sign_in_is_numbered_through_with_room_for_all(engine: Engine) -> None:
    """C11: guests, then each thôn on pages of its own; every seat has a line, and a few for walk-ins."""
    document = built(engine, "sign-in")
    words = words_of(engine, document)
    numbers = [int(n) for n in re.findall(r"^(\d+)\t", words, re.M)]
    guests = 8 + 4 + 2 + 3 + 5
    villages = (70 + 3 + 5) + (60 + 3 + 5)  # quota, officials of the thôn, walk-ins
    assert numbers == list(range(1, guests + villages + 1))
    assert words.count("Ban Chấp hành Đoàn xã") == 2  # a line for each of two
    paper = read_pdf(engine.pdf(document).data)
    for name in ("Đồng Vạn (chỉ tiêu 70", "Phú Ấp (chỉ tiêu 60"):
        line = paper.line(f"Đại biểu thôn {name} người)")
        assert line.baseline < 28
    assert "Xóm Chợ\n" not in words
    assert "\tXóm Chợ\t" in words  # the thôn is in the heading


@pytest.mark.parametrize("apart", [True, False])
def test_pages_by_thon_are_a_choice(engine: Engine, apart: bool) -> None:
    choices = PaperChoices(page_per_locality=apart, walk_ins=0)
    plan = replace(minh_khe(), quotas=(Quota("dong-van", 9), Quota("phu-ap", 9)))
    paper = read_pdf(engine.pdf(built(engine, "sign-in", plan, choices=choices)).data)
    assert len(paper.sizes) == (4 if apart else 3)


def test_there_is_room_to_sign(engine: Engine) -> None:
    """C11: rows high enough for a pen, in PDF and Word; the head on every page."""
    document = built(engine, "sign-in")
    paper = read_pdf(engine.pdf(document).data)
    lines = [line for line in paper.on(4) if re.fullmatch(r"\d+", line.text) and line.baseline > 19]
    steps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    assert len(steps) > 15
    assert min(steps) >= 9.4
    heads = [line for line in paper.lines if line.text == "Ký nhận"]
    assert {line.page for line in heads} == set(range(1, len(paper.sizes) + 1))
    xml = docx.Document(BytesIO(engine.docx(document).data)).tables[-1]._tbl.xml
    assert xml.count('w:hRule="atLeast"') >= 60


def test_public_records_have_been_through_privacy() -> None:
    """M2: what is printed for the public is what `posted` leaves, and prepared answers without numbers."""
    fit = for_public(sample())
    assert [replace(o, prepared_answer="") for o in fit.opinions] == [
        replace(o, prepared_answer="") for o in posted(sample()).records.opinions
    ]
    assert not any(re.search(r"0293 000", o.prepared_answer) for o in fit.opinions)
    assert sum("[số đã che]" in o.prepared_answer for o in fit.opinions) >= 1
