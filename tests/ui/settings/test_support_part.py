"""The support zip from the settings, by keyboard (G5, G6)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.live.hall import Hall
from tests.ui.conftest import LookMaker
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.settings import SettingsPage


@pytest.fixture
def open_page(hall: Hall, make_look: LookMaker) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, SettingsPage)


def _press(stage: PageStage, path: Path | None) -> None:
    stage.prompter.expect(path)
    stage.page.data.support.setFocus()
    stage.key("Space")
    stage.settle()
    stage.prompter.done()


def test_the_zip_is_made_and_told(open_page: Callable[..., PageStage], tmp_path: Path) -> None:
    stage = open_page()
    _press(stage, None)
    assert stage.prompter.told == []
    _press(stage, tmp_path / "hỗ trợ.zip")
    title, said = stage.prompter.told[-1]
    assert title == "Đã lập gói hỗ trợ"
    assert "dữ liệu còn nguyên" in said
    with zipfile.ZipFile(tmp_path / "hỗ trợ.zip") as made:
        assert "Nền của Qt: offscreen" in made.read("phien-ban.txt").decode("utf-8-sig")


def test_a_place_that_cannot_be_written_is_told(open_page: Callable[..., PageStage], tmp_path: Path) -> None:
    stage = open_page()
    _press(stage, tmp_path / "không có" / "hỗ trợ.zip")
    title, said = stage.prompter.told[-1]
    assert title == "Chưa lập được gói hỗ trợ"
    assert said.startswith("Chưa ghi được gói hỗ trợ vào “hỗ trợ.zip”")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_button_is_whole(open_page: Callable[..., PageStage], scale: float) -> None:
    """G6: at every size of the text."""
    stage = open_page("dark", scale, size=(1146, 698))
    button = stage.page.data.support
    assert button.width() >= button.sizeHint().width()
