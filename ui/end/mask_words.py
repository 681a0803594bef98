"""What the posted copy leaves out, place by place, and which opinion each belongs to (M2)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.closing_gap import capital, opening, who
from dialogue_desktop.domain.records import Opinion, Records

_NUMBER = re.compile(r"\s*\(?(?:ý kiến số|Ý kiến số) (\d+)\)?")


@dataclass(frozen=True, slots=True)
class MaskLine:
    """One place: what is covered there, whose opinion it is; `opinion_id` "" where it is of none."""

    id: str
    text: str
    second: str
    opinion_id: str = ""


def mask_lines(masked: Sequence[str], records: Records) -> tuple[MaskLine, ...]:
    """A line for each sentence of what is left out, in its order."""
    by_number = {one.number: one for one in records.opinions}
    lines = []
    for at, sentence in enumerate(masked):
        found = _NUMBER.search(sentence)
        one = by_number.get(int(found[1])) if found is not None else None
        text = _NUMBER.sub("", sentence, count=1).strip() if one is not None else sentence
        second = f"Ý kiến số {one.number}, {who(one)}" if one is not None else ""
        lines.append(MaskLine(f"{at}", capital(text), second, one.id if one is not None else ""))
    return tuple(lines)


def opinion_lines(records: Records) -> tuple[MaskLine, ...]:
    """Every opinion, to look for a passage that is to be covered."""
    return tuple(
        MaskLine(f"o-{one.id}", f"Ý kiến số {one.number}, {who(one)}", opening(one.text, 14), one.id)
        for one in records.opinions
    )


def masked_key(masked: Sequence[str]) -> str:
    """Another list is another key: it has to be seen again."""
    return hashlib.sha256("\n".join(masked).encode()).hexdigest() if masked else ""


def passages(opinion: Opinion, records: Records) -> tuple[str, ...]:
    """The texts of an opinion and its answers, as they stand."""
    said = [opinion.text]
    for answer in records.answers_of(opinion.id):
        said += [answer.follow_up, answer.text]
    return tuple(text for text in said if text.strip())


def readable(opinion: Opinion, records: Records) -> str:
    """The same for reading, with who says what."""
    parts = [opinion.text.strip()]
    for answer in records.answers_of(opinion.id):
        if answer.follow_up.strip():
            parts.append(f"Trao đổi lại: {answer.follow_up.strip()}")
        if answer.text.strip():
            parts.append(f"Trả lời: {answer.text.strip()}")
    return "\n".join(parts)


def chosen_passage(selected: str, opinion: Opinion, records: Records) -> str:
    """The words that were marked, where they stand in one text. ValueError with one sentence."""
    words = selected.replace("\u2029", "\n").strip()
    if not words:
        raise ValueError("Chưa chọn đoạn nào. Bôi đen đoạn cần che rồi bấm lại.")
    if words in opinion.hidden_parts:
        raise ValueError("Đoạn này đã che rồi.")
    if not any(words in text for text in passages(opinion, records)):
        raise ValueError("Chỉ chọn chữ trong một câu nói hoặc một câu trả lời, không lấy cả chữ “Trả lời:”.")
    return words
