"""The verbs of the chair's conclusions, without a window (L8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.conclusion_update import Drafted, draft
from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.services.live_changes import new_id
from ui.live.session.queue_verbs import QueueVerbs
from ui.live.session.screen import Notice

NOTHING_NEW = "Mọi ý kiến có kết quả đều đã có trong kết luận."
NO_RESULT = "Chưa ý kiến nào có kết quả nên chưa soạn được kết luận."


class ConclusionVerbs(QueueVerbs):
    """Written by hand, drafted from the opinions, adopted by the hall."""

    def set_conclusions(self, rows: Sequence[Conclusion]) -> None:
        self._act(lambda: self._service.set_conclusions(self._cid, tuple(rows)), "Đã ghi kết luận")

    def draft_conclusions(self, drafting: Drafting, written: Callable[[str], None]) -> None:
        """Adds what is new as one act; `written` gets the first row that is new or grew, "" for none."""

        def go() -> None:
            before = {row.id: row for row in self._records.conclusions}
            found = draft(drafting, self._records, new_id)
            if not found.anything:
                self.notify(Notice(NOTHING_NEW if any(row.opinion_ids for row in found.rows) else NO_RESULT))
                written("")
                return
            first = next(row.id for row in found.rows if before.get(row.id) != row)
            self._act(
                lambda: self._service.set_conclusions(self._cid, found.rows, drafted=True),
                drafted_words(found),
                after=lambda: written(first),
            )

        self._line.when_free(go)

    def when_written(self, go: Callable[[], None]) -> None:
        """When all that was asked for has been written."""
        self._line.when_free(go)

    def adopt(self, adopted: bool = True) -> None:
        """The minutes say that they were read and adopted, or not."""
        words = "Đã ghi: hội nghị thông qua" if adopted else "Đã bỏ ghi hội nghị thông qua"
        self._act(lambda: self._service.set_session(self._cid, adopted=adopted), words)


def drafted_words(found: Drafted) -> str:
    """ "Đã soạn 5 kết luận, thêm ý kiến vào 1 kết luận"."""
    parts = []
    if found.added:
        parts.append(f"soạn {found.added} kết luận")
    if found.grown:
        parts.append(f"thêm ý kiến vào {found.grown} kết luận")
    return f"Đã {', '.join(parts)}"
