"""What is missing is put right in the list itself, by keys; the next gap has the focus then (M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.records import Outcome, Records, TurnState, Voice
from tests.ui.end.conftest import Open
from tests.ui.end.stage import Stage, open_gaps, press, write

DOWN, ENTER, SPACE, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier
Prepare = Callable[[Any, str], None]


def _hall(at: int, **wanted: Any) -> Prepare:
    """One opinion of the hall spoilt."""
    return lambda app, cid: app.live.edit_opinion(cid, app.live.records(cid).at_hall()[at].id, **wanted)


def _row(stage: Stage, kind: str) -> Any:
    return next(row for row in stage.page.frame.checks.rows if row.gap.id.startswith(kind))


def _open(stage: Stage, kind: str) -> Any:
    row = _row(stage, kind)
    row.button.setFocus()
    press(stage, SPACE)
    return row.form


@dataclass(frozen=True)
class Fixed:
    """Keys for the form of a gap, and what the records say then."""

    prepare: Prepare
    kind: str
    keys: Callable[[Stage], None]
    holds: Callable[[Records], bool]


def _typed(*words: str) -> Callable[[Stage], None]:
    def keys(stage: Stage) -> None:
        for one in words:
            press(stage, Qt.Key.Key_A, CTRL)
            write(stage, one)
            press(stage, ENTER)

    return keys


def _down(times: int) -> Callable[[Stage], None]:
    def keys(stage: Stage) -> None:
        for _ in range(times):
            press(stage, DOWN)
        press(stage, ENTER)

    return keys


def _pressed(stage: Stage) -> None:
    press(stage, SPACE)


def _said(at: int) -> Callable[[Records], Any]:
    return lambda records: records.at_hall()[at]


def _without_count(app: Any, cid: str) -> None:
    rows = list(app.live.records(cid).attendance)
    app.live.set_attendance(cid, [replace(rows[0], present=None), *rows[1:]])


def _conclusion(**wanted: Any) -> Prepare:
    def prepare(app: Any, cid: str) -> None:
        rows = list(app.live.records(cid).conclusions)
        rows[1] = replace(rows[1], **wanted)
        app.live.set_conclusions(cid, rows)

    return prepare


def _swapped_hours(app: Any, cid: str) -> None:
    session = app.live.records(cid).session
    app.live.set_session(cid, started_at=session.ended_at, ended_at=session.started_at)


def _waiting(app: Any, cid: str) -> None:
    app.live.edit_turn(cid, app.live.records(cid).turns[2].id, state=TurnState.WAITING)


NAMELESS = (Voice("Lương Văn Đượm", "ông"),)
FIXES = {
    "outcome": Fixed(
        _hall(2, outcome=None), "outcome", _down(1), lambda r: _said(2)(r).outcome is Outcome.ANSWERED
    ),
    "reason": Fixed(
        _hall(20, outcome_reason=""), "reason", _typed("đã trả lời năm 2024"),
        lambda r: _said(20)(r).outcome_reason == "đã trả lời năm 2024",
    ),
    "unit and day": Fixed(
        _hall(2, unit="", deadline=None), "open", _typed("Phòng Kinh tế", "15/5"),
        lambda r: (_said(2)(r).unit, _said(2)(r).deadline) == ("Phòng Kinh tế", date(2026, 5, 15)),
    ),
    "receiving body": Fixed(
        _hall(4, receiving_body=""), "open", _typed("Điện lực khu vực Đông Lâm", "29/4"),
        lambda r: _said(4)(r).receiving_body == "Điện lực khu vực Đông Lâm",
    ),
    "day off": Fixed(
        _hall(2, deadline=date(2026, 5, 9)), "off", _typed("11/5", "Phòng Kinh tế"),
        lambda r: _said(2)(r).deadline == date(2026, 5, 11),
    ),
    "field": Fixed(
        _hall(2, field=""), "field", _typed("Giao thông"), lambda r: _said(2)(r).field == "Giao thông"
    ),
    "address": Fixed(
        _hall(4, voices=NAMELESS), "voice", _typed("Đồng Vạn", "xóm Trại", "Lương Văn Đượm"),
        lambda r: _said(4)(r).voices == (Voice("Lương Văn Đượm", "ông", "thôn Đồng Vạn", "xóm Trại"),),
    ),
    "consent": Fixed(_hall(2, consent=None), "consent", _pressed, lambda r: _said(2)(r).consent is True),
    "accusation": Fixed(
        _hall(2, text="Cán bộ địa chính ăn tiền của dân"), "accuse", _pressed, lambda r: _said(2)(r).withheld
    ),
    "count": Fixed(_without_count, "attendance", _typed("64"), lambda r: r.attendance[0].present == 64),
    "conclusion": Fixed(
        _conclusion(unit="", deadline=None), "conclusion-", _typed("Phòng Kinh tế", "5/5"),
        lambda r: (r.conclusions[1].unit, r.conclusions[1].deadline) == ("Phòng Kinh tế", date(2026, 5, 5)),
    ),
    "hours": Fixed(
        _swapped_hours, "times", _typed("11h20"),
        lambda r: r.session.ended_at is not None and r.session.ended_at.minute == 20,
    ),
    "speaker": Fixed(_waiting, "turn-", _pressed, lambda r: r.turns[2].state is TurnState.ABSENT),
}  # fmt: skip


@pytest.mark.parametrize("name", FIXES)
def test_each_is_put_right_by_keys_without_leaving_the_list(stage: Open, name: str):
    """M3: the form opens under the gap, is filled in by keys and kept; the gap is gone, the page is not."""
    fixed = FIXES[name]
    s = stage(prepare=fixed.prepare)
    if name == "hours":
        s.app.live.set_session(s.cid, started_at=datetime(2026, 4, 24, 1, 30, tzinfo=UTC))
        s.settle()
    _open(s, fixed.kind)
    fixed.keys(s)
    assert fixed.holds(s.app.live.records(s.cid))
    assert not [row for row in s.page.frame.checks.rows if row.gap.id.startswith(fixed.kind)]
    assert s.gaps == []


def test_the_next_gap_has_the_focus_and_the_toast_takes_it_back(stage: Open):
    """M3: three gaps; the second is put right, the third stands in its place; undone, it is there again."""
    s = stage(prepare=open_gaps)
    kinds = [row.gap.id.partition("-")[0] for row in s.page.frame.checks.rows]
    assert kinds == ["outcome", "voice", "attendance"]
    _open(s, "voice")
    _typed("Đồng Vạn", "", "Lương Văn Đượm")(s)
    assert _row(s, "attendance").button.hasFocus()
    s.toast._take_back()
    s.settle()
    assert [row.gap.id.partition("-")[0] for row in s.page.frame.checks.rows] == kinds


def test_what_cannot_be_is_told_in_the_form_and_nothing_is_lost(stage: Open):
    """G5: an hour before the beginning, letters for a number; Esc leaves the record as it was."""
    s = stage(prepare=_swapped_hours)
    before = s.app.live.records(s.cid)
    form = _open(s, "times")
    _typed("25h")(s)
    assert "Không có 25 giờ" in form.complaint
    _typed("7h")(s)
    assert form.complaint == "Giờ kết thúc phải sau giờ khai mạc. Chưa ghi gì, hãy ghi lại giờ."
    press(s, Qt.Key.Key_Escape)
    assert _row(s, "times").form is None
    assert _row(s, "times").button.hasFocus()
    assert s.app.live.records(s.cid) == before


def test_a_number_that_others_have_is_given_anew_here(stage: Open):
    """M3: the number of the minutes is given once, in the list."""

    def twice(app: Any, cid: str) -> None:
        other = app.planning.copy_of(cid)
        app.planning.save_plan(other, replace(app.planning.plan(other), minutes_number="07"))
        app.live.start(other)
        app.live.end(other)
        app.closing.freeze(other)

    s = stage(prepare=twice)
    _open(s, "numbertwice")
    _typed("08")(s)
    assert s.app.planning.plan(s.cid).minutes_number == "08"
    assert s.page.frame.checks.rows == []


def test_a_mark_goes_with_one_key_and_its_own_button_goes_to_the_opinion(stage: Open):
    s = stage(prepare=_hall(2, marked=True))
    row = _row(s, "marked")
    row.button.setFocus()
    press(s, SPACE)
    assert [gap.field for _, gap in s.gaps] == ["marked"]
    row.tick.setFocus()
    press(s, SPACE)
    assert not s.app.live.records(s.cid).at_hall()[2].marked
    assert s.page.frame.checks.rows == []


def test_what_was_looked_at_stays_out_of_the_list_until_it_reads_otherwise(stage: Open):
    """M3: "Đã xem" leaves a thing out that blocks nothing; nothing else goes with it."""
    s = stage(prepare=_hall(2, consent=None))
    form = _open(s, "consent")
    form.look_over.click()
    s.settle()
    assert s.page.frame.checks.rows == []
    assert s.app.live.records(s.cid).at_hall()[2].consent is None
    other = s.app.live.records(s.cid).at_hall()[3]
    s.app.live.edit_opinion(s.cid, other.id, consent=None)
    s.settle()
    assert [row.gap.text for row in s.page.frame.checks.rows] == ["2 ý kiến chưa hỏi việc công khai họ tên"]


def test_a_draft_of_the_session_blocks_until_it_is_seen_to(stage: Open):
    s = stage(prepare=lambda app, cid: app.live.save_draft(cid, LiveDraft(quick_add="Vũ Đình Ất /Phú Ấp")))
    assert _row(s, "draft").gap.detail == "“Vũ Đình Ất /Phú Ấp” chưa vào biên bản"
    assert not s.page.frame.foot.button.isEnabled()
