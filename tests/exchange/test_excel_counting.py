"""The figures of the workbook: counted anew by a calculating program they are those of all papers (M8)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.domain.figures import STANDING_LABELS, Figures, Row, Standing, figures_of
from dialogue_desktop.domain.records import OUTCOME_LABELS, Opinion, Outcome, Records
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.exchange.excel_crossings import NO_UNIT_GIVEN
from dialogue_desktop.exchange.excel_rows import NO_FIELD, NO_LOCALITY, NO_OUTCOME
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import evening_view
from tests.exchange.summary_books import (
    FIRST_ROW,
    NOW,
    columns_of,
    counted,
    evening_book,
    followed_book,
    followed_view,
    named_figures,
    opened,
    register_of,
    rows_of,
    sample_items,
    without_values,
)


@pytest.fixture(scope="module")
def recounted(tmp_path_factory) -> dict[str, Any]:
    """The books as LibreOffice counts them, from nothing but their formulas; days that are left are counted
    from the day on which it does."""
    now = datetime.now(UTC)
    made = _recounted(now, tmp_path_factory.mktemp("calc"))
    if on_wall(datetime.now(UTC)).date() != on_wall(now).date():  # midnight went by
        now = datetime.now(UTC)
        made = _recounted(now, tmp_path_factory.mktemp("calc"))
    return made


def _recounted(now: datetime, folder: Path) -> dict[str, Any]:
    written = build(followed_view(), now=now, items=sample_items(), register=register_of(followed_view()))
    files = {
        "evening": without_values(evening_book()),
        "sample": without_values(written),
        "changed": without_values(_changed(written)),
    }
    books = {name: opened(data, values=True) for name, data in counted(files, folder).items()}
    return books | {"sample as written": opened(written, values=True)}


def _changed(data: bytes) -> bytes:
    """As a person changes it: the first opinion answered at the hall is sent up, and belongs to "Khác"."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(result, "w") as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/worksheets/sheet2.xml":
                text = part.decode()
                row = re.search(r'<row r="9".*?</row>', text)
                assert row is not None
                assert ">Trả lời tại chỗ<" in row[0]
                assert ">Môi trường<" in row[0]
                new = row[0].replace(">Trả lời tại chỗ<", ">Chuyển cấp trên<")
                part = text.replace(row[0], new.replace(">Môi trường<", ">Khác<")).encode()
            archive.writestr(name, part)
    return result.getvalue()


def _number(value: Any) -> float:
    """A length of time in seconds, as openpyxl reads it."""
    if isinstance(value, time):
        return float(value.hour * 3600 + value.minute * 60 + value.second)
    return round(value.total_seconds()) if isinstance(value, timedelta) else value


def _figures(name: str) -> Figures:
    view = evening_view() if name == "evening" else followed_view()
    return figures_of(view.records, view.plan, on_wall(datetime.now(UTC)).date())


def test_counted_anew_every_formula_gives_what_is_kept(recounted):
    """M8: a program that does not count shows the same numbers as one that does."""
    written, anew = recounted["sample as written"], recounted["sample"]
    checked = 0
    for sheet in opened(followed_book()):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                kept = written[sheet.title][cell.coordinate].value
                now = anew[sheet.title][cell.coordinate].value
                if isinstance(kept, str | type(None)):
                    assert (kept or "") == (now or ""), (sheet.title, cell.coordinate)
                else:
                    assert _number(now) == pytest.approx(_number(kept)), (
                        sheet.title,
                        cell.coordinate,
                        cell.value,
                    )
                checked += 1
    assert checked > 500


@pytest.mark.parametrize("name", ["evening", "sample"])
@pytest.mark.parametrize(
    ("sheet", "head", "part", "blank"),
    [
        ("Theo lĩnh vực", "Lĩnh vực", "fields", NO_FIELD),
        ("Theo thôn", "Thôn", "localities", NO_LOCALITY),
        ("Theo đơn vị", "Đơn vị giải quyết", "units", NO_UNIT_GIVEN),
    ],
)
def test_cross_tables_are_the_figures_of_all_papers(recounted, name, sheet, head, part, blank):
    """M8: by field, thôn and unit, with the four classes, in the order of the report."""
    rows = rows_of(recounted[name][sheet], head)
    figures: tuple[Row, ...] = getattr(_figures(name), part)
    assert [key for key in rows if key != "Cộng"] == [row.label or blank for row in figures]
    for row in (*figures, replace(_figures(name).all, label="Cộng")):
        shown = rows[row.label or blank]
        assert (
            shown["Cộng"],
            shown[STANDING_LABELS[Standing.SETTLED]],
            shown[STANDING_LABELS[Standing.OWED]],
            shown[STANDING_LABELS[Standing.BEYOND]],
            shown.get(STANDING_LABELS[Standing.UNKNOWN], 0),
        ) == (row.total, row.settled, row.owed, row.beyond, row.unknown)


@pytest.mark.parametrize("name", ["evening", "sample"])
def test_outcomes_are_the_figures_of_all_papers(recounted, name):
    """M8: the table of outcomes, its sums by source, and the first sheet say one thing."""
    figures = _figures(name)
    wanted = {OUTCOME_LABELS[one] if one else NO_OUTCOME: count for one, count in figures.outcomes}
    rows = rows_of(recounted[name]["Theo kết quả"], "Kết quả")
    assert {key: row["Cộng"] for key, row in rows.items() if row["Cộng"] and key != "Cộng"} == wanted
    assert rows["Cộng"]["Cộng"] == figures.all.total
    cover = named_figures(recounted[name]["Tổng hợp"])
    assert {key: cover[key][0] for key in wanted} == wanted


@pytest.mark.parametrize("name", ["evening", "sample"])
def test_the_first_sheet_has_the_figures_of_all_papers(recounted, name):
    """M8: collected and said, settled and owed, promises done, late and near."""
    figures, cover = _figures(name), named_figures(recounted[name]["Tổng hợp"])
    promises = figures.commitments
    wanted = {
        "Tổng số ý kiến, kiến nghị": figures.all.total,
        "Thu thập trước hội nghị": figures.collected,
        "Nêu tại hội nghị": figures.at_hall,
        STANDING_LABELS[Standing.SETTLED]: figures.all.settled,
        STANDING_LABELS[Standing.OWED]: figures.all.owed,
        STANDING_LABELS[Standing.BEYOND]: figures.all.beyond,
        "Lượt phát biểu": figures.turns,
        "Cam kết phải theo dõi": promises.total,
        "Đã xong": promises.done,
        "Trễ hạn": promises.late,
        "Đến hạn trong 3 ngày tới": promises.soon,
    }
    assert {key: cover[key][0] for key in wanted} == wanted
    assert cover["Tỷ lệ trên tổng số"][0] == pytest.approx(figures.all.settled / figures.all.total)
    assert promises.total == 21 if name == "sample" else promises.total > 5


def test_a_changed_cell_changes_every_table(recounted):
    """M8: a person puts one outcome and one field right; class, tables and first sheet follow."""
    before, after = recounted["sample"], recounted["changed"]
    standing = columns_of(after["Ý kiến"])["Phân loại kết quả"]
    assert before["Ý kiến"].cell(9, standing).value == STANDING_LABELS[Standing.SETTLED]
    assert after["Ý kiến"].cell(9, standing).value == STANDING_LABELS[Standing.BEYOND]
    for key, change in (("Môi trường", -1), ("Khác", 1)):
        old, new = (rows_of(book["Theo lĩnh vực"], "Lĩnh vực")[key]["Cộng"] for book in (before, after))
        assert new == old + change
    old, new = (named_figures(book["Tổng hợp"])["Vượt thẩm quyền"][0] for book in (before, after))
    assert new == old + 1


def test_counts_are_formulas_over_named_columns():
    """M8: what a person reads in the cell says what is counted, and rows typed below count too."""
    book = opened(evening_book())
    assert book["Theo lĩnh vực"].cell(FIRST_ROW, 3).value == (
        '=COUNTIFS(YK_So,">0",YK_LinhVuc,"="&$B6,YK_KetQua,"="&C$5)'
    )
    last = book["Ý kiến"].max_row
    assert book.defined_names["YK_LinhVuc"].attr_text == f"'Ý kiến'!$E$6:$E${last + 200}"
    assert book.calculation.fullCalcOnLoad


def test_a_value_that_no_row_has_is_told(tmp_path):
    """M8: a field typed by hand that is in no row is not lost without a word."""
    opinions = tuple(
        Opinion(f"o{n}", n, text="x", field=field, outcome=Outcome.NOTED)
        for n, field in enumerate(("Điện", "Điện", "Nước"), 1)
    )
    data = build(replace(evening_view(), records=Records(opinions=opinions)), now=NOW)
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(without_values(data))) as made, zipfile.ZipFile(result, "w") as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/worksheets/sheet2.xml":
                part = part.decode().replace(">Nước<", ">Sách<").encode()
            archive.writestr(name, part)
    book = opened(counted({"typed": result.getvalue()}, tmp_path)["typed"], values=True)
    rows = rows_of(book["Theo lĩnh vực"], "Lĩnh vực")
    assert rows["Nước"]["Cộng"] == 0
    assert "Còn 1 ý kiến có lĩnh vực chưa có trong bảng này." in rows
    assert "Còn 1 ý kiến" not in " ".join(map(str, rows_of(book["Theo thôn"], "Thôn")))


def test_fields_that_countifs_would_misread():
    """M8: wildcards and operators in the name of a field do not change the counts."""
    names = ("Đất*", "Đất đai", ">5", "=x", "đất ĐAI", "Nước?")
    opinions = tuple(
        Opinion(f"o{n}", n, text="x", field=name, outcome=Outcome.NOTED) for n, name in enumerate(names, 1)
    )
    view = evening_view()
    plan = replace(view.plan, fields=())
    data = build(replace(view, plan=plan, records=Records(opinions=opinions)), now=NOW)
    formulas = rows_of(opened(data)["Theo lĩnh vực"], "Lĩnh vực")
    values = rows_of(opened(data, values=True)["Theo lĩnh vực"], "Lĩnh vực")
    assert {key: row["Cộng"] for key, row in values.items()} == {
        "Đất*": 1, "Đất đai": 2, ">5": 1, "=x": 1, "Nước?": 1, "Cộng": 6,
    }  # fmt: skip
    assert formulas["Đất*"]["Ghi nhận"] == 1  # a number, since COUNTIFS would take the star for anything
    assert str(formulas["=x"]["Ghi nhận"]).startswith("=COUNTIFS(")


def test_a_field_is_chosen_from_those_that_are_counted():
    """M8: field, thôn, unit and outcome are chosen from a list, so that no slip of a finger is left out."""
    book = opened(followed_book())
    rules = {
        str(rule.sqref).rstrip("0123456789"): rule for rule in book["Ý kiến"].data_validations.dataValidation
    }
    offered = {key[0]: rule.formula1 for key, rule in rules.items()}
    assert offered["E"] == "DM_LinhVuc"
    assert offered["C"] == "DM_Thon"
    assert offered["L"] == "DM_DonVi"
    assert offered["J"].startswith('"Trả lời tại chỗ,')
    assert len(offered["J"]) <= 255
    assert all(rule.showErrorMessage for rule in rules.values())
    listed = book.defined_names["DM_DonVi"].attr_text
    sheet, cells = listed.replace("'", "").replace("$", "").split("!")
    units = [row[0].value for row in book[sheet][cells]]
    assert NO_UNIT_GIVEN not in units
    assert set(units) == {one.unit for one in followed_view().records.opinions if one.unit}


def test_the_kept_values_are_counts_of_the_records():
    """M8: a telephone that does not count shows them too."""
    view = evening_view()
    outcomes = Counter(OUTCOME_LABELS[o.outcome] if o.outcome else NO_OUTCOME for o in view.records.opinions)
    rows = rows_of(opened(evening_book(), values=True)["Theo lĩnh vực"], "Lĩnh vực")
    assert {name: rows["Cộng"][name] for name in outcomes} == dict(outcomes)
    assert rows["Cộng"]["Cộng"] == len(view.records.opinions)
