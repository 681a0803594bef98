"""What the page "So sánh các năm" says of the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.figures import STANDING_LABELS, Standing
from dialogue_desktop.domain.years import Comparison, YearFigures, YearRow
from ui.widgets.rows import Cell, Column, Row

NO_FIELD, NO_PLACE = "Chưa xếp lĩnh vực", "Chưa rõ thôn"
RESULTS, FIELDS, PLACES, TIMES = "results", "fields", "places", "times"
VIEWS = (
    (RESULTS, "Kết quả", ""),
    (FIELDS, "Lĩnh vực", ""),
    (PLACES, "Thôn", ""),
    (TIMES, "Thời gian giải quyết", ""),
)
#: Short words of the heads, so that none is cut in a small window.
RESULT_COLUMNS = (
    Column("year", "Năm", 16, keep=True),
    Column("held", "Hội nghị", 19, right=True),
    Column("all", "Ý kiến", 16, right=True),
    Column("settled", "Đã giải quyết", 32, right=True),
    Column("owed", "Còn giải quyết", 32, right=True),
    Column("beyond", "Vượt thẩm quyền", 34, right=True),
    Column("unknown", "Chưa có kết quả", 34, right=True),
    Column("rest", "", 0),
)
#: The same where letters are large: the shares stand in the bars' lengths and in the workbook.
NARROW_RESULTS = (
    Column("year", "Năm", 13, keep=True),
    Column("all", "Ý kiến", 14, right=True),
    Column("settled", "Đã giải quyết", 25, right=True),
    Column("owed", "Còn lại", 15, right=True),
    Column("beyond", "Vượt thẩm quyền", 30, right=True),
    Column("unknown", "Chưa có", 15, right=True),
    Column("rest", "", 0, gap=0),
)
#: Below this width of the page, in u, the narrow columns are taken.
NARROW_BELOW = 225
TIME_COLUMNS = (
    Column("year", "Năm", 16, keep=True),
    Column("promises", "Cam kết", 20, right=True),
    Column("kept", "Đã xong", 20, right=True),
    Column("days", "Số ngày đến khi xong", 44, right=True),
    Column("open", "Còn lại", 20, right=True),
    Column("waited", "Số ngày đã chờ", 34, right=True),
    Column("late", "Trễ hạn", 20, right=True),
    Column("rest", "", 0),
)
NARROW_TIMES = (
    Column("year", "Năm", 13, keep=True),
    Column("promises", "Cam kết", 17, right=True),
    Column("kept", "Đã xong", 17, right=True),
    Column("days", "Số ngày", 22, right=True),
    Column("open", "Còn lại", 16, right=True),
    Column("late", "Trễ hạn", 17, right=True),
    Column("rest", "", 0, gap=0),
)
COUNTED = "Số ngày là trung vị, tính từ ngày họp. Cam kết chuyển sang hội nghị sau vẫn tính vào năm đã hứa."


def facts(comparison: Comparison) -> tuple[str, str]:
    """What stands under the title, long and short."""
    years, held = comparison.years, len(comparison.conferences)
    petitions = sum(year.petitions for year in years)
    span = f"Năm {years[0].year}" if len(years) == 1 else f"Năm {years[0].year}–{years[-1].year}"
    return f"{span}: {held} hội nghị, {petitions} ý kiến, kiến nghị", f"{held} hội nghị, {petitions} ý kiến"


def _share(year: YearFigures, count: int) -> str:
    return f"{count} ({year.share(count):.0%})" if count else "–"


def _number(count: int) -> str:
    return str(count) if count else "–"


def days(value: float | None) -> str:
    """ "27,5 ngày"; "–" where there is nothing to count."""
    return "–" if value is None else f"{value:g} ngày".replace(".", ",")


def result_rows(years: Sequence[YearFigures], *, narrow: bool = False) -> list[Row]:
    rows = []
    for year in reversed(years):
        counts = (year.settled, year.owed, year.beyond, year.unknown)
        cells = [Cell(str(year.year), strong=True)]
        cells += [] if narrow else [Cell(str(year.conferences))]
        cells.append(Cell(_number(year.petitions), strong=True))
        cells += [Cell(_number(count) if narrow else _share(year, count)) for count in counts]
        rows.append(Row(str(year.year), (*cells, Cell(""))))
    return rows


def time_rows(years: Sequence[YearFigures], *, narrow: bool = False) -> list[Row]:
    rows = []
    for year in reversed(years):
        cells = [
            Cell(str(year.year), strong=True),
            Cell(_number(year.promises), strong=True),
            Cell(_number(year.kept)),
            Cell(days(year.days_kept)),
            Cell(_number(year.open)),
        ]
        cells += [] if narrow else [Cell(days(year.days_open))]
        rows.append(Row(str(year.year), (*cells, Cell(_number(year.late)), Cell(""))))
    return rows


def crossing_columns(head: str, years: Sequence[YearFigures]) -> tuple[Column, ...]:
    """The newest year first; older ones go where the window is narrow."""
    shown = [
        Column(str(year.year), str(year.year), 15, right=True, least=0 if at < 3 else 100 + 18 * at)
        for at, year in enumerate(reversed(years))
    ]
    return (Column("label", head, 0), *shown, Column("all", "Cộng", 15, right=True))


def crossing_rows(rows: Sequence[YearRow], unknown: str) -> list[Row]:
    return [
        Row(
            str(at),
            (
                Cell((row.label[:1].upper() + row.label[1:]) or unknown),
                *(Cell(_number(count)) for count in reversed(row.counts)),
                Cell(str(row.total), strong=True),
            ),
        )
        for at, row in enumerate(rows)
    ]


def spoken(years: Sequence[YearFigures]) -> str:
    """The bars for a screen reader."""
    parts = []
    for year in reversed(years):
        counts = (
            (year.settled, Standing.SETTLED),
            (year.owed, Standing.OWED),
            (year.beyond, Standing.BEYOND),
            (year.unknown, Standing.UNKNOWN),
        )
        said = ", ".join(f"{STANDING_LABELS[name].lower()} {count}" for count, name in counts if count)
        parts.append(
            f"Năm {year.year}: {year.petitions} ý kiến, {said}" if said else f"Năm {year.year}: 0 ý kiến"
        )
    return "; ".join(parts)
