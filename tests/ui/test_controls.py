"""Buttons, chips, ticks, badges, banners, toasts, digits: what they say, and what they answer to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import LookMaker
from tests.ui.ink_of import colored, picture
from tests.ui.inside import children
from ui.actions import Actions, Verb
from ui.look import Look
from ui.state_looks import DOCUMENTS, FOLLOW_UP, OUTCOMES
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind, key_words
from ui.widgets.checkbox import CheckBox, Radio
from ui.widgets.chip import Chip
from ui.widgets.digits import Digits, Meter
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.icon_box import IconBox, KeyCap
from ui.widgets.panes import Pane
from ui.widgets.text import Label, Paragraph, Span
from ui.widgets.toast import SHOWN_MS, Toast


@pytest.fixture
def host(qtbot, look: Look) -> QWidget:
    host = Pane(look)
    qtbot.addWidget(host)
    host.resize(look.px(200), look.px(100))
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    return host


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_pressed_by_mouse_space_and_name(qtbot, look: Look, host: QWidget, kind: Kind) -> None:
    """G6."""
    button = Button(look, "Gộp lại", kind=kind, icon="merge", key="Ctrl+G", parent=host)
    button.show()
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert button.accessibleName() == "Gộp lại"
    assert button.height() == button.sizeHint().height() or button.sizeHint().height() == look.px(8)


def test_locked_button_says_why(look: Look, host: QWidget) -> None:
    """M3: "Chốt" is locked while something is missing, and says what."""
    button = Button(look, "Chốt và in 3 bản", kind=Kind.PRIMARY, parent=host)
    button.lock("Còn 3 việc cần bổ sung.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Còn 3 việc cần bổ sung."
    assert colored(button, look, Role.ACCENT) == 0
    button.lock("")
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_icon_button_names_itself(look: Look, host: QWidget) -> None:
    """G6: no words on it, yet a name for readers and a tool tip with the key."""
    button = Button(look, icon="keyboard", name="Bảng phím", key="F1", parent=host)
    assert button.accessibleName() == "Bảng phím"
    assert button.toolTip() == "Bảng phím (F1)"


def test_ampersand_is_a_letter(look: Look, host: QWidget) -> None:
    """G5: "Thu & chi" is no mnemonic."""
    button = Button(look, "Thu & chi", parent=host)
    assert button.words == "Thu & chi"
    assert button.shortcut() == QKeySequence()


def test_toggle_differs_without_colour(look: Look, host: QWidget) -> None:
    """G6: pressed has an edge twice as thick, not only another ground."""
    button = Button(look, "Trả lời tại chỗ", icon="checkmark_circle", key="1", checkable=True, parent=host)
    button.resize(button.sizeHint())
    button.setChecked(True)
    perimeter = 2 * (button.width() + button.height())
    assert colored(button, look, Role.ACCENT) >= perimeter * look.ring * 0.8


def test_focus_ring_on_primary_is_inside_and_light(look: Look, host: QWidget) -> None:
    """G6."""
    button = Button(look, "Lưu", kind=Kind.PRIMARY, parent=host)
    button.resize(button.sizeHint())
    button.show()
    without = colored(button, look, Role.ON_ACCENT)
    button.setFocus()
    QApplication.processEvents()
    assert colored(button, look, Role.ON_ACCENT) > without + button.width()


def test_button_of_an_action_follows_it(look: Look, host: QWidget) -> None:
    """G6: one place for words, key and state; the cap is the real key."""
    actions = Actions()
    done: list[str] = []
    action = actions.add(
        host, Verb("x.save", "Lưu, ý kiến mới", "Ctrl+Return", "add"), lambda: done.append("s")
    )
    button = Button.of(look, action, kind=Kind.PRIMARY, parent=host)
    assert (button.words, button.key) == ("Lưu, ý kiến mới", "Ctrl+Enter")
    button.click()
    action.setEnabled(False)
    assert (done, button.isEnabled()) == (["s"], False)
    action.setEnabled(True)
    actions.rebind("x.save", "Ctrl+E")
    assert button.key == "Ctrl+E"
    QTest.keyClick(host, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert done == ["s", "s"]


def test_keys_conflict_only_where_they_meet(look: Look, host: QWidget) -> None:
    """G6: two pages may both have Ctrl+N; two verbs of one page may not."""
    actions = Actions()
    one, other = QWidget(host), QWidget(host)
    actions.add(one, Verb("a.new", "Lập mới", "Ctrl+N"), lambda: None)
    actions.add(other, Verb("b.new", "Thêm ý kiến", "Ctrl+J"), lambda: None)
    actions.add(one, Verb("a.copy", "Chép", "Ctrl+D"), lambda: None)
    assert actions.rebind("b.new", "Ctrl+N") == ()
    assert actions.rebind("a.copy", "Ctrl+N") == ("a.new",)
    assert actions.key_of("a.copy") == "Ctrl+D"
    actions.reset("b.new")
    assert (actions.key_of("b.new"), actions.own_keys()) == ("Ctrl+J", {})


def test_key_words_are_the_same_everywhere() -> None:
    """G6: caps say Enter and PgDn."""
    assert key_words(QKeySequence("Ctrl+PgDown")) == "Ctrl+PgDn"
    assert key_words("Ctrl+Return") == "Ctrl+Enter"


def test_chip_opens_and_clears(look: Look, host: QWidget) -> None:
    """G3: a click opens the choice, the cross or Delete takes the filter away."""
    chip = Chip(look, "Lĩnh vực", parent=host)
    chip.show()
    opened, cleared = [], []
    chip.clicked.connect(lambda: opened.append(1))
    chip.cleared.connect(lambda: cleared.append(1))
    chip.resize(chip.sizeHint())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    chip.set_value("Giao thông")
    chip.resize(chip.sizeHint())
    assert chip.accessibleName() == "Lĩnh vực: Giao thông"
    cross = chip.rect().center()
    cross.setX(chip.width() - look.px(3))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert (len(opened), len(cleared)) == (1, 2)


def test_tick_and_radio(look: Look, host: QWidget) -> None:
    """G6: the words are clickable, Space ticks."""
    tick = CheckBox(look, "Bản 1/3", parent=host)
    tick.resize(tick.sizeHint())
    tick.show()
    end = tick.rect().center()
    end.setX(tick.width() - 2)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=end)
    assert tick.isChecked()
    assert colored(tick, look, Role.ACCENT) > 50
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()
    radio = Radio(look, "In hai mặt", parent=host)
    radio.resize(radio.sizeHint())
    radio.show()
    QTest.mouseClick(radio, Qt.MouseButton.LeftButton)
    assert radio.isChecked()


@pytest.mark.parametrize("state", [*OUTCOMES.values(), *FOLLOW_UP.values(), *DOCUMENTS.values()])
def test_states_have_words_icon_and_both_sizes(look: Look, host: QWidget, state) -> None:
    """L3, F1: colour is never alone; the icon exists as 20 and as 16."""
    badge = Badge.of(look, state)
    badge.setParent(host)
    badge.resize(badge.sizeHint())
    assert badge.text() == state.words
    assert colored(badge, look, state.role) > 5
    assert colored(badge, look, state.role.soft) > 100
    look.icon(state.icon, state.role)
    assert look.icons.missing == set()


def test_outcomes_differ_in_grey(look: Look) -> None:
    """G6: taken the colour away, no two outcomes have the same words or the same icon and digit."""
    words = [state.words for state in OUTCOMES.values()]
    icons = [state.icon for state in OUTCOMES.values()]
    assert len(set(words)) == len(set(icons)) == 7
    assert list(OUTCOMES) == [1, 2, 3, 4, 5, 6, 7]


def test_banner_has_at_most_two_buttons(look: Look, host: QWidget) -> None:
    """P10: "Giữ 19/4", "Chuyển sang 17/4", and no third."""
    buttons = [Button(look, "Giữ 19/4", kind=Kind.BAR), Button(look, "Chuyển sang 17/4")]
    banner = Banner(
        look, "Hạn rơi vào Chủ nhật 19/4.", "Ngày làm việc liền trước: thứ Sáu 17/4.", buttons=buttons
    )
    banner.setParent(host)
    assert banner.accessibleName().startswith("Hạn rơi vào Chủ nhật 19/4.")
    with pytest.raises(ValueError, match="two"):
        Banner(look, "x", buttons=[*buttons, Button(look, "c")])


def test_toast_takes_no_focus_and_undoes(qtbot, look: Look, host: QWidget) -> None:
    """L9: says what was done, names it in its button, takes it back once, is at the bottom left."""
    field = Button(look, "Tiêu điểm", parent=host)
    field.show()
    field.setFocus()
    toast = Toast(look, host)
    undone: list[int] = []
    toast.say("Đã gộp 4 ý kiến vào một câu trả lời", lambda: undone.append(1))
    assert field.hasFocus()
    assert toast.words.startswith("Đã gộp")
    assert toast.x() == look.px(6)
    assert host.rect().contains(toast.geometry())
    button = next(child for child in toast.children() if isinstance(child, Button))
    assert button.accessibleName() == "Hoàn tác: Đã gộp 4 ý kiến vào một câu trả lời"
    button.click()
    assert (undone, toast.words) == ([1], "")


def test_toast_is_out_of_the_way_of_the_field_being_typed_into(qtbot, look: Look, host: QWidget) -> None:
    """Design §1.9: also when the field gets the focus while the toast is there."""
    fields = [Field(look, name=name) for name in ("trên", "dưới")]
    for place, field in enumerate(fields):
        field.setParent(host)
        field.setGeometry(look.px(4), host.height() - look.px(40 - 20 * place), look.px(100), look.px(8))
        field.show()
    fields[0].setFocus()
    toast = Toast(look, host)
    toast.say("Đã xóa căn cứ", lambda: None)
    usual = toast.geometry()
    assert usual.intersects(fields[1].geometry())
    fields[1].setFocus()
    assert not toast.geometry().intersects(fields[1].geometry())
    assert host.rect().contains(toast.geometry())
    fields[0].setFocus()
    assert toast.geometry() == usual


def test_toast_stands_on_the_pane_that_nobody_types_into(qtbot, look: Look, host: QWidget) -> None:
    pane = QWidget(host)
    pane.setGeometry(host.width() // 2, 0, host.width() // 2, host.height() - look.px(20))
    pane.show()
    toast = Toast(look, host)
    toast.stand_on(pane)
    toast.say("Đã xóa căn cứ")
    assert toast.x() > pane.x()
    assert toast.geometry().bottom() <= pane.geometry().bottom()
    toast.dismiss()
    pane.hide()
    toast.say("Đã xóa căn cứ")
    assert toast.x() == look.px(6)


def test_toast_stays_under_the_pointer(qtbot, look: Look, host: QWidget) -> None:
    """L9: 8 seconds, but not while it is being read."""
    toast = Toast(look, host)
    toast.say("Đã dừng lượt ông Lò Văn Ế")
    timer = toast._timer
    assert timer.isActive()
    assert timer.interval() >= SHOWN_MS
    QApplication.sendEvent(toast, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert not timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer.isActive()
    timer.timeout.emit()
    assert toast.words == ""


def test_toast_can_be_dismissed_before_it_was_ever_shown(look: Look, host: QWidget) -> None:
    """G5."""
    Toast(look, host).dismiss()


def test_digits_do_not_dance(look: Look, host: QWidget) -> None:
    """L7: 1 and 4 take the same room; a colon takes less."""
    widths = {Digits(look, f"0{n}:{n}2").sizeHint().width() for n in range(10)}
    assert len(widths) == 1
    assert Digits(look, "1").sizeHint() == Digits(look, "8").sizeHint()
    assert Digits(look, ":").sizeHint().width() < Digits(look, "1").sizeHint().width()


def test_digits_change_colour_with_text(look: Look, host: QWidget) -> None:
    """L7: over time is red and has a plus."""
    clock = Digits(look, "02:34", Type.CLOCK, name="Đồng hồ lượt", parent=host)
    clock.set_text("+0:18", Role.BAD)
    clock.resize(clock.sizeHint())
    assert colored(clock, look, Role.BAD) > 50
    assert clock.accessibleName() == "Đồng hồ lượt"
    meter = Meter(look, parent=host)
    meter.resize(100, look.px(1))
    meter.set_fraction(1.7)
    assert colored(meter, look, Role.ACCENT) > 90 * look.px(1)


def test_empty_state_names_what_is_missing(look: Look, host: QWidget) -> None:
    """G5: icon, what is missing, one sentence, two ways on."""
    empty = EmptyState(
        look, "chat_multiple", "Chưa có ý kiến nào", "Nhập từ phiếu giấy.",
        [Button(look, "Thêm ý kiến", kind=Kind.PRIMARY), Button(look, "Nhập từ Excel…")],
    )  # fmt: skip
    empty.setParent(host)
    empty.set_words("Không có ý kiến khớp", "Bỏ bớt điều kiện lọc.")
    labels = [child.text() for child in children(empty, Label)]
    assert labels == ["Không có ý kiến khớp"]


def test_label_cuts_with_a_tool_tip_only_when_it_must(qtbot, look: Look, host: QWidget) -> None:
    """G6: names are whole where there is room."""
    label = Label(look, "Nguyễn Thị Thanh Nguyệt, thôn Thượng Vĩnh Ổn", elide=True, parent=host)
    label.show()
    label.resize(label.sizeHint())
    assert label.toolTip() == ""
    label.resize(look.px(20), label.height())
    assert label.toolTip() == label.text()


def test_elided_text_fits_and_says_so(look: Look) -> None:
    """G6."""
    words = "Nguyễn Thị Thanh Nguyệt, thôn Thượng Vĩnh Ổn"
    for room in (0, 20, 60, 150):
        cut = look.elided(words, Type.BODY, room)
        assert cut.endswith("…")
        assert look.advance(cut) <= max(room, look.advance("…"))
    assert look.elided(words, Type.BODY, 2000) == words


def test_paragraph_wraps_marks_and_counts_astral_letters(qtbot, look: Look, host: QWidget) -> None:
    """G3, G5: a letter outside the basic plane shifts no mark."""
    paragraph = Paragraph(
        look, [Span("𠀀 tìm ", Type.STRONG), Span("đường trục thôn", mark=True)], parent=host
    )
    paragraph.resize(look.px(100), paragraph.heightForWidth(look.px(100)))
    assert colored(paragraph, look, Role.MARK) > 100
    tall = paragraph.heightForWidth(look.px(15))
    assert tall > paragraph.heightForWidth(look.px(100))
    assert tall % look.line() == 0


def test_everything_follows_theme_and_scale(qtbot, make_look: LookMaker) -> None:
    """G6: dark and 200 % at run time, without building anything anew."""
    look = make_look()
    host = Pane(look)
    qtbot.addWidget(host)
    things = [
        Button(look, "Lưu", icon="save"),
        Badge.of(look, OUTCOMES[1]),
        CheckBox(look, "Bản 1/3"),
        Chip(look, "Thôn"),
        Label(look, "Việc cần làm", Type.SECTION),
        Digits(look, "01:12"),
        IconBox(look, "clock"),
        KeyCap(look, "F5"),
    ]
    before = [(thing.sizeHint(), picture(thing)) for thing in things]
    look.set_theme("dark")
    for thing, (size, image) in zip(things, before, strict=True):
        assert thing.sizeHint() == size
        assert picture(thing) != image, thing
    look.set_scale(2.0)
    assert look.u == 8
    for thing, (size, _image) in zip(things, before, strict=True):
        assert thing.sizeHint().height() >= 1.8 * size.height(), thing


@pytest.mark.parametrize(("scale", "u", "edge"), [(1.0, 4, 1), (1.25, 5, 1), (1.5, 6, 2), (2.0, 8, 2)])
def test_unit_grows_with_the_letters(make_look: LookMaker, scale: float, u: int, edge: int) -> None:
    """G6: u = 0.3 of the body's em; lines are 1.5 em."""
    look = make_look(scale=scale)
    assert (look.u, look.edge) == (u, edge)
    assert look.line(Type.BODY) >= 1.5 * look.metrics.em
    assert make_look(scale=9.0).scale == 2.0


def test_icons_are_drawn_once_and_missing_ones_are_known(look: Look) -> None:
    """G6: cached per name, colour, size and ratio; a wrong name is no crash."""
    one = look.icon("clock", Role.BAD)
    assert look.icon("clock", Role.BAD).cacheKey() == one.cacheKey()
    assert look.icon("clock", Role.OK).cacheKey() != one.cacheKey()
    double = look.icon("clock", Role.BAD, ratio=2.0)
    assert double.size() == one.size() * 2
    assert look.icon("no_such_icon").isNull() is False
    assert look.icons.missing == {"no_such_icon"}
    look.icons.missing.clear()


def test_qts_own_widgets_follow_the_theme(qtbot, qapp: QApplication, make_look: LookMaker) -> None:
    """G6: menus, lists and tool tips change with the rest, without a restart."""
    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QToolTip

    look = make_look()
    look.dress_tool_tips()
    look.set_theme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color(Role.SURFACE)
    assert QToolTip.palette().color(QPalette.ColorRole.ToolTipBase) == look.color(Role.INVERSE)
    look.set_scale(2.0)
    assert qapp.font().pointSizeF() == pytest.approx(20.0)
    look.set_scale(1.0)
    look.set_theme("light")
