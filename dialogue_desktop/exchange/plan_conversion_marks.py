"""Marks in place of words that the program has as data: time, place, chairs, secretaries, numbers (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogue_desktop.domain.plan import ChairRole, Plan, TimeKind
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion_types import Doubt
from dialogue_desktop.exchange.plan_reading_time import TimeSaid, times_in, weekday_at
from dialogue_desktop.exchange.plan_reading_types import PlanReading

_CHAIRED = re.compile(
    r"^(?:người\s+)?(?P<role>(?:đồng\s+|cùng\s+|phó\s+)?(?:chủ trì|chủ tọa))(?:\s+(?:hội nghị|đối thoại"
    r"|buổi|cuộc|phiên)[^:]{0,25})?:\s*(?P<who>.+?)\s*[.;]?$",
    re.I,
)
_WRITES = re.compile(r"^thư ký[^:]{0,30}:\s*(?P<who>.+?)\s*[.;]?$", re.I)
_LATER = re.compile(r"(?:thời gian(?: cụ thể)?\s+)?(?:sẽ\s+)?(?:có\s+)?thông báo sau", re.I)


_ROLES = {
    "chu tri": ("chu_tri", ChairRole.CHAIR),
    "chu toa": ("chu_tri", ChairRole.CHAIR),
    "dong chu tri": ("dong_chu_tri", ChairRole.CO_CHAIR),
    "cung chu tri": ("cung_chu_tri", ChairRole.DEPUTY),
    "pho chu tri": ("cung_chu_tri", ChairRole.DEPUTY),
}


class Marks:
    """Puts marks into texts where they print the same words again; notes what stayed words."""

    def __init__(self, reading: PlanReading, plan: Plan) -> None:
        self._reading, self._plan = reading, plan
        self._put: set[str] = set()

    def put_in(self, text: str) -> str:
        for mark in (self._time, self._place, self._chairs, self._secretaries, self._people):
            text = mark(text)
        return text

    def doubts(self) -> Iterator[Doubt]:
        """For data that no paragraph follows."""
        reading, plan = self._reading, self._plan
        if reading.sessions:
            return
        if plan.places and "dia_diem" not in self._put:
            reason = "địa điểm vẫn giữ bằng chữ; sửa ở bước Thời gian, địa điểm thì sửa cả đoạn này"
            yield Doubt("; ".join(plan.places), reason, "time_place")
        if reading.time_text and "thoi_gian" not in self._put:
            reason = "thời gian vẫn giữ bằng chữ; sửa ở bước Thời gian, địa điểm thì sửa cả đoạn này"
            yield Doubt(reading.time_text, reason, "time_place")
        line = next((text for text in self._texts() if _CHAIRED.match(text)), "")
        if plan.chairs and line and "chu_tri" not in self._put:
            reason = "chủ trì vẫn giữ bằng chữ; sửa ở bước Thành phần thì sửa cả đoạn này"
            yield Doubt(line, reason, "participants")

    def says_quotas(self, text: str) -> bool:
        """Whether a line of quotas says nothing but the seats that the plan has as data."""
        places = {one.id: one.label for one in self._plan.localities}
        said = {
            fold(word)
            for one in self._plan.quotas
            for word in _words(f"{places[one.locality_id]} {one.hamlet} {one.seats}")
        }
        return not {fold(word) for word in _words(text)} - said - _QUOTA_LABELS

    def _texts(self) -> Iterator[str]:
        todo = list(self._reading.sections)
        while todo:
            section = todo.pop(0)
            yield from (block.text for block in section.blocks)
            todo[:0] = section.children

    # --- time and place

    def _time(self, text: str) -> str:
        if not self._is_about_time(text):
            return text
        when = self._plan.time
        if when.kind is TimeKind.LATER:
            match = _LATER.search(text)
            if match is None:
                return text
            self._put.add("thoi_gian")
            return f"{text[: match.start()]}{{thoi_gian}}{text[match.end() :]}"
        found = next((one for one in times_in(text) if _same(one, self._reading)), None)
        if found is None:
            return text
        self._put.add("thoi_gian")
        span = text[found.start : found.end]
        mark = "{thoi_gian} ({thu})" if weekday_at(span) is not None else "{thoi_gian}"
        behind = text[found.end :]
        weekday = weekday_at(behind[:30])
        if weekday is not None:
            start, end = weekday
            behind = f"{behind[:start]}{{thu}}{behind[end:]}"
        before = (
            re.sub(r"trong\s+$", "", text[: found.start])
            if when.kind is TimeKind.MONTH
            else text[: found.start]
        )
        return f"{before}{mark}{behind}"

    def _is_about_time(self, text: str) -> bool:
        """The words that the time was read from, wherever they stand."""
        if self._reading.sessions:
            return False
        said = self._reading.time_text
        return bool(said) and fold(said) in fold(text)

    def _place(self, text: str) -> str:
        places = self._plan.places
        if len(places) != 1 or "dia_diem" in self._put:
            return text
        at = text.casefold().find(places[0].casefold())
        about = fold(text).startswith(("dia diem", "tai ", "du kien tai")) or _bare(text) == _bare(places[0])
        if at < 0 or not about:
            return text
        self._put.add("dia_diem")
        return f"{text[:at]}{{dia_diem}}{text[at + len(places[0]) :]}"

    # --- people

    def _chairs(self, text: str) -> str:
        match = _CHAIRED.match(text)
        alone = match is None and _bare(text) == _bare(self._chairs_words())
        if match is None and not alone:
            return text
        who = match["who"] if match is not None else text.rstrip(" .;")
        mark, role = _ROLES[fold(match["role"]) if match is not None else "chu tri"]
        if not who or _bare(who) not in (_bare(self._chairs_words(role)), _bare(self._chairs_words())):
            return text
        self._put.add("chu_tri")
        start = match.start("who") if match is not None else 0
        return f"{text[:start]}{{{mark}}}{text[start + len(who) :]}"

    def _chairs_words(self, role: ChairRole | None = None) -> str:
        chairs = [chair.official for chair in self._plan.chairs if role in (None, chair.role)]
        if any(one.name for one in chairs):
            return "; ".join(
                ", ".join(p for p in (f"{one.honorific} {one.name}" if one.name else "", one.position) if p)
                for one in chairs
            )
        return ", ".join(one.position for one in chairs)

    def _secretaries(self, text: str) -> str:
        match = _WRITES.match(text)
        if match is None or not self._plan.secretaries:
            return text
        words = [
            f"{one.official.honorific} {one.official.name} {one.official.position}"
            if one.official.name
            else f"01 {one.official.position}"
            for one in self._plan.secretaries
        ]
        if _bare(match["who"]) != _bare(" và ".join(words)):
            return text
        self._put.add("thu_ky")
        return f"{text[: match.start('who')]}{{thu_ky}}{text[match.end('who') :]}"

    def _people(self, text: str) -> str:
        number = self._plan.people_per_session
        if number is None or not fold(text).startswith("so luong"):
            return text
        return re.sub(rf"\b0*{number}(?=\s+(?:người|đại biểu|công dân|hộ))", "{so_nguoi}", text, count=1)


_QUOTA_LABELS = frozenset("chi tieu dai bieu nguoi cong dan tung cac thon".split())


def _same(found: TimeSaid, reading: PlanReading) -> bool:
    """The time that was read, whatever year was added to it."""
    one, other = found.plan, reading.time
    return (one.kind, one.day, one.month, one.quarters) == (
        other.kind,
        other.day,
        other.month,
        other.quarters,
    )


def _words(text: str) -> Sequence[str]:
    return re.findall(r"[^\W_]+", text)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
