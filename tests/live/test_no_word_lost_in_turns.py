"""However one cuts, walks and ties: every word that was typed is in the records or the boxes (L3, L9)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.records import Outcome
from tests.live.hall import Hall
from ui.live.session.presenter import LivePresenter

_ACTS = tuple("say say answer split split back on waiting joint more again save next".split())
acts = st.lists(st.tuples(st.sampled_from(_ACTS), st.integers(0, 40)), min_size=4, max_size=25)


def _do(live: LivePresenter, act: str, number: int, word: str) -> bool:
    """One act; whether `word` was typed."""
    match act:
        case "say":
            live.type_spoken(f"{live.desk.spoken} {word}.", 0)
        case "answer":
            live.type_answer(f"{live.desk.round.text} {word}.", 0)
        case "split":
            at = min(number, len(live.desk.spoken))
            live.split(at, at)
        case "back" | "on":
            live.walk(-1 if act == "back" else 1)
        case "waiting":
            live.next_unanswered()
        case "joint":
            view = live.joint()
            if view is not None and view.lead is None:
                live.set_outcome(tuple(Outcome)[number % 7])
                live.answer_jointly([row.opinion_id for row in view.rows[: number % 3]])
        case "more":
            live.answer_more()
        case "again":
            live.follow_up()
        case "save":
            live.save_item()
        case _:
            live.quick_add(f"bà Lê Thị Ổn {number} /Phú Ấp")
            live.next_speaker()
    return act in ("say", "answer")


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts)
def test_no_word_is_lost(drawn: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(Path(folder))
        live = hall.presenter()
        live.open()
        live.start_stop()
        live.quick_add("ông Vũ Đình Ất /Đồng Vạn")
        live.next_speaker()
        typed = []
        for at, (act, number) in enumerate(drawn):
            word = f"từ{at}x"
            if _do(live, act, number, word):
                typed.append(word)
            hall.wait(5)
        records, item = live.records, live.desk.item
        parts = [item.text, *(f"{r.follow_up} {r.text}" for r in item.rounds)]
        parts += [o.text for o in records.opinions]
        parts += [f"{a.follow_up} {a.text}" for a in records.answers]
        whole = " ".join(parts)
        assert [word for word in typed if word not in whole] == []
        joint = JointAnswers(records)
        assert not [o for o in records.opinions if o.answered_with and joint.lead_of(o) is None]
        assert not [o for o in records.opinions if (lead := joint.lead_of(o)) and lead.answered_with]
        # Undone to the first act and done again, the records are the same.
        for _ in range(60):
            live.undo()
        for _ in range(60):
            live.redo()
        assert {(o.id, o.text, o.answered_with, o.outcome) for o in live.records.opinions} >= {
            (o.id, o.text, o.answered_with, o.outcome) for o in records.opinions
        }
        hall.app.close()
