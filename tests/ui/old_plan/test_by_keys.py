"""From an old plan to the wizard and through its doubts, by keyboard (P13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.services.plan_import import NO_PLAN, NOTHING_PASTED
from tests.exchange.old_plan import TEXT, scanned
from tests.exchange.plans import PLANS
from tests.exchange.wrong_files import WRONG, WrongFile
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage
from ui.pages.old_plan import OldPlanPage
from ui.widgets.checkbox import CheckBox
from ui.wizard.checks import Facts, gaps_of
from ui.wizard.doubts_desk import TITLE
from ui.wizard.page import WizardPage
from ui.wizard.steps import StepId

OpenStage = Callable[..., PageStage]


class _Page(OldPlanPage):
    """As the desk holds it; the stage closes every page the same way."""

    def leave(self) -> None:
        """Nothing to save."""


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def stage(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenStage]:
    opened: list[PageStage] = []

    def make(build: Callable[[Any], Any] = _Page, **more: Any) -> PageStage:
        one = PageStage(make_look(**more), hall.app, build)
        opened.append(one)
        return one

    yield make
    for one in opened:
        one.close()


def _made(page: OldPlanPage) -> list[str]:
    found: list[str] = []
    page.made.connect(found.append)
    return found


def _plan(stage: PageStage, cid: str) -> Plan:
    return stage.app.planning.plan(cid)


def test_paste_and_go(stage: OpenStage) -> None:
    """P13: Ctrl+V of a scan, Ctrl+Enter; the page is empty again for the next time."""
    one = stage()
    made = _made(one.page)
    one.page.paste.setFocus()
    QGuiApplication.clipboard().setText(scanned())
    one.key("Ctrl+V", "Ctrl+Return")
    one.until(lambda: bool(made))
    plan = _plan(one, made[0])
    assert (plan.issuer.name, plan.number) == ("Tân Hà", "")
    assert plan.year == one.context.clock.today().year
    assert one.page.paste.toPlainText() == ""


def test_as_it_was_by_a_tick(stage: OpenStage) -> None:
    """P13: Space takes the tick away; number and year stay."""
    one = stage()
    made = _made(one.page)
    one.page.paste.set_value(TEXT)
    one.page.on.setFocus()
    one.key("Space", "Ctrl+Return")
    one.until(lambda: bool(made))
    assert (_plan(one, made[0]).number, _plan(one, made[0]).year) == ("37", 2025)


def test_a_file_by_its_key(stage: OpenStage, tmp_path: Path) -> None:
    """P13: Ctrl+O asks for a file; closing the question does nothing."""
    path = tmp_path / "kế hoạch 2025.txt"
    path.write_text(TEXT, encoding="utf-8")
    one = stage()
    made = _made(one.page)
    one.prompter.expect(None, path)
    one.key("Ctrl+O")
    assert made == []
    one.key("Ctrl+O")
    one.until(lambda: bool(made))
    assert _plan(one, made[0]).issuer.name == "Tân Hà"


def test_a_conference_by_enter(stage: OpenStage, hall: Hall) -> None:
    """P13: the newest conference is chosen already; Enter copies it."""
    one = stage()
    made = _made(one.page)
    before = len(hall.app.planning.list())
    one.key("Return")
    one.until(lambda: bool(made))
    assert len(hall.app.planning.list()) == before + 1


@pytest.mark.parametrize(("text", "sentence"), [("", NOTHING_PASTED), ("Chợ họp ngày mai.", NO_PLAN)])
def test_what_cannot_be_read_is_said_on_the_page(stage: OpenStage, text: str, sentence: str) -> None:
    """P13, G5: one sentence in the page, no dialog; what was pasted stays."""
    one = stage()
    made = _made(one.page)
    one.page.paste.set_value(text)
    one.page.paste.setFocus()
    one.key("Ctrl+Return")
    one.settle()
    assert one.page.trouble.isVisible()
    assert sentence in one.page.trouble.accessibleName()
    assert (made, one.page.paste.toPlainText(), one.prompter.told) == ([], text, [])


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_file_is_said_on_the_page(stage: OpenStage, tmp_path: Path, wrong: WrongFile) -> None:
    """P13, G5: one sentence in the page with what to do; no conference is made."""
    path = tmp_path / wrong.name
    path.write_bytes(wrong.make())
    one = stage()
    made = _made(one.page)
    before = len(one.app.planning.list())
    one.prompter.expect(path)
    one.key("Ctrl+O")
    one.until(one.page.trouble.isVisible)
    assert wrong.said in one.page.trouble.accessibleName()
    assert wrong.advice in one.page.trouble.accessibleName()
    assert (made, len(one.app.planning.list()), one.prompter.told) == ([], before, [])


def test_escape_leads_back(stage: OpenStage) -> None:
    """P13: Esc leaves the page."""
    one = stage()
    heard: list[bool] = []
    one.page.left.connect(lambda: heard.append(True))
    one.key("Escape")
    assert heard == [True]


def _wizard(stage: OpenStage, hall: Hall, **more: Any) -> tuple[PageStage, str, int]:
    cid, doubts = hall.app.plan_import.import_text(TEXT)
    one = stage(lambda context: WizardPage(context, cid), **more)
    one.until(lambda: one.page.preview is not None and one.page.rail.doubts.isVisible())
    return one, cid, len(doubts)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.commune)
def test_nothing_is_missing_in_the_words_of_an_old_plan(hall: Hall, plan: Any) -> None:
    """P13, P3: its own headings and paragraphs satisfy the checks; only what it never said is asked for."""
    cid, _ = hall.app.plan_import.import_text("\n".join(plan.paragraphs))
    facts = Facts(hall.app.clock.today(), lambda day: "", lambda plan: ())
    gaps = gaps_of(hall.app.planning.plan(cid), facts)
    assert [gap.text for gap in gaps if gap.step is StepId.PURPOSE] == []
    assert {gap.field for gap in gaps if not gap.warning} <= {"secretaries", "programme"}


def test_the_rail_leads_to_the_doubts(stage: OpenStage, hall: Hall) -> None:
    """P13: the foot of the rail says how many; Space ticks, Down goes on; the ticks are kept."""
    one, cid, count = _wizard(stage, hall)
    assert one.page.rail.doubts.words == f"{count} chỗ cần xem lại"
    one.page.rail.doubts.setFocus()
    one.key("Space")
    assert one.page.title.text() == TITLE
    one.key("Space", "Down", "Space")
    assert one.page.rail.doubts.words == f"{count - 2} chỗ cần xem lại"
    origin = hall.app.plan_import.origin(cid)
    assert origin is not None
    assert [doubt.number for doubt in origin.doubts if doubt.seen] == [0, 1]


def test_all_seen_says_so(stage: OpenStage, hall: Hall) -> None:
    """P13: when every doubt is ticked the foot says it, and the list can still be opened."""
    one, _, count = _wizard(stage, hall)
    one.page.rail.doubts.setFocus()
    one.key("Space")
    for _ in range(count):
        one.key("Space", "Down")
    assert one.page.rail.doubts.words == f"Đã xem cả {count} chỗ"


def test_a_doubt_leads_to_its_step(stage: OpenStage, hall: Hall) -> None:
    """P13: Tab to the way beside a doubt, Space; the step stands there with its own title."""
    one, cid, _ = _wizard(stage, hall)
    one.page.rail.doubts.setFocus()
    one.key("Space", "Tab", "Space")
    origin = hall.app.plan_import.origin(cid)
    assert origin is not None
    assert one.page.presenter.step.value == origin.doubts[0].step
    assert one.page.title.text() != TITLE
    assert not one.page.doubts.on_view
    assert not isinstance(one.focused, CheckBox)


def test_escape_leads_back_to_the_step(stage: OpenStage, hall: Hall) -> None:
    """P13: Esc shows the step that was left, though it is the same one."""
    one, _, _ = _wizard(stage, hall)
    step = one.page.presenter.step
    one.page.rail.doubts.setFocus()
    one.key("Space", "Escape")
    assert one.page.presenter.step is step
    assert not one.page.doubts.on_view
    assert one.page.title.text() != TITLE


def test_the_same_step_from_the_rail(stage: OpenStage, hall: Hall) -> None:
    """P13: choosing the step that is current anyway closes the list."""
    one, _, _ = _wizard(stage, hall)
    one.page.doubts.open()
    one.page.rail.chosen.emit(one.page.presenter.step.value)
    assert not one.page.doubts.on_view


def test_other_plans_have_no_such_foot(stage: OpenStage, hall: Hall) -> None:
    """P13: a plan made from a profile says nothing of an old one."""
    cid = hall.app.planning.create()
    one = stage(lambda context: WizardPage(context, cid))
    one.until(lambda: one.page.preview is not None)
    one.settle()
    assert not one.page.rail.doubts.isVisible()


def test_large_letters_keep_the_way(stage: OpenStage, hall: Hall) -> None:
    """P13, G6: at 150 % the way to the doubts is an icon with its words in the tool tip."""
    one, _, count = _wizard(stage, hall, scale=1.5)
    button = one.page.rail.doubts
    assert (button.words, button.toolTip()) == ("", f"{count} chỗ cần xem lại")
