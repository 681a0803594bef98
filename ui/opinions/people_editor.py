"""The persons behind one opinion: a line each, name with honorific, xóm and thôn (C5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desktop.domain.people_index import KnownPerson
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.text_vi import fold, one_line
from ui.live.session.quick_add import parse, split_honorific, suggest
from ui.look import Look
from ui.opinions.entry import PersonLine, place_label
from ui.opinions.form_help import FormHelp
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
_LEAST = 2  # letters of a name before anybody is offered
_HAMLET = re.compile(r"(xom|to|ngo|ngach|doi|cum|khu)\b")
_EXAMPLE = "bà Nguyễn Thị … /xóm"


def _suggestion(person: KnownPerson) -> Suggestion:
    """The list's line: name, and below it xóm, thôn, office."""
    where = ", ".join(part for part in (person.hamlet, person.locality, person.office) if part)
    return Suggestion(capital(person.shown), where, person.shown, person)


def _stands(person: KnownPerson, line: _Line) -> bool:
    """All that is known of the person is written already."""
    return (
        one_line(line.name.value()) == person.shown
        and (not person.hamlet or bool(line.hamlet.value()))
        and (not person.locality or bool(line.place.value()))
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """The widgets of one person."""

    body: QWidget
    name: KnownField
    hamlet: Field
    place: KnownField
    away: Button


class PeopleEditor(QWidget):
    """`changed` carries all lines. `lines_changed`: fields came or went, so the tab order is another.
    `picked`: somebody known was chosen for the line in hand (a Voice)."""

    picked = Signal(object)
    changed = Signal(object)  # tuple[PersonLine, ...]
    lines_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._help = FormHelp()
        self._carried = ""  # the thôn that only stayed from the last slip
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

    def offer(self, help_: FormHelp) -> None:
        """Whose thôn and which persons are suggested."""
        self._help = help_

    # --- what it shows --------------------------------------------------------------------------------

    def show_people(self, people: Sequence[PersonLine], *, fresh: bool = False) -> None:
        """`fresh`: the thôn stayed from the last slip, so that somebody picked may bring another one."""
        wanted = list(people) or [PersonLine()]
        self._carried = wanted[0].locality if fresh else ""
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

    @property
    def place(self) -> str:
        """The thôn of the first person."""
        return self._lines[0].place.value()

    def settle(self, field: object) -> None:
        """The line with this name is ended: what was written in it after a stroke fills the other fields."""
        for line in self._lines:
            if line.name is field:
                self._settle_name(line)

    def is_hamlet(self, field: object) -> bool:
        return any(line.hamlet is field for line in self._lines)

    def suggest_place(self, place: str) -> None:
        """The thôn of the first person, where none is written yet; it may still be brought by somebody."""
        line = self._lines[0]
        if line.place.value() or place == self._carried:
            return
        self._carried = place
        line.place.set_value(place)
        line.place.setModified(False)

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
            look, self._known_names, name=f"Họ và tên người có ý kiến{of}", placeholder=_EXAMPLE,
            find=lambda text: self._find_people(line, text), fill=False,
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

    def _find_people(self, line: _Line, text: str) -> Sequence[Suggestion]:
        """Persons by name; after a stroke the thôn ("bà Lê Thị Ổn /phu")."""
        if "/" in text:
            places = suggest(text, self._help.localities, ())
            return [
                Suggestion(one.title, one.note, one.line, parse(one.line, self._help.localities).voice)
                for one in places
                if one.line != text.strip()
            ]
        _, name = split_honorific(one_line(text))
        if len(fold(name)) < _LEAST:
            return []
        found = self._help.people(name, place_label(line.place.value(), self._help.localities))
        return [_suggestion(one) for one in found if not _stands(one, line)]

    def _known_names(self) -> Sequence[Suggestion]:
        return [_suggestion(one) for one in self._help.here()]

    def _known_places(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(x.label), f"Trưởng thôn {x.head}" if x.head else "", x.label)
            for x in self._help.localities
        ]

    def _take_person(self, line: _Line, one: Suggestion) -> None:
        """A place that was typed after a stroke says what it says; of a person only what is empty is filled,
        and the thôn that merely stayed from the last slip."""
        if not isinstance(one.value, KnownPerson):
            self._put_voice(line, one.value)
            return
        person, place = one.value, line.place.value()
        free = not place or (line is self._lines[0] and place == self._carried)
        voice = Voice(
            person.name,
            person.honorific,
            person.locality if person.locality and free else place,
            line.hamlet.value() or person.hamlet,
        )
        self._put_voice(line, voice)
        self.picked.emit(voice)

    def _settle_name(self, line: _Line) -> None:
        """A line written as in the hall ("bà Lê Thị Ổn /xóm Đình, phu ap") fills all three fields."""
        text = line.name.value()
        if "/" not in text:
            return
        quick = parse(text, self._help.localities)
        voice = quick.voice
        if quick.unknown_locality and (line.place.value() or _HAMLET.match(fold(voice.locality))):
            # "/xóm Đình": a part of the thôn that stands there, not another one.
            hamlet = ", ".join(part for part in (voice.hamlet, voice.locality) if part)
            voice = replace(voice, hamlet=hamlet, locality="")
        self._put_voice(line, voice)

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
        known = place_label(place.value(), self._help.localities)
        if known != place.value():
            place.setText(known)
            place.setModified(False)

    def _relook(self) -> None:
        px = self._look.px
        self._heads[1].setFixedWidth(px(_HAMLET_UNITS))
        self._heads[2].setFixedWidth(px(_PLACE_UNITS))
        self._end.setFixedWidth(px(8))
