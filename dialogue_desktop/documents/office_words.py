"""How people, copies and times are written in the office's documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from dialogue_desktop.documents.tree import NBSP
from dialogue_desktop.domain.plan import CopyPurpose, Issuer, IssuerKind, Official, Plan
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import count2, date_doc, time_doc


def capital(text: str) -> str:
    """The first letter upper, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The first letter lower, unless the word is an abbreviation in capitals."""
    head = text.split(" ", 1)[0]
    return text if len(head) > 1 and head.isupper() else text[:1].lower() + text[1:]


def joined(parts: Sequence[str]) -> str:
    """ "a, b và c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def sentence(text: str) -> str:
    """The text with one full stop at its end, unless it ends with a sign of its own, also within quotes."""
    text = text.rstrip()
    if text.endswith(","):
        text = text.rstrip(", ")
    inside = text.rstrip("\"”’'»)")
    if not text or text[-1] in ".!?…:;" or (inside and inside != text and inside[-1] in ".!?…"):
        return text
    return f"{text}."


def named(official: Official) -> str:
    """ "ông Đỗ Mạnh Tuyển, Chủ tịch UBND xã"; the position alone while there is no name."""
    name = f"{official.honorific} {official.name}".strip() if official.name else ""
    return ", ".join(part for part in (name, official.position) if part)


def issuer_lines(issuer: Issuer) -> tuple[str, ...]:
    """The issuing body's lines in the letterhead, bold."""
    prefix = "Ủy ban nhân dân" if issuer.kind is IssuerKind.PEOPLE_COMMITTEE else "Đảng ủy"
    if issuer.kind is IssuerKind.PARTY_COMMITTEE:
        return (f"{prefix} {issuer.unit}",)
    return (prefix, issuer.unit)


#: Words of two syllables that a title names people and bodies by.
_WHOLE = ("Bí thư", "Chủ tịch", "Đảng ủy", "Nhân dân")


def unbroken(text: str, plan: Plan) -> str:
    """A title in which no line ends inside the name of the issuing body, of a locality or of an office."""
    names = (plan.issuer.body, plan.issuer.unit, *(locality.label for locality in plan.localities), *_WHOLE)
    for name in names:
        if name.strip():
            text = text.replace(name, name.replace(" ", NBSP))
    return text


def copies_text(copies: Iterable[CopyPurpose], phrase: str) -> tuple[int, str]:
    """(number of copies, "01 bản niêm yết …; 01 bản lưu hồ sơ")."""
    chosen = [copy for copy in copies if copy.chosen and copy.count > 0]
    parts = [phrase.format(count=count2(c.count), purpose=lower_first(c.label)) for c in chosen]
    return sum(copy.count for copy in chosen), "; ".join(parts)


def moment(at: datetime) -> str:
    """ "08 giờ 00, ngày 24 tháng 4 năm 2026", on the office's wall clock."""
    local = on_wall(at)
    return f"{time_doc(local.time())}, {date_doc(local.date())}"
