"""What the page of import does, without Qt: read, look through, mend, keep (C4)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dialogue_desktop.domain.records import Source
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.errors import UserError
from ui.live.service import Runner
from ui.opinion_import.screen import (
    AGAIN,
    BAD,
    DOUBT,
    EMPTY,
    GOOD,
    STATES,
    CellView,
    ProblemView,
    RowDetail,
    RowView,
    Screen,
    View,
)

if TYPE_CHECKING:
    from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport, ReadRow

_FAULT = "Chương trình gặp lỗi. Chưa lưu gì; danh sách vẫn còn trong tệp."


class Core(Protocol):
    """What the page asks of the services, for one conference."""

    def read(self, path: Path, /) -> OpinionSheetReport: ...
    def read_pasted(self, text: str, /) -> OpinionSheetReport: ...
    def mend(self, report: OpinionSheetReport, key: int, column: str, text: str, /) -> OpinionSheetReport: ...
    def save(
        self,
        report: OpinionSheetReport,
        keys: frozenset[int],
        source: Source,
        split: frozenset[int],
        speakers: bool,
        /,
    ) -> tuple[int, int, str]:
        """How many opinions and speakers were kept, and one sentence of warning."""
        ...

    def bad_rows(self, report: OpinionSheetReport, keys: frozenset[int], path: Path, /) -> None: ...
    def blank_form(self, path: Path, locality_id: str, /) -> None: ...
    def undo(self) -> str: ...


class ImportPresenter:
    """One conference; `run` does work on the database's thread."""

    def __init__(self, core: Core, view: View, run: Runner) -> None:
        self._core, self._view, self._run = core, view, run
        self._report: OpinionSheetReport | None = None
        self._ticked: set[int] = set()
        self._kept: set[int] = set()
        self._shown, self._selected = "", -1
        self._source, self._split, self._speakers = Source.VILLAGE_HEAD, False, False
        self._busy = self._trouble = ""

    # --- reading --------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        self._read(lambda: self._core.read(path), f"Đang đọc {path.name}")

    def paste(self, text: str) -> None:
        self._read(lambda: self._core.read_pasted(text), "Đang đọc các dòng đã dán")

    def _read(self, work: Callable[[], OpinionSheetReport], words: str) -> None:
        if self._busy:
            return
        self._busy, self._trouble = words, ""
        self._show()
        self._run(work, self._take, self._failed)

    def _take(self, report: OpinionSheetReport) -> None:
        self._busy = ""
        self._report = report
        self._ticked, self._kept = set(report.ready), set()
        self._shown = next((state for state in STATES if self._of_state(state)), "")
        if self._shown == GOOD:
            self._shown = ""
        self._selected = -1
        self._show()

    def start_again(self) -> None:
        """Another file; nothing of this one is kept."""
        self._report = None
        self._trouble = ""
        self._show()

    def _failed(self, error: Exception) -> None:
        self._busy = ""
        self._trouble = error.sentence if isinstance(error, UserError) else _FAULT
        self._show()

    # --- looking through ------------------------------------------------------------------------------

    def show(self, view: str) -> None:
        """Only the rows of one state, "" for all."""
        self._shown = view
        self._show()

    def select(self, key: int) -> None:
        if key != self._selected:
            self._selected = key
            self._show()

    def tick(self, key: int, on: bool) -> None:
        self._ticked = self._ticked | {key} if on else self._ticked - {key}
        self._show()

    def set_source(self, source: Source) -> None:
        self._source = source
        self._show()

    def set_split(self, on: bool) -> None:
        self._split = on
        self._show()

    def set_speakers(self, on: bool) -> None:
        self._speakers = on
        self._show()

    def mend(self, column: str, text: str) -> None:
        """Another text in a cell of the row in hand; the row is judged anew."""
        report, key = self._report, self._selected
        if report is None or key < 0 or self._busy:
            return

        def done(fresh: OpinionSheetReport) -> None:
            self._busy = ""
            before, self._report = report.rows[key], fresh
            if fresh.rows[key].ready and not before.ready:
                self._ticked.add(key)
            elif not fresh.rows[key].savable:
                self._ticked.discard(key)
            self._show()

        self._busy = "Đang xem lại dòng này"
        self._run(lambda: self._core.mend(report, key, column, text), done, self._failed)

    # --- keeping --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the ticked rows as one act; rows that must be mended stay on view."""
        report, keys = self._report, frozenset(self._ticked - self._kept)
        if report is None or not keys or self._busy:
            return
        split = frozenset(k for k in keys if report.rows[k].parts) if self._split else frozenset()
        source, speakers = self._source, self._speakers
        self._busy, self._trouble = "Đang lưu", ""
        self._show()

        def done(saved: tuple[int, int, str]) -> None:
            count, registered, warning = saved
            self._busy, self._trouble = "", warning
            self._kept |= keys
            self._ticked -= keys
            words = f"Đã nhập {count} ý kiến"
            if registered:
                words += f", {registered} người vào hàng chờ phát biểu"
            if self._left() and any(self._state(row) == BAD for row in self._left()):
                self._shown = BAD
                self._view.say(words, self.take_back)
                self._show()
            else:
                self._view.finished(words)

        self._run(lambda: self._core.save(report, keys, source, split, speakers), done, self._failed)

    def take_back(self) -> None:
        """Undo of what was kept: the rows are ticked again."""

        def done(_: str) -> None:
            self._ticked |= self._kept
            self._kept = set()
            self._view.say("Đã hoàn tác việc nhập", None)
            self._show()

        self._run(self._core.undo, done, self._failed)

    def write_bad_rows(self, path: Path) -> None:
        """The rows that must be mended, in a file to be mended and read again."""
        report = self._report
        if report is None:
            return
        keys = frozenset(row.key for row in self._left() if not row.savable)
        self._run(
            lambda: self._core.bad_rows(report, keys, path),
            lambda _: self._view.say(f"Đã ghi {len(keys)} dòng phải sửa vào {path.name}", None),
            self._failed,
        )

    def write_form(self, path: Path, locality_id: str) -> None:
        """The blank form for a thôn."""
        self._run(
            lambda: self._core.blank_form(path, locality_id),
            lambda _: self._view.say(f"Đã ghi mẫu vào {path.name}", None),
            self._failed,
        )

    # --- what is shown --------------------------------------------------------------------------------

    def _left(self) -> list[ReadRow]:
        return [] if self._report is None else [r for r in self._report.rows if r.key not in self._kept]

    @staticmethod
    def _state(row: ReadRow) -> str:
        if not row.savable:
            return BAD
        if row.no_opinion:
            return EMPTY
        if row.repeats_row or row.repeats_opinion:
            return AGAIN
        return DOUBT if row.doubtful else GOOD

    def _of_state(self, state: str) -> list[ReadRow]:
        return [row for row in self._left() if self._state(row) == state]

    def _show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        report = self._report
        if report is None:
            return Screen(busy=self._busy, trouble=self._trouble)
        left = self._left()
        counts = tuple((state, len(self._of_state(state))) for state in STATES)
        if self._shown and not dict(counts).get(self._shown):
            self._shown = ""
        rows = [row for row in left if not self._shown or self._state(row) == self._shown]
        if all(row.key != self._selected for row in rows):
            self._selected = rows[0].key if rows else -1
        ticked = [row for row in left if row.key in self._ticked]
        return Screen(
            report=True,
            busy=self._busy,
            trouble=self._trouble,
            facts=report.summary if not self._kept else f"Còn {len(left)} dòng chưa nhập.",
            notes=self._notes(report),
            rows=tuple(self._row(row) for row in rows),
            counts=tuple((state, count) for state, count in counts if count),
            view=self._shown,
            chosen=len(ticked),
            bad=dict(counts)[BAD],
            detail=self._detail(report, self._selected),
            source=self._source,
            split=self._split,
            can_split=sum(1 for row in left if row.parts),
            speakers=self._speakers,
            can_speak=sum(1 for row in ticked if _wants_to_speak(row)),
        )

    def _row(self, row: ReadRow) -> RowView:
        opinion = row.opinion
        names = [voice.shown for voice in opinion.voices if voice.name]
        who = "Ẩn danh" if opinion.anonymous else (names[0] if names else opinion.group_note)
        others = f"cùng {len(names) - 1} người" if len(names) > 1 else ""
        place = next((voice.address for voice in opinion.voices if voice.address), row.place)
        state = self._state(row)
        return RowView(
            row.key,
            str(row.number),
            (who[:1].upper() + who[1:]) or "Chưa rõ họ tên",
            " · ".join(part for part in (others, place) if part),
            one_line(opinion.text)[:200] or "Chưa có nội dung",
            _note(row) or opinion.field,
            state,
            row.key in self._ticked if row.savable else None,
        )

    def _detail(self, report: OpinionSheetReport, key: int) -> RowDetail | None:
        from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES, FORM
        from dialogue_desktop.exchange.opinion_rows_types import Severity

        if key < 0:
            return None
        row = report.rows[key]
        problems = tuple(
            ProblemView(
                problem.severity is Severity.ERROR,
                f"{problem.where}: {problem.sentence}" if problem.where else problem.sentence,
                problem.column.value if problem.column else "",
                problem.choices,
            )
            for problem in row.problems
        )
        columns = dict.fromkeys([*(own for own, _ in row.cells.places), *(one.column for one in FORM)])
        cells = tuple(
            CellView(column.value, COLUMN_NAMES[column], row.text_of(column))
            for column in columns
            if column in COLUMN_NAMES and column.value not in _NOT_MENDED
        )
        first = next((p.column for p in problems if p.column), cells[0].column if cells else "")
        return RowDetail(key, row.where[:1].upper() + row.where[1:], problems, cells, first)

    @staticmethod
    def _notes(report: OpinionSheetReport) -> tuple[str, ...]:
        notes = list(report.notes)
        unknown = [column.head for column in report.unknown_columns if column.head.strip()]
        if unknown:
            notes.append(f"Cột không đọc: {', '.join(unknown)}.")
        if report.unread:
            names = ", ".join(sheet.name for sheet in report.unread)
            notes.append(f"Không nhận ra tiêu đề cột ở: {names}.")
        if report.outside:
            notes.append(f"{len(report.outside)} dòng không phải ý kiến (tiêu đề, cộng, ký) được bỏ qua.")
        return tuple(notes)


_NOT_MENDED = frozenset({"stt", "tra_loi", "nguoi_tra_loi", "so_y_kien", "can_sua"})


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
