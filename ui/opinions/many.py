"""Acts on the ticked opinions, or on those in hand: field, competence, out of the group, removed (C6, L9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import one_line
from ui.acts import Acts
from ui.opinions.collected import Collected
from ui.opinions.listing import Listing
from ui.opinions.words import capital, who, whom
from ui.runner import Runner


class ManyActs:
    """Every verb is one act with one undo; `gone` hears which opinions were removed."""

    def __init__(
        self,
        core: Collected,
        listing: Listing,
        run: Runner,
        acts: Acts,
        failed: Callable[[Exception], None],
        gone: Callable[[frozenset[str]], None],
    ) -> None:
        self._core, self._listing, self._run, self._acts = core, listing, run, acts
        self._failed, self._gone = failed, gone

    def set_field(self, field: str) -> None:
        chosen = tuple(one for one in self._listing.targets() if one.field != field)
        said = f"Đã xếp {whom(chosen)} vào lĩnh vực {field}"
        self._act(chosen, lambda ids: self._core.set_field(ids, field), said, "Đã ở lĩnh vực này rồi")

    def set_competence(self, body: str | None) -> None:
        """Beyond competence with its receiving body ("" while not known); None: within it again."""
        body = one_line(body) if body is not None else None
        wanted = (body is not None, body or "")
        chosen = tuple(
            one for one in self._listing.targets() if (one.beyond_competence, one.receiving_body) != wanted
        )
        if body is None:
            said = f"Thuộc thẩm quyền giải quyết: {whom(chosen)}"
        else:
            said = f"Vượt thẩm quyền{f', chuyển {body}' if body else ''}: {whom(chosen)}"
        self._act(
            chosen, lambda ids: self._core.set_competence(ids, body), said, "Thẩm quyền đã ghi như vậy rồi"
        )

    def leave_group(self) -> None:
        chosen = tuple(one for one in self._listing.targets() if self._listing.whole.group(one.group_id))
        self._act(
            chosen, self._core.leave_group, f"Đã tách {whom(chosen)} khỏi nhóm",
            "Những ý kiến này không ở trong nhóm nào",
        )  # fmt: skip

    def keep_apart(self) -> None:
        """Each from each."""
        chosen = self._listing.targets()
        if len(chosen) < 2:
            self._acts.tell("Chọn ít nhất hai ý kiến để ghi là khác nhau")
            return
        said = f"Đã để riêng {whom(chosen)}, không gợi ý gộp nữa"
        self._act(chosen, self._core.keep_apart, said, "")

    def keep_section_apart(self, section_id: str) -> None:
        """Of a proposal: each from each; what is a group already stays one, and the rest is not of it."""
        section = self._listing.section(section_id)
        known = (
            [self._listing.by_id[one] for one in section.ids if one in self._listing.by_id] if section else []
        )
        chosen = tuple(sorted(known, key=lambda one: one.number))
        grouped = [one.id for one in chosen if self._listing.whole.group(one.group_id)]
        loose = [one.id for one in chosen if one.id not in grouped]
        if not loose:
            return
        said = f"Đã để riêng {whom(chosen)}, không gợi ý gộp nữa"
        self._act(chosen, lambda ids: self._core.keep_apart(loose if grouped else ids, grouped), said, "")

    def remove(self) -> None:
        """Take opinions out; the toast and Ctrl+Z bring them back."""
        chosen = self._listing.targets()
        gone = frozenset(one.id for one in chosen)
        beside = self._listing.beside(gone)
        said = whom(chosen) if len(chosen) > 1 else "".join(f"{whom((o,))}, {who(o)}" for o in chosen)

        def done(_: object) -> None:
            self._listing.selected = beside
            self._listing.heading = ""
            self._listing.ticked -= gone
            self._gone(gone)
            self._acts.acted(f"Đã xóa {said}")

        if chosen:
            self._run(lambda: self._core.remove(tuple(gone)), done, self._failed)

    def _act(
        self, chosen: tuple[Opinion, ...], work: Callable[[tuple[str, ...]], Any], said: str, otherwise: str
    ) -> None:
        if not chosen:
            if otherwise:
                self._acts.tell(otherwise)
            return
        ids = tuple(one.id for one in chosen)

        def done(_: object) -> None:
            self._acts.acted(capital(said))  # what is ticked stays ticked: the next act is often on the same

        self._run(lambda: work(ids), done, self._failed)
