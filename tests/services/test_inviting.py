"""Delegates and slips through their service: acts in the journal, undo, seats, numbers (C3, C10, C11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Duty, UnitTasks
from dialogue_desktop.domain.records import Delegate, Reply, SlipBatch, Source
from dialogue_desktop.domain.slips import SlipCount
from dialogue_desktop.errors import BadInput, NotFound, StorageError
from dialogue_desktop.events import Event, JournalAppended
from dialogue_desktop.services.inviting import GONE, NOBODY
from dialogue_desktop.storage.consistency import rows_differ
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.domain.invited import PLAN
from tests.services.conftest import MovingClock

SENT = date(2026, 4, 16)


@pytest.fixture
def invited(app: App, cid: str) -> str:
    """The conference with a list laid out from its plan."""
    app.planning.save_plan(cid, PLAN)
    app.inviting.lay_out(cid)
    return cid


def delegates(app: App, cid: str) -> tuple[Delegate, ...]:
    return app.inviting.invited(cid).delegates


def seats(app: App, cid: str, hamlet: str = "", locality: str = "thôn Phú Ấp") -> int:
    return sum(
        d.count for d in delegates(app, cid) if is_open(d) and (d.locality, d.hamlet) == (locality, hamlet)
    )


def person(name: str, **more: object) -> Delegate:
    values: dict[str, object] = {"group_id": "nhan-dan", "locality": "thôn Phú Ấp", **more}
    return Delegate("", name=name, **values)  # type: ignore[arg-type]


# --- delegates --------------------------------------------------------------------------------------------


def test_the_plan_laid_out_is_one_act(app: App, invited: str) -> None:
    """C11: one entry, one undo; again it adds nothing; after the undo everything is gone and comes back."""
    assert len(delegates(app, invited)) == 17
    assert [e.kind for e in app.live.history(invited)] == ["delegate.layout"]
    assert app.inviting.lay_out(invited) == 0
    assert len(app.live.history(invited)) == 1
    undone = app.live.undo(invited)
    assert undone is not None
    assert app.live.entry_text(undone) == "xếp danh sách mời theo kế hoạch: 12 dòng"
    assert delegates(app, invited) == ()
    app.live.redo(invited)
    assert len(delegates(app, invited)) == 17
    assert app.inviting.invited(invited).limit.due == date(2026, 4, 18)


def test_many_added_at_once_take_their_seats(app: App, invited: str) -> None:
    """C11: one act for all; a removed one gives its seat back; undo brings the person and takes the seat."""
    heard: list[Event] = []
    app.bus.subscribe(heard.append)
    ids = app.inviting.add(
        invited,
        [
            person("Đỗ  Văn\u200b Sỹ", honorific="ông", hamlet="xóm Đình", count=3),
            person("Nguyê\u0303n Thị Ổn", honorific="bà"),
        ],
    )
    assert [e.entry.kind for e in heard if isinstance(e, JournalAppended)] == ["delegate.add"]
    named = {d.id: d for d in delegates(app, invited)}
    assert [(named[i].shown, named[i].count) for i in ids] == [("ông Đỗ Văn Sỹ", 1), ("bà Nguyễn Thị Ổn", 1)]
    assert (seats(app, invited, "xóm Đình"), seats(app, invited)) == (14, 14)
    app.inviting.remove(invited, ids[:1])
    assert (seats(app, invited, "xóm Đình"), seats(app, invited)) == (15, 14)
    assert app.live.entry_text(app.live.history(invited, 1)[0]) == "bỏ đại biểu: ông Đỗ Văn Sỹ"
    app.live.undo(invited)
    assert (seats(app, invited, "xóm Đình"), seats(app, invited)) == (14, 14)
    assert [d.id for d in delegates(app, invited) if d.name == "Đỗ Văn Sỹ"] == [ids[0]]
    assert rows_differ(app.database, invited)[1] == 0


def test_everything_chosen_can_be_taken_off(app: App, invited: str) -> None:
    """C11: names together with their open seats: nothing comes back by itself."""
    app.inviting.add(invited, [person("Đỗ Văn Sỹ")])
    app.inviting.remove(invited, [d.id for d in delegates(app, invited)])
    assert delegates(app, invited) == ()
    app.live.undo(invited)
    assert len(delegates(app, invited)) == 18


def test_sent_replied_replaced_attended(app: App, invited: str) -> None:
    """C10, C11: each for many at once; each one undo; the stage of the conference follows the letters."""
    app.planning.finish_plan(invited)
    heads = [d.id for d in delegates(app, invited) if d.group_id == "thon"]
    app.inviting.mark_sent(invited, heads, SENT)
    assert app.planning.view(invited).stage is Stage.INVITE
    app.inviting.reply(invited, heads[:2], Reply.COMING)
    app.inviting.reply(invited, heads[2:], Reply.NOT_COMING)
    app.inviting.edit(invited, heads[2:3], replaced_by="ông Vũ Văn Ất, Phó Trưởng thôn")
    app.inviting.send_through(invited, heads[3:], False)
    app.inviting.attend(invited, heads[:1], True)
    rows = [d for d in delegates(app, invited) if d.group_id == "thon"]
    assert {d.sent_on for d in rows} == {SENT}
    assert [(d.reply, d.replaced_by, d.attended, d.through_locality) for d in rows] == [
        (Reply.COMING, "", True, True),
        (Reply.COMING, "", None, True),
        (Reply.NOT_COMING, "ông Vũ Văn Ất, Phó Trưởng thôn", None, True),
        (Reply.NOT_COMING, "", None, False),
    ]
    for _ in range(6):
        app.live.undo(invited)
    assert {(d.sent_on, d.reply) for d in delegates(app, invited)} == {(None, None)}
    app.inviting.mark_sent(invited, heads, None)
    assert app.live.history(invited, 1)[0].kind == "undo:delegate.sent"  # nothing differed


def test_one_of_many_seats_is_named(app: App, invited: str) -> None:
    """C11: writing a name into a line of fifteen seats names one of them."""
    line = next(d for d in delegates(app, invited) if d.hamlet == "xóm Đình")
    app.inviting.edit(invited, [line.id], name="Đỗ Văn Sỹ", honorific="ông")
    named = next(d for d in delegates(app, invited) if d.id == line.id)
    assert (named.shown, named.count, seats(app, invited, "xóm Đình")) == ("ông Đỗ Văn Sỹ", 1, 14)


def test_into_another_group_and_thon(app: App, invited: str) -> None:
    """C11, P8: the seat left opens, the seat taken closes."""
    (one,) = app.inviting.add(invited, [person("Đỗ Văn Sỹ", hamlet="xóm Đình")])
    app.inviting.move(invited, [one], "nhan-dan", "thôn Đồng Vạn")
    assert seats(app, invited, "xóm Đình") == 15
    assert seats(app, invited, locality="thôn Đồng Vạn") == 59
    app.inviting.move(invited, [one], "cap-xa")
    assert seats(app, invited, locality="thôn Đồng Vạn") == 60
    moved = next(d for d in delegates(app, invited) if d.id == one)
    assert (moved.group_id, moved.locality, moved.hamlet) == ("cap-xa", "thôn Đồng Vạn", "")


def test_order_inside_a_group(app: App, invited: str) -> None:
    """C11: up and down; not past the group's ends."""
    first, second, *_ = [d.id for d in delegates(app, invited) if d.group_id == "thon"]
    app.inviting.shift(invited, second, -1)
    app.inviting.shift(invited, second, -1)
    assert [d.id for d in delegates(app, invited) if d.group_id == "thon"][:2] == [second, first]


def test_letters_numbered_in_printed_order(app: App, invited: str) -> None:
    """C10: in series, one number for all, and never a number that another letter has."""
    rows = delegates(app, invited)
    bodies = [d.id for d in rows if d.group_id in ("cap-xa", "phong") and not is_open(d)]
    heads = [d.id for d in rows if d.group_id == "thon"]
    given = app.inviting.number_letters(invited, reversed(bodies), "9")
    assert given == ("09", "10", "11", "12", "13")
    numbers = {d.id: d.letter_number for d in delegates(app, invited)}
    assert [numbers[i] for i in bodies] == list(given)
    assert app.inviting.number_letters(invited, heads, "14", same=True) == ("14",) * 4
    with pytest.raises(BadInput) as refused:
        app.inviting.number_letters(invited, heads[:2], "12")
    assert refused.value.sentence == (
        "Số giấy mời 12 đã ghi cho ông Vi Văn Đức. Chưa đánh số giấy nào. Hãy chọn số khác."
    )
    with pytest.raises(BadInput, match="phải bắt đầu bằng chữ số"):
        app.inviting.number_letters(invited, heads, "GM")
    assert {d.id: d.letter_number for d in delegates(app, invited)}[heads[0]] == "14"


def test_what_cannot_be_written_is_refused_whole(app: App, invited: str) -> None:
    """G5: one sentence, nothing written, not even the good ones."""
    before = delegates(app, invited)
    with pytest.raises(BadInput) as refused:
        app.inviting.add(invited, [person("Đỗ Văn Sỹ"), person("")])
    assert refused.value.sentence == NOBODY
    with pytest.raises(BadInput):
        app.inviting.edit(invited, [before[0].id], name="", office="")
    with pytest.raises(BadInput):
        app.inviting.edit(invited, [before[-1].id], count=0)
    with pytest.raises(NotFound) as gone:
        app.inviting.remove(invited, [before[0].id, "khong-co"])
    assert gone.value.sentence == GONE
    assert delegates(app, invited) == before


def test_a_full_disk_leaves_the_list_as_it_was(
    app: App, invited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L9: the act fails whole, with its sentence."""
    before = delegates(app, invited)

    def full(*_args: object, **_more: object) -> None:
        raise StorageError("Ổ đĩa đã đầy nên chưa lưu được.")

    monkeypatch.setattr(app.inviting._log, "append", full)
    with pytest.raises(StorageError):
        app.inviting.mark_sent(invited, [before[0].id], SENT)
    assert delegates(app, invited) == before
    assert RecordsQuery(app.database).records(invited).delegates == app.live.records(invited).delegates


def test_the_list_is_there_after_a_restart(
    app: App, invited: str, data_dir: Path, clock: MovingClock
) -> None:
    """L9: read back from the disk, and rebuilt from the journal, it is the same."""
    app.inviting.add(invited, [person("Đỗ Văn Sỹ", sent_on=SENT, reply=Reply.COMING, attended=False)])
    before = delegates(app, invited)
    app.close()
    again = build(data_dir, clock=clock, device="may-1")
    try:
        assert again.inviting.invited(invited).delegates == before
        assert rows_differ(again.database, invited)[1] == 0
    finally:
        again.close()


# --- slips ------------------------------------------------------------------------------------------------


def batch(first: int, last: int, collector: str = "Chi bộ thôn", **more: object) -> SlipBatch:
    return SlipBatch("", 0, "thôn Phú Ấp", collector, first, last, **more)  # type: ignore[arg-type]


def test_slips_out_and_back(app: App, cid: str) -> None:
    """C3: handed out with numbers, counted when back, entered from the opinions, late by the day."""
    first = app.inviting.hand_out(cid, batch(1, 30, handed_on=date(2026, 4, 1), due_on=date(2026, 4, 20)))
    app.inviting.hand_out(cid, batch(31, 50, "Ban Công tác Mặt trận"))
    app.inviting.take_back(cid, first, 28, date(2026, 4, 18))
    for number in ("001", "30", "31", "077"):
        app.live.add_collected(cid, LiveItem(source=Source.SLIP, text="Đường hỏng."), slip_number=number)
    found = app.inviting.slips(cid)
    assert [(line.count, line.state.value) for line in found.lines] == [
        (SlipCount(30, 28, 2), "qua_han"), (SlipCount(20, 0, 1), "dang_thu"),
    ]  # fmt: skip
    assert (found.stray, found.late) == ((77,), 1)
    app.inviting.take_back(cid, first, 30, date(2026, 4, 21))
    assert app.inviting.slips(cid).late == 0
    app.live.undo(cid)
    assert app.inviting.slips(cid).lines[0].count.returned == 28
    assert rows_differ(app.database, cid)[1] == 0


def test_the_plan_says_when_slips_are_due(app: App, cid: str) -> None:
    """C3: the day of its duty of collecting them; none where it has no such duty."""
    app.planning.save_plan(cid, replace(PLAN, tasks=()))
    assert app.inviting.slips_due(cid) is None
    duty = Duty("thu", "Thu phiếu, nộp Văn phòng, {han}.", fixed=FixedDate(date(2026, 4, 6)))
    app.planning.save_plan(cid, replace(PLAN, tasks=(UnitTasks("t", "Trưởng thôn", duties=(duty,)),)))
    assert app.inviting.slips_due(cid) == date(2026, 4, 6)


def test_a_number_is_in_one_hand_only(app: App, cid: str) -> None:
    """C3, G5: refused with whom, on adding as on putting right."""
    app.inviting.hand_out(cid, batch(1, 30))
    second = app.inviting.hand_out(cid, batch(31, 50, "Chi hội Phụ nữ"))
    before = app.live.records(cid).slip_batches
    for act in (
        lambda: app.inviting.hand_out(cid, batch(20, 40)),
        lambda: app.inviting.edit_slips(cid, second, first=30),
    ):
        with pytest.raises(BadInput) as refused:
            act()
        assert refused.value.sentence.startswith("Số 0")
        assert "đã phát cho Chi bộ thôn, thôn Phú Ấp (phiếu 001–030)" in refused.value.sentence
        assert refused.value.sentence.endswith("Chưa ghi thay đổi nào.")
    assert app.live.records(cid).slip_batches == before
    app.inviting.remove_slips(cid, second)
    app.inviting.hand_out(cid, batch(31, 50))
    with pytest.raises(NotFound):
        app.inviting.remove_slips(cid, second)


def test_the_plan_knows_the_new_limit_at_once(app: App, invited: str) -> None:
    """C10: a duty that is moved by hand moves the limit."""
    plan = app.planning.plan(invited)
    unit = plan.tasks[0]
    moved = replace(unit, duties=(replace(unit.duties[0], moved_to=date(2026, 4, 17)), *unit.duties[1:]))
    app.planning.save_plan(invited, replace(plan, tasks=(moved,)))
    assert app.inviting.invited(invited).limit.due == date(2026, 4, 17)
