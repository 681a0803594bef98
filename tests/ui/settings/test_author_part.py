"""Several people on one computer without accounts: a name is typed once, then chosen (L9, G6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.live.hall import Hall
from tests.ui.conftest import LookMaker
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.settings import SettingsPage

MAN, HA = "Lương Thị Mẫn", "Trần Thị Hà"


@pytest.fixture
def open_page(hall: Hall, make_look: LookMaker) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, SettingsPage)


def _write(hall: Hall, name: str, text: str) -> None:
    hall.app.settings.set_author(name)
    hall.collect(text, "Nguyễn Đức Ưởng", "Phú Ấp")
    hall.wait(60)


def test_a_name_that_wrote_here_is_chosen_with_one_key(
    hall: Hall, open_page: Callable[..., PageStage]
) -> None:
    """L9: the one who holds the keyboard is not offered; the next act carries the chosen name."""
    _write(hall, HA, "Xin sửa cống.")
    _write(hall, MAN, "Xin thêm đèn đường.")
    stage = open_page()
    part = stage.page.authors
    assert [button.words for button in part.buttons] == [HA]
    assert part.buttons[0].accessibleName() == "Người ghi là Trần Thị Hà"
    part.buttons[0].setFocus()
    stage.key("Space")
    stage.settle()
    assert stage.page.author.value() == HA
    assert stage.page.author.hasFocus()  # the focus is never lost with the button
    assert [button.words for button in part.buttons] == [MAN]
    one = hall.collect("Xin mở lớp học.", "Vũ Thị Mỡ", "Đồng Vạn")
    assert hall.app.settings.author() == HA
    assert hall.app.live.history(hall.cid, 1)[0].author == HA
    assert one


def test_only_those_who_wrote_here_the_last_first_and_few(hall: Hall) -> None:
    """L9: a half-typed name that never wrote is in no list; at most six stand in it."""
    for name in ("A Lý", "Vũ Bá", "Đỗ Cư", "Lò Dần", "Tạ Em", "Hà Gấm", "Vi Hợp"):
        _write(hall, name, f"Ý kiến do {name} ghi.")
    hall.app.settings.set_author("Trần Th")
    assert hall.app.traces.authors() == ("Vi Hợp", "Hà Gấm", "Tạ Em", "Lò Dần", "Đỗ Cư", "Vũ Bá")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_long_names_are_whole(hall: Hall, open_page: Callable[..., PageStage], scale: float) -> None:
    """G6: at every size of the text."""
    _write(hall, "Nguyễn Thị Thanh Nguyệt, công chức Văn phòng", "Xin sửa cống.")
    _write(hall, MAN, "Xin thêm đèn.")
    stage = open_page("dark", scale, size=(1146, 698))
    (button,) = stage.page.authors.buttons
    assert button.width() >= button.sizeHint().width()
    assert button.geometry().right() <= stage.page.authors.width()
