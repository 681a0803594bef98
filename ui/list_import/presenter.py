"""What a page of import does, without Qt: read, look through, mend, keep (C4, C7, C11)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic

from dialogue_desktop.errors import UserError
from ui.list_import.columns import ColumnDesk
from ui.list_import.kind import Kept, ListKind, ReportT, RowT
from ui.list_import.screen import BAD, GOOD, RowView, Screen, View
from ui.runner import Runner

_FAULT = "Chương trình gặp lỗi. Chưa lưu gì; danh sách vẫn còn trong tệp."


class ListPresenter(Generic[ReportT, RowT]):
    """One list of one conference; `run` does work on the database's thread."""

    def __init__(self, kind: ListKind[ReportT, RowT], view: View, run: Runner) -> None:
        self._kind, self._view, self._run = kind, view, run
        self._report: ReportT | None = None
        self._source: Path | str = ""
        self._desk: ColumnDesk | None = None
        self._ticked: set[int] = set()
        self._kept: set[int] = set()
        self._mended: set[int] = set()
        self._shown, self._selected = "", -1
        self._chosen: dict[str, object] = {}
        self._views: dict[int, tuple[RowT, bool | None, RowView]] = {}
        self._busy = self._trouble = ""

    def open(self) -> None:
        """Ask for whom forms can be made."""
        self._run(self._kind.forms, self._view.show_forms, self._failed)

    # --- reading --------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        if not self._busy:
            self._source = path
        self._read(lambda: self._kind.read(path), f"Đang đọc {path.name}")

    def paste(self, text: str) -> None:
        if not self._busy:
            self._source = text
        self._read(lambda: self._kind.read_pasted(text), "Đang đọc các dòng đã dán")

    def _read(self, work: Callable[[], ReportT], words: str) -> None:
        if self._busy:
            return
        self._busy, self._trouble = words, ""
        self._show()
        self._run(work, self._first_look, self._failed)

    def _first_look(self, report: ReportT) -> None:
        """Before the rows come the sheets whose columns only a person can name."""
        offered, asked = self._kind.offered, self._kind.asked(report)
        self._desk = None
        if offered is not None and asked:
            words = "các dòng đã dán" if isinstance(self._source, str) else ""
            self._desk = ColumnDesk(asked, offered, words, others=bool(self._kind.rows(report)))
        self._take(report)

    # --- columns named by hand ------------------------------------------------------------------------

    def say_column(self, place: int, column: str) -> None:
        if self._desk is not None:
            self._desk.choose(place, column)
            self._show()

    def begin_at(self, first: int) -> None:
        """The list begins at this row of those that are shown."""
        if self._desk is not None:
            self._desk.begin_at(first)
            self._show()

    def read_said(self) -> None:
        """Go on to the next sheet, or read all of them as was said."""
        desk = self._desk
        if desk is None or self._busy or not desk.ready:
            return
        if desk.take():
            self._read_said(desk)
        else:
            self._show()

    def skip_sheet(self) -> None:
        """This sheet stays unread."""
        desk = self._desk
        if desk is None or self._busy:
            return
        if not desk.skip():
            self._show()
        elif desk.said:
            self._read_said(desk)
        else:
            self._desk = None
            self._show()

    def _read_said(self, desk: ColumnDesk) -> None:
        def done(report: ReportT) -> None:
            self._desk = None
            self._take(report)

        source, said = self._source, dict(desk.said)
        self._busy, self._trouble = "Đang đọc lại theo các cột đã chọn", ""
        self._show()
        self._run(lambda: self._kind.read_said(source, said), done, self._failed)

    def _take(self, report: ReportT) -> None:
        self._busy = ""
        self._report = report
        self._ticked, self._kept, self._mended = set(report.ready), set(), set()
        self._shown = next((state for state in self._kind.states if self._of_state(state)), "")
        if self._shown == GOOD:
            self._shown = ""
        self._selected = -1
        self._show()

    def start_again(self) -> None:
        """Another file; nothing of this one is kept."""
        self._report = self._desk = None
        self._mended = set()
        self._trouble = ""
        self._show()

    @property
    def unsaved(self) -> int:
        """Rows that were mended here and are not kept: only they would be lost with the page."""
        return len(self._mended - self._kept)

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
        if on and self._report is not None:
            rivals = self._kind.rivals(self._report, self._row(key))
            self._ticked = (self._ticked - rivals) | {key}
        else:
            self._ticked = self._ticked - {key}
        self._show()

    def choose(self, option: str, value: object) -> None:
        """A choice for the whole list."""
        self._chosen[option] = value
        if self._report is not None:
            self._report = self._kind.chosen(self._report, option, value)
            self._ticked = {key for key in self._ticked if self._row(key).savable}
        self._show()

    def mend(self, column: str, text: str) -> None:
        """Another text in a cell of the row in hand; the row is judged anew."""
        report, key = self._report, self._selected
        if report is None or key < 0 or self._busy:
            return

        def done(fresh: ReportT) -> None:
            self._busy = ""
            before, self._report = self._row(key), fresh
            self._mended.add(key)
            if self._row(key).ready and not before.ready:
                self._ticked.add(key)
            self._ticked = {one for one in self._ticked if self._row(one).savable}
            self._show()

        self._busy = "Đang xem lại dòng này"
        self._run(lambda: self._kind.mend(report, key, column, text), done, self._failed)

    # --- keeping --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the ticked rows as one act; rows that must be mended stay on view."""
        report, keys = self._report, frozenset(self._ticked - self._kept)
        if report is None or not keys or self._busy:
            return
        options = {option.id: _value(option) for option in self._screen().options}
        self._busy, self._trouble = "Đang lưu", ""
        self._show()

        def done(kept: Kept) -> None:
            self._busy, self._trouble = "", kept.warning
            self._kept |= keys
            self._ticked -= keys
            if any(self._kind.state(row) == BAD for row in self._left()):
                self._shown = BAD
                self._view.say(kept.words, self.take_back)
                self._show()
            else:
                self._view.finished(kept.words)
                if kept.warning:
                    self._view.warn(kept.warning)

        self._run(lambda: self._kind.save(report, keys, options), done, self._failed)

    def take_back(self) -> None:
        """Undo of what was kept: the rows are ticked again."""

        def done(_: str) -> None:
            self._ticked |= self._kept
            self._kept = set()
            self._view.say("Đã hoàn tác việc nhập", None)
            self._show()

        self._run(self._kind.undo, done, self._failed)

    def write_bad_rows(self, path: Path) -> None:
        """The rows that must be mended, in a file to be mended and read again."""
        report = self._report
        if report is None:
            return
        keys = frozenset(row.key for row in self._left() if not row.savable)
        self._run(
            lambda: self._kind.write_bad_rows(report, keys, path),
            lambda _: self._view.say(f"Đã ghi {len(keys)} dòng phải sửa vào {path.name}", None),
            self._failed,
        )

    def write_form(self, path: Path, form_id: str) -> None:
        """The blank form for one of those of `View.show_forms`."""
        self._run(
            lambda: self._kind.write_form(path, form_id),
            lambda _: self._view.say(f"Đã ghi mẫu vào {path.name}", None),
            self._failed,
        )

    # --- what is shown --------------------------------------------------------------------------------

    def _row(self, key: int) -> RowT:
        report: Any = self._report
        return self._kind.rows(report)[key]

    def _left(self) -> list[RowT]:
        if self._report is None:
            return []
        return [row for row in self._kind.rows(self._report) if row.key not in self._kept]

    def _of_state(self, state: str) -> list[RowT]:
        return [row for row in self._left() if self._kind.state(row) == state]

    def _show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        report, kind = self._report, self._kind
        if report is None:
            return Screen(busy=self._busy, trouble=self._trouble)
        if self._desk is not None:
            return Screen(busy=self._busy, trouble=self._trouble, sheet=self._desk.view())
        left = self._left()
        states = {row.key: kind.state(row) for row in left}
        amounts = dict.fromkeys(kind.states, 0)
        for state in states.values():
            amounts[state] += 1
        if self._shown and not amounts.get(self._shown):
            self._shown = ""
        rows = [row for row in left if not self._shown or states[row.key] == self._shown]
        if all(row.key != self._selected for row in rows):
            self._selected = rows[0].key if rows else -1
        ticked = [row for row in left if row.key in self._ticked]
        return Screen(
            report=True,
            busy=self._busy,
            trouble=self._trouble,
            facts=report.summary if not self._kept else f"Còn {len(left)} dòng chưa nhập.",
            notes=kind.notes(report),
            rows=tuple(self._view_of(report, row) for row in rows),
            counts=tuple((state, count) for state, count in amounts.items() if count),
            view=self._shown,
            chosen=len(ticked),
            bad=amounts[BAD],
            detail=kind.detail(report, self._row(self._selected)) if self._selected >= 0 else None,
            options=kind.options(report, left, ticked, self._chosen),
            sums=kind.sums(report, ticked),
        )

    def _view_of(self, report: ReportT, row: RowT) -> RowView:
        """Each row is put into words once, and again when it was mended or ticked."""
        tick = row.key in self._ticked if row.savable else None
        known = self._views.get(row.key)
        if known is None or known[0] is not row or known[1] is not tick:
            known = self._views[row.key] = (row, tick, self._kind.view(report, row, tick))
        return known[2]


def _value(option: Any) -> object:
    return option.on if hasattr(option, "on") else option.value
