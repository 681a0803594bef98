"""A promise kept settles its opinion everywhere; a day that was promised is owed (F1, F3, C9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState, StepKind
from dialogue_desktop.domain.following import Update
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.petition_results import ResultState
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.domain.search import SearchFilters
from dialogue_desktop.errors import BadInput
from tests.follow.held import FEE, TRAFO, WATER, key, planned

TODAY = date(2026, 5, 7)
DONE = Update(TODAY, CommitmentState.DONE, "Đã nạo vét xong 500 m kênh", letter="58/BC-KT", letter_on=TODAY)


def _owed(app: App) -> list[int]:
    found = app.search.opinions("", SearchFilters(state=OpinionState.OWED)).rows
    assert all(row.state is OpinionState.OWED for row in found)
    return sorted(row.number for row in found)


def test_a_kept_promise_settles_its_opinion_in_search_and_taking_it_back_owes_it_again(
    app: App, held: str
) -> None:
    assert _owed(app) == [1, 2, 3, 4]
    app.follow_up.update([key(held)], DONE)
    assert _owed(app) == [2, 3, 4]
    app.live.undo(held)
    assert _owed(app) == [1, 2, 3, 4]
    app.live.redo(held)
    app.live.edit_opinion(held, "kenh", text="Kênh N4 đoạn qua Đồng Vạn bị lấp.")
    assert _owed(app) == [2, 3, 4]


def test_an_answer_with_a_day_is_owed_until_it_is_kept(app: App, held: str) -> None:
    item = LiveItem(
        text="Đèn đường xóm Đình hỏng.", voices=(Voice("Hoàng Thị Mỵ", "bà", "thôn Phú Ấp"),),
        rounds=(Round(text="Xã sẽ sửa trong tháng 6."),), outcome=Outcome.ANSWERED,
        unit="Văn phòng", deadline=date(2026, 6, 30), new_id="den",
    )  # fmt: skip
    app.live.save_item(held, item)
    assert 6 in _owed(app)
    app.live.edit_opinion(held, "den", deadline=None)
    assert 6 not in _owed(app)


def test_carrying_on_is_one_act_in_each_conference_and_ends_in_the_same_truth(app: App, held: str) -> None:
    later = planned(app, date(2026, 10, 16))
    keys = [key(held, TRAFO), key(held, WATER)]
    app.follow_up.update(
        [keys[0]],
        Update(TODAY, CommitmentState.WAITING, letter="21/UBND-KT", letter_on=date(2026, 4, 27)),
    )
    assert app.follow_up.carry(keys, later) == (later, held)
    there = {one.carried_from: one for one in app.live.records(later).commitments}
    first = there[str(keys[0])]
    assert (first.number, first.state, first.unit) == (1, CommitmentState.WAITING, "Phòng Kinh tế")
    (line,) = app.live.records(later).steps_of(first.id)
    assert (line.kind, line.text) == (
        StepKind.CARRIED,
        "Tiếp tục cam kết số 2 của hội nghị Đồng Vạn – Phú Ấp, họp thứ Sáu 24/4/2026",
    )
    board = app.boards.read()
    assert board.sums.carried == 2
    assert (board.sums.late, board.sums.soon, board.sums.in_time, board.sums.waiting) == (2, 1, 2, 1)
    row = board.row(f"{later}/{first.id}")
    assert row is not None
    assert (row.who(), row.localities, row.field) == ("Bà Lò Thị Ế", ("thôn Phú Ấp",), "Điện")
    assert _owed(app) == [1, 2, 3, 4]
    app.follow_up.update(
        [key(later, first.id)],
        Update(TODAY, CommitmentState.DONE, "Đã thay trạm 320 kVA", letter="312/ĐLKV", incoming=True),
    )
    assert _owed(app) == [1, 3, 4]
    results = {one.opinion.id: one for one in app.documents.previous.of(later, public=False).results}
    assert results["tram"].state is ResultState.SETTLED
    assert (results["tram"].done, results["tram"].reply) == ("Đã thay trạm 320 kVA.", "312/ĐLKV")
    assert results["nuoc"].state is ResultState.DOING
    for conference_id in (later, later, held):
        app.live.undo(conference_id, carried=True)
    assert app.live.records(later).commitments == ()
    assert app.boards.read().sums.carried == 0
    assert _owed(app) == [1, 2, 3, 4]


def test_what_cannot_be_carried_is_refused(app: App, held: str) -> None:
    later = planned(app, date(2026, 10, 16))
    with pytest.raises(BadInput, match="chính hội nghị ấy"):
        app.follow_up.carry([key(held)], held)
    app.follow_up.update([key(held)], DONE)
    with pytest.raises(BadInput, match="Cam kết số 1 đã xong"):
        app.follow_up.carry([key(held, FEE), key(held)], later)
    assert app.live.records(later).commitments == ()
    app.follow_up.carry([key(held, FEE)], later)
    with pytest.raises(BadInput, match="Cam kết số 3"):
        app.follow_up.carry([key(held, FEE)], later)


def test_the_next_conference_tells_what_was_done_since(app: App, held: str) -> None:
    """C9, F3: state, what was done, number and date of the reply; nobody without consent is named."""
    later = planned(app, date(2026, 10, 16))
    app.follow_up.update([key(held)], DONE)
    app.follow_up.update(
        [key(held, WATER)],
        Update(
            TODAY, CommitmentState.PUT_OFF, reason="Chờ kết quả của bà Lê Thị Ổn, điện thoại 0912 345 678",
            deadline=date(2026, 9, 15),
        ),
    )  # fmt: skip
    app.follow_up.update(
        [key(held, TRAFO)],
        Update(TODAY, CommitmentState.WAITING, letter="21/UBND-KT", letter_on=date(2026, 4, 27)),
    )
    app.follow_up.update(
        [key(held, "cam-thung")], Update(TODAY, CommitmentState.DONE, reason="Đã niêm yết tại nhà văn hóa")
    )
    found = app.documents.previous.of(later, public=True)
    by_id = {one.opinion.id: one for one in found.results}
    assert {name: one.state.value for name, one in by_id.items()} == {
        "kenh": "da_giai_quyet",
        "tram": "chuyen_cap_tren",
        "phi": "dang_giai_quyet",
        "nuoc": "dang_giai_quyet",
        "duong": "da_giai_quyet",
    }
    assert by_id["kenh"].reply == "58/BC-KT ngày 07/5/2026"
    assert by_id["nuoc"].opinion.deadline == date(2026, 9, 15)
    assert by_id["nuoc"].done == "Chờ kết quả của công dân thôn Phú Ấp, điện thoại [số đã che]."
    assert found.conclusions == ()
    pdf = pypdfium2.PdfDocument(app.documents.record_paper("previous-results", later).data)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    pdf.close()
    words = words.replace("\u00a0", " ")
    assert "Đã thực hiện xong ngày 07/5/2026." in words
    assert "Văn bản trả lời: 58/BC-KT ngày 07/5/2026." in words
    assert "Lùi thời hạn đến ngày 15/9/2026." in words
    assert "Đang chờ Điện lực khu vực Đông Lâm giải quyết." in words
    assert "Văn bản đã gửi: 21/UBND-KT ngày 27/4/2026." in words
    assert "Lê Thị Ổn" not in words


def test_the_reply_that_the_register_issued_is_cited(app: App, held: str) -> None:
    from dialogue_desktop.domain.after_records import Paper
    from dialogue_desktop.domain.promise_results import replies_of

    issued = Paper(
        "a", "replies", number="12", symbol="UBND-VP", dated_on=TODAY, opinion_ids=("phi",),
        issued_at=app.clock.now(),
    )  # fmt: skip
    draft = replace(issued, id="b", opinion_ids=("nuoc",), issued_at=None)
    assert replies_of([issued, draft]) == {"phi": "12/UBND-VP ngày 07/5/2026"}
