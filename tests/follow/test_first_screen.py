"""What is promised stands among the tasks of the first screen, on one small query (F1)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.following import Update
from dialogue_desktop.domain.home_view import PROMISE
from dialogue_desktop.storage import first_screen
from tests.follow.held import CANAL, FEE, TRAFO, key, planned

TODAY = date(2026, 5, 7)


def test_late_and_coming_promises_are_tasks_and_the_card_counts_them(app: App, held: str) -> None:
    app.follow_up.update([key(held, TRAFO)], Update(TODAY, CommitmentState.DONE, reason="Điện lực đã thay"))
    view = first_screen.read(app.paths.database, TODAY)
    promises = [task for task in view.tasks if task.kind == PROMISE]
    assert [(task.state, task.item_id) for task in promises] == [
        ("late", CANAL),
        ("soon", FEE),
        ("later", "cam-nuoc"),
        ("later", "cam-thung"),
    ]
    assert promises[0].conference_label == "Đồng Vạn – Phú Ấp, cam kết số 1"
    assert view.late == sum(task.state == "late" for task in view.tasks)
    (card,) = view.cards
    assert (card.next_text, card.next_action_text, card.next_action) == (
        "4 cam kết chưa xong, 1 trễ hạn", "Theo dõi", "follow_up",
    )  # fmt: skip
    on_the_day = first_screen.read(app.paths.database, date(2026, 5, 8))
    assert on_the_day.cards[0].next_text == "4 cam kết chưa xong, 1 trễ hạn, 1 đến hạn hôm nay"


def test_carried_and_dropped_ones_are_no_task_here(app: App, held: str) -> None:
    later = planned(app, date(2026, 10, 16))
    app.follow_up.carry([key(held)], later)
    app.follow_up.drop(key(held, FEE), "Trùng với cam kết số 5")
    tasks = [task for task in first_screen.read(app.paths.database, TODAY).tasks if task.kind == PROMISE]
    assert {(task.conference_id, task.item_id) for task in tasks} == {
        (later, f"cam-tiep-{held}-{CANAL}"), (held, TRAFO), (held, "cam-nuoc"), (held, "cam-thung"),
    }  # fmt: skip


def test_once_all_are_kept_the_card_asks_for_the_papers_again(app: App, held: str) -> None:
    keys = [key(held, one.id) for one in app.live.records(held).commitments]
    app.follow_up.update(keys, Update(TODAY, CommitmentState.DONE, reason="Đã báo tại giao ban"))
    (card,) = first_screen.read(app.paths.database, TODAY).cards
    assert card.next_action == "end"
