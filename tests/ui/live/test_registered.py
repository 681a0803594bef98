"""From slips into the queue, by keys (L2, L5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Source, TurnState, Voice
from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage

PEOPLE = (
    ("031", "Nguyễn Đức Ưởng", "Đề nghị sửa đường trục thôn.", ROAD),
    ("027", "Lê Văn Ổn", "Nước sinh hoạt yếu.", ""),
    ("009", "Đặng Văn Quyết", "Kênh N4 bồi lắng.", "Đã có kế hoạch nạo vét trong tháng 5."),
)


@pytest.fixture
def stage(hall: Hall, open_stage: Callable[..., Stage]) -> Stage:
    for slip, name, text, answer in PEOPLE:
        hall.app.live.add_collected(
            hall.cid,
            LiveItem(
                source=Source.SLIP, text=text, voices=(Voice(name, "ông", "thôn Phú Ấp"),), consent=True
            ),
            slip_number=slip,
            prepared_answer=answer,
        )
    return open_stage()


def test_ticked_ones_come_into_the_queue_as_registered(stage: Stage) -> None:
    """L2: Ctrl+F2, Space, Enter; one Ctrl+Z takes all back; who is in the queue is not offered again."""
    live, drawer, queue = stage.live, stage.page.side.registered, stage.page.queue
    assert queue.registered.words == "3 người đăng ký trước"
    stage.key("F5")
    stage.type("Đang viết")
    stage.key("Ctrl+F2")
    assert stage.at(drawer.search)
    stage.key("Down", "Space", "Down", "Down", "Space")
    assert drawer.take_button.words == "Thêm 2 người"
    stage.key("Return")
    assert [t.voice.name for t in live.records.turns] == ["Đặng Văn Quyết", "Nguyễn Đức Ưởng"]
    assert all(t.consent and t.opinion_id for t in live.records.turns)
    assert stage.at(stage.page.work.opinion.editor)
    assert stage.page.work.opinion.editor.toPlainText() == "Đang viết"
    assert queue.registered.words == "1 người đăng ký trước"
    stage.key("Ctrl+F2")
    assert [row.id for row in drawer.table.rows.rows.items()] == [live.records.collected()[1].id]
    stage.key("Escape")
    live.undo()
    stage.settle()
    assert live.records.turns == ()
    assert "đưa người đăng ký vào danh sách phát biểu: 2 người" in stage.toast
    assert queue.registered.words == "3 người đăng ký trước"


def test_the_search_needs_no_accents_and_a_tick_outlives_it(stage: Stage) -> None:
    """L2, L12, G3: found by name or number of the slip while words are composed or typed; Enter of the search
    goes into the list and never adds anybody by itself."""
    drawer = stage.page.side.registered
    stage.key("Ctrl+F2")
    stage.type("quyet")
    stage.key("Return", "Space")
    assert stage.live.records.turns == ()
    drawer.search.setFocus()
    stage.key("Ctrl+A")
    stage.preedit("31")
    assert len(drawer.table.rows.rows.items()) == 1  # an open word filters nothing
    stage.compose("31", commit="31")
    stage.key("Down", "Space", "Return")
    assert [t.voice.name for t in stage.live.records.turns] == ["Đặng Văn Quyết", "Nguyễn Đức Ưởng"]


def test_the_question_stands_beside_the_speaker_at_once(stage: Stage) -> None:
    """L5: the slip with which one registered comes before what looks more alike by its words."""
    stage.key("F3", "Ctrl+F2", "Down", "Return")
    (turn,) = stage.live.records.turns
    assert turn.voice.name == "Đặng Văn Quyết"
    stage.live.edit_turn(turn.id, voice=Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp"))
    stage.key("F8")
    prepared = stage.live.screen().prepared
    assert prepared is not None
    assert prepared.opinion_id == turn.opinion_id
    stage.key("F3", "F12")
    stage.type(" Xin cảm ơn.")
    stage.key("Ctrl+Return")
    (said,) = stage.live.records.at_hall()
    assert (said.linked_id, said.consent) == (turn.opinion_id, True)
    # Told once: the next opinion of the same turn is matched by what is said.
    after = stage.live.screen().prepared
    assert after is None or after.opinion_id != turn.opinion_id
    assert stage.live.records.turns[0].state is TurnState.SPEAKING


def test_nobody_registered(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """G5: an empty drawer says why; Esc leads back."""
    stage = open_stage()
    assert stage.page.queue.registered.isHidden()
    stage.key("F5", "Ctrl+F2")
    drawer = stage.page.side.registered
    assert not drawer.take_button.isVisible()
    stage.key("Escape")
    assert stage.at(stage.page.work.opinion.editor)
