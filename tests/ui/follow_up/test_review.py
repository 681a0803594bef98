"""The review meeting by keyboard: typed, kept, saved as one act, taken back (F4, L9)."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.bootstrap import App
from tests.ui.follow_up.conftest import OpenPage
from ui.pages.review import ReviewPage


def test_it_is_written_without_the_mouse(app: App, held: str, open_review: OpenPage) -> None:
    stage = open_review()
    page: ReviewPage = stage.page
    form = page.form
    assert form.day.hasFocus()
    assert form.place.text() == "Trụ sở UBND xã Minh Khê"
    stage.type("20/4")
    stage.key("Ctrl+S")
    assert "Hội nghị họp thứ Sáu 24/4/2026" in form.fault()
    form.day.selectAll()
    stage.type("6/5")
    stage.key("Tab")
    stage.type("14:00")
    form.good.setFocus()
    stage.type("Đúng giờ, đủ thành phần")
    form.tasks.add_button.click()
    stage.type("Phát phiếu sớm hơn 5 ngày")
    stage.key("Tab", "Tab")
    assert stage.focused.accessibleName() == "Thời hạn 1"
    stage.type("1/9")
    stage.key("Ctrl+S")
    kept = app.reviews.of(held)
    assert (kept.day, kept.starts_at, kept.good) == (date(2026, 5, 6), time(14), "Đúng giờ, đủ thành phần")
    assert [(task.text, task.deadline) for task in kept.tasks] == [
        ("Phát phiếu sớm hơn 5 ngày", date(2026, 9, 1))
    ]
    assert stage.toast == "Đã ghi họp rút kinh nghiệm"
    stage.key("Ctrl+Z")
    assert app.live.records(held).reviews == ()


def test_half_typed_words_come_back_and_the_paper_is_made_of_what_is_saved(
    app: App, held: str, open_review: OpenPage
) -> None:
    stage = open_review()
    stage.page.form.bad.setFocus()
    stage.type("Thiếu ghế ngồi")
    stage.page.leave()
    stage.settle()
    again = open_review()
    assert again.page.form.bad.toPlainText() == "Thiếu ghế ngồi"
    wanted: list[str] = []
    again.page.paper_wanted.connect(wanted.append)
    again.key("Ctrl+P")
    assert wanted == [held]
    assert app.reviews.of(held).bad == "Thiếu ghế ngồi"
