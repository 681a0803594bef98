"""The old plan's year in its wording: where it means the plan it becomes a mark (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desktop.exchange.plan_conversion_types import Doubt

#: Before the year in the same clause these say that another paper is cited, whose date is its own.
_CITED = re.compile(
    r"\bsố\s*:?\s*\d+\s*[-–/]|\b(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định"
    r"|Hướng dẫn|Kết luận"
    r"|Pháp lệnh|Quy chế|Công văn|Đề án)\b"
)
#: A span of years or a comparison.
_SPAN = re.compile(r"(?:đến|từ|giai đoạn|so với|cùng kỳ|các|những|trước|sau|hết)\s+$", re.I)
_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*$", re.I)
_CLAUSE = re.compile(r"[.;:]\s")
_AROUND = 40


class YearWords:
    """Puts the mark of the year into texts, and remembers what became of them."""

    def __init__(self, old: int, new: int) -> None:
        self._old, self._new = old, new
        self._year = re.compile(
            rf"(?P<said>(?<![\d/.-])năm\s+|(?<!\d)tháng\s+\d{{1,2}}\s*/\s*|qu[ýỹ]\s+[IVX1-4][IVX1-4,\sv]*?\s*/\s*"
            rf"|ngày[\s….]*/\s*\d{{1,2}}\s*/\s*){old}\b",
            re.I,
        )
        self._changed: dict[str, list[tuple[str, str]]] = {}
        self._left: list[tuple[str, str]] = []

    def put_in(self, text: str, step: str, *, sure: bool = False) -> str:
        """The text with the mark where the year is the plan's own; `sure` where it can be nothing else."""
        if not text:
            return text
        kept: list[tuple[int, int]] = []
        for match in self._year.finditer(text):
            if self._is_own(text, match, sure):
                kept.append((match.end("said"), match.end()))
            elif (text, step) not in self._left:
                self._left.append((text, step))
        made, at = "", 0
        for start, end in kept:
            made += f"{text[at:start]}{{nam}}"
            at = end
            self._note(text, start, end, step)
        return made + text[at:]

    def _is_own(self, text: str, match: re.Match[str], sure: bool) -> bool:
        before = text[: match.start()]
        if _DAY.search(before):
            return False
        if sure:
            return True
        if _SPAN.search(before):
            return False
        clause = before[[0, *(cut.end() for cut in _CLAUSE.finditer(before))][-1] :]
        return _CITED.search(clause) is None

    def _note(self, text: str, start: int, end: int, step: str) -> None:
        """The words around the year, before and after."""
        left = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1
        right = text.find(" ", min(end + _AROUND // 2, len(text)))
        right = len(text) if right < 0 else right
        before, after = ("…" if left else ""), ("…" if right < len(text) else "")
        old = f"{before}{text[left:right]}{after}"
        new = f"{before}{text[left:start]}{self._new}{text[end:right]}{after}"
        pairs = self._changed.setdefault(step, [])
        if (old, new) not in pairs:
            pairs.append((old, new))

    def changes(self) -> Iterator[Doubt]:
        """One for each step, with every place in it."""
        for step, pairs in self._changed.items():
            reason = f"đã đổi năm {self._old} thành năm {self._new} ở {len(pairs)} chỗ"
            yield Doubt("\n".join(f"{old} → {new}" for old, new in pairs), reason, step)

    def left(self) -> Iterator[Doubt]:
        """Where the year was left, because it may be another paper's."""
        for text, step in self._left:
            yield Doubt(text, f"giữ nguyên năm {self._old} vì có thể là của văn bản khác; hãy xem lại", step)
