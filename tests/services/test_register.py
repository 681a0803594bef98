"""The register of documents: its lines, numbers, checks, and what is done with a paper (M4–M7, F5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Paper, PaperPart, PaperState
from dialogue_desktop.domain.register_checks import CheckKind
from dialogue_desktop.domain.register_rows import Group, Next, RegisterRow
from dialogue_desktop.errors import BadInput, NotFound
from tests.services.after_session import freeze, hold
from tests.services.conftest import MovingClock

PLAN, MINUTES, NOTICE = "vb-plan", "vb-minutes", "vb-notice"


@pytest.fixture
def held(app: App, cid: str, clock: MovingClock) -> str:
    """A session that is over, its minutes frozen."""
    hold(app, cid, clock)
    freeze(app, cid, clock)
    return cid


def _row(app: App, cid: str, paper_id: str) -> RegisterRow:
    return app.register.row(cid, paper_id)


def _numbered(app: App, cid: str, paper_id: str, number: str, day: date, **more: object) -> Paper:
    wanted = replace(_row(app, cid, paper_id).paper, number=number, dated_on=day, **more)  # type: ignore[arg-type]
    return app.register.save(cid, wanted)


def _issue(app: App, cid: str, paper_id: str, number: str, day: date) -> Paper:
    paper = replace(_row(app, cid, paper_id).paper, number=number, dated_on=day)
    (made,) = app.issuing.issue(app.issuing.draw(app.issuing.read(cid, (paper,))))
    return made


def _kinds(app: App, cid: str, paper: Paper) -> set[CheckKind]:
    return {check.kind for check in app.register.checks(cid, paper)}


# --- lines --------------------------------------------------------------------------------------------


def test_before_the_day_the_papers_before_the_day_are_asked_for(app: App, cid: str) -> None:
    """The register is whole: plan and notice stand in it before anything was written into it."""
    rows = {row.id: row for row in app.register.rows(cid)}
    assert {PLAN, NOTICE} <= rows.keys()
    assert MINUTES not in rows
    assert rows[PLAN].next is Next.NUMBER
    assert not rows[PLAN].stored
    assert rows[NOTICE].paper.symbol == "TB-UBND"


def test_after_the_session_the_minutes_come_first(app: App, cid: str, clock: MovingClock) -> None:
    hold(app, cid, clock)
    row = _row(app, cid, MINUTES)
    assert (row.next, row.group) == (Next.FREEZE, Group.TODO)
    assert row.paper.dated_on == date(2026, 4, 24)
    with pytest.raises(BadInput, match="chưa chốt"):
        app.issuing.read(cid, (replace(row.paper, number="7"),))
    freeze(app, cid, clock)
    assert _row(app, cid, MINUTES).next is Next.NUMBER


def test_the_number_of_the_wizard_is_that_of_the_register(app: App, held: str) -> None:
    """One truth: what the wizard says stands in the register with nothing written there."""
    paper = _row(app, held, PLAN).paper
    assert (paper.number, paper.dated_on, paper.symbol) == ("42", date(2026, 4, 1), "KH-UBND")


def test_a_number_given_in_the_register_goes_into_the_plan_and_back(app: App, cid: str) -> None:
    """P2: until the minutes are frozen both are one; undo takes it out of both."""
    app.planning.save_plan(cid, replace(app.planning.plan(cid), number="41", issued_on=date(2026, 4, 1)))
    _numbered(app, cid, PLAN, "42", date(2026, 4, 2))
    plan = app.planning.plan(cid)
    assert (plan.number, plan.issued_on) == ("42", date(2026, 4, 2))
    app.planning.save_plan(cid, replace(plan, number="43"))
    assert _row(app, cid, PLAN).paper.number == "43"
    app.live.undo(cid)
    app.live.undo(cid)
    plan = app.planning.plan(cid)
    assert (plan.number, plan.issued_on) == ("41", date(2026, 4, 1))
    assert not _row(app, cid, PLAN).stored


def test_a_number_given_after_the_freeze_leaves_the_frozen_minutes_alone(app: App, held: str) -> None:
    """M3: the number of the minutes is known after they were frozen; that is no correction of them."""
    _numbered(app, held, MINUTES, "7", date(2026, 4, 24))
    assert not app.closing.changed_since_freeze(held)
    assert app.documents.minutes_view(held, draft=False).plan.minutes_number == "7"


def test_what_is_late_is_counted_with_its_day_and_source(app: App, held: str, clock: MovingClock) -> None:
    """The plan's own duty to post the minutes, or the law's limit, with how it was counted."""
    due = _row(app, held, MINUTES).due
    assert due is not None
    assert due.day == date(2026, 5, 6)
    assert "Kế hoạch" in due.source
    assert "ngày làm việc" in due.counted
    law = _row(app, held, "vb-conclusion").due
    assert law is not None
    assert (law.day, "Điều 43" in law.source) == (date(2026, 5, 4), True)
    assert app.register.late() == 1  # the letter to the higher level, since 29/4
    clock.set(clock.now().replace(day=7))
    assert app.register.late() == 3


def test_the_register_is_a_workbook(app: App, held: str) -> None:
    """Dates are dates, and what begins like a formula is text."""
    paper = Paper("", title="=SUM(1;2)", number="9", symbol="ĐLKV-KD", dated_on=date(2026, 5, 4))
    app.register.add(held, paper, ())
    sheet = load_workbook(BytesIO(app.register.workbook(app.register.rows(held)))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    (mine,) = [row for row in rows if row[1] == "09/ĐLKV-KD"]
    assert mine[3] == "=SUM(1;2)"
    assert mine[2] == datetime(2026, 5, 4)
    assert mine[7] == "Văn bản đến"
    assert [
        cell.data_type for row in sheet.iter_rows(min_row=6) for cell in row if cell.value == "=SUM(1;2)"
    ] == ["s"]


# --- numbers ------------------------------------------------------------------------------------------


def test_the_next_number_counts_all_conferences_of_the_year(app: App, held: str) -> None:
    other = app.planning.copy_of(held)
    _numbered(app, other, NOTICE, "11", date(2026, 4, 8))
    paper = Paper("vb-x", "notice", symbol="TB-UBND", dated_on=date(2026, 5, 4))
    assert app.register.free_number(held, paper) == "12"
    assert app.register.free_number(held, replace(paper, dated_on=date(2027, 1, 4))) == "01"
    assert app.register.free_number(held, replace(paper, symbol="BC-UBND")) == "01"


def test_a_number_used_twice_is_refused_until_a_reason_is_given(app: App, held: str) -> None:
    """Also where it was used in another conference; the sentence names where and what is free."""
    other = app.planning.copy_of(held)
    _numbered(app, other, NOTICE, "12", date(2026, 4, 13))
    _numbered(app, held, MINUTES, "12", date(2026, 4, 24))  # another series
    assert app.documents.kinds()
    paper = replace(Paper("vb-y", symbol="TB-UBND"), kind="notice", number="12", dated_on=date(2026, 5, 4))
    (check,) = [one for one in app.register.checks(held, paper) if one.kind is CheckKind.TWICE]
    assert "12/TB-UBND" in check.sentence
    assert "13/4/2026" in check.sentence
    assert check.sentence.endswith("số còn trống tiếp theo là 13.")
    with pytest.raises(BadInput, match="đã dùng"):
        app.register.fit(held, paper)
    (kept,) = app.register.fit(held, paper, again="Văn thư cấp trùng")
    assert "Dùng lại số 12/TB-UBND: Văn thư cấp trùng" in kept.note
    assert CheckKind.TWICE not in _kinds(app, held, kept)


def test_a_number_written_with_its_symbol_is_no_number(app: App, held: str) -> None:
    with pytest.raises(BadInput, match="Chỉ ghi phần số"):
        _numbered(app, held, MINUTES, "07/BB-UBND", date(2026, 4, 24))
    assert _row(app, held, MINUTES).paper.number == ""


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 4, 23), CheckKind.BEFORE_SESSION),
        (date(2026, 5, 30), CheckKind.FUTURE),
        (date(2026, 4, 30), CheckKind.DAY_OFF),
    ],
)
def test_a_date_that_cannot_be_is_told(app: App, held: str, day: date, kind: CheckKind) -> None:
    paper = Paper("vb-conclusion", "conclusion", symbol="TB-UBND", number="12", dated_on=day)
    assert kind in _kinds(app, held, paper)
    fine = replace(paper, dated_on=date(2026, 5, 4))
    assert not _kinds(app, held, fine) & {CheckKind.BEFORE_SESSION, CheckKind.FUTURE, CheckKind.DAY_OFF}


def test_a_paper_is_not_older_than_what_it_cites(app: App, held: str) -> None:
    paper = Paper("vb-conclusion", "conclusion", symbol="TB-UBND", number="12", dated_on=date(2026, 4, 23))
    (check,) = [c for c in app.register.checks(held, paper) if c.kind is CheckKind.BEFORE_CITED]
    assert "Biên bản hội nghị" in check.sentence
    same_day = replace(paper, dated_on=date(2026, 4, 24))
    assert CheckKind.BEFORE_CITED not in _kinds(app, held, same_day)


def test_numbers_follow_the_dates(app: App, held: str) -> None:
    other = app.planning.copy_of(held)
    _numbered(app, other, NOTICE, "14", date(2026, 4, 20))
    paper = Paper("vb-conclusion", "conclusion", symbol="TB-UBND", number="13", dated_on=date(2026, 5, 4))
    assert CheckKind.ORDER in _kinds(app, held, paper)
    assert CheckKind.ORDER not in _kinds(app, held, replace(paper, number="15"))
    same_day = replace(paper, dated_on=date(2026, 4, 20))
    assert CheckKind.ORDER not in _kinds(app, held, same_day), "two papers of one day have no order"


def test_a_new_year_begins_with_01(app: App, held: str) -> None:
    _numbered(app, app.planning.copy_of(held), NOTICE, "48", date(2025, 12, 29))
    paper = Paper("vb-conclusion", "conclusion", symbol="TB-UBND", number="49", dated_on=date(2026, 5, 4))
    assert CheckKind.YEAR in _kinds(app, held, paper)
    assert CheckKind.YEAR not in _kinds(app, held, replace(paper, number="01"))


def test_issuing_from_words_that_changed_since_the_freeze_is_told(app: App, held: str) -> None:
    paper = Paper("vb-conclusion", "conclusion", symbol="TB-UBND", number="12", dated_on=date(2026, 5, 4))
    assert CheckKind.CHANGED not in _kinds(app, held, paper)
    opinion = app.live.records(held).opinions[0]
    app.live.edit_opinion(held, opinion.id, text="Nắp cống trước nhà văn hóa đã sập từ tháng 3")
    assert CheckKind.CHANGED in _kinds(app, held, paper)


# --- acts ---------------------------------------------------------------------------------------------


def test_own_words_and_receivers_are_kept_and_taken_back(app: App, held: str) -> None:
    wanted = replace(
        _row(app, held, MINUTES).paper,
        recipients=("Thường trực Đảng ủy (b/c)", " ", "Lưu: VT"),
        parts=(PaperPart("assessment", "Hội nghị diễn ra nghiêm túc."), PaperPart("empty", " ")),
        note="Chờ ký",
    )
    kept = app.register.save(held, wanted)
    assert kept.recipients == ("Thường trực Đảng ủy (b/c)", "Lưu: VT")
    assert [part.key for part in kept.parts] == ["assessment"]
    app.live.undo(held)
    assert not _row(app, held, MINUTES).stored
    app.live.redo(held)
    assert _row(app, held, MINUTES).paper == kept


def test_a_paper_goes_from_draft_to_posted(app: App, held: str) -> None:
    made = _issue(app, held, MINUTES, "7", date(2026, 4, 24))
    row = _row(app, held, MINUTES)
    assert (made.state, row.next, row.group) == (PaperState.SIGNED, Next.POST, Group.TODO)
    app.register.posted(
        held, (MINUTES,), date(2026, 4, 29), ("Trụ sở UBND xã", "Nhà văn hóa thôn Phú Ấp", "")
    )
    row = _row(app, held, MINUTES)
    assert (row.paper.state, row.group, row.next) == (PaperState.POSTED, Group.ISSUED, None)
    assert row.paper.posted_at == ("Trụ sở UBND xã", "Nhà văn hóa thôn Phú Ấp")
    app.register.posted(held, (MINUTES,), None, ("Trụ sở UBND xã",))
    assert _row(app, held, MINUTES).paper.posted_at == (), "posted nowhere is posted at no place"
    app.live.undo(held)
    app.live.undo(held)
    assert _row(app, held, MINUTES).next is Next.POST


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 5, 5), "chưa đến"), (date(2026, 4, 23), "trước ngày của văn bản")]
)
def test_a_day_of_posting_that_cannot_be_is_refused(app: App, held: str, day: date, words: str) -> None:
    _issue(app, held, MINUTES, "7", date(2026, 4, 24))
    with pytest.raises(BadInput, match=words):
        app.register.posted(held, (MINUTES,), day, ("Trụ sở UBND xã",))
    with pytest.raises(BadInput, match="chưa phát hành"):
        app.register.sent(held, (PLAN,), date(2026, 4, 24))
    assert _row(app, held, MINUTES).paper.posted_on is None


def test_an_issued_paper_keeps_its_number_and_words(app: App, held: str) -> None:
    made = _issue(app, held, MINUTES, "7", date(2026, 4, 24))
    with pytest.raises(BadInput, match="bản thay thế"):
        app.register.save(held, replace(made, number="8"))
    with pytest.raises(BadInput, match="bản thay thế"):
        app.register.remove(held, MINUTES)
    assert app.register.save(held, replace(made, note="Đã giao văn thư")).number == "7"
    assert _row(app, held, MINUTES).paper.note == "Đã giao văn thư"


def test_a_replacement_makes_the_old_one_an_old_one_once_it_is_issued(app: App, held: str) -> None:
    _issue(app, held, PLAN, "42", date(2026, 4, 1))
    with pytest.raises(BadInput, match="lý do"):
        app.register.replace(held, PLAN, "  ")
    draft = app.register.replace(held, PLAN, "Ghi nhầm giờ họp")
    assert (draft.version, draft.replaces, draft.number) == (2, PLAN, "")
    assert app.register.replace(held, PLAN, "Ghi nhầm giờ họp").id == draft.id
    assert _row(app, held, PLAN).group is not Group.OLD
    _issue(app, held, draft.id, "45", date(2026, 5, 4))
    assert _row(app, held, PLAN).group is Group.OLD
    assert _row(app, held, draft.id).paper.reason == "Ghi nhầm giờ họp"


def test_the_number_of_what_was_replaced_is_given_to_nothing_else(app: App, held: str) -> None:
    """It was signed and sent with that number; only the same paper may keep it."""
    _issue(app, held, MINUTES, "7", date(2026, 4, 24))
    first = _issue(app, held, "vb-conclusion", "12", date(2026, 5, 4))
    again = app.register.replace(held, first.id, "Ghi nhầm đơn vị")
    _issue(app, held, again.id, "15", date(2026, 5, 4))
    assert _row(app, held, first.id).group is Group.OLD
    notice = Paper("vb-notice", "notice", symbol="TB-UBND", number="12", dated_on=date(2026, 5, 4))
    assert CheckKind.TWICE in _kinds(app, app.planning.copy_of(held), notice)
    third = app.register.replace(held, again.id, "Ghi nhầm ngày")
    for number in ("12", "15"):
        assert CheckKind.TWICE not in _kinds(app, held, replace(third, number=number))


def test_minutes_frozen_again_ask_for_a_second_version(app: App, held: str) -> None:
    _issue(app, held, MINUTES, "7", date(2026, 4, 24))
    opinion = app.live.records(held).opinions[0]
    app.live.edit_opinion(held, opinion.id, text="Nắp cống trước nhà văn hóa bị sập")
    app.closing.freeze(held, reason="Ghi thiếu địa điểm")
    row = _row(app, held, f"{MINUTES}~2")
    assert (row.paper.replaces, row.paper.reason, row.paper.number) == (MINUTES, "Ghi thiếu địa điểm", "7")
    assert row.next is Next.ISSUE
    made = _issue(app, held, row.id, "7", date(2026, 4, 24))  # the same number is its own
    assert made.minutes_version == 2
    assert _row(app, held, MINUTES).group is Group.OLD


def test_a_letter_that_came_in_is_kept_with_its_scan(app: App, held: str, tmp_path: Path) -> None:
    scan = tmp_path / "Điện lực trả lời.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    files = app.register.take_files((scan,))
    paper = Paper(
        "", title="Về đường dây hạ thế thôn Phú Ấp", number="215", symbol="ĐLKV-KD", dated_on=date(2026, 5, 4)
    )
    made = app.register.add(held, paper, files)
    row = _row(app, held, made.id)
    assert (row.group, row.next, row.paper.files[0].name) == (Group.ISSUED, None, "Điện lực trả lời.pdf")
    with pytest.raises(BadInput, match="trích yếu"):
        app.register.add(held, replace(paper, title=" "), files)
    app.register.remove(held, made.id)
    with pytest.raises(NotFound):
        _row(app, held, made.id)
    app.live.undo(held)
    assert _row(app, held, made.id).paper == made


def test_the_number_of_another_office_is_none_of_ours(app: App, held: str) -> None:
    """UBND tỉnh also writes "UBND-NC": its letter in the register takes no number of ours."""
    incoming = Paper(
        "", title="Về kiến nghị cử tri", number="900", symbol="UBND-NC", dated_on=date(2026, 5, 4)
    )
    app.register.add(held, incoming, ())
    ours = Paper("vb-r", "replies", symbol="UBND-VP", dated_on=date(2026, 5, 4))
    assert app.register.free_number(held, ours) == "01"
