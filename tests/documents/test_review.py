"""The minutes of the review meeting: what was written, what the figures say where nothing was (F4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dialogue_desktop.documents import review_hints
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.after_records import PaperPart
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import (
    Attendance,
    Opinion,
    Outcome,
    Records,
    Source,
    Span,
    Turn,
    TurnState,
    Voice,
)
from tests.documents.before_the_day import sample, words_of
from tests.documents.letters_world import built, followed, paper_of
from tests.documents.paper_plans import minh_khe

HINT = "[Gợi ý từ số liệu của Hội nghị, cần kiểm tra, sửa hoặc bỏ trước khi ký]"
EIGHT = datetime(2026, 4, 24, 1, tzinfo=UTC)


def test_what_was_written_of_the_meeting_stands_as_it_is(engine: Engine) -> None:
    words = words_of(engine, built(engine, "review", minh_khe(), followed()))
    assert "Thời gian bắt đầu: 14 giờ 00, ngày 15 tháng 5 năm 2026." in words
    assert "Chủ trì (chủ tọa): Ông Đỗ Mạnh Tuyển, Chủ tịch UBND xã." in words
    assert "- Trưởng các phòng, Công an xã, Trạm Y tế: 05 người." in words
    good = words[words.index("1. Kết quả") : words.index("2. Hạn chế")]
    assert "Việc phát phiếu đến từng hộ làm sớm, Nhân dân đến đủ.\nTrả lời tại chỗ được nhiều việc." in good
    assert HINT not in good
    assert "1\tGửi dự thảo trả lời trước ngày họp 03 ngày.\tCác phòng chuyên môn\t01/9/2026" in words
    assert "2\tChuẩn bị micro dự phòng.\t………\t………" in words
    assert "kết thúc vào 15 giờ 30 phút, ngày 15 tháng 5 năm 2026" in words
    assert words.index("THƯ KÝ") < words.index("Lương Thị Mẫn\n") < words.index("CHỦ TỌA")


def test_where_nothing_was_written_the_figures_speak_marked_as_to_be_checked(engine: Engine) -> None:
    words = words_of(engine, built(engine, "review", minh_khe(), followed()))
    bad = words[words.index("2. Hạn chế") : words.index("3. Nguyên nhân")]
    assert bad.count(HINT) == 1
    assert bad.index(HINT) < bad.index("- Có 15 nội dung cam kết quá thời hạn.") < bad.index("……")
    lessons = words[words.index("4. Bài học") : words.index("5. Việc phải")]
    assert HINT not in lessons
    assert "……" in lessons


def test_before_the_meeting_the_paper_has_room_for_the_pen(engine: Engine) -> None:
    words = words_of(engine, built(engine, "review", minh_khe(), sample()))
    assert "Thời gian bắt đầu: …… giờ ……, ngày …… tháng …… năm 2026." in words
    assert "- Số người dự: 118 hộ trên tổng số 412 hộ của địa phương, đạt 28,6%." in words
    assert "40 ý kiến, kiến nghị (15 ý kiến gửi trước, 25 ý kiến tại Hội nghị)" in words
    assert words.count(HINT) == 2


def test_the_offices_own_words_go_before_all(engine: Engine) -> None:
    line = Line(
        "v",
        "review",
        number="9",
        parts=(PaperPart("bad", "- Micro hỏng hai lần."), PaperPart("tasks", "Mua hai micro.")),
    )
    words = words_of(engine, built(engine, "review", minh_khe(), replace(followed(), papers=(line,))))
    assert "Số: 09/BB-UBND" in words
    assert "- Micro hỏng hai lần." in words
    assert HINT not in words
    assert "Mua hai micro." in words


def test_hints_name_what_is_short_late_or_open(engine: Engine) -> None:
    """F4: who did not come, what nobody answered, who spoke too long, what was late."""
    late = Span(EIGHT, EIGHT + timedelta(minutes=9))
    turns = (
        Turn("t1", 1, voice=Voice("Lê Thị Ổn", "bà", "thôn Đồng Vạn"), state=TurnState.DONE, spans=(late,)),
    )
    records = Records(
        turns=turns,
        attendance=(Attendance("a", label="Hộ dân", expected=60, present=40, unit="hộ"),),
        opinions=(
            Opinion("o1", 1, Source.SLIP, text="Sửa cầu."),
            Opinion(
                "o2",
                2,
                text="Sửa kênh.",
                outcome=Outcome.WRITTEN,
                unit="Phòng Kinh tế",
                deadline=date(2026, 5, 8),
            ),
            Opinion("o3", 3, Source.SLIP, text="Sửa kênh."),
            Opinion("o4", 4, text="Sửa kênh.", linked_id="o3", outcome=Outcome.ANSWERED),
        ),
        papers=(
            Line(
                "v",
                "conclusion",
                number="25",
                dated_on=date(2026, 5, 6),
                issued_at=datetime(2026, 5, 6, tzinfo=UTC),
            ),
        ),
    )
    plan = replace(
        minh_khe(), localities=(Locality("a", "thôn", "Đồng Vạn"), Locality("b", "thôn", "Phú Ấp"))
    )
    told = review_hints.bad(paper_of(engine, "review", plan, records))
    assert told == (
        "Số người dự thấp hơn số mời: 40/60 hộ.",
        "Còn 01 ý kiến chưa ghi kết quả (số 1).",
        "Có 01 lượt phát biểu quá thời gian, tổng cộng quá 04 phút.",
        "Không có người phát biểu của thôn Phú Ấp.",
        "Có 01 nội dung cam kết quá thời hạn.",
        "Có 01 văn bản trả lời, chuyển kiến nghị gửi chậm hoặc chưa gửi khi đã quá thời hạn.",
        "Thông báo kết luận ban hành ngày 06/5/2026, sau thời hạn công bố kết quả (04/5/2026).",
    )
    good = review_hints.good(
        paper_of(engine, "review", plan, replace(records, opinions=records.opinions[:1]))
    )
    assert good[-1] == "Tiếp nhận 01 ý kiến, kiến nghị (01 ý kiến gửi trước)."
    assert review_hints.bad(paper_of(engine, "review", plan, Records())) == ()
    assert review_hints.good(paper_of(engine, "review", plan, Records())) == ()
