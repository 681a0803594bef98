"""From each kind of gap by its button to the very field, and back to the list at the next one (M3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.domain.records import Outcome, TurnState, Voice
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk

AT = datetime(2026, 4, 24, 4, 30, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier
Spoil = Callable[[Any, str, Any], object]  # app, conference, records


class Window:
    """The program on its sample, worked by keys."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._bot, self.desk = qtbot, desk
        desk.load(sample=True)
        self.until(lambda: bool(desk.window.conference_id))
        self.cid = desk.window.conference_id
        self.settle()

    @property
    def app(self) -> Any:
        return self.desk.services.get()

    @property
    def page(self) -> Any:
        return self.desk.window.page

    def until(self, reached: Callable[[], bool]) -> None:
        self._bot.waitUntil(reached, timeout=20_000)

    def settle(self) -> None:
        """Nothing is under way, and no page waits to read what it heard."""

        def still() -> bool:
            end: Any = self.desk.window.built("end")
            return not self.desk.tasks.busy and not (end is not None and end._later.isActive())

        self.until(still)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, held)
        self.settle()

    def at_list(self) -> Any:
        self.desk.open_conference(self.cid, "end")
        self.until(lambda: self.desk.window.page_id == "end")
        self.page.refresh()  # a draft is no entry of the journal: it is read when the page is shown
        self.settle()
        return self.page.frame.checks

    def row(self, kind: str) -> Any:
        rows = self.at_list().rows
        found = [row for row in rows if row.gap.id.startswith(kind)]
        assert found, f"{kind} among {[row.gap.id for row in rows]}"
        return found[0]


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
    yield Window(qtbot, desk)
    desk.close_down()


@dataclass(frozen=True)
class Way:
    """What spoils the records, the gap that follows, and the field in which one has to stand."""

    kind: str
    spoil: Spoil
    field: Callable[[Any], Any]
    page: str = "live"


def _opinion(at: int, **wanted: Any) -> Spoil:
    def spoil(app: Any, cid: str, records: Any) -> None:
        app.live.edit_opinion(cid, records.at_hall()[at].id, **wanted)

    return spoil


def _rows(part: str, **wanted: Any) -> Spoil:
    """The second row of a list with some of its values changed."""

    def spoil(app: Any, cid: str, records: Any) -> None:
        rows = list(getattr(records, part))
        rows[1] = replace(rows[1], **wanted)
        getattr(app.live, f"set_{part}")(cid, rows)

    return spoil


def _plan(**wanted: Any) -> Spoil:
    def spoil(app: Any, cid: str, records: Any) -> None:
        app.planning.save_plan(cid, replace(app.planning.plan(cid), **wanted))

    return spoil


def _unnamed_secretary(app: Any, cid: str, records: Any) -> None:
    plan = app.planning.plan(cid)
    first, second = plan.secretaries
    nameless = replace(second, official=replace(second.official, name=""))
    app.planning.save_plan(cid, replace(plan, secretaries=(first, nameless)))


def _turn(state: TurnState) -> Spoil:
    def spoil(app: Any, cid: str, records: Any) -> None:
        app.live.edit_turn(cid, records.turns[2].id, state=state)

    return spoil


def _without_conclusions(app: Any, cid: str, records: Any) -> None:
    app.live.set_conclusions(cid, ())


def _no_answer(app: Any, cid: str, records: Any) -> None:
    app.live.save_item(
        cid, LiveItem(text="Hỏi lịch thu rác", outcome=Outcome.ANSWERED, voices=(_ON,), field="Khác")
    )


def _half_typed(app: Any, cid: str, records: Any) -> None:
    app.live.save_draft(cid, LiveDraft(LiveItem(text="Tôi xin hỏi thêm"), focus="opinion"))


def _focused_in(bar: Any) -> Any:
    """Any of the outcomes will do."""
    return QApplication.focusWidget() if bar.has_button_focus() else bar


_ON = Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp")
_EARLY = date(2026, 4, 20)
WAYS = (
    Way("text", _opinion(2, text=" "), lambda page: page.work.opinion.editor),
    Way("outcome", _opinion(2, outcome=None), lambda page: _focused_in(page.work.outcomes)),
    Way("reason", _opinion(20, outcome_reason=""), lambda page: page.work.outcomes.reason),
    Way("answer", _no_answer, lambda page: page.work.answer.editor),
    Way("marked", _opinion(2, marked=True), lambda page: page.work.opinion.editor),
    Way("voice", _opinion(2, voices=(Voice("Lò Văn Ế", "ông"),)), lambda page: page.side.speaker.name),
    Way("open", _opinion(2, unit=""), lambda page: page.work.outcomes.unit),
    Way("open", _opinion(2, deadline=None), lambda page: page.work.outcomes.day),
    Way("open", _opinion(4, receiving_body=""), lambda page: page.work.outcomes.body),
    Way("early", _opinion(2, deadline=_EARLY), lambda page: page.work.outcomes.day),
    Way("off", _opinion(2, deadline=date(2026, 5, 9)), lambda page: page.work.outcomes.day),
    Way("field", _opinion(2, field=""), lambda page: page.work.opinion.field),
    Way("consent", _opinion(2, consent=None), lambda page: page.side.speaker.consent),
    Way(
        "accuse",
        _opinion(2, text="Cán bộ ăn tiền của dân"),
        lambda page: page.frame.privacy.text,
        "end",
    ),
    Way("joint", _opinion(2, answered_with="khong-con"), lambda page: page.work.answer.editor),
    Way("turn-", _turn(TurnState.WAITING), lambda page: page.side.speaker.name),
    Way("turnopen", _turn(TurnState.SPEAKING), lambda page: page.side.speaker.name),
    Way("attendance", _rows("attendance", present=999), lambda page: page.side.attendance._rows[1].present),
    Way(
        "attendance-open",
        _rows("attendance", present=None),
        lambda page: page.side.attendance._rows[1].present,
    ),
    Way("conclusions", _without_conclusions, lambda page: page.side.conclusions._rows[0].text),
    Way("conclusion-", _rows("conclusions", unit=""), lambda page: page.side.conclusions._rows[1].unit),
    Way("conclusion-", _rows("conclusions", deadline=None), lambda page: page.side.conclusions._rows[1].day),
    Way(
        "conclusionearly",
        _rows("conclusions", deadline=_EARLY),
        lambda page: page.side.conclusions._rows[1].day,
    ),
    Way("draft", _half_typed, lambda page: page.work.opinion.editor),
    Way("day", _plan(), lambda page: page.view.form.fields["time.day"], "plan"),
    Way("secretary", _unnamed_secretary, lambda page: None, "plan"),
    Way(
        "copy-",
        _plan(copies=(CopyPurpose("niem-yet", "", posted=True),)),
        lambda page: page.frame.copies.editor.label,
        "end",
    ),
)  # fmt: skip


def test_every_kind_of_gap_leads_to_its_field(window: Window):
    """M3: Ctrl+Enter on the gap; the cursor stands in the field that is named, not only on its page."""
    wrong = {}
    for way in WAYS:
        cid = window.cid
        window.at_list()  # a page that is on view hears only of what it writes itself
        records = window.app.live.records(cid)
        plan = window.app.planning.plan(cid)
        entries = len(window.app.live.history(cid, 10_000))
        way.spoil(window.app, cid, records)
        if way.kind == "draft":
            window.desk.window.drop("live")  # typed before a power cut, not on the page that is still there
        if way.kind == "day":
            window.app.live.set_session(cid, started_at=datetime(2026, 4, 23, 1, tzinfo=UTC))
            window.app.live.set_session(cid, ended_at=datetime(2026, 4, 23, 4, tzinfo=UTC))
        row = window.row(way.kind)
        row.button.setFocus()
        if way.kind == "copy-":
            window.key(Qt.Key.Key_Space)
        else:
            window.key(Qt.Key.Key_Return, CTRL)
        window.until(lambda page=way.page: window.desk.window.page_id == page)  # type: ignore[misc]
        window.settle()
        focused, wanted = QApplication.focusWidget(), way.field(window.page)
        if way.kind == "secretary":
            if focused is None or focused.accessibleName() != "Họ tên (nếu biết)":
                wrong[way.kind] = focused
        elif focused is not wanted:
            wrong[f"{way.kind} {wanted}"] = focused
        if way.kind == "accuse":
            window.key(Qt.Key.Key_Escape)
        window.app.live.clear_draft(cid)
        window.app.planning.save_plan(cid, plan)
        while len(window.app.live.history(cid, 10_000)) > entries and window.app.live.records(cid) != records:
            window.app.live.undo(cid)
        assert window.app.live.records(cid) == records, way.kind
    assert wrong == {}


def test_a_paper_that_has_to_go_out_is_opened_in_the_register(window: Window):
    """M4–M7: from the list after the freezing, one press, to the register's line of this conference."""
    window.app.closing.freeze(window.cid)
    window.at_list()
    row = next(one for one in window.page.frame.next.rows if one.paper.kind == "report")
    row.button.setFocus()
    window.key(Qt.Key.Key_Space)
    window.until(lambda: window.desk.window.page_id == "documents")
    window.settle()
    window.until(lambda: "report" in window.page.list.table.rows.current_id())
