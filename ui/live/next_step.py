"""Which button is the filled one: the one thing to do next, so that the eye finds its key at once (L1)."""

from __future__ import annotations

from dialogue_desktop.domain.records import TurnState
from ui.actions import Verb
from ui.live import verbs
from ui.live.session.screen import LiveScreen


def next_step(screen: LiveScreen, *, written: bool) -> Verb | None:
    """None where nothing waits to be done but to write. `written`: words stand in a box."""
    if written or screen.item.editing:
        return verbs.SAVE
    if screen.ended:
        return None
    if not screen.started:
        return verbs.START_STOP
    speaker = screen.speaker
    if not speaker.turn_id or speaker.state is TurnState.DONE:
        return verbs.NEXT if speaker.next_name else None
    if speaker.state in (TurnState.WAITING, TurnState.PAUSED, TurnState.ABSENT):
        return verbs.START_STOP
    if speaker.state is TurnState.ANSWERING and screen.item.chips and speaker.next_name:
        return verbs.NEXT  # what was said is written down; a second opinion begins by typing it
    return verbs.SAVE


def waiting_words(screen: LiveScreen) -> str:
    """Under the title while nobody is at the microphone; keys as marks."""
    following = screen.speaker.next_name
    if screen.ended:
        return "Bấm tên ở danh sách để mở lại ý kiến đã ghi."
    if not screen.started:
        return "<start_stop> bắt đầu phiên, <quick_add> ghi người đăng ký"
    if following:
        return f"<next> mời {following}"
    if screen.queue:
        return "Không còn ai chờ: <quick_add> thêm người, <conclusions> ghi kết luận"
    return "<quick_add> thêm người phát biểu"
