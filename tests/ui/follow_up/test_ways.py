"""From the first screen to a promise and its form, from the navigation to the board, and on (F1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import build
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.home_view import PROMISE
from dialogue_desktop.domain.letters import reminder_subject
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.storage import first_screen
from tests.follow.held import CANAL, EVENING, hold
from tests.services.conftest import MovingClock
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.pages.documents import DocumentsPage
from ui.pages.follow_up import FollowUpPage
from ui.pages.home import HomePage
from ui.pages.review import ReviewPage

Start = Callable[[], tuple[Desk, str]]


@pytest.fixture
def start(qtbot: QtBot, make_look: Any, data_dir: Path) -> Iterator[Start]:
    """The program's window over a conference that was held and frozen."""
    started: list[Desk] = []

    def begin() -> tuple[Desk, str]:
        clock = MovingClock(EVENING)
        app = build(data_dir, clock=clock, device="may-1")
        held = hold(app, clock)
        app.close()
        paths = DataPaths(data_dir)
        view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
        desk = Desk(make_look(), paths, resources_dir(), clock, view, prompter=Recorder())
        qtbot.addWidget(desk.window)
        desk.window.resize(1366, 698)
        desk.window.show()
        started.append(desk)
        desk.load()
        qtbot.waitUntil(lambda: desk.services.ready and not desk.tasks.busy, timeout=20_000)
        return desk, held

    yield begin
    for desk in started:
        desk.close_down()


def _board(qtbot: QtBot, desk: Desk) -> FollowUpPage:
    qtbot.waitUntil(
        lambda: isinstance(desk.window.page, FollowUpPage) and desk.window.page._screen.loaded, timeout=20_000
    )
    page = desk.window.page
    assert isinstance(page, FollowUpPage)
    return page


def test_a_tick_on_the_first_screen_opens_the_form_that_asks_for_evidence(qtbot: QtBot, start: Start) -> None:
    desk, held = start()
    home = desk.window.page
    assert isinstance(home, HomePage)
    task = next(one for one in home.view.tasks if one.kind == PROMISE and one.item_id == CANAL)
    home.ticked.emit(task.id, True)
    page = _board(qtbot, desk)
    qtbot.waitUntil(lambda: page.body.form.isVisible(), timeout=20_000)
    assert page._screen.selected == f"{held}/{CANAL}"
    assert page.body.form.state.value() is CommitmentState.DONE
    recorder = desk.context.prompter
    assert isinstance(recorder, Recorder)
    assert (recorder.asked, recorder.told) == ([], [])


def test_the_card_leads_to_its_conference_and_the_navigation_says_how_many_are_late(
    qtbot: QtBot, start: Start
) -> None:
    desk, held = start()
    item = desk.window.navigation.item("follow_up")
    assert item is not None
    assert item.accessibleName() == "Theo dõi cam kết, 2 trễ"
    home = desk.window.page
    assert isinstance(home, HomePage)
    home.pressed.emit(held, "follow_up")
    page = _board(qtbot, desk)
    qtbot.waitUntil(lambda: "conference" in page._screen.chosen, timeout=20_000)
    assert len(page._screen.rows) == 5
    page.review_wanted.emit(held)
    qtbot.waitUntil(lambda: isinstance(desk.window.page, ReviewPage), timeout=20_000)
    review = desk.window.page
    assert isinstance(review, ReviewPage)
    review.left.emit()
    assert isinstance(desk.window.page, FollowUpPage)


def test_minutes_of_an_older_program_are_followed_from_the_first_start(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Closing, "_promises", lambda *_: ())
    desk, held = start()
    qtbot.waitUntil(
        lambda: any(task.kind == PROMISE for task in desk.factories.home_view.tasks), timeout=20_000
    )
    assert len(desk.services.get().live.records(held).commitments) == 5


def test_the_reminder_of_a_unit_is_in_hand_in_the_register(qtbot: QtBot, start: Start) -> None:
    """F1: two units are late or soon due; the letter of the one that was asked for is opened."""
    desk, held = start()
    desk.window.go("follow_up")
    page = _board(qtbot, desk)
    page.remind_wanted.emit(held, "Phòng Văn hóa – Xã hội")
    qtbot.waitUntil(lambda: isinstance(desk.window.page, DocumentsPage), timeout=20_000)
    register = desk.window.page
    assert isinstance(register, DocumentsPage)

    def chosen() -> bool:
        line = register._screen.line
        return line is not None and line.first.paper.subject == reminder_subject("Phòng Văn hóa – Xã hội")

    qtbot.waitUntil(chosen, timeout=20_000)
    page.sheet_wanted.emit(held)
    qtbot.waitUntil(
        lambda: register._screen.line is not None and register._screen.line.first.kind.name == "supervision",
        timeout=20_000,
    )
