"""The whole way in the window: from the first screen out and home again, and what is shown after it (L11)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.merging.laptops import Laptop
from ui.desk import Desk
from ui.merging.screen import Mode
from ui.pages.home import HomePage
from ui.pages.merge import MergePage
from ui.pages.opinions import OpinionsPage


def _merge_page(qtbot: QtBot, desk: Desk) -> MergePage:
    desk.context.actions.get("home.take_along").trigger()
    qtbot.waitUntil(lambda: desk.window.page_id == "merge", timeout=20_000)
    page = desk.window.page
    assert isinstance(page, MergePage)
    return page


def test_out_and_home_and_what_was_open_is_read_again(
    qtbot: QtBot, open_desk: Callable[[Laptop], Desk], office: Laptop, tmp_path: Path
) -> None:
    """The card says since when a copy is out; after the merge the list of opinions has what came."""
    stick = office.send()
    hall = Laptop(tmp_path, "hoi-truong", "Lê Văn Ổn", late=60)
    hall.take(stick)
    hall.say("Xin thêm đèn đường ngõ 3")
    back = hall.send()
    hall.close()
    desk = open_desk(office)
    home = desk.window.page
    assert isinstance(home, HomePage)
    assert "bản mang đi 24/4 chưa về" in home.view.cards[0].when_text
    desk.open_conference(office.cid, "opinions")
    qtbot.waitUntil(lambda: isinstance(desk.window.page, OpinionsPage), timeout=20_000)
    before = desk.window.page
    desk.window.go("home", "")
    page = _merge_page(qtbot, desk)
    qtbot.waitUntil(lambda: page.presenter.screen().title != "", timeout=20_000)
    page.presenter.look_at(back)
    qtbot.waitUntil(lambda: page.presenter.screen().mode is Mode.FILE, timeout=20_000)
    page.presenter.keep()
    qtbot.waitUntil(lambda: page.start.result.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: "chưa về" not in home.view.cards[0].when_text, timeout=20_000)
    assert desk.window.built("opinions") is not before
    page._go_back()
    assert desk.window.page_id == "home"


def test_the_halls_empty_laptop_begins_with_the_copy(
    qtbot: QtBot, open_desk: Callable[[Laptop], Desk], office: Laptop, tmp_path: Path
) -> None:
    """A first start offers it; the conference opens, and goes home from there."""
    stick = office.send()
    office.close()
    desk = open_desk(Laptop(tmp_path, "hoi-truong", "Lê Văn Ổn"))
    assert "Nhập bản hội trường…" in {
        button.accessibleName()
        for button in desk.window.page.findChildren(type(desk.window.page.header.buttons[0]))  # type: ignore[union-attr]
    }
    page = _merge_page(qtbot, desk)
    page.presenter.look_at(stick)
    qtbot.waitUntil(lambda: page.presenter.screen().mode is Mode.FILE, timeout=20_000)
    assert page.presenter.screen().keep_words == "Nhập hội nghị"
    page.presenter.keep()
    qtbot.waitUntil(lambda: desk.window.conference_id == office.cid, timeout=20_000)
    assert desk.services.get().travelling.is_copy(office.cid)
