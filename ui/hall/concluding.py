"""What the hall reads of a conclusion: its words by the rules of consent, the unit and the day (L8, L10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dialogue_desktop.domain.privacy import public_text
from dialogue_desktop.domain.words_vi import date_short, weekday_long
from ui.hall.scene import Fact

if TYPE_CHECKING:
    from ui.hall.words import Moment

HEADING = "Kết luận của Chủ trì"


class Concluded(NamedTuple):
    """The line above, the words, and what stands below them."""

    state: str
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def concluded(moment: Moment) -> Concluded:
    """The conclusion that is being read, the first where none is yet."""
    rows = [row for row in moment.records.conclusions if row.text.strip()]
    if not rows:
        return Concluded("")
    at = next((i for i, row in enumerate(rows) if row.id == moment.conclusion), 0)
    row = rows[at]
    facts = []
    if not row.settled and row.unit:
        facts.append(Fact("Thực hiện", row.unit))
    if not row.settled and row.deadline is not None:
        facts.append(Fact("Chậm nhất", f"{weekday_long(row.deadline)}, ngày {date_short(row.deadline)}"))
    text = " ".join(public_text(row, moment.records).split())
    return Concluded(f"{HEADING}: {at + 1} trên {len(rows)}", (text,), tuple(facts))
