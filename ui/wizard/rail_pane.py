"""The left side of the wizard: the way back, which plan it is, the nine steps, how much is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desktop.domain.conference import default_title
from dialogue_desktop.domain.plan import Plan
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import Pane, Rule, VBox
from ui.widgets.steps import Stage, Step, StepRail
from ui.widgets.text import Label, Paragraph
from ui.wizard.presenter import StepState, StepStatus, WizardPresenter
from ui.wizard.steps import StepId

WIDE_UNITS, NARROW_UNITS = 61.0, 15.0
_HOME = "Trang chính"


class RailPane(Pane):
    """`back` leaves the wizard, `chosen` asks for a step, `doubts_asked` for what an old plan left open."""

    back = Signal()
    chosen = Signal(str)
    doubts_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS, lines="r", width=WIDE_UNITS)
        self.setAccessibleName("Các bước của kế hoạch")
        self._narrow, self._way_back, self._doubts_words = False, _HOME, ""
        column = VBox(look, (3, 2.5, 3, 2.5), 0)
        self.setLayout(column)
        self._home = Button(look, _HOME, kind=Kind.QUIET, icon="arrow_left", small=True)
        self._home.clicked.connect(self.back.emit)
        column.addWidget(self._home)
        column.addSpacing(look.px(1.5))
        self._title = Label(look, "", Type.STRONG, elide=True)
        self._of = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        words = VBox(look, (2.5, 0, 0, 1.5))
        words.addWidget(self._title)
        words.addWidget(self._of)
        column.addLayout(words)
        self.rail = StepRail(look)
        self.rail.chosen.connect(self.chosen.emit)
        column.addWidget(self.rail)
        column.addStretch(1)
        self._rule = Rule(look)
        column.addWidget(self._rule)
        origin = VBox(look, (0, 2, 0, 0))
        words = VBox(look, (2.5, 0, 0, 0))
        self._from = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        words.addWidget(self._from)
        origin.addLayout(words)
        self.doubts = Button(look, kind=Kind.QUIET, small=True)
        self.doubts.clicked.connect(self._ask_doubts)
        origin.addWidget(self.doubts)
        self._from.hide()
        self.doubts.hide()
        column.addLayout(origin)
        foot = VBox(look, (0, 2, 0, 0))
        self._left = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        words = VBox(look, (2.5, 0, 0, 0))
        words.addWidget(self._left)
        self._see = Button(look, "Xem các điều còn thiếu", kind=Kind.QUIET, small=True)
        self._see.clicked.connect(self._to_review)
        foot.addLayout(words)
        foot.addWidget(self._see)
        column.addLayout(foot)

    def show_plan(self, plan: Plan, presenter: WizardPresenter) -> None:
        self._title.setText(f"Kế hoạch {plan.year}")
        named = bool(plan.issuer.name.strip()) or not plan.whole_commune
        self._of.setText(default_title(plan) if named else "Chưa ghi tên xã")
        self.rail.set_steps([_step(state, presenter.step) for state in presenter.steps()])
        missing = sum(1 for gap in presenter.gaps() if not gap.warning)
        self._left.set_words(f"Còn {missing} điều cần bổ sung." if missing else "Đã đủ các mục.")
        self._see.setVisible(bool(missing) and not self._narrow and presenter.step is not StepId.REVIEW)

    def show_origin(self, year: int, unseen: int, count: int) -> None:
        """ "Chép từ kế hoạch năm 2025", and the way to its doubts, of which `unseen` are not ticked."""
        self._from.setText(f"Chép từ kế hoạch năm {year}")
        if unseen:
            self._doubts_words = f"{unseen} chỗ cần xem lại"
        else:
            self._doubts_words = f"Đã xem cả {count} chỗ" if count else ""
        self._show_doubts()

    def _show_doubts(self) -> None:
        """With words, or with an icon alone where there is no room for them."""
        words = self._doubts_words
        self.doubts.set_words("" if self._narrow else words)
        self.doubts.set_icon("document_search" if self._narrow else "")
        self.doubts.setAccessibleName(words)
        self.doubts.setToolTip(words if self._narrow else "")
        self.doubts.setVisible(bool(words))
        self._from.setVisible(bool(self._from.text()) and not self._narrow)

    def _ask_doubts(self) -> None:
        self.doubts_asked.emit()

    def set_way_back(self, words: str = "") -> None:
        """Where `back` leads; the first screen where nothing else is said."""
        self._way_back = words or _HOME
        self._home.set_words("" if self._narrow else self._way_back)

    def set_narrow(self, narrow: bool) -> None:
        """Circles with tool tips only."""
        self._narrow = narrow
        self.set_width(NARROW_UNITS if narrow else WIDE_UNITS)
        self._home.set_words("" if narrow else self._way_back)
        for widget in (self._title, self._of, self._left, self._see, self._rule):
            widget.setVisible(not narrow)
        self._show_doubts()

    def _to_review(self) -> None:
        self.chosen.emit(StepId.REVIEW.value)


def _step(state: StepState, current: StepId) -> Step:
    """A step that lacks something keeps its number and gets the sign; done ones have their tick."""
    warned = state.status in (StepStatus.WARNED, StepStatus.MISSING)
    if state.id is current:
        stage = Stage.CURRENT
        warned = bool(state.warnings)
    elif state.status in (StepStatus.DONE, StepStatus.WARNED):
        stage = Stage.DONE
    else:
        stage = Stage.TO_COME
    return Step(state.id.value, state.title, stage, warned)
