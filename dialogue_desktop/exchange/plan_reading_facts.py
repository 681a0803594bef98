"""Who issues an old plan and for whom: body, number, date, thôn, places, form (P2, P5, P7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from dialogue_desktop.domain.party_form import party_style
from dialogue_desktop.domain.plan import Issuer, IssuerKind, Level, Locality, ParticipantGroup, UnitKind
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_marks import is_capitals
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, walk
from dialogue_desktop.exchange.plan_reading_spelling import modern
from dialogue_desktop.exchange.plan_reading_types import Doubt, Unread

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
WORD = rf"[{_UPPER}][^\W\d_]*(?:['’`´][^\W\d_]+)?"
PROPER = rf"{WORD}(?:\s+{WORD}){{0,3}}|\d{{1,3}}[A-Z]?"
LOCALITY_KINDS = (
    "tổ dân phố|khối phố|khu phố|khu dân cư|khu tập thể|tiểu khu|cụm dân cư|thôn|xóm|bản|buôn|bon|làng|ấp"
    "|khóm"
    "|khối|phum|sóc|plei|plây|pơlei"
)
_COMMUNE = re.compile(
    rf"\b(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)\s+(?P<name>(?:{WORD})(?:\s+(?:{WORD})){{0,3}}"
    rf"|\d{{1,2}}\b)"
)
_COMMUNE_CAPITALS = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|ĐẢNG ỦY|ĐẢNG BỘ)\s*\W*\s*(?P<kind>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+"
    rf"(?P<name>(?:[{_UPPER}'’]+|\d{{1,2}})(?!\w)(?:\s+[{_UPPER}'’]+(?!\w))*)"
)
_LONE_COMMUNE = re.compile(
    rf"^\W*(?P<kind>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+(?P<name>(?:[{_UPPER}'’]+"
    rf"|\d{{1,2}})(?!\w)(?:\s+[{_UPPER}'’]+(?!\w))*)"
)
_NATION = re.compile(r"CỘNG\s+HÒA\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_MOTTO = re.compile(r"Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc", re.I)
_SUPERIOR = re.compile(
    rf"(?:ỦY BAN NHÂN DÂN|ĐẢNG BỘ|HUYỆN ỦY|ĐẢNG ỦY)\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)"
    rf"(?:\s+(?!(?:ỦY|ĐẢNG|XÃ|PHƯỜNG|THỊ|ĐẶC)\b)[{_UPPER}'’]+(?!\w))+"
)
_SYMBOL = re.compile(
    r"Số\s*:?\s*(?P<number>\d*)\s*[.…_]*\s*[/-]\s*(?P<symbol>KH\s*[-–/]\s*[A-ZĐƯ]+(?:\s*[-–]\s*[A-ZĐƯ]+)*)",
    re.I,
)
_PLACE_DATE = re.compile(
    rf"(?P<place>[{_UPPER}][^\d,:¦]{{1,40}}),\s*ngày\s*(?P<day>\d{{0,2}})[\s.…_]*tháng\s*(?P<month>\d{{0,2}})[\s.…_]*năm\s*(?P<year>\d{{4}})"
)
_KINDS = {
    "xa": UnitKind.XA,
    "phuong": UnitKind.PHUONG,
    "thi tran": UnitKind.THI_TRAN,
    "dac khu": UnitKind.DAC_KHU,
}


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


# --- head -----------------------------------------------------------------------------------------


def head_text(outline: Outline) -> str:
    """The lines above the title as one, for what may be broken over two of them."""
    return " ".join(p.text for p in outline.head)


def number_and_symbol(outline: Outline) -> tuple[str, str]:
    match = _SYMBOL.search(head_text(outline))
    if match is None:
        return "", ""
    return match["number"], re.sub(r"\s*([-–/])\s*", r"\1", match["symbol"]).replace("–", "-").upper()


def place_and_date(
    outline: Outline, doubts: list[Doubt] | None = None
) -> tuple[str, str, date | None, int | None]:
    """(place, the words as written, the day when it is whole, the year)."""
    whole = head_text(outline)
    match = _PLACE_DATE.search(_blanked(modern(whole), _NATION, _MOTTO, _SYMBOL))
    if match is None:
        return "", "", None, None
    place, words = (whole[match.start(part) : match.end(part)].strip() for part in ("place", 0))
    day = None
    if match["day"] and match["month"]:
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            if doubts is not None:
                said = f"{match['day']}/{match['month']}/{match['year']}"
                doubts.append(Doubt(0, "issuer", f"ngày ban hành {said} không có trong lịch"))
    place = _without_capitals(place)
    return place, words[words.find(place) :], day, int(match["year"])


def _without_capitals(place: str) -> str:
    """ "Tân Hà" of "PHƯỜNG TÂN HÀ Tân Hà": the other column of the head."""
    words = place.split()
    while len(words) > 1 and words[0].isupper() and not words[-1].isupper():
        del words[0]
    return " ".join(words)


def _blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """Every match painted over, letter for letter."""
    for pattern in patterns:
        text = pattern.sub(lambda match: "¦" * len(match[0]), text)
    return text


def strange_head(outline: Outline) -> list[Unread]:
    """Lines above the title that are no part of a letterhead."""
    whole = modern(head_text(outline))
    known = bytearray(len(whole))
    for pattern in (_NATION, _MOTTO, _SYMBOL, _PLACE_DATE, _COMMUNE_CAPITALS, _SUPERIOR, _BODIES):
        for match in pattern.finditer(whole):
            known[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found, at = [], 0
    for paragraph in outline.head:
        own = known[at : at + len(paragraph.text)]
        at += len(paragraph.text) + 1
        if sum(own) < 0.5 * len(own):
            found.append(Unread(paragraph.line, paragraph.text, "đứng trên tên kế hoạch, chưa rõ là gì"))
    return found


_BODIES = re.compile(
    rf"(?:ỦY BAN NHÂN DÂN|ĐẢNG ỦY|ĐẢNG BỘ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|VĂN PHÒNG)(?:\s+[{_UPPER}'’]+)*"
    rf"|(?:^|(?<=\s))(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+[{_UPPER}\d'’]+(?:\s+[{_UPPER}'’]+)*"
    r"|Số\s*:?[^A-ZĐ]{0,12}|ngày\b.{0,40}?năm\s*\d{4}"
)


# --- issuer ---------------------------------------------------------------------------------------


def issuer(outline: Outline, doubts: list[Doubt]) -> Issuer:
    """The body that signs: by head, lead-in and signature; its name by the head, else the name used most."""
    signature = fold(" ".join(outline.foot.signature))
    lead, head = fold(outline.lead_in), fold(head_text(outline))
    party = (
        "ban chap hanh" in signature
        or "ban thuong vu" in signature
        or "bi thu" in signature
        or lead.startswith(("dang uy", "ban thuong vu", "ban chap hanh"))
        or "dang cong san viet nam" in head
    )
    kind, name = _commune(outline, doubts)
    place, _, day, year = place_and_date(outline)
    recipients = outline.foot.recipients
    drafting = next((r.partition(":")[2].strip(" .") for r in recipients if fold(r).startswith("luu")), "")
    return Issuer(
        kind=IssuerKind.PARTY_COMMITTEE if party else IssuerKind.PEOPLE_COMMITTEE,
        unit_kind=kind,
        name=name or place,
        province=_most(outline, re.compile(rf"\btỉnh\s+(?P<name>{PROPER})")),
        place_name=place if place and place != name else "",
        style=party_style(year or 0, day) if party else "nd30",
        drafting_unit=drafting,
        superior=_superior(outline) if party else "",
    )


def _commune(outline: Outline, doubts: list[Doubt]) -> tuple[UnitKind, str]:
    whole = head_text(outline)
    sources = [whole, *(p.text for p in outline.head)]
    for at, source in enumerate(sources):
        seen = _blanked(modern(source), _NATION, _MOTTO)
        match = _LONE_COMMUNE.match(seen) if at else _COMMUNE_CAPITALS.search(seen)
        if match is not None:
            return _KINDS[fold(match["kind"])], _as_name(source[match.start("name") : match.end("name")])
    names: Counter[tuple[str, str]] = Counter()
    for _, text in texts_of(outline):
        for found in _COMMUNE.finditer(text):
            weight = 3 if text in (outline.lead_in, outline.closing) else 1
            names[(fold(found["kind"]), found["name"].strip())] += weight
    if names:
        (kind, name), _ = names.most_common(1)[0]
        return _KINDS[kind], name
    kinds = Counter(
        m for _, text in texts_of(outline) for m in re.findall(r"\b(xã|phường|thị trấn|đặc khu)\b", text)
    )
    if not place_and_date(outline)[0]:
        doubts.append(Doubt(0, "issuer", "không thấy tên xã, phường"))
    return UnitKind(kinds.most_common(1)[0][0]) if kinds else UnitKind.XA, ""


def _as_name(capitals: str) -> str:
    """ "Ea H'Leo" of "EA H'LEO"."""
    return " ".join(part.title() for part in capitals.split())


def _superior(outline: Outline) -> str:
    """ "Đảng bộ tỉnh …" above the Party committee."""
    whole = head_text(outline)
    match = _SUPERIOR.search(_blanked(modern(whole), _NATION, _MOTTO))
    return whole[match.start() : match.end()].strip() if match is not None else ""


def _most(outline: Outline, pattern: re.Pattern[str]) -> str:
    found = Counter(
        match["name"].strip() for _, text in texts_of(outline) for match in pattern.finditer(text)
    )
    return found.most_common(1)[0][0] if found else ""


# --- thôn -----------------------------------------------------------------------------------------

#: "15 người" is no thôn by the name of 15.
_NO_COUNT = r"(?!\w|\s*(?:người|đại biểu|hộ|cử tri)\b)"
_NAME = rf"(?:{WORD}(?:\s+(?:{WORD}|\d{{1,2}}[A-Z]?))*|(?:số\s+)?\d{{1,3}}[A-Z]?{_NO_COUNT})"
_LOCALITY = re.compile(rf"(?<!\w)(?P<kind>(?i:{LOCALITY_KINDS}))\s+(?P<name>{_NAME})")
_LIST = re.compile(
    rf"(?<!\w)(?P<plural>(?:các|hai|ba|bốn|\d+)\s+)?(?P<kind>(?i:{LOCALITY_KINDS}))\s*:?\s+"
    rf"(?P<names>{_NAME}(?:\s*(?:,|;|và)\s+(?:(?i:{LOCALITY_KINDS})\s+)?{_NAME})*)"
)
_NEXT = re.compile(rf"(?:\s*[,;]\s*|\s+và\s+)(?=(?:(?i:{LOCALITY_KINDS})\s+)?(?:[{_UPPER}]|\d|số))")


def localities(outline: Outline) -> tuple[Locality, ...]:
    """The thôn that the conference is held with: those of the title, else of "Đối tượng"; none means all."""
    found: dict[str, Locality] = {}
    for text in _scopes(outline):
        named = _in_capitals(text, outline) if is_capitals(text) else localities_in(text)
        for kind, name in named:
            found.setdefault(fold(f"{kind} {name}"), Locality(f"thon-{len(found) + 1}", kind, name))
    return tuple(found.values())


#: Words that end a name in capitals.
_BEHIND_NAME = re.compile(r"\s+(?:QUÝ|NĂM|THÁNG|XÃ|PHƯỜNG|TRÊN|THUỘC|ĐỢT|LẦN)\b.*", re.S)


def _in_capitals(text: str, outline: Outline) -> Iterator[tuple[str, str]]:
    """ "ẤP BÀU SIM, ẤP RẠCH CHANH QUÝ II": written as elsewhere in the plan, else as names are written."""
    elsewhere = {
        fold(f"{kind} {name}"): (kind, name)
        for _, other in texts_of(outline)
        if not is_capitals(other)
        for kind, name in localities_in(other)
    }
    for kind, name in localities_in(text):
        bare = _BEHIND_NAME.sub("", name)
        yield elsewhere.get(fold(f"{kind} {bare}"), (kind, _as_name(bare)))


def localities_of(groups: Sequence[ParticipantGroup]) -> tuple[Locality, ...]:
    """Those named among the people who are invited: "Nhân dân các xóm: Bến, Trại Ổi". One alone is where
    somebody comes from, not where the conference is held with."""
    found: dict[str, Locality] = {}
    for group in groups:
        for kind, name in localities_in(group.text) if group.level is Level.PEOPLE else ():
            found.setdefault(fold(f"{kind} {name}"), Locality(f"thon-{len(found) + 1}", kind, name))
    return tuple(found.values()) if len(found) > 1 else ()


def _scopes(outline: Outline) -> Iterator[str]:
    yield outline.title
    for node in walk(outline.sections):
        if "doi tuong" in fold(node.heading) or "dia ban" in fold(node.heading):
            yield node.heading
            yield from (block.text for block in node.blocks)
        for block in node.blocks:
            label, colon, rest = block.text.partition(":")
            if colon and len(label) < 50 and ("doi tuong" in fold(label) or "dia ban" in fold(label)):
                yield rest


def localities_in(text: str) -> Iterator[tuple[str, str]]:
    """(kind, name) of each one named: "thôn An và thôn Bình", "các buôn Ea Kao, Ea Tu", "tổ dân phố 5, 6"."""
    for match in _LIST.finditer(text):
        kind, numbered = match["kind"].lower(), False
        for at, part in enumerate(_NEXT.split(match["names"])):
            name = part.strip()
            numbered = numbered or name.startswith("số ")
            if numbered and name.isdigit():
                name = f"số {name}"  # "tổ dân phố số 1, 2, 3"
            own = _LOCALITY.fullmatch(name)
            if own is not None:
                kind, name = own["kind"].lower(), own["name"]
            elif at and not match["plural"] and not name[-1:].isdigit():
                break  # "thôn Đìa, Chủ tịch …": what follows is no thôn
            yield kind, name


# --- labels ---------------------------------------------------------------------------------------


_ANYTHING = re.compile(".*")


def labelled(
    outline: Outline, key: str, *, also_plain: bool = True, behind: re.Pattern[str] = _ANYTHING
) -> Iterator[tuple[int, str]]:
    """Texts behind a label ("- Địa điểm: …"), under a heading of that name, or in a part that is about it.
    `behind` is what may stand in the label after the key."""
    plain: list[tuple[int, str]] = []
    for node in walk(outline.sections):
        heading = fold(node.heading)
        if heading.startswith(key) and behind.fullmatch(heading[len(key) :]):
            rest = node.heading[len(key) :].strip(" :") if not node.blocks and not node.children else ""
            if rest:
                yield node.line, rest
            if not _is_list_of_labels(node):
                yield from ((block.line, block.text) for block in node.blocks)
        for block in node.blocks:
            label, colon, rest = block.text.partition(":")
            own = fold(label)
            if colon and len(label) <= 60 and own.startswith(key) and behind.fullmatch(own[len(key) :]):
                yield block.line, rest.strip()
            elif key in heading and key in fold(block.text)[:60]:
                plain.append((block.line, block.text))
    if also_plain:
        yield from plain


def _is_list_of_labels(node: Node) -> bool:
    return any(":" in block.text[:40] for block in node.blocks)


def places(outline: Outline) -> tuple[str, ...]:
    found = [
        re.sub(r"^(?:tại|Tại|dự kiến tại|Dự kiến tại)\s*:?\s+", "", text).strip(" .;")
        for _, text in labelled(outline, "dia diem", also_plain=False)
    ]
    return tuple(dict.fromkeys(place[0].upper() + place[1:] for place in found if place))


def form(outline: Outline) -> str:
    return next((text.strip() for _, text in labelled(outline, "hinh thuc", also_plain=False)), "")
