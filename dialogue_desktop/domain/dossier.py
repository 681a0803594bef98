"""What a dossier holds and in which order: issued documents as they were signed, then the evidence (F5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import replaced
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short

EVIDENCE_FOLDER = "Minh-chung"
DATA_FOLDER = "Du-lieu"
INDEX_NAME = "00-Muc-luc-ho-so"
CHECK_PAGE = "Danh-sach-kiem-tra.pdf"
SUMS_NAME = "SHA256SUMS.txt"
PACKAGE_NAME = f"{DATA_FOLDER}/Goi-du-lieu.zip"
WORKBOOK_NAME = f"{DATA_FOLDER}/So-tong-hop.xlsx"

#: No beginnings of file names: they are then made from the titles.
NO_STEMS: Mapping[str, str] = MappingProxyType({})
#: Papers of one day in the order of the work.
_ORDER = (
    *("plan", "assignments", "budget", "notice", "loudspeaker", "backdrop", "rules", "programme", "script"),
    *("slips", "assigned-questions", "prepared-report", "previous-results", "invitations", "delegates"),
    *("sign-in", "posting-record", "minutes", "conclusion", "replies", "escalations", "report"),
    *("reminders", "supervision", "review"),
)
_PICTURES = ("jpg", "jpeg", "png", "bmp", "gif", "webp", "heic", "tif")
_WORDS = 6
_LONGEST_STEM = 70


class LineKind(StrEnum):
    PAPER = "van_ban"
    EVIDENCE = "minh_chung"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file of a line, and its name in the dossier; `lost`: it is named there and not among the files."""

    file: StoredFile
    name: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of the index. `bare` is the number in the office's register, `symbol` the rest of it, or the
    whole number of a letter from outside. `pages` is 0 where nobody knows them, `first` and `last` are its
    pages in the dossier; copies of one paper are counted once."""

    kind: LineKind
    number: int
    bare: str = ""
    symbol: str = ""
    dated_on: date | None = None
    title: str = ""
    by_office: bool = True
    pages: int = 0
    first: int = 0
    last: int = 0
    note: str = ""
    files: tuple[Enclosed, ...] = ()


@dataclass(frozen=True, slots=True)
class FileSum:
    """A file of a dossier as it was written."""

    name: str
    size: int
    sha256: str


def lines_of(
    records: Records, stems: Mapping[str, str] = NO_STEMS, lost: Iterable[str] = ()
) -> tuple[DossierLine, ...]:
    """Every issued document of the register, all versions, by date; then the evidence of the promises.

    `stems` are the beginnings of file names by kind of document ("ke-hoach"), `lost` the hashes of files that
    are not there any more.
    """
    gone = frozenset(lost)
    found: list[DossierLine] = []
    page = 0
    for line in (*_papers(records, stems), *_evidence(records)):
        number = len(found) + 1
        files = tuple(_named(one, number, gone) for one in line.files)
        first = page + 1 if line.pages else 0
        page += line.pages
        notes = [line.note] if line.note else []
        if any(one.lost for one in files):
            notes.append("Có tệp không còn khi lập hồ sơ")
        note = ". ".join(notes)
        found.append(
            replace(line, number=number, files=files, first=first, last=page if first else 0, note=note)
        )
    return _with_own_names(found)


# --- documents ----------------------------------------------------------------------------------------


def _papers(records: Records, stems: Mapping[str, str]) -> Iterator[DossierLine]:
    gone = replaced(records.papers)

    def place(paper: Paper) -> tuple[object, ...]:
        issued = on_wall(paper.issued_at).date() if paper.issued_at is not None else date.max
        kind = _ORDER.index(paper.kind) if paper.kind in _ORDER else len(_ORDER)
        return (paper.dated_on or issued, kind, _bare(paper.number), paper.version, paper.id)

    for paper in sorted((one for one in records.papers if one.issued_at is not None), key=place):
        main = _main(paper.files)
        yield DossierLine(
            LineKind.PAPER,
            0,
            paper.number.strip(),
            paper.symbol.strip(),
            paper.dated_on,
            paper.title.strip() or "Văn bản",
            by_office=bool(paper.kind),
            pages=main.pages if main is not None else 0,
            note=_paper_note(paper, paper.id in gone),
            files=tuple(Enclosed(file, _paper_name(paper, file, stems)) for file in paper.files),
        )


def _bare(number: str) -> tuple[int, str]:
    return (int(number), "") if number.isdecimal() else (0, number)


def _main(files: tuple[StoredFile, ...]) -> StoredFile | None:
    """The copy whose pages count: the one for the file, else the first whole one with known pages."""
    counted = [file for file in files if file.pages]
    for_file = [file for file in counted if "luu" in fold(file.label)]
    whole = [file for file in counted if not file.posted]
    return next(iter((*for_file, *whole, *counted)), None)


def _paper_note(paper: Paper, gone: bool) -> str:
    notes = []
    if paper.version > 1 or paper.replaces:
        reason = paper.reason.strip().rstrip(".")
        notes.append(f"Bản lần {paper.version}" + (f": {reason}" if reason else ""))
    if gone:
        notes.append("Đã có bản thay thế")
    if not paper.files:
        notes.append("Bản giấy, không có tệp")
    elif len(paper.files) > 1:
        notes.append(f"{len(paper.files)} tệp")
    return ". ".join(notes)


def _paper_name(paper: Paper, file: StoredFile, stems: Mapping[str, str]) -> str:
    parts = [_plain(stems.get(paper.kind) or paper.title, _WORDS) or "van-ban"]
    parts += [_letters(paper.number), _letters(paper.symbol)]
    if paper.version > 1:
        parts.append(f"lan-{paper.version}")
    if len(paper.files) > 1:
        parts.append(_plain(file.label, _WORDS) or ("niem-yet" if file.posted else ""))
    stem = "-".join(part for part in parts if part)
    return stem[:1].upper() + stem[1:]


# --- evidence -----------------------------------------------------------------------------------------


def _evidence(records: Records) -> Iterator[DossierLine]:
    promises = {one.id: one for one in current(records)}
    steps = [one for one in records.steps if one.files]
    for step in sorted(steps, key=lambda one: (one.day or date.max, one.id)):
        promise = promises.get(step.commitment_id)
        about = f"cam kết số {promise.number}" if promise is not None else "cam kết"
        said = step.text.strip().rstrip(".") or (promise.text if promise is not None else "")
        files = tuple(
            Enclosed(file, _plain(file.name.rpartition(".")[0] or file.name, 8).capitalize())
            for file in step.files
        )
        pages = [file.pages or int(_tail(file.name) in _PICTURES) for file in step.files]
        yield DossierLine(
            LineKind.EVIDENCE,
            0,
            "",
            step.letter.strip(),
            step.letter_on or step.day,
            f"Minh chứng {about}" + (f": {said}" if said else ""),
            by_office=False,
            pages=sum(pages) if all(pages) else 0,
            note=f"{len(files)} tệp" if len(files) > 1 else "",
            files=files,
        )


# --- names --------------------------------------------------------------------------------------------


def _named(one: Enclosed, number: int, gone: frozenset[str]) -> Enclosed:
    """The whole name: numbered, so that a folder sorted by name stands as the index does, in plain letters,
    so that old sticks and zips keep it. Equal names are told apart by `_with_own_names`."""
    tail = _tail(one.file.name)
    stem = one.name[:_LONGEST_STEM].strip("-") or "tep"
    return replace(
        one, name=f"{number:02}-{stem}" + (f".{tail}" if tail else ""), lost=one.file.sha256 in gone
    )


def _with_own_names(lines: Iterable[DossierLine]) -> tuple[DossierLine, ...]:
    """Evidence in its own folder, and no name used twice, also where capitals do not count."""
    used: set[str] = set()
    found = []
    for line in lines:
        files = []
        for one in line.files:
            folder = f"{EVIDENCE_FOLDER}/" if line.kind is LineKind.EVIDENCE else ""
            stem, _, tail = one.name.rpartition(".")
            name, count = f"{folder}{one.name}", 1
            while name.lower() in used:
                count += 1
                name = f"{folder}{stem or tail}-{count}" + (f".{tail}" if stem else "")
            used.add(name.lower())
            files.append(replace(one, name=name))
        found.append(replace(line, files=tuple(files)))
    return tuple(found)


def _plain(words: str, most: int) -> str:
    plain = "".join(c if c.isalnum() and c.isascii() else " " for c in fold(words)).split()
    return "-".join(plain[:most])


def _letters(words: str) -> str:
    """ "TB-UBND" keeps its capitals; what a name of a file cannot have becomes a hyphen."""
    kept = "".join(fold(one).upper() if one.isupper() else fold(one) for one in words)
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in kept).split())


def _tail(name: str) -> str:
    tail = fold(name.rpartition(".")[2]) if "." in name else ""
    return tail if tail.isascii() and tail.isalnum() and len(tail) <= 5 else ""


# --- what is counted ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DossierSummary:
    """What a dossier would hold now. `size` counts the kept files. `lost` are files that are not there any
    more, `drafts` papers that have a number or words but were not issued, `contacts` people with telephone or
    house address in the data."""

    papers: int = 0
    evidence: int = 0
    files: int = 0
    pages: int = 0
    size: int = 0
    first_day: date | None = None
    last_day: date | None = None
    lost: tuple[str, ...] = ()
    drafts: int = 0
    contacts: int = 0


def summed(lines: tuple[DossierLine, ...], drafts: int = 0, contacts: int = 0) -> DossierSummary:
    enclosed = [one for line in lines for one in line.files]
    days = [line.dated_on for line in lines if line.dated_on is not None]
    sizes = {one.file.sha256: one.file.size for one in enclosed if not one.lost}
    return DossierSummary(
        sum(line.kind is LineKind.PAPER for line in lines),
        sum(line.kind is LineKind.EVIDENCE for line in lines),
        sum(not one.lost for one in enclosed),
        sum(line.pages for line in lines),
        sum(sizes.values()),
        min(days, default=None),
        max(days, default=None),
        tuple(dict.fromkeys(one.file.name for one in enclosed if one.lost)),
        drafts,
        contacts,
    )


# --- checked again ------------------------------------------------------------------------------------


#: More names than anybody reads one by one.
MAX_NAMED = 200


@dataclass(frozen=True, slots=True)
class DossierCheck:
    """What a dossier has become since it was written. `count` files stand in its list, `known_on` is the day
    on which this machine wrote it, None where it did not."""

    count: int
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    known_on: date | None = None

    @property
    def whole(self) -> bool:
        return not (self.changed or self.missing or self.added)

    def sentences(self, most: int = MAX_NAMED) -> tuple[str, ...]:
        """What to tell, the worst first; at most so many names of each kind."""
        found = [
            f"{words}: {_some(names, most)}."
            for words, names in (
                (f"{len(self.changed)} tệp đã bị thay đổi", self.changed),
                (f"{len(self.missing)} tệp bị thiếu", self.missing),
                (f"{len(self.added)} tệp thêm vào sau khi lập", self.added),
            )
            if names
        ]
        if self.whole:
            found.append(f"Hồ sơ còn nguyên: {self.count} tệp đúng với danh sách kiểm tra.")
        if self.known_on is not None:
            found.append(f"Danh sách kiểm tra đúng là bản lập trên máy này ngày {date_short(self.known_on)}.")
        return tuple(found)


def _some(names: tuple[str, ...], most: int) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:most])
    return f"{shown} và {len(names) - most} tệp khác" if len(names) > most else shown
