"""Questions and messages: office words, the safe way out, Qt's own words in Vietnamese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QTextEdit, QWidget

from tests.ui.inside import children
from tests.ui.recorder import Recorder
from ui import i18n
from ui.look import Look
from ui.prompter import Choice, FileQuestion, Question, TextQuestion, WindowPrompter
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import QuestionDialog, TextDialog

DELETE = Question(
    "Xóa bản nháp kế hoạch?",
    "Bản nháp sửa lần cuối hôm qua. Kế hoạch đã ban hành không bị ảnh hưởng.",
    (Choice("delete", "Xóa bản nháp", "danger"), Choice("keep", "Giữ lại")),
)
REASON = TextQuestion("Vẫn chốt biên bản", "Lý do", "Chốt biên bản")


def buttons(dialog: QDialog) -> dict[str, Button]:
    return {button.words: button for button in children(dialog, Button)}


def test_question_names_the_acts_and_escape_is_safe(qtbot, look: Look) -> None:
    """G5: "Xóa bản nháp" / "Giữ lại", never yes and no; Esc keeps."""
    dialog = QuestionDialog(look, DELETE)
    qtbot.addWidget(dialog)
    dialog.show()
    assert set(buttons(dialog)) == {"Xóa bản nháp", "Giữ lại"}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.answer == "keep"


def test_enter_takes_the_safe_way_and_a_click_the_chosen_one(qtbot, look: Look) -> None:
    """G5: Enter in haste deletes nothing."""
    dialog = QuestionDialog(look, DELETE)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer == "keep"
    other = QuestionDialog(look, DELETE)
    qtbot.addWidget(other)
    other.show()
    QTest.mouseClick(buttons(other)["Xóa bản nháp"], Qt.MouseButton.LeftButton)
    assert other.answer == "delete"


def test_reason_is_required_and_cleaned(qtbot, look: Look) -> None:
    """M3: freezing in spite of gaps asks for the reason; an empty one is not taken."""
    dialog = TextDialog(look, REASON)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons(dialog)["Chốt biên bản"].click()
    assert dialog.isVisible()
    assert dialog.answer is None
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("  Chu\u0309 tri\u0300 đồng ý ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.answer == "Chủ trì đồng ý"


def test_many_lines_take_enter_and_end_with_ctrl_enter(qtbot, look: Look) -> None:
    """L3."""
    dialog = TextDialog(look, REASON._replace(many_lines=True))
    qtbot.addWidget(dialog)
    dialog.show()
    editor = dialog.findChild(QTextEdit)
    assert isinstance(editor, QTextEdit)
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "b")
    assert dialog.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer == "a\nb"


def test_dialogs_are_freed_after_use(qtbot, look: Look) -> None:
    """G1: a session of a hundred questions leaves no dialogs behind."""
    window = QWidget()
    qtbot.addWidget(window)
    prompter = WindowPrompter(look, window)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
        else:
            QTimer.singleShot(0, press)  # it is not open yet

    for _ in range(3):
        QTimer.singleShot(0, press)
        assert prompter.ask(DELETE) == "keep"
        QTimer.singleShot(0, press)
        assert prompter.ask_text(REASON) is None
        QTimer.singleShot(0, press)
        prompter.tell("Chưa mở được dữ liệu", "Tệp này do bản mới hơn tạo ra.")
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert children(window, QDialog) == []


def test_recorder_fails_on_an_unanswered_question() -> None:
    """G5: a test that forgot a question hears of it, and of an answer that was never asked for."""
    recorder = Recorder("delete")
    assert recorder.ask(DELETE) == "delete"
    with pytest.raises(AssertionError, match="no answer prepared"):
        recorder.save_file(FileQuestion("Lưu biên bản"))
    recorder.expect("maybe")
    with pytest.raises(AssertionError, match="no way out"):
        recorder.ask(DELETE)
    recorder.expect(None)
    with pytest.raises(AssertionError, match="never asked"):
        recorder.done()


def test_file_question_writes_its_filters() -> None:
    """M8."""
    question = FileQuestion("Xuất sổ", (("Tệp Excel", "*.xlsx"), ("Mọi tệp", "*")))
    assert question.filter_text() == "Tệp Excel (*.xlsx);;Mọi tệp (*)"


@pytest.fixture
def vietnamese(qapp: QApplication):
    from PySide6.QtCore import QLocale

    before = QLocale()
    translator = i18n.install(qapp)
    yield translator
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_edit_menu_is_vietnamese(qtbot, vietnamese, look: Look) -> None:
    """G2: the right-click menu of every field."""
    for widget in (QLineEdit(), QTextEdit()):
        qtbot.addWidget(widget)
        menu = widget.createStandardContextMenu()
        words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
        menu.deleteLater()
        assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]


def test_qts_file_dialog_is_vietnamese(qtbot, vietnamese, look: Look, tmp_path: Path) -> None:
    """G2: where the system has no dialog of its own (Linux, offscreen)."""
    dialog = QFileDialog(None, "Lưu", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QLabel, QPushButton

    words = {child.text() for child in children(dialog, QPushButton)}
    words |= {child.text() for child in children(dialog, QLabel)}
    assert {"Lưu", "Thôi", "Tìm trong:", "Loại tệp:"} <= words
    assert not any(re.search(r"\b(Cancel|Save|Look|Files|File)\b", word) for word in words)


def test_unknown_words_stay_as_they_are(vietnamese) -> None:
    """G5: nothing becomes empty because the table lacks it."""
    assert QCoreApplication.translate("QFileDialog", "Brand new words") == "Brand new words"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Thôi"


def test_table_keeps_every_placeholder(resources: Path) -> None:
    """G5: %1 lost in a translation would hide the file's name."""
    table = i18n.table(resources)
    wrong = [
        (context, source)
        for context, pairs in table.items()
        for source, words in pairs.items()
        if sorted(re.findall(r"%\d", source)) != sorted(re.findall(r"%\d", words)) or not words
    ]
    assert wrong == []


def test_danger_is_told_apart_from_the_safe_way(qtbot, look: Look) -> None:
    """G6: the dangerous button is never the default."""
    dialog = QuestionDialog(look, DELETE)
    qtbot.addWidget(dialog)
    found = buttons(dialog)
    assert found["Xóa bản nháp"]._kind is Kind.DANGER
    assert found["Giữ lại"].isDefault()
    assert not found["Xóa bản nháp"].isDefault()
