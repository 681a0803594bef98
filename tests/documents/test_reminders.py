"""What the reminders say: how late, what was promised to whom, and what went out before (F1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.letters import reminders
from tests.documents.before_the_day import sample, words_of
from tests.documents.letters_world import built, followed, letters_of, one_letter
from tests.documents.paper_plans import minh_khe

POWER = "Điện lực khu vực Đông Lâm"


def test_a_reminder_says_how_late_in_both_ways_of_counting(engine: Engine) -> None:
    """F1: 05/5 to 18/5 are thirteen days, nine of them working; the note of the office stays inside."""
    records = followed()
    document = built(engine, "reminders", minh_khe(), records)
    words = next(w for w in letters_of(engine, document) if "Kính gửi: Phòng Kinh tế" in w)
    assert "Theo Thông báo kết luận số 25/TB-UBND ngày 29/4/2026 về kết quả Hội nghị" in words
    assert "đã đôn đốc tại Công văn số 31/UBND-VP ngày 12/5/2026." in words
    (row,) = (line for line in words.splitlines() if line.startswith("1\t"))
    assert row.split("\t")[2:] == [
        "Ông Đặng Văn Quyết (thôn Đồng Vạn)",
        "05/5/2026",
        "13 ngày (9 ngày làm việc)",
    ]
    assert "chậm nhất thứ Hai 25/5/2026" in words
    assert "Gọi điện hỏi" not in words


def test_the_higher_level_is_asked_and_not_told(engine: Engine) -> None:
    words = next(
        w
        for w in letters_of(engine, built(engine, "reminders", minh_khe(), followed()))
        if f"Kính gửi: {POWER}" in w
    )
    assert "V/v đề nghị trả lời kiến nghị" in words.replace("\n", " ")
    assert "kính đề nghị Điện lực khu vực Đông Lâm quan tâm xem xét" in words
    assert "\t29/4/2026\t19 ngày (11 ngày làm việc)" in words
    assert "yêu cầu" not in words


def test_what_is_soon_due_and_what_is_due_today(engine: Engine) -> None:
    records = sample()
    words = words_of(engine, built(engine, "reminders", minh_khe(), records, today=date(2026, 4, 27)))
    assert "Các nội dung sau đây sắp đến thời hạn (01 nội dung):" in words
    assert "\t28/4/2026\tCòn 1 ngày" in words
    due = words_of(engine, built(engine, "reminders", minh_khe(), records, today=date(2026, 4, 28)))
    assert "Đến hạn hôm nay" in due
    assert built(engine, "reminders", minh_khe(), records, today=date(2026, 4, 20)).sections == ()


def test_a_second_reminder_cites_the_first_and_counts_to_its_own_date(engine: Engine) -> None:
    records = followed()
    promises = current(records)
    first = next(one for one in reminders(promises, date(2026, 5, 11)) if one.to == "Công an xã")
    sent = Line(
        "v1", "reminders", first.subject, number="33", dated_on=date(2026, 5, 11),
        issued_at=datetime(2026, 5, 11, 3, tzinfo=UTC),
    )  # fmt: skip
    second = Line("v2", "reminders", f"{first.subject}:lan-2", number="40", dated_on=date(2026, 5, 20))
    told = replace(records, papers=(*records.papers, sent, second))
    words = one_letter(engine, "reminders", told, second.subject)
    assert "Số: 40/UBND-VP" in words
    assert "đã đôn đốc tại Công văn số 33/UBND-VP ngày 11/5/2026." in words
    assert "22 ngày (14 ngày làm việc)" in words
    assert "Đến ngày 20/5/2026" in words


def test_names_in_a_reminder_are_by_consent(engine: Engine) -> None:
    words = words_of(engine, built(engine, "reminders", minh_khe(), followed()))
    assert "Lò Văn Ế" not in words
    assert "Công dân thôn Phú Ấp" in words
