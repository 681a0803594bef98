"""Joins the hall's screen to the live page: F11, the drawer, what the session says and what is kept (L10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from dialogue_desktop.domain.plan import Plan
from ui.hall import words
from ui.hall.host import HallHost
from ui.hall.presenter import HallPresenter
from ui.hall.scene import Scene
from ui.hall.screens import Screens, SystemScreens
from ui.hall.words import Moment, Standing
from ui.live.drawers.hall_drawer import HallDrawer, HallState
from ui.live.drawers.side_host import Side
from ui.live.session.screen import Notice
from ui.turn_clock import WARN_SECONDS, warn_seconds

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live.session.presenter import LivePresenter

SCREEN_KEY = "hall.screen"
WARN_KEY = "live.warn_seconds"
LINGERS = "Màn hình hội trường còn hiện lời cảm ơn; rời trang biên bản thì màn hình tự tắt."
_STAYS_ON = frozenset({"live", "end"})


@dataclass(frozen=True, slots=True)
class HallNeeds:
    """What is read with the plan: rules, where results are posted, the screen used before, and how many
    seconds before its end the clock warns."""

    standing: Standing
    screen: str
    warn_seconds: int = WARN_SECONDS


def needs_of(app: Any, plan: Plan) -> HallNeeds:
    """On the database's thread."""
    rules = words.rules_of(plan, app.library.house_rules())
    results = words.results_words(plan, app.deadlines.schedule(plan))
    warn = warn_seconds(app.settings.get(WARN_KEY, ""))
    return HallNeeds(Standing(rules, results), app.settings.get(SCREEN_KEY, ""), warn)


class HallSide(QObject):
    """The page's own part of the hall; the window itself belongs to `host`."""

    def __init__(
        self,
        page: LivePage,
        drawer: HallDrawer,
        *,
        keep: Callable[[str, str], None],
        screens: Screens | None = None,
    ) -> None:
        super().__init__(page)
        self._page, self._drawer = page, drawer
        self._screens = screens or SystemScreens()
        self._screens.setParent(self)
        self.presenter = HallPresenter(page.now)
        self.host = HallHost(
            page, page.look, self._screens, self.presenter, lambda key: keep(SCREEN_KEY, key)
        )
        drawer.set_view(self.host.small_view())
        drawer.held.connect(self.hold)
        drawer.shown.connect(self._show)
        drawer.taken_off.connect(self.host.hide)
        drawer.preview_wanted.connect(self.host.open_preview)
        drawer.consent_given.connect(self._consent)
        self.host.changed.connect(self._changed)
        self.host.said.connect(lambda line: page.say(Notice(line)))

    # --- the session ---------------------------------------------------------------------------------

    def take(self, needs: HallNeeds) -> None:
        self.presenter.set_standing(needs.standing)
        self.host.set_last(needs.screen)

    def follow(self) -> None:
        """The session's screen has changed; nothing is worked out while nobody looks or is to look again."""
        live = self._page.presenter
        if live is not None and (self.host.in_use or self.host.wanted):
            self._follow(live)

    def _follow(self, live: LivePresenter) -> None:
        desk = live.desk
        answer = desk.round
        who = ", ".join(part for part in (answer.answerer, answer.answerer_position) if part)
        read, warn = self._page.conclude.row_id, live.warn_seconds
        self.presenter.follow(
            Moment(live.plan, live.records, live.turn_id, live.steps, desk.item, who, read, warn)
        )
        self._changed()

    def tick(self) -> None:
        self.host.tick()

    # --- the operator --------------------------------------------------------------------------------

    def open(self) -> None:
        """F11: the drawer, and the picture on the second screen; pressed again the drawer goes, not that."""
        opens = not (self._page.frame.side_open and self._page.side.side is Side.HALL)
        live = self._page.presenter
        if opens and live is not None:
            self._follow(live)
            if not self.host.wanted and self.host.certain:
                self.host.show()

    def _show(self, key: str) -> None:
        self.host.show(key)
        self._drawer.focus_first()

    def hold(self, scene: object) -> None:
        """Show this until something else is chosen; None follows the session."""
        live = self._page.presenter
        if live is not None:
            self._follow(live)
        if scene is Scene.CONCLUSION and self.presenter.held is scene:
            self._page.conclude.wall_on()
            return
        self.presenter.hold(scene)  # type: ignore[arg-type]  # a Qt signal of objects
        self._changed()

    def _consent(self) -> None:
        hidden, live = self.presenter.hidden(), self._page.presenter
        if hidden is not None and live is not None:
            live.edit_turn(hidden.turn_id, consent=True)
            self._drawer.focus_first()

    def _changed(self) -> None:
        host, hall = self.host, self.presenter
        hidden = hall.hidden()
        state = HallState(
            on=host.shown_on,
            wanted=host.wanted,
            free=host.choices(),
            preview=host.preview_window is not None,
            held=hall.held,
            scene=hall.screen.scene,
            hidden=hidden.sentence if hidden is not None else "",
            may_ask=hidden is not None and not hidden.asked,
        )
        self._drawer.show_state(state)
        self._page.top.show_hall(on=host.shown_on is not None)

    # --- leaving -------------------------------------------------------------------------------------

    def page_left(self, *, ended: bool) -> None:
        """The session's page goes from view. After the end the thanks stay while people leave the hall."""
        if not ended:
            self.host.hide()

    def page_shown(self, page_id: str) -> None:
        """Another page of the window came on view."""
        if page_id not in _STAYS_ON:
            self.host.hide()
        elif page_id == "end" and self.host.shown_on is not None:
            self._page.toast_elsewhere(LINGERS)
