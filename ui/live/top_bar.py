"""The top of the live screen: where one is, the programme step, what is saved, the hour (L1)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy

from ui.live import verbs
from ui.live.density import Density
from ui.live.session.screen import LiveScreen, ProgrammeView
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.digits import Digits
from ui.widgets.panes import Card, HBox, Pane, VBox
from ui.widgets.text import Label

_HEIGHTS = {Density.FULL: 12, Density.MEDIUM: 11, Density.SMALL: 10}


class TopBar(Pane):
    """`left` is the way back; the programme goes by its two arrows, the last one ends the session."""

    left = Signal()

    def __init__(self, look: Look, known: Mapping[str, QAction]) -> None:
        super().__init__(look, Role.SURFACE, lines="b")
        step_back, step_on = known[verbs.STEP_BACK.id], known[verbs.STEP_ON.id]
        end, theme, keys = known[verbs.END.id], known[verbs.THEME.id], known[verbs.KEYS.id]
        self._density = Density.FULL
        self._back = Button(look, icon="arrow_left", name="Về trang hội nghị", kind=Kind.BAR)
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.left)
        self._title = Label(look, "", Type.STRONG, elide=True)
        self._facts = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self._titles = VBox(look)
        self._titles.addStretch(1)
        self._titles.addWidget(self._title)
        self._titles.addWidget(self._facts)
        self._titles.addStretch(1)
        self._programme = _ProgrammeBox(look, step_back, step_on, end)
        self._saved = Label(look, "", Type.CAPTION, Role.TEXT2, icon="checkmark_circle_16", icon_role=Role.OK)
        self._wall = Digits(look, "00:00", Type.WALL_CLOCK, name="Giờ hiện tại")
        self._small_wall = Digits(look, "00:00", Type.TITLE, name="Giờ hiện tại")
        self._small_wall.hide()
        self._hall = VerbButton(look, known[verbs.HALL.id], kind=Kind.BAR, words="Hội trường")
        self._theme = VerbButton(look, theme, kind=Kind.BAR, words="", cap=False)
        self._keys = VerbButton(look, keys, kind=Kind.BAR, words="")
        row = HBox(look, (2, 0, 2, 0), 2.5)
        row.addWidget(self._back)
        row.addLayout(self._titles)
        row.addStretch(1)
        row.addWidget(self._programme)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._wall)
        row.addWidget(self._small_wall)
        row.addWidget(self._hall)
        row.addWidget(self._theme)
        row.addWidget(self._keys)
        self.setLayout(row)
        look.changed.connect(self._set_height)
        self._set_height()

    def _set_height(self) -> None:
        self.setFixedHeight(self.look.px(_HEIGHTS[self._density]) + self.look.edge)

    def set_density(self, density: Density) -> None:
        self._density = density
        full = density is Density.FULL
        self._set_height()
        self._facts.setVisible(full)
        self._title.setVisible(density is not Density.SMALL)
        self._title.set_kind(Type.STRONG)
        self._wall.setVisible(density is not Density.SMALL)
        self._small_wall.setVisible(density is Density.SMALL)
        self._keys.setVisible(full)
        self._theme.setVisible(full)
        self._hall.shorten("Hội trường" if full else "", cap=full)
        self._programme.set_density(density)

    def show_screen(self, screen: LiveScreen) -> None:
        self._title.setText(screen.title if self._density is Density.FULL else screen.short_title)
        self._facts.setText(screen.facts)
        self.show_programme(screen.programme)
        self._programme.show_started(screen.started, bool(screen.ended))
        self.show_saved(screen.saved, broken=screen.trouble is not None)

    def show_programme(self, programme: ProgrammeView) -> None:
        self._programme.show_step(programme)

    def show_saved(self, at: str, *, broken: bool) -> None:
        """ "Đã lưu 09:41:07", only ever after a commit."""
        if broken:
            self._saved.set_icon("error_circle_16", Role.BAD)
            self._saved.set_role(Role.BAD)
            self._saved.setText("Chưa lưu được")
        else:
            self._saved.set_icon("checkmark_circle_16" if at else "", Role.OK)
            self._saved.set_role(Role.TEXT2)
            self._saved.setText(f"Đã lưu {at}" if at else "")

    def show_hour(self, text: str) -> None:
        self._wall.set_text(text)
        self._small_wall.set_text(text)

    def show_hall(self, *, on: bool) -> None:
        """Whether the hall's screen is lit."""
        self._hall.set_kind(Kind.SOFT if on else Kind.BAR)

    def show_theme(self, dark: bool) -> None:
        self._theme.set_icon("weather_sunny" if dark else "weather_moon")

    @property
    def saved_words(self) -> str:
        return self._saved.text()


class _ProgrammeBox(Card):
    """ "‹ 4/8 Nhân dân phát biểu và trả lời, còn 49 phút ›"."""

    def __init__(self, look: Look, back: QAction, on: QAction, end: QAction) -> None:
        super().__init__(look, fill=Role.CANVAS, radius=1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._density = Density.FULL
        self._step: ProgrammeView | None = None
        self._ended = False
        self._earlier = VerbButton(look, back, kind=Kind.BAR, words="", cap=False, small=True)
        self._later = VerbButton(look, on, kind=Kind.BAR, words="", cap=False, small=True)
        self._end = VerbButton(look, end, kind=Kind.QUIET, words="Kết thúc", icon="", small=True)
        self._number = Label(look, "", Type.STRONG)
        self._text = Label(look, "", Type.BODY, elide=True)
        self._left = Label(look, "", Type.CAPTION_MEDIUM, Role.TEXT2, icon="clock_16")
        row = HBox(look, (0.5, 0.5, 0.5, 0.5), 1.75)
        row.addWidget(self._earlier)
        row.addWidget(self._number)
        row.addWidget(self._text, 1)
        row.addWidget(self._left)
        row.addWidget(self._later)
        row.addWidget(self._end)
        self.setLayout(row)
        self._end.hide()
        look.changed.connect(self._fit)

    def set_density(self, density: Density) -> None:
        self._density = density
        self._fit()
        if self._step is not None:
            self.show_step(self._step)

    def _fit(self) -> None:
        widths = {Density.FULL: 112, Density.MEDIUM: 100, Density.SMALL: 100}
        self.setMaximumWidth(self.look.px(widths[self._density]))

    def show_step(self, step: ProgrammeView) -> None:
        self._step = step
        self.setVisible(step.count > 0)
        if not step.number:
            self._number.setText(f"{step.count} bước")
            self._text.setText("Chưa bắt đầu")
        else:
            self._number.setText(f"{step.number}/{step.count}")
            self._text.setText(step.text)
        left = step.left if self._density is Density.FULL else step.short_left
        self._left.setText(left)
        self._left.set_role(Role.BAD if step.late else Role.TEXT2)
        self._left.setVisible(bool(left))
        self._show_end()

    def show_started(self, started: bool, ended: bool) -> None:
        self._ended = ended
        self._show_end()

    def _show_end(self) -> None:
        step = self._step
        last = step is not None and step.number == step.count and step.number > 0
        self._later.setVisible(not last)
        self._end.setVisible(last and not self._ended)
