"""What was corrected from one version to the next reads as the secretary would say it (M3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import (
    Answer,
    Apart,
    Delegate,
    Opinion,
    Outcome,
    RecordKind,
    Records,
    TurnState,
    Voice,
)
from dialogue_desktop.domain.version_changes import Minutes, VersionChange, version_changes
from dialogue_desktop.domain.version_parts import part_changed
from tests.domain.ended import ENDED, PLAN, RECORDS, with_row, with_session

BEFORE = Minutes(PLAN, RECORDS)


def _changes(records: Records = RECORDS, plan: Plan = PLAN) -> tuple[VersionChange, ...]:
    return version_changes(BEFORE, Minutes(plan, records))


def _said(records: Records = RECORDS, plan: Plan = PLAN) -> list[str]:
    return [change.sentence for change in _changes(records, plan)]


def test_the_same_minutes_have_no_change():
    assert _changes() == ()


@pytest.mark.parametrize(
    ("records", "sentence"),
    [
        (
            with_row("answers", text="Trạm Y tế lấy mẫu trước ngày 30/4."),
            "Ý kiến số 1: câu trả lời sửa từ “Trạm Y tế lấy mẫu trong tuần này.” "
            "thành “Trạm Y tế lấy mẫu trước ngày 30/4.”.",
        ),
        (
            with_row("opinions", 1, deadline=date(2026, 5, 15)),
            "Ý kiến số 2: thời hạn sửa từ “08/5/2026” thành “15/5/2026”.",
        ),
        (
            with_row("opinions", 1, outcome=Outcome.ESCALATED),
            "Ý kiến số 2: kết quả sửa từ “Hẹn văn bản” thành “Chuyển cấp trên”.",
        ),
        (
            with_row("opinions", voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),)),
            "Ý kiến số 1: người có ý kiến sửa từ “bà Lê Thị Ổn, xóm Đình, thôn Phú Ấp” "
            "thành “bà Lê Thị Ổn, thôn Phú Ấp”.",
        ),
        (
            with_row("opinions", consent=False),
            "Ý kiến số 1: việc công khai tên sửa từ “đồng ý công khai tên” thành “không công khai tên”.",
        ),
        (with_row("opinions", 1, unit=""), "Ý kiến số 2: đơn vị đã bỏ, trước ghi “Phòng Kinh tế”."),
        (
            with_row("opinions", outcome_reason="đã giải quyết xong"),
            "Ý kiến số 1: lý do ghi thêm: “đã giải quyết xong”.",
        ),
        (
            with_row("attendance", present=55),
            "Nhóm “Hộ dân thôn Phú Ấp”: số người dự sửa từ “54” thành “55”.",
        ),
        (
            with_session(ended_at=ENDED + timedelta(minutes=5)),
            "Giờ kết thúc sửa từ “11:15 ngày 24/4/2026” thành “11:20 ngày 24/4/2026”.",
        ),
        (
            with_row("conclusions", settled=False),
            "Kết luận 1: đã giải quyết sửa từ “có” thành “không”.",
        ),
        (
            with_row("opinions", 1, answered_with="y1"),
            "Ý kiến số 2: trả lời chung với ý kiến số 1.",
        ),
    ],
)  # fmt: skip
def test_one_correction_is_one_sentence(records: Records, sentence: str):
    assert _said(records) == [sentence]


def test_what_is_new_and_what_is_gone_is_one_line_each_with_its_answer_in_it():
    new = Opinion("y3", 3, text="Đèn đường xóm Đình hỏng năm bóng", voices=(Voice("Hoàng Thị Mỵ", "bà"),))
    records = replace(
        RECORDS,
        opinions=(RECORDS.opinions[1], new),
        answers=(Answer("a3", "y3", 1, text="Thay trong tháng 5."),),
        turns=(),
    )
    assert _said(records) == [
        "Bỏ lượt phát biểu số 1.",
        "Thêm ý kiến số 3 của bà Hoàng Thị Mỵ: “Đèn đường xóm Đình hỏng năm bóng”.",
        "Bỏ ý kiến số 1 của bà Lê Thị Ổn, trước ghi “Nước máy có váng vàng”.",
    ]
    added = _changes(records)[1]
    assert (added.record, added.record_id) == (RecordKind.OPINION, "y3")


def test_a_round_more_is_told_with_its_number():
    records = replace(
        RECORDS, answers=(*RECORDS.answers, Answer("a2", "y1", 2, "Bao giờ có kết quả?", text="Trước 15/5."))
    )
    assert _said(records) == ["Thêm câu trả lời ý kiến số 1, lần 2: “Trước 15/5.”."]


def test_number_copies_and_signers_of_the_plan_are_in_the_minutes():
    plan = replace(PLAN, minutes_number="08", copies=PLAN.copies[:1], chairs=())
    assert _said(plan=plan) == [
        "Số biên bản sửa từ “07” thành “08”.",
        "Các bản sửa từ “1 bản Niêm yết tại trụ sở; 1 bản Lưu hồ sơ” thành “1 bản Niêm yết tại trụ sở”.",
        "Người chủ trì đã bỏ, trước ghi “ông Đỗ Mạnh Tuyển, Chủ tịch UBND xã”.",
    ]


def test_who_chairs_as_planned_is_the_same_whether_plan_or_session_says_it():
    assert _said(with_session(chairs=PLAN.chairs, place="")) == []


@pytest.mark.parametrize(
    "records",
    [
        with_row("opinions", marked=True),
        with_row("opinions", prepared_answer="Trạm Y tế đã lấy mẫu", prepared_by="Trạm Y tế"),
        replace(RECORDS, apart=(Apart.of("y1", "y2"),)),
        replace(RECORDS, delegates=(Delegate("d1", name="Vũ Đình Ất"),)),
        replace(RECORDS, turns=(*RECORDS.turns, replace(RECORDS.turns[0], id="t9", state=TurnState.ABSENT))),
        with_session(notes="Trời mưa", step_id="be-mac"),
    ],
)
def test_what_the_minutes_do_not_show_is_no_correction(records: Records):
    assert _changes(records) == ()


def test_of_a_long_text_only_the_part_that_differs_is_told():
    words = " ".join(f"chữ{number}" for number in range(60))
    old, new = part_changed(words, words.replace("chữ30", "CHỮ30 thêm"))
    assert (old, new) == (
        "… chữ27 chữ28 chữ29 chữ30 chữ31 chữ32 chữ33 …",
        "… chữ27 chữ28 chữ29 CHỮ30 thêm chữ31 chữ32 chữ33 …",
    )
    assert part_changed(words, f"{words} hết") == ("… chữ57 chữ58 chữ59", "… chữ57 chữ58 chữ59 hết")
