"""Both presenters of the page without a window: typing, ticking, undo, what cannot be (P14, C12, C2, G5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.domain.checklist import ItemKind, ItemState
from dialogue_desktop.domain.notice_proof import ProofForm
from dialogue_desktop.domain.notice_verdict import VerdictState
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall, LateRunner, ManualTimer
from ui.live.service import at_once
from ui.preparation import words
from ui.preparation.core import Core
from ui.preparation.item_entry import ItemEntry, When
from ui.preparation.presenter import SAME_DAY_ONLY, ChecklistPresenter
from ui.preparation.proof_entry import ProofEntry
from ui.preparation.proof_presenter import HALF, ProofPresenter
from ui.preparation.screen import ListScreen, ProofScreen
from ui.widgets.rows import Group, Row

WEDNESDAY = date(2026, 4, 15)


class Seen:
    """A passive view that remembers the last of everything."""

    def __init__(self) -> None:
        self.screen: Any = None
        self.entry: Any = None
        self.focus = ""
        self.filled = 0
        self.faults: dict[str, str] = {}
        self.saved = 0
        self.said: list[str] = []
        self.back: Callable[[], None] | None = None

    def show_screen(self, screen: Any) -> None:
        self.screen = screen

    def fill_form(self, entry: Any, focus: str) -> None:
        self.entry, self.focus = entry, focus
        self.filled += 1

    def complain(self, faults: dict[str, str]) -> None:
        self.faults = faults

    def show_saved(self, at: datetime) -> None:
        self.saved += 1

    def say(self, said: str, back: Callable[[], None] | None) -> None:
        self.said.append(said)
        self.back = back


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    made.clock.set(datetime(2026, 4, 15, 1, tzinfo=UTC))
    plan = made.app.planning.plan(made.cid)
    made.app.planning.save_plan(made.cid, replace(plan, issued_on=date(2026, 4, 1)))
    yield made
    made.app.close()


class Stage:
    """A presenter on the real services, its view, and a timer by hand."""

    def __init__(self, hall: Hall, kind: Any, run: Any = at_once, core: Any = None) -> None:
        self.hall, self.view, self.timer = hall, Seen(), ManualTimer()
        self.presenter: Any = kind(core or Core(hall.app, hall.cid), self.view, hall.clock, run, self.timer)
        self.presenter.refresh()

    def type(self, **fields: Any) -> None:
        self.presenter.typed(replace(self.presenter.typing.now, **fields))

    def enter(self, **fields: Any) -> None:
        self.type(**fields)
        self.presenter.settle()


@pytest.fixture
def tasks(hall: Hall) -> Stage:
    return Stage(hall, ChecklistPresenter)


@pytest.fixture
def proof(hall: Hall) -> Stage:
    return Stage(hall, ProofPresenter)


def groups(screen: ListScreen) -> list[str]:
    return [item.title for item in screen.items if isinstance(item, Group)]


def row_of(screen: ListScreen, row_id: str) -> Row:
    return next(item for item in screen.items if isinstance(item, Row) and item.id == row_id)


def own_item(hall: Hall) -> Any:
    (found,) = [i for i in hall.app.checklist.view(hall.cid).items if i.kind is ItemKind.OWN]
    return found


# --- the checklist ----------------------------------------------------------------------------------


def test_groups_by_urgency_with_day_and_what_is_left(tasks: Stage) -> None:
    """P14: late, today, within seven days, later, no day, done; a date is never alone."""
    assert groups(tasks.view.screen) == ["Trễ hạn", "7 ngày tới", "Sau 7 ngày tới", "Chưa có ngày"]
    late = row_of(tasks.view.screen, "plan:niem-yet-thong-bao").cells[2]
    assert (late.text, late.second) == ("14/4", "Trễ 1 ngày")
    soon = row_of(tasks.view.screen, "prep:cb-hop-giao-viec")
    assert soon.cells[1].text == "Họp giao việc, thống nhất cách điều hành, 8 giờ 30"
    assert (soon.cells[2].text, soon.cells[2].second) == ("Thứ Ba 21/4", "Còn 6 ngày")
    assert tasks.view.screen.facts.endswith("0 đã xong. 1 trễ hạn.")
    assert tasks.view.screen.selected == "plan:niem-yet-thong-bao"
    detail = tasks.view.screen.detail
    assert detail.due == "Hạn: thứ Ba 14/4/2026."
    assert "10 ngày trước ngày 24/4/2026 → 14/4/2026" in detail.counted


def test_a_tick_goes_on_to_the_next_row_and_can_be_taken_back(tasks: Stage) -> None:
    """P14: Space goes down the list; the toast names what was done."""
    tasks.presenter.select("prep:cb-hop-giao-viec")
    tasks.presenter.tick("prep:cb-hop-giao-viec", True)
    assert tasks.view.said == ["Đã xong: Họp giao việc, thống nhất cách điều hành"]
    assert tasks.view.screen.selected == "prep:cb-an-ninh"
    done = row_of(tasks.view.screen, "prep:cb-hop-giao-viec")
    assert (done.cells[0].tick, done.faded, done.cells[2].text) == (True, True, "Xong 15/4")
    assert tasks.view.back is not None
    tasks.view.back()
    assert tasks.view.said[-1] == "Đã hoàn tác: đã xong: Họp giao việc, thống nhất cách điều hành"
    assert row_of(tasks.view.screen, "prep:cb-hop-giao-viec").cells[0].tick is False
    tasks.presenter.steps.redo()
    assert row_of(tasks.view.screen, "prep:cb-hop-giao-viec").cells[0].tick is True


def test_a_new_item_is_stored_with_its_first_words(tasks: Stage, hall: Hall) -> None:
    """C12: after a pause the words are on the disk; the day when its field is left; one step back."""
    tasks.presenter.begin_new()
    assert (tasks.view.focus, tasks.view.screen.detail.head) == ("title", "Việc mới")
    tasks.type(title="Mượn ghế ")
    tasks.timer.pass_ms(699)
    assert tasks.view.saved == 0
    tasks.timer.pass_ms(1)
    assert tasks.view.saved == 1
    filled = tasks.view.filled
    tasks.type(title="Mượn ghế của trường")
    tasks.timer.pass_ms(700)
    assert own_item(hall).title == "Mượn ghế của trường"
    assert tasks.view.filled == filled  # nothing is put back under the typing hand
    tasks.enter(when=When.WORKING_BEFORE, days="2", hour="3 giờ chiều", unit="Trưởng thôn")
    item = own_item(hall)
    assert (item.due, item.hour, item.unit) == (date(2026, 4, 22), time(15), "Trưởng thôn")
    assert tasks.presenter.selected == words.row_id(item)
    tasks.presenter.steps.undo()  # the edits after the first words are one step
    assert own_item(hall).title == "Mượn ghế"
    tasks.presenter.steps.undo()
    assert not any(i.kind is ItemKind.OWN for i in hall.app.checklist.view(hall.cid).items)


def test_days_are_not_taken_while_they_are_typed(tasks: Stage, hall: Hall) -> None:
    """P14: the list does not move under the hand; leaving the field takes the day."""
    tasks.presenter.select("prep:cb-nuoc-uong")
    tasks.type(when=When.DAY, day="20/4/2026", note="300 chai")
    tasks.timer.pass_ms(700)
    item = hall.app.checklist.view(hall.cid).items
    water = next(i for i in item if i.id == "cb-nuoc-uong")
    assert (water.own.note, water.due) == ("300 chai", date(2026, 4, 23))
    tasks.presenter.settle()
    water = next(i for i in hall.app.checklist.view(hall.cid).items if i.id == "cb-nuoc-uong")
    assert water.due == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("fields", "name", "sentence"),
    [
        (
            {"done": True, "done_on": "16/4/2026"},
            "done_on",
            "Ngày 16/4/2026 chưa đến; hôm nay là thứ Tư 15/4/2026.",
        ),
        (
            {"done": True, "done_on": "31/3/2026"},
            "done_on",
            "Ngày 31/3/2026 trước ngày của kế hoạch (01/4/2026).",
        ),
        ({"done": True, "done_on": "31/02/2026"}, "done_on", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ({"when": When.DAY, "day": "31/02/2026"}, "day", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ({"when": When.DAY, "day": ""}, "day", "Chưa nhập ngày."),
        ({"days": "nhiều"}, "days", "Số ngày từ 0 đến 999."),
        ({"hour": "25 giờ"}, "hour", "Không có 25 giờ: giờ viết từ 0 đến 23."),
        ({"title": "  "}, "title", "Chưa ghi việc cần làm."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(
    tasks: Stage, hall: Hall, fields: dict[str, Any], name: str, sentence: str
) -> None:
    """G5: one sentence; the old value stays stored, the typed one stays in the form, the rest is taken."""
    tasks.presenter.select("prep:cb-nuoc-uong")
    before = next(i for i in hall.app.checklist.view(hall.cid).items if i.id == "cb-nuoc-uong")
    typed = tasks.view.filled
    tasks.enter(**fields, note="300 chai")
    assert tasks.view.faults == {name: sentence}
    after = next(i for i in hall.app.checklist.view(hall.cid).items if i.id == "cb-nuoc-uong")
    assert (after.title, after.due, after.hour, after.done_on) == (
        before.title, before.due, before.hour, before.done_on,
    )  # fmt: skip
    assert after.own.note == "300 chai"
    assert tasks.view.filled == typed


def test_a_duty_of_the_plan_gets_a_day_where_it_has_none(tasks: Stage, hall: Hall) -> None:
    """P14: the usual day is offered; the plan's own words cannot be changed or removed here."""
    tasks.presenter.select("plan:chuan-bi-hoi-truong")
    detail = tasks.view.screen.detail
    assert (detail.words, detail.day, detail.usual) == (
        False, True, "Thường xong chậm nhất thứ Tư 22/4/2026.",
    )  # fmt: skip
    tasks.presenter.use_usual_day()
    line = next(i for i in hall.app.checklist.view(hall.cid).items if i.id == "chuan-bi-hoi-truong")
    assert line.due == date(2026, 4, 22)
    assert tasks.view.entry.day == "22/4/2026"
    tasks.presenter.remove()
    assert tasks.view.said[-1] == "Việc này do kế hoạch giao; muốn bỏ thì sửa kế hoạch"
    tasks.presenter.select("law:notice")
    tasks.presenter.remove()
    assert tasks.view.said[-1] == "Hạn của luật luôn có trong danh sách"


def test_removing_and_taking_back(tasks: Stage, hall: Hall) -> None:
    """C12: with undo at once, and with a button later."""
    tasks.presenter.select("prep:cb-nuoc-uong")
    tasks.presenter.remove()
    tasks.presenter.remove("prep:cb-may-tinh")
    assert (tasks.view.screen.removed, tasks.view.said[-1].split(":")[0]) == (2, "Đã bỏ")
    tasks.presenter.take_back()
    assert tasks.view.screen.removed == 0
    assert tasks.view.said[-1] == "Đã lấy lại 2 việc đã bỏ"


def test_moving_among_items_of_one_day(tasks: Stage) -> None:
    """C12: the hand orders within a day; between days the day does."""

    def of_day() -> list[str]:
        rows = [i.id for i in tasks.view.screen.items if isinstance(i, Row)]
        return [one for one in rows if one in ("prep:cb-hop-giao-viec", "prep:cb-an-ninh")]

    assert of_day() == ["prep:cb-hop-giao-viec", "prep:cb-an-ninh"]
    tasks.presenter.select("prep:cb-an-ninh")
    tasks.presenter.move(-1)
    assert of_day() == ["prep:cb-an-ninh", "prep:cb-hop-giao-viec"]
    tasks.presenter.move(-1)
    assert tasks.view.said[-1] == SAME_DAY_ONLY


def test_from_the_first_screen_to_the_item(hall: Hall) -> None:
    """P14: also when the list is not read yet."""
    late = LateRunner()
    stage = Stage(hall, ChecklistPresenter, run=late)
    stage.presenter.want("prep", "cb-an-ninh")
    late.let_go()
    assert stage.view.screen.selected == "prep:cb-an-ninh"
    stage.presenter.want("law", "notice")
    assert stage.view.screen.selected == "law:notice"


def test_words_typed_while_the_disk_is_slow_stay(hall: Hall) -> None:
    """L9: what comes back from the disk is never laid over what was typed on."""
    late = LateRunner()
    stage = Stage(hall, ChecklistPresenter, run=late)
    late.let_go()
    stage.presenter.select("prep:cb-nuoc-uong")
    stage.type(note="300 ")
    stage.timer.pass_ms(700)
    stage.type(note="300 chai, giao")
    late.let_go()
    stage.presenter.refresh()
    late.let_go()
    assert stage.presenter.typing.now.note == "300 chai, giao"
    stage.timer.pass_ms(700)
    late.let_go()
    items = hall.app.checklist.view(hall.cid).items
    assert next(i for i in items if i.id == "cb-nuoc-uong").own.note == "300 chai, giao"


class Broken(Core):
    """A disk that is full until it is mended."""

    full = True

    def put(self, kept: Any) -> Any:
        if self.full:
            raise StorageError("Ổ đĩa đã đầy nên chưa lưu được.")
        return super().put(kept)


def test_a_full_disk_is_said_and_nothing_typed_is_lost(hall: Hall) -> None:
    """G5, L9: the words stay in the form and are written when it goes again."""
    core = Broken(hall.app, hall.cid)
    stage = Stage(hall, ChecklistPresenter, core=core)
    stage.presenter.select("prep:cb-nuoc-uong")
    stage.enter(note="300 chai")
    assert stage.view.screen.trouble.fact == "Chưa lưu được."
    assert "vẫn còn ở đây" in stage.view.screen.trouble.sentence
    core.full = False
    stage.presenter.try_again()
    assert stage.view.screen.trouble is None
    items = hall.app.checklist.view(hall.cid).items
    assert next(i for i in items if i.id == "cb-nuoc-uong").own.note == "300 chai"


def test_after_the_conference_what_was_not_ticked_is_apart(tasks: Stage, hall: Hall) -> None:
    """P14: no red for water that was drunk long ago; done late says so."""
    hall.clock.set(datetime(2026, 4, 27, 1, tzinfo=UTC))
    tasks.presenter.refresh()
    assert words.GROUPS[ItemState.LAPSED][0] in groups(tasks.view.screen)
    tasks.presenter.tick("plan:niem-yet-thong-bao", True)
    done = row_of(tasks.view.screen, "plan:niem-yet-thong-bao").cells[2]
    assert (done.text, done.second) == ("Xong 27/4", "Muộn 13 ngày")


# --- the proof of notice ------------------------------------------------------------------------------


def test_a_place_is_written_as_soon_as_its_day_is_read(proof: Stage, hall: Hall) -> None:
    """C2: row, verdicts against law and plan, and the duty that may be ticked."""
    screen: ProofScreen = proof.view.screen
    assert (screen.facts, screen.verdicts, screen.to_tick) == ("Chưa ghi nơi nào", (), "")
    proof.presenter.begin_new()
    assert proof.view.focus == "form"
    proof.enter(form=ProofForm.LOUDSPEAKER, place="Đài truyền thanh xã")
    assert proof.view.faults == {}  # the day is not reached yet
    assert hall.app.notice_proofs.proofs(hall.cid) == ()
    proof.enter(first_day="13/4/2026")
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 1
    assert [one.words for one in proof.view.screen.verdicts] == [
        "Sớm hơn hạn của luật 4 ngày",
        "Sớm hơn kế hoạch 1 ngày",
        "Phát loa 3 ngày liên tục, đủ 3 ngày",
    ]
    assert proof.view.screen.to_tick == "Niêm yết, thông báo hội nghị"
    proof.presenter.tick_notice()
    kept = {one.id: one.done_on for one in hall.app.checklist.kept(hall.cid)}
    assert kept == {"niem-yet-thong-bao": date(2026, 4, 13)}
    assert proof.view.screen.to_tick == ""
    assert proof.view.back is not None
    proof.view.back()
    assert hall.app.checklist.kept(hall.cid) == ()


@pytest.mark.parametrize(
    ("fields", "name", "said"),
    [
        ({"first_day": "31/02/2026"}, "first_day", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ({"first_day": "16/4/2026"}, "first_day", "chưa đến"),
        ({"first_day": "13/4/2026", "last_day": "10/4/2026"}, "last_day", "trước ngày bắt đầu 13/4/2026"),
        ({"first_day": "13/4/2026", "form": ProofForm.OTHER}, "place", "ghi rõ ở đâu"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be(
    proof: Stage, hall: Hall, fields: dict[str, Any], name: str, said: str
) -> None:
    """G5: one sentence at the field, nothing written, what was typed stays."""
    proof.presenter.begin_new()
    proof.enter(**fields)
    assert proof.view.faults.keys() == {name}
    assert said in proof.view.faults[name]
    assert hall.app.notice_proofs.proofs(hall.cid) == ()
    assert proof.presenter.typing.now.first_day == fields["first_day"]


def test_places_are_edited_removed_and_brought_back(proof: Stage, hall: Hall) -> None:
    """C2: every act is one step back."""
    proof.presenter.begin_new()
    proof.enter(place="Bảng tin trụ sở", first_day="13/4/2026")
    proof.presenter.begin_new()
    assert proof.presenter.typing.now.form is ProofForm.VILLAGE_HALL
    proof.enter(place="Nhà văn hóa thôn Phú Ấp", first_day="16/4/2025")
    proof.enter(first_day="15/4/2026", witness="Trưởng thôn Phú Ấp")
    assert [p.first_day for p in hall.app.notice_proofs.proofs(hall.cid)] == [
        date(2026, 4, 13), date(2026, 4, 15),
    ]  # fmt: skip
    late = proof.view.screen.verdicts[1]
    assert (late.state, late.words) == (
        VerdictState.LATE, "Muộn 1 ngày so với kế hoạch (chậm nhất thứ Ba 14/4)",
    )  # fmt: skip
    proof.presenter.remove()
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 1
    assert proof.view.back is not None
    proof.view.back()
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 2


def test_a_half_typed_place_is_laid_aside(proof: Stage, hall: Hall) -> None:
    """L9: another row is looked at in between; Ctrl+N brings the typed words back."""
    proof.presenter.begin_new()
    proof.enter(place="Bảng tin trụ sở", first_day="13/4/2026")
    stored = hall.app.notice_proofs.proofs(hall.cid)[0].id
    proof.presenter.begin_new()
    proof.enter(place="Cụm loa thôn Đồng Vạn", times="5 giờ 30")
    proof.presenter.select(stored)
    assert proof.view.said[-1] == "Dòng đang ghi dở được giữ; Ctrl+N để ghi tiếp"
    proof.presenter.begin_new()
    assert (proof.view.entry.place, proof.view.entry.times) == ("Cụm loa thôn Đồng Vạn", "5 giờ 30")
    proof.enter(first_day="14/4/2026")
    assert [p.place for p in hall.app.notice_proofs.proofs(hall.cid)] == [
        "Bảng tin trụ sở", "Cụm loa thôn Đồng Vạn",
    ]  # fmt: skip


def test_entries_are_plain_values() -> None:
    """G5: an empty form is an empty form."""
    assert ItemEntry() == ItemEntry(when=When.NONE)
    assert ProofEntry().form is ProofForm.OFFICE


def test_a_place_without_its_day_survives_a_power_cut(proof: Stage, hall: Hall) -> None:
    """L9: words at a pause, a day that cannot be read; the next start brings all of it back by Ctrl+N."""
    proof.presenter.begin_new()
    proof.type(place="Cụm loa thôn Đồng Vạn")
    proof.timer.pass_ms(900)
    again = Stage(hall, ProofPresenter)  # nothing was closed before
    assert again.view.said == [HALF]
    again.presenter.begin_new()
    assert again.view.entry.place == "Cụm loa thôn Đồng Vạn"
    again.enter(first_day="31/02/2026", times="5 giờ 30")
    third = Stage(hall, ProofPresenter)
    third.presenter.begin_new()
    assert (third.view.entry.first_day, third.view.entry.times) == ("31/02/2026", "5 giờ 30")
    third.enter(first_day="13/4/2026")
    assert [one.place for one in hall.app.notice_proofs.proofs(hall.cid)] == ["Cụm loa thôn Đồng Vạn"]
    assert Stage(hall, ProofPresenter).view.said == []  # a row now, no draft any more
