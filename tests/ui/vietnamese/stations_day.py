"""The stations of the day and after: the session with each drawer, the end page, the search."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Outcome, Voice
from tests.ui.vietnamese import hand
from tests.ui.vietnamese.walk import Walk
from tests.ui.vietnamese.ways import all_of, press, push, settle, unfold
from ui.live.drawers.side_host import Side
from ui.widgets.button import Button

#: Buttons of a drawer that add a line to it.
_MORE = ("Thêm", "Máy vừa bật")


def _open(walk: Walk, cid: str) -> Any:
    """The session of a conference, with its records."""
    page: Any = walk.program.go("live", cid)
    walk.program.until(lambda: page.presenter is not None, "the records")
    settle(walk)
    return page


def live(walk: Walk) -> None:
    """A speaker at the microphone, each outcome that asks for something, each drawer."""
    program = walk.program
    cid = program.app.planning.copy_of(program.sample)
    page = _open(walk, cid)
    press(walk, "F2")
    for letter in "Nguyễn Đức Ưởng /Phú Ấp":
        hand.letters(letter, 0)
    press(walk, "Return", "F8", "F3", "F5")
    walk.type_here("live: speaking")
    for outcome in (Outcome.REFUSED, Outcome.ESCALATED, Outcome.WRITTEN):
        page.live().set_outcome(outcome)
        settle(walk)
        walk.type_here(f"live: {outcome.value}")
    _drawers(walk, page)
    press(walk, "F3", "Ctrl+E")
    walk.type_here("live: speaker")
    push(walk, "Thêm đoạn nói", page.side.speaker)
    walk.type_here("live: spans")
    press(walk, "Escape", "F5")
    page.live().end()
    program.until(lambda: program.desk.window.page_id == "end", "the minutes")
    settle(walk)
    page = _open(walk, cid)
    page._verbs.open_side(Side.PRESIDIUM)
    settle(walk)
    walk.type_here("live: presidium, ended")


def _drawers(walk: Walk, page: Any) -> None:
    """Each of them, with one line more where lines can be added."""
    for side in Side:
        if side is not Side.SPEAKER:
            page._verbs.open_side(side)
            settle(walk)
            walk.type_here(f"live: {side.value}", keep=True)
            for button in [one for one in all_of(page.side, Button) if one.words.startswith(_MORE)]:
                if button.isVisible() and button.isEnabled():
                    button.click()
                    settle(walk)
                    walk.type_here(f"live: {side.value}, {button.words}", keep=True)
            if side is Side.CONCLUSIONS:
                # What is still to be done has a unit and a day.
                page.side.conclusions._rows[-1].settled.click()
                settle(walk)
                walk.type_here("live: conclusions", keep=True)
            press(walk, "Escape")


def end(walk: Walk) -> None:
    """What a copy is for and how many; what is missing, put right in the list; why it is frozen anyway."""
    program = walk.program
    cid = program.sample
    page: Any = program.go("end")
    walk.type_here("end")
    page.frame.copies.edit(0)
    settle(walk)
    walk.type_here("end: a copy")
    press(walk, "Escape")
    kept, plan = program.app.live.records(cid), program.app.planning.plan(cid)
    _spoil(program.app, cid)
    page.refresh()
    settle(walk)
    for kind in ("reason", "open", "field", "voice", "attendance", "conclusion", "number", "times"):
        row = next(one for one in page.frame.checks.rows if one.gap.id.startswith(kind))
        row.button.click()
        settle(walk)
        walk.type_here(f"end: {kind}")
        row.close_form()
        settle(walk)
    page.frame.foot.force_button.click()
    settle(walk)
    walk.type_here("end: why")
    press(walk, "Escape")
    _put_back(program.app, cid, kept)
    program.app.planning.save_plan(cid, plan)
    settle(walk)
    _posting(walk)


def _put_back(app: Any, cid: str, kept: Any) -> None:
    """As it was, for the stations that follow; by acts, for others have written since."""
    said = kept.at_hall()
    app.live.edit_opinion(cid, said[20].id, outcome_reason=said[20].outcome_reason)
    app.live.edit_opinion(cid, said[2].id, unit=said[2].unit, deadline=said[2].deadline)
    app.live.edit_opinion(cid, said[3].id, field=said[3].field)
    app.live.edit_opinion(cid, said[5].id, voices=said[5].voices)
    app.live.set_attendance(cid, kept.attendance)
    app.live.set_conclusions(cid, kept.conclusions)
    app.live.set_session(cid, started_at=kept.session.started_at, ended_at=kept.session.ended_at)


def _posting(walk: Walk) -> None:
    """Where the minutes hang, of a session that is over."""
    program = walk.program
    other = program.app.planning.copy_of(program.sample)
    program.app.live.start(other)
    program.app.live.end(other)
    program.app.closing.freeze(other)
    page: Any = program.go("end", other)
    page.frame.next.rows[0].button.click()
    settle(walk)
    walk.type_here("end: the posting")


def _spoil(app: Any, cid: str) -> None:
    """One gap of each kind that has a field in the list."""
    records = app.live.records(cid)
    said = records.at_hall()
    app.live.edit_opinion(cid, said[20].id, outcome_reason="")
    app.live.edit_opinion(cid, said[2].id, unit="")
    app.live.edit_opinion(cid, said[3].id, field="")
    app.live.edit_opinion(cid, said[5].id, voices=(Voice("Trần Thị Mượt", "bà"),))
    app.live.set_attendance(
        cid, [replace(row, present=None) for row in records.attendance[:1]] + list(records.attendance[1:])
    )
    rows = list(records.conclusions)
    rows[1] = replace(rows[1], deadline=None)
    app.live.set_conclusions(cid, rows)
    session = records.session
    app.live.set_session(cid, started_at=session.ended_at, ended_at=session.started_at)
    app.planning.save_plan(cid, replace(app.planning.plan(cid), minutes_number=""))


def search(walk: Walk) -> None:
    walk.program.go_office("search")
    unfold(walk, "search")


def all_the_rest(walk: Walk) -> None:
    """What no field had yet goes into opinion, answer and quick line, as in an evening."""
    program = walk.program
    page = _open(walk, program.app.planning.copy_of(program.sample))
    walk.rest_of_them("live: evening", page.work.opinion.editor, page.work.answer.editor, page.queue.quick)


def _promised(walk: Walk) -> str:
    """A conference with something to follow, frozen."""
    app = walk.program.app
    cid: str = app.planning.copy_of(walk.program.sample)
    app.live.start(cid)
    app.live.save_item(
        cid,
        LiveItem(
            text="Kênh N4 bị lấp, đề nghị nạo vét.",
            rounds=(Round(text="Xã sẽ làm."),),
            outcome=Outcome.WRITTEN,
            unit="Phòng Kinh tế",
        ),
    )
    app.live.end(cid)
    app.closing.freeze(cid)
    return cid


def follow_up(walk: Walk) -> None:
    """The list, the form with each state and its fields, a promise of the office's own."""
    _promised(walk)
    page = walk.program.go_office("follow_up")
    walk.type_here("follow_up: list")
    page.body.focus_list()
    press(walk, "F2")
    unfold(walk, "follow_up: update", page.body.form)
    press(walk, "Escape", "Ctrl+N")
    unfold(walk, "follow_up: own", page.body.form)
    press(walk, "Escape")


def review(walk: Walk) -> None:
    """All fields, and those of a task."""
    page: Any = walk.program.go("review", _promised(walk))
    settle(walk)
    walk.type_here("review", keep=True)
    push(walk, "Thêm việc", page.form)
    walk.type_here("review: task", keep=True)
