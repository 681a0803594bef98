"""The hall's copy is looked at, chosen from and merged, all by keys; a copy goes out (L11, G6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.domain.live import LiveDraft, LiveItem
from tests.merging.laptops import Laptop
from tests.ui.page_stage import PageStage, Services
from ui.merging.screen import Mode, Screen
from ui.pages.merge import MergePage

ROAD = (
    "Đường trục thôn lầy lội từ xóm Đình đến chợ, mưa là xe máy không đi được; đề nghị đổ bê tông trong năm",
    "Đường trục thôn lầy lội hai năm nay, mưa là xe máy không đi được; đề nghị đổ bê tông",
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path, "van-phong", "Trần Thị Hà")
    made.plan()
    for text, name in (("Đường trục thôn lầy lội", "Lò Thị Ế"), ("Mương N4 bị lấp", "Đỗ Văn Sỹ")):
        made.collect(text, name)
    yield made
    made.close()


@pytest.fixture
def stick(office: Laptop, tmp_path: Path) -> Iterator[Path]:
    """The hall's copy after the evening, while the office went on."""
    hall = Laptop(tmp_path, "hoi-truong", "Lê Văn Ổn", late=7)
    hall.take(office.send())
    road, ditch = hall.app.live.records(hall.cid).opinions
    hall.edit(road.id, text=ROAD[0])
    hall.edit(ditch.id, unit="Địa chính")
    hall.app.live.start(hall.cid)
    hall.say("Loa truyền thanh thôn Phú Ấp hỏng ba tháng nay", "Sửa xong trong tháng 5.")
    hall.app.live.save_draft(hall.cid, LiveDraft(LiveItem(text="Bà Ế còn hỏi thêm về")))
    office.edit(road.id, text=ROAD[1])
    office.edit(ditch.id, unit="Văn phòng")
    office.collect("Xin thêm thùng rác ở chợ")
    yield hall.send()
    hall.close()


@pytest.fixture
def open_page(office: Laptop, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    opened: list[PageStage] = []

    def make(theme: str = "light", scale: float = 1.0, cid: str | None = None) -> PageStage:
        wanted = office.cid if cid is None else cid
        stage = PageStage(
            make_look(theme, scale), office.app, lambda c: MergePage(c, wanted), services=Services(office.app)
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


def _screen(stage: PageStage) -> Screen:
    screen: Screen = stage.page.presenter.screen()
    return screen


def _look_at(stage: PageStage, path: Path) -> Screen:
    stage.prompter.expect(path)
    stage.key("Ctrl+O")
    stage.settle()
    return _screen(stage)


def test_a_copy_is_looked_at_chosen_from_and_merged_by_keys(
    open_page: Callable[..., PageStage], office: Laptop, stick: Path
) -> None:
    stage = open_page()
    merged: list[str] = []
    stage.page.merged.connect(merged.append)
    before = office.bytes()
    screen = _look_at(stage, stick)
    assert screen.mode is Mode.FILE
    assert screen.counts[0] == "Mới: 1 ý kiến, 1 câu trả lời, 2 dòng điểm danh."
    assert "số 3 thành số 4" in screen.counts[1]
    assert [(row.about, row.state) for row in screen.rows] == [
        ("Nội dung ý kiến", "Chưa xem"),
        ("Đơn vị giải quyết", "Chưa xem"),
        ("Chưa lưu thành ý kiến", "Chưa xem"),
    ]
    assert office.bytes() == before  # nothing is kept by looking
    # The first: → takes the other side, → once more keeps both.
    detail = screen.detail
    assert detail is not None
    assert {side.words for side in detail.sides} == set(ROAD)
    assert all(side.marks for side in detail.sides)
    stage.key("Right")
    assert _screen(stage).rows[0].state == "Đã chọn"
    stage.key("Right")
    assert _screen(stage).rows[0].state == "Giữ cả hai"
    # The second: what holds; the third was only to be looked at.
    stage.key("Down", "Left")
    second = _screen(stage).detail
    assert second is not None
    assert second.sides[0].chosen
    stage.key("Down", "Space")
    assert [row.open for row in _screen(stage).rows] == [False, False, False]
    stage.key("Ctrl+Return")
    assert merged == [office.cid]
    assert _screen(stage).mode is Mode.START
    assert stage.page.start.result.isVisible()
    assert _screen(stage).left == 0
    road = office.app.live.records(office.cid).opinions[0]
    assert all(words in road.text for words in ROAD)
    assert office.app.live.records(office.cid).opinions[1].unit == second.sides[0].words
    assert len(_screen(stage).runs) == 1
    # The same file again: nothing to do, and it says so.
    screen = _look_at(stage, stick)
    assert (screen.can_keep, screen.rows) == (False, ())
    assert "không có gì mới" in screen.facts


def test_what_is_left_for_later_waits_and_is_chosen_then(
    open_page: Callable[..., PageStage], office: Laptop, stick: Path
) -> None:
    stage = open_page()
    _look_at(stage, stick)
    stage.key("Ctrl+Return")
    assert _screen(stage).left == 3
    held = office.app.live.records(office.cid).opinions[0].text
    assert held in ROAD
    stage.page.start.left_button.click()
    stage.settle()
    assert _screen(stage).mode is Mode.LEFT
    stage.key("Right")
    stage.key("Ctrl+Return")
    assert stage.toast == "Đã ghi 1 lựa chọn"
    other = office.app.live.records(office.cid).opinions[0].text
    assert {held, other} == set(ROAD)
    assert _screen(stage).left == 2
    # The toast takes it back, and it waits again.
    stage.page.presenter._take_back()
    stage.settle()
    assert office.app.live.records(office.cid).opinions[0].text == held
    assert _screen(stage).left == 3
    stage.key("Escape")
    assert _screen(stage).mode is Mode.START


def test_a_copy_goes_out_and_is_waited_for_until_it_is_home(
    open_page: Callable[..., PageStage], office: Laptop, tmp_path: Path
) -> None:
    stage = open_page()
    target = tmp_path / "usb" / "mang di.zip"
    stage.prompter.expect(target)
    stage.page.start.take_button.click()
    stage.settle()
    question = stage.prompter.asked[-1]
    assert question.start is not None  # type: ignore[union-attr]
    assert question.start.name == "ban-mang-di-dong-van-phu-ap.zip"  # type: ignore[union-attr]
    assert stage.toast == "Đã ghi và đọc lại mang di.zip; có thể rút USB"
    assert "Trần Thị Hà; chưa nhập về." in _screen(stage).out
    hall = Laptop(tmp_path, "may-3", "Phạm Thị Mơ", late=60)
    hall.take(target)
    hall.say("Xin đèn đường")
    back = hall.send()
    hall.close()
    assert _look_at(stage, back).mode is Mode.FILE
    stage.key("Ctrl+Return")
    assert _screen(stage).out == ""


def test_a_wrong_file_is_said_in_one_sentence(
    open_page: Callable[..., PageStage], office: Laptop, tmp_path: Path
) -> None:
    stage = open_page()
    path = tmp_path / "anh.zip"
    path.write_bytes(b"PK\x03\x04 not a zip")
    screen = _look_at(stage, path)
    assert (screen.mode, screen.trouble) == (
        Mode.START,
        "Không nhập được “anh.zip”: tệp zip bị hỏng; dữ liệu đang có không thay đổi.",
    )
    assert stage.page.trouble.isVisible()


def test_a_conference_that_is_not_here_opens(
    open_page: Callable[..., PageStage], office: Laptop, tmp_path: Path
) -> None:
    other = Laptop(tmp_path, "may-khac", "Vi Văn Ỏn")
    other.plan()
    path = other.send()
    other.close()
    stage = open_page(cid="")
    opened: list[str] = []
    stage.page.opened.connect(opened.append)
    screen = _look_at(stage, path)
    assert "chưa có trên máy này" in screen.facts
    stage.key("Ctrl+Return")
    assert opened == [other.cid]


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_nothing_is_cut_and_enter_leads_to_the_sides(
    open_page: Callable[..., PageStage], stick: Path, theme: str, scale: float
) -> None:
    """G6: in a window of 1366×698; where there is no room the sides take the place of the list."""
    stage = open_page(theme, scale)
    _look_at(stage, stick)
    assert stage.page.minimumSizeHint().width() <= 1366
    stage.key("Return")
    assert stage.focused is stage.page.choice
    assert stage.page.choice.isVisible()
    stage.key("Right")
    assert any(side.chosen for side in _screen(stage).detail.sides)  # type: ignore[union-attr]
    assert stage.page.list.isVisible() == (scale < 1.5)
    stage.key("Escape")
    assert stage.focused is stage.page.list.table.rows


def test_two_changed_plans_stand_beside_each_other(
    open_page: Callable[..., PageStage], office: Laptop, stick: Path, tmp_path: Path
) -> None:
    """The part that is chosen becomes the plan's."""
    hall = Laptop(tmp_path, "may-4", "Phạm Thị Mơ", late=90)
    hall.take(stick)
    for one, place in ((hall, "Nhà văn hóa thôn Phú Ấp"), (office, "Hội trường UBND xã")):
        one.tick(30)
        one.app.planning.save_plan(one.cid, replace(one.app.planning.plan(one.cid), places=(place,)))
    path = hall.send()
    hall.close()
    stage = open_page()
    screen = _look_at(stage, path)
    key = next(row.key for row in screen.rows if row.about == "Địa điểm, hình thức")
    stage.page.presenter.select(key)
    detail = _screen(stage).detail
    assert detail is not None
    wanted = next(side for side in detail.sides if side.words == "Hội trường UBND xã")
    stage.page.presenter.choose(wanted.id)
    stage.key("Ctrl+Return")
    assert office.app.planning.plan(office.cid).places == ("Hội trường UBND xã",)
