"""The first sheet of the workbook: letterhead, conference, what is due next (M8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dialogue_desktop.domain.plan import Issuer, IssuerKind, UnitKind
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import evening_view
from tests.exchange.summary_books import (
    NOW,
    SAMPLE_NOW,
    followed_book,
    followed_view,
    named_figures,
    opened,
    sample_items,
)

NAME = "Tổng hợp"


def _texts(issuer: Issuer) -> tuple[object, ...]:
    view = evening_view()
    sheet = opened(build(replace(view, plan=replace(view.plan, issuer=issuer)), now=NOW))[NAME]
    return tuple(sheet[cell].value for cell in ("A1", "A2", "E1", "E2"))


@pytest.mark.parametrize(
    ("issuer", "wanted"),
    [
        (
            Issuer(name="Minh Khê"),
            (
                "ỦY BAN NHÂN DÂN", "XÃ MINH KHÊ",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            ),
        ),
        (
            Issuer(name="Đông Hải", unit_kind=UnitKind.PHUONG, superior="Thành phố Hải Minh"),
            (
                "THÀNH PHỐ HẢI MINH", "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG HẢI",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            ),
        ),
        (
            Issuer(IssuerKind.PARTY_COMMITTEE, name="Minh Khê", superior="Đảng bộ tỉnh Đông Giang"),
            ("ĐẢNG BỘ TỈNH ĐÔNG GIANG", "ĐẢNG ỦY XÃ MINH KHÊ", "ĐẢNG CỘNG SẢN VIỆT NAM", None),
        ),
    ],
)  # fmt: skip
def test_the_letterhead_is_that_of_the_issuer(issuer, wanted):
    """P2: State and Party write themselves differently."""
    assert _texts(issuer) == wanted


def test_conference_day_place_chairs_and_presence():
    """M8: who reads the first page alone knows which conference this was."""
    sheet = opened(followed_book())[NAME]
    facts = named_figures(sheet)
    assert sheet["A5"].value.startswith("Hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân xã Minh Khê")
    assert facts["Thời gian"][0] == "8 giờ 00 đến 11 giờ 15, ngày 24/4/2026"
    assert facts["Địa điểm"][0] == "Nhà văn hóa thôn Đồng Vạn"
    assert facts["Chủ trì"][0].startswith("Ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã; Bà ")
    assert facts["Người dự"][0] == "118 hộ trong tổng số 412 hộ (28,6%); 23 người"


def test_late_promises_come_first_then_what_is_near():
    """M8: what has to be looked at next, each with its day, unit and days left."""
    sheet = opened(followed_book(), values=True)[NAME]
    at = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "Việc đến hạn tiếp theo")
    assert [sheet.cell(at + 1, column).value for column in (1, 6, 8, 10)] == [
        "Việc", "Thời hạn", "Đơn vị", "Còn lại",
    ]  # fmt: skip
    rows = [[sheet.cell(row, c).value for c in (1, 6, 8, 10)] for row in range(at + 2, at + 9)]
    days = [row[1] for row in rows]
    assert all(isinstance(day, datetime) for day in days)
    assert days == sorted(days)
    late = [row for row in rows if row[1].date() < SAMPLE_NOW.date()]
    assert len(late) == 4
    assert late[0][1:] == [datetime(2026, 4, 28), "Công an xã", "Trễ 7 ngày"]
    assert rows[4][3] == "Hôm nay"
    promised = {one.text for one in followed_view().records.commitments}
    asked = {item.title for item in sample_items()}
    assert {row[0] for row in rows} <= promised | asked
    assert {row[0] for row in rows} & asked
    settled = {one.text for one in followed_view().records.commitments if not one.open}
    assert not {row[0] for row in rows} & settled


def test_states_of_the_promises_are_counted():
    """F1, M8: how many are done, doing, put off, waiting, carried on."""
    sheet = opened(followed_book(), values=True)[NAME]
    found = named_figures(sheet)
    states = {
        key: found[key][0]
        for key in ("Chưa làm", "Đang làm", "Xong", "Đã lùi hạn", "Chờ cấp trên", "Chuyển hội nghị sau")
    }
    assert states == {
        "Chưa làm": 16, "Đang làm": 1, "Xong": 1, "Đã lùi hạn": 1, "Chờ cấp trên": 1,
        "Chuyển hội nghị sau": 1,
    }  # fmt: skip


def test_it_is_one_page():
    """M8: the cover is not divided."""
    sheet = opened(followed_book())[NAME]
    assert int(sheet.page_setup.fitToHeight) == 1
    assert sheet.print_area.replace("$", "").endswith(f"!A1:J{sheet.max_row}")
