"""One answer for several opinions: one act, in step, never a chain, and the same everywhere (L3, M1, M2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.joint_answers import JointAnswers, waiting
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.petition_results import results_of
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Opinion, Outcome, Voice
from dialogue_desktop.errors import NotFound
from dialogue_desktop.exchange.excel_rows import rows_of
from tests.documents.paper import docx_flow, read_pdf, squeezed

DAY = date(2026, 5, 8)
SAID = "Xã sẽ làm cống qua đường trong quý III."


def _say(app: App, cid: str, text: str, name: str = "Lê Thị Ổn", **more: object) -> Opinion:
    item = LiveItem(text=text, voices=(Voice(name, "bà", "thôn Phú Ấp"),), consent=True)
    return app.live.save_item(cid, item, **more)


def _answer(app: App, cid: str, *others: str, opinion_id: str = "", **more: object) -> Opinion:
    item = LiveItem(
        opinion_id, text="Cống bản ở xóm Đình hỏng.", voices=(Voice("Vũ Đình Ất", "ông", "thôn Đồng Vạn"),),
        rounds=(Round(answerer="ông Trần Hữu Lẫm", answerer_position="Trưởng phòng Kinh tế", text=SAID),),
        outcome=Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DAY, consent=True,
    )  # fmt: skip
    return app.live.answer_jointly(cid, replace(item, **more), others)  # type: ignore[arg-type]


def _now(app: App, cid: str, opinion: Opinion) -> Opinion:
    return next(one for one in app.live.records(cid).opinions if one.id == opinion.id)


def test_one_act_ties_and_one_undo_parts(app: App, cid: str) -> None:
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    before = app.live.records(cid)
    lead = _answer(app, cid, first.id, second.id)
    for one in (first, second):
        now = _now(app, cid, one)
        assert (now.answered_with, now.outcome, now.unit, now.deadline) == (
            lead.id, Outcome.WRITTEN, "Phòng Kinh tế", DAY,
        )  # fmt: skip
    newest = app.live.history(cid, 1)[0]
    assert newest.kind == "opinion.joint"
    assert app.live.entry_text(newest) == "ghi trả lời chung: ông Vũ Đình Ất, Hẹn văn bản"
    app.live.undo(cid)
    assert app.live.records(cid) == before
    app.live.redo(cid)
    assert _now(app, cid, first).answered_with == lead.id


def test_the_others_stay_in_step_but_for_what_was_set_apart(app: App, cid: str) -> None:
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    lead = _answer(app, cid, first.id, second.id)
    app.live.edit_opinion(cid, second.id, unit="Công an xã")
    entries = len(app.live.history(cid))
    _answer(app, cid, first.id, second.id, opinion_id=lead.id, unit="Phòng VH – XH", outcome=Outcome.PARTLY)
    assert len(app.live.history(cid)) == entries + 1
    assert (_now(app, cid, first).unit, _now(app, cid, first).outcome) == ("Phòng VH – XH", Outcome.PARTLY)
    assert (_now(app, cid, second).unit, _now(app, cid, second).outcome) == ("Công an xã", Outcome.PARTLY)


def test_one_that_is_ticked_off_is_unanswered_again(app: App, cid: str) -> None:
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    lead = _answer(app, cid, first.id, second.id)
    _answer(app, cid, second.id, opinion_id=lead.id, outcome=Outcome.PARTLY)
    now = _now(app, cid, first)
    assert (now.answered_with, now.outcome, now.unit, now.deadline) == ("", None, "", None)
    assert [one.id for one in waiting(app.live.records(cid))] == [first.id]
    fields = [(c.record, c.id, c.field) for c in app.live.history(cid, 1)[0].changes]
    assert len(fields) == len(set(fields))


def test_no_chain_and_no_circle_comes_to_be(app: App, cid: str) -> None:
    """What leads others brings them along; what is answered elsewhere cannot lead."""
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    lead = _answer(app, cid, first.id)
    other = _answer(app, cid, lead.id, second.id)
    assert {_now(app, cid, one).answered_with for one in (first, second, lead)} == {other.id}
    # From one that is answered jointly: it leads from now on, and the one it was answered with follows.
    _answer(app, cid, other.id, opinion_id=first.id, answered_with=other.id)
    assert _now(app, cid, first).answered_with == ""
    assert {_now(app, cid, one).answered_with for one in (second, lead, other)} == {first.id}
    # A tie that is written by hand goes to the lead, never to oneself, never to what is not there.
    for wanted, stands in ((lead.id, first.id), ("khong-co", "")):
        made = app.live.save_item(cid, LiveItem(text="Đèn hỏng.", answered_with=wanted))
        assert made.answered_with == stands
    app.live.save_item(cid, LiveItem(first.id, text="Đường ngập.", answered_with=second.id))
    assert _now(app, cid, first).answered_with == ""


def test_removing_the_answer_leaves_the_others_unanswered_until_undo(app: App, cid: str) -> None:
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    lead = _answer(app, cid, first.id, second.id)
    whole = app.live.records(cid)
    app.live.remove_opinion(cid, lead.id)
    assert {(o.answered_with, o.outcome) for o in app.live.records(cid).opinions} == {("", None)}
    app.live.undo(cid)
    assert app.live.records(cid) == whole
    with pytest.raises(NotFound):
        app.live.answer_apart(cid, "khong-co")
    app.live.remove_opinions(cid, (lead.id, first.id))
    assert [o.id for o in app.live.records(cid).opinions] == [second.id]


def test_a_joint_answer_counts_everywhere(app: App, cid: str) -> None:
    """M3, F3, E2: nothing missing, told in the results and in the row of the workbook."""
    first = _say(app, cid, "Đường ngập.")
    lead = _answer(app, cid, first.id, outcome=Outcome.ANSWERED, deadline=None, unit="")
    missing = {gap.id for gap in app.closing.check(cid).missing}
    assert not missing & {f"{kind}-{one.id}" for kind in ("outcome", "answer") for one in (first, lead)}
    records = app.live.records(cid)
    assert [one.answer for one in results_of(records, DAY)] == [SAID, SAID]
    row = rows_of(records)[first.id]
    assert (row.answer, row.answerer) == (SAID, "ông Trần Hữu Lẫm, Trưởng phòng Kinh tế")
    assert row.note == f"Trả lời chung với ý kiến số {lead.number}"
    found = app.search.opinions("duong ngap").rows
    assert [one.id for one in found] == [first.id]
    whole = app.search.whole(cid, first.id)
    assert whole is not None
    assert [one.text for one in whole[1]] == [SAID]


def _minutes(app: App, cid: str, *, public: bool) -> Document:
    view = app.planning.view(cid)
    if public:
        view = replace(view, records=posted(view.records).records)
    engine = app.documents.engine()
    return doc_minutes.build(
        view, engine.sheet("nd30"), engine.phrases("minutes"), "{count} bản {purpose}", posted=public
    )


def _lines(app: App, tree: Document) -> list[str]:
    return [
        " ".join(line.split())
        for line in app.documents.engine().text(tree).replace("\u00a0", " ").splitlines()
    ]


@pytest.mark.parametrize("public", [False, True])
def test_the_minutes_say_the_joint_answer_once(app: App, cid: str, public: bool) -> None:
    """M1, M2: at the others one line refers to it; who answers too is no new round. PDF, Word and plain
    text have the same words."""
    first = _say(app, cid, "Đường ngập.")
    lead = _answer(
        app, cid, first.id,
        rounds=(
            Round(answerer="ông Trần Hữu Lẫm", answerer_position="Trưởng phòng Kinh tế", text=SAID),
            Round(answerer="ông Phạm Quốc Thắng", text="Xã đã đề nghị tỉnh.", added=True),
            Round(follow_up="Quý III là tháng mấy?", text="Tháng 9."),
            Round(text="Sẽ báo thôn trước.", added=True),
        ),
    )  # fmt: skip
    tree = _minutes(app, cid, public=public)
    lines = _lines(app, tree)
    assert f"Trả lời: như trả lời ý kiến số {lead.number}." in lines
    assert sum(SAID in line for line in lines) == 1
    who = f"Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế, trả lời chung cho cả ý kiến số {first.number}:"
    assert f"{who} {SAID}" in lines
    assert "Ông Phạm Quốc Thắng trả lời thêm: Xã đã đề nghị tỉnh." in lines
    assert "Trả lời: Tháng 9." in lines
    assert "Trả lời thêm: Sẽ báo thôn trước." in lines
    engine = app.documents.engine()
    words = squeezed("".join(lines))
    assert read_pdf(engine.pdf(tree).data).flow == words
    assert docx_flow(engine.docx(tree).data) == words


def test_marked_ones_are_named_before_the_end(app: App, cid: str) -> None:
    """L3: Ctrl+M is not forgotten."""
    marked = _say(app, cid, "Đường ngập.", marked=True)
    gap = next(g for g in app.closing.check(cid).missing if g.id == f"marked-{marked.id}")
    assert (gap.text, gap.record_id, gap.field) == ("Ý kiến số 1 còn đánh dấu xem lại", marked.id, "marked")


def test_a_withheld_lead_leaves_its_answer_to_the_others(app: App, cid: str) -> None:
    """M2: what may not be posted goes, the answer to the others stays, said once."""
    first, second = _say(app, cid, "Đường ngập."), _say(app, cid, "Mương tắc.")
    rounds = (Round(text=SAID), Round(follow_up="Nhà tôi ở số 5.", text="Sẽ đến xem."))
    lead = _answer(app, cid, first.id, second.id, rounds=rounds)
    app.live.edit_opinion(cid, lead.id, withheld=True)
    shown = posted(app.live.records(cid)).records
    joint = JointAnswers(shown)
    opinions = {one.id: one for one in shown.opinions}
    assert [a.text for a in joint.answers_to(opinions[first.id])] == [SAID, "Sẽ đến xem."]
    assert joint.lead_of(opinions[second.id]) == opinions[first.id]
    assert joint.answers_to(opinions[lead.id]) == ()
    assert "số 5" not in str(shown)


def test_what_is_owed_names_its_own_outcome_where_nobody_has_it_yet(app: App, cid: str) -> None:
    """M1: not that of the first in the list."""
    _say(app, cid, "Đường ngập.", outcome=Outcome.WRITTEN)
    _say(app, cid, "Ranh giới đất.", outcome=Outcome.OFF_TOPIC)
    lines = _lines(app, _minutes(app, cid, public=False))
    assert any(
        line.endswith("số 2 của bà Lê Thị Ổn (thôn Phú Ấp): ngoài nội dung hội nghị, trả lời riêng.")
        for line in lines
    )
