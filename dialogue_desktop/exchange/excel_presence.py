"""The sheet of who was there: groups counted, seats of each thôn, slips, who spoke (L6, P8, C3, L7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.figures import People
from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.records import Delegate, SlipBatch
from dialogue_desktop.domain.seats import SeatMap, locality_seats
from dialogue_desktop.domain.speaking_time import Share, speaking_time
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange import excel_delegates, excel_speaking
from dialogue_desktop.exchange.excel_blocks import Blocks, Formula
from dialogue_desktop.exchange.excel_page import HEAD_ROW, Heading, sheet
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    LABEL,
    NOTE,
    SHARE,
    TIME,
    TOTAL,
    TOTAL_LABEL,
    TOTAL_SHARE,
    TOTAL_TIME,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Tham dự"
_TITLE = "THAM DỰ, CHỈ TIÊU ĐẠI BIỂU VÀ PHÁT BIỂU"
_WIDTHS = (5, 48, 13, 14, 14, 14, 14, 14)
_TOTALS = (TOTAL_LABEL, TOTAL_LABEL, TOTAL_LABEL, TOTAL, TOTAL, TOTAL, TOTAL_SHARE, TOTAL_SHARE)
_DAY = timedelta(days=1)


def write(
    workbook: Workbook, pen: Pen, heading: Heading, view: ConferenceView, people: Sequence[People],
    now: datetime, *, listed: bool, heard: bool,
) -> bool:  # fmt: skip
    """Whether there is such a sheet. `listed`: there is one of delegates to count; `heard`: one of turns."""
    records, plan = view.records, view.plan
    seats = locality_seats(plan)
    if not (records.attendance or seats or records.slip_batches or heard):
        return False
    made = sheet(workbook, pen, NAME, _TITLE, heading, _WIDTHS)
    page = Blocks(made, pen, _WIDTHS, HEAD_ROW)
    counted = _attendance(page, view, people) if records.attendance else {}
    if seats:
        _seats(page, view, seats, counted, listed=listed)
    if records.slip_batches:
        _slips(page, records.slip_batches)
    if heard:
        labels = [locality.label for locality in plan.localities]
        _speaking(page, speaking_time(records.turns, labels, now).shares)
    return True


def _attendance(page: Blocks, view: ConferenceView, people: Sequence[People]) -> dict[str, int]:
    """People and households are never added together. The row of each thôn that was counted, by its folded
    label."""
    page.begin(
        "Người dự hội nghị",
        ("STT", "Thành phần", "Đơn vị tính", "Mời", "Có mặt", "Tổng số", "Có mặt/mời", "Có mặt/tổng số"),
        len(view.records.attendance) + len(people),
    )
    looks = (COUNT, LABEL, COUNT)
    counted: dict[str, int] = {}
    for place, one in enumerate(view.records.attendance, 1):
        at = page.at
        if one.locality and one.present is not None:
            counted.setdefault(fold(one.locality), at)
        page.row(
            (
                place, one.label, one.unit or "người", one.expected, one.present, one.total,
                _part(f"E{at}", f"D{at}", one.present, one.expected),
                _part(f"E{at}", f"F{at}", one.present, one.total),
            ),
            looks,
        )  # fmt: skip
    first, last = page.first, page.last
    whole = view.records.session
    for sums in people:
        at = page.at
        added = [f"SUMIFS({c}${first}:{c}${last},$C${first}:$C${last},$C{at})" for c in "DEF"]
        said = whole.people_total if whole.people_unit == sums.unit else None
        known = (sums.expected or 0, sums.present or 0, sums.total or 0)
        page.row(
            (
                "", "Cộng", sums.unit,
                Formula(added[0], known[0]),
                Formula(added[1], known[1]),
                said if said is not None else Formula(added[2], known[2]),
                _part(f"E{at}", f"D{at}", sums.present, sums.expected),
                _part(f"E{at}", f"F{at}", sums.present, sums.total),
            ),
            (*_TOTALS[:2], TOTAL, *_TOTALS[3:]),
        )  # fmt: skip
    if whole.people_total is not None and any(one.unit == whole.people_unit for one in people):
        words = f"Tổng số {whole.people_unit} của địa bàn lấy theo số ghi trong biên bản."
        page.pen.text(page.made, page.at, 2, words, NOTE)
        page.made.merge_cells(start_row=page.at, start_column=2, end_row=page.at, end_column=len(_WIDTHS))
        page.at += 1
    page.end()
    return counted


def _seats(
    page: Blocks, view: ConferenceView, seats: dict[str, int], counted: dict[str, int], *, listed: bool
) -> None:
    """Who came is what was counted at the door; where a thôn was not, the list of names tells it."""
    present = {fold(one.locality): one.present or 0 for one in reversed(view.records.attendance)}
    heads = (
        "STT", "Thôn", "Đơn vị tính", "Chỉ tiêu", "Đã có tên", "Có mặt", "Có tên/chỉ tiêu", "Có mặt/chỉ tiêu",
    )  # fmt: skip
    page.begin("Chỉ tiêu đại biểu của các thôn", heads, len(seats) + 1)
    seat_map = SeatMap(view.plan)
    group = excel_delegates.group_titles(seat_map).get(seat_map.seats_group, "")
    places = [locality for locality in view.plan.localities if locality.id in seats]
    named_sum = came_sum = 0
    for place, locality in enumerate(places, 1):
        own = [
            one
            for one in view.records.delegates
            if fold(one.locality) == fold(locality.label)
            and seat_map.group_of(one.group_id) == seat_map.seats_group
        ]
        named = sum(one.count for one in own if not is_open(one))
        key = fold(locality.label)
        came = present[key] if key in counted else sum(one.count for one in own if one.attended)
        named_sum, came_sum = named_sum + named, came_sum + came
        at = page.at
        here: Formula | int = came
        if key in counted:
            here = Formula(f"E{counted[key]}", came)
        elif listed:
            here = _of_delegates(at, group, locality.label, came, own, came_only=True)
        page.row(
            (
                place, locality.label, "người", seats[locality.id],
                _of_delegates(at, group, locality.label, named, own, came_only=False) if listed else named,
                here,
                _part(f"E{at}", f"D{at}", named, seats[locality.id]),
                _part(f"F{at}", f"D{at}", came, seats[locality.id]),
            ),
            (COUNT, LABEL, COUNT),
        )  # fmt: skip
    first, last, at = page.first, page.last, page.at
    whole = sum(seats[one.id] for one in places)
    sums = [f"SUM({c}{first}:{c}{last})" for c in "DEF"]
    page.row(
        (
            "", "Cộng", "người",
            Formula(sums[0], whole), Formula(sums[1], named_sum), Formula(sums[2], came_sum),
            _part(f"E{at}", f"D{at}", named_sum, whole), _part(f"F{at}", f"D{at}", came_sum, whole),
        ),
        (*_TOTALS[:2], TOTAL, *_TOTALS[3:]),
    )  # fmt: skip
    page.end()


def _of_delegates(
    at: int, group: str, label: str, value: int, own: Sequence[Delegate], *, came_only: bool
) -> Formula | int:
    """Seats of one thôn counted over the list; a number where Excel would not compare the names rightly."""
    names = excel_delegates.NAMES
    title = group.replace('"', '""')
    spelled_alike = all(one.locality.casefold() == label.casefold() for one in own)
    if len(title) > 200 or any(mark in title for mark in "*?~") or not spelled_alike:
        return value
    asked = (
        (names["attended"], excel_delegates.PRESENT)
        if came_only
        else (names["who"], f"<>{excel_delegates.OPEN}")
    )
    return Formula(
        f'SUMIFS({names["count"]},{names["group"]},"={title}",{names["locality"]},"="&$B{at},'
        f'{asked[0]},"{asked[1]}")',
        value,
    )


def _slips(page: Blocks, batches: Sequence[SlipBatch]) -> None:
    heads = ("STT", "Thôn, người phát và thu", "Số phiếu", "Phát ra", "Thu về", "Chưa thu", "Tỷ lệ thu")
    page.begin("Phiếu lấy ý kiến, đăng ký phát biểu", heads, len(batches) + 1)
    for place, one in enumerate(batches, 1):
        at = page.at
        returned = one.returned or 0
        page.row(
            (
                place, ", ".join(filter(None, (one.locality, one.collector))), f"{one.first}–{one.last}",
                one.handed, one.returned,
                Formula(f"D{at}-E{at}", one.handed - returned),
                _part(f"E{at}", f"D{at}", returned, one.handed),
            ),
            (COUNT, LABEL, COUNT),
        )  # fmt: skip
    first, last, at = page.first, page.last, page.at
    handed, returned = sum(one.handed for one in batches), sum(one.returned or 0 for one in batches)
    page.row(
        (
            "", "Cộng", "",
            Formula(f"SUM(D{first}:D{last})", handed), Formula(f"SUM(E{first}:E{last})", returned),
            Formula(f"SUM(F{first}:F{last})", handed - returned),
            _part(f"E{at}", f"D{at}", returned, handed),
        ),
        _TOTALS,
    )  # fmt: skip
    page.end()


def _speaking(page: Blocks, shares: Sequence[Share]) -> None:
    if not shares:
        return
    page.begin(
        "Phát biểu theo thôn",
        ("STT", "Thôn", "Số lượt", "Đã nói", "Quá giờ", "Trung bình một lượt", "Tỷ lệ thời gian"),
        len(shares) + 1,
    )
    names = excel_speaking.NAMES
    silent = ",".join(f'{names["state"]},"<>{state}"' for state in excel_speaking.SILENT)
    whole = sum((one.time for one in shares), timedelta())
    end = page.at + len(shares)
    for place, one in enumerate(shares, 1):
        at = page.at
        of_place = f'{names["locality"]},"="&$B{at}'
        page.row(
            (
                place, one.locality,
                Formula(f"COUNTIFS({of_place},{silent})", one.turns),
                Formula(f'SUMIFS({names["time"]},{of_place})', one.time / _DAY, TIME),
                Formula(f'SUMIFS({names["over"]},{of_place})', one.over / _DAY, TIME),
                Formula(f"IF(C{at}=0,0,D{at}/C{at})", one.time / _DAY / one.turns if one.turns else 0, TIME),
                Formula(f"IF(D${end}=0,0,D{at}/D${end})", one.time / whole if whole else 0, SHARE),
            ),
            (COUNT, LABEL, COUNT),
        )  # fmt: skip
    first, last, at = page.first, page.last, page.at
    turns, over = sum(one.turns for one in shares), sum((one.over for one in shares), timedelta())
    page.row(
        (
            "", "Cộng",
            Formula(f"SUM(C{first}:C{last})", turns),
            Formula(f"SUM(D{first}:D{last})", whole / _DAY),
            Formula(f"SUM(E{first}:E{last})", over / _DAY),
            Formula(f"IF(C{at}=0,0,D{at}/C{at})", whole / _DAY / turns if turns else 0),
            Formula(f"IF(D{at}=0,0,1)", 1 if whole else 0),
        ),
        (TOTAL_LABEL, TOTAL_LABEL, TOTAL, TOTAL_TIME, TOTAL_TIME, TOTAL_TIME, TOTAL_SHARE),
    )  # fmt: skip
    page.end()


def _part(part: str, whole: str, part_value: int | None, whole_value: int | None) -> Formula:
    value = (part_value or 0) / whole_value if whole_value else 0
    return Formula(f"IF({whole}=0,0,{part}/{whole})", value, SHARE)
