"""The sheets of what follows the session: promises, conclusions, days, register (F1, L8, P14, M8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.after_records import COMMITMENT_STATE_LABELS
from dialogue_desktop.domain.commitments import sums
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import evening_view
from tests.exchange.summary_books import (
    FIRST_ROW,
    NOW,
    SAMPLE_NOW,
    columns_of,
    followed_book,
    followed_view,
    opened,
    register_of,
    rows_of,
    sample_items,
    sample_view,
)


def _promises() -> dict[int, dict[str, object]]:
    return rows_of(opened(followed_book(), values=True)["Cam kết"], "TT")


def test_each_promise_has_its_unit_days_and_opinions():
    """F1: number, words, unit, first and present day as days, and which opinions it came of."""
    view, rows = followed_view(), _promises()
    numbers = {one.id: one.number for one in view.records.opinions}
    assert len(rows) == len(view.records.commitments) == 21
    for one in view.records.commitments:
        row = rows[one.number]
        assert row["Việc đã hứa"] == one.text
        assert row["Đơn vị thực hiện"] == (one.unit or "(chưa giao)")
        opinions = ", ".join(str(number) for number in sorted(numbers[key] for key in one.opinion_ids))
        assert str(row["Ý kiến số"] or "") == opinions
        day = row["Thời hạn"]
        assert (day.date() if isinstance(day, datetime) else day) == one.deadline


def test_states_are_words_and_what_is_left_follows_from_them():
    """F1: done, carried on, late and near are told in words, so that a black and white print tells them."""
    rows = _promises()
    assert [(rows[n]["Tình trạng"], rows[n]["Còn lại"]) for n in range(1, 6)] == [
        ("Xong", "Xong"),
        ("Đang làm", "Còn 115 ngày"),
        ("Đã lùi hạn", "Còn 25 ngày"),
        ("Chờ cấp trên", "Còn 3 ngày"),
        ("Chuyển hội nghị sau", "Chuyển hội nghị sau"),
    ]
    assert rows[1]["Ngày xong"] == datetime(2026, 5, 4)
    assert rows[3]["Ghi chú"] == "Lý do: Chờ mưa dứt mới thi công được"
    assert rows[4]["Ghi chú"] == "Cơ quan có thẩm quyền: Sở Xây dựng"
    assert rows[3]["Hẹn ban đầu"] != rows[3]["Thời hạn"]
    assert any(row["Còn lại"] == "Trễ 7 ngày" for row in rows.values())
    formula = opened(followed_book())["Cam kết"].cell(FIRST_ROW, 8).value
    assert formula.startswith('=IF(G6="Chuyển hội nghị sau"')
    assert "TODAY()" in formula


def test_letters_and_evidence_stand_with_the_promise_and_its_opinion():
    """F1: number and date of the reply, what was done on which day, names of the files."""
    rows = _promises()
    assert rows[1]["Văn bản"] == "57/UBND-KT ngày 04/5/2026"
    assert rows[1]["Quá trình, minh chứng"] == (
        "28/4/2026: Đã thuê máy nạo vét\n04/5/2026: bien-ban-nghiem-thu.pdf"
    )
    view = followed_view()
    opinions = rows_of(opened(followed_book(), values=True)["Ý kiến"], "TT")
    of_first = {
        one.number for one in view.records.opinions if one.id in view.records.commitments[0].opinion_ids
    }
    for number in of_first:
        assert opinions[number]["Văn bản trả lời"] == "57/UBND-KT ngày 04/5/2026"
        assert opinions[number]["Thực hiện"] == "Xong"
    assert opinions[view.records.opinions[3].number]["Văn bản trả lời"] == "58/UBND-VP ngày 04/5/2026"
    assert not opinions[view.records.opinions[4].number]["Văn bản trả lời"]  # a draft answers nobody


def test_states_are_chosen_from_a_list_and_coloured():
    """F1: no state but the known ones; late, near, waiting and ended rows differ in colour."""
    sheet = opened(followed_book())["Cam kết"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == f'"{",".join((*COMMITMENT_STATE_LABELS.values(), "Chuyển hội nghị sau"))}"'
    assert str(rule.sqref) == f"G6:G{sheet.max_row + 50}"
    assert rule.showErrorMessage
    said = [
        (str(area.sqref), rule.formula[0], rule.dxf.fill.bgColor.rgb)
        for area, rules in sheet.conditional_formatting._cf_rules.items()
        for rule in rules
    ]
    last = sheet.max_row
    assert [(cells, formula) for cells, formula, _ in said] == [
        (f"A6:L{last}", 'OR($G6="Xong",$G6="Chuyển hội nghị sau")'),
        (f"F6:F{last} G6:G{last} H6:H{last}", 'AND($F6<>"",$F6<TODAY())'),
        (f"F6:F{last} G6:G{last} H6:H{last}", 'AND($F6<>"",$F6<=TODAY()+3)'),
        (f"F6:F{last} G6:G{last} H6:H{last}", 'OR($G6="Chờ cấp trên")'),
    ]
    assert len({colour for _, _, colour in said}) == 4


def test_what_each_unit_owes():
    """F1: kept, in time, near, late, waiting, carried on, as the board counts them."""
    promises = followed_view().records.commitments
    rows = rows_of(opened(followed_book(), values=True)["Cam kết theo đơn vị"], "Đơn vị thực hiện")
    for unit in {one.unit for one in promises}:
        wanted = sums((one for one in promises if one.unit == unit), SAMPLE_NOW.date())
        row = rows[unit or "(chưa giao)"]
        assert (row["Cộng"], row["Xong"], row["Còn hạn"], row["Trễ hạn"]) == (
            wanted.total, wanted.done, wanted.in_time, wanted.late,
        )  # fmt: skip
        assert (row["Đến hạn trong 3 ngày tới"], row["Chuyển hội nghị sau"]) == (wanted.soon, wanted.carried)
        assert row["Trong đó: chờ cấp trên"] == wanted.waiting
    assert rows["Cộng"]["Cộng"] == len(promises)
    assert rows["Cộng"]["Xong"] == rows["Cộng"]["Chuyển hội nghị sau"] == 1


def test_promises_follow_from_the_minutes_before_they_are_written_down():
    """F1: the sheet is there as soon as somebody owes something."""
    book = opened(build(sample_view(), now=SAMPLE_NOW), values=True)
    rows = rows_of(book["Cam kết"], "TT")
    assert len(rows) == 21
    assert {row["Tình trạng"] for row in rows.values()} == {"Chưa làm"}


def test_conclusions_have_unit_day_and_opinions():
    """L8: settled or not, and who owes what until when."""
    view = sample_view()
    rows = rows_of(opened(followed_book(), values=True)["Kết luận"], "TT")
    assert [row["Nội dung kết luận"] for row in rows.values()] == [
        one.text for one in view.records.conclusions
    ]
    for row, one in zip(rows.values(), view.records.conclusions, strict=True):
        assert row["Phân loại"] == ("Đã giải quyết" if one.settled else "Còn phải giải quyết")
        assert (row["Đơn vị thực hiện"] or "") == one.unit
        left = "Đã giải quyết" if one.settled else excel_due.words(one.deadline, SAMPLE_NOW.date())
        assert row["Còn lại"] == left


def test_what_plan_and_law_ask_for_stands_with_its_day():
    """P14: every item in the order of its day, what is done, what is late, how the day was counted."""
    items = sample_items()
    rows = rows_of(opened(followed_book(), values=True)["Thời hạn"], "TT")
    assert [row["Nội dung công việc"] for row in rows.values()] == [item.title for item in items]
    for row, item in zip(rows.values(), items, strict=True):
        day = row["Thời hạn"]
        assert (day.date() if isinstance(day, datetime) else day) == item.due
        assert (row["Đơn vị"] or "") == item.unit
    ticked = next(row for row, item in zip(rows.values(), items, strict=True) if item.done_on)
    assert (ticked["Còn lại"], ticked["Người làm"]) == ("Đã xong", "Bà Lương Thị Mẫn")
    assert ticked["Ngày xong"] == datetime(2026, 4, 13)
    left = {str(row["Còn lại"]).split()[0] for row in rows.values()}
    assert {"Đã", "Trễ", "Còn"} <= left


def test_what_was_to_be_prepared_is_over_after_the_day():
    """C12: a preparation that nobody ticked is not called late when the conference is over."""
    law = next(item for item in sample_items() if item.kind.value == "law" and item.due is not None)
    data = build(sample_view(), now=SAMPLE_NOW, items=(law,))
    sheet = opened(data)["Thời hạn"]
    assert sheet.cell(FIRST_ROW, columns_of(sheet)["Còn lại"]).value == "Đã qua"


def _register(data: bytes) -> dict[str, dict[str, Any]]:
    """The lines by number, or by kind where there is none."""
    rows = rows_of(opened(data, values=True)["Văn bản"], "TT").values()
    return {str(row["Số, ký hiệu"] or row["Loại văn bản"]): row for row in rows}


def test_the_register_tells_number_day_recipients_and_state():
    """F5: one line for each document; a draft has no number yet, the plan's number is known."""
    rows = _register(followed_book())
    notice, reply = rows["09/TB-UBND"], rows["58/UBND-VP"]
    assert notice["Ngày văn bản"] == datetime(2026, 4, 27)
    assert (notice["Loại văn bản"], notice["Tình trạng"]) == ("Thông báo kết luận hội nghị", "Đã niêm yết")
    assert notice["Nơi nhận"] == "Ủy ban nhân dân tỉnh (b/c)\nTrưởng các thôn"
    assert (notice["Ngày niêm yết"], notice["Nơi niêm yết"]) == (datetime(2026, 4, 28), "Bảng tin xã")
    assert (reply["Tình trạng"], reply["Ngày gửi"]) == ("Đã gửi", datetime(2026, 5, 5))
    assert rows["Văn bản trả lời"]["Tình trạng"] == "Dự thảo"
    assert rows["42/KH-UBND"]["Tình trạng"] == "Chưa phát hành"
    assert reply["Còn lại"] == "Đã xong"


def test_a_replaced_document_says_by_which():
    """F5: the new version names the old one's fate, and an answer counts by its newest letter."""
    view = followed_view()
    first, reply, draft = view.records.papers
    newer = replace(
        reply, id="vb4", number="71", dated_on=SAMPLE_NOW.date(), replaces="vb2", version=2,
        reason="Ghi nhầm tên đường",
    )  # fmt: skip
    view = replace(view, records=replace(view.records, papers=(first, reply, draft, newer)))
    data = build(view, now=SAMPLE_NOW, register=register_of(view))
    rows = _register(data)
    assert rows["58/UBND-VP"]["Tình trạng"] == "Đã được thay thế"
    assert rows["58/UBND-VP"]["Ghi chú"] == "Thay bằng văn bản 71/UBND-VP ngày 05/5/2026"
    assert (rows["71/UBND-VP"]["Lần"], rows["71/UBND-VP"]["Ghi chú"]) == (2, "Lý do thay: Ghi nhầm tên đường")
    opinions = rows_of(opened(data, values=True)["Ý kiến"], "TT")
    assert opinions[view.records.opinions[3].number]["Văn bản trả lời"] == "71/UBND-VP ngày 05/5/2026"


def test_sheets_without_rows_are_left_out():
    """M8: no empty page is printed."""
    view = evening_view()
    records = replace(view.records, conclusions=(), turns=())
    names = opened(build(replace(view, records=records), now=NOW)).sheetnames
    assert not {"Kết luận", "Đại biểu", "Lượt phát biểu", "Thời hạn", "Văn bản"} & set(names)
    assert "Cam kết" in names
