"""Papers after the session as the office asks for them: what they are read from, and their parts (M4, M7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Paper, PaperPart
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.paper_parts_after import PARTS
from dialogue_desktop.domain.plan import Duty, UnitTasks
from dialogue_desktop.domain.records import Outcome, RecordKind, Voice
from dialogue_desktop.domain.register import paper_id
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import JournalAppended
from dialogue_desktop.services.acts import created
from dialogue_desktop.services.after_papers import NOT_HELD
from tests.services.conftest import MovingClock

OWED = LiveItem(
    text="Đề nghị xã nạo vét kênh N4 đoạn qua thôn Đồng Vạn.",
    voices=(Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn"),),
    rounds=(Round(text="Xã sẽ trả lời bằng văn bản."),),
    outcome=Outcome.WRITTEN,
    unit="Phòng Kinh tế",
    deadline=date(2026, 5, 8),
)
NOTICE = Paper(
    paper_id("conclusion"),
    "conclusion",
    number="12",
    symbol="TB-UBND",
    dated_on=date(2026, 5, 4),
    parts=(PaperPart("closing", "Đề nghị Nhân dân theo dõi"), PaperPart("cu", "Lời của bản trước")),
)


def _end(app: App, cid: str, clock: MovingClock) -> None:
    app.live.start(cid)
    app.live.save_item(cid, OWED)
    clock.step(3600)
    app.live.end(cid)


def _write(app: App, cid: str, paper: Paper) -> None:
    """A line of the register, as its own service writes it."""
    with app.database.lock:
        entry = app.live._journal.append(cid, "paper.save", created(RecordKind.PAPER, paper))
    app.bus.publish(JournalAppended(cid, entry, entry.at))


@pytest.mark.parametrize("name", ["conclusion", "report"])
def test_there_is_nothing_before_the_session(app: App, cid: str, name: str) -> None:
    """G5: one sentence, and no paper without a session."""
    with pytest.raises(BadInput) as told:
        app.documents.after.read(name, cid)
    assert str(told.value).startswith(NOT_HELD.split("{")[0])
    assert "Hãy ghi phiên đối thoại" in str(told.value)
    with pytest.raises(KeyError):
        app.documents.after.read("khong-co", cid)


def test_frozen_minutes_with_the_registers_numbers(app: App, cid: str, clock: MovingClock) -> None:
    """M3, M4: the notice speaks of version 1, cites what the register has, and is a draft before that."""
    _end(app, cid, clock)
    assert app.documents.after.document(app.documents.after.read("conclusion", cid)).label == "Dự thảo"
    app.closing.freeze(cid)
    opinion = app.live.records(cid).opinions[0]
    app.live.edit_opinion(cid, opinion.id, unit="Công an xã")
    _write(app, cid, NOTICE)
    source = app.documents.after.read("conclusion", cid)
    document = app.documents.after.document(source)
    words = app.documents.engine().text(document).replace("\u00a0", " ")
    assert document.label == ""
    assert "Số: 12/TB-UBND" in words
    assert "Minh Khê, ngày 04 tháng 5 năm 2026" in words
    assert "Giao Phòng Kinh tế xem xét, trả lời bằng văn bản" in words
    assert "Công an xã" not in words
    assert "Đề nghị Nhân dân theo dõi./." in words


def test_parts_that_may_be_reworded(app: App, cid: str, clock: MovingClock) -> None:
    """M4: each with its name, what stands there without it and the office's own; no own word is lost."""
    _end(app, cid, clock)
    _write(app, cid, NOTICE)
    after = app.documents.after
    parts = {one.key: one for one in after.parts(after.read("conclusion", cid))}
    assert parts["closing"].own == "Đề nghị Nhân dân theo dõi"
    assert parts["closing"].drafted.startswith("Trên đây là kết luận của Chủ trì")
    assert parts["closing"].name == "Câu kết"
    assert (parts["cu"].drafted, parts["cu"].own, parts["cu"].name) == ("", "Lời của bản trước", "cu")
    assert list(parts)[:3] == ["subject", "opening", "overview"]
    for name in ("conclusion", "report"):
        named = dict(PARTS[name])
        found = [one for one in after.parts(after.read(name, cid)) if one.key != "cu"]
        assert all(one.name == named[one.key] and one.drafted for one in found)


def test_files_of_both_papers_and_the_proof(app: App, cid: str, clock: MovingClock, tmp_path: Path) -> None:
    """M4, M7, C2: PDF and Word by name; the report tells where the conference was announced."""
    app.notice_proofs.save(
        cid, NoticeProof("", ProofForm.OFFICE, "Trụ sở UBND xã Minh Khê", date(2026, 4, 13))
    )
    _end(app, cid, clock)
    made = app.documents.export(
        cid, documents=("conclusion", "report"), formats=("pdf", "docx"), out=tmp_path
    )
    assert sorted(path.name for path in made) == [
        "bao-cao-ket-qua.docx", "bao-cao-ket-qua.pdf", "thong-bao-ket-luan.docx", "thong-bao-ket-luan.pdf",
    ]  # fmt: skip
    source = app.documents.after.read("report", cid)
    words = app.documents.engine().text(app.documents.after.document(source))
    assert "niêm yết tại trụ sở UBND xã Minh Khê từ ngày 13/4/2026" in words


def test_units_answer_counted_from_the_notice(app: App, cid: str, clock: MovingClock) -> None:
    """S3, P10: once the notice has its date, the plan's days after it are known."""
    rule = Rule(Anchor.NOTICE_OF_CONCLUSION, Direction.AFTER, 7, DayUnit.WORKING)
    plan = app.planning.plan(cid)
    duty = Duty("tra-loi", "Trả lời người nêu ý kiến, {han}.", "Trả lời", rule)
    tasks = (*plan.tasks, UnitTasks("phong", "Các phòng", "", (duty,)))
    app.planning.save_plan(cid, replace(plan, tasks=tasks), step="tasks")
    _end(app, cid, clock)
    due = {line.duty.id: line.due for line in app.documents.after.read("conclusion", cid).duties}
    assert due["tra-loi"] is None
    _write(app, cid, NOTICE)
    due = {line.duty.id: line.due for line in app.documents.after.read("conclusion", cid).duties}
    assert due["tra-loi"] == date(2026, 5, 13)
