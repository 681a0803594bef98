"""Words in braces that a plan's texts may hold, and their values from the plan's data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Plan
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2, thousands, weekday_long

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
    "ngay_han": "ngày cuối của thời hạn, viết số",
    "ngay_sau_han": "ngày liền sau ngày cuối của thời hạn, đứng sau chữ “trước ngày”",
    "phut": "số phút của một lượt phát biểu",
    "dong_chu_tri": "người đồng chủ trì",
    "cung_chu_tri": "người cùng chủ trì, phó chủ trì",
    "thu": "thứ của ngày họp, ví dụ: thứ Sáu",
    "so_nguoi": "số người dự mỗi hội nghị",
    "thu_ky": "thư ký hội nghị",
    "nhom": "nhóm thành phần tiếp theo, ghi ở bước Thành phần",
    "chuong_trinh": "các bước của chương trình, ghi ở bước Chương trình",
}

#: How each is written in a text box: «cơ quan». A person who edits a text never sees its stored form.
LABELS: dict[str, str] = {
    "xa": "xã, phường",
    "ten_xa": "tên riêng",
    "co_quan": "cơ quan",
    "co_quan_tat": "cơ quan viết tắt",
    "nam": "năm",
    "thon": "các thôn",
    "thoi_gian": "thời gian",
    "dia_diem": "địa điểm",
    "chu_tri": "chủ trì",
    "ten_hoi_nghi": "tên hội nghị",
    "tinh": "tỉnh",
    "han": "thời hạn",
    "ngay_han": "ngày hết hạn",
    "ngay_sau_han": "ngày sau hạn",
    "phut": "số phút mỗi lượt",
    "dong_chu_tri": "đồng chủ trì",
    "cung_chu_tri": "cùng chủ trì",
    "thu": "thứ trong tuần",
    "so_nguoi": "số người dự",
    "thu_ky": "thư ký",
    "nhom": "nhóm thành phần",
    "chuong_trinh": "các bước chương trình",
}

_BRACES = re.compile(r"\{([a-z_]+)\}")
#: What a person may type for one: «cơ quan», <<cơ quan>>, {cơ quan}; with or without accents.
_TYPED = re.compile(r"«([^«»{}\n]{1,30})»|<<([^<>{}\n]{1,30})>>|\{([^{}«»\n]{1,30})\}")


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


def mark(name: str) -> str:
    """ "«cơ quan»"."""
    return f"«{LABELS[name]}»"


def readable(text: str) -> str:
    """A stored text as it is shown in a box: "{co_quan}" as "«cơ quan»"."""
    return _BRACES.sub(lambda found: mark(found[1]) if found[1] in LABELS else found[0], text)


def stored(text: str) -> str:
    """What was typed in a box, as it is stored; marks that nobody knows stay as they were typed."""

    def name(found: re.Match[str]) -> str:
        key = _name_of(found)
        return f"{{{key}}}" if key else found[0]

    return _TYPED.sub(name, text)


def unknown_marks(text: str) -> tuple[str, ...]:
    """What looks like a mark in a stored text and stands for nothing: "«cơ qan»"."""
    return tuple(
        found[0] for found in _TYPED.finditer(text) if not _name_of(found) and not _is_quotation(found)
    )


def _name_of(found: re.Match[str]) -> str:
    """The placeholder that a typed mark means; "" for none."""
    words = found[1] or found[2] or found[3]
    if words in LABELS:
        return words
    return "" if _is_quotation(found) else _BY_LABEL.get(fold(words), "")


def _is_quotation(found: re.Match[str]) -> bool:
    """A name between guillemets is nobody's mark: it has capitals, a mark never."""
    return bool(found[1]) and found[1] != found[1].lower()


def resolved(text: str, values: Mapping[str, str]) -> str:
    """The text in the words of the plan; what is not known yet by its mark, for rows of a list."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        return (values.get(name) or mark(name)) if name in LABELS else found[0]

    return _BRACES.sub(value, text)


_BY_LABEL = {fold(label): name for name, label in LABELS.items()}


def localities_text(plan: Plan) -> str:
    """ "thôn Đồng Vạn và thôn Phú Ấp", or "xã Minh Khê" for the whole commune."""
    if plan.whole_commune or not plan.localities:
        return plan.issuer.unit
    labels = [locality.label for locality in plan.localities]
    if len(labels) == 1:
        return labels[0]
    return ", ".join(labels[:-1]) + " và " + labels[-1]


def _positions(plan: Plan, *roles: ChairRole) -> str:
    return ", ".join(c.official.position for c in plan.chairs if c.role in roles and c.official.position)


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
        "chu_tri": _positions(plan, *ChairRole),
        "dong_chu_tri": _positions(plan, ChairRole.CO_CHAIR),
        "cung_chu_tri": _positions(plan, ChairRole.DEPUTY),
        "tinh": issuer.province,
        "phut": count2(plan.turn_minutes),
        "thu": weekday_long(plan.day) if plan.day is not None else "",
        "so_nguoi": thousands(plan.people_per_session) if plan.people_per_session is not None else "",
        "thu_ky": ", ".join(s.official.position for s in plan.secretaries if s.official.position),
    }
    if issuer.kind is IssuerKind.PARTY_COMMITTEE and not issuer.name:
        values["co_quan"] = ""
    values["ten_hoi_nghi"] = fill(plan.conference_name, values) if plan.conference_name else ""
    return values
