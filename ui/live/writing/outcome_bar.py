"""What became of the opinion: seven outcomes by digit, who follows it up, until when, and why not (L3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.domain.words_vi import weekday_short
from ui.live import verbs
from ui.live.choice_field import ChoiceField, DateField
from ui.live.density import Density
from ui.live.key_names import KeyNames
from ui.live.session.item_desk import REASONED
from ui.live.session.screen import ItemView
from ui.live.state_icons import ORDER, outcome_look
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.icon_box import KeyCap
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label

_HINT, _SHORT_HINT = "rồi số, hoặc Ctrl + số", "rồi số"


def digits_hint(names: KeyNames) -> str:
    """Words for Ctrl and a digit; "" where some of them have another key."""
    usual = all(names.of(verb) == verb.key for verb in verbs.OUTCOME_KEYS)
    return _HINT if usual else ""


_DIGITS = {getattr(Qt.Key, f"Key_{n}"): n for n in range(1, 8)}


class _OutcomeButton(Button):
    """Slim where only icon and digit are shown, so that seven stand beside each other."""

    tight = False

    def set_tight(self, tight: bool) -> None:
        if tight != self.tight:
            self.tight = tight
            self._relook()

    def _padding(self) -> int:
        return self.look.px(3 if self.key else 1.5 if self.tight else 2)


class OutcomeBar(QWidget):
    """`chosen` carries the outcome pressed. Bare digits count only while one of its buttons has the focus:
    in a text they are tone marks of VNI."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        *,
        units: Callable[[], Sequence[Suggestion]],
        bodies: Callable[[], Sequence[Suggestion]],
        reasons: Callable[[], Sequence[Suggestion]],
        today: Callable[[], date],
        day_note: Callable[[date], str] = lambda day: "",
    ) -> None:
        super().__init__()
        self._look, self._density, self._day_note = look, Density.FULL, day_note
        self._view, self._narrow, self._names = ItemView(), False, KeyNames()
        self._complaint = ""
        self._label = Label(look, "Kết quả", Type.STRONG)
        self._cap = KeyCap(look, "F7")
        self._hint = Label(look, _HINT, Type.CAPTION, Role.TEXT2, elide=True)
        self._words = Label(look, "", Type.STRONG)
        self._unit_label = Label(look, "Theo dõi tiếp", Type.CAPTION, Role.TEXT2)
        self.unit = ChoiceField(
            look, units, name="Đơn vị theo dõi tiếp", icon="people_team_16", placeholder="chưa giao",
            least=28, most=56,
        )  # fmt: skip
        self._day_label = Label(look, "hạn", Type.CAPTION, Role.TEXT2)
        self.day = DateField(look, today, name="Hạn")
        self.day.complained.connect(self._complain)
        self.body = ChoiceField(
            look, bodies, name="Nơi nhận kiến nghị", icon="arrow_circle_up_16", placeholder="gửi cấp nào",
            least=29, most=60,
        )  # fmt: skip
        self.reason = ChoiceField(
            look, reasons, name="Lý do", icon="prohibited_16", placeholder="lý do từ chối", least=36,
            most=120, names=False,
        )  # fmt: skip
        for wide in (self.reason, self.body):
            wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._off = Label(look, "", Type.CAPTION, Role.WARN, icon="calendar_16", elide=True)
        self._buttons: dict[Outcome, _OutcomeButton] = {}
        for number, outcome in enumerate(ORDER, start=1):
            state = outcome_look(outcome)
            button = _OutcomeButton(
                look, state.words, icon=state.icon, icon_role=state.role, key=str(number), spread=True,
                checkable=True, name=state.words,
            )  # fmt: skip
            button.setToolTip(self._names.tip(state.words, verbs.OUTCOME_KEYS[number - 1]))
            button.clicked.connect(lambda _on=False, what=outcome: self.chosen.emit(what))
            self._buttons[outcome] = button
        self._head = HBox(look, gap=2.5)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at in range(4):
            self._grid.setColumnStretch(at, 1)
        self._line = QHBoxLayout()
        self._follow = HBox(look, gap=2.5)
        self._under_head, self._under_follow = HBox(look), HBox(look)
        column = VBox(look, gap=2)
        rows = (self._head, self._under_head, self._grid, self._line, self._follow, self._under_follow)
        for row in rows:
            column.addLayout(row)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.reason.moved_on.connect(self._after_reason)
        look.changed.connect(self._arrange)
        self._arrange()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: the outcomes, then why or to whom, unit, day."""
        return (*self._buttons.values(), self.reason, self.body, self.unit, self.day)

    # --- arrangement -------------------------------------------------------------------------------

    def set_density(self, density: Density) -> None:
        if density is not self._density:
            self._density = density
            self._arrange()

    def least_height(self) -> int:
        """With nothing chosen yet."""
        button = next(iter(self._buttons.values())).sizeHint().height()
        if self._density is not Density.FULL:
            return button
        return self.unit.sizeHint().height() + self._look.px(2) + 2 * button + self._look.px(1.5)

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        # The four layouts live as long as the bar; only what stands in them moves from one to the other.
        under = (self._under_head, self._under_follow)
        for box in (self._head, self._grid, self._line, self._follow, *under):
            while box.count():
                box.takeAt(0)
        full, px = self._density is Density.FULL, self._look.px
        self._grid.setSpacing(px(1.5))
        self._line.setSpacing(px(1.25 if self._density is Density.MEDIUM or self._narrow else 2))
        follow: tuple[QWidget, ...] = (self._unit_label, self.unit, self._day_label, self.day)
        if full:
            self._under_head.addStretch(1)
        (self._under_head if full else self._under_follow).addWidget(self._off)
        if full:
            for word in (self._label, self._cap, self._hint):
                self._head.addWidget(word)
            self._head.addStretch(1)
            for thing in follow:
                self._head.addWidget(thing)
            for at, button in enumerate(self._buttons.values()):
                self._grid.addWidget(button, at // 4, at % 4)
            self._grid.addWidget(self.reason, 1, 3)
            self._grid.addWidget(self.body, 1, 3)
        else:
            row: tuple[QWidget, ...] = (self._label, self._cap, *self._buttons.values(), self._words)
            for thing in row:
                self._line.addWidget(thing)
            self._line.addStretch(1)
            rest: tuple[QWidget, ...] = (self.reason, self.body, *follow)
            for thing in rest:
                # What is typed there is a sentence: it gets all the room that is left.
                self._follow.addWidget(thing, 1 if thing in (self.reason, self.body) else 0)
            self._follow.addStretch(0)
        self._hint.setVisible(full)
        self._show()

    # --- what is chosen ----------------------------------------------------------------------------

    def show_item(self, view: ItemView) -> None:
        self._view = view
        item = view.item
        self.unit.set_value(item.unit)
        self.day.set_day(item.deadline)
        self.reason.set_value(item.outcome_reason)
        self.body.set_value(item.receiving_body)
        self._show()

    def _show(self) -> None:
        view, density = self._view, self._density
        item = view.item
        for number, (outcome, button) in enumerate(self._buttons.items(), start=1):
            on = outcome is item.outcome
            button.set_tight(self._narrow)
            button.setChecked(on)
            state = outcome_look(outcome)
            whole = density is Density.FULL or (density is Density.MEDIUM and on and not self._narrow)
            button.set_words(state.words if whole else str(number))
            button.set_key(str(number) if whole else "")
            button.setAccessibleName(state.words)
            button.setToolTip(self._names.tip(state.words, verbs.OUTCOME_KEYS[number - 1]))
        chosen = outcome_look(item.outcome) if item.outcome is not None else None
        self._words.setText(chosen.words if chosen else "")
        self._words.set_role(chosen.role if chosen else Role.TEXT)
        # Beside a drawer there is room for the words at 150 %, at 200 % only for the digits.
        worded = (density is Density.SMALL) != self._narrow and density is not Density.FULL
        self._words.setVisible(worded and chosen is not None)
        self._cap.setVisible(not self._narrow)
        self._label.setVisible(density is not Density.SMALL and not self._narrow)
        full = density is Density.FULL
        # Who is responsible and until when is never out of sight (L3).
        promised = view.unit_expected or bool(item.unit) or item.deadline is not None
        self._unit_label.setVisible(full)
        self.unit.setVisible(full or promised)
        dated = view.unit_expected or item.deadline is not None
        off = self._day_note(item.deadline) if item.deadline is not None else ""
        self._off.setText(self._complaint or off)
        self._off.set_role(Role.BAD if self._complaint else Role.WARN)
        # In larger letters the line would cost the editor its own: the label of the day says it.
        self._off.setVisible(bool(self._complaint) or (bool(off) and full))
        self._day_label.setToolTip(off)
        self._day_label.set_role(Role.WARN if off else Role.TEXT2)
        # Beside a drawer at 200 % unit, day and the one it is sent to take all the room.
        tight = self._narrow and density is Density.SMALL and item.outcome is Outcome.ESCALATED
        self._day_label.setVisible(dated and not tight)
        self.day.setVisible(dated)
        day = f"hạn {weekday_short(item.deadline)}" if item.deadline else "hạn"
        self._day_label.setText(f"{day}, ngày nghỉ" if off and not full else day)
        self.reason.setVisible(item.outcome in REASONED)
        refused = item.outcome is Outcome.REFUSED
        self.reason.setPlaceholderText("lý do từ chối" if refused else "vì sao ngoài nội dung")
        self.body.setVisible(item.outcome is Outcome.ESCALATED)

    def show_keys(self, names: KeyNames) -> None:
        """The hint of the digits holds only while they have their usual keys."""
        self._names = names
        self._cap.set_key(names.of(verbs.OUTCOME))
        self._hint.setText(digits_hint(names) or _SHORT_HINT)
        self._show()

    def _complain(self, sentence: str) -> None:
        """The sentence stands in the line under (at 100 % over) the day, where it has room."""
        if sentence != self._complaint:
            self._complaint = sentence
            self._show()

    # --- keys --------------------------------------------------------------------------------------

    @property
    def warning(self) -> str:
        """What is said about the day, where it can be read."""
        return self._off.text() if self._off.isVisible() else ""

    def focus_bar(self) -> None:
        """F7: the chosen outcome, or the first."""
        outcome = self._view.item.outcome or ORDER[0]
        self._buttons[outcome].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_need(self) -> None:
        """After an outcome by digit: where something is still asked for."""
        item = self._view.item
        need: QWidget | None = None
        if item.outcome in REASONED and not item.outcome_reason:
            need = self.reason
        elif item.outcome is Outcome.ESCALATED and not item.receiving_body:
            need = self.body
        elif self._view.unit_expected:
            # Who answered in part has a unit; when the rest is done is what nobody knows yet.
            dated = item.outcome is Outcome.PARTLY and item.unit and item.deadline is None
            need = self.day if dated else self.unit
        if need is not None:
            need.setFocus(Qt.FocusReason.TabFocusReason)

    def _after_reason(self) -> None:
        """A refusal needs its reason; what is off topic may go without."""
        if self._view.item.outcome is Outcome.OFF_TOPIC:
            self.unit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_next_need()

    def has_button_focus(self) -> bool:
        return any(button.hasFocus() for button in self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self.has_button_focus():
            if key in _DIGITS:
                self.chosen.emit(ORDER[_DIGITS[key] - 1])
                self.focus_next_need()
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                for outcome, button in self._buttons.items():
                    if button.hasFocus():
                        self.chosen.emit(outcome)
                        self.focus_next_need()
                        return
        super().keyPressEvent(event)
