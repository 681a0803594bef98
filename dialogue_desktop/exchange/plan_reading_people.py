"""Who comes to the conference of an old plan: chairs, secretaries, organising board, groups (P5, P8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dialogue_desktop.domain.plan import Chair, ChairRole, Level, Official, ParticipantGroup, Secretary
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_facts import LOCALITY_KINDS, PROPER, WORD, labelled
from dialogue_desktop.exchange.plan_reading_lines import CELL
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, walk
from dialogue_desktop.exchange.plan_reading_spelling import modern
from dialogue_desktop.exchange.plan_reading_types import Doubt, ReadBlock, ReadOrganiser

_BODIES = r"đảng\s+ủy|HĐND|UBND|ủy ban nhân dân|hội đồng nhân dân"
_POSITION = re.compile(
    rf"(?:(?:các\s+)?phó\s+)?(?:chủ tịch|bí thư)(?!\s+(?:nước|quốc hội|chi bộ|đoàn))(?:\s+(?:{_BODIES}))?"
    rf"(?:\s*[-–]\s*(?:phó\s+)?chủ tịch\s+(?:{_BODIES}))?"
    rf"(?:\s+(?:cấp\s+)?(?:xã|phường|thị trấn|đặc khu)(?:\s+(?-i:{PROPER}))?)?",
    re.I,
)
#: "đồng chí Chánh Văn phòng" names an office and nobody.
_OFFICE = (
    r"(?:phó\s+(?:chủ|bí|trưởng|chánh|giám|ban)|chánh\s+(?:văn|thanh)|trưởng\s+(?:ban|phòng|thôn|công)"
    r"|công\s+(?:chức|an)|đại\s+(?:diện|biểu)|(?:cán|thường|lãnh|giám|hiệu)\s+(?:bộ|trực|đạo|đốc|trưởng)"
    r"|[ủu][yỷ]\s+viên|chủ\s+(?:tịch|nhiệm)|bí\s+thư)\b"
)
_PERSON = re.compile(
    r"(?P<honorific>ông|bà|anh|chị|đồng chí|đ/c|đc)\s*:?\s+"
    rf"(?!{_OFFICE})(?P<name>(?-i:{WORD}(?:\s+{WORD}){{1,4}}))(?:\s*[,(–-]\s*(?P<position>.+))?",
    re.I,
)
_CHAIR_LABELS = (
    ("chu tri", ChairRole.CHAIR),
    ("nguoi chu tri", ChairRole.CHAIR),
    ("chu toa", ChairRole.CHAIR),
    ("dong chu tri", ChairRole.CO_CHAIR),
    ("cung chu tri", ChairRole.DEPUTY),
    ("pho chu tri", ChairRole.DEPUTY),
)
#: What may stand behind "Chủ trì" in a label: not "Chủ trì kết luận: …".
_CHAIR_LABEL = re.compile(r"(?: (?:hoi nghi|doi thoai|buoi|cuoc|phien|la|gom|du kien)\b.*)?")
_LABELS = tuple(label for label, _ in _CHAIR_LABELS)
BY_TITLE = "kế hoạch không có dòng “Chủ trì”; hiểu theo tên kế hoạch"
BY_BOARD = "kế hoạch không có dòng “Chủ trì”; hiểu theo ban tổ chức"
BY_SENTENCE = "kế hoạch không có dòng “Chủ trì”; hiểu theo câu này"


def chairs(outline: Outline, doubts: list[Doubt]) -> tuple[Chair, ...]:
    """Who chairs: by the lines "Chủ trì", "Đồng chủ trì" …, else by what the plan says of it elsewhere, which
    then is a doubt."""
    found: list[tuple[Official, ChairRole]] = []
    for key, role in _CHAIR_LABELS:
        said = [text for _, text in labelled(outline, key, also_plain=False, behind=_CHAIR_LABEL)]
        found += next((own for text in said if (own := _with_roles(text, role))), [])
    if not found:
        found = _with_role_behind(outline)
    if not found:
        line, people, reason = _organisers(outline)
        found = [(person, ChairRole.CHAIR) for person in people]
        if reason:
            doubts.append(Doubt(line, "chairs", reason if found else "không thấy người chủ trì"))
    result: list[Chair] = []
    for index, (person, role) in enumerate(dict.fromkeys(found), 1):
        if role is ChairRole.CHAIR and "phó" in person.position.casefold().split():
            role = ChairRole.DEPUTY
        elif role is ChairRole.CHAIR and index > 1:
            role = ChairRole.CO_CHAIR
        result.append(Chair(replace(person, id=f"chu-tri-{index}"), role))
    return tuple(result)


#: "Đ/c Bí thư Đảng ủy, đ/c Chủ tịch UBND phường đồng chủ trì."
_ROLE_BEHIND = re.compile(
    r"(?P<who>.{5,160}?)\s*[-–,(:]?\s*(?P<role>(?:(?:đồng|cùng|phó)\s+)?chủ trì)\s*\)?\s*[.;]?", re.I
)


def _with_role_behind(outline: Outline) -> list[tuple[Official, ChairRole]]:
    """Those of the participants at the end of whose line it stands that they chair."""
    found: list[tuple[Official, ChairRole]] = []
    for node in walk(outline.sections):
        for block in node.blocks if is_participants(node.heading) else ():
            match = _ROLE_BEHIND.fullmatch(block.text)
            if match is not None:
                role = dict(_CHAIR_LABELS)[fold(match["role"])]
                if role is ChairRole.CO_CHAIR and not found:
                    role = ChairRole.CHAIR
                found += [(person, role) for person in chairing(match["who"])]
    return found


_ROLE_INSIDE = re.compile(r"\s*(?P<role>(?:đồng|cùng|phó)\s+chủ trì)\s*:\s*", re.I)


def _with_roles(text: str, role: ChairRole) -> list[tuple[Official, ChairRole]]:
    """The people of a line on which others may follow with a role of their own ("…; đồng chủ trì: …")."""
    found: list[tuple[Official, ChairRole]] = []
    rest = text
    while rest:
        inside = _ROLE_INSIDE.search(rest)
        own, rest_role = (rest, "") if inside is None else (rest[: inside.start()], fold(inside["role"]))
        found += [(person, role) for person in chairing(own, whole=bool(found))]
        if inside is None:
            break
        rest, role = rest[inside.end() :], dict(_CHAIR_LABELS)[rest_role]
    return found


def chairing(text: str, *, whole: bool = False) -> list[Official]:
    """The people of one line: by name where a person is named, else by the positions in it; else, `whole`,
    the words themselves."""
    people = _named(text)
    if people:
        return people
    seen = modern(text)
    if whole and _POSITION.search(seen) is None and text.strip(" .;"):
        return [Official("", "", _tidy_position(text.strip(" .;")))]
    return [
        Official("", "", _tidy_position(text[match.start() : match.end()]))
        for match in _POSITION.finditer(seen)
    ]


def _named(text: str) -> list[Official]:
    named = [match for part in text.split(";") if (match := _PERSON.search(part)) is not None]
    return [
        Official("", match["name"], (match["position"] or "").strip(" .,)"), match["honorific"].lower())
        for match in named
    ]


def _organisers(outline: Outline) -> tuple[int, list[Official], str]:
    """(line, people, reason): those whom the title names before "với Nhân dân", else who "chủ trì hội nghị",
    else the heads of the "Ban tổ chức". No reason to doubt where title and sentence agree."""
    titled = chairing(_before_with(outline.title))
    line, said = _sentenced(outline)
    if titled:
        agree = {fold(one.position) for one in titled} == {fold(one.position) for one in said}
        return outline.title_line, titled, "" if agree else BY_TITLE
    if said:
        return line, said, BY_SENTENCE
    people: list[Official] = []
    board = [one for one in organisers(outline) if re.search(r"(?:trưởng|phó)\s+ban", one.text, re.I)]
    for one in board:
        people += chairing(one.text)[:1]
    return (board[0].line if board else 0), people, BY_BOARD


def _sentenced(outline: Outline) -> tuple[int, list[Official]]:
    """ "Đồng chí Bí thư … và đồng chí Chủ tịch … chủ trì hội nghị"."""
    for node in walk(outline.sections):
        for block in node.blocks:
            match = re.match(
                r"(?P<who>.{5,160}?)\s+chủ trì\s+(?:hội nghị|buổi|cuộc|đối thoại)", block.text, re.I
            )
            if match is not None and (people := chairing(match["who"])):
                return block.line, people
    return 0, []


def _before_with(title: str) -> str:
    """The title up to "với Nhân dân"."""
    match = re.search(r"\svới\s+(?:nhân dân|công dân|người dân|các hộ)", title, re.I)
    return title[: match.start()] if match else title


def _tidy_position(text: str) -> str:
    text = re.sub(r"\s*[-–]\s*", " - ", " ".join(text.split()).strip(" ,.-–"))
    return text[0].upper() + text[1:] if not text.startswith("các") else text


# --- secretaries ------------------------------------------------------------------------------------

#: "và" joins two people only where the words behind it begin one: "HĐND và UBND" is one office.
_NEXT_PERSON = re.compile(
    r";|,\s+(?=\d{2}\s)"
    r"|\s+và\s+(?=\d{1,2}\s|ông |bà |đồng chí |đ/c |công chức |cc |cán bộ |đại diện |người )",
    re.I,
)
_WRITES = re.compile(
    r"\s(?:và\s+)?(?:là|làm|cử|đảm nhiệm)\s+(?:tổ\s+)?thư ký(?:\s+ghi biên bản|\s+hội nghị)?", re.I
)
BY_PROGRAMME = "người ghi biên bản hiểu theo câu này"


def secretaries(outline: Outline, doubts: list[Doubt]) -> tuple[Secretary, ...]:
    for _, text in labelled(outline, "thu ky", also_plain=False):
        parts = [part.strip(" .;") for part in _NEXT_PERSON.split(text) if part.strip(" .;")]
        return tuple(_secretary(index, part) for index, part in enumerate(parts, 1))
    for node in walk(outline.sections):
        for block in node.blocks:
            match = re.search(r"\s(?:và\s+)?(?:là|làm)\s+thư ký\b", block.text, re.I)
            if match is not None and (who := _office(block.text)):
                doubts.append(Doubt(block.line, "secretaries", BY_PROGRAMME))
                return (_secretary(1, who),)
    return ()


def _office(sentence: str) -> str:
    match = re.match(
        r"(?:Văn phòng|Công chức|Cán bộ)\b.{0,60}?(?=\s(?:nêu|tuyên bố|thông qua|giới thiệu|là|làm)\b)",
        sentence,
    )
    return match[0].strip() if match is not None else ""


def _secretary(index: int, text: str) -> Secretary:
    citizen = bool(re.search(r"người dân|nhân dân(?! xã|,|$)|công dân", text, re.I))
    match = _PERSON.match(text)
    if match is None:
        return Secretary(Official(f"thu-ky-{index}", "", text), citizen)
    position = (match["position"] or "").strip(" .,)")
    return Secretary(
        Official(f"thu-ky-{index}", match["name"], position, match["honorific"].lower()), citizen
    )


# --- organising board -------------------------------------------------------------------------------

_BOARD_ROLES = (
    ("phó ban", r"phó\s+(?:trưởng\s+)?ban"),
    ("trưởng ban", r"trưởng\s+ban(?:\s+tổ\s+chức)?\b"),
    ("thư ký", r"thư\s+ký"),
    ("thành viên", r"(?:làm\s+|ủy\s+viên|thành\s+viên)"),
    ("dự", r"\bdự\b"),
)


def organisers(outline: Outline) -> tuple[ReadOrganiser, ...]:
    """The lines under "Ban tổ chức", each with what it is there."""
    found: list[ReadOrganiser] = []
    for node in walk(outline.sections):
        if "ban to chuc" in fold(node.heading):
            found += [
                ReadOrganiser(block.line, _role(block.text), block.text.strip(" ;.")) for block in node.blocks
            ]
    return tuple(found)


def _role(text: str) -> str:
    seen = modern(text)
    return next((role for role, pattern in _BOARD_ROLES if re.search(pattern, seen, re.I)), "")


# --- participants -----------------------------------------------------------------------------------

_PEOPLE = re.compile(r"(?P<n>\d{1,4})\s+(?:người|công dân|đại biểu|hộ)\b", re.I)
_PER_SESSION = re.compile(
    r"(?P<n>\d{1,4})\s+(?:người|đại biểu|công dân|hộ(?: dân)?)\s*/\s*(?:01\s+|1\s+)?(?:cuộc|hội nghị|buổi)"
    r"|mỗi\s+(?:cuộc|hội nghị|buổi)\D{0,30}?(?P<each>\d{1,4})\s+(?:người|đại biểu|công dân)",
    re.I,
)
_NUMBERS = re.compile(r"\b(?:số lượng|tổng số|dự kiến|khoảng)\b", re.I)
_HIGHER = re.compile(r"cấp trên|tỉnh|thành ủy|thành phố|huyện|thị xã|thị ủy|trung ương", re.I)
_COMMUNE_WORD = re.compile(r"(?<!thị )\b(?:xã|phường|thị trấn|đặc khu)\b")
_NOT_GROUPS = (*_LABELS, "thu ky", "chi tieu", "so luong", "tong so")


def participants(outline: Outline) -> tuple[ParticipantGroup, ...]:
    """Groups as written."""
    groups: list[ParticipantGroup] = []
    for node in walk(outline.sections):
        if is_participants(node.heading) and not any(is_participants(c.heading) for c in node.children):
            groups += _groups(node, len(groups))
    return tuple(groups)


def people_per_session(outline: Outline) -> int | None:
    """ "50 người/ cuộc"."""
    for _, text in _all(outline):
        match = _PER_SESSION.search(text)
        if match is not None:
            return int(match["n"] or match["each"])
    return None


#: "mỗi xóm 15 người" is no number of all who come.
_EACH = re.compile(rf"\bmỗi\s+(?:{LOCALITY_KINDS}|hộ|chi hội|chi bộ|đoàn thể)\b[^.,;:\d]{{0,30}}$", re.I)


def expected_people(outline: Outline, doubts: list[Doubt]) -> int | None:
    """How many people are meant to come: the number of the line on numbers, else the one said most often."""
    said: list[tuple[int, int, bool]] = []
    for line, text in _all(outline):
        together = _number_in(text)
        for match in _PEOPLE.finditer(text):
            if int(match["n"]) >= 10 and not _EACH.search(text[: match.start()]):
                plain = bool(_NUMBERS.search(text[: match.start()]))
                number = together if together is not None and not plain else int(match["n"])
                said.append((line, number, plain))
    if not said:
        return None
    sure = [number for _, number, plain in said if plain]
    numbers = sure or [number for _, number, _ in said]
    chosen = max(numbers, key=numbers.count)
    if len(set(numbers)) > 1 and numbers.count(chosen) == 1 and not sure:
        doubts.append(Doubt(said[0][0], "participants", "kế hoạch ghi nhiều con số người dự; lấy số đầu"))
        return numbers[0]
    return chosen


def _all(outline: Outline) -> Iterator[tuple[int, str]]:
    for node in walk(outline.sections):
        yield node.line, node.heading
        yield from ((block.line, block.text) for block in node.blocks)


_ABOUT_PEOPLE = (
    "thanh phan",
    "doi tuong, thanh phan",
    "so luong, thanh phan",
    "dai bieu tham du",
    "dai bieu du",
    "nguoi tham du",
    "khach moi",
)


def is_participants(heading: str) -> bool:
    key = fold(heading)
    return key.startswith(_ABOUT_PEOPLE) and "ban to chuc" not in key and len(key) < 60


def _groups(node: Node, already: int) -> list[ParticipantGroup]:
    found: list[ParticipantGroup] = []
    level = None
    for block in (*node.blocks, *(b for child in node.children for b in _child_blocks(child))):
        text = block.text.strip(" ;.")
        label = fold(text.partition(":")[0])
        if block.text.rstrip(" ;.").endswith(":"):
            level = _level(text)
            continue
        if label.startswith(_NOT_GROUPS) or CELL in text:
            continue
        own, number = _level(text), _number_in(text)
        found.append(
            ParticipantGroup(
                f"thanh-phan-{already + len(found) + 1}",
                text,
                own if own is Level.PEOPLE else level or own,
                number,
            )
        )
    return found


def _number_in(text: str) -> int | None:
    """ "… (80 người), … (60 người)" are 140; else the first number said."""
    each = [int(n) for n in re.findall(r"\((\d{1,4})\s+(?:người|đại biểu|công dân)\)", text)]
    if len(each) > 1:
        return sum(each)
    found = _PEOPLE.search(text)
    return int(found["n"]) if found is not None and int(found["n"]) >= 10 else None


def _child_blocks(node: Node) -> list[ReadBlock]:
    head = node.heading
    if head and node.blocks:
        if node.blocks[0].line != node.line:  # its own line, the groups below it
            return [ReadBlock(node.line, f"{head}:"), *node.blocks]
        return [ReadBlock(node.line, f"{head}: {node.blocks[0].text}"), *node.blocks[1:]]
    return [ReadBlock(node.line, head)] if head else list(node.blocks)


def _level(text: str) -> Level:
    start = fold(text)[:60]
    if re.search(r"\b(?:ba con|nguoi dan|cong dan|ho dan|ho gia dinh|dong bao)\b", start):
        return Level.PEOPLE
    if (
        "nhan dan" in start
        and not start.startswith(("hoi dong", "uy ban"))
        and "hoi dong nhan dan" not in start
        and "uy ban nhan dan" not in start
    ):
        return Level.PEOPLE
    invited = re.search(r"\bmời\s", text[:60])
    higher, commune = _HIGHER.search(text[:60]), _COMMUNE_WORD.search(text[:60])
    if invited and higher is None:
        higher = _HIGHER.search(text[invited.end() : invited.end() + 40])
        commune = None
    if higher is not None and (commune is None or higher.start() < commune.start()):
        return Level.HIGHER
    if re.search(rf"\b(?:{LOCALITY_KINDS})\b", text[:40], re.I):
        return Level.LOCALITY
    return Level.COMMUNE
