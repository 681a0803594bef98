"""The sheets by field, thôn, unit and outcome: each a cross table and its chart (M8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
#: So many bars at most can be read in one chart.
_BARS = 24
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
            _charts(counted)
            _offer(workbook, counted, listed)


def source_labels(opinions: Sequence[OpinionRow]) -> tuple[str, ...]:
    """Sources in the order in which they first stand in the list."""
    return tuple(dict.fromkeys(one.source for one in opinions))


def _charts(counted: Counted) -> None:
    """Bars by class, or by number where the rows are outcomes themselves; very many in several charts."""
    cross, rows = counted.cross, len(counted.cross.rows)
    by_class = cross.second.field == "standing"
    what = _SHORT.get(cross.row_field, cross.row_head.lower())
    title = f"Số ý kiến theo {what}{' và kết quả giải quyết' if by_class else ''}"
    charts = -(-rows // _BARS)
    each = -(-rows // charts)
    at = counted.total_row + 3
    for first in range(0, rows, each):
        own = slice(first, min(first + each, rows))
        shown = f"{title} ({own.start + 1}–{own.stop})" if charts > 1 else title
        series = _by_class(counted, own) if by_class else (_sums(counted, own),)
        cells = _cells(counted, 2, own)
        chart = excel_charts.BarChart(shown, cells, cross.shown[own], tuple(series))
        at = excel_charts.under_table(counted.made, chart, counted.widths, at) + 1


def _by_class(counted: Counted, own: slice) -> Iterator[excel_charts.Series]:
    named = zip(counted.cross.second.labels, counted.second, strict=True)
    for column, (label, values) in enumerate(named, counted.second_column):
        yield excel_charts.Series(_head(counted, column), label, _cells(counted, column, own), values[own])


def _sums(counted: Counted, own: slice) -> excel_charts.Series:
    column = counted.sum_column
    return excel_charts.Series(
        _head(counted, column), "Cộng", _cells(counted, column, own), counted.sums[own]
    )


def _cells(counted: Counted, column: int, own: slice) -> str:
    """ "'Theo thôn'!$B$6:$B$18" of these rows of the table."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    rows = f"${letter}${FIRST_ROW + own.start}:${letter}${FIRST_ROW + own.stop - 1}"
    return f"'{counted.cross.name}'!{rows}"


def _head(counted: Counted, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"'{counted.cross.name}'!${get_column_letter(column)}${HEAD_ROW}"


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
