"""The checklist without a window: typing, ticking, undo, what cannot be (P14, C12, G5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from dialogue_desktop.domain.checklist import ItemKind, ItemState
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall, LateRunner
from tests.ui.preparation.desk import Stage
from ui.preparation import words
from ui.preparation.core import Core
from ui.preparation.item_entry import When
from ui.preparation.presenter import SAME_DAY_ONLY, ChecklistPresenter
from ui.preparation.screen import ListScreen
from ui.widgets.rows import Group, Row


def groups(screen: ListScreen) -> list[str]:
    return [item.title for item in screen.items if isinstance(item, Group)]


def row_of(screen: ListScreen, row_id: str) -> Row:
    return next(item for item in screen.items if isinstance(item, Row) and item.id == row_id)


def own_item(hall: Hall) -> Any:
    (found,) = [i for i in hall.app.checklist.view(hall.cid).items if i.kind is ItemKind.OWN]
    return found


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
