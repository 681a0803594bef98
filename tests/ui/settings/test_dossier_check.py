"""A dossier is checked again from the settings, by keyboard (F5)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_desktop.domain.dossier import SUMS_NAME
from tests.live.hall import Hall
from tests.ui.conftest import LookMaker
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.settings import SettingsPage


@pytest.fixture
def open_page(hall: Hall, make_look: LookMaker) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, SettingsPage)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As a dossier lies in a folder."""
    made = tmp_path / "Hồ sơ Phú Ấp"
    made.mkdir()
    (made / "01-Ke-hoach-15-KH-UBND.pdf").write_bytes(b"%PDF ke hoach")
    digest = hashlib.sha256(b"%PDF ke hoach").hexdigest()
    (made / SUMS_NAME).write_text(f"{digest}  01-Ke-hoach-15-KH-UBND.pdf\n", encoding="utf-8")
    return made


def _check(stage: PageStage, path: Path | None) -> tuple[str, str]:
    stage.prompter.expect(path)
    stage.page.data.dossier.setFocus()
    stage.key("Space")
    stage.settle()
    stage.prompter.done()
    return stage.prompter.told[-1] if stage.prompter.told else ("", "")


def test_a_whole_dossier_and_one_that_was_changed(open_page: Callable[..., PageStage], folder: Path) -> None:
    stage = open_page()
    assert _check(stage, None) == ("", "")
    title, said = _check(stage, folder / SUMS_NAME)
    assert (title, said) == (
        "Hồ sơ còn nguyên",
        "Hồ sơ còn nguyên: 1 tệp đúng với danh sách kiểm tra.",
    )
    (folder / "01-Ke-hoach-15-KH-UBND.pdf").write_bytes(b"%PDF sua")
    for n in range(12):
        (folder / f"them-{n:02}.txt").write_text("thêm", encoding="utf-8")
    title, said = _check(stage, folder / SUMS_NAME)
    assert title == "Hồ sơ không còn như khi lập"
    assert said.startswith("1 tệp đã bị thay đổi: “01-Ke-hoach-15-KH-UBND.pdf”. 12 tệp thêm vào sau khi lập:")
    assert said.endswith("“them-07.txt” và 4 tệp khác.")


def test_what_is_no_dossier_is_told_in_one_sentence(
    open_page: Callable[..., PageStage], tmp_path: Path
) -> None:
    stage = open_page()
    for path in (tmp_path / "không có.zip", tmp_path / "rác.zip"):
        if path.stem == "rác":
            path.write_bytes(b"PK\x03\x04 hong")
        title, said = _check(stage, path)
        assert title == "Chưa kiểm tra được hồ sơ"
        assert "Không có gì thay đổi" in said


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_both_buttons_of_the_row_are_whole(open_page: Callable[..., PageStage], scale: float) -> None:
    """G6: beside each other at every size."""
    stage = open_page("dark", scale, size=(1146, 698))
    data = stage.page.data
    for button in (data.merge, data.dossier):
        assert button.width() >= button.sizeHint().width()
    assert data.dossier.geometry().right() <= data.dossier.parentWidget().width()
