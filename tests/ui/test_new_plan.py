"""The kinds of plan by keyboard: Enter takes the recommended one, ↓ another, Esc goes back (P1, P2, G6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.office_library import Shelf
from dialogue_desktop.domain.plan import IssuerKind
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage, Services
from ui.pages.new_plan import NewPlanPage

OpenPage = Callable[..., PageStage]


class Page(NewPlanPage):
    """With what it said."""

    def __init__(self, context: Any) -> None:
        super().__init__(context)
        self.said: list[str] = []
        self.made.connect(self.said.append)
        self.left.connect(lambda: self.said.append("left"))

    def leave(self) -> None:
        """Nothing is kept."""


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(
        *, theme: str = "light", scale: float = 1.0, services: Any = None, size: tuple[int, int] = (1140, 698)
    ) -> PageStage:
        stage = PageStage(make_look(theme, scale), hall.app, Page, services=services, size=size)
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


def _plans(hall: Hall) -> list[str]:
    return [info.id for info in hall.app.planning.list()]


def test_enter_takes_the_recommended_kind(hall: Hall, open_page: OpenPage) -> None:
    """P1: one key from the list to the wizard; the row is marked."""
    before = _plans(hall)
    stage = open_page()
    rows = stage.page.table.rows
    assert rows.hasFocus()
    assert rows.rows.rows()[0].spoken().endswith("Nên dùng")
    assert sum("Nên dùng" in row.spoken() for row in rows.rows.rows()) == 1
    stage.key("Return")
    (made,) = stage.page.said
    assert set(_plans(hall)) - set(before) == {made}
    assert hall.app.planning.plan(made).profile == "ubnd_nhan_dan"


def test_every_profile_is_there_with_its_letterhead(hall: Hall, open_page: OpenPage) -> None:
    """P2: name, one line about it, and whose form of paper it takes."""
    stage = open_page()
    rows = stage.page.table.rows.rows.rows()
    infos = hall.app.planning.profiles()
    assert [(row.id, row.cells[0].text, row.cells[0].second) for row in rows] == [
        (info.id, info.name, info.description) for info in infos
    ]
    party = [info.issuer is IssuerKind.PARTY_COMMITTEE for info in infos]
    assert [row.cells[1].text == "Văn bản của Đảng" for row in rows] == party


def test_another_kind_by_arrows_takes_the_office_s_name(hall: Hall, open_page: OpenPage) -> None:
    """P2: End leads to the last one, of the Party; xã and province are known from the last plan."""
    stage = open_page()
    stage.key("End", "Enter")
    (made,) = stage.page.said
    plan = hall.app.planning.plan(made)
    assert plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
    assert plan.issuer.name == hall.app.settings.issuer().name


def test_a_second_enter_makes_no_second_conference(hall: Hall, open_page: OpenPage) -> None:
    """P1, G5: a key that is held down begins one plan; coming back later one may begin anew."""
    before = len(_plans(hall))
    stage = open_page()
    for _ in range(3):
        QTest.keyClick(stage.page.table.rows, Qt.Key.Key_Return)
    stage.settle()
    assert len(_plans(hall)) == before + 1
    stage.page.focus_first()
    stage.key("Return")
    assert len(_plans(hall)) == before + 2


def test_enter_before_the_list_is_read_is_not_lost(hall: Hall, qtbot: QtBot, open_page: OpenPage) -> None:
    """P1: Ctrl+N, Enter, typed in one go."""
    stage = open_page()
    page = Page(stage.context)
    qtbot.addWidget(page)
    page.show()
    page.focus_first()
    QTest.keyClick(page, Qt.Key.Key_Return)
    stage.until(lambda: bool(page.said))
    assert hall.app.planning.plan(page.said[0]).profile == "ubnd_nhan_dan"


def test_escape_goes_back_with_nothing_begun(hall: Hall, open_page: OpenPage) -> None:
    """G6: from the list and from the buttons."""
    before = _plans(hall)
    stage = open_page()
    stage.key("Escape", "Tab", "Escape")
    assert stage.page.said == ["left", "left"]
    assert _plans(hall) == before


def test_the_buttons_do_what_the_keys_do(hall: Hall, open_page: OpenPage) -> None:
    """G6: by mouse the row is chosen, then begun."""
    stage = open_page()
    stage.key("Down")
    QTest.mouseClick(stage.page.begin, Qt.MouseButton.LeftButton)
    stage.settle()
    (made,) = stage.page.said
    assert hall.app.planning.plan(made).profile == hall.app.planning.profiles()[1].id


def test_a_full_disk_is_a_sentence_and_the_page_stays(hall: Hall, open_page: OpenPage) -> None:
    """G5: nothing is lost, and one can try again."""

    class Full:
        def profiles(self) -> Any:
            return hall.app.planning.profiles()

        def create(self, _profile: str) -> str:
            raise StorageError("Ổ đĩa đã đầy.")

    stage = open_page(services=Services(hall.app, planning=Full()))
    stage.key("Return", "Return")
    assert [told[1] for told in stage.prompter.told] == ["Ổ đĩa đã đầy.", "Ổ đĩa đã đầy."]
    assert stage.page.said == []


def test_own_profiles_stand_first_and_hidden_ones_not_at_all(hall: Hall, open_page: OpenPage) -> None:
    """P1: marked as the office's, with their description; changed elsewhere, the list follows."""
    stage = open_page()
    own = hall.app.library.copy_profile("ke_hoach_ngan")
    own = replace(own, name="Đối thoại thôn vùng bãi", description="Họp ngoài đê.")
    hall.app.library.keep(Shelf((own,), ("ubnd_2025",)))
    rows = stage.page.table.rows.rows
    stage.until(lambda: rows.rows()[0].id == own.id)
    assert rows.rows()[0].cells[0].second == "Họp ngoài đê."
    assert rows.rows()[0].spoken().endswith("Của cơ quan")
    assert not any("Nên dùng" in row.spoken() for row in rows.rows())
    assert "ubnd_2025" not in [row.id for row in rows.rows()]
    stage.key("Home", "Return")
    (made,) = stage.page.said
    assert hall.app.planning.plan(made).profile == own.id


def test_a_profile_is_taken_in_from_a_file_by_keys(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    """P1, G5: it is in hand, one Enter away; a bad file is one sentence and changes nothing."""
    file = tmp_path / "mau.maukh"
    hall.app.library.export_profile("ke_hoach_ngan", file)
    stage = open_page()
    stage.prompter.expect(str(file))
    for _ in range(3):
        stage.key("Tab")
    assert stage.focused is stage.page.take
    stage.key("Space")
    (own,) = hall.app.library.shelf().profiles
    assert stage.page.table.rows.current_id() == own.id
    assert stage.toast == f"Đã nhập mẫu “{own.name}”"
    assert stage.page.table.rows.hasFocus()
    file.write_text('{"format": "khác"}', encoding="utf-8")
    stage.prompter.expect(str(file), None)
    stage.page.take.setFocus()
    stage.key("Space", "Space")
    assert [title for title, _ in stage.prompter.told] == ["Chưa nhập được mẫu"]
    assert "“mau.maukh” không phải là mẫu kế hoạch" in stage.prompter.told[0][1]
    assert hall.app.library.shelf().profiles == (own,)
    asked: list[bool] = []
    stage.page.library_asked.connect(lambda: asked.append(True))
    stage.page.take.setFocus()
    stage.key("Tab", "Space")
    assert asked == [True]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_is_said_of_a_kind_can_be_read_whole(open_page: OpenPage, scale: float) -> None:
    """G6: at large letters the line that ends in … stands in full below the list."""
    stage = open_page(scale=scale, size=(1366 - 52, 698))
    page = stage.page
    rows = page.table.rows
    for _ in rows.rows.rows():
        item = rows.rows.item(rows.currentIndex().row())
        cut = rows.drawer.is_cut(item, 0, rows.viewport().width())
        assert page.words.isVisible() == bool(cut)
        if cut:
            assert page.words.text() == item.cells[0].second
            assert page.words.height() >= page.words.heightForWidth(page.words.width())
        assert page.table.geometry().bottom() < page.height()
        stage.key("Down")
