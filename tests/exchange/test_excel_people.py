"""The sheets of people: delegates, who was there, seats of each thôn, slips, speaking (L6, C11, P8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from dialogue_desktop.domain.inviting import in_printed_order
from dialogue_desktop.domain.records import Attendance, Records
from dialogue_desktop.domain.seats import locality_seats
from dialogue_desktop.domain.speaking_time import speaking_time
from dialogue_desktop.domain.words_vi import money_words
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import evening_view
from tests.exchange.summary_books import (
    FIRST_ROW,
    NOW,
    SAMPLE_NOW,
    columns_of,
    evening_book,
    followed_book,
    opened,
    rows_of,
    sample_view,
)


def _block(sheet: Any, title: str) -> dict[str, list[Any]]:
    """The rows of one small table by their second cell, sums by unit too."""
    at = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == title)
    found = {}
    for row in range(at + 2, sheet.max_row + 1):
        cells = [sheet.cell(row, column).value for column in range(2, 9)]
        if cells[0] is None:
            break
        found[f"{cells[0]} {cells[1]}" if cells[0] == "Cộng" and isinstance(cells[1], str) else cells[0]] = (
            cells[1:]
        )
    return found


def test_people_and_households_are_not_added_together():
    """L6: "142 hộ" and "20 người" have sums of their own, with the shares that they make."""
    rows = _block(opened(evening_book(), values=True)["Tham dự"], "Người dự hội nghị")
    total = evening_view().records.session.people_total
    assert rows["Cộng hộ"][1:4] == [150, 126, total if total is not None else 356]
    assert rows["Cộng người"][1:4] == [20, 18, 20]
    assert rows["Cộng người"][4:6] == [pytest.approx(0.9), pytest.approx(0.9)]


def test_one_who_was_not_counted_is_no_nought():
    """L6: a group without numbers has empty cells."""
    view = evening_view()
    groups = (Attendance("a", 1, "Hội Nông dân"), Attendance("b", 2, "Hộ dân", present=12, unit="hộ"))
    sheet = opened(build(replace(view, records=Records(attendance=groups)), now=NOW), values=True)["Tham dự"]
    rows = _block(sheet, "Người dự hội nghị")
    assert rows["Hội Nông dân"][1:4] == [None, None, None]
    assert rows["Cộng hộ"][2] == 12


def test_seats_of_each_thon_with_who_is_named_and_who_came():
    """P8: who came is the number counted at the door; who is named comes from the list."""
    view = sample_view()
    rows = _block(opened(followed_book(), values=True)["Tham dự"], "Chỉ tiêu đại biểu của các thôn")
    seats = locality_seats(view.plan)
    assert {key: row[1] for key, row in rows.items() if "Cộng" not in key} == {
        one.label: seats[one.id] for one in view.plan.localities
    }
    assert rows["thôn Đồng Vạn"][2:4] == [9, 64]
    formulas = _block(opened(followed_book())["Tham dự"], "Chỉ tiêu đại biểu của các thôn")
    assert str(formulas["thôn Đồng Vạn"][2]).startswith("=SUMIFS(DB_SoNguoi,DB_ThanhPhan,")
    assert str(formulas["thôn Đồng Vạn"][3]).startswith("=E")


def test_slips_handed_out_and_returned():
    """C3: by thôn and who collects."""
    rows = _block(opened(followed_book(), values=True)["Tham dự"], "Phiếu lấy ý kiến, đăng ký phát biểu")
    batches = sample_view().records.slip_batches
    assert rows["thôn Đồng Vạn, Chi bộ thôn Đồng Vạn"][1:4] == [30, 24, 6]
    total = next(row for key, row in rows.items() if key.startswith("Cộng"))
    assert total[1:3] == [sum(one.handed for one in batches), sum(one.returned or 0 for one in batches)]


def test_delegates_in_their_order_with_letter_answer_and_presence():
    """C10, C11: invited is not present; a body without a name is there by its office."""
    view = sample_view()
    rows = rows_of(opened(followed_book(), values=True)["Đại biểu"], "TT")
    delegates = in_printed_order(view.plan, view.records.delegates)
    assert len(rows) == len(delegates)
    for row, one in zip(rows.values(), delegates, strict=True):
        assert row["Họ và tên, tổ chức"] == (one.shown or "(chưa có tên)")
        assert row["Số người"] == one.count
        assert (row["Dự họp"] or "") == {True: "Có mặt", False: "Vắng", None: ""}[one.attended]
    sheet = opened(followed_book())["Đại biểu"]
    assert (
        sheet.cell(sheet.max_row, columns_of(sheet)["Số người"]).value
        == f"=SUBTOTAL(109,G6:G{sheet.max_row - 1})"
    )


def _seconds(value: time | timedelta) -> int:
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second
    return round(value.total_seconds())


def test_who_spoke_how_long():
    """L7: time spoken and over time for each turn and each thôn, as lengths that add up."""
    view, book = sample_view(), opened(followed_book(), values=True)
    wanted = speaking_time(view.records.turns, [one.label for one in view.plan.localities], SAMPLE_NOW)
    rows = rows_of(book["Lượt phát biểu"], "Lượt")
    assert len(rows) == len(view.records.turns)
    assert sum(_seconds(row["Đã nói"]) for row in rows.values()) == wanted.whole.time.total_seconds()
    assert sum(_seconds(row["Quá giờ"]) for row in rows.values()) == wanted.whole.over.total_seconds()
    places = _block(book["Tham dự"], "Phát biểu theo thôn")
    for share in wanted.shares:
        turns, spoke, over = places[share.locality][:3]
        assert (turns, _seconds(spoke), _seconds(over)) == (
            share.turns, share.time.total_seconds(), share.over.total_seconds(),
        )  # fmt: skip


def test_the_budget_counts_quantity_by_price():
    """P11: amounts and total are formulas; the total stands in words."""
    plan = sample_view().plan
    formulas, values = opened(followed_book())["Dự toán"], opened(followed_book(), values=True)["Dự toán"]
    last = FIRST_ROW + len(plan.budget)
    assert formulas.cell(FIRST_ROW, 6).value == "=ROUND(D6*E6,0)"
    assert formulas.cell(last, 6).value == f"=SUM(F6:F{last - 1})"
    total = sum(line.amount for line in plan.budget)
    assert values.cell(last, 6).value == total
    assert money_words(total) in values.cell(last + 1, 1).value
