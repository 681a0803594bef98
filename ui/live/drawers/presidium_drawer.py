"""Who really chairs and who writes, when that is not as planned or changes within the session (M1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.domain.person_words import split_honorific
from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Plan, Secretary
from dialogue_desktop.domain.presidium import Seat, chair_seats, led_by, secretary_seats, sitting, ticked
from dialogue_desktop.domain.records import Session
from dialogue_desktop.services.live_changes import new_id
from ui.live.choice_field import ChoiceField
from ui.live.drawers.drawer import Drawer
from ui.live.drawers.session_times import SessionTimes
from ui.live.session.screen_words import capital, official_words
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

_HELP = (
    "Biên bản ghi những người được đánh dấu, theo thứ tự này; người đầu tiên ký trước. "
    "Chưa sửa gì ở đây thì biên bản theo kế hoạch."
)
_ROLES = tuple((role, capital(role.value)) for role in ChairRole)


class _Row(QWidget):
    """One person: there or not; of a chair the role, and the button by which that person takes the chair."""

    def __init__(self, look: Look, seat: Seat, place: int, drawer: PresidiumDrawer) -> None:
        super().__init__()
        person = seat.person
        name = official_words(person.official).partition(",")[0] or "Chưa rõ họ tên"
        # Without a name the office stands below only, where it has lines enough.
        self.here = CheckBox(look, name if person.official.name else "Chưa rõ họ tên", name=name)
        self.here.setChecked(seat.here)
        column = VBox(look, (0, 0, 0, 1), 0.5)
        column.addWidget(self.here)
        position = person.official.position
        if isinstance(person, Secretary) and person.citizen and not position:
            position = "Đại diện Nhân dân"
        if position:
            words = HBox(look, (5.5, 0, 0, 0))
            words.addWidget(Paragraph(look, position, Type.CAPTION, Role.TEXT2), 1)
            column.addLayout(words)
        self.lead = Button(look, "Giao điều hành", kind=Kind.QUIET, small=True)
        self.lead.setAccessibleName(f"Giao điều hành cho {name}")
        if isinstance(person, Chair) and seat.here:
            self.role = Combo(look, _ROLES, name=f"Vai trò, {name}", small=True)
            self.role.set_value(person.role)
            self.role.chosen.connect(lambda role: drawer.give_role(place, role))
            below = VBox(look, (5.5, 0, 0, 0), 0.5)
            below.addWidget(self.role, alignment=Qt.AlignmentFlag.AlignLeft)
            below.addWidget(self.lead, alignment=Qt.AlignmentFlag.AlignLeft)
            column.addLayout(below)
            self.lead.clicked.connect(lambda: drawer.lead(place))
            drawer.keep_in_sight(self.role, self.lead)
        else:
            self.lead.setParent(self)
        self.setLayout(column)
        self.lead.setVisible(place > 0 and isinstance(person, Chair) and seat.here)
        self.here.clicked.connect(lambda on: drawer.tick(place, on, secretary=isinstance(person, Secretary)))
        drawer.keep_in_sight(self.here)


class PresidiumDrawer(Drawer):
    """`changed` carries "chairs", "secretaries" or the hours of the session as they are now."""

    changed = Signal(dict)

    def __init__(
        self, look: Look, people: Callable[[], Sequence[Suggestion]], now: Callable[[], datetime]
    ) -> None:
        super().__init__(look, "Chủ trì, thư ký, giờ họp")
        self._now = now
        self._running = False
        self._chairs: tuple[Seat, ...] = ()
        self._secretaries: tuple[Seat, ...] = ()
        self.chair_rows: list[_Row] = []
        self.secretary_rows: list[_Row] = []
        self.new_chair, chairs = self._part(look, "Chủ trì", people)
        self._chair_list = chairs
        self.new_secretary, self._secretary_list = self._part(look, "Thư ký", people)
        self.body.addWidget(Paragraph(look, _HELP, Type.CAPTION, Role.TEXT2))
        self.times = SessionTimes(look, now)
        self.times.changed.connect(self.changed)
        self.keep_in_sight(self.times.begin, self.times.end)
        self.body.addWidget(self.times)
        self.body.addStretch(1)
        self.new_chair.chosen.connect(self._add_chair)
        self.new_secretary.chosen.connect(self._add_secretary)

    def _part(
        self, look: Look, title: str, people: Callable[[], Sequence[Suggestion]]
    ) -> tuple[ChoiceField, VBox]:
        rows = VBox(look, gap=1)
        field = ChoiceField(
            look, people, name=f"Thêm {title.lower()}", icon="person_16", placeholder="thêm người", least=44
        )
        self.body.addWidget(Label(look, title, Type.STRONG))
        self.body.addLayout(rows)
        self.body.addWidget(field, alignment=Qt.AlignmentFlag.AlignLeft)
        self.keep_in_sight(field)
        return field, rows

    def show_session(self, plan: Plan, session: Session) -> None:
        """As the records say; rows are made anew only where they differ."""
        self.times.show_session(session)
        self._running = session.started_at is not None and session.ended_at is None
        chairs, secretaries = chair_seats(plan, session), secretary_seats(plan, session)
        if chairs != self._chairs:
            self._chairs = chairs
            self._fill(self._chair_list, self.chair_rows, chairs)
        if secretaries != self._secretaries:
            self._secretaries = secretaries
            self._fill(self._secretary_list, self.secretary_rows, secretaries)

    def _fill(self, column: VBox, rows: list[_Row], seats: tuple[Seat, ...]) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and any(row.isAncestorOf(focused) for row in rows)
        while rows:
            row = rows.pop()
            row.hide()
            row.deleteLater()
        for place, seat in enumerate(seats):
            row = _Row(self.look, seat, place, self)
            rows.append(row)
            column.addWidget(row)
        if held and rows:
            rows[0].here.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_all(self) -> None:
        self.times.take()

    def focus_time(self, name: str) -> None:
        """To the hour that is missing or wrong."""
        field = self.times.end if name == "ended_at" and self.times.end.isVisible() else self.times.begin
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        first = self.chair_rows[0].here if self.chair_rows else self.new_chair
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- acts ----------------------------------------------------------------------------------------

    def tick(self, place: int, here: bool, *, secretary: bool) -> None:
        if secretary:
            self._say_secretaries(ticked(self._secretaries, place, here))
        else:
            self._say_chairs(ticked(self._chairs, place, here))

    def lead(self, place: int) -> None:
        """This one takes the chair; while the session runs the minutes say from which hour."""
        self._say_chairs(led_by(self._chairs, place, self._now() if self._running else None))

    def give_role(self, place: int, role: ChairRole) -> None:
        seat = self._chairs[place]
        if isinstance(seat.person, Chair):
            changed = replace(seat, person=replace(seat.person, role=role))
            self._say_chairs((*self._chairs[:place], changed, *self._chairs[place + 1 :]))

    def _add_chair(self, words: str) -> None:
        if words:
            role = ChairRole.CO_CHAIR if any(seat.here for seat in self._chairs) else ChairRole.CHAIR
            self._say_chairs((*self._chairs, Seat(Chair(_official(words), role))))
            self.new_chair.set_value("")

    def _add_secretary(self, words: str) -> None:
        if words:
            self._say_secretaries((*self._secretaries, Seat(Secretary(_official(words)))))
            self.new_secretary.set_value("")

    def _say_chairs(self, seats: tuple[Seat, ...]) -> None:
        self.changed.emit({"chairs": sitting(seats)})

    def _say_secretaries(self, seats: tuple[Seat, ...]) -> None:
        self.changed.emit({"secretaries": sitting(seats)})


def _official(words: str) -> Official:
    """ "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế"."""
    who, _, position = words.partition(",")
    honorific, name = split_honorific(" ".join(who.split()))
    return Official(new_id(), name, position.strip(), honorific)
