"""How far a conference has come; in a module of its own so that the first screen need not load the plan."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The six stages of the secretary's work, in order."""

    PLAN = "ke_hoach"
    OPINIONS = "y_kien"
    INVITE = "moi"
    SESSION = "phien"
    CONCLUDE = "ket_luan"
    FOLLOW_UP = "theo_doi"


STAGE_LABELS: dict[Stage, str] = {
    Stage.PLAN: "Kế hoạch",
    Stage.OPINIONS: "Ý kiến",
    Stage.INVITE: "Mời",
    Stage.SESSION: "Phiên",
    Stage.CONCLUDE: "Kết luận",
    Stage.FOLLOW_UP: "Theo dõi",
}
