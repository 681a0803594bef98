"""Conclusions drafted from what was said: units, days, names by consent, one matter once (L8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.domain.conclusion_update import day_note
from dialogue_desktop.domain.conclusion_words import read_aloud, whole_sentence
from dialogue_desktop.domain.deadlines import Anchor, Rule
from dialogue_desktop.domain.plan import Duty, UnitTasks
from dialogue_desktop.domain.records import Conclusion, OpinionKind, Outcome, Records, Source
from tests.domain.concluding import KHAI, MO, PLAN, ROAD, UONG, drafted, drafting, said, with_draft

WRITTEN = Outcome.WRITTEN


def _texts(*opinions: object) -> list[str]:
    return [row.text for row in drafted(Records(opinions=opinions)).rows]  # type: ignore[arg-type]


def test_what_is_settled_is_one_sentence_with_its_fields() -> None:
    rows = drafted(
        Records(
            opinions=(
                said(1, "Điện yếu", Outcome.ANSWERED, field="Điện, nước"),
                said(2, "Bao giờ cấp sổ?", Outcome.ANSWERED, KHAI, field="Đất đai"),
                said(3, "Cảm ơn xã", Outcome.ANSWERED, MO),
                said(4, "Nên trồng thêm cây", Outcome.NOTED, MO),
            )
        )
    ).rows
    assert rows[0].text == (
        "Đã trả lời, giải quyết tại hội nghị 03 ý kiến, kiến nghị thuộc các lĩnh vực: Đất đai 01 ý kiến; "
        "Điện, nước 01 ý kiến; lĩnh vực khác 01 ý kiến."
    )
    assert (rows[0].settled, rows[0].deadline, rows[0].opinion_ids) == (True, None, ("o1", "o2", "o3"))
    assert rows[1].text == "Ghi nhận, tiếp thu 01 ý kiến, kiến nghị."


def test_what_is_owed_names_the_unit_the_wish_the_person_and_the_day() -> None:
    (row,) = drafted(Records(opinions=(said(5, ROAD, WRITTEN, unit="Phòng Kinh tế"),))).rows
    assert row.text == (
        "Giao Phòng Kinh tế xem xét, trả lời bằng văn bản kiến nghị sửa chữa đường trục thôn Phú Ấp, đoạn từ "
        "cổng làng ra cầu Ngòi của ông Nguyễn Đức Ưởng (thôn Phú Ấp), chậm nhất ngày 08/5/2026."
    )
    assert (row.settled, row.unit, row.deadline) == (False, "Phòng Kinh tế", date(2026, 5, 8))


@pytest.mark.parametrize("consent", [None, False])
def test_without_consent_nobody_is_named_anywhere_in_it(consent: bool | None) -> None:
    """M2: the conclusion is posted; what the speaker says of himself is hidden too, and his telephone."""
    text = f"Đề nghị vá đường. Tôi là {UONG.name}, gọi 0912 345 678 khi làm"
    (words,) = _texts(said(6, text, WRITTEN, UONG, MO, consent=consent, unit="Phòng Kinh tế"))
    assert "Ưởng" not in words
    assert "0912" not in words
    assert "số đã che" not in words
    assert words.endswith("của công dân thôn Phú Ấp và công dân thôn Đồng Vạn, chậm nhất ngày 08/5/2026.")


def test_a_group_is_named_as_it_was_written_down_where_it_agreed() -> None:
    (first,) = _texts(said(9, ROAD, WRITTEN, group_note="12 hộ dân xóm Đình"))
    (second,) = _texts(said(9, ROAD, WRITTEN, group_note="12 hộ dân xóm Đình", consent=None))
    assert "của 12 hộ dân xóm Đình và ông Nguyễn Đức Ưởng (thôn Phú Ấp)," in first
    assert "của công dân thôn Phú Ấp," in second


def test_who_gave_no_name_has_no_thon_and_what_is_withheld_no_words() -> None:
    (first,) = _texts(said(7, "Xã cần công khai quỹ", WRITTEN, anonymous=True))
    (second,) = _texts(said(8, "Ông A chiếm đất", WRITTEN, withheld=True))
    assert "Phú Ấp" not in first
    assert "nội dung ý kiến số 8" in second
    assert "chiếm đất" not in second


def test_the_same_matter_stands_once_for_all_who_asked() -> None:
    """Grouped, repeated at the hall, or answered with another: one conclusion, with the unit that was to
    prepare the answer."""
    collected = said(
        1, "Đường trục hỏng", None, MO, source=Source.SLIP, turn_id="", group_id="g", unit="Phòng Kinh tế"
    )
    opinions = (
        collected,
        said(2, ROAD, WRITTEN, linked_id="o1"),
        said(3, "Đường hỏng", WRITTEN, KHAI, group_id="g"),
        said(4, "Đường lầy", WRITTEN, KHAI, consent=None, answered_with="o3"),
        said(5, "Đèn hỏng", WRITTEN, KHAI, deadline=date(2026, 5, 15)),
    )
    rows = drafted(Records(opinions=opinions)).rows
    assert [row.opinion_ids for row in rows] == [("o2", "o3", "o4", "o1"), ("o5",)]
    assert rows[0].unit == "Phòng Kinh tế"
    assert "ông Nguyễn Đức Ưởng (thôn Phú Ấp), ông Bế Văn Khải (thôn Đồng Vạn) và công dân" in rows[0].text
    assert rows[1].text.endswith("chậm nhất ngày 15/5/2026.")


def test_each_way_of_not_being_settled_has_its_own_words() -> None:
    up = said(1, ROAD, Outcome.ESCALATED, unit="Văn phòng", receiving_body="Sở Xây dựng")
    off = said(2, "Giá điện tính sao?", Outcome.OFF_TOPIC, kind=OpinionKind.QUESTION, unit="Phòng Kinh tế")
    part = said(3, "Rác", Outcome.PARTLY)
    refused = said(4, "Khiếu nại", Outcome.REFUSED, outcome_reason="đã có kết luận cuối cùng.")
    first, second, third, last = _texts(up, off, part, refused)
    assert first == "Không đối thoại tại hội nghị 01 nội dung; lý do: đã có kết luận cuối cùng."
    assert second.startswith("Tiếp tục giải quyết kiến nghị “Rác”")
    assert third.startswith("Giao Phòng Kinh tế trả lời riêng câu hỏi “Giá điện tính sao?” của ông")
    assert last.startswith("Giao Văn phòng có văn bản gửi Sở Xây dựng đề nghị xem xét, giải quyết kiến nghị")
    assert "vượt thẩm quyền, chậm nhất ngày 06/5/2026" in last  # five working days over the holidays


def test_the_plans_own_rule_counts_and_a_day_off_is_said_not_moved() -> None:
    duty = Duty("d", text="Trả lời bằng văn bản", rule=Rule(Anchor.CONFERENCE_DAY, n=7))
    plan = replace(PLAN, tasks=(UnitTasks("u", "Văn phòng", duties=(duty,)),))
    records = Records(opinions=(said(1, ROAD, WRITTEN, unit="Phòng Kinh tế"),))
    (row,) = drafted(records, plan).rows
    assert row.deadline == date(2026, 5, 1)  # counted in calendar days, as the plan says
    note = day_note(drafting(plan), replace(records, conclusions=(row,)), row)
    assert note.warned
    assert note.suggested == date(2026, 5, 4)
    assert "1/5" in note.words
    assert note.suggestion == "Lấy thứ Hai 04/5"


def test_the_engine_says_how_it_counted_and_the_text_must_not_promise_another_day() -> None:
    records = with_draft(said(1, ROAD, WRITTEN, unit="Phòng Kinh tế"))
    (row,) = records.conclusions
    note = day_note(drafting(), records, row)
    assert note.words.startswith("thứ Sáu 08/5/2026: 7 ngày làm việc, không tính T7, CN")
    assert not note.warned
    other = replace(row, deadline=date(2026, 5, 20))
    assert day_note(drafting(), records, other).warned


def test_read_out_the_day_has_its_weekday_and_nothing_is_said_twice() -> None:
    words = drafting().words
    row = Conclusion("k", text="Sửa cống xóm Đình", settled=False, unit="UBND xã", deadline=date(2026, 5, 8))
    assert whole_sentence(row, words) == (
        "Sửa cống xóm Đình; giao UBND xã thực hiện; chậm nhất ngày 08/5/2026."
    )
    assert read_aloud(row, words) == (
        "Sửa cống xóm Đình; giao Ủy ban nhân dân xã thực hiện; chậm nhất thứ Sáu, ngày mùng tám tháng năm "
        "năm hai nghìn không trăm hai mươi sáu."
    )
    said_already = replace(row, text="Giao UBND xã sửa cống, xong trước ngày 8/5/2026.")
    assert whole_sentence(said_already, words) == said_already.text


def test_an_opinion_without_a_result_is_not_drafted() -> None:
    assert drafted(Records(opinions=(said(1, ROAD, None),))).rows == ()


def test_of_several_the_one_who_says_the_wish_is_quoted() -> None:
    """L8, F1: a promise is called the same on the board; without any wish the first of the hall is quoted."""
    told = said(3, "Đường trục thôn lầy lội quá nửa năm nay rồi", WRITTEN, MO, group_id="g", unit="X")
    wished = said(8, ROAD, WRITTEN, KHAI, group_id="g", unit="X")
    (words,) = _texts(told, wished)
    assert "kiến nghị sửa chữa đường trục thôn Phú Ấp" in words
    assert "lầy lội" not in words
    (plain,) = _texts(told, replace(wished, text="Đi không nổi nữa"))
    assert "“Đường trục thôn lầy lội quá nửa năm nay rồi”" in plain
