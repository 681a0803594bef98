"""The page "So sánh các năm": what was asked in each year, what became of it, how long it took (F5)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.figures import STANDING_LABELS, Standing
from dialogue_desktop.domain.years import Comparison
from dialogue_desktop.errors import UserError
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.scroll import Scroll
from ui.widgets.segment import Segment
from ui.widgets.text import Label, Paragraph
from ui.years import words
from ui.years.bars import Bar, Fill, Part, YearBars

EXPORT = Verb("years.export", "Xuất Excel…", "Ctrl+E", "document_table")

_CLASSES = (
    Part(STANDING_LABELS[Standing.SETTLED], Role.OK, Fill.SOFT),
    Part(STANDING_LABELS[Standing.OWED], Role.WARN, Fill.HATCHED),
    Part(STANDING_LABELS[Standing.BEYOND], Role.ACCENT, Fill.EMPTY),
    Part(STANDING_LABELS[Standing.UNKNOWN], Role.TEXT2, Fill.SOLID),
)
_DAYS = (Part("Số ngày đến khi xong", Role.ACCENT, Fill.SOFT),)
_FAULT = "Chương trình gặp lỗi khi đọc số liệu các năm. Dữ liệu đã lưu vẫn nguyên. Hãy mở lại trang này."


class YearsPage(QWidget):
    """Four views of the same years, by ← → in the segment; Ctrl+E writes the workbook, Esc goes back."""

    title = "So sánh các năm"
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._comparison = Comparison()
        self._narrow = False
        look = context.look
        whole = VBox(look)
        self.setLayout(whole)
        self.export_button = Button.of(look, context.actions.add(self, EXPORT, self.export))
        back = Button(look, "Trở về", icon="arrow_left")
        back.clicked.connect(self.left)
        self.header = Header(look, self.title, buttons=(self.export_button, back))
        whole.addWidget(self.header)
        body = Pane(look)
        self._column = VBox(look, (6, 3, 6, 3), 3)
        body.setLayout(self._column)
        whole.addWidget(body, 1)
        self.notice = Banner(look)
        self.notice.hide()
        self._column.addWidget(self.notice)
        row = HBox(look)
        self.segment = Segment(look, words.VIEWS, name="Xem theo")
        self.segment.chosen.connect(self._show_view)
        row.addWidget(self.segment)
        row.addStretch(1)
        self._column.addLayout(row)
        self._views: dict[str, QWidget] = {}
        self.tables: dict[str, RowTable] = {}
        self.bars: dict[str, YearBars] = {}
        self.empty = EmptyState(
            look,
            "data_bar_vertical",
            "Chưa có hội nghị nào đã họp",
            "Sau hội nghị đầu tiên, số ý kiến, kết quả và thời gian giải quyết của từng năm hiện ở đây.",
        )
        self.empty.hide()
        self._column.addWidget(self.empty, 1)
        self.segment.hide()
        self.export_button.lock("Chưa có năm nào để xuất.")
        look.changed.connect(self._fit)

    # --- as every page --------------------------------------------------------------------------------

    def focus_first(self) -> None:
        table = self.tables.get(self.segment.value())
        target = self.segment if table is None else table.rows
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.segment, *(view for view in self._views.values() if not view.isHidden()))

    def leave(self) -> bool:
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open()

    def open(self) -> None:
        """Read the years; what is on view stays until they are there."""
        if not self._context.services.ready:
            return
        comparing = self._context.services.get().comparing
        self._run(comparing.years, self.show_years, self._failed)

    # --- what is shown --------------------------------------------------------------------------------

    def show_years(self, comparison: Comparison) -> None:
        held: QWidget | None = self.focusWidget()
        had_focus = held is not None and any(view.isAncestorOf(held) for view in self._views.values())
        first = not self._views
        self._comparison = comparison
        self.notice.hide()
        for view in self._views.values():
            self._column.removeWidget(view)
            view.deleteLater()
        self._views, self.tables, self.bars = {}, {}, {}
        self.empty.setVisible(comparison.empty)
        self.segment.setVisible(not comparison.empty)
        if comparison.empty:
            self.header.set_facts("")
            self.export_button.lock("Chưa có năm nào để xuất.")
            return
        self.export_button.lock("")
        self.header.set_facts(*words.facts(comparison))
        self._show_view(self.segment.value())
        if first or had_focus:
            self.focus_first()

    def _show_view(self, name: str) -> None:
        if self._comparison.empty:
            return
        if name not in self._views:
            self._views[name] = self._build(name)
            self._column.addWidget(self._views[name], 1)
        for key, view in self._views.items():
            view.setVisible(key == name)
        self._fit()

    def _build(self, name: str) -> QWidget:
        look, comparison = self._context.look, self._comparison
        if name == words.FIELDS:
            return self._crossing(name, "Lĩnh vực", words.NO_FIELD)
        if name == words.PLACES:
            return self._crossing(name, "Thôn", words.NO_PLACE)
        times = name == words.TIMES
        narrow = self._narrow = self._is_narrow()
        if times:
            columns = words.NARROW_TIMES if narrow else words.TIME_COLUMNS
            rows = words.time_rows(comparison.years, narrow=narrow)
        else:
            columns = words.NARROW_RESULTS if narrow else words.RESULT_COLUMNS
            rows = words.result_rows(comparison.years, narrow=narrow)
        title = "Số ngày từ hội nghị đến khi xong" if times else "Ý kiến, kiến nghị theo năm và kết quả"
        table = RowTable(look, columns, name="Thời gian giải quyết" if times else "Kết quả", two_lines=False)
        table.set_items(rows)
        bars = YearBars(look, _DAYS if times else _CLASSES, name=title)
        bars.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bars.show_bars(*(self._day_bars() if times else self._class_bars()))
        self.tables[name], self.bars[name] = table, bars
        content = Pane(look)
        column = VBox(look, gap=3)
        content.setLayout(column)
        column.addWidget(table)
        if times:
            column.addWidget(Paragraph(look, words.COUNTED, Type.CAPTION, Role.TEXT2))
        column.addWidget(Label(look, title, Type.SECTION))
        column.addWidget(bars)
        column.addStretch(1)
        scroll = Scroll(look, content)
        table.rows.current_row.connect(lambda _: _follow(scroll, table))
        return scroll

    def _is_narrow(self) -> bool:
        return self.width() < self._context.look.px(words.NARROW_BELOW)

    def _crossing(self, name: str, head: str, unknown: str) -> RowTable:
        comparison = self._comparison
        rows = comparison.fields if name == words.FIELDS else comparison.localities
        columns = words.crossing_columns(head, comparison.years)
        table = RowTable(self._context.look, columns, name=f"Ý kiến theo {head.lower()}", two_lines=False)
        table.set_items(words.crossing_rows(rows, unknown))
        self.tables[name] = table
        return table

    def _class_bars(self) -> tuple[list[Bar], str]:
        years = self._comparison.years
        bars = [
            Bar(
                str(year.year),
                (year.settled, year.owed, year.beyond, year.unknown),
                str(year.petitions),
            )
            for year in reversed(years)
        ]
        return bars, words.spoken(years)

    def _day_bars(self) -> tuple[list[Bar], str]:
        years = self._comparison.years
        bars = [Bar(str(y.year), (y.days_kept or 0,), words.days(y.days_kept)) for y in reversed(years)]
        return bars, "; ".join(f"Năm {bar.label}: {bar.end}" for bar in bars)

    def _fit(self) -> None:
        """A table over bars is as high as its rows: the page scrolls, not the table. Where the width asks for
        other columns, the views are built anew."""
        if self.bars and self._narrow != self._is_narrow():
            self.show_years(self._comparison)
            return
        for name in self.bars:
            table = self.tables[name]
            table.setFixedHeight(table.fitted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- what is done ---------------------------------------------------------------------------------

    def export(self) -> None:
        """Write the workbook where the reader says."""
        if self._comparison.empty:
            return
        question = FileQuestion(
            "Xuất bảng so sánh các năm",
            (("Bảng tính Excel", "*.xlsx"),),
            Path.home() / "so-sanh-cac-nam.xlsx",
            ".xlsx",
            "Xuất",
        )
        path = self._context.prompter.save_file(question)
        if path is None:
            return
        comparing, comparison = self._context.services.get().comparing, self._comparison

        def done(_: object) -> None:
            self.notice.hide()
            self._context.toast.say(f"Đã xuất {path.name}")

        self._run(lambda: comparing.export(comparison, path), done, self._failed, Lane.GENERAL)

    def _failed(self, error: Exception) -> None:
        sentence = error.sentence if isinstance(error, UserError) else _FAULT
        self.notice.set_words(sentence)
        self.notice.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _follow(scroll: Scroll, table: RowTable) -> None:
    """The row in hand stays in sight: the table itself does not scroll."""
    box = table.rows.visualRect(table.rows.currentIndex())
    if box.isValid():
        at = table.rows.viewport().mapTo(scroll.widget(), box.center())
        scroll.ensureVisible(0, at.y(), 0, box.height())
