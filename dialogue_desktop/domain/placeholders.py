"""Words in braces that a plan's texts may hold, and their values from the plan's data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_desktop.domain.plan import IssuerKind, Plan

#: Every placeholder with the words that explain it to the person who edits a text.
MEANINGS: dict[str, str] = {
    "xa": "tên đơn vị, ví dụ: xã Minh Khê",
    "ten_xa": "tên riêng của đơn vị",
    "co_quan": "cơ quan ban hành viết đủ",
    "co_quan_tat": "cơ quan ban hành viết tắt",
    "nam": "năm của kế hoạch",
    "thon": "các thôn của hội nghị, hoặc cả xã",
    "thoi_gian": "thời gian tổ chức",
    "dia_diem": "địa điểm tổ chức",
    "chu_tri": "người chủ trì",
    "ten_hoi_nghi": "tên hội nghị",
    "tinh": "tên tỉnh",
    "han": "thời hạn của việc",
}

_BRACES = re.compile(r"\{([a-z_]+)\}")


def names_in(text: str) -> tuple[str, ...]:
    """The placeholders of a text, in order, known or not."""
    return tuple(_BRACES.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values in; a placeholder without value becomes dots to be written over by hand."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in MEANINGS:
            return match.group(0)
        return values.get(name) or "………"

    return _BRACES.sub(value, text)


def localities_text(plan: Plan) -> str:
    """ "thôn Đồng Vạn và thôn Phú Ấp", or "xã Minh Khê" for the whole commune."""
    if plan.whole_commune or not plan.localities:
        return plan.issuer.unit
    labels = [locality.label for locality in plan.localities]
    if len(labels) == 1:
        return labels[0]
    return ", ".join(labels[:-1]) + " và " + labels[-1]


def values_of(plan: Plan, *, time_text: str = "") -> dict[str, str]:
    """The values that the plan's data gives; `time_text` comes from `domain.schedule.time_words`."""
    issuer = plan.issuer
    values = {
        "xa": issuer.unit if issuer.name else "",
        "ten_xa": issuer.name,
        "co_quan": issuer.body if issuer.name else "",
        "co_quan_tat": issuer.body_short if issuer.name else "",
        "nam": str(plan.year),
        "thon": localities_text(plan) if plan.localities or (issuer.name and plan.whole_commune) else "",
        "thoi_gian": time_text,
        "dia_diem": "; ".join(plan.places),
        "chu_tri": ", ".join(c.official.position for c in plan.chairs if c.official.position),
        "tinh": issuer.province,
    }
    if issuer.kind is IssuerKind.PARTY_COMMITTEE and not issuer.name:
        values["co_quan"] = ""
    values["ten_hoi_nghi"] = fill(plan.conference_name, values) if plan.conference_name else ""
    return values
