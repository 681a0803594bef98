"""The frozen versions on the page: their hour, mark and reason, what each put right, printed again (M3)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desktop.errors import StorageError
from tests.ui.end.conftest import Open
from tests.ui.end.stage import press, print_all, write

CTRL = Qt.KeyboardModifier.ControlModifier
WHY = "Nghe lại bản ghi âm"


def _two(app: Any, cid: str) -> None:
    """Frozen, an answer put right, frozen again."""
    app.closing.freeze(cid)
    opinion = app.live.records(cid).at_hall()[2]
    app.live.edit_opinion(cid, opinion.id, unit="Phòng Văn hóa - Xã hội")
    app.closing.freeze(cid, reason=WHY)


def test_each_version_is_listed_with_its_hour_its_mark_and_why(stage: Open):
    """M3: the newest first; the short mark is seen, the whole one goes to the clipboard."""
    s = stage(prepare=_two)
    first, second = s.app.live.records(s.cid).versions
    lines = [row.line for row in s.page.frame.versions.rows]
    assert [(line.number, line.title) for line in lines] == [
        (2, "Lần 2, 11:22 ngày 24/4/2026"),
        (1, "Lần 1, 11:22 ngày 24/4/2026"),
    ]
    assert [line.mark for line in lines] == [second.sha256[:8], first.sha256[:8]]
    assert lines[0].reason == WHY
    s.page.frame.versions.rows[1].copy.setFocus()
    press(s, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == first.sha256


def test_what_a_version_put_right_opens_under_it(stage: Open):
    s = stage(prepare=_two)
    newest, oldest = s.page.frame.versions.rows
    assert not oldest.changes.isVisible()
    newest.changes.setFocus()
    press(s, Qt.Key.Key_Space)
    assert newest.told.sentences == (
        "Ý kiến số 18: đơn vị sửa từ “Phòng Kinh tế” thành “Phòng Văn hóa - Xã hội”.",
    )
    assert newest.told.isVisible()
    press(s, Qt.Key.Key_Space)
    assert not newest.told.isVisible()


def test_an_earlier_version_is_looked_at_and_printed_and_the_newest_is_still_to_be_printed(stage: Open):
    """M3: its pages stand at the right, Ctrl+P prints them, nothing of it can be changed, and back."""
    s = stage(prepare=_two)
    now = s.page.frame.pages.view._data
    s.page.frame.versions.rows[1].show_pages.setFocus()
    press(s, Qt.Key.Key_Space)
    assert s.page.frame.viewing_row.isVisible()
    assert s.page.frame.viewing.accessibleName() == "Đang xem biên bản chốt lần 1, 11:22 ngày 24/4/2026."
    assert s.page.frame.versions.rows[1].show_pages.hasFocus()
    shown = [copy.pdf for copy in s.page._copies or ()]
    assert s.page.frame.foot.button.words == "In lại bản chốt lần 1"
    press(s, Qt.Key.Key_P, CTRL)
    assert s.shop.jobs[0][0] == s.documents.join(shown)
    before = s.app.planning.plan(s.cid).copies
    s.page.frame.copies.focus_current()
    press(s, Qt.Key.Key_Space)
    assert s.app.planning.plan(s.cid).copies == before
    s.page.frame.back_to_now.click()
    s.settle()
    assert not s.page.frame.viewing_row.isVisible()
    assert s.page.frame.foot.button.words == "In 3 bản"
    assert s.page._screen is not None
    assert s.page._screen.step == 2
    assert s.page.frame.pages.view._data is not now


def test_why_is_kept_while_it_is_half_typed(stage: Open):
    """L9: the page is left in the middle of the reason; it stands there again."""

    def changed(app: Any, cid: str) -> None:
        app.closing.freeze(cid)
        app.live.edit_opinion(cid, app.live.records(cid).at_hall()[2].id, unit="Công an xã")

    s = stage(prepare=changed)
    assert s.page.frame.freeze.reason.hasFocus()
    write(s, "Nghe lại bản ghi")
    s.page.hide()
    s.settle()
    assert s.app.settings.get(f"end.reason.{s.cid}", "") == "Nghe lại bản ghi"
    s.page.show()
    s.settle()
    assert s.page.frame.freeze.reason.value() == "Nghe lại bản ghi"
    s.page.frame.freeze.focus_reason()
    press(s, Qt.Key.Key_Return, CTRL)
    assert s.app.live.records(s.cid).versions[-1].reason == "Nghe lại bản ghi"
    assert s.app.settings.get(f"end.reason.{s.cid}", "?") == ""


def test_what_the_minutes_do_not_show_asks_for_no_second_version(stage: Open):
    s = stage(prepare=lambda app, cid: app.closing.freeze(cid))
    opinion = s.app.live.records(s.cid).at_hall()[2]
    s.app.live.edit_opinion(s.cid, opinion.id, prepared_answer="Phòng Kinh tế đã đo lại thửa đất")
    s.settle()
    assert not s.page.frame.freeze.isVisible()
    print_all(s)
    assert len(s.shop.jobs) == 1


def test_a_disk_that_fails_leaves_the_reason_where_it_is(stage: Open, monkeypatch: pytest.MonkeyPatch):
    """G5: nothing was frozen, one sentence says so, what was typed stands there for the next try."""

    def changed(app: Any, cid: str) -> None:
        app.closing.freeze(cid)
        app.live.edit_opinion(cid, app.live.records(cid).at_hall()[2].id, unit="Công an xã")

    def full(*_args: object, **_more: object) -> None:
        raise StorageError("Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp rồi làm lại.")

    s = stage(prepare=changed)
    write(s, WHY)
    with monkeypatch.context() as patch:
        patch.setattr(type(s.app.closing), "freeze", full)
        press(s, Qt.Key.Key_Return, CTRL)
    assert s.page.frame.trouble.isVisible()
    assert "Ổ đĩa đã đầy" in s.page.frame.trouble.accessibleName()
    assert s.page.frame.freeze.reason.value() == WHY
    assert len(s.app.live.records(s.cid).versions) == 1
    s.page.frame.freeze.focus_reason()
    press(s, Qt.Key.Key_Return, CTRL)
    assert s.app.live.records(s.cid).versions[-1].reason == WHY
    assert not s.page.frame.trouble.isVisible()
