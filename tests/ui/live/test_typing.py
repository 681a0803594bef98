"""Vietnamese typed into every field of the hall's screen comes out as it was meant (L12)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from dialogue_desktop.domain.records import Outcome
from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage
from tests.ui.live.typing_tools import bursts, compositions
from ui.live.queue.queue_panel import QueuePanel

SENTENCES = (
    "Đường trục thôn Phú Ấp đã xuống cấp nặng, Nhân dân đề nghị sửa sớm",
    "Nước sinh hoạt ở xóm Đình yếu, mùa khô phải dùng nước giếng",
    "ông Nguyễn Đức Ưởng /xóm Đình, Phú Ấp - nghĩa trang",
    "Trưởng phòng Kinh tế trả lời chưa thỏa đáng, quỹ đất đã hết",
)


def _text(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QTextEdit) else widget.text()  # type: ignore[attr-defined]


def _fields(stage: Stage) -> dict[str, Callable[[], QWidget]]:
    """Every text field of the page, each with the keys that lead to it."""
    page, work = stage.page, stage.page.work

    def by(*keys: str) -> QWidget:
        stage.key(*keys)
        return stage.focused

    def direct(widget: QWidget) -> QWidget:
        widget.setFocus()
        return widget

    return {
        "opinion": lambda: by("F5"),
        "field": lambda: direct(work.opinion.field),
        "answerer": lambda: direct(work.answer.answerer),
        "answer": lambda: by("F6"),
        "unit": lambda: direct(work.outcomes.unit),
        "reason": lambda: direct(work.outcomes.reason),
        "quick_add": lambda: by("F2"),
        "name": lambda: by("Ctrl+E"),
        "hamlet": lambda: direct(page.side.speaker.hamlet),
        "topic": lambda: direct(page.side.speaker.topic),
        "interpreter": lambda: direct(page.side.speaker.ways.interpreter),
        "conclusion": lambda: by("Ctrl+L"),
        "registered": lambda: by("Ctrl+F2"),
        "recorder": lambda: by("Ctrl+F3"),
        "new chair": lambda: direct(page.side.presidium.new_chair),
    }


@pytest.fixture
def ready(hall: Hall, open_stage: Callable[..., Stage]) -> Stage:
    """A speaker at the microphone, collected opinions to be matched, an outcome that asks a reason."""
    hall.collect("Sửa đường trục thôn.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer=ROAD)
    hall.collect("Nước yếu.", "Nguyễn Thị Ước", "thôn Đồng Vạn")
    stage = open_stage()
    stage.key("F3", "F2")
    stage.type("bà Lê Thị Ổn /Phú Ấp")
    stage.key("Return", "F8")
    stage.live.set_outcome(Outcome.REFUSED)
    return stage


def test_bursts_of_telex_and_vni_in_every_field(ready: Stage) -> None:
    """L12: Backspace and letters, as UniKey sends them, with suggestions open: nothing eaten or doubled."""
    for name, reach in _fields(ready).items():
        for sentence in SENTENCES:
            widget = reach()
            assert isinstance(widget, QTextEdit | QLineEdit), name
            widget.clear()
            ready.type("")
            for letter in bursts(sentence):
                ready.letter(letter)
                assert ready.at(widget), f"{name} lost the focus"
            assert _text(widget).strip() == sentence, name
        ready.key("F5")


def test_words_of_an_input_method_in_every_field(ready: Stage) -> None:
    """L12: open words and commits, with suggestions open: each word once, none reacted to while open."""
    for name, reach in _fields(ready).items():
        widget = reach()
        assert isinstance(widget, QTextEdit | QLineEdit)
        widget.clear()
        for steps, commit in compositions(SENTENCES[0]):
            ready.compose(*steps, commit=commit)
            assert ready.at(widget), f"{name} lost the focus"
        assert _text(widget).strip() == SENTENCES[0], name
        ready.key("F5")


def _offered(queue: QueuePanel) -> list[str]:
    return [one.text for one in queue.suggestions.shown]


def test_suggestions_wait_for_the_end_of_a_word(ready: Stage) -> None:
    """L12: while a word is open the list stays as it is; afterwards it offers."""
    queue: QueuePanel = ready.page.queue
    ready.key("F2")
    ready.preedit("uong")
    assert _offered(queue) == []
    ready.compose("uong", "ưởng", commit="ưởng")
    assert _offered(queue) == ["Ông Nguyễn Đức Ưởng"]
    ready.preedit(" le")
    assert _offered(queue) == ["Ông Nguyễn Đức Ưởng"]
    ready.compose(commit="")
    ready.key("Down", "Return")
    assert queue.quick.text() == "ông Nguyễn Đức Ưởng /Phú Ấp"
    ready.key("Return")
    assert [t.voice.name for t in ready.live.records.turns] == ["Lê Thị Ổn", "Nguyễn Đức Ưởng"]


def test_a_verb_ends_the_open_word_and_keeps_it(ready: Stage) -> None:
    """L12: Ctrl+Enter under an open word saves the word too."""
    ready.key("F5")
    ready.compose("duong", "đường", commit="Đường ")
    ready.preedit("hỏng")
    ready.key("Ctrl+Return")
    assert ready.live.records.at_hall()[0].text == "Đường hỏng"
    assert ready.page.work.opinion.editor.toPlainText() == ""


def test_an_open_word_is_no_typing_yet(ready: Stage) -> None:
    """L12: an open word changes neither the item nor the draft until it is committed."""
    ready.key("F5")
    ready.compose("nuoc", "nước", commit="Nước ")
    ready.preedit("sinh")
    assert ready.live.desk.spoken == "Nước "
    ready.compose("sinh hoạt", commit="sinh hoạt")
    assert ready.live.desk.spoken == "Nước sinh hoạt"


def test_decomposed_letters_are_stored_composed(ready: Stage) -> None:
    """L12, G3: text of another program in NFD is stored in NFC."""
    ready.key("F5")
    ready.compose(commit=unicodedata.normalize("NFD", "Đề nghị sửa đường"))
    ready.key("Ctrl+Return")
    assert ready.live.records.at_hall()[0].text == "Đề nghị sửa đường"


def test_escape_never_takes_a_letter_away(ready: Stage) -> None:
    """L12: Esc closes the list, then goes back; the text stays in its field."""
    ready.key("F2")
    ready.type("uong")
    assert ready.page.queue.suggestions.shown
    ready.key("Escape")
    assert not ready.page.queue.suggestions.shown
    assert ready.at(ready.page.queue.quick)
    ready.key("Escape")
    assert ready.at(ready.page.work.opinion.editor)
    assert ready.page.queue.quick.text() == "uong"
    ready.type("Đường")
    ready.key("Escape")
    assert ready.page.work.opinion.editor.toPlainText() == "Đường"


def test_ctrl_z_belongs_first_to_the_text(ready: Stage) -> None:
    """L9: in a text Ctrl+Z takes back letters; with nothing to take back there, the last act."""
    live, editor = ready.live, ready.page.work.opinion.editor
    ready.key("F5")
    ready.type("Đường hỏng.")
    ready.key("Ctrl+Z")
    assert editor.toPlainText() == ""
    assert len(live.records.turns) == 1
    ready.key("Ctrl+Y")
    assert editor.toPlainText() == "Đường hỏng."
    ready.key("Ctrl+Return")
    assert len(live.records.at_hall()) == 1
    ready.key("Ctrl+Z")
    assert live.records.at_hall() == ()
    assert editor.toPlainText() == "Đường hỏng."
    assert ready.toast.startswith("Đã hoàn tác: ghi ý kiến")
    ready.key("Ctrl+Y")
    assert len(live.records.at_hall()) == 1
    assert editor.toPlainText() == ""


def test_an_answer_taken_over_is_taken_back_with_ctrl_z(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L5, L9: the prepared answer goes into the text as one step."""
    hall.collect("Sửa đường.", "Lê Thị Ổn", "thôn Phú Ấp", answer=ROAD)
    stage = open_stage()
    stage.key("F2")
    stage.type("bà Lê Thị Ổn /Phú Ấp")
    stage.key("Return", "F8", "F6")
    stage.type("Xin trả lời.")
    stage.key("F12")
    editor = stage.page.work.answer.editor
    assert editor.toPlainText() == f"Xin trả lời.\n{ROAD}"
    stage.key("Ctrl+Z")
    assert editor.toPlainText() == "Xin trả lời."
