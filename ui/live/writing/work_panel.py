"""The middle of the live screen: speaker, opinion, answer, outcome and the row of verbs below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desktop.domain.live import Round
from ui.live import verbs
from ui.live.choice_field import goes_on_to
from ui.live.density import Density
from ui.live.next_step import next_step
from ui.live.session.screen import LiveScreen
from ui.live.verb_button import VerbButton
from ui.live.writing.answer_panel import AnswerPanel
from ui.live.writing.opinion_panel import OpinionPanel
from ui.live.writing.outcome_bar import OutcomeBar
from ui.live.writing.speaker_header import SpeakerHeader
from ui.look import Look
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane
from ui.widgets.suggestions import Suggestion

_NO_LIMIT = 16_777_215  # Qt's own word for any height
# Margins at the sides, above and below, and the gap between the rows, in u.
_AIR = {
    Density.FULL: (5, 2.5, 3, 2),
    Density.MEDIUM: (3.5, 2, 2, 1.5),
    Density.SMALL: (2.5, 1.25, 1.5, 1.25),
}

Options = Callable[[], Sequence[Suggestion]]


@dataclass(frozen=True, slots=True)
class Offers:
    """What the fields of the screen offer."""

    fields: Options
    people: Options
    units: Options
    bodies: Options
    reasons: Options
    today: Callable[[], date]
    day_note: Callable[[date], str] = lambda day: ""


class WorkPanel(Pane):
    """`retry`, and `reopen` and `left` when the session is over: the buttons of the banners; `take_rescued`
    and `put_off_rescued` of the one that offers what an earlier run left."""

    retry = Signal()
    take_rescued = Signal()
    put_off_rescued = Signal()
    reopen = Signal()
    left = Signal()

    def __init__(self, look: Look, actions: Mapping[str, QAction], offers: Offers) -> None:
        super().__init__(look, Role.SURFACE)
        self._density = Density.FULL
        retry = Button(look, "Lưu lại", small=True)
        retry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        retry.clicked.connect(self.retry)
        self.banner = Banner(look, role=Role.BAD, icon="error_circle", buttons=(retry,))
        self.banner.hide()
        take = Button(look, "Đưa vào phiên", small=True)
        take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        take.clicked.connect(self.take_rescued)
        later = Button(look, "Để sau", small=True, kind=Kind.QUIET)
        later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        later.clicked.connect(self.put_off_rescued)
        self.offer = Banner(look, role=Role.ACCENT, icon="info", buttons=(take, later))
        self.offer.hide()
        reopen = Button(look, "Mở lại phiên", small=True)
        reopen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        reopen.clicked.connect(self.reopen)
        self.minutes = minutes = Button(look, "Về biên bản", key="Esc", small=True)
        minutes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        minutes.clicked.connect(self.left)
        self._ended = Banner(look, role=Role.ACCENT, icon="info", buttons=(minutes, reopen))
        self._ended.hide()
        self.header = SpeakerHeader(
            look, start_stop=actions[verbs.START_STOP.id], speaker=actions[verbs.SPEAKER.id]
        )
        self.opinion = OpinionPanel(look, offers.fields)
        self.answer = AnswerPanel(look, offers.people, actions[verbs.MORE.id], actions[verbs.JOINT.id])
        self.outcomes = OutcomeBar(
            look,
            units=offers.units,
            bodies=offers.bodies,
            reasons=offers.reasons,
            today=offers.today,
            day_note=offers.day_note,
        )
        self._follow_up = VerbButton(look, actions[verbs.FOLLOW_UP.id])
        self._pause = VerbButton(look, actions[verbs.PAUSE.id])
        self._next = VerbButton(look, actions[verbs.NEXT.id])
        self._save = VerbButton(look, actions[verbs.SAVE.id], kind=Kind.PRIMARY)
        self.foot = QWidget()
        row = HBox(look, gap=2)
        row.addWidget(self._follow_up)
        row.addWidget(self._pause)
        row.addStretch(1)
        row.addWidget(self._next)
        row.addWidget(self._save)
        self.foot.setLayout(row)
        self._column = QVBoxLayout()
        for thing in (self.offer, self._ended, self.header):
            self._column.addWidget(thing)
        self._column.addWidget(self.opinion, 2)
        self._column.addWidget(self.answer, 3)
        # Below the boxes: what could not be saved must not push the line away that is being written.
        self._column.addWidget(self.banner)
        self._column.addWidget(self.outcomes)
        self._column.addWidget(self.foot)
        self.setLayout(self._column)
        for editor in (self.opinion.editor, self.answer.editor):
            editor.settled.connect(lambda _text: self._show_next())
        look.changed.connect(self._space)
        self._space()
        self._order()

    def _space(self) -> None:
        """Less air where less fits."""
        px = self.look.px
        side, top, bottom, gap = _AIR[self._density]
        self._column.setContentsMargins(px(side), px(top), px(side), px(bottom))
        self._column.setSpacing(px(gap))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The opinion's part of the height depends on the window alone: what appears below the boxes (a day
        off, what could not be saved, who follows it up) takes its room from the foot of the answer."""
        if self._density is Density.SMALL:
            self.opinion.setMinimumHeight(0)
            self.opinion.setMaximumHeight(_NO_LIMIT)
            return
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        above = [w for w in (self.offer, self._ended) if not w.isHidden()]
        taken = margins.top() + margins.bottom() + 4 * gap
        wide = self.width() - margins.left() - margins.right()
        taken += sum(w.heightForWidth(wide) + gap for w in above)
        taken += self.header.minimumHeight() + self.outcomes.least_height() + self.foot.sizeHint().height()
        room = self.height() - taken
        one, both = (2, 5) if self._density is Density.FULL else (7, 15)
        more = self.outcomes.sizeHint().height() - self.outcomes.least_height()
        if not self.banner.isHidden():
            more += self.banner.heightForWidth(wide) + gap
        most = room - more - self.answer.minimumSizeHint().height()
        least = self.opinion.minimumSizeHint().height()
        self.opinion.setFixedHeight(max(least, min(room * one // both, most)))

    def _order(self) -> None:
        """Tab goes in the order of speech."""
        chain: list[QWidget] = [
            self.opinion.editor, self.opinion.field, self.opinion.kind, self.answer.answerer,
            self.answer.editor, *self.outcomes.stops(), self._save, self._follow_up, self._pause, self._next,
        ]  # fmt: skip
        for at in range(len(chain) - 1):
            QWidget.setTabOrder(chain[at], chain[at + 1])
        self.opinion.field.moved_on.connect(goes_on_to(self.opinion.kind))
        self.answer.answerer.moved_on.connect(goes_on_to(self.answer.editor))
        self.outcomes.body.moved_on.connect(goes_on_to(self.outcomes.unit))
        self.outcomes.unit.moved_on.connect(self._after_unit)
        self.outcomes.day.moved_on.connect(goes_on_to(self._save))

    def _after_unit(self) -> None:
        following = self.outcomes.day if not self.outcomes.day.isHidden() else self._save
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def set_density(self, density: Density) -> None:
        self._density = density
        self._space()
        for part in (self.header, self.opinion, self.answer, self.outcomes):
            part.set_density(density)
        full = density is Density.FULL
        self._follow_up.shorten(None, icon=full)
        self._pause.setVisible(full and not self._screen.ended)
        self._next.shorten("Tiếp" if density is Density.SMALL else None, icon=full)
        self._save.shorten("Lưu" if density is Density.SMALL else None, icon=full)

    def set_narrow(self, narrow: bool) -> None:
        """A drawer lies beside it at 200 %: what can go without loss goes."""
        self.outcomes.set_narrow(narrow)
        self.header.set_narrow(narrow)
        self.answer.set_narrow(narrow)

    def free_between(self) -> QRect:
        """The free place in the row of verbs, in its own coordinates."""
        left = self._pause if self._pause.isVisible() else self._follow_up
        gap = self.look.px(2)
        x = left.geometry().right() + gap
        return QRect(x, 0, max(0, self._next.x() - gap - x), self.foot.height())

    def _show_next(self) -> None:
        """The one filled button is what to do next; a letter typed can change it."""
        editors = (self.opinion.editor, self.answer.editor)
        step = next_step(self._screen, written=not all(one.document().isEmpty() for one in editors))
        for verb, button in (
            (verbs.START_STOP, self.header.stop),
            (verbs.NEXT, self._next),
            (verbs.SAVE, self._save),
        ):
            filled = verb is step and not self._yielding
            button.set_kind(Kind.PRIMARY if filled else Kind.DEFAULT)
        self.minutes.set_kind(Kind.PRIMARY if step is None and self._screen.ended else Kind.DEFAULT)

    def set_yielding(self, yielding: bool) -> None:
        """A drawer with a filled button of its own lies open: one is enough."""
        if yielding != self._yielding:
            self._yielding = yielding
            self._show_next()

    _screen, _yielding = LiveScreen(), False

    def show_screen(self, screen: LiveScreen) -> None:
        self._screen = screen
        self.header.show_screen(screen)
        running = not screen.ended
        for button in (self._follow_up, self._next):
            button.setVisible(running)
        self._pause.setVisible(running and self._density is Density.FULL)
        view = screen.item
        self.opinion.show_item(view)
        spoken = view.item.rounds[view.round_index] if view.item.rounds else Round()
        name = spoken.answerer[:1].upper() + spoken.answerer[1:]
        self.answer.show_item(view, ", ".join(p for p in (name, spoken.answerer_position) if p))
        self.answer.set_hint(screen.prepared is not None and bool(screen.prepared.answer))
        self.outcomes.show_item(view)
        trouble = screen.trouble
        if trouble is not None:
            full = self._density is Density.FULL
            self.banner.set_words(trouble.fact, trouble.sentence if full else trouble.short)
            self.banner.setToolTip(trouble.sentence)
        self.banner.setVisible(trouble is not None)
        if screen.offer is not None:
            small = self._density is Density.SMALL
            self.offer.set_words(screen.offer.fact, "" if small else screen.offer.sentence)
            self.offer.setToolTip(screen.offer.sentence)
        self.offer.setVisible(screen.offer is not None and trouble is None)
        if screen.ended:
            full = self._density is Density.FULL
            still = "Vẫn sửa được các ý kiến đã ghi." if full else ""
            self._ended.set_words(f"Phiên đã kết thúc lúc {screen.ended}.", still)
        self._ended.setVisible(bool(screen.ended) and trouble is None)
        self._show_next()
        self._share()

    def set_open(self, box: str) -> None:
        """At 200 % one editor is open: "opinion" or "answer"."""
        self.opinion.set_open(box == "opinion")
        self.answer.set_open(box == "answer")
