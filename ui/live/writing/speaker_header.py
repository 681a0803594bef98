"""Who speaks, in what state, and the clock of the turn (L1, L7)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desktop.domain.records import TurnState
from ui.live import verbs
from ui.live.density import Density
from ui.live.key_names import KeyNames
from ui.live.next_step import waiting_words
from ui.live.session.screen import LiveScreen, SpeakerView
from ui.live.state_icons import LEVEL_ROLES
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.turn_clock import ClockView, Level
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.digits import Digits, Meter
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label


class TurnClock(QWidget):
    """Digits in cells, the limit beside them, a bar below; a click opens the times for correction."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._digits = Digits(look, "00:00", Type.CLOCK, name="Đồng hồ của lượt")
        self._small_digits = Digits(look, "00:00", Type.WALL_CLOCK, name="Đồng hồ của lượt")
        self._small_digits.hide()
        self._limit = Label(look, "", Type.BODY, Role.TEXT2)
        self._meter = Meter(look)
        line = HBox(look, gap=1.5)
        line.addStretch(1)
        line.addWidget(self._digits)
        line.addWidget(self._small_digits)
        line.addWidget(self._limit)
        column = VBox(look)
        column.addLayout(line)
        column.addWidget(self._meter)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Bấm để sửa giờ nói")
        self._small = False
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        self.setMinimumWidth(self._look.px(29 if self._small else 38))

    def set_small(self, small: bool) -> None:
        """At 200 % the digits are those of the wall clock."""
        self._small = small
        self._digits.setVisible(not small)
        self._small_digits.setVisible(small)
        self._relook()

    def set_narrow(self, narrow: bool) -> None:
        self._limit.setVisible(not narrow)

    def show_clock(self, view: ClockView) -> None:
        role = LEVEL_ROLES[view.level] if view.level in (Level.WARN, Level.OVER) else Role.TEXT
        self._digits.set_text(view.digits, role)
        self._small_digits.set_text(view.digits, role)
        self._limit.setText(f"/ {view.limit}" if view.limit else "")
        self._meter.set_fraction(view.part, LEVEL_ROLES[view.level] if view.running else Role.FIELD)
        self.setAccessibleName(f"{view.words} {view.digits}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class _StopButton(VerbButton):
    """Slim where only icon and key are shown."""

    def _padding(self) -> int:
        return self.look.px(3 if self.words else 2)


class _Pencil(Button):
    """Close to the name that it belongs to."""

    def sizeHint(self) -> QSize:
        side = self.look.px(6)
        return QSize(side, side)


class SpeakerHeader(QWidget):
    """Name, place, badge, clock, stop."""

    edit_wanted = Signal()

    def __init__(self, look: Look, *, start_stop: QAction, speaker: QAction) -> None:
        super().__init__()
        self._look, self._density = look, Density.FULL
        self._speaker, self._names = SpeakerView(), KeyNames()
        self._name = Label(look, "", Type.TITLE, elide=True)
        self._edit = _Pencil(look, icon="edit", name="Sửa người phát biểu, giờ nói", kind=Kind.BAR)
        self._edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._edit.clicked.connect(speaker.trigger)
        self._address = Label(look, "", Type.BODY, Role.TEXT2, elide=True)
        self._badge = Badge(look, "", Role.MUTE, "clock")
        self.clock = TurnClock(look)
        self.clock.pressed.connect(speaker.trigger)
        self.stop = _StopButton(look, start_stop)
        first = HBox(look, gap=1)
        first.addWidget(self._name)
        first.addWidget(self._edit)
        first.addStretch(1)
        words = VBox(look)
        words.addLayout(first)
        words.addWidget(self._address)
        row = HBox(look, gap=2)
        row.addLayout(words, 1)
        row.addWidget(self._badge)
        row.addWidget(self.clock)
        row.addWidget(self.stop)
        self.setLayout(row)
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """A long name gets smaller letters before it is ever cut."""
        look = self._look
        # As high whoever speaks: the boxes below stay where they are.
        small = self._density is Density.SMALL
        words = look.line(Type.SECTION if small else Type.TITLE) + look.line(Type.BODY)
        self.setFixedHeight(max(words, self.stop.sizeHint().height(), self.clock.sizeHint().height()))
        parts = (self._badge, self.clock, self.stop)
        taken = [max(p.sizeHint().width(), p.minimumWidth()) for p in parts if not p.isHidden()]
        room = self.width() - sum(wide + look.px(2) for wide in taken)
        if not self._edit.isHidden():
            room -= self._edit.sizeHint().width() + look.px(1)
        kinds = (Type.SECTION, Type.STRONG) if self._density is Density.SMALL else (Type.TITLE, Type.SECTION)
        fits = look.width(self._whole, kinds[0]) <= room
        self._name.set_kind(kinds[0] if fits else kinds[1])
        upper, lower = (
            look.two_lines(self._whole, kinds[1], room) if self._speaker.turn_id else (self._whole, "")
        )
        self._name.setText(self._whole if fits else upper)
        if lower and not fits:
            # A name is never cut: it takes the line of the place, which waits in the tool tip.
            self._address.setText(lower)
            self._address.set_kind(kinds[1])
            self._address.set_role(Role.TEXT)
            self._address.setToolTip(self._place)
            return
        self._address.set_kind(Type.BODY)
        self._address.set_role(Role.TEXT2)
        self._address.setText(self._place)
        if self._density is Density.SMALL and self._speaker.turn_id:
            whole = look.width(self._long_address, Type.BODY) <= room
            self._address.setText(self._long_address if whole else self._short_address)

    @property
    def words(self) -> tuple[str, str]:
        """What stands on its two lines."""
        return self._name.text(), self._address.text()

    @property
    def name_is_cut(self) -> bool:
        lines = [self._name] if self._address.text() == self._place else [self._name, self._address]
        return any(line.sizeHint().width() > line.width() for line in lines)

    def set_density(self, density: Density) -> None:
        self._density = density
        small = density is Density.SMALL
        self.clock.set_small(small)
        self._badge.setVisible(not small)
        self.stop.shorten("" if density is not Density.FULL else None)
        self._show_speaker()

    def set_narrow(self, narrow: bool) -> None:
        self.clock.set_narrow(narrow and self._density is Density.SMALL)

    def show_screen(self, screen: LiveScreen) -> None:
        self._speaker = screen.speaker
        self._started, self._ended = screen.started, screen.ended
        self._waiting = waiting_words(screen)
        self.stop.setVisible(not screen.ended)
        self._show_speaker()

    _started, _ended, _waiting = False, "", ""
    _short_address = _long_address = _whole = _place = ""

    def show_keys(self, names: KeyNames) -> None:
        self._names = names
        self._edit.setToolTip(names.tip("Sửa người phát biểu, giờ nói", verbs.SPEAKER))
        self._show_speaker()

    def _show_speaker(self) -> None:
        view = self._speaker
        following = f"tiếp: {view.next_name}" if view.next_name else ""
        if not view.turn_id:
            self._whole = (
                "Ý kiến đã ghi" if self._ended
                else "Chưa có người phát biểu" if self._started else "Phiên chưa bắt đầu"
            )  # fmt: skip
            self._place = self._names.fill(self._waiting)
            self._edit.hide()
            self._fit_name()
            return
        self._edit.setVisible(self._density is not Density.SMALL)
        if self._density is Density.SMALL:
            self._whole = f"{view.number}. {view.name}"
            where = ", ".join(part for part in (view.where, self._state_words()) if part)
            self._short_address, self._long_address = where, f"{where}, {following}" if following else where
            self._place = self._long_address
        elif self._density is Density.MEDIUM:
            self._whole, self._place = view.name, view.short_address
        else:
            self._whole, self._place = view.name, view.address
        self._fit_name()

    def _state_words(self) -> str:
        words = self._badge.text()
        return words[:1].lower() + words[1:]

    def show_clock(self, view: ClockView) -> None:
        """Asked every second; touches nothing that stayed the same."""
        none = not self._speaker.turn_id
        self.clock.setVisible(not none)
        self._badge.setVisible(not none and self._density is not Density.SMALL)
        if none:
            return
        self.clock.show_clock(view)
        role = LEVEL_ROLES[view.level]
        if (self._badge.text(), self._badge.role) != (view.words, role):
            self._badge.show_state(view.words, role, view.icon)
            if self._density is Density.SMALL:
                self._show_speaker()
            else:
                self._fit_name()


STOP_WORDS = {
    None: ("Bắt đầu", "play"),
    TurnState.WAITING: ("Bắt đầu", "play"),
    TurnState.ABSENT: ("Bắt đầu", "play"),
    TurnState.WITHDRAWN: ("Bắt đầu", "play"),
    TurnState.PAUSED: ("Nói tiếp", "play"),
    TurnState.SPEAKING: ("Dừng", "record_stop"),
    TurnState.ANSWERING: ("Dừng", "record_stop"),
    TurnState.DONE: ("Bắt đầu", "play"),
}
