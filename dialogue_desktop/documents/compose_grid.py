"""Turning tables and charts of a tree into ruled grids by the measures of the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dialogue_desktop.documents.flow import Grid, GridCell, GridRow, Para
from dialogue_desktop.documents.sheet import MM, Sheet, TextStyle
from dialogue_desktop.documents.tree import Align, Cell, Chart, ChartRow, Row, Run, Runs, Shade, Table

Lines = Callable[[TextStyle, Runs], Iterator[Runs]]
"""Runs with the face and case of a style, one tuple for each line of the text."""

_LEAST_FREE = 12.0  # millimetres of a column that takes what the others leave


def grid(block: Table | Chart, sheet: Sheet, width: float, lines: Lines) -> Grid:
    """The grid on a text `width` points wide. ValueError where its columns do not fit."""
    maker = _Maker(sheet, width, lines)
    return maker.table(block) if isinstance(block, Table) else maker.chart(block)


@dataclass(frozen=True, slots=True)
class _Maker:
    sheet: Sheet
    width: float
    lines: Lines

    # --- tables

    def table(self, table: Table) -> Grid:
        fixed = sum(column.width for column in table.columns) * MM
        free = sum(1 for column in table.columns if not column.width)
        spare = self.width - fixed
        if spare < -0.5 or (free and spare < _LEAST_FREE * MM * free):
            raise ValueError(f"table columns of {fixed / MM:.0f} mm do not fit in {self.width / MM:.0f} mm")
        widths = tuple(column.width * MM if column.width else spare / free for column in table.columns)
        return Grid(
            widths,
            tuple(self.row(table, row, head=True) for row in table.header),
            tuple(self.row(table, row, head=False) for row in table.rows),
            _whole_twips(self.sheet.table.padding[1] * MM),
        )

    def row(self, table: Table, row: Row, *, head: bool) -> GridRow:
        cells: list[GridCell] = []
        column = 0
        for cell in row.cells:
            cells.append(self.cell(cell, table.columns[column].align, head=head, bold=row.bold))
            column += cell.span
        if column != len(table.columns):
            raise ValueError(f"a table row fills {column} of {len(table.columns)} columns")
        return GridRow(tuple(cells), row.anchor, row.keep_next, row.height * MM)

    def cell(self, cell: Cell, align: Align, *, head: bool, bold: bool) -> GridCell:
        style = self.sheet.text("cell_head" if head else "cell")
        runs = tuple(replace(run, bold=True) for run in cell.runs) if bold else cell.runs
        aligned = cell.align or (style.align if head else align)
        return GridCell(self.paras(style, runs, aligned), cell.span)

    def paras(self, style: TextStyle, runs: Runs, align: Align | None = None) -> tuple[Para, ...]:
        """At least one, for a cell is never without a paragraph."""
        return tuple(Para(style, line, align=align) for line in self.lines(style, runs)) or (
            Para(style, (Run(""),), align=align),
        )

    # --- charts

    def chart(self, chart: Chart) -> Grid:
        """The labels' columns, then the steps as wide as the line's room allows."""
        look = self.sheet.chart
        fixed = sum(column.width for column in chart.columns) * MM
        count = len(chart.ticks)
        step = min((self.width - fixed - look.least * MM) / max(count, 1), chart.widest * MM)
        if step <= 2 * look.side * MM:
            raise ValueError(f"{count} steps do not fit in {self.width / MM:.0f} mm")
        spare = self.width - fixed - step * count
        labels = tuple(column.width * MM or spare for column in chart.columns)
        header = []
        if chart.above:
            over = [self.tick(words, Shade.NONE, "chart_head", span=span) for words, span in chart.above]
            lead = self.label(chart.above_head, Align.RIGHT, "chart_head", span=len(labels))
            header.append(GridRow((lead, *over)))
        heads = [self.label(words, Align.CENTER, "chart_head") for words in chart.heads]
        name = _tick_style(chart)
        header.append(GridRow((*heads, *(self.tick(one.text, one.head, name) for one in chart.ticks))))
        rows = tuple(self.chart_row(chart, row) for row in chart.rows)
        widths = (*labels, *(step for _ in chart.ticks))
        return Grid(widths, tuple(header), rows, _whole_twips(look.edge * MM), chart=True)

    def chart_row(self, chart: Chart, row: ChartRow) -> GridRow:
        labels = [
            self.label(words, column.align, "chart", bold=row.bold)
            for words, column in zip(row.labels, chart.columns, strict=True)
        ]
        marks = {mark.place: mark for mark in row.marks}
        name = _tick_style(chart)
        steps = []
        for place, tick in enumerate(chart.ticks):
            mark = marks.get(place)
            shade, words = (mark.shade, mark.text) if mark else (tick.shade, "")
            steps.append(self.tick(words, shade, name, bold=bool(words)))
        return GridRow((*labels, *steps), row.anchor)

    def label(self, words: str, align: Align, name: str, *, bold: bool = False, span: int = 1) -> GridCell:
        return GridCell(self.paras(self.sheet.text(name), (Run(words, bold),), align), span)

    def tick(self, words: str, shade: Shade, name: str, *, bold: bool = False, span: int = 1) -> GridCell:
        return GridCell(self.paras(self.sheet.text(name), (Run(words, bold),)), span, shade, tight=True)


def _tick_style(chart: Chart) -> str:
    return "chart_tick" if chart.small else "chart_step"


def _whole_twips(points: float) -> float:
    """A measure as Word can have it, in twentieths of a point: a page of rows must not drift from its PDF."""
    return round(points * 20) / 20
