"""What the list says of each paper: what it holds, or why it cannot be made yet (C3, C7–C11, G5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.paper_choices import READ, USUAL, PaperChoices
from dialogue_desktop.domain.plan import TimeKind, TimePlan
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.document_kinds import BEFORE_KINDS
from ui.papers import choosing, words
from ui.papers.choice_form import ROWS


def said(app: App, cid: str, name: str, choices: PaperChoices = USUAL) -> str:
    return words.holds(name, app.documents.papers.holdings(cid), choices)


def test_the_page_says_before_it_is_tried_what_cannot_be_made(app: App, cid: str) -> None:
    """G5: for a conference just planned, one without groups and seats, and the sample, the reason on the page
    stands exactly where the paper is refused."""
    planned = app.planning.create(year=2024)
    bare = app.planning.create(year=2023)
    plan = app.planning.plan(bare)
    app.planning.save_plan(bare, replace(plan, participants=(), quotas=(), tasks=()))
    refused: dict[str, set[str]] = {}
    for conference in (planned, bare, cid):
        holdings = app.documents.papers.holdings(conference)
        for kind in BEFORE_KINDS:
            try:
                app.documents.papers.read(kind.name, conference)
            except BadInput:
                assert words.want(kind.name, holdings) is not None, kind.name
                refused.setdefault(conference, set()).add(kind.name)
            else:
                assert words.want(kind.name, holdings) is None, kind.name
    assert refused[planned] == {
        "assigned-questions", "prepared-report", "previous-results", "delegates", "posting-record", "sign-in",
    }  # fmt: skip
    assert refused[bare] == {*refused[planned], "invitations"}
    assert refused[cid] == {"previous-results"}


def test_every_paper_stands_in_the_list_once() -> None:
    """C1–C11: all that there is before the day, by purpose; every choice has a place in the form."""
    listed = [name for group in words.GROUPS for name in group.papers]
    assert sorted(listed) == sorted(kind.name for kind in BEFORE_KINDS)
    assert {paper: sorted(fields) for paper, fields in READ.items()} == {
        paper: sorted(name for line in lines for name in line) for paper, lines in ROWS.items()
    }


def test_what_each_holds(app: App, cid: str) -> None:
    """By what is there and what is chosen, in the words of the office."""
    assert said(app, cid, "plan") == "Số 42/KH-UBND ngày 01/4/2026"
    assert said(app, cid, "budget") == "4 khoản, 2.125.000 đồng"
    assert said(app, cid, "notice") == "08 giờ 00, thứ Sáu 24/4/2026"
    assert said(app, cid, "slips") == "75 phiếu, 5 lần phát, 2 phiếu một trang"
    assert said(app, cid, "slips", PaperChoices(per_page=1)) == "75 phiếu, 5 lần phát, mỗi phiếu một trang"
    assert said(app, cid, "assigned-questions") == "15 ý kiến, 4 đơn vị"
    assert said(app, cid, "prepared-report") == "15 ý kiến, 10 lĩnh vực, 15 đã có trả lời"
    assert said(app, cid, "invitations", PaperChoices(per_page=2)) == "40 giấy mời, 2 giấy một trang"
    groups = len(app.planning.plan(cid).participants)
    blank = said(app, cid, "invitations", PaperChoices(blank_letters=3))
    assert blank == f"{3 * groups} giấy để trống tên, mỗi giấy một trang"
    assert said(app, cid, "sign-in") == "41 người có tên, 2 thôn"
    assert words.facts(17, 0)[0] == "17 văn bản, đều lập được"


def test_what_is_not_known_yet(app: App, cid: str) -> None:
    """P2, P6: no number, no day, no budget: said, and printed with room for the pen."""
    plan = app.planning.plan(cid)
    time = TimePlan(TimeKind.MONTH, month=9, year=2026)
    app.planning.save_plan(cid, replace(plan, number="", time=time, budget=(), programme=()))
    assert said(app, cid, "plan") == "Chưa có số, để trống ghi tay"
    assert said(app, cid, "notice") == "Trong tháng 9/2026"
    assert said(app, cid, "budget") == "Chưa có khoản nào, in bảng để trống"
    assert said(app, cid, "programme") == "Chưa có bước nào, in bảng để trống"


def test_what_is_typed_is_read_or_says_why_not() -> None:
    """G5: days with and without their weekday, counts; the last readable value stays."""
    chosen = choosing.changed(USUAL, "issued_on", "thứ Tư 01/4/2026")
    assert chosen.issued_on == date(2026, 4, 1)
    assert choosing.changed(chosen, "issued_on", "31/4/2026") == chosen
    assert choosing.problem("issued_on")("31/4/2026")
    assert choosing.problem("issued_on")("") == ""
    assert choosing.changed(USUAL, "walk_ins", "12").walk_ins == 12
    assert choosing.problem("blank_letters")("1000") == "Nhiều nhất 500."
    assert choosing.problem("walk_ins")("năm") == "Chỉ ghi số, ví dụ 120 hoặc 1.150."
    assert choosing.write("per_page", "slips", USUAL) == 2
    assert choosing.write("public", "previous-results", USUAL) is True
    kept = choosing.kept("slips", PaperChoices(per_page=1, number="05", only=("p1",)))
    assert kept == PaperChoices(per_page=1)
