"""From the session and from the minutes to the hall's copies, and back to what was merged (L11)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.merging.laptops import Laptop
from ui.desk import Desk
from ui.live.page import LivePage
from ui.merging.screen import Mode
from ui.pages.end import EndPage
from ui.pages.merge import MergePage


@pytest.fixture
def back(office: Laptop, tmp_path: Path) -> Path:
    """What the second secretary wrote, on a stick."""
    stick = office.send()
    hall = Laptop(tmp_path, "hoi-truong", "Lê Văn Ổn", late=60)
    hall.take(stick)
    hall.say("Xin thêm đèn đường ngõ 3")
    path = hall.send()
    hall.close()
    return path


def _merge(qtbot: QtBot, desk: Desk, back: Path) -> MergePage:
    page = desk.window.page
    assert isinstance(page, MergePage)
    qtbot.waitUntil(lambda: page.presenter.screen().title != "", timeout=20_000)
    page.presenter.look_at(back)
    qtbot.waitUntil(lambda: page.presenter.screen().mode is Mode.FILE, timeout=20_000)
    page.presenter.keep()
    qtbot.waitUntil(lambda: page.start.result.isVisible(), timeout=20_000)
    return page


def test_a_command_of_the_session_leads_there_and_back_into_it(
    qtbot: QtBot, open_desk: Callable[[Laptop], Desk], office: Laptop, back: Path
) -> None:
    """It stands in the sheet of keys, without a key; what was half typed is there when one comes back."""
    desk = open_desk(office)
    desk.open_conference(office.cid, "live")
    qtbot.waitUntil(lambda: isinstance(desk.window.page, LivePage), timeout=20_000)
    live = desk.window.page
    assert isinstance(live, LivePage)
    qtbot.waitUntil(lambda: live.presenter is not None and live._read, timeout=20_000)
    live.live().type_spoken("Câu đang viết dở", 5)
    live.keys.actions["live.travel"].trigger()
    qtbot.waitUntil(lambda: desk.window.page_id == "merge", timeout=20_000)
    page = _merge(qtbot, desk, back)
    page._go_back()
    assert desk.window.page_id == "live"
    again = desk.window.page
    assert isinstance(again, LivePage)
    qtbot.waitUntil(lambda: again.presenter is not None and again._read, timeout=20_000)
    assert "Xin thêm đèn đường ngõ 3" in [one.text for one in again.live().records.opinions]
    assert again.live().desk.item.text == "Câu đang viết dở"


def test_from_the_minutes(
    qtbot: QtBot, open_desk: Callable[[Laptop], Desk], office: Laptop, back: Path
) -> None:
    desk = open_desk(office)
    desk.open_conference(office.cid, "end")
    qtbot.waitUntil(lambda: isinstance(desk.window.page, EndPage), timeout=20_000)
    end = desk.window.page
    assert isinstance(end, EndPage)
    end.frame.travel.click()
    qtbot.waitUntil(lambda: desk.window.page_id == "merge", timeout=20_000)
    page = _merge(qtbot, desk, back)
    page._go_back()
    assert desk.window.page_id == "end"
    assert desk.window.page is not end
