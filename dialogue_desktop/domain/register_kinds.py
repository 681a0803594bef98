"""What each kind of paper is to the register: its name, its sign in the symbol, where it goes (M4–M7, F5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desktop.domain.plan import IssuerKind, Plan


class Way(StrEnum):
    """How a paper leaves the office."""

    POST = "niem_yet"
    SEND = "gui"


class Phase(StrEnum):
    """When a paper is made."""

    BEFORE = "truoc"
    AFTER = "sau"


#: The sign of an official letter, which the State's symbol does without (NĐ 30/2020, Phụ lục III, I).
LETTER = "CV"
_TYPE = re.compile(r"^[^-/]+")


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """`code` is the sign of the kind ("TB"), `LETTER` for an official letter, empty for a paper without a
    number. `series`: there is one for each receiver or unit. `cites` are kinds that its text refers to."""

    name: str
    title: str
    code: str = ""
    ways: tuple[Way, ...] = (Way.SEND,)
    phase: Phase = Phase.AFTER
    series: bool = False
    cites: tuple[str, ...] = ("plan",)


_POST, _SEND = Way.POST, Way.SEND
_BEFORE = Phase.BEFORE

#: In the order of the work.
REGISTER_KINDS: tuple[RegisterKind, ...] = (
    RegisterKind("plan", "Kế hoạch tổ chức hội nghị", "KH", (_SEND,), _BEFORE, cites=()),
    RegisterKind("notice", "Thông báo tổ chức hội nghị", "TB", (_POST,), _BEFORE),
    RegisterKind("assigned-questions", "Phiếu giao trả lời", "PC", (_SEND,), _BEFORE),
    RegisterKind("prepared-report", "Báo cáo tổng hợp ý kiến, trả lời", "BC", (_SEND,), _BEFORE),
    RegisterKind("previous-results", "Báo cáo kết quả kiến nghị kỳ trước", "BC", (_SEND,), _BEFORE),
    RegisterKind("invitations", "Giấy mời dự hội nghị", "GM", (_SEND,), _BEFORE),
    RegisterKind("posting-record", "Biên bản niêm yết", "BB", (), _BEFORE, cites=("plan", "notice")),
    RegisterKind("minutes", "Biên bản hội nghị", "BB", (_POST,)),
    RegisterKind("conclusion", "Thông báo kết luận hội nghị", "TB", (_POST, _SEND), cites=("minutes",)),
    RegisterKind(
        "replies", "Văn bản trả lời", LETTER, (_SEND,), series=True, cites=("minutes", "conclusion")
    ),
    RegisterKind(
        "escalations", "Văn bản kiến nghị cấp trên", LETTER, (_SEND,), series=True,
        cites=("minutes", "conclusion"),
    ),
    RegisterKind("report", "Báo cáo kết quả hội nghị", "BC", (_SEND,), cites=("minutes", "conclusion")),
    RegisterKind("reminders", "Công văn đôn đốc", LETTER, (_SEND,), series=True, cites=("conclusion",)),
    RegisterKind("supervision", "Bảng theo dõi giám sát", "", (_SEND,), cites=("conclusion",)),
    RegisterKind("review", "Biên bản họp rút kinh nghiệm", "BB", (), cites=("minutes",)),
)  # fmt: skip
BY_NAME: dict[str, RegisterKind] = {kind.name: kind for kind in REGISTER_KINDS}
#: A paper that the program did not make: a letter that came in, a scan.
OTHER = RegisterKind("", "Văn bản khác", "", (), cites=())


def kind_of(name: str) -> RegisterKind:
    """The kind of this name; `OTHER` for one that the register does not know."""
    return BY_NAME.get(name, OTHER)


def symbol_of(plan: Plan, name: str) -> str:
    """The usual symbol: "TB-UBND", "TB/ĐU", "UBND-VP" for the State's official letters, "CV/ĐU" for the
    Party's; empty for a paper without a number."""
    kind = kind_of(name)
    if name == "plan":
        return plan.symbol
    if name == "minutes" and plan.minutes_symbol:
        return plan.minutes_symbol
    if not kind.code or not plan.symbol:
        return ""
    body = _TYPE.sub("", plan.symbol, count=1).lstrip("-/")
    if kind.code == LETTER and plan.issuer.kind is IssuerKind.PEOPLE_COMMITTEE:
        return "-".join(part for part in (body, plan.issuer.drafting_unit) if part)
    return _TYPE.sub(kind.code, plan.symbol, count=1)
