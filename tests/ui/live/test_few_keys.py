"""What saves the secretary keys: who answers said by name, a name that only one has, F6, Delete (L1–L3)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.records import Outcome, TurnState
from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from tests.ui.live.typing_tools import bursts, compositions
from ui.live.session.answer_opening import opening

PEOPLE = (
    "Ông Phạm Quốc Thắng, Chủ tịch Ủy ban nhân dân xã",
    "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế",
    "Bà Lê Thị Ngoãn, Trưởng phòng Văn hóa - Xã hội",
    "Ông Lò Văn Đức, Trưởng Công an xã",
    "Bà Vi Thị Đực, Trưởng Trạm Y tế",
)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("lẫm: ", 1),
        ("lam: ", 1),
        ("Ông Lẫm: ", 1),
        ("đ/c Lẫm: ", 1),
        ("đồng chí Trần Hữu Lẫm: ", 1),
        ("hữu lẫm: ", 1),
        ("Chủ tịch: ", 0),
        ("trưởng phòng kinh tế: ", 1),
        ("đức: ", 3),
        ("Bà Đực: ", 4),
    ],
)
def test_the_beginning_of_an_answer_names_who_gives_it(typed: str, who: int) -> None:
    """L3: a given name, more of it, or the beginning of the position."""
    assert opening(typed, PEOPLE) == (PEOPLE[who], len(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "Kinh phí: ",  # no Kinh tế
        "Trưởng: ",  # one word of many positions
        "trưởng phòng: ",  # two of them
        "duc: ",  # Đức or Đực
        "Thắng Lẫm: ",
        "Xã: ",
        "lẫm:",  # the word is not over
        "lẫm: Đoạn này",  # written long ago
        "Lẫm, Thắng: ",
        ": ",
    ],
)
def test_other_beginnings_are_the_answer_itself(typed: str) -> None:
    """L3: nothing is taken out of a text that names nobody, or more than one."""
    assert opening(typed, PEOPLE) == ("", 0)


def _speaks(stage: Stage, line: str = "ông Lò Văn Ế /Phú Ấp") -> None:
    stage.key("F3", "F2")
    stage.type(line)
    stage.key("Return", "F8", "F3")
    stage.type("Đèn đường hỏng.")


def _round(stage: Stage) -> tuple[str, str, str]:
    said = stage.live.desk.round
    return said.answerer, said.answerer_position, said.text


def test_who_answers_is_typed_before_the_answer(hall: Hall, stage: Stage) -> None:
    """L3: by letters, by Telex, by an input method; Ctrl+Z gives the letters back to the text."""
    _speaks(stage)
    stage.key("F6")
    stage.type("lẫm: Thay bóng thứ Hai.")
    assert _round(stage) == ("ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế", "Thay bóng thứ Hai.")
    stage.key("Ctrl+Return")
    stage.type("Loa hỏng.")
    stage.key("F6")
    for key in bursts("ngoãn: Mai sửa."):
        stage.letter(key)
    assert _round(stage)[::2] == ("bà Lê Thị Ngoãn", "Mai sửa. ")
    stage.key("Ctrl+Return")
    stage.type("Bảng tin rách.")
    stage.key("F6")
    for steps, whole in compositions("thắng: Tuần sau."):
        stage.compose(*steps, commit=whole)
    assert _round(stage)[::2] == ("ông Phạm Quốc Thắng", "Tuần sau. ")
    stage.key("Ctrl+Return")
    records = stage.live.records
    answers = [(a.answerer, a.text) for o in records.at_hall() for a in records.answers_of(o.id)]
    assert answers == [
        ("ông Trần Hữu Lẫm", "Thay bóng thứ Hai."),
        ("bà Lê Thị Ngoãn", "Mai sửa."),
        ("ông Phạm Quốc Thắng", "Tuần sau."),
    ]


def test_a_name_taken_for_the_answerer_comes_back_with_ctrl_z(hall: Hall, stage: Stage) -> None:
    """L1: nothing that was typed is lost."""
    _speaks(stage)
    stage.key("F6")
    stage.type("lẫm: ")
    assert stage.page.work.answer.editor.toPlainText() == ""
    stage.key("Ctrl+Z")
    assert stage.page.work.answer.editor.toPlainText() == "lẫm: "


def test_f6_ends_the_speech_and_again_asks_who(hall: Hall, stage: Stage) -> None:
    """L1, L2: the answer begins; from who answers F6 leads back into the text."""
    work = stage.page.work
    _speaks(stage)
    hall.wait(70)
    stage.key("F6")
    assert stage.live.turn().state is TurnState.ANSWERING
    (span,) = stage.live.turn().spans
    assert span.end == hall.clock.now()
    assert stage.at(work.answer.editor)
    stage.key("F6")
    assert stage.at(work.answer.answerer)
    stage.type("ngoan")
    assert work.answer.answerer.suggestions.meant is not None
    stage.key("F6")
    assert stage.at(work.answer.editor)
    assert stage.live.desk.round.answerer == "bà Lê Thị Ngoãn"


def test_f6_stops_nobody_while_an_earlier_opinion_is_put_right(hall: Hall, stage: Stage) -> None:
    """L2: who speaks now has nothing to do with it; and nobody is stopped before a word is written."""
    _speaks(stage)
    stage.key("Ctrl+M", "Ctrl+Return", "F6")
    assert stage.live.turn().state is TurnState.SPEAKING
    stage.key("Ctrl+G", "F6")
    assert stage.live.turn().state is TurnState.SPEAKING


def test_what_stands_in_a_field_goes_with_its_own_opinion(hall: Hall, stage: Stage) -> None:
    """L1: F8 from within a field; neither lost nor handed on to the next one."""
    _speaks(stage)
    stage.key("F2")
    stage.type("bà Lê Thị Ổn /Phú Ấp")
    stage.key("Return", "Ctrl+4")
    assert stage.at(stage.page.work.outcomes.body)
    stage.type("Sở Xây dựng tỉnh")
    stage.key("F8")
    (said,) = stage.live.records.at_hall()
    assert (said.outcome, said.receiving_body) == (Outcome.ESCALATED, "Sở Xây dựng tỉnh")
    assert stage.live.desk.item.receiving_body == ""


def test_a_name_that_two_have_is_left_as_typed(hall: Hall, stage: Stage) -> None:
    """L3: "trưởng" may be two of the officials; "kinh tế" is one, and Tab takes him too."""
    work = stage.page.work
    _speaks(stage)
    stage.key("F6", "F6")
    stage.type("trưởng")
    assert work.answer.answerer.suggestions.meant is None
    stage.key("Return")
    assert stage.live.desk.round.answerer == "trưởng"
    stage.key("Shift+Tab")
    stage.type("kinh te")
    stage.key("Tab")
    assert stage.live.desk.round.answerer == "ông Trần Hữu Lẫm"


def test_a_reason_is_never_made_another_one(hall: Hall, stage: Stage) -> None:
    """L3: words of one's own are no name of a ready reason."""
    _speaks(stage)
    stage.key("Ctrl+6")
    stage.type("gây mất trật tự")
    stage.key("F6")
    assert stage.live.desk.item.outcome_reason == "gây mất trật tự"


def test_delete_withdraws_in_the_queue(hall: Hall, stage: Stage) -> None:
    """L2: as in every list of rows, and Ctrl+Z brings back."""
    _speaks(stage)
    stage.key("F2")
    stage.type("bà Lê Thị Ổn /Phú Ấp")
    stage.key("Return", "Ctrl+H", "End", "Delete")
    assert [turn.state for turn in stage.live.records.turns] == [TurnState.SPEAKING, TurnState.WITHDRAWN]
    stage.key("Ctrl+Z")
    assert [turn.state for turn in stage.live.records.turns] == [TurnState.SPEAKING, TurnState.WAITING]


def test_what_is_marked_to_be_replaced_stays_marked(hall: Hall, stage: Stage) -> None:
    """L3: the draft goes to the disk meanwhile; the first letter still replaces the unit and the day."""
    work = stage.page.work
    _speaks(stage)
    stage.key("F6")
    stage.type("lẫm: Xã trả lời bằng văn bản.")
    stage.key("F7", "3")
    assert stage.at(work.outcomes.unit)
    stage.saved()
    stage.live.refresh()
    stage.settle()
    stage.type("công an")
    stage.key("Return")
    stage.saved()
    stage.live.refresh()
    stage.settle()
    stage.type("15/5")
    stage.key("Ctrl+Return")
    (said,) = stage.live.records.at_hall()
    assert said.unit == "Công an xã"
    assert said.deadline is not None
    assert (said.deadline.day, said.deadline.month) == (15, 5)


def test_consent_is_three_keys_and_never_by_way_of_yes(hall: Hall, stage: Stage) -> None:
    """C5, M2: asked at the table; the cursor comes back to where it wrote."""
    _speaks(stage)
    asked: list[bool | None] = []
    drawer = stage.page.side.speaker
    drawer.consent.chosen.connect(asked.append)
    stage.key("Shift+F2")
    assert stage.at(drawer.consent)
    stage.key("End", "Escape")
    assert stage.live.turn().consent is False
    assert asked == [False]
    assert stage.at(stage.page.work.opinion.editor)
    stage.key("Shift+F2", "Shift+F2")
    assert stage.at(stage.page.work.opinion.editor)
    stage.key("Shift+F2", "Up", "Escape")
    assert stage.live.turn().consent is True
