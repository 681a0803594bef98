"""Who comes to the conference of an old plan and what is done there: chairs to programme, copies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dialogue_desktop.domain.plan import (
    Bullet,
    Chair,
    ChairRole,
    CopyPurpose,
    Level,
    Official,
    ParticipantGroup,
    ProgrammeStep,
    Secretary,
)
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_facts import (
    LOCALITY_KINDS,
    PROPER,
    WORD,
    labelled,
    texts_of,
    walk,
)
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline
from dialogue_desktop.exchange.plan_reading_types import Doubt, ReadBlock

_PEOPLE = re.compile(r"(?P<n>\d{1,4})\s+(?:người|công dân|đại biểu|hộ)\b", re.I)
_COPIES = re.compile(r"(?P<total>\d{1,2})\s+bản\s*:\s*(?P<rest>[^)]+)", re.I)
_COPY = re.compile(r"(?P<count>\d{1,2})\s+bản\s+(?P<label>[^;]+)", re.I)

# --- people ---------------------------------------------------------------------------------------

_BODIES = r"đảng\s+(?:ủy|uỷ)|HĐND|UBND|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân"
_POSITION = re.compile(
    rf"(?:(?:các\s+)?phó\s+)?(?:chủ tịch|bí thư)(?:\s+(?:{_BODIES}))?"
    rf"(?:\s*[-–]\s*chủ tịch\s+(?:{_BODIES}))?"
    rf"(?:\s+(?:cấp\s+)?(?:xã|phường|thị trấn|đặc khu)(?:\s+(?-i:{PROPER}))?)?",
    re.I,
)


_PERSON = re.compile(
    r"(?P<honorific>ông|bà|anh|chị|đồng chí|đ/c)\s+"
    rf"(?P<name>(?-i:{WORD}(?:\s+{WORD}){{1,4}}))(?:\s*[,(-]\s*(?P<position>.+))?",
    re.I,
)
_CHAIR_LABELS = (
    ("chu tri", ChairRole.CHAIR),
    ("dong chu tri", ChairRole.CO_CHAIR),
    ("cung chu tri", ChairRole.DEPUTY),
    ("pho chu tri", ChairRole.DEPUTY),
)


def chairs(outline: Outline, doubts: list[Doubt]) -> tuple[Chair, ...]:
    """Who chairs: by the lines "Chủ trì", "Đồng chủ trì" …, else by the title, which then is a doubt."""
    found: list[tuple[Official, ChairRole]] = []
    for key, role in _CHAIR_LABELS:
        said = [text for _, text in labelled(outline, key, also_plain=False)]
        people = next((own for text in said if (own := _chairing(text))), [])
        found += [(person, role) for person in people]
    if not found:
        line, people = _organisers(outline)
        found = [(person, ChairRole.CHAIR) for person in people]
        reason = "kế hoạch không có dòng “Chủ trì”; hiểu theo tên kế hoạch"
        doubts.append(Doubt(line, "chairs", reason if found else "không thấy người chủ trì"))
    result: list[Chair] = []
    for index, (person, role) in enumerate(dict.fromkeys(found), 1):
        if role is ChairRole.CHAIR and "phó" in person.position.casefold().split():
            role = ChairRole.DEPUTY
        elif role is ChairRole.CHAIR and index > 1:
            role = ChairRole.CO_CHAIR
        result.append(Chair(replace(person, id=f"chu-tri-{index}"), role))
    return tuple(result)


def _chairing(text: str) -> list[Official]:
    """The people of one line: by name where a person is named, else by the positions in it."""
    named = [match for part in text.split(";") if (match := _PERSON.search(part)) is not None]
    if named:
        return [
            Official("", match["name"], (match["position"] or "").strip(" .,)"), match["honorific"].lower())
            for match in named
        ]
    return [Official("", "", _tidy_position(match[0])) for match in _POSITION.finditer(text)]


def _organisers(outline: Outline) -> tuple[int, list[Official]]:
    """Those whom the title names before "với Nhân dân", else the heads of the "Ban tổ chức"."""
    people = _chairing(_before_with(outline.title))
    if people:
        return outline.title_line, people
    line = 0
    for node in walk(outline.sections):
        if "ban to chuc" not in fold(node.heading):
            continue
        for block in node.blocks:
            if re.search(r"(?:trưởng|phó)\s+ban", block.text, re.I):
                line = line or block.line
                people += _chairing(block.text)[:1]
    return line, people


def _before_with(title: str) -> str:
    """The title up to "với Nhân dân"."""
    match = re.search(r"\svới\s+(?:nhân dân|công dân)", title, re.I)
    return title[: match.start()] if match else title


def _tidy_position(text: str) -> str:
    text = re.sub(r"\s*[-–]\s*", " - ", " ".join(text.split()).strip(" ,.-–"))
    return text[0].upper() + text[1:] if not text.startswith("các") else text


#: "và" joins two people only where the words behind it begin one: "HĐND và UBND" is one office.
_NEXT_PERSON = re.compile(
    r";|,\s+(?=\d{2}\s)"
    r"|\s+và\s+(?=\d{1,2}\s|ông |bà |đồng chí |đ/c |công chức |cc |cán bộ |đại diện |người )",
    re.I,
)


def secretaries(outline: Outline) -> tuple[Secretary, ...]:
    for _, text in labelled(outline, "thu ky", also_plain=False):
        parts = [part.strip(" .;") for part in _NEXT_PERSON.split(text) if part.strip(" .;")]
        return tuple(_secretary(index, part) for index, part in enumerate(parts, 1))
    return ()


def _secretary(index: int, text: str) -> Secretary:
    citizen = bool(re.search(r"người dân|nhân dân(?! xã|,|$)|công dân", text, re.I))
    match = _PERSON.match(text)
    if match is None:
        return Secretary(Official(f"thu-ky-{index}", "", text), citizen)
    position = (match["position"] or "").strip(" .,)")
    return Secretary(
        Official(f"thu-ky-{index}", match["name"], position, match["honorific"].lower()), citizen
    )


_HIGHER = re.compile(r"cấp trên|tỉnh|thành ủy|huyện|thị xã|thị ủy", re.I)


def participants(outline: Outline) -> tuple[tuple[ParticipantGroup, ...], int | None]:
    """Groups as written, and how many people are meant to come."""
    groups: list[ParticipantGroup] = []
    for node in walk(outline.sections):
        if _is_participants(node) and not any(_is_participants(child) for child in node.children):
            groups += _groups(node, len(groups))
    people: list[int] = []
    for node in walk(outline.sections):
        for text in (node.heading, *(block.text for block in node.blocks)):
            people += [int(match["n"]) for match in _PEOPLE.finditer(text) if int(match["n"]) >= 10]
    return tuple(groups), Counter(people).most_common(1)[0][0] if people else None


def _is_participants(node: Node) -> bool:
    key = fold(node.heading)
    return key.startswith("thanh phan") and "ban to chuc" not in key and len(key) < 60


def _groups(node: Node, already: int) -> list[ParticipantGroup]:
    found: list[ParticipantGroup] = []
    level = None
    for block in (*node.blocks, *(b for child in node.children for b in _child_blocks(child))):
        text = block.text.strip(" ;.")
        label = fold(text.partition(":")[0])
        if text.endswith(":") or block.text.rstrip().endswith(":"):
            level = _level(text)
            continue
        if label.startswith(("chu tri", "dong chu tri", "cung chu tri", "pho chu tri", "thu ky", "chi tieu")):
            continue
        expected = _PEOPLE.search(text)
        own = _level(text)
        number = int(expected["n"]) if expected and int(expected["n"]) >= 10 else None
        found.append(
            ParticipantGroup(
                f"thanh-phan-{already + len(found) + 1}",
                text,
                own if own is Level.PEOPLE else level or own,
                number,
            )
        )
    return found


def _child_blocks(node: Node) -> list[ReadBlock]:
    head = node.heading
    if head and node.blocks:
        return [ReadBlock(node.line, f"{head}: {node.blocks[0].text}"), *node.blocks[1:]]
    return [ReadBlock(node.line, head)] if head else list(node.blocks)


def _level(text: str) -> Level:
    start = fold(text)[:60]
    if (
        "nhan dan" in start
        and not start.startswith(("hoi dong", "uy ban"))
        and "hoi dong nhan dan" not in start
    ):
        return Level.PEOPLE
    if _HIGHER.search(text[:60]):
        return Level.HIGHER
    if re.search(rf"\b(?:{LOCALITY_KINDS})\b", text[:40], re.I):
        return Level.LOCALITY
    return Level.COMMUNE


# --- topics, programme, copies --------------------------------------------------------------------


def topics(outline: Outline) -> tuple[str, ...]:
    """What is talked about: the blocks under "Nội dung …"."""
    for node in walk(outline.sections):
        if (
            fold(node.heading).startswith("noi dung")
            and node.blocks
            and "thanh phan" not in fold(node.heading)
        ):
            return tuple(block.text.strip() for block in node.blocks)
    return ()


_PROGRAMME = re.compile(r"chuong tr?\s?i?nh|trinh tu")


def programme(outline: Outline) -> tuple[ProgrammeStep, ...]:
    """The steps under "Trình tự" or "Chương trình", each with its plus items as details."""
    best: Sequence[ReadBlock] = ()
    for node in walk(outline.sections):
        key = fold(node.heading)
        if node.blocks and _PROGRAMME.search(key) and (not best or "trinh tu" in key):
            best = node.blocks
        for index, block in enumerate(node.blocks):
            if re.search(r"theo trinh tu(?: sau)?$", fold(block.text).rstrip(" :")) and not best:
                best = _items_after(node.blocks, index)
    steps: list[ProgrammeStep] = []
    for block in best:
        if block.bullet is Bullet.PLUS and steps:
            steps[-1] = replace(steps[-1], details=(*steps[-1].details, block.text))
        else:
            speaking = bool(re.search(r"nhan dan.{0,30}(?:phat bieu|trao doi)", fold(block.text)))
            steps.append(ProgrammeStep(f"buoc-{len(steps) + 1}", block.text, speaking=speaking))
    return tuple(steps)


def _items_after(blocks: Sequence[ReadBlock], index: int) -> list[ReadBlock]:
    found: list[ReadBlock] = []
    for block in blocks[index + 1 :]:
        if block.bullet is Bullet.DASH:
            found.append(block)
        elif found:
            break
    return found


def copies(outline: Outline) -> tuple[CopyPurpose, ...]:
    """ "gồm 03 bản: 01 bản niêm yết …; 01 bản lưu …"."""
    for _, text in texts_of(outline):
        match = _COPIES.search(text)
        if match is not None:
            parts = [
                (int(part["count"]), part["label"].strip(" ;.")) for part in _COPY.finditer(match["rest"])
            ]
            return tuple(
                CopyPurpose(f"ban-{index}", label, count, "niem yet" in fold(label))
                for index, (count, label) in enumerate(parts, 1)
            )
    return ()


_BACKDROP = re.compile(r"(?:tip|tuýp|típ) chữ|maket|ma két|phông chữ", re.I)


def backdrop(outline: Outline) -> str:
    """The lines of the backdrop where the plan gives them ("Nội dung tip chữ:")."""
    for node in walk(outline.sections):
        for index, block in enumerate(node.blocks):
            if _BACKDROP.search(block.text) and block.text.rstrip().endswith(":"):
                lines = []
                for following in node.blocks[index + 1 :]:
                    if following.bullet is not Bullet.PARAGRAPH:
                        break
                    lines.append(following.text)
                return "\n".join(lines)
    return ""
