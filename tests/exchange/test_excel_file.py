"""The file of the workbook itself: nothing in it that Excel would warn of, charts for every printer (M8)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion, Records, Voice
from dialogue_desktop.exchange.excel_page import page_points, used_of_page
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import evening_view
from tests.exchange.summary_books import NOW, evening_book, followed_book, opened

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(params=["evening", "sample"])
def parts(request) -> dict[str, bytes]:
    return _parts(evening_book() if request.param == "evening" else followed_book())


def test_every_part_is_known_and_whole(parts):
    """M8: each part is well-formed and has its type, each relation leads to a part, nothing leads outside."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    assert named <= set(parts)
    extensions = {one.get("Extension") for one in types if one.get("Extension")}
    for name, data in parts.items():
        etree.fromstring(data)
        assert name in named or name.rsplit(".", 1)[-1] in extensions, name
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rsplit("/", 1)[0] if "/" in name.replace("_rels/", "") else ""
            for relation in etree.fromstring(data):
                assert relation.get("TargetMode") != "External"
                target = relation.get("Target")
                path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                while "/../" in path:
                    path = re.sub(r"[^/]+/\.\./", "", path, count=1)
                assert path.lstrip("/") in parts, (name, target)
    assert not [name for name in parts if "externalLink" in name or "calcChain" in name]


def test_rows_and_cells_stand_once_and_in_order(parts):
    """M8: a cell that stands twice is what Excel calls a damaged file."""
    for name, data in parts.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        sheet = etree.fromstring(data)
        rows = [int(row.get("r")) for row in sheet.iter(f"{_MAIN}row")]
        assert rows == sorted(set(rows)), name
        for row in sheet.iter(f"{_MAIN}row"):
            places = [cell.get("r") for cell in row]
            assert all(place.endswith(row.get("r")) for place in places)
            letters = [place.rstrip("0123456789") for place in places]
            assert letters == sorted(set(letters), key=lambda letter: (len(letter), letter)), name
        assert len({merged.get("ref") for merged in sheet.iter(f"{_MAIN}mergeCell")}) == len(
            list(sheet.iter(f"{_MAIN}mergeCell"))
        )
        last = max(int(row.get("r")) for row in sheet.iter(f"{_MAIN}row") if len(row))
        assert sheet.find(f"{_MAIN}dimension").get("ref").endswith(str(last)), name


def test_styles_that_cells_name_are_there(parts):
    """M8: a style past the end of the list is a damaged file too."""
    styles = etree.fromstring(parts["xl/styles.xml"])
    known = len(styles.find(f"{_MAIN}cellXfs"))
    used = {
        int(number)
        for name, data in parts.items()
        if name.startswith("xl/worksheets/sheet")
        for number in re.findall(rb' s="([0-9]+)"', data)
    }
    assert max(used) < known
    fonts = {font.get("val") for font in styles.iter(f"{_MAIN}name")}
    assert fonts == {"Times New Roman"}


def test_names_are_defined_once_and_lead_to_sheets(parts):
    """M8: no name stands twice, none looks like a cell, each leads to a sheet that is there."""
    book = etree.fromstring(parts["xl/workbook.xml"])
    sheets = [sheet.get("name") for sheet in book.iter(f"{_MAIN}sheet")]
    assert max(Counter(name.casefold() for name in sheets).values()) == 1
    assert not [name for name in sheets if re.search(r"[\[\]:*?/\\]", name) or len(name) > 31]
    names = [(one.get("name"), one.get("localSheetId")) for one in book.iter(f"{_MAIN}definedName")]
    assert len(set(names)) == len(names)
    for one in book.iter(f"{_MAIN}definedName"):
        assert not re.fullmatch(r"[A-Za-z]{1,3}[0-9]+", one.get("name"))
        assert re.findall(r"'([^']+)'!", one.text)[0] in sheets, one.text
    assert book.find(f"{_MAIN}calcPr").get("fullCalcOnLoad") == "1"


def test_every_formula_keeps_what_it_gives(parts):
    """M8: Excel counts on opening; a preview that does not count shows the kept value."""
    checked = 0
    for name, data in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            for cell in etree.fromstring(data).iter(f"{_MAIN}c"):
                if cell.find(f"{_MAIN}f") is not None:
                    value = cell.find(f"{_MAIN}v")
                    assert value is not None, (name, cell.get("r"))
                    assert value.text or cell.get("t") == "str", (name, cell.get("r"))
                    checked += 1
    assert checked > 100


def test_texts_that_look_like_numbers_are_not_marked(parts):
    """M8: "21" as the number of a letter gets no green corner; nothing may follow that mark in a sheet."""
    sheet = etree.fromstring(parts["xl/worksheets/sheet2.xml"])
    assert [part.tag.removeprefix(_MAIN) for part in sheet][-1] == "ignoredErrors"
    (area,) = sheet.iter(f"{_MAIN}ignoredError")
    assert area.get("sqref") == sheet.find(f"{_MAIN}dimension").get("ref")
    assert (area.get("numberStoredAsText"), area.get("twoDigitTextYear")) == ("1", "1")


def test_very_many_rows_have_several_charts_and_none_is_cut():
    """M8: 33 thôn are two charts, each row in one of them; every chart stands within one page."""
    view = evening_view()
    places = tuple(Locality(f"t{n}", "thôn", f"Số {n}") for n in range(1, 34))
    opinions = tuple(
        Opinion(f"o{n}", n, text="Xin sửa đường.", voices=(Voice("Lê An", "ông", one.label),))
        for n, one in enumerate(places, 1)
    )
    plan = replace(view.plan, localities=places)
    data = build(replace(view, plan=plan, records=Records(opinions=opinions)), now=NOW)
    sheet = opened(data)["Theo thôn"]
    charts = sheet._charts
    labels = [chart.series[0].cat.strRef.f for chart in charts]
    assert labels == ["'Theo thôn'!$B$6:$B$22", "'Theo thôn'!$B$23:$B$38"]
    breaks = [one.id for one in sheet.row_breaks.brk]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[5]]
    page = page_points(widths)
    assert sheet.print_title_rows == "$5:$5"
    for chart in charts:
        first, last = chart.anchor._from.row + 1, chart.anchor.to.row
        assert not [at for at in breaks if first <= at <= last]
        assert used_of_page(sheet, last + 1, page) <= page or breaks[-1] > last
        assert chart.anchor.to.col == len(widths)


def test_charts_are_native_in_the_fonts_of_the_book_and_told_apart_without_colour():
    """M8: bars with a number each, series by pattern, axes that are read, titles in Vietnamese."""
    charts = {name: data for name, data in _parts(followed_book()).items() if "charts/chart" in name}
    assert len(charts) == 5
    titles = []
    for data in charts.values():
        chart = etree.fromstring(data)
        titles.append("".join(chart.find(f".//{_CHART}title").itertext()))
        assert {font.get("typeface") for font in chart.iter(f"{_DRAW}latin")} == {"Times New Roman"}
        assert [one.get("val") for one in chart.iter(f"{_CHART}delete")] == ["0", "0"]
        looks = []
        for series in chart.iter(f"{_CHART}ser"):
            fill = series.find(f"{_CHART}spPr")[0]
            looks.append((fill.tag, fill.get("prst"), etree.tostring(fill)))
            labels = series.find(f"{_CHART}dLbls")
            assert labels.find(f"{_CHART}showVal").get("val") == "1"
            form = labels.find(f"{_CHART}numFmt")
            assert (form.get("formatCode"), form.get("sourceLinked")) == ("0;;;", "0")
            values = [int(point.text) for point in series.findall(f"{_CHART}val//{_CHART}pt/{_CHART}v")]
            cells = series.findtext(f"{_CHART}val//{_CHART}f")
            sheet, _, area = cells.replace("'", "").replace("$", "").partition("!")
            book = opened(followed_book(), values=True)
            assert [row[0].value for row in book[sheet][area]] == values
        assert len(set(looks)) == len(looks)
    assert sorted(titles) == [
        "Cam kết theo đơn vị và tình hình thực hiện",
        "Số ý kiến theo kết quả",
        "Số ý kiến theo lĩnh vực và kết quả giải quyết",
        "Số ý kiến theo thôn và kết quả giải quyết",
        "Số ý kiến theo đơn vị và kết quả giải quyết",
    ]
