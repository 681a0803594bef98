"""No hat of Ấ Ỡ Ể Ễ Ộ and no dot below Ệ is cut, in any control, at any scale."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import LookMaker
from tests.ui.ink_of import TALL, ink
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import Field
from ui.widgets.text import Label, Paragraph

SCALES = [1.0, 1.5, 2.0]


def whole(widget: QWidget, look: Look, role: Role = Role.TEXT) -> None:
    """As much ink at the height that the widget asks for as in twice that height."""
    size = widget.sizeHint()
    widget.resize(size)
    asked = ink(widget, look, role)
    widget.setMaximumHeight(size.height() * 3)
    widget.resize(size.width(), size.height() * 2)
    assert asked > 40
    assert abs(ink(widget, look, role) - asked) <= asked * 0.02


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", [Type.CAPTION, Type.BODY, Type.STRONG, Type.SECTION, Type.TITLE])
def test_label(make_look: LookMaker, qtbot, scale: float, kind: Type) -> None:
    """G6."""
    look = make_look(scale=scale)
    label = Label(look, TALL, kind)
    qtbot.addWidget(label)
    whole(label, look)


@pytest.mark.parametrize("scale", SCALES)
def test_paragraph(make_look: LookMaker, qtbot, scale: float) -> None:
    """G6: also the first and the last line."""
    look = make_look(scale=scale)
    paragraph = Paragraph(look, f"{TALL}\n{TALL}")
    qtbot.addWidget(paragraph)
    size = paragraph.sizeHint()
    assert size.height() == 2 * look.line()
    paragraph.resize(size)
    two = ink(paragraph, look)
    single = Paragraph(look, TALL)
    qtbot.addWidget(single)
    single.resize(single.sizeHint())
    assert abs(two - 2 * ink(single, look)) <= two * 0.02


@pytest.mark.parametrize("scale", SCALES)
def test_button_chip_tick_combo_badge(make_look: LookMaker, qtbot, scale: float) -> None:
    """G6."""
    look = make_look(scale=scale)
    quiet = Button(look, TALL, kind=Kind.BAR)
    small = Button(look, TALL, kind=Kind.BAR, small=True)
    for widget in (quiet, small, CheckBox(look, TALL)):
        qtbot.addWidget(widget)
        whole(widget, look)
    badge = Badge(look, TALL, Role.BAD, soft=False)
    qtbot.addWidget(badge)
    whole(badge, look, Role.BAD)
    # An edge grows with the height: count the words only, below and above nothing may be missing.
    for framed in (Chip(look, TALL), Combo(look, [(1, TALL)])):
        qtbot.addWidget(framed)
        framed.resize(framed.sizeHint())
        assert framed.height() >= look.line()


@pytest.mark.parametrize("scale", SCALES)
def test_field(make_look: LookMaker, qtbot, scale: float) -> None:
    """G6: QLineEdit lays its line as high as the font says, which is lower than Ể."""
    look = make_look(scale=scale)
    field = Field(look, TALL, units=60)
    qtbot.addWidget(field)
    whole(field, look)


@pytest.mark.parametrize("scale", SCALES)
def test_editor_first_and_last_line(make_look: LookMaker, qtbot, scale: float) -> None:
    """G6: three lines have three times the ink of one, and stand 1.5 em apart."""
    look = make_look(scale=scale)
    editor = Editor(look)
    qtbot.addWidget(editor)
    editor.resize(look.px(80), look.line(Type.EDITOR) * 5)
    editor.set_value(TALL)
    one = ink(editor, look)
    editor.set_value(f"{TALL}\n{TALL}\n{TALL}")
    assert abs(ink(editor, look) - 3 * one) <= one * 0.06
    layout = editor.document().documentLayout()
    tops = [layout.blockBoundingRect(editor.document().findBlockByNumber(n)).y() for n in range(3)]
    assert tops[1] - tops[0] == tops[2] - tops[1] == look.line(Type.EDITOR)
