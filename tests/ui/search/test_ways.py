"""Ctrl+K from anywhere, on to the very record of each kind of hit, and back (G3, G6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Conclusion, Delegate, Source, Voice
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.live.drawers.side_host import Side
from ui.live.page import LivePage
from ui.pages.invite import InvitePage
from ui.pages.opinions import OpinionsPage
from ui.pages.search import SearchPage

AT = datetime(2026, 4, 24, 4, 30, tzinfo=UTC)
SAMPLE = "minh-khe-2026"


class Window:
    """The program on the sample and on one more conference, worked by keys."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._bot, self.desk = qtbot, desk
        desk.load(sample=True)
        self.until(lambda: desk.window.conference_id == SAMPLE)
        app = desk.services.get()
        self.other = app.planning.copy_of(SAMPLE)
        self.settle()

    def until(self, reached: Callable[[], bool]) -> None:
        self._bot.waitUntil(reached, timeout=20_000)

    def settle(self) -> None:
        self.until(lambda: not self.desk.tasks.busy)

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, with_)
        self.settle()

    def find(self, query: str) -> SearchPage:
        """Ctrl+K, the words, until the answer stands there."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: self.desk.window.page_id == "search")
        page = self.desk.window.page
        assert isinstance(page, SearchPage)
        assert QApplication.focusWidget() is page.list.search
        for letter in query:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(page.list.search, event)
        self.until(lambda: not self.desk.tasks.busy and page.list.search.text() == query)
        return page

    def opened(self, page_id: str, conference_id: str) -> QWidget | None:
        self.until(
            lambda: (self.desk.window.page_id, self.desk.window.conference_id) == (page_id, conference_id)
        )
        self.settle()
        return self.desk.window.page


@pytest.fixture
def window(qtbot: QtBot, make_look: LookMaker, data_dir: Path) -> Iterator[Window]:
    paths = DataPaths(data_dir)
    paths.make()
    clock = FixedClock(AT)
    view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
    desk = Desk(make_look(), paths, resources_dir(), clock, view, prompter=Recorder())
    qtbot.addWidget(desk.window)
    desk.window.resize(1366, 698)
    desk.window.show()
    desk.window.activateWindow()
    yield Window(qtbot, desk)
    assert isinstance(desk.context.prompter, Recorder)
    assert desk.context.prompter.told == []
    desk.close_down()


def test_a_collected_opinion_opens_at_its_row(window: Window) -> None:
    """G3: in another conference than the open one, whatever its page was narrowed to; Ctrl+K comes back to
    the same hits, Esc to where one was."""
    app = window.desk.services.get()
    voices = (Voice("Vi Thị Ủ", "bà", "thôn Phú Ấp"),)
    for text in ("Cột mốc ranh rừng bị xô", "Ao làng cạn"):
        app.live.add_collected(
            window.other, LiveItem(text=text, source=Source.SLIP, voices=voices, rounds=())
        )
    window.desk.open_conference(window.other, "opinions")
    page = window.opened("opinions", window.other)
    assert isinstance(page, OpinionsPage)
    page.list.search.setText("ao lang")
    window.desk.open_conference(SAMPLE, "preparation")
    window.opened("preparation", SAMPLE)
    window.find("cot moc ranh")
    window.key(Qt.Key.Key_Return)
    page = window.opened("opinions", window.other)
    assert isinstance(page, OpinionsPage)
    window.until(lambda: page.list.table.rows.current_id() != "")
    row = next(r for r in page.list.table.rows.rows.rows() if r.id == page.list.table.rows.current_id())
    assert row.cells[2].text == "Cột mốc ranh rừng bị xô"
    window.until(page.list.table.rows.hasFocus)
    window.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.desk.window.page
    assert isinstance(found, SearchPage)
    assert found.list.search.selectedText() == "cot moc ranh"
    assert len(found.list.table.rows.rows.rows()) == 1
    window.key(Qt.Key.Key_Escape)  # empties the line
    window.key(Qt.Key.Key_Escape)
    assert window.desk.window.page is page


def test_what_was_said_at_the_hall_opens_on_the_page_of_the_session(window: Window) -> None:
    app = window.desk.services.get()
    app.live.save_item(window.other, LiveItem(text="Kè suối bản Khe bị cuốn trôi", rounds=()))
    window.find("ke suoi ban khe")
    window.key(Qt.Key.Key_Return)
    page = window.opened("live", window.other)
    assert isinstance(page, LivePage)
    window.until(lambda: page.work.opinion.editor.toPlainText() == "Kè suối bản Khe bị cuốn trôi")


def test_a_speaker_and_a_conclusion_open_in_their_drawer(window: Window) -> None:
    app = window.desk.services.get()
    app.live.add_turn(window.other, Voice("Hà Thị Ngoãn", "bà", "thôn Phú Ấp"), topic="kè suối")
    app.live.set_conclusions(window.other, [Conclusion("", 0, "Dựng lại lán chợ phiên")])
    for query, side in (("ha thi ngoan", Side.SPEAKER), ("dung lai lan cho", Side.CONCLUSIONS)):
        window.find(query)
        window.key(Qt.Key.Key_Return)
        page = window.opened("live", window.other)
        assert isinstance(page, LivePage)
        window.until(lambda page=page, side=side: page.side.side is side)  # type: ignore[misc]


def test_an_invited_person_opens_in_the_list_of_the_invited(window: Window) -> None:
    app = window.desk.services.get()
    (made,) = app.inviting.add(window.other, [Delegate("", name="Mùa A Ký", office="Trưởng bản Khe")])
    window.find("mua a ky")
    window.key(Qt.Key.Key_Return)
    page = window.opened("invite", window.other)
    assert isinstance(page, InvitePage)
    window.until(lambda: page.people.list.table.rows.current_id() == made)
    assert page.view is page.people


def test_a_conference_opens_its_plan_and_esc_leads_home(window: Window) -> None:
    app = window.desk.services.get()
    plan = app.planning.plan(window.other)
    app.planning.save_plan(window.other, replace(plan, localities=(Locality("kh", "bản", "Khe Sú"),)))
    window.desk.window.go("home", "")
    window.settle()
    window.find("khe su")
    window.key(Qt.Key.Key_Escape)
    window.key(Qt.Key.Key_Escape)
    assert window.desk.window.page_id == "home"
    window.find("khe su")
    window.key(Qt.Key.Key_Return)
    window.opened("plan", window.other)


def test_ctrl_k_goes_through_a_text_field(window: Window) -> None:
    """Where Ctrl+K cuts the rest of a line off (Linux), the field lets it pass all the same."""
    window.find("x")
    field = QApplication.focusWidget()
    assert field is not None
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "\x0b")
    assert window.desk.factories.search_ways.eventFilter(field, event)
    assert not event.isAccepted()
