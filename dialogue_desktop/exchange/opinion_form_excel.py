"""The Excel form that a thôn fills in with the opinions of its people, and the same form with rows to mend
(C3, C4)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_form_excel import (
    INPUT_CENTRED,
    INPUT_DATE,
    INPUT_TEXT,
    ROWS,
    ChoiceList,
    DayCheck,
    FormKind,
    FormRow,
    empty_form,
    mending_form,
)
from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES, FORM
from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm

NAME = "Ý kiến"

HOW = (
    "Cách ghi: mỗi dòng một ý kiến; một người có nhiều ý kiến thì ghi nhiều dòng; nhiều người chung một ý"
    " kiến thì"
    " ghi các tên trong một ô. Ngày ghi theo ngày/tháng/năm. Không đổi tên cột."
)
PURPOSE = (
    "Thông tin cá nhân trên danh sách chỉ dùng để chuẩn bị, trả lời và theo dõi ý kiến tại hội nghị; họ"
    " tên chỉ được"
    " công khai khi người có ý kiến đồng ý. Không ghi số căn cước, ngày sinh."
)

KIND = FormKind(
    sheet=NAME,
    title="DANH SÁCH Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN",
    mending_title="CÁC DÒNG CẦN SỬA TRONG DANH SÁCH Ý KIẾN",
    how=HOW,
    blank_place="Thôn, tổ dân phố: ……………………………",
    own=FORM,
    names=COLUMN_NAMES,
    purpose=PURPOSE,
    right_line="Người tổng hợp: …………………………………  Điện thoại: ………………………",
    split=Column.FIELD,
    looks={
        Column.NUMBER: INPUT_CENTRED,
        Column.PHONE: INPUT_TEXT,
        Column.SLIP: INPUT_TEXT,
        Column.CONSENT: INPUT_CENTRED,
        Column.RECEIVED: INPUT_DATE,
    },
    filled=(Column.NAME, Column.TEXT),
    lists_title="Các mục chọn sẵn trong danh sách ý kiến",
)


def build(plan: Plan, fields: Sequence[str], locality: Locality | None = None, rows: int = ROWS) -> bytes:
    """XLSX bytes of the empty form, for one thôn or (None) for any."""
    return empty_form(plan, KIND, _lists(plan, fields), _days(plan), locality=locality, rows=rows)


def build_mending(plan: Plan, fields: Sequence[str], rows: Sequence[FormRow]) -> bytes:
    """XLSX bytes of the same form with rows to be mended. Columns that the form lacks stand behind its
    own."""
    return mending_form(plan, KIND, _lists(plan, fields), _days(plan), filled=rows)


def _days(plan: Plan) -> tuple[DayCheck, ...]:
    day = DayCheck(
        Column.RECEIVED,
        "Ngày nhận",
        "Ngày nhận phiếu hoặc ghi ý kiến, theo ngày/tháng/năm.",
        f"Ngày ghi theo ngày/tháng/năm, ví dụ 05/9/{plan.year}. Vẫn giữ chữ vừa gõ?",
    )
    return (day,)


def _lists(plan: Plan, fields: Sequence[str]) -> tuple[ChoiceList, ...]:
    return (
        ChoiceList(
            Column.PLACE,
            "Thôn",
            tuple(one.label for one in plan.localities),
            26.0,
            "Thôn",
            "Chọn thôn trong danh sách; có thể ghi thêm xóm ở trước, ví dụ: xóm Đình, thôn Phú Ấp.",
        ),
        ChoiceList(
            Column.FIELD,
            "Lĩnh vực",
            tuple(fields),
            34.0,
            "Lĩnh vực",
            "Chọn trong danh sách. Không có lĩnh vực phù hợp thì chọn Khác.",
        ),
        ChoiceList(
            Column.FORM,
            "Hình thức",
            tuple(form.value for form in SpeakingForm),
            28.0,
            "Hình thức",
            "Chọn một trong ba hình thức.",
        ),
        ChoiceList(
            Column.CONSENT,
            "Công khai họ tên",
            ("Có", "Không"),
            18.0,
            "Công khai họ tên",
            "Có: được nêu tên trong bản niêm yết. Không: chỉ nêu “một công dân”.",
        ),
    )
