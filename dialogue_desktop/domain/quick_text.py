"""Abbreviations of one's own and ready sentences: what they are, and what is put in their place (L1, L12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desktop.domain.placeholders import fill
from dialogue_desktop.domain.syllables import changed_by_telex, changed_by_vni, is_syllable
from dialogue_desktop.domain.text_vi import fold, nfc

#: Where the text cursor stands when a text was put in; the first one counts.
CURSOR = "«…»"
_CURSOR_TYPED = re.compile(r"«\s*(?:…|\.{2,})?\s*»|<<\s*(?:…|\.{2,})?\s*>>|\{\s*(?:…|\.{2,})?\s*\}")
_DOTS = "………"

#: What ends a word when it is typed.
ENDS = frozenset(' \n\u00a0.,;:!?)]}”"»…')  # no apostrophe: it stands inside names ("H'Bia")
_WORD = re.compile(r"[^\W_]+\Z")
_OPENING = frozenset("([{“\"‘'«")
_DASHES = frozenset("-–—+")
#: Units that stand behind numbers are typed as words too.
_UNITS = frozenset("km kg cm mm ha m2 m3 km2 kv kw tr vnd".split())


class ReadyPlace(StrEnum):
    """What a ready sentence is for."""

    OPENING = "mo_dau"
    ANSWER = "tra_loi"
    WRITTEN = "hen_van_ban"
    SENT_UP = "chuyen_cap_tren"
    REFUSED = "tu_choi"
    CONCLUSION = "ket_luan"
    OTHER = "khac"

    @property
    def label(self) -> str:
        return _PLACES[self.value]


#: What is offered first where an opinion, and where an answer is written.
ASKING = (ReadyPlace.OPENING,)
ANSWERING = (ReadyPlace.ANSWER, ReadyPlace.WRITTEN, ReadyPlace.SENT_UP, ReadyPlace.REFUSED)

_PLACES = {
    "mo_dau": "Mở đầu lượt hỏi",
    "tra_loi": "Trả lời",
    "hen_van_ban": "Hẹn trả lời bằng văn bản",
    "chuyen_cap_tren": "Chuyển cấp trên",
    "tu_choi": "Từ chối lịch sự",
    "ket_luan": "Kết luận",
    "khac": "Khác",
}


@dataclass(frozen=True, slots=True)
class Shorthand:
    """`short` becomes `text`, which may hold {placeholders}; `sure`: kept although one should not."""

    id: str
    short: str
    text: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A sentence to be put in whole; `text` may hold {placeholders} and the place of the cursor."""

    id: str
    title: str
    text: str
    place: ReadyPlace = ReadyPlace.OTHER


def with_cursor_mark(text: str) -> str:
    """The place of the cursor as it is stored, whichever way it was typed: «...», <<…>>, {}."""
    return _CURSOR_TYPED.sub(CURSOR, text)


# --- what may be an abbreviation ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubt:
    """One sentence on what is wrong with an abbreviation; `idle`: until then it does nothing in the hall.
    `may_stay`: one may be sure of it all the same."""

    words: str
    idle: bool = True
    may_stay: bool = False


def doubt(row: Shorthand, rows: Iterable[Shorthand] = ()) -> Doubt | None:
    """The first thing that is wrong with it among the others, None for a good one."""
    short, text = key_of(row.short), row.text.strip()
    wrong = _malformed(short) or (Doubt("Chưa ghi chữ đầy đủ.") if not text else None)
    if wrong is not None:
        return wrong
    if len(short) >= len(text):
        return Doubt(f"“{short}” không ngắn hơn chữ đầy đủ, gõ tắt không nhanh hơn.")
    alike = [other.id for other in rows if key_of(other.short) == short]
    if len(alike) > 1:
        return Doubt(f"Có hai chữ tắt “{short}”; chỉ dòng đứng trên được dùng.", idle=row.id != alike[0])
    return _risky(short) if not row.sure else None


def _malformed(short: str) -> Doubt | None:
    if not short:
        return Doubt("Chưa ghi chữ tắt.")
    if any(letter.isspace() for letter in short):
        return Doubt("Chữ tắt không được có dấu cách, vì gõ dấu cách là lúc chữ được thay.")
    if not all(letter.isalnum() for letter in short):
        return Doubt("Chữ tắt chỉ gồm chữ cái và chữ số.")
    if len(short) < 2:
        return Doubt("Chữ tắt cần ít nhất hai chữ, nếu không sẽ lẫn với chữ gõ thường.")
    if short.isdigit():
        return Doubt("Chữ tắt cần có chữ cái, nếu không sẽ lẫn với con số.")
    return None


def _risky(short: str) -> Doubt | None:
    if is_syllable(short) or short in _UNITS:
        what = "đơn vị đo" if short in _UNITS and short != "ha" else "tiếng"
        return Doubt(f"“{short}” là một {what} hay gõ, gõ đến là bị thay. Hãy thêm một chữ.", may_stay=True)
    if short.isascii() and changed_by_telex(short):
        return Doubt(
            f"Gõ Telex thì “{short}” đổi thành chữ khác, không nhận ra được. Hãy đổi một chữ.", may_stay=True
        )
    if short.isascii() and changed_by_vni(short):
        return Doubt(
            f"Gõ VNI thì “{short}” đổi thành chữ khác, không nhận ra được. Hãy đổi một chữ.", may_stay=True
        )
    return None


def key_of(short: str) -> str:
    """How an abbreviation is compared: composed, in small letters."""
    return nfc(short).strip().lower()


def initials_of(text: str) -> str:
    """What is proposed for a text: "đường trục thôn" gives "dtt"; "" where nothing good comes of it."""
    letters = "".join(word[0] for word in fold(text).split() if word[0].isalpha())
    return letters if 2 <= len(letters) <= 8 else ""


def table(rows: Sequence[Shorthand], values: Mapping[str, str]) -> dict[str, str]:
    """Abbreviation → its text in the words of the office: of those that do something."""
    made: dict[str, str] = {}
    for row in rows:
        wrong = doubt(row, rows)
        if wrong is None or not wrong.idle:
            made.setdefault(key_of(row.short), fill(with_cursor_mark(row.text), values).strip())
    return made


# --- what is put in ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Laid:
    """Text to be put in, and where in it the cursor goes; None for behind it."""

    text: str
    cursor: int | None = None


def laid(text: str) -> Laid:
    """A text without the mark of the cursor; further marks become dots to be written over."""
    before, mark, after = with_cursor_mark(text).strip().partition(CURSOR)
    return Laid(before + after.replace(CURSOR, _DOTS), len(before)) if mark else Laid(before)


@dataclass(frozen=True, slots=True)
class Expansion:
    """The letters from `start` to `end` of the text before the cursor give way to what is laid."""

    start: int
    end: int
    laid: Laid


def ended_word(before: str) -> tuple[int, int]:
    """Where the word stands that was just ended by the last character before the cursor, or by the cursor
    itself; an empty span where there is none, or where it is part of a longer one ("12/ubx", "a@ubx")."""
    end = len(before) - (1 if before[-1:] in ENDS and before else 0)
    found = _WORD.search(before, 0, end)
    if found is None:
        return end, end
    start = found.start()
    ahead = before[max(0, start - 2) : start]
    free = not ahead or ahead[-1].isspace() or ahead[-1] in _OPENING
    bullet = ahead[-1:] in _DASHES and bool(ahead) and (len(ahead) == 1 or ahead[0].isspace())
    return (start, end) if free or bullet else (end, end)


def expand(before: str, known: Mapping[str, str]) -> Expansion | None:
    """What becomes of the word before the cursor. A capital stays one ("Dtt"), and a word all in capitals
    is what it is: who writes "BHYT" means BHYT."""
    start, end = ended_word(before)
    typed = nfc(before[start:end])
    text = known.get(typed.lower()) if typed else None
    if not text:
        return None
    made = laid(text)
    if made.cursor == len(made.text):
        made = Laid(made.text.rstrip())  # what ended the word stands there already
    if typed == typed.lower():
        return Expansion(start, end, made)
    if typed[1:] == typed[1:].lower():
        return Expansion(start, end, Laid(made.text[:1].upper() + made.text[1:], made.cursor))
    return None


def joined(before: str, made: Laid, after: str) -> Laid:
    """A ready text with the blanks that it needs between what stands before and behind it."""
    lead = " " if before and not before[-1].isspace() and before[-1] not in _OPENING else ""
    trail = " " if after[:1].isalnum() else ""
    cursor = len(made.text) if made.cursor is None else made.cursor
    return Laid(lead + made.text + trail, len(lead) + cursor)
