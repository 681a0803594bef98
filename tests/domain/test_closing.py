"""Each thing that minutes can lack or that does not add up is named, with the field it belongs to (M3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogue_desktop.domain.closing import check
from dialogue_desktop.domain.closing_around import Around, UsedNumber
from dialogue_desktop.domain.closing_gap import Fix, Gap
from dialogue_desktop.domain.live import HalfSpeaker, LiveDraft, LiveItem, Round
from dialogue_desktop.domain.plan import CopyPurpose, Plan
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Delegate, Outcome, Records, TurnState, Version, Voice
from tests.domain.ended import ENDED, PLAN, RECORDS, STARTED, view, with_row, with_session

OFF = Around(day_off=lambda day: "Thứ Bảy" if day.weekday() == 5 else "")
USED = UsedNumber("7", "BB-UBND", 2026, "Đối thoại thôn Bến Lở")


def test_a_whole_session_lacks_nothing_and_says_so():
    found = check(view(), OFF)
    assert (found.missing, found.review) == ((), ())
    assert "Bắt đầu 08:00, kết thúc 11:15" in found.complete
    assert "Số 07/BB-UBND, chưa trùng số nào" in found.complete


@pytest.mark.parametrize(
    ("records", "text", "field", "fix"),
    [
        (with_session(started_at=None), "Chưa ghi giờ khai mạc", "started_at", Fix.HOUR),
        (with_session(ended_at=None), "Chưa ghi giờ kết thúc", "ended_at", Fix.HOUR),
        (
            with_session(started_at=ENDED, ended_at=STARTED),
            "Giờ kết thúc trước giờ khai mạc",
            "ended_at",
            Fix.HOUR,
        ),
        (with_session(chairs=()), "Chưa có tên người chủ trì", "chairs.name", None),
        (with_session(secretaries=()), "Chưa có tên thư ký", "secretaries.name", None),
        (with_row("turns", state=TurnState.WAITING), "Bà Lê Thị Ổn chưa được phát biểu", "state", Fix.TURN),
        (with_row("turns", state=TurnState.ANSWERING), "Bà Lê Thị Ổn còn đang phát biểu", "state", Fix.TURN),
        (with_row("opinions", text=" "), "Ý kiến số 1 chưa có nội dung", "text", None),
        (with_row("opinions", outcome=None), "Ý kiến số 1 chưa ghi kết quả", "outcome", Fix.OUTCOME),
        (
            with_row("opinions", outcome=Outcome.REFUSED),
            "Ý kiến số 1 từ chối nhưng chưa có lý do",
            "outcome_reason",
            Fix.REASON,
        ),
        (with_row("answers", text=""), "Ý kiến số 1 chưa ghi câu trả lời", "answer", None),
        (
            with_row("opinions", 1, answered_with="bỏ"),
            "Ý kiến số 2 trả lời chung với ý kiến không còn nữa",
            "answer",
            None,
        ),
        (
            with_row("opinions", 1, answered_with="y1"),
            "Ý kiến số 2 trả lời chung với ý kiến số 1 nhưng kết quả khác nhau",
            "outcome",
            None,
        ),
        (with_row("opinions", marked=True), "Ý kiến số 1 còn đánh dấu xem lại", "marked", Fix.MARKED),
        (with_row("opinions", voices=()), "Chưa rõ họ tên người có ý kiến", "voices", Fix.VOICE),
        (
            with_row("opinions", voices=(Voice("Lò Văn Ế", "ông"),)),
            "Ông Lò Văn Ế chưa có địa chỉ",
            "voices",
            Fix.VOICE,
        ),
        (with_row("opinions", 1, unit=""), "Ý kiến số 2 chưa có đơn vị", "unit", Fix.DUTY),
        (with_row("opinions", 1, deadline=None), "Ý kiến số 2 chưa có thời hạn", "deadline", Fix.DUTY),
        (
            with_row("opinions", 1, outcome=Outcome.ESCALATED),
            "Ý kiến số 2 chưa có cơ quan nhận",
            "receiving_body",
            Fix.DUTY,
        ),
        (
            with_row("opinions", 1, deadline=date(2026, 4, 20)),
            "Ý kiến số 2 hẹn ngày 20/4/2026, trước ngày họp",
            "deadline",
            Fix.DUTY,
        ),
        (replace(RECORDS, attendance=()), "Chưa điểm danh", "present", None),
        (
            with_row("attendance", present=199),
            "Hộ dân thôn Phú Ấp: 199 trên tổng 198",
            "present",
            Fix.COUNT,
        ),
        (with_session(people_total=190), "Tổng số hộ lệch 8", "present", Fix.COUNT),
        (replace(RECORDS, conclusions=()), "Chưa ghi kết luận của người chủ trì", "", None),
        (with_row("conclusions", text=""), "Kết luận 1 chưa có nội dung", "text", None),
        (
            with_row("conclusions", settled=False, unit="Trạm Y tế"),
            "Kết luận 1 chưa có thời hạn",
            "deadline",
            Fix.CONCLUSION,
        ),
        (
            with_row("conclusions", settled=False, unit="Trạm Y tế", deadline=date(2026, 4, 1)),
            "Kết luận 1 hẹn ngày 01/4/2026, trước ngày họp",
            "deadline",
            Fix.CONCLUSION,
        ),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_of_right_minutes(records: Records, text: str, field: str, fix: Fix | None):
    (gap,) = [one for one in check(view(records), OFF).missing if one.text == text]
    assert (gap.field, gap.fix, gap.review) == (field, fix, False)
    assert gap.action
    assert gap.page == "end" if text.startswith("Chưa ghi giờ") else gap.page in ("live", "plan")


@pytest.mark.parametrize(
    ("records", "plan", "text"),
    [
        (with_session(ended_at=datetime(2026, 4, 25, 4, tzinfo=UTC)), PLAN, "Phiên họp dài hơn 12 giờ"),
        (
            with_session(
                started_at=datetime(2026, 4, 25, 1, tzinfo=UTC), ended_at=datetime(2026, 4, 25, 4, tzinfo=UTC)
            ),
            PLAN,
            "Ngày họp khác kế hoạch",
        ),
        (
            replace(RECORDS, turns=(*RECORDS.turns, replace(RECORDS.turns[0], id="t2", number=2))),
            PLAN,
            "Bà Lê Thị Ổn đã phát biểu, chưa ghi ý kiến",
        ),
        (with_row("opinions", field=""), PLAN, "Ý kiến số 1 chưa xếp lĩnh vực"),
        (with_row("opinions", 1, deadline=date(2026, 5, 9)), PLAN, "Ý kiến số 2 hẹn vào ngày nghỉ"),
        (
            with_row("attendance", total=201),
            replace(PLAN, localities=PLAN.localities),
            "Hộ dân thôn Phú Ấp: tổng 201 hộ, kế hoạch ghi 198",
        ),
        (
            replace(RECORDS, delegates=(Delegate("d", locality="thôn Phú Ấp", count=60, attended=True),)),
            PLAN,
            "Hộ dân thôn Phú Ấp: 54 theo điểm danh, 60 theo danh sách ký nhận",
        ),
        (RECORDS, replace(PLAN, minutes_number=""), "Chưa ghi số biên bản"),
        (RECORDS, replace(PLAN, copies=PLAN.copies[1:]), "Chưa có bản để niêm yết"),
        (with_row("opinions", consent=None), PLAN, "Bà Lê Thị Ổn chưa được hỏi việc công khai họ tên"),
        (
            with_row("opinions", text="Cán bộ địa chính ăn tiền của dân"),
            PLAN,
            "Ý kiến số 1 có lời tố người khác",
        ),
    ],
)
def test_what_is_worth_a_look_blocks_nothing(records: Records, plan: Plan, text: str):
    found = check(view(records, plan), OFF)
    assert text in [gap.text for gap in found.review]
    assert all(gap.review for gap in found.review)
    assert text not in [gap.text for gap in found.missing]


def _only(found: tuple[Gap, ...]) -> Gap:
    (gap,) = found
    return gap


def test_a_number_used_by_other_minutes_of_the_year_is_named_with_whose_it_is():
    gap = _only(check(view(), Around(numbers=(USED,))).missing)
    assert (gap.text, gap.detail) == ("Số 07/BB-UBND đã dùng cho biên bản khác", "Đối thoại thôn Bến Lở")
    others = (replace(USED, year=2025), replace(USED, symbol="BB/ĐU"), replace(USED, number="8"))
    assert check(view(), Around(numbers=others)).missing == ()


def test_a_frozen_paper_with_an_empty_number_is_not_asked_for_it_again():
    frozen = replace(RECORDS, versions=(Version("v1", 1),))
    assert check(view(frozen, replace(PLAN, minutes_number=""))).review == ()


def test_a_place_is_asked_for_where_neither_plan_nor_session_has_one():
    gap = _only(check(view(with_session(place=""), replace(PLAN, places=()))).missing)
    assert (gap.text, gap.page, gap.field, gap.fix) == ("Chưa ghi địa điểm họp", "plan", "places", Fix.PLACE)


def test_a_copy_without_a_purpose_leads_to_that_copy():
    plan = replace(PLAN, copies=(PLAN.copies[0], CopyPurpose("ban-2", " ")))
    gap = _only(check(view(plan=plan)).missing)
    assert (gap.text, gap.page, gap.record_id) == ("Bản thứ 2 chưa ghi dùng để làm gì", "end", "ban-2")


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            LiveDraft(LiveItem(text="Tôi xin hỏi thêm về quỹ khuyến học")),
            "Tôi xin hỏi thêm về quỹ khuyến học",
        ),
        (
            LiveDraft(LiveItem("y1", text="Nước máy có váng vàng, để một đêm thì lắng")),
            "Nước máy có váng vàng, để",
        ),
        (
            LiveDraft(LiveItem("y2", text=RECORDS.opinions[1].text, rounds=(Round(text="Xã nạo vét rãnh"),))),
            "Xã nạo vét rãnh",
        ),
        (LiveDraft(quick_add="Vũ Đình Ất /Phú Ấp"), "Vũ Đình Ất"),
        (LiveDraft(small="Phòng Kinh"), "Phòng Kinh"),
        (LiveDraft(speaker=HalfSpeaker("t1", Voice("Lê Thị Ồn", "bà"))), "bà Lê Thị Ồn"),
    ],
)
def test_words_half_typed_in_the_session_are_told_with_their_beginning(draft: LiveDraft, words: str):
    gap = _only(check(view(), Around(draft)).missing)
    assert gap.text == "Còn chữ đang gõ dở ở phiên đối thoại"
    assert gap.detail.startswith(f"“{words}")


def test_a_draft_that_says_what_the_records_say_is_no_draft():
    item = LiveItem("y1", text=RECORDS.opinions[0].text, rounds=(Round(text=RECORDS.answers[0].text),))
    for draft in (None, LiveDraft(), LiveDraft(item), LiveDraft(LiveItem(rounds=(Round(),)))):
        assert check(view(), Around(draft)).missing == ()


def test_a_name_without_consent_in_anothers_words_is_covered_and_stands_in_nobodys_way():
    """M2: not only in the opinion's own line: the answer that says it is posted without it."""
    records = replace(
        with_row("opinions", 1, consent=False),
        answers=(replace(RECORDS.answers[0], text="Xã mời ông Lò Văn Ế ra Trạm Y tế."),),
    )
    assert check(view(records)).missing == ()
    fit = posted(records)
    assert "Lò Văn Ế" not in fit.records.answers[0].text
    assert any("Lò Văn Ế" in line and "trong trả lời" in line for line in fit.masked)


def test_several_that_were_not_asked_are_one_line():
    records = with_row("opinions", consent=None)
    both = replace(records, opinions=(records.opinions[0], replace(records.opinions[1], consent=None)))
    gap = _only(check(view(both)).review)
    assert (gap.text, gap.record_id) == ("2 ý kiến chưa hỏi việc công khai họ tên", "y1")
    assert gap.detail == "Ý kiến số 1, 2: bản niêm yết che tên"
