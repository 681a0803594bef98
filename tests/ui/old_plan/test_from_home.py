"""The way from the first screen over an old plan into the wizard and back (P13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.exchange.old_plan import TEXT
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.pages.old_plan import OldPlanPage
from ui.widgets.button import Button
from ui.wizard.page import WizardPage

AT = datetime(2026, 4, 24, 4, 30, tzinfo=UTC)


@pytest.fixture
def desk(qtbot: QtBot, make_look: LookMaker, data_dir: Path) -> Iterator[Desk]:
    paths, clock = DataPaths(data_dir), FixedClock(AT)
    paths.make()
    view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
    made = Desk(make_look(), paths, resources_dir(), clock, view, prompter=Recorder())
    qtbot.addWidget(made.window)
    made.window.resize(1366, 698)
    made.window.show()
    made.load()
    yield made
    made.close_down()


def _open(qtbot: QtBot, desk: Desk) -> OldPlanPage:
    desk.factories.copy_plan()
    qtbot.waitUntil(lambda: desk.window.page_id == "old_plan", timeout=20_000)
    page = desk.window.page
    assert isinstance(page, OldPlanPage)
    return page


def test_from_the_first_screen_into_the_wizard(qtbot: QtBot, desk: Desk) -> None:
    """P13: an old plan is the first thing a new user may have: pasted, it opens in the wizard."""
    page = _open(qtbot, desk)
    page.paste.set_value(TEXT)
    page.from_paste()
    qtbot.waitUntil(lambda: desk.window.page_id == "plan", timeout=20_000)
    wizard = desk.window.page
    assert isinstance(wizard, WizardPage)
    qtbot.waitUntil(lambda: wizard.rail.doubts.isVisible(), timeout=20_000)
    assert wizard.presenter.plan.issuer.name == "Tân Hà"


def _stand_in_rows(buttons: list[Button], rows: int) -> bool:
    return len({button.y() for button in buttons}) == rows


def test_the_first_ways_fit_every_window(qtbot: QtBot, desk: Desk) -> None:
    """P13, L11, G6: the four ways to begin stand in two rows where they do not fit in one."""
    for width, rows in ((1366, 1), (640, 2)):
        desk.window.resize(width, 698)
        home = desk.window.page
        assert home is not None
        found: list[Button] = list(home.findChildren(Button))
        buttons = [one for one in found if one.isVisible()]
        assert len(buttons) == 4
        qtbot.waitUntil(partial(_stand_in_rows, buttons, rows), timeout=20_000)
        assert all(one.width() >= one.sizeHint().width() for one in buttons)


def test_back_to_the_first_screen(qtbot: QtBot, desk: Desk) -> None:
    """P13: leaving makes no conference, and the page can be opened again."""
    for _ in range(2):
        _open(qtbot, desk).left.emit()
        assert desk.window.page_id == "home"
    assert desk.services.get().planning.list() == ()
