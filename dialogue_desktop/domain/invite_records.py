"""Who is invited and which slips are handed out: rows of the journal from before the day (C3, C10, C11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reply(StrEnum):
    """What an invited person answered (C11)."""

    COMING = "den"
    NOT_COMING = "khong_den"


REPLY_LABELS: dict[Reply, str] = {Reply.COMING: "Sẽ dự", Reply.NOT_COMING: "Không dự"}


@dataclass(frozen=True, slots=True)
class Delegate:
    """One who is invited, or named for a seat (C10, C11). Invited is not present: `attended` None is unknown.

    `group_id` is the plan's group of participants; `locality` a label ("thôn Phú Ấp"), `hamlet` the xóm.
    A whole body may be invited without a name: then `name` is empty and `office` says it. `count` is how
    many seats the line stands for. `through_locality`: the letter goes to the thôn's committee, which
    hands it on. `replaced_by` is the name, with position, of the one who comes instead.
    """

    id: str
    position: int = 0
    group_id: str = ""
    honorific: str = ""
    name: str = ""
    office: str = ""
    locality: str = ""
    hamlet: str = ""
    count: int = 1
    through_locality: bool = False
    letter_number: str = ""
    sent_on: date | None = None
    reply: Reply | None = None
    replaced_by: str = ""
    attended: bool | None = None
    note: str = ""

    @property
    def shown(self) -> str:
        """ "ông Nguyễn Văn An", or the body that is invited."""
        return f"{self.honorific} {self.name}".strip() if self.name else self.office

    @property
    def address(self) -> str:
        """ "xóm Đình, thôn Phú Ấp", parts that are known."""
        return ", ".join(part for part in (self.hamlet, self.locality) if part)


@dataclass(frozen=True, slots=True)
class SlipBatch:
    """Slips handed to one who collects them in a thôn (C3): numbers `first` to `last`, both included.

    `collector` is who hands out and collects ("Chi bộ thôn", "Ban Công tác Mặt trận"). `returned` counts
    the slips that came back, filled in or not, None while none was counted.
    """

    id: str
    position: int = 0
    locality: str = ""
    collector: str = ""
    first: int = 1
    last: int = 1
    handed_on: date | None = None
    due_on: date | None = None
    returned: int | None = None
    returned_on: date | None = None
    note: str = ""

    @property
    def handed(self) -> int:
        """How many slips were handed out."""
        return max(0, self.last - self.first + 1)
