"""The sheet of a document system (nd30, dang_36, dang_05): every measure and word of form, read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dialogue_desktop.documents.tree import Align, Orientation, Shade

MM = 72 / 25.4
"""Points in a millimetre."""

STYLES = ("nd30", "dang_36", "dang_05")


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres; `number_top` is where the page number's line begins."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number_top: float


@dataclass(frozen=True, slots=True)
class Font:
    """`family` is named in DOCX; `spacing` multiplies the font's own line height."""

    family: str
    spacing: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in millimetres for the text width of the portrait page; scaled on other widths."""

    letterhead: tuple[float, float]
    foot: tuple[float, float]
    minutes: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rules:
    """Drawn lines: weight, gap and room after in points, lengths as shares of the longest text line.

    `title_text` replaces the line under the title by text ("-----" of Party documents).
    """

    weight: float
    motto: float
    issuer: float
    title: float
    title_text: str
    gap: float
    after: float


@dataclass(frozen=True, slots=True)
class Room:
    """Empty room: `sign`, `sign_more` in millimetres, the others in points."""

    sign: float
    sign_more: float
    head_rows: float
    before_title: float
    after_title: float
    before_sign: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """Weight and room before in points, padding (sides, top and bottom) in millimetres.

    A row higher than `split_over` of the page's text may be cut at the foot of a page.
    """

    weight: float
    before: float
    padding: tuple[float, float]
    split_over: float


@dataclass(frozen=True, slots=True)
class ChartLook:
    """A chart: room above and below the words of a row and at the sides of a step, the least width of the
    column that gives way, and the distance of the lines of a hatch in millimetres; their weight in points;
    greys of the shades from 0 black to 1 white."""

    edge: float
    side: float
    least: float
    hatch: float
    hatch_weight: float
    light: float
    middle: float
    named: float


@dataclass(frozen=True, slots=True)
class FormLook:
    """A form to fill in: distance of the lines to write on and height of one with labels in millimetres;
    size and distance of the dots, room between a label and its dots, and between two ticks in points."""

    pitch: float
    line: float
    dot: float
    step: float
    gap: float
    between: float


@dataclass(frozen=True, slots=True)
class HalfLook:
    """Half a page: room around the text, distance of the lines to write on and height of one with labels in
    millimetres.

    `steps` say how the type is made smaller, from the first that fits: its size and the room between
    paragraphs as shares of those of the whole page, and the room to sign in millimetres. Down to the share
    `comfort` it is made smaller for the sake of more lines to write on, below it only to fit. `spare`
    millimetres are left at the foot, for other programs measure a little otherwise. `cut` is the weight of
    the line to cut along, its dash and the gap after it in points.
    """

    top: float
    bottom: float
    left: float
    right: float
    pitch: float
    line: float
    comfort: float
    spare: float
    cut: tuple[float, float, float]
    steps: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class LabelLook:
    """The box of a copy's label: its upper edge and padding in millimetres, weight in points."""

    top: float
    padding: tuple[float, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words of the system's form; braces are filled by `letterhead` and `numbering`."""

    nation: str
    motto: str
    star: str
    number: str
    place_date: str
    subject: str
    addressee: str
    recipients: str
    secretary: str
    chair: str
    end: str
    blank_number: int
    blank_day: int
    blank_month: int
    section: str
    clause: str
    point: str


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one component's text looks; sizes and gaps in points, indents in millimetres.

    `line` is the height of a line in points where the font's own is less (0: the font's own). `title` is what
    Word's list of styles shows; `outline` is its level in Word's navigation (0: none).
    """

    name: str
    title: str
    size: float
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    underline: bool = False
    upper: bool = False
    first: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 0.0
    prefix: str = ""
    outline: int = 0


# fmt: off
TEXTS = frozenset(
    {
        "nation", "motto", "superior", "issuer", "star", "number", "place_date", "subject", "title_kind",
        "title_subject", "appendix_number", "appendix_title", "appendix_reference", "addressee", "part",
        "part_title", "section", "clause", "point", "body", "basis", "item", "left", "centred", "right",
        "note", "closing", "cell", "cell_head", "sign_capacity", "sign_position", "sign_name",
        "sign_under", "recipients_title", "recipients", "page_number", "label",
        "chart", "chart_head", "chart_tick", "chart_step",
        "form", "form_centred", "form_note",
        "read_aloud", "banner_issuer", "banner_kind", "banner", "banner_day",
    }
)
# fmt: on


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One whole sheet; compared and hashed as an object, for it is loaded once."""

    style: str
    name: str
    page: Page
    font: Font
    columns: Columns
    rules: Rules
    room: Room
    table: TableLook
    chart: ChartLook
    form: FormLook
    half: HalfLook
    label: LabelLook
    words: Words
    texts: Mapping[str, TextStyle]

    def grey(self, shade: Shade) -> float | None:
        """How bright a shade is, from 0 to 1; None for one without a grey of its own."""
        look = self.chart
        greys = {
            Shade.LIGHT: look.light,
            Shade.MIDDLE: look.middle,
            Shade.NAMED: look.named,
            Shade.BLACK: 0.0,
        }
        return greys.get(shade)

    def paper(self, orientation: Orientation) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        size = (self.page.width, self.page.height)
        return size if orientation is Orientation.PORTRAIT else (size[1], size[0])

    def text(self, name: str) -> TextStyle:
        """The style of a component; KeyError for a name that no sheet has."""
        return self.texts[name]


_T = TypeVar("_T")


def _build(kind: type[_T], table: Mapping[str, Any], where: str) -> _T:
    """A part of the sheet from its TOML table; a missing or unknown key is an error of the file."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every part is a dataclass
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    values = {key: _frozen(value) for key, value in table.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"{where}: {error}") from error


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _style(name: str, table: Mapping[str, Any], where: str) -> TextStyle:
    values = dict(table)
    if "align" in values:
        values["align"] = Align(values["align"])
    return _build(TextStyle, {"name": name, **values}, where)


@lru_cache(maxsize=8)
def load(folder: Path, style: str) -> Sheet:
    """The sheet `style` of the folder resources/styles. ValueError says what is wrong in the file."""
    path = folder / f"{style}.toml"
    data = _read(path)
    texts = {name: _style(name, table, f"{path.name} [text.{name}]") for name, table in data["text"].items()}
    if set(texts) != TEXTS:
        odd = set(texts) ^ TEXTS
        raise ValueError(f"{path.name}: text styles missing or unknown: {', '.join(sorted(odd))}")
    parts: dict[str, type[Any]] = {
        "page": Page,
        "font": Font,
        "columns": Columns,
        "rules": Rules,
        "room": Room,
        "table": TableLook,
        "chart": ChartLook,
        "form": FormLook,
        "half": HalfLook,
        "label": LabelLook,
        "words": Words,
    }
    built = {key: _build(kind, data[key], f"{path.name} [{key}]") for key, kind in parts.items()}
    return Sheet(style=style, name=data["name"], texts=texts, **built)


def _read(path: Path) -> dict[str, Any]:
    """The file's tables over those of the file that it says it is `like`."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    base = data.pop("like", "")
    return _merged(_read(path.with_name(f"{base}.toml")), data) if base else data


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The base with the keys of `over` in their place, table by table."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result
