"""What the hall sees, without a window: the session's own scene, or the one that the operator holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dialogue_desktop.domain.records import TurnState
from ui.hall import words
from ui.hall.scene import HallClock, HallScreen, Scene
from ui.hall.words import Moment, Standing


@dataclass(frozen=True, slots=True)
class Hidden:
    """Whom the screen does not name although a name is known, and why."""

    turn_id: str
    shown: str
    sentence: str
    asked: bool


class HallPresenter:
    """`changed` is told of every new `HallScreen`; a moment that changes nothing for the hall is silent."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._moment: Moment | None = None
        self._standing = Standing()
        self._held: Scene | None = None
        self._page = 0
        self._screen = HallScreen()
        self.changed: Callable[[HallScreen], None] = lambda screen: None

    @property
    def held(self) -> Scene | None:
        """None: the screen follows the session."""
        return self._held

    @property
    def screen(self) -> HallScreen:
        return self._screen

    def set_standing(self, standing: Standing) -> None:
        self._standing = standing
        self._renew()

    def follow(self, moment: Moment) -> None:
        """The session has moved on; another conclusion begins on its first page."""
        if self._moment is not None and moment.conclusion != self._moment.conclusion:
            self._page = 0
        self._moment = moment
        self._renew()

    def hold(self, scene: Scene | None) -> None:
        """Show this from now on, None follows the session again. The same once more turns its page."""
        again = scene is not None and scene is self._held
        self._held = scene
        self._page = self._page + 1 if again else 0
        self._renew()

    def turn_page(self) -> None:
        """The next page of what has not all of its words on one; the pages go round."""
        self._page += 1
        self._renew()

    def clock(self) -> HallClock:
        if self._moment is None:
            return HallClock()
        return words.clock_of(self._moment, self._now())

    def hidden(self) -> Hidden | None:
        """For the operator: the one at the microphone is not named, and whether that was ever asked."""
        moment = self._moment
        turn = words.current_turn(moment) if moment is not None else None
        if moment is None or turn is None or not turn.voice.name or turn.state is TurnState.DONE:
            return None
        person = words.person_of(turn, moment)
        if person.name == words.capital(turn.voice.shown):
            return None
        who = turn.voice.shown
        asked = turn.consent is not None
        if not asked:
            sentence = f"Chưa hỏi {who} có đồng ý nêu tên không, nên màn hình ghi “{person.line}”."
        elif turn.consent is False:
            sentence = f"{words.capital(who)} không công khai tên, nên màn hình ghi “{person.line}”."
        else:
            sentence = f"Ý kiến của {who} không nêu tên, nên màn hình ghi “{person.line}”."
        return Hidden(turn.id, person.line, sentence, asked)

    def _renew(self) -> None:
        if self._moment is None:
            return
        screen = words.screen_of(self._moment, self._standing, self._held, self._page)
        if screen != self._screen:
            self._screen = screen
            self.changed(screen)
