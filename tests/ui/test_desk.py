"""The desk: the window first, the services behind it, and back to the place after a power cut (L9, G1)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import TimeKind, TimePlan
from dialogue_desktop.domain.records import Source
from dialogue_desktop.errors import DamagedDatabase, NewerDatabase, UserError
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from dialogue_desktop.storage.pragmas import SCHEMA_VERSION, connect
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.pages.answer_import import AnswerImportPage
from ui.pages.answers import AnswersPage
from ui.pages.home import HomePage
from ui.pages.new_plan import NewPlanPage
from ui.pages.opinions import OpinionsPage
from ui.pages.preparation import PreparationPage
from ui.wizard.page import WizardPage
from ui.wizard.step_tasks import TasksStep

AT = datetime(2026, 4, 24, 4, 30, tzinfo=UTC)
SAMPLE = "minh-khe-2026"
Start = Callable[..., Desk]
PAGES = ("plan", "preparation", "opinions", "answers", "invite", "live", "end", "settings")


@pytest.fixture
def start(qtbot: QtBot, make_look: LookMaker, data_dir: Path) -> Iterator[Start]:
    """Starts the program's window on a data folder; what was started is closed at the end."""
    started: list[Desk] = []
    look = make_look()
    clock = FixedClock(AT)

    def begin(folder: Path = data_dir) -> Desk:
        paths = DataPaths(folder)
        paths.make()
        view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
        desk = Desk(look, paths, resources_dir(), clock, view, prompter=Recorder())
        qtbot.addWidget(desk.window)
        desk.window.resize(1366, 698)
        desk.window.show()
        started.append(desk)
        return desk

    yield begin
    for desk in started:
        desk.close_down()


def _at(desk: Desk, page: str, conference: str) -> Callable[[], bool]:
    return lambda: (desk.window.page_id, desk.window.conference_id) == (page, conference)


def test_a_new_user_sees_where_to_begin(qtbot: QtBot, start: Start) -> None:
    """P1: an empty folder; the first plan is two keys away."""
    desk = start()
    assert desk.rows_shown() == 0
    desk.load()
    desk.factories.new_plan()
    qtbot.waitUntil(lambda: desk.window.page_id == "new_plan", timeout=20_000)
    page = desk.window.page
    assert isinstance(page, NewPlanPage)
    qtbot.keyClick(page.table.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.page_id == "plan", timeout=20_000)
    assert desk.services.get().planning.list()[0].id == desk.window.conference_id


def test_every_page_opens_for_one_conference_after_the_other(
    qtbot: QtBot, start: Start, data_dir: Path
) -> None:
    """The page of another conference takes the place of the old one, with all its keys."""
    app = build(data_dir, clock=FixedClock(AT))
    first = app.exchange.sample()
    second = app.planning.copy_of(first)
    app.close()
    desk = start()
    desk.load()
    for page in PAGES:
        for conference in (first, second, first):
            desk.open_conference(conference, page)
            qtbot.waitUntil(_at(desk, page, conference), timeout=20_000)
            shown = desk.window.page
            assert shown is not None
            assert len(list(desk.window.findChildren(type(shown)))) == 1  # the other's page is gone
    recorder = desk.context.prompter
    assert isinstance(recorder, Recorder)
    assert recorder.told == []


@pytest.mark.parametrize("page", ["plan", "preparation", "opinions", "answers", "invite", "live", "end"])
def test_after_a_power_cut_it_opens_where_it_was(
    qtbot: QtBot, start: Start, data_dir: Path, tmp_path: Path, page: str
) -> None:
    """L9: the place is noted while one works, and forgotten when one leaves in order."""
    first = start()
    first.load(sample=True)
    qtbot.waitUntil(lambda: first.window.conference_id == SAMPLE, timeout=20_000)
    first.open_conference(SAMPLE, page)
    qtbot.waitUntil(_at(first, page, SAMPLE), timeout=20_000)
    qtbot.waitUntil(lambda: not first.tasks.busy, timeout=20_000)
    cut = tmp_path / "cúp điện"
    shutil.copytree(data_dir, cut)  # the disk as it is at this moment
    second = start(cut)
    second.load()
    qtbot.waitUntil(_at(second, page, SAMPLE), timeout=20_000)
    qtbot.waitUntil(lambda: not second.tasks.busy, timeout=20_000)
    second.close_down()
    third = start(cut)
    third.load()
    qtbot.waitUntil(lambda: third.services.ready and not third.tasks.busy, timeout=20_000)
    assert third.window.page_id == "home"


def test_from_what_is_due_to_the_very_item(qtbot: QtBot, start: Start) -> None:
    """P14: Enter on the first screen opens the checklist with that line in hand; Space there ticks it, of
    whatever kind it is, and of the right one of two conferences with the same plan."""
    desk = start()
    desk.load(sample=True)
    qtbot.waitUntil(lambda: desk.window.conference_id == SAMPLE, timeout=20_000)
    app = desk.services.get()
    other = app.planning.copy_of(SAMPLE)
    plan = app.planning.plan(other)
    app.planning.save_plan(other, replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 4, 30))))
    desk.window.go("home", "")
    home = desk.window.page
    assert isinstance(home, HomePage)

    def line(conference: str, kind: str) -> str:
        wanted = [t for t in home.view.tasks if (t.conference_id, t.kind) == (conference, kind)]
        return wanted[0].id if wanted else ""

    qtbot.waitUntil(lambda: bool(line(other, "prep")), timeout=20_000)
    wanted = line(other, "prep")
    home._toggle_all()
    assert home._table.rows.set_current(wanted)
    qtbot.keyClick(home._table.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wanted not in {task.id for task in home.view.tasks}, timeout=20_000)
    assert [one.kind for one in app.checklist.kept(other) if one.done_on] == [ItemKind.PREP]
    wanted = line(other, "law")
    assert home._table.rows.set_current(wanted)
    qtbot.keyClick(home._table.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(_at(desk, "preparation", other), timeout=20_000)
    page = desk.window.page
    assert isinstance(page, PreparationPage)
    qtbot.waitUntil(lambda: page.tasks.table.rows.current_id().startswith("law:"), timeout=20_000)
    assert wanted.endswith(page.tasks.table.rows.current_id())
    assert page.tasks.table.rows.hasFocus()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    late = sum(
        1 for task in desk.factories.home_view.tasks if (task.conference_id, task.state) == (other, "late")
    )
    assert late
    item = desk.window.navigation.item("preparation")
    assert item is not None
    assert item.accessibleName() == f"Việc chuẩn bị, {late} trễ"


def test_from_the_checklist_to_the_duty_in_the_plan(qtbot: QtBot, start: Start) -> None:
    """P14, P10: a duty's own words and day are changed where they stand."""
    desk = start()
    desk.load(sample=True)
    qtbot.waitUntil(lambda: desk.window.conference_id == SAMPLE, timeout=20_000)
    desk.open_conference(SAMPLE, "preparation")
    qtbot.waitUntil(_at(desk, "preparation", SAMPLE), timeout=20_000)
    page = desk.window.page
    assert isinstance(page, PreparationPage)
    page.show_item("plan", "bao-cao-ket-qua")
    qtbot.waitUntil(page.tasks.item.plan_button.isVisible, timeout=20_000)
    page.tasks.item.plan_button.setFocus()
    qtbot.keyClick(page.tasks.item.plan_button, Qt.Key.Key_Space)
    qtbot.waitUntil(_at(desk, "plan", SAMPLE), timeout=20_000)
    wizard = desk.window.page
    assert isinstance(wizard, WizardPage)
    qtbot.waitUntil(lambda: wizard.preview is not None and not desk.tasks.busy, timeout=20_000)
    assert isinstance(wizard.view, TasksStep)
    assert wizard.view.tasks.current == "bao-cao-ket-qua"


def test_from_late_answers_to_the_units_and_back(qtbot: QtBot, start: Start) -> None:
    """C7: what is late stands on the first screen and beside the opinions; Enter leads to the units, which
    no tick puts away; Ctrl+R goes to the opinions and comes back, Ctrl+T gives away, Ctrl+O reads a file."""
    desk = start()
    desk.load(sample=True)
    qtbot.waitUntil(lambda: desk.window.conference_id == SAMPLE, timeout=20_000)
    app = desk.services.get()
    other = app.planning.copy_of(SAMPLE)
    plan = app.planning.plan(other)
    app.planning.save_plan(other, replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 4, 30))))
    for text in ("Đường lầy", "Mương tắc"):
        one = app.live.add_collected(other, LiveItem(source=Source.SLIP, text=text))
        app.assigning.assign(other, [one.id], unit="Phòng Kinh tế", due=date(2026, 4, 22))
    desk.open_conference(other, "opinions")
    qtbot.waitUntil(_at(desk, "opinions", other), timeout=20_000)
    item = desk.window.navigation.item("opinions")
    assert item is not None
    qtbot.waitUntil(lambda: item.accessibleName().startswith("Ý kiến thu thập, 2 trễ"), timeout=20_000)
    desk.window.go("home", "")
    home = desk.window.page
    assert isinstance(home, HomePage)
    (task,) = (task for task in home.view.tasks if task.kind == "answers")
    assert (task.title, task.unit, task.due) == (
        "Thu câu trả lời chuẩn bị, 2 ý kiến trễ hạn", "Phòng Kinh tế", date(2026, 4, 22),
    )  # fmt: skip
    assert home._table.rows.set_current(task.id)
    qtbot.keyClick(home._table.rows, Qt.Key.Key_Space)
    assert home.task(task.id) is not None
    qtbot.keyClick(home._table.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(_at(desk, "answers", other), timeout=20_000)
    assert item.isChecked()
    page = desk.window.page
    assert isinstance(page, AnswersPage)
    qtbot.waitUntil(page.units.table.rows.hasFocus, timeout=20_000)
    qtbot.keyClick(page.units.table.rows, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(_at(desk, "opinions", other), timeout=20_000)
    opinions = desk.window.page
    assert isinstance(opinions, OpinionsPage)
    qtbot.waitUntil(opinions.list.table.rows.hasFocus, timeout=20_000)
    qtbot.keyClick(opinions.list.table.rows, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(_at(desk, "answers", other), timeout=20_000)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    qtbot.keyClick(page.units.table.rows, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(_at(desk, "opinions", other), timeout=20_000)
    qtbot.waitUntil(opinions.assign.isVisible, timeout=20_000)
    desk.window.go("answers", other)
    qtbot.waitUntil(page.units.table.rows.hasFocus, timeout=20_000)
    qtbot.keyClick(page.units.table.rows, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(_at(desk, "answer_import", other), timeout=20_000)
    reading = desk.window.page
    assert isinstance(reading, AnswerImportPage)
    qtbot.mouseClick(reading.back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(_at(desk, "answers", other), timeout=20_000)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda path: path.write_bytes(b"x" * 9000), DamagedDatabase),
        (lambda path: connect(path).execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}"), NewerDatabase),
    ],
)
def test_data_that_cannot_be_opened_is_a_sentence(
    start: Start, data_dir: Path, spoil: Callable[[Path], object], kind: type[UserError]
) -> None:
    """G5: wrong and newer databases are refused before anything is built on them."""
    build(data_dir, clock=FixedClock(AT)).close()
    path = DataPaths(data_dir).database
    spoil(path)
    with pytest.raises(kind) as raised:
        first_screen.read(path, AT.date())
    assert raised.value.sentence.count(".") >= 2
    path.unlink()
    desk = start()
    desk.say_trouble(raised.value)
    recorder = desk.context.prompter
    assert isinstance(recorder, Recorder)
    assert recorder.told[0][1] == raised.value.sentence


def test_a_place_that_cannot_be_kept_disturbs_nobody(qtbot: QtBot, start: Start) -> None:
    """L9, G5: the disk takes nothing while one goes from page to page: no box about it."""
    desk = start()
    desk.load(sample=True)
    qtbot.waitUntil(_at(desk, "end", SAMPLE), timeout=20_000)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    desk.services.get().database.raw.execute("PRAGMA query_only=1")
    desk.window.go("settings", SAMPLE)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert isinstance(desk.context.prompter, Recorder)
    assert desk.context.prompter.told == []
    desk.services.get().database.raw.execute("PRAGMA query_only=0")


def test_a_number_given_in_the_register_is_the_wizards(qtbot: QtBot, start: Start, data_dir: Path) -> None:
    """P2: the wizard that was open before reads the number anew, and does not write over it."""
    desk = start()
    desk.load(sample=True)
    qtbot.waitUntil(lambda: desk.window.page_id not in ("", "home"))
    app, cid = desk.services.get(), desk.window.conference_id
    other = app.planning.copy_of(cid)
    desk.open_conference(other, "plan")
    qtbot.waitUntil(_at(desk, "plan", other))
    desk.go("documents")
    qtbot.waitUntil(lambda: desk.window.page_id == "documents")
    paper = replace(app.register.row(other, "vb-plan").paper, number="42", dated_on=date(2026, 4, 2))
    app.register.save(other, paper)
    qtbot.waitUntil(lambda: desk.window.built("plan") is None)
    assert app.planning.plan(other).number == "42"
