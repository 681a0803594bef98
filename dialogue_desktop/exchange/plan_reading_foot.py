"""The foot of an old plan: recipients, signature and name, and the lines among them that are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogue_desktop.exchange.plan_reading_joins import RECIPIENTS, SIGNATURE, Paragraph
from dialogue_desktop.exchange.plan_reading_lines import CELL
from dialogue_desktop.exchange.plan_reading_marks import BULLET, is_capitals
from dialogue_desktop.exchange.plan_reading_spelling import modern
from dialogue_desktop.exchange.plan_reading_types import Unread

_ENTRY_ENDS = re.compile(r"[;.]\s*$")
_NAME = re.compile(r"(?:[^\W\d_]['’]?[^\W\d_]*)(?: [^\W\d_]['’]?[^\W\d_]*){1,5}")
_SIGNED = r"(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?\.?\s?[A-ZĐÀ-Ỹ]{2,}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ)).*"
#: Two columns on one line: an entry, then the form of signature.
_SIDE_BY_SIDE = re.compile(rf"(?P<left>(?:[-–+•]|[Nn]ơi nhận|NƠI NHẬN).*?)\s+(?P<right>{_SIGNED})")
#: "- Lưu: VT. Nguyễn Văn A": the name in the other column.
_NAME_BESIDE = re.compile(
    r"(?P<left>[-–+•]\s*Lưu\b.*?[.;])\s+(?P<right>(?:[A-ZĐÀ-Ỹ][^\W\d_]*['’]?[^\W\d_]*\s*){2,5})"
)
_NEXT_ENTRY = re.compile(r"(?<=[:;.,])\s+(?=[-–+]\s*[^\W\d_])")
#: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" on one line.
_NEXT_FORM = re.compile(
    r"\s+(?=KT\.?\s|PHÓ (?:CHỦ TỊCH|BÍ THƯ)|(?<!PHÓ )(?<!KT )(?<!KT\. )(?<!K/T )(?:CHỦ TỊCH|BÍ THƯ)\b)"
)
_SIGNS = r"\(?\s*(?:đã ký(?: và đóng dấu|, đóng dấu)?|ký tên, đóng dấu|ký, đóng dấu|chữ ký.*)\s*\)?"
_APPROVED = re.compile(rf"^{_SIGNS}$", re.I)
_APPROVED_BESIDE = re.compile(rf"(?P<left>[-–+•].*?[;.,)])\s+(?P<right>{_SIGNS})", re.I)


@dataclass(slots=True)
class Foot:
    """What stands below the text of the plan; `line` is the first line of it, 0 where there is none."""

    line: int = 0
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    signer: str = ""
    left_out: list[Unread] = field(default_factory=list)


def foot_of(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], Foot]:
    """(what stands above the foot, the foot)."""
    at = next((i for i, p in enumerate(paragraphs) if RECIPIENTS.match(p.text)), len(paragraphs))
    signed = next((i for i, p in enumerate(paragraphs[:at]) if is_signature(p.text)), at)
    body, below = list(paragraphs[:signed]), paragraphs[signed:]
    foot = Foot(below[0].line if below else 0)
    _Foot(foot).read([part for paragraph in below for part in _columns(paragraph)])
    return body, foot


def is_signature(text: str) -> bool:
    return is_capitals(text) and SIGNATURE.fullmatch(modern(text)) is not None


def _columns(paragraph: Paragraph) -> list[Paragraph]:
    """The parts of a line on which both columns stand."""
    if CELL in f"{paragraph.text} ":
        return [Paragraph(paragraph.line, part) for part in _of_row(paragraph.text)]
    seen = modern(paragraph.text)
    match = _SIDE_BY_SIDE.fullmatch(seen)
    if match is None or not is_capitals(match["right"]):
        match = _NAME_BESIDE.fullmatch(seen)
    if match is None:
        match = _APPROVED_BESIDE.fullmatch(seen)
    if match is None:
        return [paragraph]
    return [
        Paragraph(paragraph.line, paragraph.text[match.start(side) : match.end(side)].strip())
        for side in ("left", "right")
    ]


def _of_row(text: str) -> Iterator[str]:
    """The cells of a row; entries, forms of signature and a name that stand one behind the other in a cell
    are parted."""
    for cell in text.split("|"):
        for part in _NEXT_ENTRY.split(cell.strip()):
            words = part.split()
            capitals = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
            signed, name = " ".join(words[:capitals]), " ".join(words[capitals:])
            if is_signature(signed) and is_name(name):
                yield from (signed, name)
            elif part:
                yield part


class _Foot:
    def __init__(self, foot: Foot) -> None:
        self._foot = foot
        self._among_recipients = False
        self._entry_open = False

    def read(self, lines: Sequence[Paragraph]) -> None:
        bulleted = any(BULLET.match(line.text) for line in lines)
        for line in lines:
            text = line.text
            if RECIPIENTS.match(text):
                self._among_recipients = True
                text = text.partition(":")[2].strip() if ":" in text else ""
                if not text:
                    continue
            self._line(Paragraph(line.line, text), bulleted)

    def _line(self, line: Paragraph, bulleted: bool) -> None:
        foot, text = self._foot, line.text
        bullet = BULLET.match(text)
        capitals = is_capitals(text) and bullet is None
        if self._among_recipients and self._entry_open and bulleted and not capitals and bullet is None:
            if not (is_name(text) and foot.signature and not foot.signer):
                # the entry was broken in the narrow column
                foot.recipients[-1] = f"{foot.recipients[-1]} {text.strip(' ;.,')}"
                self._entry_open = not _ENTRY_ENDS.search(text)
                return
        if self._among_recipients and (bullet is not None or not (capitals or is_name(text) or bulleted)):
            entry = (bullet["text"] if bullet else text).strip(" ;.,")
            if _APPROVED.match(text):
                foot.left_out.append(Unread(line.line, text, "ghi chú bên chữ ký"))
                return
            foot.recipients.append(entry)
            self._entry_open = not _ENTRY_ENDS.search(text)
        elif capitals and not (foot.signer or len(foot.signature) >= 5):
            self._entry_open = False
            foot.signature += _NEXT_FORM.split(" ".join(text.split()))
        elif is_name(text) and foot.signature and not foot.signer:
            foot.signer = text
        else:
            reason = (
                "ghi chú bên chữ ký" if _APPROVED.match(text) else "chưa rõ thuộc phần nào ở cuối kế hoạch"
            )
            foot.left_out.append(Unread(line.line, text, reason))


def is_name(text: str) -> bool:
    words = text.split()
    return bool(_NAME.fullmatch(text)) and len(words) >= 2 and all(word[0].isupper() for word in words)
