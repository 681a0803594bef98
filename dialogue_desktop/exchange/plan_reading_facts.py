"""Who issues, when and where in an old plan: body, number, date, thôn, time, places, form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, time

from dialogue_desktop.domain.party_form import party_style
from dialogue_desktop.domain.plan import (
    Issuer,
    IssuerKind,
    Locality,
    TimeKind,
    TimePlan,
    UnitKind,
)
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import weekday_mismatch
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline
from dialogue_desktop.exchange.plan_reading_types import Doubt

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
WORD = rf"[{_UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?"
PROPER = rf"{WORD}(?:\s+{WORD}){{0,3}}|\d{{1,3}}[A-Z]?"
_COMMUNE = re.compile(rf"\b(?P<kind>xã|phường|thị trấn|đặc khu)\s+(?P<name>{PROPER})")
_COMMUNE_CAPITALS = re.compile(
    r"^(?:ỦY BAN NHÂN DÂN\s+|ĐẢNG (?:ỦY|BỘ)\s+)?(?P<kind>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+(?P<name>.+)$"
)
LOCALITY_KINDS = "tổ dân phố|khối phố|khu phố|khu dân cư|thôn|xóm|bản|buôn|làng|ấp|khóm|tiểu khu|phum|sóc"
_LOCALITY = re.compile(
    rf"\b(?P<kind>{LOCALITY_KINDS})\s+(?P<name>(?-i:[{_UPPER}])[^\W\d_]*(?:\s+[^\W\d_]+){{0,2}}|\d{{1,2}}[A-Z]?)",
    re.I,
)

_SYMBOL = re.compile(
    r"Số\s*:?\s*(?P<number>\d*)\s*[/-]\s*(?P<symbol>KH\s*[-–/]\s*[A-ZĐƯ]+(?:\s*[-–]\s*[A-ZĐƯ]+)*)", re.I
)
_PLACE_DATE = re.compile(
    rf"(?P<place>[{_UPPER}][^\d,:]{{1,40}}),\s*ngày\s*(?P<day>\d{{0,2}})[\s.…]*tháng\s*(?P<month>\d{{0,2}})[\s.…]*năm\s*(?P<year>\d{{4}})"
)

_EXACT = re.compile(
    r"(?:(?P<hour>\d{1,2})\s*(?:giờ|h|:)\s*(?P<minute>\d{1,2})?\s*(?:['’′]|phút)?[^.;]{0,25}?)?"
    r"ngày\s+(?P<day>\d{1,2})(?:/|\s*tháng\s*)(?P<month>\d{1,2})(?:/|\s*năm\s*)(?P<year>\d{4})"
)
_BEFORE_MONTH = re.compile(r"trước\s+tháng\s+(?P<month>\d{1,2})\s*(?:/|năm)\s*(?P<year>\d{4})", re.I)
_MONTH = re.compile(r"tháng\s+(?P<month>\d{1,2})\s*(?:/|năm)\s*(?P<year>\d{4})", re.I)
_QUARTERS = re.compile(
    r"qu[ýỹyỳ]\s+(?P<quarters>(?:IV|I{1,3}|[1-4])(?:\s*(?:,|và|-|–|;)\s*(?:quý\s+)?(?:IV|I{1,3}|[1-4]))*)\s*(?:/|năm)?\s*(?P<year>\d{4})?",
    re.I,
)
_WEEKDAY = re.compile(
    r"\((?P<weekday>thứ\s+\S+|chủ nhật)\)|(?P<bare>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),", re.I
)
_ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def texts_of(outline: Outline) -> Iterator[tuple[int, str]]:
    """Every text of the plan with its line."""
    yield from ((p.line, p.text) for p in outline.head)
    yield outline.title_line, outline.title
    yield from ((p.line, p.text) for p in outline.bases)
    yield 0, outline.lead_in
    for node in walk(outline.sections):
        yield node.line, node.heading
        yield from ((block.line, block.text) for block in node.blocks)
    yield 0, outline.closing


# --- issuer ---------------------------------------------------------------------------------------


def issuer(outline: Outline, doubts: list[Doubt]) -> Issuer:
    """The body that signs: by lead-in and signature; its name by the head, else the name used most."""
    signature = fold(" ".join(outline.signature))
    lead = fold(outline.lead_in)
    party = "ban chap hanh" in signature or "bi thu" in signature or lead.startswith("dang uy")
    kind, name = _commune(outline, doubts)
    place, _line, day, year = place_and_date(outline)
    return Issuer(
        kind=IssuerKind.PARTY_COMMITTEE if party else IssuerKind.PEOPLE_COMMITTEE,
        unit_kind=kind,
        name=name or place,
        province=_after(outline, r"\btỉnh\s+"),
        place_name=place if place and place != name else "",
        style=party_style(year or 0, day) if party else "nd30",
        drafting_unit=next(
            (r.partition(":")[2].strip(" .") for r in outline.recipients if fold(r).startswith("luu")), ""
        ),
    )


def _commune(outline: Outline, doubts: list[Doubt]) -> tuple[UnitKind, str]:
    for paragraph in outline.head:
        match = _COMMUNE_CAPITALS.match(paragraph.text.strip())
        if match is not None:
            return UnitKind(match["kind"].lower()), match["name"].strip().title()
    names: Counter[tuple[str, str]] = Counter()
    for _, text in texts_of(outline):
        for match in _COMMUNE.finditer(text):
            weight = 3 if text in (outline.lead_in, outline.closing) else 1
            names[(match["kind"], match["name"].strip())] += weight
    if not names:
        kinds = Counter(
            m for _, text in texts_of(outline) for m in re.findall(r"\b(xã|phường|thị trấn)\b", text)
        )
        if not place_and_date(outline)[0]:
            doubts.append(Doubt(0, "issuer", "không thấy tên xã, phường"))
        return UnitKind(kinds.most_common(1)[0][0]) if kinds else UnitKind.XA, ""
    (kind, name), _ = names.most_common(1)[0]
    return UnitKind(kind), name


def _after(outline: Outline, pattern: str) -> str:
    found = Counter(
        match["name"].strip()
        for _, text in texts_of(outline)
        for match in re.finditer(rf"{pattern}(?P<name>{PROPER})", text)
    )
    return found.most_common(1)[0][0] if found else ""


def number_and_symbol(outline: Outline) -> tuple[str, str]:
    for paragraph in outline.head:
        match = _SYMBOL.search(paragraph.text)
        if match is not None:
            return match["number"], re.sub(r"\s*[-–]\s*", "-", match["symbol"]).upper()
    return "", ""


def place_and_date(outline: Outline) -> tuple[str, str, date | None, int | None]:
    """(place, the line as written, the day when it is whole, the year)."""
    for paragraph in outline.head:
        text = _SYMBOL.sub("", paragraph.text)
        match = _PLACE_DATE.search(text)
        if match is None:
            continue
        day = None
        if match["day"] and match["month"]:
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                day = None
        return match["place"].strip(), match[0].strip(), day, int(match["year"])
    return "", "", None, None


def is_place_and_date(text: str) -> bool:
    return _PLACE_DATE.search(text) is not None


# --- thôn -----------------------------------------------------------------------------------------


def localities(outline: Outline) -> tuple[Locality, ...]:
    """The thôn that the conference is held with: those of the title, else of "Đối tượng"; none means all."""
    sources = [outline.title]
    for node in walk(outline.sections):
        if "doi tuong" in fold(node.heading):
            sources += [node.heading, *(block.text for block in node.blocks)]
    found: dict[str, Locality] = {}
    for text in sources:
        for match in _LOCALITY.finditer(text):
            name = _proper_part(match["name"])
            if name:
                key = fold(f"{match['kind']} {name}")
                found.setdefault(key, Locality(f"thon-{len(found) + 1}", match["kind"].lower(), name))
    return tuple(found.values())


def _proper_part(name: str) -> str:
    """ "An Sơn" of "An Sơn và", "Đìa" of "Đìa thị trấn", "3" of "3"."""
    words: list[str] = []
    for word in name.split():
        if not (word[0].isupper() or word[0].isdigit()):
            break
        words.append(word)
    return " ".join(words)


# --- time and place -------------------------------------------------------------------------------


def time_of(outline: Outline, doubts: list[Doubt]) -> tuple[TimePlan, str]:
    """The time as far as the plan knows it, and the words that say it."""
    for line, text in labelled(outline, "thoi gian"):
        plan = _time_plan(text, line, doubts)
        if plan is not None:
            return plan, text
    for line, text in ((outline.title_line, outline.title), (0, outline.lead_in)):
        match = _MONTH.search(text) or _QUARTERS.search(text)
        plan = _time_plan(text, line, doubts) if match else None
        if plan is not None:
            return plan, text
    return TimePlan(), ""


def _time_plan(text: str, line: int, doubts: list[Doubt]) -> TimePlan | None:
    exact = _EXACT.search(text)
    if exact is not None:
        try:
            day = date(int(exact["year"]), int(exact["month"]), int(exact["day"]))
        except ValueError:
            doubts.append(Doubt(line, "time", f"ngày {exact[0]} không có trong lịch"))
            return None
        weekday = _WEEKDAY.search(text)
        if weekday is not None:
            said = weekday["weekday"] or weekday["bare"]
            mismatch = weekday_mismatch(said, day)
            if mismatch:
                doubts.append(Doubt(line, "time", mismatch))
        hour, minute = int(exact["hour"] or 99), int(exact["minute"] or 0)
        start = time(hour, minute) if hour < 24 and minute < 60 else None
        return TimePlan(TimeKind.EXACT, day, start, None, day.month, (), day.year)
    before = _BEFORE_MONTH.search(text)
    if before is not None and 1 <= int(before["month"]) <= 12:
        return TimePlan(TimeKind.BEFORE_MONTH, month=int(before["month"]), year=int(before["year"]))
    quarters = _QUARTERS.search(text)
    if quarters is not None:
        parts = re.findall(r"IV|I{1,3}|[1-4]", quarters["quarters"], re.I)
        numbers = tuple(_ROMAN_QUARTERS.get(part.lower()) or int(part) for part in parts)
        if (
            fold(text[quarters.start() : quarters.start() + 3]) == "quy"
            and text[quarters.start() + 2] not in "ýÝ"
        ):
            doubts.append(Doubt(line, "time", f"“{quarters[0].strip()}” hiểu là quý"))
        return TimePlan(
            TimeKind.QUARTERS, quarters=numbers, year=int(quarters["year"]) if quarters["year"] else None
        )
    month = _MONTH.search(text)
    if month is not None and 1 <= int(month["month"]) <= 12:
        return TimePlan(TimeKind.MONTH, month=int(month["month"]), year=int(month["year"]))
    return None


def labelled(outline: Outline, key: str, *, also_plain: bool = True) -> Iterator[tuple[int, str]]:
    """Texts behind a label ("- Địa điểm: …"), under a heading of that name, or in a part that is about it."""
    plain: list[tuple[int, str]] = []
    for node in walk(outline.sections):
        heading = fold(node.heading)
        if heading.startswith(key):
            rest = node.heading[len(key) :].strip(" :") if not node.blocks and not node.children else ""
            if rest:
                yield node.line, rest
            if not _is_list_of_labels(node):
                yield from ((block.line, block.text) for block in node.blocks)
        for block in node.blocks:
            label, colon, rest = block.text.partition(":")
            if colon and len(label) <= 60 and fold(label).startswith(key):
                yield block.line, rest.strip()
            elif key in heading and key in fold(block.text)[:60]:
                plain.append((block.line, block.text))
    if also_plain:
        yield from plain


def _is_list_of_labels(node: Node) -> bool:
    return any(":" in block.text[:40] for block in node.blocks)


def places(outline: Outline) -> tuple[str, ...]:
    found = [
        re.sub(r"^(?:tại|Tại)\s+", "", text).strip(" .;")
        for _, text in labelled(outline, "dia diem", also_plain=False)
    ]
    return tuple(dict.fromkeys(place[0].upper() + place[1:] for place in found if place))


def form(outline: Outline) -> str:
    return next((text.strip() for _, text in labelled(outline, "hinh thuc", also_plain=False)), "")
