"""A unit's answers on the page of import: their words, and how their rows are shown (C7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.domain.text_vi import one_line
from ui.list_import.kind import Kept, ListKind, Words, capital, problem_views
from ui.list_import.screen import (
    AGAIN,
    BAD,
    DOUBT,
    GOOD,
    INSTEAD,
    CellView,
    Fact,
    RowDetail,
    RowView,
)

if TYPE_CHECKING:
    from dialogue_desktop.exchange.answer_row_types import AnswerRow, AnswerSheetReport

WORDS = Words(
    id="answer_import",
    title="Đọc câu trả lời từ tệp",
    short="Đọc câu trả lời",
    lead="Mỗi câu được đưa về đúng ý kiến theo số và nội dung; xem từng dòng trước khi lưu.",
    back="Quay lại",
    came="Câu trả lời gửi về",
    kinds=(
        "Đọc được tệp Excel, Word (bảng), CSV mà đơn vị gửi lại; cột theo thứ tự nào cũng được. "
        "Câu đã có không bị thay khi chưa chọn."
    ),
    paste="Hoặc chép các dòng trong Excel, Word rồi dán (Ctrl+V) vào đây, kể cả dòng tiêu đề",
    forms="Mẫu gửi các đơn vị",
    what_forms=(
        "Mẫu có sẵn các ý kiến giao cho đơn vị; đơn vị chỉ ghi câu trả lời và người trả lời vào hai cột cuối."
    ),
    form_for="Mẫu cho",
    form_button="Lưu mẫu Excel…",
    form_title="Lưu mẫu gửi đơn vị",
    form_file="giao-tra-loi.xlsx",
    open_title="Mở tệp câu trả lời",
    keep="Lưu",
    who="Ý kiến",
    text="Câu trả lời",
    outside="{count} dòng không phải câu trả lời (tiêu đề, cộng, ký) được bỏ qua.",
)


class AnswerList(ListKind["AnswerSheetReport", "AnswerRow"]):
    """Rows become prepared answers of opinions that are there."""

    words = WORDS
    gives_back = False
    states = {
        BAD: "Phải sửa", INSTEAD: "Thay câu cũ", DOUBT: "Cần xem lại", AGAIN: "Đã có", GOOD: "Đúng chỗ",
    }  # fmt: skip

    # --- work

    def read(self, path: Path) -> AnswerSheetReport:
        report: AnswerSheetReport = self._services.opinion_import.read_answers(self._id, path)
        return report

    def read_pasted(self, text: str) -> AnswerSheetReport:
        report: AnswerSheetReport = self._services.opinion_import.read_pasted_answers(self._id, text)
        return report

    def mend(self, report: AnswerSheetReport, key: int, column: str, text: str) -> AnswerSheetReport:
        from dialogue_desktop.exchange.list_columns import Column

        service = self._services.opinion_import
        mended: AnswerSheetReport = service.mend_answer(report, key, Column(column), text)
        return mended

    def save(self, report: AnswerSheetReport, keys: Collection[int], options: Mapping[str, object]) -> Kept:
        ids = self._services.opinion_import.save_answers(report, keys)
        instead = sum(1 for key in keys if report.rows[key].replaces)
        words = f"Đã lưu {len(ids)} câu trả lời"
        return Kept(f"{words}, thay {instead} câu cũ" if instead else words)

    def forms(self) -> tuple[tuple[str, str], ...]:
        units = self._services.opinion_import.answering_units(self._id)
        return (("", "Mọi ý kiến thu thập"), *((unit, unit) for unit in units))

    def write_form(self, path: Path, form_id: str) -> None:
        self._services.opinion_import.write_answer_form(self._id, path, form_id)

    # --- what is shown

    def state(self, row: AnswerRow) -> str:
        if not row.savable:
            return BAD
        if row.already:
            return AGAIN
        if row.replaces:
            return INSTEAD
        return DOUBT if row.doubtful else GOOD

    def view(self, report: AnswerSheetReport, row: AnswerRow, ticked: bool | None) -> RowView:
        who = ", ".join(part for part in (f"Số {row.opinion_number}", row.opinion_who) if part)
        return RowView(
            row.key,
            str(row.number),
            who if row.opinion_id else "Chưa rõ ý kiến nào",
            one_line(row.opinion_text or row.text_of_opinion)[:120],
            one_line(row.answer)[:200] or "Chưa có câu trả lời",
            _note(row) or row.answerer,
            self.state(row),
            ticked,
        )

    def detail(self, report: AnswerSheetReport, row: AnswerRow) -> RowDetail:
        from dialogue_desktop.exchange.list_columns import Column
        from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES

        problems = problem_views(row.problems)
        cells = tuple(
            CellView(column.value, COLUMN_NAMES[column], row.text_of(column))
            for column in (Column.OPINION, Column.ANSWER, Column.ANSWERER)
        )
        if row.opinion_number and cells[0].text == "":
            cells = (CellView(cells[0].column, cells[0].name, str(row.opinion_number)), *cells[1:])
        first = next((p.column for p in problems if p.column), "")
        if first not in {cell.column for cell in cells}:
            first = Column.ANSWER.value if row.opinion_id else Column.OPINION.value
        title = capital(row.where)
        return RowDetail(row.key, title, problems, cells, first, tuple(_facts(row)))

    def rivals(self, report: AnswerSheetReport, row: AnswerRow) -> frozenset[int]:
        """Of two answers to one opinion only one can be kept."""
        if not row.whose:
            return frozenset()
        return frozenset(
            other.key for other in report.rows if other.whose == row.whose and other.key != row.key
        )


def _facts(row: AnswerRow) -> list[Fact]:
    """The opinion, the answer that is there, and the one of the file, one under the other."""
    found: list[Fact] = []
    if row.opinion_id:
        who = f", {row.opinion_who}" if row.opinion_who else ""
        found.append(Fact(f"Ý kiến số {row.opinion_number}{who} ({row.found_by.value})", row.opinion_text))
    elif row.text_of_opinion:
        found.append(Fact("Ý kiến ghi trong tệp", row.text_of_opinion))
    if row.replaces:
        found.append(Fact(_headed("Câu đang có", row.replaces_by), row.replaces))
    if row.answer:
        caption = "Câu đang có, giống câu trong tệp" if row.same_as_kept else "Câu trong tệp"
        found.append(Fact(_headed(caption, row.answerer), row.answer))
    return found


def _headed(caption: str, who: str) -> str:
    return f"{caption} ({who})" if who else caption


def _note(row: AnswerRow) -> str:
    """The gravest thing about the row, for the line under its words."""
    if not row.savable or row.clash is not None:
        return row.problems[-1 if row.savable else 0].sentence
    if row.same_as_kept:
        return "Câu này đã lưu rồi"
    if row.repeats_row:
        return f"Trùng câu ở dòng {row.repeats_row}"
    if row.replaces:
        return f"Đang có: {one_line(row.replaces)[:120]}"
    return row.problems[0].sentence if row.doubtful else ""
