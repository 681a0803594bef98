"""The page "Lịch làm việc" by keyboard: days, switch, announced years, limits, files (P10, G5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.storage.duties import Duties
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage
from ui.pages.calendar import CalendarPage

OpenPage = Callable[..., PageStage]
TUESDAY = date(2026, 4, 28)


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(*, size: tuple[int, int] = (1366, 698), scale: float = 1.0) -> PageStage:
        stage = PageStage(make_look(scale=scale), hall.app, CalendarPage, size=size)
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.page._drop_draft()
        stage.close()


def shown(stage: PageStage) -> dict[str, tuple[str, ...]]:
    rows = stage.page.table.rows.rows.rows()
    return {row.id: tuple(cell.text for cell in row.cells) for row in rows}


def previewed(stage: PageStage) -> str:
    stage.until(lambda: stage.page._seen is not None)
    stage.settle()
    return str(stage.page.moved.accessibleName())


def add_tuesday(stage: PageStage) -> None:
    stage.key("Ctrl+N")
    stage.type("28/4/2026")
    stage.key("Tab", "Tab")
    stage.type("nghỉ theo tỉnh")
    stage.key("Return")


def test_a_day_is_added_by_keyboard_and_what_moves_is_shown_first(hall: Hall, open_page: OpenPage) -> None:
    """P10: nothing is written before Ctrl+S; the list names each duty with its day before and after."""
    stage = open_page()
    before = {line.id: line.due for line in Duties(hall.app.database).all(hall.cid)}
    add_tuesday(stage)
    assert shown(stage)["2026-04-28"] == ("T3 28/4", "Nghỉ hoán đổi", "Nghỉ theo tỉnh", "Đơn vị ghi")
    words = previewed(stage)
    assert words.startswith("3 hạn thay đổi.")
    assert "Trả lời bằng văn bản: thứ Sáu 08/5/2026 → thứ Hai 11/5/2026." in words
    assert {line.id: line.due for line in Duties(hall.app.database).all(hall.cid)} == before
    assert hall.app.deadlines.calendar().is_working(TUESDAY)

    stage.key("Ctrl+S")
    assert not stage.page.moved.isVisible()
    assert stage.toast == "Đã ghi lịch. 3 hạn thay đổi."
    assert hall.app.deadlines.calendar().reason_off(TUESDAY) == "nghỉ theo tỉnh"
    after = {line.id: line.due for line in Duties(hall.app.database).all(hall.cid)}
    assert sum(after[key] != before[key] for key in before) == 3
    assert stage.page.header.facts.text() == "1 ngày do đơn vị ghi"


def test_ctrl_s_before_the_preview_shows_it_first(hall: Hall, open_page: OpenPage) -> None:
    """P10: nobody keeps a calendar without having been shown what moves."""
    stage = open_page()
    add_tuesday(stage)
    stage.page._seen = None
    stage.key("Ctrl+S")
    assert previewed(stage).startswith("3 hạn thay đổi.")
    assert hall.app.deadlines.calendar().is_working(TUESDAY)


def test_delete_takes_a_shipped_day_away_and_brings_it_back(hall: Hall, open_page: OpenPage) -> None:
    """P10: a day taken away stays in the list, marked, so that it can come back."""
    stage = open_page()
    assert stage.page.table.rows.set_current("2026-04-27")
    stage.key("Delete")
    assert shown(stage)["2026-04-27"][3] == "Đã bỏ"
    assert "hạn thay đổi" in previewed(stage)
    assert stage.page.form.drop_button.text() or stage.page.form.drop_button.accessibleName()
    stage.key("Delete")
    assert shown(stage)["2026-04-27"][3] == "Có sẵn"
    assert not stage.page.moved.isVisible()


def test_a_shipped_day_is_moved_to_another(hall: Hall, open_page: OpenPage) -> None:
    """P10: Enter leads into the fields of the row; the row then stands on its new day."""
    stage = open_page()
    assert stage.page.table.rows.set_current("2026-08-31")
    stage.key("Return")
    stage.type("04/9/2026")
    stage.key("Return")
    assert shown(stage)["2026-08-31"][3] == "Đã bỏ"
    assert shown(stage)["2026-09-04"][3] == "Đơn vị ghi"
    previewed(stage)
    stage.key("Ctrl+S")
    assert hall.app.deadlines.calendar().is_working(date(2026, 8, 31))
    assert not hall.app.deadlines.calendar().is_working(date(2026, 9, 4))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/02/2026", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ("28/4/2025", "Ngày 28/4/2025 không thuộc năm 2026 đang xem."),
        ("", "Chưa nhập ngày."),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(open_page: OpenPage, text: str, sentence: str) -> None:
    """G5: one sentence under the field, the cursor back in it, nothing in the list."""
    stage = open_page()
    before = shown(stage)
    stage.key("Ctrl+N")
    stage.type(text)
    stage.key("Return")
    assert stage.page.form._day_box.warning == sentence
    assert stage.focused is stage.page.form.day
    assert shown(stage) == before


def test_a_year_is_marked_as_announced(hall: Hall, open_page: OpenPage) -> None:
    """P10: 2027 is a guess until the office has read the announcement."""
    stage = open_page()
    assert not stage.page.announced.isVisible()
    stage.page.years._buttons["2026"].setFocus()
    stage.key("Right")
    assert "năm 2027 chưa công bố" in stage.page.state.text()
    assert set(shown(stage)) >= {"2027-02-05"}
    stage.page.announced.setFocus()
    stage.key("Space")
    assert "do đơn vị ghi nhận" in stage.page.state.text()
    assert previewed(stage) == "Không hạn nào thay đổi."
    stage.key("Ctrl+S")
    assert hall.app.deadlines.calendar().is_known(2027)
    stage.page.years._buttons["2027"].setFocus()
    stage.key("Right")
    assert "chưa công bố và chưa có ngày nào" in stage.page.state.text()


def test_the_culture_day_is_switched_off(hall: Hall, open_page: OpenPage) -> None:
    """P10: one tick for all years; Delete on its row switches it back on."""
    stage = open_page()
    stage.page.culture.setFocus()
    stage.key("Space")
    assert shown(stage)["2026-11-24"][3] == "Đã bỏ"
    previewed(stage)
    stage.key("Ctrl+S")
    assert hall.app.deadlines.calendar().is_working(date(2027, 11, 24))
    assert stage.page.table.rows.set_current("2026-11-24")
    stage.page.focus_first()
    stage.key("Delete")
    assert stage.page.culture.isChecked()


def test_the_offices_numbers_for_the_limits(hall: Hall, open_page: OpenPage) -> None:
    """P10: typed, kept, emptied again; what is no number of days is refused beside the field."""
    stage = open_page()
    field = stage.page.limits.fields[LimitKind.NOTICE]
    assert field.placeholderText() == "7"
    field.setFocus()
    stage.type("10")
    previewed(stage)
    stage.key("Ctrl+S")
    assert dict(hall.app.deadlines.own().limits) == {LimitKind.NOTICE: 10}
    field.setFocus()
    stage.key("Ctrl+A")
    stage.type("mười")
    assert field.accessibleDescription() == "Số ngày từ 1 đến 99; số cũ được giữ."
    stage.key("Ctrl+A", "Backspace")
    previewed(stage)
    stage.key("Ctrl+S")
    assert dict(hall.app.deadlines.own().limits) == {}


def test_a_year_is_shared_as_a_file(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    """P10, G5: out, in again at another office; a broken file leaves the list as it was."""
    stage = open_page()
    add_tuesday(stage)
    file = tmp_path / "lich-nghi-2026.toml"
    stage.prompter.expect(str(file))
    stage.page.give_button.setFocus()
    stage.key("Space")
    assert stage.toast == "Đã xuất lịch năm 2026 ra tệp lich-nghi-2026.toml"
    stage.page._drop_draft()
    assert "2026-04-28" not in shown(stage)
    stage.prompter.expect(str(file))
    stage.page.take_button.setFocus()
    stage.key("Space")
    assert shown(stage)["2026-04-28"][3] == "Đơn vị ghi"
    assert previewed(stage).startswith("3 hạn thay đổi.")
    file.write_text("year = 2026\n[[days]]\nday = 2026-02-31", encoding="utf-8")
    before = shown(stage)
    stage.prompter.expect(str(file))
    stage.page.take_button.click()
    stage.settle()
    assert "ngày không có thật: 31/2/2026" in stage.page.notice.accessibleName()
    assert shown(stage) == before


def test_leaving_asks_about_what_is_not_kept(hall: Hall, open_page: OpenPage) -> None:
    """G5: stay, keep, or give up; nothing is lost without a word."""
    stage = open_page()
    assert stage.page.may_leave()
    add_tuesday(stage)
    stage.prompter.expect("stay", "keep")
    assert not stage.page.may_leave()
    assert stage.page.may_leave()
    stage.settle()
    assert not hall.app.deadlines.calendar().is_working(TUESDAY)
    stage.prompter.done()


def test_it_fits_at_every_size(open_page: OpenPage) -> None:
    """G6: at 200 % the list, the form and what moves are still reached."""
    stage = open_page(scale=2.0)
    add_tuesday(stage)
    previewed(stage)
    page = stage.page
    assert page.moved.isVisible()
    assert page.moved.height() < page.height() // 2
    assert page.table.height() >= page.table.rows.drawer.row_height() * 2
    stage.key("Return")
    assert stage.focused is page.form.day


def test_one_way_back(open_page: OpenPage) -> None:
    """G6: Esc from a field to the list, from the list to the page before."""
    stage = open_page()
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    stage.key("Ctrl+N", "Escape")
    assert stage.page.table.rows.hasFocus()
    stage.key("Escape")
    assert gone == [True]
