"""Who stands in a cell of names: persons, groups, or nobody named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dialogue_desktop.domain.person_words import split_honorific
from dialogue_desktop.domain.text_vi import fold, one_line


@dataclass(frozen=True, slots=True)
class People:
    """`persons` are (honorific, name); `group` is a group in its own words. `address` stood behind a name.
    `positions` are offices that stood behind a name. `notes` and `doubts` are sentences."""

    persons: tuple[tuple[str, str], ...] = ()
    group: str = ""
    anonymous: bool = False
    address: str = ""
    positions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


_NOBODY = frozenset(
    "an danh|khong neu ten|khong ghi ten|giau ten|nac danh|khong ro ten|khong ten|khong ho ten|xin giau ten"
    "|khong cong khai ten|xin khong neu ten|khong ghi ho ten|khong neu ho ten|cong dan khong neu ten".split(
        "|"
    )
)
_BOTH = re.compile(r"^(?:ông\s*[/,(]\s*bà\)?|ông\s*\(bà\)|ô\s*/\s*b)\s*[:.]?\s*", re.IGNORECASE)
_COMRADE = re.compile(r"\bđ(?:/c|\.c|c)(?=[\s.:])[.:]?", re.IGNORECASE)
_SHORT = {"ô": "ông", "b": "bà"}
_SHORT_HONORIFIC = re.compile(r"^(ô|b)\s*[.:]\s*|^(đồng chí)\s*:?\s+", re.IGNORECASE)
_HONORIFIC_MARK = re.compile(r"^(ông|bà|anh|chị|cô|chú|bác|cụ)\s*[:.]\s*", re.IGNORECASE)
_LIST_MARK = re.compile(r"^(?:\d{1,2}\s*[.)/]|[-+•*])\s*")
_HOUSEHOLD = re.compile(
    r"^(?:hộ|gia đình|hộ gia đình|đại diện|đại diện hộ|nhà)(?=\s+(?:ông|bà|anh|chị|cụ)\b)\s+", re.I
)
_COUPLE = re.compile(r"^vợ chồng\s+(?=(?:ông|bà|anh|chị)\b)", re.I)
_DIVIDER = re.compile(r"\s*[;\n&+/]\s*|\s*,\s*|\s+(?:và|cùng|với)\s+(?=\S)")
_BRACKETS = re.compile(r"\(([^)]*)\)?")
_DASH = re.compile(r"\s+[-–—]\s+")

_GROUP = re.compile(
    r"^(?:nhom|tap the|ba con|nhan dan|cu tri|cac |mot so|ho dan|toan the|dong dao|hoi |chi hoi|chi bo"
    r"|chi doan"
    r"|ban cong tac|ban |doan |doi |mat tran|tat ca|nhieu|dai dien|cong dan|nguoi dan|dan )"
    r"|^(?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+(?:ho|nguoi|gia dinh|cong dan|cu tri|nha|dang vien)\b"
)
_POSITION = re.compile(
    r"^(?:nguyen |pho )?(?:truong thon|truong xom|bi thu|chu tich|chi hoi truong|chi hoi pho|to truong|to pho"
    r"|truong ban|dai bieu|dang vien|hoi vien|can bo|thon doi truong|cong an vien|giao vien|y ta|nong dan"
    r"|truong khu|nguoi co uy tin|doan vien|cuu chien binh|chu ho|nguoi cao tuoi|ban cong tac|trong thon)\b"
)
# Words for groups that are family names too.
_FAMILY_NAMES = ("đoàn", "ban", "hội", "đội", "dân", "các")
_PLACE = re.compile(r"^(?:thon|xom|to dan pho|tdp|khu|ap|ban|doi|ngo|so nha|sn|lang|buon|to)\b\s*\S")
_PLAIN_HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "cụ"})
#: With these begins what may be a group, a position or a place; accent-free.
_FIRST_WORDS = frozenset(
    (
        "nhom tap ba nhan cu cac mot ho toan dong hoi chi ban doan doi mat tat nhieu dai cong nguoi dan"
        " truong pho bi chu to can thon xom khu ap ngo so lanh lang buon hai bon nam sau bay tam chin muoi"
        " khong an giau nac xin dang cuu nong giao thanh phu gia vo ong y uy hop"
    ).split()
)
_first_key = lru_cache(maxsize=5_000)(fold)
_LED = re.compile(r"\s*[,:;(-]?\s*(?:do|(?:người )?đại diện(?: là)?)\s*:?\s+", re.IGNORECASE)
_ENDING = re.compile(r"\s+(?:làm\s+)?đại diện\s*$", re.IGNORECASE)
_LONGEST_NAME = 60


def read_people(text: str) -> People:
    """ "Ông Nguyễn Văn An, bà Lê Thị Ổn" gives two persons; "nhóm 5 hộ xóm Đình" a group. Names keep their
    spelling; only names in capitals, or without any, get the usual ones, and that is said."""
    return _plain(text) or _read(text)


def _plain(text: str) -> People | None:
    """One person written as nearly all are, "Bà Lê Thị Ổn", at once; None for what has to be looked at."""
    words = text.split(" ")
    first = words[0].lower()
    honorific = first if first in _PLAIN_HONORIFICS and len(words) > 1 else ""
    names = words[1:] if honorific else words
    if not 2 <= len(names) <= 5 or _first_key(names[0]) in _FIRST_WORDS:
        return None
    if not all(name.isalpha() and name[:1].isupper() and name[1:].islower() for name in names):
        return None
    return People(((honorific, " ".join(names)),))


def _read(text: str) -> People:
    whole = text.strip(" \n.,;:-–")
    if not whole:
        return People()
    key = fold(whole).strip("()[] .")
    if key in _NOBODY:
        return People(anonymous=True)
    reading = _Reading()
    rest = _BOTH.sub("", _COMRADE.sub("đồng chí", whole))
    for inside in _BRACKETS.findall(rest):
        reading.beside(inside.strip())
    reading.take(_BRACKETS.sub(" ", rest))
    return reading.result()


class _Reading:
    """Collects what the segments of one cell are."""

    def __init__(self) -> None:
        self._persons: list[tuple[str, str]] = []
        self._group: list[str] = []
        self._address: list[str] = []
        self._late: list[str] = []
        self._positions: list[str] = []
        self._notes: list[str] = []
        self._doubts: list[str] = []

    def beside(self, text: str) -> None:
        """What stood in brackets: who leads a group, a position, an address."""
        if text:
            self._late.append(text)

    def take(self, text: str) -> None:
        for line in text.split("\n"):
            line = one_line(line)
            bare = _LIST_MARK.sub("", line)
            if _is_group(bare):
                self._take_group(bare)
                continue
            for part in _parts(line):
                self._take_part(part)

    def result(self) -> People:
        for text in self._late:
            led = _LED.split(text, maxsplit=1)
            if len(led) == 2:
                self._take_part(_ENDING.sub("", led[1]))
            elif _honorific(text)[0]:
                self._take_part(text)
            elif _PLACE.match(fold(text)):
                self._address.append(text)
            elif _POSITION.match(fold(text)):
                self._positions.append(text)
            else:
                self._group.append(text)
        names = [name for _, name in self._persons]
        if any(len(name) > _LONGEST_NAME or len(name.split()) > 8 for name in names):
            self._doubts.append("Chữ trong ô họ tên dài hơn một họ tên; hãy xem có lẫn nội dung khác không.")
        elif any(any(letter.isdigit() for letter in name) for name in names):
            self._doubts.append("Trong họ tên có chữ số.")
        return People(
            tuple(dict.fromkeys(self._persons)),
            ", ".join(self._group),
            False,
            ", ".join(self._address),
            tuple(self._positions),
            tuple(dict.fromkeys(self._notes)),
            tuple(self._doubts),
        )

    def _take_group(self, line: str) -> None:
        """ "nhóm 5 hộ do ông Trần Văn Bảy đại diện": the group, and the person who leads it."""
        led = _LED.split(line, maxsplit=1)
        if len(led) == 2 and led[0].strip():
            self._group.append(led[0].strip(" ,:;-"))
            for part in _parts(_ENDING.sub("", led[1])):
                self._take_part(part)
            return
        if led[-1] != line and _honorific(led[-1])[0]:  # "Đại diện: bà Lê Thị Ổn"
            self._take_part(led[-1])
            return
        before, colon, after = line.partition(":")
        if colon and _honorific(after.strip())[0]:  # "Chi hội Phụ nữ: bà Lê Thị Ổn"
            self._take_part(after)
            line = before
        self._group.append(line.strip(" ,:;-"))

    def _take_part(self, part: str) -> None:
        part = _LIST_MARK.sub("", part.strip(" .,:;"))
        if not part:
            return
        couple = _COUPLE.match(part)
        if couple:
            part = part[couple.end() :]
            self._group.append("vợ chồng")
        part = _BOTH.sub("", _HOUSEHOLD.sub("", part))
        honorific, name = _honorific(part)
        key = fold(name)
        if not honorific and self._persons and _POSITION.match(key):
            self._positions.append(name)
        elif not honorific and _PLACE.match(key) and self._persons:
            self._address.append(name)
        elif not honorific and _is_group(name):
            self._group.append(name)
        elif not honorific and self._persons and name[:1].islower():
            self._group.append(f"và {name}")
        elif key:
            self._persons.append((honorific, self._name(name)))

    def _name(self, name: str) -> str:
        """A name all in capitals, or without any, as names are written."""
        letters = [letter for letter in name if letter.isalpha()]
        if len(letters) < 4 or not (name.isupper() or name.islower()):
            return name
        self._notes.append(f"Họ tên “{name}” được viết lại theo lối chữ hoa đầu mỗi tiếng.")
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def _is_group(text: str) -> bool:
    key = fold(text)
    if not _GROUP.match(key) or _POSITION.match(key):
        return False
    words = text.split()
    named = words[0].lower() in _FAMILY_NAMES and 2 <= len(words) <= 5 and all(w[0].isupper() for w in words)
    return not named


def _parts(line: str) -> list[str]:
    """Segments between persons; a position or address behind a dash is a segment too."""
    parts: list[str] = []
    for part in _DIVIDER.split(line):
        if part and part.strip():
            parts += [piece for piece in _DASH.split(part) if piece.strip()]
    return parts


def _honorific(text: str) -> tuple[str, str]:
    short = _SHORT_HONORIFIC.match(text)
    if short:
        word = (short[1] or short[2]).lower()
        return _SHORT.get(word, word), text[short.end() :].strip()
    marked = _HONORIFIC_MARK.match(text)
    if marked:
        return marked[1].lower(), text[marked.end() :].strip()
    return split_honorific(one_line(text))
