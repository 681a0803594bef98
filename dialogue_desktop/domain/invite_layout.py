"""The first list of those to be invited, made from the plan; open seats kept in step with names (C11, P8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.domain.inviting import counted, is_open
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Level, Official, ParticipantGroup, Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seats import HOSTS, SeatMap, SeatPlace
from dialogue_desktop.domain.text_vi import fold, one_line

NewId = Callable[[], str]

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CUT = re.compile(r"\s*,\s*|\s+và\s+")
_LEAD = re.compile(r"^(?:mời\s+)?(?:đại diện\s+)?", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:cùng\s+|tham\s+|về\s+)?dự$")
#: "Văn phòng HĐND và UBND" is one office.
_ONE_BODY = re.compile(r"(?:HĐND|[Hh]ội đồng nhân dân) và (?:UBND|Ủy ban nhân dân)")
#: Said in so many words that they are not invited every time.
_ONLY_IF = re.compile(r"\((?:neu|khi)[^()]*\)|khi thay can|neu can|khi can thiet")
_OFFICES = (
    "lãnh đạo", "người đứng đầu", "người hoạt động", "trưởng ", "phó ", "chi hội", "đại diện", "cán bộ",
    "công chức", "thành viên", "chủ nhiệm", "phóng viên", "ủy viên", "bí thư",
)  # fmt: skip
#: The office that `Locality.head` holds.
_HEADS = frozenset({"truong thon", "truong xom", "truong ban", "truong ap", "truong khu", "to truong"})
#: Words that say nothing about which body is meant.
_HOLLOW = frozenset("xa phuong cua va cac co quan dai dien moi".split())
_NAMED = 0.75  # so much of a unit's words stand in the words of its group
_MOST_WORDS = 16  # what is longer is a sentence and no body


@dataclass(frozen=True, slots=True)
class _Line:
    """Somebody the plan names."""

    group_id: str
    office: str = ""
    name: str = ""
    honorific: str = ""
    locality: str = ""
    through: bool = False

    def delegate(self, new_id: str) -> Delegate:
        return Delegate(
            new_id, 0, self.group_id, self.honorific, self.name, self.office, self.locality,
            through_locality=self.through,
        )  # fmt: skip


def laid_out(plan: Plan, delegates: Sequence[Delegate], new_id: NewId) -> tuple[Delegate, ...]:
    """The list with what the plan names and is not on it yet, and its open seats.

    Nobody is taken off and nothing that was typed is changed; a second time nothing is added.
    """
    found = list(delegates)
    for line in _lines(plan):
        if not any(_same(line, one) for one in found):
            found.append(line.delegate(new_id()))
    return _numbered(_with_open_seats(plan, found, new_id))


def _same(line: _Line, one: Delegate) -> bool:
    if line.name and fold(line.name) == fold(one.name):
        return True
    offices = fold(line.office) == fold(one.office) and bool(line.office)
    places = not line.locality or fold(line.locality) == fold(one.locality)
    return offices and places and (bool(line.locality) or not (line.name and one.name))


# --- what the plan names ------------------------------------------------------------------------------


def _lines(plan: Plan) -> Iterable[_Line]:
    hosts = [chair.official for chair in plan.chairs] + [one.official for one in plan.secretaries]
    for official in hosts:
        if official.name or official.position:
            yield _of_official(official, HOSTS)
    known = {official.id for official in hosts} | {fold(o.name) for o in hosts if o.name}
    others = [o for o in plan.officials if o.name and o.id not in known and fold(o.name) not in known]
    placed = [(_group_of(plan, official), official) for official in others]
    for group_id, official in placed:
        yield _of_official(official, group_id)
    for group in plan.participants:
        yield from _of_group(plan, group, placed)


def _of_official(official: Official, group_id: str) -> _Line:
    return _Line(group_id, official.position, official.name, official.honorific)


def _group_of(plan: Plan, official: Official) -> str:
    """The group whose words name the office or its unit, else the last one of the commune."""
    wanted = telling_words(official.unit) or telling_words(official.position)
    best, best_share = "", 0.0
    for group in plan.participants:
        if group.level is Level.PEOPLE or not wanted:
            continue
        share = len(wanted & telling_words(group.text)) / len(wanted)
        if share > best_share:
            best, best_share = group.id, share
    if best_share >= _NAMED:
        return best
    return next((g.id for g in reversed(plan.participants) if g.level is Level.COMMUNE), HOSTS)


def _of_group(plan: Plan, group: ParticipantGroup, placed: Sequence[tuple[str, Official]]) -> Iterable[_Line]:
    """The bodies that a group's words name; offices of the thôn once for every thôn."""
    if group.level is Level.PEOPLE or _ONLY_IF.search(fold(group.text)):
        return
    here = [official for group_id, official in placed if group_id == group.id]
    anywhere = [official for _, official in placed]
    for body in bodies(fill(group.text, values_of(plan))):
        if group.level is Level.LOCALITY and plan.localities:
            office = without_places(body, [locality.label for locality in plan.localities])
            for locality in plan.localities:
                head = locality.head if fold(office) in _HEADS else ""
                yield _Line(group.id, office, head, locality=locality.label, through=True)
        elif not any(_stands_for(one, body) for one in anywhere) and not _all_named(here, body):
            yield _Line(group.id, body)


def _stands_for(official: Official, body: str) -> bool:
    """He holds the office ("Trưởng Công an" of "Trưởng Công an xã"), or comes for the body that is named."""
    words = telling_words(body)
    return bool(words) and words in (telling_words(official.position), telling_words(official.unit))


def _all_named(officials: Sequence[Official], body: str) -> bool:
    """ "Trưởng các phòng chuyên môn" says no more than the heads of the offices who are on the list."""
    words = fold(body).split()
    return "cac" in words and "phong" in words and any(fold(o.unit).startswith("phong") for o in officials)


def telling_words(text: str) -> frozenset[str]:
    """The accent-free words that say which body is meant."""
    return frozenset(word for word in re.findall(r"[a-z0-9]+", fold(text)) if word not in _HOLLOW)


def without_places(office: str, places: Sequence[str]) -> str:
    """ "Trưởng ban công tác Mặt trận thôn Đồng Vạn và thôn Phú Ấp" is the office alone.

    "Trưởng thôn Đồng Vạn" is "Trưởng thôn".
    """
    names = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True))
    kinds = "thôn|xóm|bản|ấp|khu|tổ dân phố|khu phố|buôn|làng"
    one = rf"(?:{names}|(?:các|mỗi|từng)\s+(?:{kinds}))"
    text = re.sub(rf"\s+(?:của\s+|ở\s+)?{one}(?:(?:\s*,\s*|\s+và\s+){one})*$", "", office)
    return f"{text} {places[0].split()[0]}" if fold(text) in ("truong", "pho", "pho truong") else text


def bodies(text: str) -> tuple[str, ...]:
    """ "Mời Thường trực Đảng ủy, lãnh đạo các phòng, đơn vị" names two bodies, each with a capital.

    A comma or "và" parts two of them where the second begins with a capital or with an office ("lãnh đạo
    và thành viên Ủy ban" is one); a semicolon always does.
    """
    plain = _BRACKETS.sub("", one_line(text)).rstrip(" .;").replace(": mời ", "; ")
    found: list[str] = []
    for part in plain.split(";"):
        found += _parted(part.strip())
    trimmed = [_TAIL.sub("", _LEAD.sub("", piece)) for piece in found]
    kept = [piece for piece in trimmed if piece and len(piece.split()) <= _MOST_WORDS]
    return tuple(dict.fromkeys(f"{piece[:1].upper()}{piece[1:]}" for piece in kept))


def _parted(text: str) -> list[str]:
    pieces: list[str] = []
    at = 0
    for mark in _CUT.finditer(text):
        left, right = text[at : mark.start()], text[mark.end() :]
        if mark[0].strip() == "," and left.casefold().endswith("cán bộ") and right.startswith("công chức"):
            continue
        if mark[0].strip() == "và" and (len(left.split()) < 3 or _ONE_BODY.search(f"{left} và {right}")):
            continue
        if right[:1].isupper() or right.casefold().startswith(_OFFICES):
            pieces.append(left)
            at = mark.end()
    return [*pieces, text[at:]]


# --- open seats ---------------------------------------------------------------------------------------


def _with_open_seats(plan: Plan, delegates: Sequence[Delegate], new_id: NewId) -> list[Delegate]:
    """Every place with a number of seats has as many open ones as it lacks names."""
    seat_map = SeatMap(plan)
    found = list(delegates)
    for place, count in counted(seat_map, found).items():
        if place.seats is not None:
            found = _with_open(seat_map, found, place, count.under, new_id)
    return found


def settled(
    plan: Plan, before: Sequence[Delegate], after: Sequence[Delegate], new_id: NewId
) -> tuple[Delegate, ...]:
    """`after` with the open seats of the places in which somebody came or went.

    A new name takes a seat, a removed one gives it free: seats of a thôn always, those of another group
    only where some are open. Places whose open seats the secretary has taken off stay without. A newcomer
    who is reached through the thôn has the letter that was sent there for the seat.
    """
    seat_map = SeatMap(plan)
    old, new = counted(seat_map, before), counted(seat_map, after)
    found = _inheriting(seat_map, before, after)
    for place, count in new.items():
        was = old.get(place)
        if place.seats is None or was is None or was.filled == count.filled:
            continue
        taken_off = was.open > 0 and not count.open
        if taken_off or was.filled + was.open < place.seats or not (was.open or place.locality):
            continue
        found = _with_open(seat_map, found, place, count.under, new_id)
    return _numbered(found)


def _inheriting(seat_map: SeatMap, before: Sequence[Delegate], after: Sequence[Delegate]) -> list[Delegate]:
    known = {one.id for one in before}
    letters = {
        seat_map.place_of(one.group_id, one.locality, one.hamlet): one
        for one in before
        if is_open(one) and one.through_locality and one.sent_on is not None
    }
    found: list[Delegate] = []
    for one in after:
        seat = letters.get(seat_map.place_of(one.group_id, one.locality, one.hamlet))
        if seat is not None and one.id not in known and one.through_locality and one.sent_on is None:
            number = one.letter_number or seat.letter_number
            one = replace(one, sent_on=seat.sent_on, letter_number=number)
        found.append(one)
    return found


def _with_open(
    seat_map: SeatMap, delegates: Sequence[Delegate], place: SeatPlace, wanted: int, new_id: NewId
) -> list[Delegate]:
    """So many open seats at a place: its first open line has them, further ones give what is too much."""
    lines = [
        one for one in delegates
        if is_open(one) and seat_map.place_of(one.group_id, one.locality, one.hamlet) == place
    ]  # fmt: skip
    counts: dict[str, int] = {}
    rest = wanted
    for one in lines:
        counts[one.id] = min(one.count, rest)
        rest -= counts[one.id]
    if rest and lines:
        counts[lines[0].id] += rest
        rest = 0
    found = [
        replace(one, count=counts[one.id]) if one.id in counts else one
        for one in delegates
        if counts.get(one.id, 1) > 0
    ]
    if rest:
        found.append(
            Delegate(
                new_id(),
                0,
                place.group_id,
                locality=place.locality,
                hamlet=place.hamlet,
                count=rest,
                through_locality=bool(place.locality),
            )
        )
    return found


def _numbered(delegates: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """New lines (position 0) follow after the last one."""
    rows = list(delegates)
    last = max((one.position for one in rows), default=0)
    found: list[Delegate] = []
    for one in rows:
        if one.position == 0:
            last += 1
            one = replace(one, position=last)
        found.append(one)
    return tuple(found)
