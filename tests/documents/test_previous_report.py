"""The report on the conference before: figures, states, what goes on, each petition (C9, F3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.petition_results import ResultState, results_of
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records
from tests.documents.before_the_day import AS_OF, built, rows_of, words_of


@pytest.mark.parametrize(
    ("outcome", "deadline", "state"),
    [
        (Outcome.ANSWERED, None, ResultState.SETTLED),
        (Outcome.NOTED, None, ResultState.SETTLED),
        (Outcome.REFUSED, None, ResultState.SETTLED),
        (Outcome.REFUSED, date(2026, 4, 30), ResultState.SETTLED),
        (Outcome.ANSWERED, date(2026, 8, 30), ResultState.DOING),
        (Outcome.NOTED, date(2026, 4, 30), ResultState.OPEN),
        (Outcome.WRITTEN, date(2026, 5, 8), ResultState.DOING),
        (Outcome.WRITTEN, date(2026, 5, 6), ResultState.OPEN),
        (Outcome.PARTLY, None, ResultState.DOING),
        (Outcome.OFF_TOPIC, date(2026, 5, 7), ResultState.DOING),
        (Outcome.ESCALATED, date(2026, 4, 29), ResultState.SENT_UP),
        (None, None, ResultState.OPEN),
    ],
)
def test_state_of_a_petition(outcome: Outcome | None, deadline: date | None, state: ResultState) -> None:
    """C9: as the records tell it; a promise past its day is open until more is known."""
    records = Records(opinions=(Opinion("a", outcome=outcome, deadline=deadline),))
    (result,) = results_of(records, AS_OF)
    assert result.state is state
    assert result.carried_on is (state is not ResultState.SETTLED)


def test_results_by_state_add_up_and_open_ones_go_on(engine: Engine) -> None:
    """C9, F3: figures, every petition once in the appendix, all open ones in the list that goes on."""
    document = built(engine, "previous-results")
    words = words_of(engine, document)
    assert "Hội nghị có 40 ý kiến, kiến nghị: 18 đã giải quyết, trả lời (45%)" in words
    *fields, total = rows_of(document, "TT|Lĩnh vực")
    assert total[0] == "Tổng cộng"
    assert [sum(int(row[k]) for row in fields) for k in range(2, 7)] == [int(n) for n in total[1:]]
    assert sum(int(n) for n in total[2:]) == int(total[1]) == 40
    told = rows_of(document, "Số|Nội dung ý kiến, kiến nghị")
    assert sorted(int(row[0]) for row in told if len(row) == 5) == list(range(1, 41))
    heads = [row[0] for row in told if len(row) == 1]
    assert [head.split(" (")[0] for head in heads] == [
        "Đã giải quyết, trả lời", "Đang giải quyết", "Chuyển cấp trên", "Chưa giải quyết xong",
    ]  # fmt: skip
    carried = rows_of(document, "Số|Lĩnh vực")
    assert len(carried) == 22
    assert [
        "1",
        "Nông nghiệp, thủy lợi",
        "Chưa giải quyết xong",
        "Phòng Kinh tế",
        "05/5/2026\n(đã quá hạn)",
    ] in carried
    assert "tiếp tục được theo dõi, báo cáo tại Hội nghị trao đổi, đối thoại" in words
    assert "năm 2025 ngày 24/4/2025" in words


def test_an_answer_at_the_hall_comes_before_the_prepared_one(engine: Engine) -> None:
    """C9: every round that was said, the reply's number where it is known."""
    asked = Opinion("a", 1, text="Hỏi.", prepared_answer="Soạn sẵn.", outcome=Outcome.ANSWERED)
    records = Records(
        opinions=(asked,),
        answers=(Answer("1", "a", 1, text="Nói lần đầu."), Answer("2", "a", 2, "Chưa rõ", text="Nói lại.")),
    )
    words = words_of(engine, built(engine, "previous-results", records=records))
    assert "Nói lần đầu. Nói lại." in words
    assert "Soạn sẵn" not in words
    assert "Không còn ý kiến, kiến nghị nào phải giải quyết tiếp." in words
    (told,) = results_of(records, AS_OF)
    assert replace(told, reply="số 21/UBND-VP").reply == "số 21/UBND-VP"
