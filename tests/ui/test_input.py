"""Fields, editor, suggestions: what is typed arrives whole, and nothing answers to an open word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import LookMaker
from tests.ui.ink_of import colored
from tests.ui.typing_vi import commit, preedit, unikey
from ui.look import Look
from ui.theme import Role
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import Field, FieldBox, SearchField
from ui.widgets.panes import VBox
from ui.widgets.suggestions import Suggestion, Suggestions, fitting

PEOPLE = (
    Suggestion("Nguyễn Đức Ưởng", "thôn Phú Ấp"),
    Suggestion("Nguyễn Thị Thanh Nguyệt", "thôn Thượng Vĩnh Ổn"),
    Suggestion("Đặng Văn Quyết", "thôn Đồng Vạn"),
)


def find(words: str) -> list[Suggestion]:
    from dialogue_desktop.domain.text_vi import fold

    return [one for one in PEOPLE if fold(words) in fold(one.text)]


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def show(qtbot, window: QWidget, *widgets: QWidget, look: Look) -> None:
    box = VBox(look)
    for widget in widgets:
        box.addWidget(widget)
    window.setLayout(box)
    window.resize(look.px(150), look.px(90))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    widgets[0].setFocus()
    QApplication.processEvents()


def test_open_word_is_settled_only_when_ended(qtbot, look: Look, window: QWidget) -> None:
    """L12: nothing is heard of "Nguye" and "Nguyê" while the word is open."""
    field = Field(look, name="Họ và tên")
    show(qtbot, window, field, look=look)
    heard: list[str] = []
    field.settled.connect(heard.append)
    for part in ("N", "Ng", "Nguye", "Nguyê", "Nguyễn"):
        preedit(field, part)
        assert field.composing
    assert heard == []
    commit(field, "Nguyễn")
    assert not field.composing
    assert heard == ["Nguyễn"]
    assert field.text() == "Nguyễn"


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        (("thi", "<í"), "thí"),
        (("Nguye", "<ê", "n", "<<ễn"), "Nguyễn"),
        (("D", "<Đ", "ang", "<<<ặng"), "Đặng"),
        (("U", "<Ư", "ong", "<<<ởng"), "Ưởng"),
    ],
)
def test_backspace_engines_are_not_disturbed(
    qtbot, look: Look, window: QWidget, steps: tuple[str, ...], word: str
) -> None:
    """L12: UniKey sends Backspace and letters; with the list open the word still comes out right."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, lambda words: list(PEOPLE))
    show(qtbot, window, field, look=look)
    unikey(field, *steps)
    assert field.text() == word
    assert len(offered.shown) == 3
    assert field.selectedText() == ""


def test_suggestions_wait_for_the_end_of_the_word(qtbot, look: Look, window: QWidget) -> None:
    """L2, L12: an open word asks for nothing and closes nothing."""
    asked: list[str] = []

    def asking(words: str) -> list[Suggestion]:
        asked.append(words)
        return find(words)

    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, asking)
    show(qtbot, window, field, look=look)
    for part in ("n", "ng", "nguye", "nguyê"):
        preedit(field, part)
    assert asked == []
    assert not offered.shown
    commit(field, "nguyễn")
    assert asked == ["nguyễn"]
    assert [one.text for one in offered.shown] == [PEOPLE[0].text, PEOPLE[1].text]
    preedit(field, "đ")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert offered.at == -1, "keys belong to the input method while a word is open"
    assert len(offered.shown) == 2


def test_suggestions_match_without_accents_and_are_picked_by_arrow(
    qtbot, look: Look, window: QWidget
) -> None:
    """L2: "nguyen" finds Nguyễn; ↓ and Enter take it; the focus never leaves the field."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, find)
    show(qtbot, window, field, look=look)
    picked: list[Suggestion] = []
    offered.picked.connect(picked.append)
    QTest.keyClicks(field, "nguyen")
    assert len(offered.shown) == 2
    assert field.text() == "nguyen", "nothing is completed in the field"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Nguyễn Thị Thanh Nguyệt"
    assert picked == [PEOPLE[1]]
    assert len(offered.shown) == 0


_OFFICIALS = (
    "Ông Bùi Văn Cường, Chủ tịch",
    "Bà Lê Thị Ngoan, Công chức",
    "Ông Trịnh Đình Ổn, Trưởng Công an",
)


def test_whole_words_are_offered_before_beginnings_and_mere_letters() -> None:
    """L2, L12: "on" means Ổn, although "Ông" begins so. What fits the same keeps its order."""
    people = chair, culture, police = [Suggestion(name) for name in _OFFICIALS]
    assert fitting("on", people, lambda one: one.text) == [police, chair, culture]
    assert fitting("ong", people, lambda one: one.text) == [chair, police, culture]
    assert fitting("ba ngo", people, lambda one: one.text) == [culture]
    assert fitting("xyz", people, lambda one: one.text) == []


def test_enter_without_arrow_belongs_to_the_field(qtbot, look: Look, window: QWidget) -> None:
    """L2: Enter while the list is open but nothing is picked does what it always does."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, find)
    show(qtbot, window, field, look=look)
    entered: list[bool] = []
    field.returnPressed.connect(lambda: entered.append(True))
    QTest.keyClicks(field, "dang")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered == [True]
    assert field.text() == "dang"
    assert offered.shown


def test_escape_closes_the_list_and_keeps_the_words(qtbot, look: Look, window: QWidget) -> None:
    """L9: Esc never throws words away."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, find)
    show(qtbot, window, field, look=look)
    QTest.keyClicks(field, "dang")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (offered.shown, field.text()) == ((), "dang")


def test_values_set_by_the_program_open_no_list(qtbot, look: Look, window: QWidget) -> None:
    """L2."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, find)
    show(qtbot, window, field, look=look)
    field.set_value("Nguyễn")
    assert len(offered.shown) == 0


def test_list_stays_inside_the_window(qtbot, look: Look, window: QWidget) -> None:
    """G6: above the field where there is no room below it."""
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, lambda words: list(PEOPLE))
    show(qtbot, window, QWidget(), field, look=look)
    field.setFocus()
    QTest.keyClicks(field, "n")
    assert window.rect().contains(offered.geometry())
    assert offered.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_value_is_composed_and_clean(qtbot, look: Look, window: QWidget) -> None:
    """G5: decomposed letters and hidden characters never get in."""
    field = Field(look, name="Địa chỉ")
    show(qtbot, window, field, look=look)
    field.setText("  Th\u00f4n Phu\u0301 \u00c2\u0301p\u200b ")
    assert field.value() == "Thôn Phú Ấp"


def test_warning_comes_on_leaving_and_never_while_composing(qtbot, look: Look, window: QWidget) -> None:
    """P6, L12: "30/2/2026" is said to be wrong when the field is left; put right, the warning goes."""
    field, other = Field(look, name="Ngày họp"), Field(look, name="Khác")
    sentence = "Tháng 2 năm 2026 chỉ có 28 ngày."
    box = FieldBox(look, "Ngày họp", field, check=lambda text: sentence if text == "30/2/2026" else "")
    show(qtbot, window, box, other, look=look)
    field.setFocus()
    QTest.keyClicks(field, "30/2/2026")
    assert box.warning == ""
    other.setFocus()
    assert box.warning == sentence
    assert colored(field, look, Role.BAD) > 0
    assert field.accessibleDescription() == sentence
    field.setFocus()
    preedit(field, "x")
    assert box.warning == sentence
    commit(field, "")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert box.warning == ""


def test_warning_works_for_an_editor_too(qtbot, look: Look, window: QWidget) -> None:
    """L3: a refusal asks for its reason."""
    editor, other = Editor(look, name="Lý do"), Field(look, name="Khác")
    box = FieldBox(look, "Lý do", editor, check=lambda text: "" if text else "Cần ghi lý do.")
    show(qtbot, window, box, other, look=look)
    editor.setFocus()
    other.setFocus()
    assert box.warning == "Cần ghi lý do."
    assert not box.verify()
    editor.set_value("Đã trả lời tại kỳ trước")
    assert box.verify()


def test_search_field_empties_with_escape(qtbot, look: Look, window: QWidget) -> None:
    """G3."""
    field = SearchField(look, "Tìm trong cam kết")
    show(qtbot, window, field, look=look)
    QTest.keyClicks(field, "duong")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.accessibleName() == "Tìm trong cam kết"


def test_editor_settles_committed_words_only(qtbot, look: Look, window: QWidget) -> None:
    """L9, L12: drafts are made of words that are ended."""
    editor = Editor(look, name="Ý kiến")
    show(qtbot, window, editor, look=look)
    heard: list[str] = []
    editor.settled.connect(heard.append)
    for part in ("D", "Đ", "Đươ", "Đường"):
        preedit(editor, part)
    assert heard == []
    commit(editor, "Đường ")
    assert heard == ["Đường "]
    assert editor.value() == "Đường"


def test_editor_keys(qtbot, look: Look, window: QWidget) -> None:
    """L1: Enter is a new line, Tab goes on, Ctrl+Enter is left to the page."""
    editor, other = Editor(look, name="Ý kiến"), Field(look, name="Khác")
    show(qtbot, window, editor, other, look=look)
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "a\nb"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_editor_keeps_its_undo_and_takes_plain_words(qtbot, look: Look, window: QWidget) -> None:
    """L5, G5: a prepared answer is taken over as one step; pasted words lose hidden characters."""
    from PySide6.QtCore import QMimeData

    editor = Editor(look, name="Trả lời")
    show(qtbot, window, editor, look=look)
    editor.set_value("Đã có kế hoạch.")
    editor.insert_at_end("Xong trước 30/8.")
    assert editor.toPlainText() == "Đã có kế hoạch.\nXong trước 30/8."
    editor.undo()
    assert editor.toPlainText() == "Đã có kế hoạch."
    mime = QMimeData()
    mime.setHtml("<b>Đậm</b>")
    mime.setText("Đ\u200bậm")
    editor.selectAll()
    editor.insertFromMimeData(mime)
    assert editor.toPlainText() == "Đậm"


def test_combo_says_only_what_a_person_chose(qtbot, look: Look, window: QWidget) -> None:
    """C5: setting a stored value is silent; the wheel changes nothing."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    combo = Combo(look, [("pa", "Thôn Phú Ấp"), ("dv", "Thôn Đồng Vạn")], name="Thôn")
    show(qtbot, window, combo, look=look)
    chosen: list[object] = []
    combo.chosen.connect(chosen.append)
    combo.set_value("dv")
    assert (combo.value(), chosen) == ("dv", [])
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert combo.value() == "dv"
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.value(), chosen) == ("pa", ["pa"])
    combo.set_items([("pa", "Thôn Phú Ấp"), ("bl", "Thôn Bến Lở")])
    assert combo.value() == "pa"


def test_combo_with_placeholder_starts_empty(qtbot, look: Look, window: QWidget) -> None:
    """C7: "chưa giao" until someone is chosen."""
    combo = Combo(look, [(1, "Phòng Kinh tế")], placeholder="chưa giao", name="Đơn vị")
    show(qtbot, window, combo, look=look)
    assert combo.value() is None
    combo.set_value(1)
    assert combo.value() == 1
    combo.set_value(None)
    assert combo.value() is None


def test_focus_is_seen_in_both_themes(qtbot, make_look: LookMaker) -> None:
    """G6: a ring of 2 px and more, in the colour of focus."""
    for name in ("light", "dark"):
        look = make_look(name)
        window = QWidget()
        qtbot.addWidget(window)
        field, editor = Field(look, name="a"), Editor(look, name="b")
        show(qtbot, window, field, editor, look=look)
        for widget in (field, editor):
            widget.setFocus()
            ring = 2 * (widget.width() + widget.height()) * look.ring * 0.8
            assert colored(widget, look, Role.FOCUS) >= ring
