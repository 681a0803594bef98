"""The persons behind one opinion: a line each, name with honorific, xóm and thôn (C5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Voice
from ui.live.quick_add import KnownPerson, parse, suggest
from ui.look import Look
from ui.opinions.entry import PersonLine, place_label
from ui.opinions.known_field import KnownField
from ui.opinions.words import capital
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label

_HAMLET_UNITS, _PLACE_UNITS = 24, 33


@dataclass(frozen=True, slots=True)
class _Line:
    """The widgets of one person."""

    body: QWidget
    name: KnownField
    hamlet: Field
    place: KnownField
    away: Button


class PeopleEditor(QWidget):
    """`changed` carries all lines. `lines_changed`: fields came or went, so the tab order is another."""

    changed = Signal(object)  # tuple[PersonLine, ...]
    lines_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._localities: tuple[Locality, ...] = ()
        self._people: Callable[[], Sequence[KnownPerson]] = tuple
        self._lines: list[_Line] = []
        self._filling = False
        self._column = VBox(look, gap=1)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        head = HBox(look, gap=2)
        self._heads = [
            Label(look, words, Type.CAPTION, Role.TEXT2) for words in ("Người có ý kiến", "Xóm, tổ", "Thôn")
        ]
        for label in self._heads:
            head.addWidget(label, 0 if label is not self._heads[0] else 1)
        self._end = Label(look, "", Type.CAPTION)
        head.addWidget(self._end)
        self._column.addLayout(head)
        self._add_line()
        look.changed.connect(self._relook)
        self._relook()

    def offer(self, localities: tuple[Locality, ...], people: Callable[[], Sequence[KnownPerson]]) -> None:
        """Whose thôn and which persons are suggested."""
        self._localities, self._people = localities, people

    # --- what it shows --------------------------------------------------------------------------------

    def show_people(self, people: Sequence[PersonLine]) -> None:
        wanted = list(people) or [PersonLine()]
        self._filling = True
        while len(self._lines) < len(wanted):
            self._add_line()
        while len(self._lines) > len(wanted):
            self._drop(self._lines[-1])
        for line, person in zip(self._lines, wanted, strict=True):
            for field, text in (
                (line.name, person.name), (line.hamlet, person.hamlet), (line.place, person.locality),
            ):  # fmt: skip
                field.set_value(text)
                field.setModified(False)
                field.setCursorPosition(0)
        self._filling = False
        self._mark_ends()
        self.lines_changed.emit()

    def value(self) -> tuple[PersonLine, ...]:
        return tuple(PersonLine(x.name.value(), x.hamlet.value(), x.place.value()) for x in self._lines)

    def fields(self) -> list[QWidget]:
        """All fields in the order of Tab."""
        found: list[QWidget] = []
        for line in self._lines:
            found += [line.name, line.hamlet, line.place]
            if not line.away.isHidden():
                found.append(line.away)
        return found

    @property
    def first(self) -> QWidget:
        return self._lines[0].name

    # --- lines ----------------------------------------------------------------------------------------

    def add_person(self) -> None:
        """Another line, with the thôn of the last one, and the cursor in it."""
        place = self._lines[-1].place.value()
        line = self._add_line()
        self._filling = True
        line.place.set_value(place)
        self._filling = False
        self._mark_ends()
        self._tell()
        self.lines_changed.emit()
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> _Line:
        look, number = self._look, len(self._lines) + 1
        of = f" {number}" if number > 1 else ""
        body = QWidget()
        row = HBox(look, gap=2)
        body.setLayout(row)
        name = KnownField(
            look, self._known_names, name=f"Họ và tên người có ý kiến{of}", placeholder="bà Nguyễn Thị …",
            find=self._find_people, fill=False,
        )  # fmt: skip
        hamlet = Field(look, name=f"Xóm, tổ{of}", units=_HAMLET_UNITS)
        place = KnownField(look, self._known_places, name=f"Thôn{of}", units=_PLACE_UNITS)
        away = Button(look, kind=Kind.BAR, icon="dismiss", name=f"Bỏ người thứ {number}")
        row.addWidget(name, 1)
        row.addWidget(hamlet)
        row.addWidget(place)
        row.addWidget(away)
        line = _Line(body, name, hamlet, place, away)
        for field in (name, hamlet, place):
            field.settled.connect(self._tell)
        place.left.connect(partial(self._settle_place, place))
        name.left.connect(partial(self._settle_name, line))
        name.suggestions.picked.connect(partial(self._take_person, line))
        away.clicked.connect(partial(self._remove, line))
        self._lines.append(line)
        self._column.addWidget(body)
        self._mark_ends()
        return line

    def _remove(self, line: _Line, _checked: bool = False) -> None:
        at = self._lines.index(line)
        self._drop(line)
        self._mark_ends()
        self._tell()
        self.lines_changed.emit()
        self._lines[min(at, len(self._lines) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line.body)
        for field in (line.name, line.place):
            field.suggestions.close_list()
        line.body.hide()
        line.body.deleteLater()

    def _mark_ends(self) -> None:
        """A single line has nothing to be taken away; its column stays free so that nothing moves."""
        several = len(self._lines) > 1
        for line in self._lines:
            line.away.setVisible(several)
        self._end.setVisible(several)

    def _tell(self, _text: str = "") -> None:
        if not self._filling:
            self.changed.emit(self.value())

    # --- what is offered --------------------------------------------------------------------------------

    def _find_people(self, text: str) -> Sequence[Suggestion]:
        """Persons by name; after a stroke the thôn ("bà Lê Thị Ổn /phu")."""
        return [
            Suggestion(one.title, one.note, one.line, parse(one.line, self._localities).voice)
            for one in suggest(text, self._localities, self._people())
            if one.line != text.strip()
        ]

    def _known_names(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(p.voice.shown), p.voice.address, p.voice.shown, p.voice)
            for p in self._people()
        ]

    def _known_places(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(x.label), f"Trưởng thôn {x.head}" if x.head else "", x.label)
            for x in self._localities
        ]

    def _take_person(self, line: _Line, one: Suggestion) -> None:
        self._put_voice(line, one.value)

    def _settle_name(self, line: _Line) -> None:
        """A line written as in the hall ("bà Lê Thị Ổn /xóm Đình, phu ap") fills all three fields."""
        text = line.name.value()
        if "/" in text:
            self._put_voice(line, parse(text, self._localities).voice)

    def _put_voice(self, line: _Line, voice: Voice) -> None:
        self._filling = True
        line.name.setText(voice.shown)
        line.hamlet.set_value(voice.hamlet or line.hamlet.value())
        line.place.set_value(voice.locality or line.place.value())
        for field in (line.name, line.hamlet, line.place):
            field.setModified(False)
        self._filling = False
        self._tell()

    def _settle_place(self, place: KnownField) -> None:
        """ "phu ap" becomes "thôn Phú Ấp" when the field is left and it can mean only that."""
        known = place_label(place.value(), self._localities)
        if known != place.value():
            place.setText(known)
            place.setModified(False)

    def _relook(self) -> None:
        px = self._look.px
        self._heads[1].setFixedWidth(px(_HAMLET_UNITS))
        self._heads[2].setFixedWidth(px(_PLACE_UNITS))
        self._end.setFixedWidth(px(8))
