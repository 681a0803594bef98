"""The meeting that looks back is written down once and corrected by acts (F4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import ReviewTask
from dialogue_desktop.domain.plan import Chair, Official, Secretary


def test_it_begins_with_what_the_plan_knows_and_is_saved_as_one_act(app: App, held: str) -> None:
    plan = app.planning.plan(held)
    chair = Chair(Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch UBND xã", "ông"))
    secretary = Secretary(Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà"))
    app.planning.save_plan(held, replace(plan, chairs=(chair,), secretaries=(secretary,)))
    began = app.reviews.of(held)
    assert (began.place, began.chair, began.recorder) == (
        "Trụ sở UBND xã Minh Khê", "ông Đỗ Mạnh Tuyển", "bà Lương Thị Mẫn",
    )  # fmt: skip
    wanted = replace(
        began, day=date(2026, 5, 6), starts_at=time(14), ends_at=time(15, 30),
        attendees=("Ông Đỗ Mạnh Tuyển", "  ", "Bà  Lò Thị Ế"), good="Đúng giờ.\nĐủ thành phần.",
        tasks=(ReviewTask("Gửi phiếu sớm hơn 5 ngày", " Văn phòng ", date(2026, 9, 1)), ReviewTask(" ")),
    )  # fmt: skip
    assert app.reviews.faults(held, wanted) == {}
    assert app.reviews.save(held, wanted)
    kept = app.reviews.of(held)
    assert kept.attendees == ("Ông Đỗ Mạnh Tuyển", "Bà Lò Thị Ế")
    assert kept.good == "Đúng giờ.\nĐủ thành phần."
    assert [(task.text, task.unit) for task in kept.tasks] == [("Gửi phiếu sớm hơn 5 ngày", "Văn phòng")]
    assert not app.reviews.save(held, kept)
    app.reviews.save(held, replace(kept, bad="Thiếu ghế."))
    app.live.undo(held)
    assert app.reviews.of(held) == kept


def test_a_day_before_the_session_and_hours_that_run_back_are_told(app: App, held: str) -> None:
    began = app.reviews.of(held)
    wrong = replace(began, day=date(2026, 4, 20), starts_at=time(15), ends_at=time(14))
    assert set(app.reviews.faults(held, wrong)) == {"day", "ends_at"}
