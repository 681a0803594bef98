"""Whether the copies can go out: what each is for, the number, whom the posted one names (M2, M3)."""

from __future__ import annotations

from dialogue_desktop.domain.closing_around import Around
from dialogue_desktop.domain.closing_gap import (
    Fix,
    Found,
    Gap,
    capital,
    numbers_of,
    only_looked_at,
    opinion_gap,
    who,
)
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

#: Words, without accents, that accuse somebody of something that is not proven here.
_ACCUSING = (
    "an tien", "nhan tien", "doi tien", "vi tien", "hoi lo", "hach sach", "nhung nhieu", "tham nhung",
    "tham o", "an chan", "bot xen", "cat xen", "lua dao", "bao ke", "bao che", "trom cap", "danh bac",
    "say ruou",
)  # fmt: skip


def copies(view: ConferenceView) -> Found:
    """Each copy that is printed says what it is for; one of them is for posting."""
    chosen = [copy for copy in view.plan.copies if copy.chosen and copy.count]
    gaps: list[Gap] = []
    for at, copy in enumerate(view.plan.copies, start=1):
        if copy.chosen and copy.count and not copy.label.strip():
            text = f"Bản thứ {at} chưa ghi dùng để làm gì"
            detail = "Nhãn của bản in theo mục đích này"
            gaps.append(
                Gap(f"copy-{copy.id}", text, detail, "Ghi nhãn", "end", record_id=copy.id, field="copies")
            )
    if chosen and not any(copy.posted for copy in chosen):
        detail = "Bản niêm yết che tên, địa chỉ của người chưa đồng ý"
        gap = Gap("copyposted", "Chưa có bản để niêm yết", detail, "Xem các bản", "end", field="copies")
        gaps.append(only_looked_at(gap))
    return gaps, []


def number(view: ConferenceView, around: Around) -> Found:
    """Given once, here; two minutes of one year cannot have the same."""
    plan = view.plan
    given = _bare(plan.minutes_number)
    if not given:
        if view.records.versions:
            return [], []  # already printed with an empty place for it
        text, detail = "Chưa ghi số biên bản", "Bỏ trống thì ghi tay sau khi ký"
        gap = Gap("number", text, detail, "Ghi số", "end", field="number", fix=Fix.NUMBER)
        return [only_looked_at(gap)], []
    for used in around.numbers:
        if (_bare(used.number), used.symbol, used.year) == (given, plan.minutes_symbol, plan.year):
            text = f"Số {_shown(given)}/{plan.minutes_symbol} đã dùng cho biên bản khác"
            gap = Gap("numbertwice", text, used.title, "Sửa số", "end", field="number", fix=Fix.NUMBER)
            return [gap], []
    return [], [f"Số {_shown(given)}/{plan.minutes_symbol}, chưa trùng số nào"]


def _bare(words: str) -> str:
    return words.strip().lstrip("0")


def _shown(words: str) -> str:
    return count2(int(words)) if words.isdecimal() else words


def consents(view: ConferenceView) -> Found:
    """Who is posted was asked; without an answer the name is covered."""
    if not _posts(view):
        return [], []
    unasked = [
        one
        for one in view.records.opinions
        if one.consent is None and not one.anonymous and any(voice.name.strip() for voice in one.voices)
    ]
    if not unasked:
        return [], []
    many = len(unasked)
    first = unasked[0]
    text = f"{many} ý kiến chưa hỏi việc công khai họ tên"
    detail = f"{numbers_of(unasked)}: bản niêm yết che tên"
    if many == 1:
        text = f"{capital(who(first))} chưa được hỏi việc công khai họ tên"
        detail = f"Ý kiến số {first.number}: bản niêm yết che tên"
    gap = opinion_gap("consent", first, text, "Ghi đồng ý", "consent", Fix.CONSENT, detail)
    return [only_looked_at(gap)], []


def accusations(view: ConferenceView) -> Found:
    """An opinion that accuses somebody, and that would be posted as it stands."""
    if not _posts(view):
        return [], []
    gaps = []
    for one in view.records.opinions:
        if one.withheld or not one.text:
            continue
        words = f" {fold(one.text)} "
        found = next((word for word in _ACCUSING if f" {word} " in words), "")
        if found and not one.hidden_parts:
            text = f"Ý kiến số {one.number} có lời tố người khác"
            gap = opinion_gap("accuse", one, text, "Cân nhắc che", "text", Fix.WITHHELD)
            gaps.append(only_looked_at(gap))
    return gaps, []


def _posts(view: ConferenceView) -> bool:
    return any(copy.chosen and copy.count and copy.posted for copy in view.plan.copies)
