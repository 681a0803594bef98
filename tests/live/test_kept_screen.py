"""The screen that grows with each act is the screen that one would make from scratch (L1, L9)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desktop.domain.live import TurnAct
from dialogue_desktop.domain.records import Outcome, TurnState, Voice
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.live.hall import ROAD, Hall
from ui.live.session.kept_parts import KeptParts
from ui.live.session.presenter import LivePresenter
from ui.live.session.screen_maker import ScreenMaker

_NAMES = ("Nguyễn Đức Ưởng", "Lê Thị Ổn", "Vũ Đình Ất", "Lò Văn Ế")

#: What a secretary may do next: its name, and a number that says with whom or how.
_ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            "add next start pause save outcome mark absent withdraw again wait move rename edit remove undo"
            " redo step count end register".split()
        ),
        st.integers(0, 7),
    ),
    min_size=4,
    max_size=25,
)  # fmt: skip


def _do(live: LivePresenter, act: str, number: int) -> None:
    turns, said = live.records.turns, live.records.at_hall()
    turn = turns[number % len(turns)].id if turns else ""
    name = _NAMES[number % len(_NAMES)]

    def save() -> None:
        live.type_spoken(f"Đèn đường hỏng, lần {number}.", 3)
        live.save_item()

    acts: dict[str, Callable[[], object]] = {
        "add": lambda: live.quick_add(f"ông {name} /Phú Ấp - đường trục"),
        "next": live.next_speaker,
        "start": live.start_stop,
        "pause": live.pause_resume,
        "save": save,
        "outcome": lambda: live.set_outcome(tuple(Outcome)[number % 7]),
        "mark": live.mark,
        "absent": lambda: live.absent(turn),
        "withdraw": lambda: live.withdraw(turn),
        "again": lambda: live.again(turn),
        "wait": lambda: live.wait_again(turn) if turn else None,
        "move": lambda: live.move(turn, 1 if number % 2 else -1),
        "rename": lambda: live.edit_turn(turn, voice=Voice(name, "bà", "thôn Đồng Vạn")),
        "edit": lambda: live.edit(said[number % len(said)].id) if said else None,
        "remove": live.remove_edited,
        "register": lambda: live.register(tuple(one.opinion.id for one in live.screen().registered)),
        "undo": live.undo,
        "redo": live.redo,
        "step": lambda: live.step(1 if number % 2 else -1),
        "count": lambda: live.set_attendance(
            live.records.attendance[: number + 1]  # the others are taken away
        ),
        "end": lambda: live.end() if number > 5 else live.reopen(),
    }
    acts[act]()


@settings(max_examples=12)
@given(_ACTS)
def test_after_any_acts_the_screen_is_the_one_from_scratch(acts: list[tuple[str, int]]) -> None:
    """L1, L9: the records followed act by act, and the screen kept in parts, against both made anew."""
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(Path(folder))
        hall.collect("Sửa đường trục thôn.", _NAMES[0], "thôn Phú Ấp", field="Giao thông", answer=ROAD)
        live = hall.presenter()
        live.open()
        live.start_stop()
        for act, number in acts:
            _do(live, act, number)
            hall.wait(7)
            assert live.records == RecordsQuery(hall.app.database).records(hall.cid), act
            scratch, now = ScreenMaker(), hall.clock.now()
            made = (live.records, live.plan, live.steps, live.turn_id, now)
            kept, anew = live.screen(), scratch.screen(*made)
            tie, chips = scratch.item_words(live.records, live.desk.item, live.turn_id)
            item = replace(live.screen().item, tie=tie, chips=chips)
            anew = replace(anew, collected_hint=kept.collected_hint)
            anew = replace(anew, item=item, prepared=kept.prepared, saved=kept.saved, trouble=kept.trouble)
            assert kept == anew, act
        hall.app.close()


def test_what_an_act_does_not_touch_stays_the_same_object(hall: Hall) -> None:
    """L1: the queue changes one row for one turn; opinions and counts are not made again for it."""
    live = hall.presenter()
    live.open()
    live.start_stop()
    for name in _NAMES:
        live.quick_add(f"ông {name} /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Đèn đường hỏng.", 15)
    live.save_item()
    records, before = live.records, live.screen()
    live.absent(live.records.turns[-1].id)
    after = live.screen()
    assert live.records.opinions is records.opinions
    assert live.records.turns is not records.turns
    assert after.counts is before.counts
    assert [new is old for new, old in zip(after.queue, before.queue, strict=True)] == [True] * 3 + [False]
    assert after.queue[-1].state is TurnState.ABSENT
    assert live.screen().queue is after.queue


def test_the_row_of_one_who_speaks_goes_with_the_clock(hall: Hall) -> None:
    """L7: what is kept never stands still where time passes."""
    live = hall.presenter()
    live.open()
    live.start_stop()
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.start_stop()
    hall.wait(130)
    first = live.screen()
    hall.wait(1000)
    assert live.screen().outlook != first.outlook
    live.start_stop()
    assert "2:10" not in live.screen().queue[0].note  # 18:50 by now
    assert live.screen().queue[0].note.endswith("đã nói 18:50")


def test_a_row_that_is_over_follows_its_outcome(hall: Hall) -> None:
    """L3: the turn stays the same record while what became of its opinion is put right."""
    live = hall.presenter()
    live.open()
    live.start_stop()
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.start_stop()
    live.type_spoken("Đèn đường hỏng.", 15)
    live.set_outcome(Outcome.NOTED)
    live.next_speaker()
    assert [row.outcome for row in live.screen().queue] == [Outcome.NOTED]
    live.edit(live.records.at_hall()[0].id)
    live.set_outcome(Outcome.ANSWERED)
    live.save_item()
    assert [row.outcome for row in live.screen().queue] == [Outcome.ANSWERED]


def test_a_part_is_made_again_for_another_object_only() -> None:
    """L1: equal is not enough; the values are frozen, so the same object says the same."""
    parts, made = KeptParts(), []

    def make() -> int:
        made.append(1)
        return len(made)

    one, other = [1], [1]
    assert [parts.of("a", (one,), make), parts.of("a", (one,), make)] == [1, 1]
    assert parts.of("a", (other,), make) == 2
    assert parts.of("b", (other,), make) == 3
    assert parts.of("a", (other,), make) == 2


def test_the_quick_line_knows_who_was_added_meanwhile(hall: Hall) -> None:
    """L2: people are gathered with the first letter, and again after an act."""
    live = hall.presenter()
    live.open()
    assert live.suggestions("uong") == ()
    live.quick_add("ông Nguyễn Đức Ưởng /Phú Ấp")
    assert [one.title for one in live.suggestions("uong")] == ["Ông Nguyễn Đức Ưởng"]
    live.undo()
    assert live.suggestions("uong") == ()


def test_undo_finds_its_act_among_hundreds(hall: Hall) -> None:
    """L9: only the act that is meant is read whole; redo stops at a newer act as before."""
    live = hall.app.live
    turn = live.add_turn(hall.cid, Voice("Lò Văn Ế", "ông", "thôn Phú Ấp"))
    for number in range(120):
        live.edit_turn(hall.cid, turn.id, topic=f"Nội dung {number}")
    for number in range(119, 99, -1):
        entry = live.undo(hall.cid)
        assert entry is not None
        assert entry.changes[0].new == f"Nội dung {number}"
        assert live.records(hall.cid).turns[0].topic == f"Nội dung {number - 1}"
    again = live.redo(hall.cid)
    assert again is not None
    assert live.records(hall.cid).turns[0].topic == "Nội dung 100"
    live.turn_act(hall.cid, turn.id, TurnAct.ABSENT)
    assert live.redo(hall.cid) is None
    assert live.history(hall.cid, 1)[0].kind == "turn.absent"
