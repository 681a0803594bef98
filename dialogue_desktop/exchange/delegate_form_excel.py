"""The Excel form for a list of delegates, and the same form with rows to be mended (C11)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.exchange.delegate_columns import COLUMN_NAMES, FORM
from dialogue_desktop.exchange.delegate_rows_groups import Groups
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_form_excel import (
    INPUT_CENTRED,
    INPUT_DATE,
    INPUT_TEXT,
    ROWS,
    ChoiceList,
    FormKind,
    FormRow,
    empty_form,
    mending_form,
)

NAME = "Đại biểu"

HOW = (
    "Cách ghi: mỗi dòng một đại biểu; mời cả cơ quan, đoàn thể thì để trống họ tên và ghi ở cột chức vụ,"
    " đơn vị. Nhóm và thôn chọn trong danh sách có sẵn. Không đổi tên cột."
)
PURPOSE = (
    "Thông tin cá nhân trên danh sách chỉ dùng để gửi giấy mời, xếp chỗ và điểm danh tại hội nghị."
    " Không ghi số căn cước, ngày sinh."
)
KIND = FormKind(
    sheet=NAME,
    title="DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ",
    mending_title="CÁC DÒNG CẦN SỬA TRONG DANH SÁCH ĐẠI BIỂU",
    how=HOW,
    blank_place="Thôn, đơn vị: ……………………………",
    own=FORM,
    names=COLUMN_NAMES,
    purpose=PURPOSE,
    right_line="Người lập: …………………………………  Điện thoại: ………………………",
    split=Column.GROUP,
    looks={
        Column.NUMBER: INPUT_CENTRED,
        Column.HONORIFIC: INPUT_CENTRED,
        Column.PHONE: INPUT_TEXT,
        Column.COUNT: INPUT_CENTRED,
        Column.SENT: INPUT_DATE,
    },
    filled=(Column.NAME, Column.OFFICE),
    lists_title="Các mục chọn sẵn trong danh sách đại biểu",
)


def build(plan: Plan, locality: Locality | None = None, rows: int = ROWS) -> bytes:
    """XLSX bytes of the empty form, for one thôn or (None) for any."""
    return empty_form(plan, KIND, _lists(plan), locality=locality, rows=rows)


def build_mending(plan: Plan, rows: Sequence[FormRow]) -> bytes:
    """XLSX bytes of the same form with rows to be mended. Columns that the form lacks stand behind its
    own."""
    return mending_form(plan, KIND, _lists(plan), filled=rows)


def _lists(plan: Plan) -> tuple[ChoiceList, ...]:
    hamlets = dict.fromkeys(quota.hamlet for quota in plan.quotas if quota.hamlet)
    return (
        ChoiceList(
            Column.GROUP,
            "Nhóm, thành phần",
            Groups(plan).names,
            60.0,
            "Nhóm, thành phần",
            "Chọn nhóm thành phần của kế hoạch; người của thôn có thể để trống.",
        ),
        ChoiceList(
            Column.PLACE,
            "Thôn",
            tuple(one.label for one in plan.localities),
            26.0,
            "Thôn",
            "Chọn thôn trong danh sách; đại biểu ở nơi khác thì để trống.",
        ),
        ChoiceList(
            Column.HAMLET,
            "Xóm",
            tuple(hamlets),
            20.0,
            "Xóm",
            "Chọn xóm có chỉ tiêu đại biểu, hoặc gõ tên xóm khác.",
        ),
        ChoiceList(
            Column.HONORIFIC,
            "Ông/Bà",
            ("Ông", "Bà"),
            12.0,
            "Ông/Bà",
            "Chọn Ông hoặc Bà.",
        ),
    )
