"""Drafting conclusions through the services: one act, one undo, the office's calendar (L8)."""

from __future__ import annotations

from datetime import date
from itertools import count

from dialogue_desktop.domain.conclusion_update import draft
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from tests.live.hall import Hall


def _say(hall: Hall, text: str, outcome: Outcome, unit: str = "") -> None:
    voice = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp")
    rounds = (Round(answerer="Trần Hữu Lẫm", text="Xin tiếp thu."),)
    item = LiveItem(text=text, voices=(voice,), consent=True, outcome=outcome, unit=unit, rounds=rounds)
    hall.app.live.save_item(hall.cid, item)


def test_a_whole_drafting_is_one_act_and_one_undo(hall: Hall) -> None:
    live, cid = hall.app.live, hall.cid
    live.set_conclusions(cid, [Conclusion("h", 0, "Giao Văn phòng sửa loa", False, "Văn phòng")])
    _say(hall, "Đề nghị nạo vét mương N4 trước vụ chiêm", Outcome.WRITTEN, "Phòng Kinh tế")
    _say(hall, "Điện yếu", Outcome.ANSWERED)
    drafting = hall.app.concluding.drafting(hall.app.planning.plan(cid))
    ids = count(1)
    found = draft(drafting, live.records(cid), lambda: f"k{next(ids)}")
    rows = live.set_conclusions(cid, found.rows, drafted=True).conclusions
    assert [row.id for row in rows] == ["h", "k1", "k2"]
    assert rows[1].settled
    assert rows[2].deadline == date(2026, 5, 8)
    entry = live.undo(cid)
    assert entry is not None
    assert live.entry_text(entry) == "soạn kết luận từ các ý kiến"
    assert [row.id for row in live.records(cid).conclusions] == ["h"]
    live.redo(cid)
    assert live.records(cid).conclusions == rows
