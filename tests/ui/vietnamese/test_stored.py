"""What was typed is what is stored, also the word that was still open at the verb (L9, L12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.engine import Method
from tests.ui.vietnamese.fields import typeable
from tests.ui.vietnamese.keys_of import Habit
from tests.ui.vietnamese.program import Program
from tests.ui.vietnamese.strokes import Act, Rewrite, Tool, strokes
from ui.prompter import TextQuestion, WindowPrompter
from ui.quick_text.picker import ReadyPicker
from ui.wizard.steps import StepId

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

TEXT = "Đề nghị nạo vét mương Ổ Gà dài 1.250 m, rộng 2 m²; ông Ưởng và bà H'Hen Niê đã ký hoà giải"
TOOLS = (
    Tool(Method.TELEX, Habit.ALL_LAST, Rewrite.BACKSPACE),
    Tool(Method.VNI, Habit.AT_ONCE, Rewrite.PREEDIT),
    Tool(Method.VNI, Habit.TONE_LAST, Rewrite.SURROUNDING),
)

Write = Callable[..., None]


@pytest.fixture(params=TOOLS, ids=lambda tool: tool.name)
def write(request: pytest.FixtureRequest) -> Write:
    """Types in place of what stands in the field; the last word stays open where an input method holds it."""

    def type_text(field: QWidget, text: str = TEXT) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        hand.turn()
        for words in ("Ctrl+A", "Delete"):
            hand.press(words)
        stream = list(strokes(text, request.param))
        if stream[-1].act is Act.COMMIT and request.param.rewrite is Rewrite.PREEDIT:
            stream.pop()
        hand.send(stream)
        hand.turn()

    return type_text


def press(program: Program, *keys: str) -> None:
    for words in keys:
        hand.press(words)
        program.rest()
        program.hurry()


def named(name: str) -> QLineEdit | QTextEdit:
    """The field on view that a reader calls so."""
    return next(field for field in typeable() if field.accessibleName() == name)


def test_a_collected_opinion(program: Program, write: Write) -> None:
    page = program.go("opinions")
    press(program, "Ctrl+N")
    write(page.form.people.first, "Nguyễn Đức Ưởng")
    write(page.form.form.fields["group_note"], "6 hộ xóm Đình, có chữ ký")
    write(page.form.text)
    press(program, "Ctrl+S")
    found = program.app.live.records(program.sample).collected()[-1]
    assert found.text == TEXT
    assert found.group_note == "6 hộ xóm Đình, có chữ ký"
    assert found.voices[0].name == "Nguyễn Đức Ưởng"


def test_a_prepared_answer(program: Program, write: Write) -> None:
    page = program.go("opinions")
    program.stir()
    program.rest()
    program.hurry()
    rows = page.list.table.rows
    rows.set_current(rows.rows.rows()[0].id)
    rows.setFocus(Qt.FocusReason.OtherFocusReason)
    chosen = rows.current_id()
    press(program, "F2")
    write(page.form.answer)
    press(program, "Ctrl+S")
    found = {one.id: one for one in program.app.live.records(program.sample).collected()}
    assert found[chosen].prepared_answer == TEXT


def live_page(program: Program) -> tuple[Any, str]:
    cid = program.app.planning.copy_of(program.sample)
    page: Any = program.go("live", cid)
    program.until(lambda: page.presenter is not None, "the records")
    program.rest()
    return page, cid


def test_an_evening(program: Program, write: Write) -> None:
    """Quick line, opinion, answer, who answered, unit, conclusion, speaker."""
    page, cid = live_page(program)
    press(program, "F2")
    write(page.queue.quick, "bà H'Hen Niê /xóm Ổ, Phú Ấp - sân bóng thôn")
    if page.queue.quick.composing:  # Enter is the input method's: it hands the word over first
        hand.commit(page.queue.quick.open_word)
    press(program, "Return", "F8", "F3", "F5")
    write(page.work.opinion.editor)
    press(program, "F6")
    write(page.work.answer.editor, f"Xin tiếp thu. {TEXT}")
    write(page.work.answer.answerer, "ông Trần Hữu Lẫm, Phó phòng Kinh tế Ưỡm")
    press(program, "Ctrl+Return")
    records = program.app.live.records(cid)
    opinion = records.at_hall()[0]
    assert opinion.text == TEXT
    assert records.turns[0].voice.name == "H'Hen Niê"
    assert records.turns[0].topic == "sân bóng thôn"
    (answer,) = [one for one in records.answers if one.opinion_id == opinion.id]
    assert answer.text == f"Xin tiếp thu. {TEXT}"
    assert (answer.answerer, answer.answerer_position) == ("ông Trần Hữu Lẫm", "Phó phòng Kinh tế Ưỡm")
    press(program, "Ctrl+L")
    write(page.side.conclusions._rows[-1].text)
    press(program, "Ctrl+Return", "Escape")
    assert [one.text for one in program.app.live.records(cid).conclusions] == [TEXT]
    press(program, "Ctrl+E")
    write(page.side.speaker.name, "Nguyễn Thuỵ Ngoãn")
    write(page.side.speaker.topic, "đường vào nghĩa trang Gò Ỡm")
    press(program, "Escape")
    turn = program.app.live.records(cid).turns[0]
    assert turn.voice.name == "Nguyễn Thuỵ Ngoãn"
    assert turn.topic == "đường vào nghĩa trang Gò Ỡm"


def test_the_line_at_the_cursor(program: Program) -> None:
    """The list of ready sentences has no field of its own: its line is written through the editor."""
    page, _cid = live_page(program)
    press(program, "F5", "Ctrl+I")
    picker = next(
        one
        for one in page.findChildren(QWidget) + program.window.findChildren(QWidget)
        if isinstance(one, ReadyPicker) and one.is_open
    )
    for tool in TOOLS:
        hand.send(strokes("bàn giao đường Ổ Gà", tool))
        assert picker.line == "bàn giao đường Ổ Gà"
        assert page.work.opinion.editor.toPlainText() == ""
        for _ in picker.line:
            hand.press("Backspace")
        assert picker.line == ""
    press(program, "Escape")
    assert not picker.is_open


def test_a_delegate(program: Program, write: Write) -> None:
    page = program.go("invite")
    before = {one.id for one in program.app.live.records(program.sample).delegates}
    press(program, "Ctrl+N")
    fields = page.people.form.form.fields
    write(fields["name"], "Phạm Thị Thuý Ngoãn")
    write(fields["office"], "Chi hội trưởng Phụ nữ xóm Ổ Gà")
    write(fields["note"])
    press(program, "Ctrl+S")
    new = [one for one in program.app.live.records(program.sample).delegates if one.id not in before]
    assert [(one.name, one.office, one.note) for one in new] == [
        ("Phạm Thị Thuý Ngoãn", "Chi hội trưởng Phụ nữ xóm Ổ Gà", TEXT)
    ]


def test_fields_of_the_plan(program: Program, write: Write) -> None:
    """A line, several lines, a row of a list; saved by Ctrl+S while the word is open."""
    cid = program.app.planning.copy_of(program.sample)
    page: Any = program.go("plan", cid)
    page.presenter.go(StepId.ISSUER)
    program.hurry()
    write(named("Tên riêng"), "Ưỡm Hạ")
    write(named("Trích yếu"))
    press(program, "Ctrl+S")
    plan = program.app.planning.plan(cid)
    assert plan.issuer.name == "Ưỡm Hạ"
    assert plan.subject == TEXT
    page.presenter.go(StepId.BUDGET)
    program.hurry()
    page.focus_first()
    write(named("Nguồn kinh phí"))
    press(program, "Ctrl+S")
    assert program.app.planning.plan(cid).budget_note == TEXT


def test_an_item_of_the_checklist(program: Program, write: Write) -> None:
    page = program.go("preparation")
    press(program, "Ctrl+N")
    write(page.tasks.item.title)
    write(page.tasks.item.note, "hỏi lại anh Ưởng, thuê 2 bộ loa")
    press(program, "Ctrl+2", "Ctrl+1")
    kept = [one.own.note for one in program.app.checklist.view(program.sample).items if one.title == TEXT]
    assert "hỏi lại anh Ưởng, thuê 2 bộ loa" in kept


def test_the_name_of_the_writer(program: Program, write: Write) -> None:
    page = program.go_office("settings")
    write(page.author, "Trần Thị Hoà Ỷ")
    program.go_office("home")
    program.rest()
    page = program.go_office("settings")
    assert page.author.text() == "Trần Thị Hoà Ỷ"


@pytest.mark.parametrize("many", [False, True], ids=["line", "lines"])
def test_a_question_takes_the_open_word(program: Program, write: Write, many: bool) -> None:
    """Enter, or Ctrl+Enter, in the dialog that asks for words."""
    program.go_office("home")
    prompter = WindowPrompter(program.look, program.window)

    def answer() -> None:
        (field,) = typeable()
        write(field, "Bổ sung theo ý kiến bà Ưởng")
        hand.press("Ctrl+Return")

    QTimer.singleShot(0, program.window, answer)
    question = TextQuestion("Bỏ ý kiến này", "Lý do", "Bỏ", many_lines=many)
    assert prompter.ask_text(question) == "Bổ sung theo ý kiến bà Ưởng"
