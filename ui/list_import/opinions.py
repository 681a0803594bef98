"""Lists of opinions on the page of import: their words, and how their rows are shown (C4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dialogue_desktop.domain.records import SOURCE_LABELS, Source
from dialogue_desktop.domain.text_vi import one_line
from ui.list_import.columns import Offered
from ui.list_import.kind import Kept, SheetList, Words, capital, problem_views
from ui.list_import.screen import (
    AGAIN,
    BAD,
    DOUBT,
    EMPTY,
    GOOD,
    CellView,
    Option,
    Pick,
    RowDetail,
    RowView,
    Tick,
)

if TYPE_CHECKING:
    from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport, ReadRow

SOURCE, SPLIT, SPEAKERS = "source", "split", "speakers"
_SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)
_NOT_MENDED = frozenset({"stt", "tra_loi", "nguoi_tra_loi", "so_y_kien", "can_sua"})

WORDS = Words(
    id="opinion_import",
    title="Nhập danh sách ý kiến",
    short="Nhập danh sách",
    lead="Xem từng dòng trước khi lưu; dòng sai được chỉ rõ ô và lý do.",
    back="Ý kiến thu thập",
    came="Danh sách gửi về",
    kinds=(
        "Đọc được tệp Excel, Word (bảng), CSV; cột theo thứ tự nào cũng được. "
        "Chưa lưu gì cho tới khi xem xong."
    ),
    paste="Hoặc chép các dòng trong Excel, Word rồi dán (Ctrl+V) vào đây, có hay không có dòng tên cột",
    forms="Mẫu gửi các thôn",
    what_forms=(
        "Mẫu có sẵn danh sách thôn, lĩnh vực và ô kiểm tra. Trưởng thôn điền trên máy hoặc in ra viết tay; "
        "không hỏi số căn cước."
    ),
    form_for="Mẫu cho",
    form_button="Lưu mẫu Excel…",
    form_title="Lưu mẫu gửi thôn",
    form_file="mau-y-kien.xlsx",
    open_title="Mở danh sách ý kiến",
    keep="Nhập",
    who="Người có ý kiến",
    text="Nội dung",
    outside="{count} dòng không phải ý kiến (tiêu đề, cộng, ký) được bỏ qua.",
)
#: The columns that a list of opinions may have, as ids of `exchange.list_columns.Column`.
_OFFERED = Offered(
    (
        ("ho_ten", "Họ và tên"),
        ("noi_dung", "Nội dung"),
        ("thon", "Thôn, xóm"),
        ("linh_vuc", "Lĩnh vực"),
        ("dien_thoai", "Điện thoại"),
        ("ngay_nhan", "Ngày nhận"),
        ("stt", "STT"),
        ("danh_xung", "Ông/Bà"),
        ("xom", "Xóm"),
        ("hinh_thuc", "Hình thức"),
        ("dong_y", "Đồng ý công khai"),
        ("khong_dong_y", "Không đồng ý công khai"),
        ("nguoi_thu", "Người thu phiếu"),
        ("so_phieu", "Số phiếu"),
        ("nguon", "Nguồn"),
        ("loai", "Loại"),
        ("tra_loi", "Nội dung trả lời"),
        ("nguoi_tra_loi", "Người trả lời"),
    ),
    needed="noi_dung",
    wished="ho_ten",
    row="Ý kiến",
)


class OpinionList(SheetList["OpinionSheetReport", "ReadRow"]):
    """Rows become opinions, and speakers where that is chosen."""

    words = WORDS
    offered = _OFFERED
    any_form = "Mẫu chung cho mọi thôn"
    states = {
        BAD: "Phải sửa", DOUBT: "Cần xem lại", AGAIN: "Đã có", EMPTY: "Không có ý kiến", GOOD: "Đúng",
    }  # fmt: skip

    # --- work

    @property
    def service(self) -> Any:
        return self._services.opinion_import

    def save(self, report: OpinionSheetReport, keys: Collection[int], options: Mapping[str, object]) -> Kept:
        split = frozenset(k for k in keys if report.rows[k].parts) if options.get(SPLIT) else frozenset()
        saved = self.service.save(
            report, keys, source=options[SOURCE], split=split, register_speakers=bool(options.get(SPEAKERS))
        )
        words = f"Đã nhập {len(saved.ids)} ý kiến"
        if saved.speakers:
            words += f", {saved.speakers} người vào hàng chờ phát biểu"
        return Kept(words, saved.warning)

    # --- what is shown

    def state(self, row: ReadRow) -> str:
        if not row.savable:
            return BAD
        if row.no_opinion:
            return EMPTY
        if row.repeats_row or row.repeats_opinion:
            return AGAIN
        return DOUBT if row.doubtful else GOOD

    def view(self, report: OpinionSheetReport, row: ReadRow, ticked: bool | None) -> RowView:
        opinion = row.opinion
        names = [voice.shown for voice in opinion.voices if voice.name]
        who = "Ẩn danh" if opinion.anonymous else (names[0] if names else opinion.group_note)
        others = f"cùng {len(names) - 1} người" if len(names) > 1 else ""
        place = next((voice.address for voice in opinion.voices if voice.address), row.place)
        return RowView(
            row.key,
            str(row.number),
            capital(who) or "Chưa rõ họ tên",
            " · ".join(part for part in (others, place) if part),
            one_line(opinion.text)[:200] or "Chưa có nội dung",
            _note(row) or opinion.field,
            self.state(row),
            ticked,
        )

    def detail(self, report: OpinionSheetReport, row: ReadRow) -> RowDetail:
        from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES, FORM

        problems = problem_views(row.problems)
        columns = dict.fromkeys([*(own for own, _ in row.cells.places), *(one.column for one in FORM)])
        cells = tuple(
            CellView(column.value, COLUMN_NAMES[column], row.text_of(column))
            for column in columns
            if column in COLUMN_NAMES and column.value not in _NOT_MENDED
        )
        first = next((p.column for p in problems if p.column), cells[0].column if cells else "")
        return RowDetail(row.key, capital(row.where), problems, cells, first)

    def options(
        self,
        report: OpinionSheetReport,
        left: Sequence[ReadRow],
        ticked: Sequence[ReadRow],
        chosen: Mapping[str, object],
    ) -> tuple[Option, ...]:
        items: tuple[tuple[object, str], ...] = tuple((one, SOURCE_LABELS[one]) for one in _SOURCES)
        source = chosen.get(SOURCE, Source.VILLAGE_HEAD)
        found: list[Option] = [Pick(SOURCE, "Nguồn", "Nguồn của ý kiến", items, source)]
        several = sum(1 for row in left if row.parts)
        if several:
            found.append(Tick(SPLIT, f"Tách {several} dòng có nhiều ý kiến", bool(chosen.get(SPLIT))))
        speakers = sum(1 for row in ticked if _wants_to_speak(row))
        if speakers:
            words = f"Ghi {speakers} người đăng ký vào hàng chờ phát biểu"
            found.append(Tick(SPEAKERS, words, bool(chosen.get(SPEAKERS))))
        return tuple(found)


def _wants_to_speak(row: ReadRow) -> bool:
    from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm

    return row.opinion.form is SpeakingForm.SPEAK


def _note(row: ReadRow) -> str:
    """The gravest thing about the row, for the line under its words."""
    if row.repeats_opinion:
        return f"Trùng ý kiến số {row.repeats_opinion} đã có"
    if row.repeats_row:
        return f"Trùng dòng {row.repeats_row}"
    problem: Any = next(iter(row.problems), None)
    return str(problem.sentence) if problem is not None and not row.ready else ""
