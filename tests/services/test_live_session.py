"""The session through its service: turns, opinions, rounds, attendance, undo, drafts (L1–L9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round, TurnAct
from dialogue_desktop.domain.plan import Level, ParticipantGroup
from dialogue_desktop.domain.queue_rules import spoken
from dialogue_desktop.domain.records import (
    Attendance,
    Conclusion,
    Outcome,
    Source,
    TurnState,
    Voice,
)
from dialogue_desktop.errors import NotFound
from dialogue_desktop.events import DraftSaved, Event, JournalAppended
from dialogue_desktop.storage.consistency import rows_differ
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.services.conftest import EIGHT, MovingClock

UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình")
MUOT = Voice("Trần Thị Mượt", "bà", "thôn Đồng Vạn")
ROAD = LiveItem(
    text="Đường trục thôn xuống cấp, đề nghị xã cho biết bao giờ làm.",
    field="Giao thông",
    voices=(UONG,),
    consent=True,
    rounds=(Round(answerer="ông Trần Hữu Lẫm", answerer_position="Trưởng phòng Kinh tế", text="Tháng 6."),),
    outcome=Outcome.WRITTEN,
    unit="Phòng Kinh tế",
    deadline=date(2026, 5, 8),
)


def test_start_lays_out_the_attendance_that_the_plan_expects(app: App, cid: str) -> None:
    """L6: a row for each thôn with its quota and its households."""
    records = app.live.start(cid)
    assert records.session.started_at == EIGHT
    assert records.session.step_id == app.planning.plan(cid).programme[0].id
    assert [(a.locality, a.expected, a.total, a.unit) for a in records.attendance] == [
        ("thôn Đồng Vạn", 60, 210, "hộ"),
        ("thôn Phú Ấp", 60, 202, "hộ"),
    ]
    assert app.planning.view(cid).stage is Stage.SESSION
    assert app.live.start(cid).session.started_at == EIGHT


def test_an_expected_group_is_named_in_the_words_of_the_plan(app: App, cid: str) -> None:
    """L6, P8: "Trưởng các thôn của {xa}" is the name of the commune in the list of those present."""
    plan = app.planning.plan(cid)
    group = ParticipantGroup("x", "Trưởng các thôn của {xa}", Level.LOCALITY, 8)
    app.planning.save_plan(cid, replace(plan, participants=(group,)))
    assert app.live.start(cid).attendance[-1].label == "Trưởng các thôn của xã Minh Khê"


def test_a_turn_is_timed_and_the_one_before_it_ends(app: App, cid: str, clock: MovingClock) -> None:
    """L2, L7: pause is not counted; starting the next finishes the one before."""
    app.live.start(cid)
    first, second = app.live.add_turn(cid, UONG), app.live.add_turn(cid, MUOT)
    app.live.turn_act(cid, first.id, TurnAct.START)
    clock.step(100)
    app.live.turn_act(cid, first.id, TurnAct.PAUSE)
    clock.step(30)
    app.live.turn_act(cid, first.id, TurnAct.RESUME)
    clock.step(20)
    records = app.live.turn_act(cid, second.id, TurnAct.START)
    done, now = records.turns
    assert (done.state, now.state) == (TurnState.DONE, TurnState.SPEAKING)
    assert spoken(done.spans, clock.now()) == timedelta(seconds=120)
    assert done.number == 1
    assert now.limit_seconds == 300


def test_the_queue_can_be_put_in_another_order(app: App, cid: str) -> None:
    """L2: reorder, absent, withdrawn, a second turn."""
    ids = [app.live.add_turn(cid, Voice(f"Người {n}")).id for n in range(4)]
    records = app.live.move_turn(cid, ids[3], ids[0])
    assert [t.id for t in records.turns] == [ids[3], ids[0], ids[1], ids[2]]
    records = app.live.move_turn(cid, ids[3], None)
    assert [t.id for t in records.turns] == ids
    app.live.turn_act(cid, ids[1], TurnAct.ABSENT)
    app.live.turn_act(cid, ids[2], TurnAct.WITHDRAW)
    records = app.live.turn_act(cid, ids[0], TurnAct.AGAIN)
    states = [t.state for t in records.turns]
    assert states == [
        TurnState.WAITING,
        TurnState.ABSENT,
        TurnState.WITHDRAWN,
        TurnState.WAITING,
        TurnState.WAITING,
    ]
    assert records.turns[-1].again == 2
    walk_in = app.live.add_turn(cid, MUOT, first=True)
    assert app.live.records(cid).turns[0].id == walk_in.id


def test_opinion_answer_and_outcome_are_one_act(app: App, cid: str) -> None:
    """L3: who said, what was answered by whom, what becomes of it; one entry in the journal."""
    before = len(app.live.history(cid))
    opinion = app.live.save_item(cid, ROAD)
    assert len(app.live.history(cid)) == before + 1
    records = app.live.records(cid)
    assert records.opinions == (opinion,)
    assert (opinion.outcome, opinion.unit, opinion.deadline) == (
        Outcome.WRITTEN,
        "Phòng Kinh tế",
        date(2026, 5, 8),
    )
    (answer,) = records.answers_of(opinion.id)
    assert (answer.answerer, answer.text, answer.round) == ("ông Trần Hữu Lẫm", "Tháng 6.", 1)
    assert app.live.entry_text(app.live.history(cid)[0]) == "ghi ý kiến: ông Nguyễn Đức Ưởng, Hẹn văn bản"


def test_follow_up_rounds_stay_with_their_opinion(app: App, cid: str) -> None:
    """L4: "chưa thỏa đáng" until it is settled."""
    opinion = app.live.save_item(cid, ROAD)
    again = Round("Tháng 6 thì lúa đang chín, xe vào sao được?", text="Chuyển sang tháng 7.")
    app.live.save_item(cid, replace(ROAD, opinion_id=opinion.id, rounds=(*ROAD.rounds, again)))
    rounds = app.live.records(cid).answers_of(opinion.id)
    assert [(r.round, r.follow_up, r.text) for r in rounds] == [
        (1, "", "Tháng 6."),
        (2, again.follow_up, again.text),
    ]
    app.live.undo(cid)
    assert len(app.live.records(cid).answers_of(opinion.id)) == 1


def test_every_act_can_be_taken_back_and_done_again(app: App, cid: str, clock: MovingClock) -> None:
    """L9: undo to the beginning and redo to the end give the same records."""
    app.live.start(cid)
    turn = app.live.add_turn(cid, UONG)
    app.live.turn_act(cid, turn.id, TurnAct.START)
    clock.step(60)
    app.live.turn_act(cid, turn.id, TurnAct.ANSWER)
    opinion = app.live.save_item(cid, replace(ROAD, turn_id=turn.id))
    app.live.edit_opinion(cid, opinion.id, field="Nông nghiệp, thủy lợi")
    app.live.set_conclusions(cid, [Conclusion("", 0, "Làm đường trước 30/8", False, "Phòng Kinh tế")])
    app.live.remove_opinion(cid, opinion.id)
    after = app.live.records(cid)
    acts = 0
    while app.live.undo(cid):
        acts += 1
        assert app.live.records(cid) == RecordsQuery(app.database).records(cid)
    empty = app.live.records(cid)
    assert (empty.turns, empty.opinions, empty.session.started_at) == ((), (), None)
    assert acts == 8
    while app.live.redo(cid):
        acts -= 1
    assert acts == 0
    assert app.live.records(cid) == after
    assert rows_differ(app.database, cid)[1] == 0


def test_a_collected_opinion_keeps_its_source(app: App, cid: str) -> None:
    """C5: number of the slip, day, prepared answer."""
    item = LiveItem(text="Nước có váng", source=Source.SLIP, voices=(MUOT,), rounds=())
    opinion = app.live.add_collected(cid, item, slip_number="031", received_on=date(2026, 4, 17))
    assert (opinion.source, opinion.slip_number, opinion.said_at) == (Source.SLIP, "031", None)
    assert app.live.records(cid).collected() == (opinion,)
    assert app.live.records(cid).at_hall() == ()


def test_text_is_kept_clean_but_whole(app: App, cid: str) -> None:
    """G5: NFD becomes NFC, control characters go, everything else stays to the letter."""
    import unicodedata

    said = unicodedata.normalize("NFD", "Đề nghị <b>xem</b> & trả lời: =SUM(A1) \u0007\n- ý hai 🌾 國")
    opinion = app.live.save_item(cid, replace(ROAD, text=said))
    assert opinion.text == "Đề nghị <b>xem</b> & trả lời: =SUM(A1) \n- ý hai 🌾 國"
    long_word = "a" * 10_000
    assert app.live.save_item(cid, replace(ROAD, text=long_word)).text == long_word


def test_attendance_is_written_as_one_list(app: App, cid: str) -> None:
    rows = list(app.live.start(cid).attendance)
    rows[0] = replace(rows[0], present=58)
    rows.append(Attendance("", label="Đại biểu cấp trên", present=2))
    records = app.live.set_attendance(cid, rows)
    assert [(a.present, a.position) for a in records.attendance] == [(58, 0), (None, 1), (2, 2)]
    records = app.live.set_attendance(cid, records.attendance[1:])
    assert [a.label for a in records.attendance] == ["Nhân dân thôn Phú Ấp", "Đại biểu cấp trên"]


def test_end_closes_the_running_turn_and_can_be_reopened(app: App, cid: str, clock: MovingClock) -> None:
    app.live.start(cid)
    turn = app.live.add_turn(cid, UONG)
    app.live.turn_act(cid, turn.id, TurnAct.START)
    clock.step(60)
    records = app.live.end(cid)
    assert records.session.ended_at == clock.now()
    assert records.turns[0].state is TurnState.DONE
    assert records.turns[0].spans[0].end == clock.now()
    assert app.planning.view(cid).stage is Stage.CONCLUDE
    assert app.live.reopen(cid).session.ended_at is None
    assert app.planning.view(cid).stage is Stage.SESSION


def test_a_draft_outlives_the_program(app: App, cid: str, data_dir: Path, clock: MovingClock) -> None:
    """L9: the half-typed item with box and cursor is there when the data folder is opened again."""
    heard: list[Event] = []
    app.bus.subscribe(heard.append)
    draft = LiveDraft(item=replace(ROAD, text="Đường trục thôn đoạn từ"), focus="answer", cursor=7)
    app.live.save_draft(cid, draft)
    assert isinstance(heard[-1], DraftSaved)
    again = build(data_dir, clock=clock)
    try:
        assert again.live.draft(cid) == draft
        again.live.clear_draft(cid)
        assert again.live.draft(cid) is None
    finally:
        again.close()


def test_an_act_is_announced_after_it_is_on_the_disk(app: App, cid: str, data_dir: Path) -> None:
    """L9: "Đã lưu" is true: when the event comes, another program already reads the entry."""
    seen: list[int] = []

    def look(event: Event) -> None:
        if isinstance(event, JournalAppended):
            other = build(data_dir, device="may-2")
            seen.append(len(other.live.records(cid).opinions))
            other.close()

    app.bus.subscribe(look)
    app.live.save_item(cid, ROAD)
    assert seen == [1]


def test_an_unknown_item_is_a_sentence(app: App, cid: str) -> None:
    with pytest.raises(NotFound):
        app.live.edit_opinion(cid, "khong-co", text="x")
    with pytest.raises(NotFound):
        app.live.save_item(cid, replace(ROAD, opinion_id="khong-co"))


def test_several_opinions_go_in_one_act(app: App, cid: str) -> None:
    """L9: one entry with their answers; undo brings all of them back; an unknown one leaves everything."""
    ids = [app.live.save_item(cid, LiveItem(text=text, rounds=(Round(text="Đã rõ."),))).id for text in "ab"]
    before = len(app.live.history(cid))
    with pytest.raises(NotFound):
        app.live.remove_opinions(cid, [ids[0], "khong-co"])
    assert len(app.live.records(cid).opinions) == 2
    app.live.remove_opinions(cid, ids)
    records = app.live.records(cid)
    assert (records.opinions, records.answers) == ((), ())
    assert len(app.live.history(cid)) == before + 1
    app.live.undo(cid)
    assert [o.id for o in app.live.records(cid).opinions] == ids
    assert len(app.live.records(cid).answers) == 2
