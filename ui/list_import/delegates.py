"""Lists of delegates on the page of import: their words, and how their rows are shown (C11, P8)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dialogue_desktop.domain.seat_change import SeatChange
from ui.list_import.columns import Offered
from ui.list_import.kind import Kept, SheetList, Words, capital, problem_views
from ui.list_import.screen import (
    AGAIN,
    BAD,
    DOUBT,
    GOOD,
    CellView,
    Fact,
    Option,
    Pick,
    RowDetail,
    RowView,
    Sum,
)

if TYPE_CHECKING:
    from dialogue_desktop.domain.plan import Plan
    from dialogue_desktop.domain.records import Delegate
    from dialogue_desktop.exchange.delegate_rows_types import DelegateRow, DelegateSheetReport

GROUP = "group"
_ITSELF = "itself"

WORDS = Words(
    id="delegate_import",
    title="Nhập danh sách đại biểu",
    short="Nhập đại biểu",
    lead="Xem từng dòng và số chỗ của kế hoạch trước khi ghi vào danh sách.",
    back="Giấy mời, đại biểu",
    came="Danh sách gửi về",
    kinds=(
        "Đọc được tệp Excel, Word (bảng), CSV; cột theo thứ tự nào cũng được, có thể chia theo nhóm, thôn. "
        "Chưa ghi gì cho tới khi xem xong."
    ),
    paste="Hoặc chép các dòng trong Excel, Word rồi dán (Ctrl+V) vào đây, có hay không có dòng tên cột",
    forms="Mẫu danh sách đại biểu",
    what_forms=(
        "Mẫu có sẵn các nhóm thành phần, thôn và xóm của kế hoạch để chọn. Thôn, đơn vị điền trên máy "
        "hoặc in ra viết tay; không hỏi số căn cước."
    ),
    form_for="Mẫu cho",
    form_button="Lưu mẫu Excel…",
    form_title="Lưu mẫu danh sách đại biểu",
    form_file="mau-dai-bieu.xlsx",
    open_title="Mở danh sách đại biểu",
    keep="Ghi",
    who="Đại biểu",
    text="Nhóm, nơi ở",
    outside="{count} dòng không phải đại biểu (tiêu đề, cộng, ký) được bỏ qua.",
    sums="Số đại biểu khi ghi xong",
)

#: The columns that a list of delegates may have, as ids of `exchange.list_columns.Column`.
_OFFERED = Offered(
    (
        ("ho_ten", "Họ và tên"),
        ("chuc_vu", "Chức vụ, đơn vị"),
        ("thon", "Thôn"),
        ("nhom", "Nhóm, thành phần"),
        ("dien_thoai", "Điện thoại"),
        ("danh_xung", "Ông/Bà"),
        ("stt", "STT"),
        ("xom", "Xóm"),
        ("dia_chi", "Địa chỉ"),
        ("don_vi", "Đơn vị"),
        ("so_nguoi", "Số lượng"),
        ("so_giay_moi", "Số giấy mời"),
        ("ngay_gui", "Ngày gửi giấy mời"),
        ("ghi_chu", "Ghi chú"),
    ),
    needed="ho_ten",
    wished="",
    row="Đại biểu",
)


class DelegateList(SheetList["DelegateSheetReport", "DelegateRow"]):
    """Rows become lines of the list of the invited."""

    words = WORDS
    offered = _OFFERED
    any_form = "Mẫu chung"
    states = {BAD: "Phải sửa", DOUBT: "Cần xem lại", AGAIN: "Đã có", GOOD: "Đúng"}

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id)
        self._of_plan: Plan | None = None
        self._names: dict[str, str] = {}
        self._people = ""

    # --- work

    @property
    def service(self) -> Any:
        return self._services.delegate_import

    def save(self, report: DelegateSheetReport, keys: Collection[int], options: Mapping[str, object]) -> Kept:
        saved = self.service.save(report, keys)
        return Kept(f"Đã ghi {len(saved.ids)} đại biểu vào danh sách", saved.warning)

    def chosen(self, report: DelegateSheetReport, option: str, value: object) -> DelegateSheetReport:
        group = None if value == _ITSELF else str(value)
        regrouped: DelegateSheetReport = self.service.group(report, group)
        return regrouped

    # --- what is shown

    def state(self, row: DelegateRow) -> str:
        if not row.savable:
            return BAD
        if row.again:
            return AGAIN
        return DOUBT if row.doubtful else GOOD

    def view(self, report: DelegateSheetReport, row: DelegateRow, ticked: bool | None) -> RowView:
        first = row.delegates[0] if row.delegates else None
        return RowView(
            row.key,
            str(row.number),
            _who(row),
            first.office if first is not None and first.name else "",
            self._where(report, first) if first is not None else "Chưa xếp nhóm",
            _note(row),
            self.state(row),
            ticked,
        )

    def detail(self, report: DelegateSheetReport, row: DelegateRow) -> RowDetail:
        from dialogue_desktop.exchange.delegate_columns import COLUMN_NAMES, FORM
        from dialogue_desktop.exchange.list_columns import Column

        problems = problem_views(row.problems)
        columns = dict.fromkeys([*(own for own, _ in row.cells.places), *(one.column for one in FORM)])
        lists = {Column.GROUP: tuple(self._shorts(report).values()), Column.PLACE: _places(report)}
        texts = {Column.GROUP: row.group, Column.PLACE: row.place, Column.HAMLET: row.hamlet}
        cells = tuple(
            CellView(
                column.value,
                COLUMN_NAMES[column],
                row.text_of(column) or texts.get(column, ""),
                lists.get(column, ()),
            )
            for column in columns
            if column in COLUMN_NAMES and column not in (Column.NUMBER, Column.REASON)
        )
        first = next((p.column for p in problems if p.column), Column.NAME.value)
        title = capital(row.where)
        return RowDetail(row.key, title, problems, cells, first, tuple(self._facts(report, row)))

    def options(
        self,
        report: DelegateSheetReport,
        left: Sequence[DelegateRow],
        ticked: Sequence[DelegateRow],
        chosen: Mapping[str, object],
    ) -> tuple[Option, ...]:
        silent = sum(1 for row in left if not row.group_said)
        if not silent:
            return ()
        items: tuple[tuple[object, str], ...] = (
            (_ITSELF, "Theo chức vụ và thôn"),
            *self._shorts(report).items(),
        )
        value = _ITSELF if report.default_group is None else report.default_group
        label = f"Xếp {silent} dòng không ghi nhóm"
        return (Pick(GROUP, label, "Nhóm cho dòng không ghi nhóm", items, value),)

    def sums(self, report: DelegateSheetReport, ticked: Sequence[DelegateRow]) -> tuple[Sum, ...]:
        """Places to which somebody comes first, then the others of the plan."""
        changes: tuple[SeatChange, ...] = self.service.seats(report, frozenset(row.key for row in ticked))
        ordered = sorted(changes, key=lambda change: change.came == 0)
        return tuple(
            Sum(
                capital(one.label),
                _seat_words(one),
                one.after.over > 0,
                one.after.under > 0,
                touched=one.came > 0,
            )
            for one in ordered
        )

    def _shorts(self, report: DelegateSheetReport) -> dict[str, str]:
        """Short names of the groups by id; asked for every row, so made once for a plan."""
        from dialogue_desktop.exchange.delegate_rows_groups import Groups

        if self._of_plan is not report.plan:
            self._of_plan = report.plan
            groups = Groups(report.plan)
            self._names, self._people = {one.id: groups.short(one.id) for one in groups.all}, groups.seats
        return self._names

    def _where(self, report: DelegateSheetReport, one: Delegate) -> str:
        """ "Bí thư chi bộ, thôn Phú Ấp"; "Nhân dân thôn Phú Ấp, xóm Đình"."""
        group = self._shorts(report).get(one.group_id, "")
        if one.group_id == self._people and one.locality:
            return ", ".join(part for part in (f"Nhân dân {one.locality}", one.hamlet) if part)
        return ", ".join(part for part in (group, one.address) if part)

    def _facts(self, report: DelegateSheetReport, row: DelegateRow) -> list[Fact]:
        """What will stand on the list."""
        found: list[Fact] = []
        for one in row.delegates:
            parts = (capital(one.shown), one.office if one.name else "", self._where(report, one))
            found.append(Fact("Sẽ ghi", "\n".join(part for part in parts if part)))
        reach = ", ".join(part for part in (row.phone, row.house) if part)
        if reach:
            found.append(Fact("Liên hệ", reach))
        if row.repeats_known:
            found.append(Fact("Đã có trong danh sách", capital(row.repeats_known)))
        return found


def _places(report: DelegateSheetReport) -> tuple[str, ...]:
    return tuple(one.label for one in report.plan.localities)


def _seat_words(change: SeatChange) -> str:
    """ "62 trên 60 đại biểu, thừa 2 (thêm 12)"."""
    more = f" (thêm {change.came})" if change.came else ""
    return f"{change.after.words}{more}"


def _who(row: DelegateRow) -> str:
    if not row.delegates:
        return "Chưa ghi họ tên"
    first = row.delegates[0]
    shown = capital(first.shown)
    if len(row.delegates) > 1:
        return f"{shown} và {len(row.delegates) - 1} người"
    return f"{shown} ({first.count} người)" if first.count > 1 else shown


def _note(row: DelegateRow) -> str:
    """The gravest thing about the row, for the line under its words."""
    from dialogue_desktop.exchange.list_types import Severity

    if row.repeats_known:
        return f"Trong danh sách: {row.repeats_known}"
    if row.repeats_row:
        return f"Trùng dòng {row.repeats_row}"
    for severity in (Severity.ERROR, Severity.DOUBT):
        for problem in row.problems:
            if problem.severity is severity:
                return problem.sentence
    return ""
