"""The page "So sánh các năm" by keyboard: four views, the workbook, small windows (F5, G6)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from dialogue_desktop.domain.years import Comparison
from dialogue_desktop.errors import BadInput, StorageError
from dialogue_desktop.services.comparing import Comparing
from tests.domain.past_years import years
from tests.live.hall import Hall
from tests.ui.conftest import LookMaker
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.years import YearsPage
from ui.type_scale import Type
from ui.widgets.rows import Row
from ui.widgets.text import Label

OpenPage = Callable[..., PageStage]


class Past(Comparing):
    """The service over years that were made up."""

    def __init__(self, hall: Hall, found: Comparison) -> None:
        app = hall.app
        super().__init__(app.planning, app.documents.after, app.settings, app.clock)
        self.found, self.fault = found, False

    def years(self) -> Comparison:
        if self.fault:
            raise StorageError("Ổ đĩa không đọc được. Dữ liệu vẫn nguyên. Hãy kiểm tra ổ đĩa.")
        return self.found


@pytest.fixture
def open_page(hall: Hall, make_look: LookMaker) -> Iterator[OpenPage]:
    yield from opened_pages(hall.app, make_look, YearsPage)


def _cells(stage: PageStage, view: str) -> list[list[str]]:
    items = stage.page.tables[view].rows.rows.items()
    return [[cell.text for cell in item.cells] for item in items if isinstance(item, Row)]


def test_before_the_first_conference_it_says_what_will_stand_here(hall: Hall, open_page: OpenPage) -> None:
    stage = open_page()
    assert stage.page.empty.isVisible()
    assert not stage.page.segment.isVisible()
    stage.key("Ctrl+E")
    assert stage.prompter.asked == []


def test_four_views_by_arrow_keys(hall: Hall, open_page: OpenPage) -> None:
    stage = open_page(services={"comparing": Past(hall, years(4))})
    page = stage.page
    assert page.header.facts.text().startswith("Năm 2023–2026: 4 hội nghị, 102 ý kiến")
    assert _cells(stage, "results")[0][:4] == ["2026", "1", "23", "11 (48%)"]
    assert stage.focused is page.tables["results"].rows
    assert [bar.label for bar in page.bars["results"].bars] == ["2026", "2025", "2024", "2023"]
    assert "Năm 2026: 23 ý kiến, đã giải quyết, trả lời 11" in page.bars["results"].accessibleDescription()
    stage.key("Shift+Tab", "Right")
    assert page.segment.value() == "fields"
    rows = _cells(stage, "fields")
    assert rows[-1][0] == "Chưa xếp lĩnh vực"
    assert [sum(int(row[1]) for row in rows if row[1] != "–"), len(rows[0])] == [23, 6]
    stage.key("Right")
    assert _cells(stage, "places")[0][0] == "Thôn Kim Bồng"
    stage.key("Right")
    assert _cells(stage, "times")[0][:5] == ["2026", "5", "4", "25,5 ngày", "1"]
    stage.key("Tab")
    assert stage.focused is page.tables["times"].rows
    stage.key("Tab")
    assert stage.focused is page.bars["times"]


def test_the_workbook_is_written_by_ctrl_e(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    stage = open_page(services={"comparing": Past(hall, years(2))})
    path = tmp_path / "so sánh.xlsx"
    stage.prompter.expect(path)
    stage.key("Ctrl+E")
    assert stage.toast == "Đã xuất so sánh.xlsx"
    with zipfile.ZipFile(path) as book:
        assert "xl/charts/chart1.xml" in book.namelist()
    stage.prompter.expect(tmp_path / "so sánh.xlsx" / "không được.xlsx")
    stage.key("Ctrl+E")
    assert stage.page.notice.isVisible()


def test_what_cannot_be_read_is_told_and_esc_goes_back(hall: Hall, open_page: OpenPage) -> None:
    past = Past(hall, years(2))
    stage = open_page(services={"comparing": past})
    past.fault = True
    stage.page.open()
    stage.settle()
    assert stage.page.notice.isVisible()
    assert len(_cells(stage, "results")) == 2, "what was read stays on view"
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    stage.key("Escape")
    assert gone == [True]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("view", ["results", "fields", "places", "times"])
def test_nothing_is_cut_and_the_last_row_can_be_reached(
    hall: Hall, open_page: OpenPage, scale: float, view: str
) -> None:
    """G6: 1366×698 with the navigation beside it, ten years, each size of letters."""
    stage = open_page("dark", scale, services={"comparing": Past(hall, years(10))}, size=(1146, 698))
    page = stage.page
    page.segment.set_value(view)
    page.segment.chosen.emit(view)
    stage.settle()
    table = page.tables[view]
    page.focus_first()
    for _ in range(12):
        stage.key("Down")
    box = table.rows.visualRect(table.rows.currentIndex())
    at = table.rows.viewport().mapTo(page, box.center())
    assert page.rect().contains(at)
    host = page._views[view]
    if isinstance(host, QScrollArea):
        shown = host.viewport().rect()
        assert shown.contains(table.rows.viewport().mapTo(host.viewport(), box.center()))
        assert host.widget().width() <= host.viewport().width()
    for label in page.findChildren(Label):
        if label.isVisible() and label is not page.header.facts:
            assert label.sizeHint().width() <= label.width() + 1, label.text()
    assert page.segment.geometry().right() <= page.width()
    drawer = table.rows.drawer
    places = drawer.places(table.rows.viewport().width())
    for row in _cells(stage, view):
        for words, place, column in zip(row, places, drawer.columns, strict=True):
            if place is not None and column.id not in ("label", "rest"):
                assert sum(place) <= table.rows.viewport().width(), column.id
                assert stage.look.width(column.title, Type.CAPTION_MEDIUM) <= place[1], column.id
                assert stage.look.width(words) <= place[1], (words, column.id)


def test_from_the_first_screen_and_back() -> None:
    """F5: the verb of the first screen leads there, the registry of pages knows it."""
    from ui.office_pages import OfficePages
    from ui.pages.home import VERBS

    assert "home.years" in {verb.id for verb in VERBS}
    assert "years" in OfficePages(None, lambda: None).table()  # type: ignore[arg-type, return-value]


def test_refusals_have_one_sentence(hall: Hall) -> None:
    with pytest.raises(BadInput, match="Chưa có hội nghị nào đã họp"):
        hall.app.comparing.workbook(Comparison())
