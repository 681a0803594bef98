"""The sheets by field, thôn, unit and outcome: each a cross table and its chart (M8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogue_desktop.domain.figures import STANDING_LABELS, Figures, Row, Standing
from dialogue_desktop.domain.records import OPINION_KIND_LABELS, OUTCOME_LABELS, Outcome
from dialogue_desktop.exchange import excel_charts, excel_counts, excel_opinions
from dialogue_desktop.exchange.excel_counts import Counted, Cross, Group
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading
from dialogue_desktop.exchange.excel_rows import NO_FIELD, NO_LOCALITY, NO_OUTCOME, OpinionRow
from dialogue_desktop.exchange.excel_style import Pen
from dialogue_desktop.exchange.excel_table import Table

if TYPE_CHECKING:
    from openpyxl import Workbook

NO_UNIT_GIVEN = "(không giao đơn vị)"
#: How a chart's title says what its rows are.
_SHORT = {"unit": "đơn vị"}
#: Names of the rows of a table, for the lists of choices in the opinions.
_LISTS = {"field": "DM_LinhVuc", "locality": "DM_Thon", "unit": "DM_DonVi"}


def add_crossings(
    workbook: Workbook, pen: Pen, heading: Heading, opinions: Sequence[OpinionRow], figures: Figures,
    listed: Table,
) -> None:  # fmt: skip
    """In the order of `figures`, so that all papers have the same rows."""
    outcomes = [OUTCOME_LABELS[one] for one in Outcome]
    if figures.outcome(None):
        outcomes.append(NO_OUTCOME)
    by_outcome = Group("outcome", tuple(outcomes))
    standings = [one for one in Standing if one is not Standing.UNKNOWN or figures.all.unknown]
    by_standing = Group("standing", tuple(STANDING_LABELS[one] for one in standings))
    sources = Group("source", source_labels(opinions))
    kinds = Group("kind", tuple(OPINION_KIND_LABELS.values()))

    def by(name: str, what: str, field: str, rows: Sequence[Row], blank: str) -> Cross:
        # The list of opinions says itself where field and thôn are not known; a unit it leaves empty.
        values = tuple(row.label or ("" if field == "unit" else blank) for row in rows)
        title = f"Ý KIẾN, KIẾN NGHỊ THEO {what.upper()}"
        return Cross(name, title, what, field, values, by_outcome, by_standing, blank)

    crossings = (
        by("Theo lĩnh vực", "Lĩnh vực", "field", figures.fields, NO_FIELD),
        by("Theo thôn", "Thôn", "locality", figures.localities, NO_LOCALITY),
        by("Theo đơn vị", "Đơn vị giải quyết", "unit", figures.units, NO_UNIT_GIVEN),
        Cross(
            "Theo kết quả", "Ý KIẾN, KIẾN NGHỊ THEO KẾT QUẢ", "Kết quả", "outcome", by_outcome.labels,
            sources, kinds,
        ),
    )  # fmt: skip
    values = excel_counts.Folded(opinions)
    for cross in crossings:
        counted = excel_counts.write(workbook, pen, heading, values, cross)
        if cross.rows:
            _chart(counted)
            _offer(workbook, counted, listed)


def source_labels(opinions: Sequence[OpinionRow]) -> tuple[str, ...]:
    """Sources in the order in which they first stand in the list."""
    return tuple(dict.fromkeys(one.source for one in opinions))


def _chart(counted: Counted) -> None:
    """By class, or by number where the rows are outcomes themselves."""
    from openpyxl.utils import get_column_letter

    cross, last = counted.cross, counted.total_row - 1

    def cells(column: int) -> str:
        letter = get_column_letter(column)
        return f"'{cross.name}'!${letter}${FIRST_ROW}:${letter}${last}"

    def name(column: int) -> str:
        return f"'{cross.name}'!${get_column_letter(column)}${HEAD_ROW}"

    if cross.second.field == "standing":
        what = _SHORT.get(cross.row_field, cross.row_head.lower())
        title = f"Số ý kiến theo {what} và kết quả giải quyết"
        series = tuple(
            excel_charts.Series(name(column), label, cells(column), values)
            for column, (label, values) in enumerate(
                zip(cross.second.labels, counted.second, strict=True), counted.second_column
            )
        )
    else:
        title = f"Số ý kiến theo {cross.row_head.lower()}"
        sums = counted.sum_column
        series = (excel_charts.Series(name(sums), "Cộng", cells(sums), counted.sums),)
    chart = excel_charts.BarChart(title, cells(2), cross.shown, series)
    excel_charts.under_table(counted.made, chart, counted.widths, counted.total_row + 3)


def _offer(workbook: Workbook, counted: Counted, listed: Table) -> None:
    """The rows of the table are what the list of opinions offers in that column."""
    from openpyxl.workbook.defined_name import DefinedName

    field = counted.cross.row_field
    if field == "outcome":
        excel_opinions.choices(listed, field, excel_opinions.outcome_choices())
    elif field in _LISTS:
        last = counted.total_row - 1 - (counted.cross.rows[-1] == "")
        if last < FIRST_ROW:
            return
        cells = f"'{counted.cross.name}'!$B${FIRST_ROW}:$B${last}"
        workbook.defined_names[_LISTS[field]] = DefinedName(_LISTS[field], attr_text=cells)
        excel_opinions.choices(listed, field, _LISTS[field])
