"""Who is invited, as the cells of name, office and unit say it: a person, or a body as such (C11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dialogue_desktop.domain.person_words import HONORIFICS
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.list_cells import flat
from dialogue_desktop.exchange.list_people import People, read_people

#: With these begins the name of a body or of an office; accent-free.
_BODY = re.compile(
    r"^(?:(?:dai dien|lanh dao|mot|cac|nguyen)\s+)*"
    r"(?:thuong truc|ban thuong vu|ban thuong truc|ban chap hanh|ban |bi thu|pho bi thu|chu tich|pho chu tich"
    r"|chanh|pho chanh|truong|pho truong|pho|giam doc|pho giam doc|can bo|cong chuc|vien chuc|chuyen vien"
    r"|uy vien|uy ban|ubnd|hdnd|hoi dong|mttq|ubmttq|mat tran|dang uy|chi bo|chi hoi|chi doan|hoi|doan"
    r"|lien doan|cong doan|phong|van phong|trung tam|tram|benh vien|truong (?:mam non|tieu hoc|thcs|thpt)"
    r"|cong an|ban chi huy|quan su|bo chi huy|dien luc|chi nhanh|chi cuc|cuc|so |hat|doi|to cong tac|to hoa"
    r"|to an ninh|to bao ve|hop tac xa|htx|cong ty|doanh nghiep|ngan hang|quy|buu dien|kho bac|bao hiem|toa"
    r"|vien kiem sat|thanh tra|dai bieu|nhan dan|cu tri|cong dan|cac ho|ho dan|dai dien ho|nguoi co uy tin"
    r"|phong vien|bao |dai truyen|dai phat|co quan|don vi|to chuc|doan the|cac nganh|khoi|thon doi|ke toan"
    r"|nha truong|tap the|nhom|bo phan|to truong|to pho|hieu truong|pho hieu truong)(?=\W|$)"
)
#: Family names that begin like a body or an office, and bodies that are written like a name.
_FAMILIES = frozenset("trương đoàn hội ban đội phó quý quy bảo bao dân các".split())
_BODY_ALL_THE_SAME = re.compile(
    r"^(?:doan thanh nien|doan xa|hoi (?:nong dan|phu nu|lien hiep|cuu|nguoi|chu thap|khuyen|dong)"
    r"|ban (?:chi huy|quan su|cong tac|chap hanh|thuong|thanh tra|giam sat|quan ly))"
)
#: With these begins what may be a body; most names are none at once.
_FIRST_WORDS = frozenset(re.findall(r"[a-z]{2,}", _BODY.pattern.replace("\\W", "")))
_first_key = lru_cache(maxsize=5_000)(fold)
_COMRADE = {"dong chi": "đồng chí", "d/c": "đồng chí", "dc": "đồng chí", "d.c": "đồng chí"}
_HONORIFICS = {fold(word): word for word in ("bà", "ông", "anh", "chị", "cô", "chú", "bác", "cụ")}
_SHORT = {"o": "ông", "b": "bà", "nam": "ông", "nu": "bà"}


@dataclass(frozen=True, slots=True)
class Who:
    """`persons` are (honorific, name); `office` says whom, where nobody is named. `beside` stood with the
    name and is no office."""

    persons: tuple[tuple[str, str], ...] = ()
    office: str = ""
    address: str = ""
    beside: str = ""
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_who(name: str, office: str) -> Who:
    """What a row says of who comes; `office` is what stands in its own cells."""
    text = name.strip(" \n.,;:-–")
    if not text:
        return Who(office=office)
    if is_body(text):
        return Who(office=", ".join(dict.fromkeys(part for part in (flat(text), office) if part)))
    people = read_people(text)
    if people.anonymous:
        return Who(office=office)
    if not people.persons:
        return Who(office=", ".join(part for part in (people.group, office) if part), notes=people.notes)
    return _named(people, office)


def _named(people: People, office: str) -> Who:
    """What stood behind the name is the office, unless that has a cell of its own."""
    behind = [*people.positions, *([people.group] if people.group else [])]
    new = [part for part in behind if fold(part) not in fold(office)]
    beside = ""
    if office:
        beside = "; ".join(new)
    else:
        office = ", ".join(new)
    persons = tuple(("đồng chí", n) if h == "đồng chí" else (h, n) for h, n in people.persons)
    return Who(persons, office, people.address, beside, people.notes, people.doubts)


def is_body(text: str) -> bool:
    """ "Thường trực Đảng ủy xã", "Trưởng thôn": a body or an office, not a person's name."""
    words = flat(text).split()
    if not words or words[0].lower().strip(".:") in HONORIFICS:
        return False
    if _first_key(words[0]) not in _FIRST_WORDS:
        return False
    key = fold(text)
    # "Đoàn Văn Cường", "Trương Thị Ổn": every word of a name begins with a capital.
    named = 2 <= len(words) <= 5 and all(map(_like_name, words)) and not _BODY_ALL_THE_SAME.match(key)
    if words[0].lower() in _FAMILIES and named:
        return False
    return _BODY.match(key) is not None


def _like_name(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


@lru_cache(maxsize=500)
def read_honorific(text: str) -> str:
    """ "Ông", "đ/c": as it stands before a name; empty for anything else."""
    key = fold(text).strip(" .:")
    return _COMRADE.get(key) or _HONORIFICS.get(key) or _SHORT.get(key, "")


def joined_office(office: str, unit: str) -> str:
    """ "Trưởng phòng" and "Phòng Kinh tế" are "Trưởng phòng, Phòng Kinh tế"; nothing is said twice."""
    office, unit = flat(office), flat(unit)
    if not unit or fold(unit) in fold(office):
        return office
    return f"{office}, {unit}" if office else unit
