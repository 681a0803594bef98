"""What an opinion asks for, in its own words and shortened only where a clause ends (L8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_desktop.domain.text_vi import one_line

#: Letters of a gist that is still read aloud in one breath.
LONGEST = 170
#: Signs of a list before the first word.
_SIGNS = "=>-–—•*+ "
_FEWEST = 3  # words of a wish that says something

_WISH = r"(?:đề nghị|kiến nghị|đề xuất|yêu cầu|mong muốn|mong)"
# Who asks, and how politely, before the wish: taken off, for the sentence around it says both. Words that
# turn the wish round, or tell of an earlier one, are none of who asks.
_TURNED = r"không|chưa|chẳng|đừng|phản đối|đã|từng|trước|về|với|nghe|thấy|theo|nhiều lần"
_GROUP = rf"(?: (?!(?:{_TURNED})\b)[^\s,.;:]+){{0,8}}?"
_ASKER = (
    rf"(?:(?:thay mặt|đại diện){_GROUP}[,:]? *)?(?:(?:tôi|chúng tôi|bà con|nhân dân|người dân|các hộ|cử tri)"
    rf"{_GROUP},? +)?(?:(?:xin|kính|rất|cũng|tha thiết|trân trọng) +)*"
)
_BEGINS_WITH_WISH = re.compile(rf"{_ASKER}{_WISH}(?P<rest>[ :]+\S.*)", re.IGNORECASE | re.DOTALL)
# To whom it is said, when it is the office itself: whoever is charged with the matter stands before it. The
# commune's own bodies only: what is asked of the province or of the Front keeps its addressee.
_COMMUNE = r"(?:xã|phường|thị trấn|đặc khu)\b(?! (?:hội|viên|đội)\b)"
_BODY = (
    r"(?:(?:các đồng chí )?lãnh đạo|chính quyền|UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân"
    r"|Đảng (?:ủy|uỷ))"
)
_ADVERB = r"(?:sớm|quan tâm|xem xét|tiếp tục|khẩn trương|cần)\b"
_ADDRESSEE = re.compile(
    rf"(?:(?:với|tới|đến) +)?(?:(?:{_BODY} +)?{_COMMUNE}|{_BODY}(?= +{_ADVERB})"
    r"|(?:chính quyền địa phương|các cấp,? các ngành))",
    re.IGNORECASE,
)
_SOON = re.compile(rf"(?:,? *{_ADVERB})*,? *", re.IGNORECASE)
_NO_WISH = re.compile(r"(?:của|này|trên|đó|rồi|mãi|nhiều lần|trước)\b", re.IGNORECASE)
CLAUSE_END = re.compile(r"(?<=[.;:!?…])\s+")
_WISH_INSIDE = re.compile(rf"\b(?:{_ASKER})?{_WISH}\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_JOINT = re.compile(r"\s+(?=(?:nên|mà|để|do|vì|nhưng|song|và|hoặc|khi|nếu|tuy|thì)\s)")
_OF_ONESELF = re.compile(
    r"\b(?:tôi|chúng tôi|chúng em|em|mình|nhà tôi|gia đình tôi|cháu|bọn tôi)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Gist:
    """`words` go on after "kiến nghị" as they are where `wish`, else they are quoted."""

    words: str
    wish: bool = False


def gist_of(text: str, longest: int = LONGEST) -> Gist:
    """An opinion that begins with its wish gives the wish; any other what it says first, with its wish."""
    text = one_line(text).strip(" .;,").lstrip(_SIGNS)
    found = _BEGINS_WITH_WISH.match(text)
    if found is not None:
        said = found["rest"].strip()
        rest = _without_addressee(said.lstrip(" :")).lstrip(" :")
        words = shortened(_lower_first(rest) if ":" in said[: len(said) - len(rest)] else rest, longest)
        # "đề nghị" once more inside would read "kiến nghị … đề nghị …": that is quoted as it was said.
        # One sentence only: a second one inside would break the chair's.
        plain = (
            not any(one.search(rest) for one in (_OF_ONESELF, _WISH_INSIDE, CLAUSE_END)) and "?" not in rest
        )
        if plain and len(words.split()) >= _FEWEST and not _NO_WISH.match(words):
            return Gist(words, wish=True)
    return Gist(_told(text, longest))


def shortened(text: str, longest: int) -> str:
    """The text up to the last end of a clause that fits; never inside a word or a name."""
    text = text.strip(" .;,")
    if len(text) <= longest:
        return text
    for ends in (CLAUSE_END, _COMMA, _JOINT):
        kept = ""
        for found in ends.finditer(text):
            if found.start() > longest:
                break
            kept = text[: found.start()]
        if len(kept) >= longest // 4:
            return kept.rstrip(" .;:,")
    return _by_words(text, longest)


def _told(text: str, longest: int) -> str:
    """What is said first, and the wish behind it where both have room."""
    clauses = CLAUSE_END.split(text)
    wish = next((c for c in clauses[1:] if _WISH_INSIDE.match(c)), "")
    if len(text) <= longest or not wish:
        return shortened(text, longest)
    room = longest - len(wish) - 2
    if room < longest // 4:
        return shortened(text, longest)
    first = shortened(clauses[0], room).rstrip(" .;:,")
    return f"{first}; {wish[:1].lower()}{wish[1:]}".strip(" .;,")


def _without_addressee(text: str) -> str:
    """ "UBND xã Minh Khê sớm sửa đường" without whom it is said to; the commune's name goes with it."""
    found = _ADDRESSEE.match(text)
    if found is None:
        return _SOON.sub("", text, count=1) if _SOON.match(text) else text
    words = text[found.end() :].strip().split(" ")
    named = 0
    while named < min(3, len(words)) and words[named][:1].isupper():
        named += 1
    rest = " ".join(words[named:] if named > 1 else words)
    rest = _SOON.sub("", rest, count=1).strip()
    # A word or two alone says nothing any more.
    return rest if len(rest.split()) >= _FEWEST else text


def _lower_first(words: str) -> str:
    """Behind a colon; an abbreviation or a name of two words keeps its capital."""
    head, _, rest = words.partition(" ")
    name = (len(head) > 1 and head.isupper()) or rest[:1].isupper()
    return words if name else words[:1].lower() + words[1:]


def _by_words(text: str, longest: int) -> str:
    """Where no clause ends: between two words that are no name together, with "…" for the rest."""
    words = text.split(" ")
    kept = len(words)
    while kept > 1 and len(" ".join(words[:kept])) > longest - 1:
        kept -= 1
    while kept > 1 and _capital(words[kept - 1]) and kept < len(words) and _capital(words[kept]):
        kept -= 1
    return " ".join(words[:kept]).rstrip(" .;:,") + "…"


def _capital(word: str) -> bool:
    return word.lstrip("“\"'(")[:1].isupper()
