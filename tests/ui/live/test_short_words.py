"""Abbreviations in the hall's editors: by hand, by keyboard tools, by input methods (L1, L9, L12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.quick_text import Shorthand
from dialogue_desktop.events import LibraryChanged
from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from tests.ui.live.typing_tools import bursts, compositions
from ui.widgets.editor import Editor

OWN = {
    "dtt": "đường trục thôn",
    "ubx": "Ủy ban nhân dân xã",
    "qsdđ": "quyền sử dụng đất",
    "gvx": "giao «…» xử lý",
    "knt": "kính thưa hội nghị,\nthưa bà con",
}
TYPED = "Đề nghị ubx sớm sửa dtt Phú Ấp, cấp giấy qsdđ cho các hộ; Dtt ngập nặng"
MEANT = (
    "Đề nghị Ủy ban nhân dân xã sớm sửa đường trục thôn Phú Ấp, cấp giấy quyền sử dụng đất cho các hộ; "
    "Đường trục thôn ngập nặng"
)


@pytest.fixture
def own(hall: Hall) -> Hall:
    """The office's own abbreviations instead of the shipped ones."""
    library = hall.app.library
    shelf, shipped = library.shelf(), library.shipped().lists.shorthands
    rows = shelf.shorthands
    for row in shipped:
        rows = rows.without(shipped, row.id)
    for short, text in OWN.items():
        rows = rows.insert(shipped, Shorthand(short, short, text))
    library.keep(replace(shelf, shorthands=rows))
    return hall


@pytest.fixture
def stage(own: Hall, open_stage: Callable[..., Stage]) -> Stage:
    made = open_stage()
    made.key("F3", "F5")
    return made


def shown(stage: Stage) -> str:
    """The text with the cursor in it as a bar."""
    editor = stage.focused
    assert isinstance(editor, Editor)
    text, at = editor.toPlainText(), editor.textCursor().position()
    return f"{text[:at]}|{text[at:]}"


def editors(stage: Stage) -> Iterator[str]:
    for keys in ("F5", "F6", "Ctrl+L"):
        stage.key(keys)
        yield keys


def test_every_editor_of_the_hall_expands(stage: Stage) -> None:
    """L1: opinion, answer, conclusion; the draft and the rows get the whole words."""
    for keys in editors(stage):
        stage.type("Sửa dtt, báo ubx ")
        assert shown(stage) == "Sửa đường trục thôn, báo Ủy ban nhân dân xã |", keys
    stage.key("F5")
    stage.saved()
    stage.until(lambda: bool(stage.live.records.conclusions))
    assert stage.live.desk.spoken == "Sửa đường trục thôn, báo Ủy ban nhân dân xã "
    draft = stage.hall.app.live.draft(stage.hall.cid)
    assert draft is not None
    assert draft.item.rounds[0].text == "Sửa đường trục thôn, báo Ủy ban nhân dân xã "
    assert stage.live.records.conclusions[0].text == "Sửa đường trục thôn, báo Ủy ban nhân dân xã"


def test_names_and_short_fields_never_expand(stage: Stage) -> None:
    """L2: a name is what was typed."""
    for keys in (("F2",), ("Ctrl+E",)):
        stage.key(*keys)
        stage.type("dtt ubx ")
        assert stage.focused.text() == "dtt ubx "  # type: ignore[attr-defined]
        stage.key("Escape", "F5")


@pytest.mark.parametrize("again", ["", "word", "tail"])
def test_bursts_of_keyboard_tools(stage: Stage, again: str) -> None:
    """L12: what UniKey sends, and tools that send an ended word once more, whole or from its last letter on,
    with the blank: nothing of the expansion is eaten, and it stands there at the end."""
    for keys in editors(stage):
        for word in TYPED.split(" "):
            for letter in bursts(word):
                stage.letter(letter)
            back = {"": 0, "word": len(word) + 1, "tail": 2}[again]
            stage.type("\b" * back)
            stage.type(f"{word} "[len(word) + 1 - back :] if back else "")
        assert shown(stage) == f"{MEANT} |", keys


def test_words_of_an_input_method(stage: Stage) -> None:
    """L12: open words and commits that bring the blank along, also with a key of its own."""
    for steps, commit in compositions(TYPED):
        stage.compose(*steps, commit=commit)
    assert shown(stage) == f"{MEANT} |"
    stage.key("F6")
    for steps, commit in compositions(TYPED):
        stage.compose(*steps, commit=commit.rstrip())
        stage.letter(" ")
    assert shown(stage) == f"{MEANT} |"


def test_an_open_word_is_left_alone(stage: Stage) -> None:
    """L12: nothing is expanded while a word is composed, whatever stands before it."""
    stage.type("dtt")
    stage.preedit("a")
    stage.letter(" ")
    assert "đường" not in shown(stage)
    stage.key("F6")
    stage.preedit("dtt")
    stage.compose(commit="dttx ")
    assert shown(stage) == "dttx |"


def test_an_input_method_that_replaces_the_ended_word(stage: Stage) -> None:
    """L12: surrounding text, as some send it: the letters that are taken back are those that were typed."""
    stage.compose(commit="dtt ")
    assert shown(stage) == "đường trục thôn |"
    event = QInputMethodEvent("", [])
    event.setCommitString("dttp ", -4, 4)
    QApplication.sendEvent(stage.focused, event)
    assert shown(stage) == "dttp |"


@pytest.mark.parametrize("end", [" ", ",", ".", "\n", ":", "”"])
def test_one_ctrl_z_brings_the_letters_back(stage: Stage, end: str) -> None:
    """L9: and only them; the cursor behind what ended the word, and the word then stays."""
    stage.type(f"Sửa dtt{end}")
    assert shown(stage) == f"Sửa đường trục thôn{end}|"
    stage.key("Ctrl+Z")
    assert shown(stage) == f"Sửa dtt{end}|"
    stage.type("\b ")
    assert shown(stage) == "Sửa dtt |"
    stage.type("\b\bt ")  # a letter of it changed: it is a new word
    assert shown(stage) == "Sửa đường trục thôn |"


def test_one_backspace_brings_the_letters_back(stage: Stage) -> None:
    """L9: as if nothing had been expanded; typed on, the word stays as it is, and so do later ones."""
    stage.type("Sửa dtt \b")
    assert shown(stage) == "Sửa dtt|"
    stage.type(" và dtt \b bị hỏng dtt ")
    assert shown(stage) == "Sửa dtt và dtt bị hỏng đường trục thôn |"
    stage.type("nhé\b")
    assert shown(stage) == "Sửa dtt và dtt bị hỏng đường trục thôn nh|"


def test_backspace_later_is_a_plain_one(stage: Stage) -> None:
    """L9: after another letter, or when the cursor went away and came back elsewhere."""
    stage.type("dtt b\b\b")
    assert shown(stage) == "đường trục thôn|"
    stage.type("\n")
    stage.type("ubx ")
    stage.key("Left", "Left")
    stage.type("\b")
    assert shown(stage) == "đường trục thôn\nỦy ban nhân dân |ã "


def test_the_undo_list_goes_step_by_step(stage: Stage) -> None:
    """L9: what was typed behind, the expansion, what was typed before; and forward again."""
    stage.type("Sửa dtt bị hỏng")
    steps = ["Sửa đường trục thôn |", "Sửa dtt |", "|"]
    for step in steps:
        stage.key("Ctrl+Z")
        assert shown(stage) == step
    for step in (steps[1], steps[0], "Sửa đường trục thôn bị hỏng|"):
        stage.key("Ctrl+Y")
        assert shown(stage) == step


def test_the_cursor_goes_to_its_place(stage: Stage) -> None:
    """L1: a text with a stop in it, and one of two lines."""
    stage.type("Gvx ")
    assert shown(stage) == "Giao | xử lý "
    stage.type("Công an xã")
    assert shown(stage) == "Giao Công an xã| xử lý "
    stage.key("Ctrl+A", "Delete")
    stage.type("gvx \b")
    assert shown(stage) == "gvx|"
    stage.key("Ctrl+A", "Delete")
    stage.type("knt ")
    assert shown(stage) == "kính thưa hội nghị,\nthưa bà con |"


def test_what_is_pasted_stays(stage: Stage) -> None:
    """L1: neither in a pasted text nor the word at its end."""
    data = QMimeData()
    data.setText("xem dtt và ubx")
    editor = stage.focused
    assert isinstance(editor, Editor)
    editor.insertFromMimeData(data)
    stage.type(" dtt ")
    assert shown(stage) == "xem dtt và ubx đường trục thôn |"


def test_an_emoji_before_the_word_moves_nothing(stage: Stage) -> None:
    """L12: some letters count twice for Qt."""
    stage.compose(commit="😀 ")
    stage.type("sửa dtt ")
    editor = stage.focused
    assert isinstance(editor, Editor)
    assert editor.toPlainText() == "😀 sửa đường trục thôn "
    stage.key("Ctrl+Z")
    assert editor.toPlainText() == "😀 sửa dtt "


def test_saving_and_leaving_end_the_word_too(stage: Stage) -> None:
    """L1, L9: an abbreviation at the end of the text is in the minutes in full, without a blank typed."""
    stage.type("Sửa dtt")
    stage.key("F6")
    assert stage.page.work.opinion.editor.toPlainText() == "Sửa đường trục thôn"
    stage.type("Đã báo ubx")
    stage.key("Ctrl+Return")
    opinion = stage.live.records.at_hall()[0]
    assert opinion.text == "Sửa đường trục thôn"
    assert stage.live.records.answers[0].text == "Đã báo Ủy ban nhân dân xã"
    stage.type("dtt")
    stage.key("Tab")
    assert stage.page.work.opinion.editor.toPlainText() == "đường trục thôn"


def test_what_changes_in_the_library_counts_at_once(stage: Stage) -> None:
    """L1: the page of the office's lists is another page; the session goes on meanwhile."""
    stage.hall.app.library.keep_shorthand("hns", "hệ thống nước sạch")
    stage.context.bridge.heard.emit(LibraryChanged())
    stage.until(lambda: "hns" in stage.page._verbs.quick.book.known)
    stage.type("hns ")
    assert shown(stage) == "hệ thống nước sạch |"
