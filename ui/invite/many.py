"""Acts on the ticked lines, or on the selected one: sent, replied, numbered, moved, taken off (C10, C11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dialogue_desktop.domain.inviting import is_open, needs_letter
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.words_vi import thousands
from ui.acts import Acts, Say
from ui.invite import words
from ui.invite.core import People
from ui.invite.listing import Listing
from ui.runner import Runner


class ManyActs:
    """Every verb is one act with one undo; `gone` hears which lines were taken off."""

    def __init__(
        self,
        core: People,
        listing: Listing,
        run: Runner,
        acts: Acts,
        say: Say,
        failed: Callable[[Exception], None],
        gone: Callable[[frozenset[str]], None],
    ) -> None:
        self._core, self._listing, self._run, self._acts = core, listing, run, acts
        self._say, self._failed, self._gone = say, failed, gone

    def lay_out(self) -> None:
        def done(added: int) -> None:
            self._acts.acted(f"Đã xếp {thousands(added)} dòng theo kế hoạch")

        self._run(self._core.lay_out, done, self._failed)

    def remove(self) -> None:
        """Take lines off; the toast and Ctrl+Z bring them back."""
        chosen = self._listing.targets()
        gone = frozenset(one.id for one in chosen)
        beside = self._listing.beside(gone)

        def done(_: object) -> None:
            self._listing.selected = beside
            self._listing.ticked = frozenset()
            self._gone(gone)
            self._acts.acted(f"Đã bỏ {words.whom(chosen)}")

        if chosen:
            self._run(lambda: self._core.remove(tuple(gone)), done, self._failed)

    def mark_sent(self, day: date | None) -> None:
        chosen = tuple(one for one in self._listing.targets() if one.sent_on != day and needs_letter(one))
        self._act(
            chosen, lambda ids: self._core.mark_sent(ids, day), words.sent_words(chosen, day),
            "Giấy mời đã ghi như vậy rồi",
        )  # fmt: skip

    def toggle_way(self) -> None:
        """Through the thôn; where all of them go so already, straight."""
        chosen = self._listing.targets()
        through = not all(one.through_locality for one in chosen)
        said = "Gửi qua thôn" if through else "Gửi trực tiếp"
        self._act(chosen, lambda ids: self._core.send_through(ids, through), f"{said}: {words.whom(chosen)}")

    def reply(self, reply: Reply | None) -> None:
        chosen = tuple(one for one in self._listing.targets() if not is_open(one) and one.reply is not reply)
        said = {Reply.COMING: "Sẽ dự", Reply.NOT_COMING: "Không dự", None: "Chưa trả lời"}[reply]
        self._act(
            chosen, lambda ids: self._core.reply(ids, reply), f"Đã ghi {said.lower()}: {words.whom(chosen)}",
            "Chỉ ghi được trả lời của người đã có tên và chưa ghi như vậy",
        )  # fmt: skip

    def attend(self, attended: bool | None) -> None:
        chosen = tuple(
            one for one in self._listing.targets() if not is_open(one) and one.attended is not attended
        )
        said = {True: "có mặt", False: "vắng", None: "chưa rõ có mặt"}[attended]
        self._act(
            chosen, lambda ids: self._core.attend(ids, attended), f"Đã ghi {said}: {words.whom(chosen)}",
            "Chỉ ghi được có mặt, vắng của người đã có tên và chưa ghi như vậy",
        )  # fmt: skip

    def move(self, group_id: str) -> None:
        chosen = self._listing.targets()
        title = next((g.short for g in self._listing.seat_map.groups if g.id == group_id), "")
        said = f"Đã chuyển {words.whom(chosen)} sang nhóm {title}"
        self._act(chosen, lambda ids: self._core.move(ids, group_id), said)

    def number(self, first: str, *, same: bool) -> None:
        """Number the letters; the hosts have none."""
        chosen = tuple(one for one in self._listing.targets() if needs_letter(one))
        if not chosen:
            self._say("Chủ trì, thư ký không cần giấy mời", None)
            return

        def done(numbers: tuple[str, ...]) -> None:
            span = f"{numbers[0]} đến {numbers[-1]}" if numbers[0] != numbers[-1] else numbers[0]
            self._acts.acted(f"Đã đánh số giấy mời {span}: {words.whom(chosen)}")

        ids = tuple(one.id for one in chosen)
        self._run(lambda: self._core.number(ids, first, same=same), done, self._failed)

    def shift(self, by: int) -> None:
        """The selected line one place up or down."""
        one = self._listing.by_id.get(self._listing.selected)
        if one is None:
            return
        moved = one

        def done(_: object) -> None:
            self._acts.acted(f"Đã chuyển {words.whom((moved,))} {'xuống' if by > 0 else 'lên'}")

        self._run(lambda: self._core.shift(moved.id, by), done, self._failed)

    def _act(
        self,
        chosen: tuple[Delegate, ...],
        work: Callable[[tuple[str, ...]], Any],
        said: str,
        otherwise: str = "",
    ) -> None:
        if not chosen:
            if otherwise:
                self._say(otherwise, None)
            return
        ids = tuple(one.id for one in chosen)

        def done(_: object) -> None:
            self._acts.acted(said)  # what is ticked stays ticked: the next act is often on the same lines

        self._run(lambda: work(ids), done, self._failed)
