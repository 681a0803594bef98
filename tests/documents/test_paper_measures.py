"""Every paper in every letterhead measured on its pages (NĐ 30/2020; 36-HD and 05-HD/VPTW; C1, P2, P9–P12).

What is asked stands here in figures of its own: it is not read from resources/styles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Chart, Document, Heading, Paragraph, Role, SignatureBlock, plain
from dialogue_desktop.domain.plan import Plan
from tests.documents.paper import MM, Drawn, Paper, Printed, docx_flow, read_pdf, squeezed
from tests.documents.paper_plans import BASES, LETTERHEADS, NAMES, built

POINT = 1 / MM
LYING = ("backdrop", "assignments", "script")
SIGNED = ("plan", "assignments", "budget", "notice", "rules", "programme")
KINDS = {
    "plan": "KẾ HOẠCH",
    "assignments": "BẢNG PHÂN CÔNG NHIỆM VỤ VÀ THỜI HẠN",
    "budget": "DỰ TOÁN KINH PHÍ",
    "notice": "THÔNG BÁO",
    "loudspeaker": "TIN PHÁT THANH",
    "rules": "NỘI QUY",
    "programme": "CHƯƠNG TRÌNH",
    "script": "KỊCH BẢN ĐIỀU HÀNH",
}
REGULAR, BOLD, ITALIC, BOTH = "Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"


@dataclass(frozen=True)
class Form:
    """What one system of documents asks of the components; sizes are (least, most)."""

    top: tuple[tuple[str, str, tuple[float, float]], ...]
    lined: str
    number: re.Pattern[str]
    number_size: tuple[float, float]
    kind: tuple[float, float]
    subject: tuple[float, float]
    basis: str
    indent: float
    pitch: float
    section: re.Pattern[str]
    position: str
    recipients: tuple[str, float, float]
    end: re.Pattern[str]


STATE = Form(
    top=(
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, (12, 13)),
        ("Độc lập - Tự do - Hạnh phúc", BOLD, (13, 14)),
        ("ỦY BAN NHÂN DÂN", BOLD, (12, 13)),
        ("XÃ ", BOLD, (12, 13)),
    ),
    lined="Độc lập - Tự do - Hạnh phúc",
    number=re.compile(r"Số: ?(\d+| +)/(KH|TB)-UBND$"),
    number_size=(13, 13),
    kind=(13, 14),
    subject=(13, 14),
    basis=ITALIC,
    indent=12.7,
    pitch=16.1,
    section=re.compile(r"[IVX]+\. \S"),
    position=BOLD,
    recipients=(BOTH, 12, 11),
    end=re.compile(r"[^./ ]\./\.$"),
)
PARTY = Form(
    top=(
        ("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD, (15, 15)),
        ("ĐẢNG ỦY XÃ ", BOLD, (14, 14)),
        ("*", REGULAR, (14, 14)),
    ),
    lined="ĐẢNG CỘNG SẢN VIỆT NAM",
    number=re.compile(r"Số ?(\d+| +)-(KH|TB)/ĐU$"),
    number_size=(14, 14),
    kind=(15, 16),
    subject=(14, 15),
    basis=REGULAR,
    indent=12.7,
    pitch=16.1,
    section=re.compile(r"[IVX]+- \S"),
    position=REGULAR,
    recipients=(REGULAR, 14, 12),
    end=re.compile(r"[^./ ]\./\.$"),
)


#: 05-HD: the first line set in by 10 mm, lines of 19 points, a full stop at the end.
PARTY_2026 = replace(PARTY, indent=10.0, pitch=19.0, end=re.compile(r"[^./ ]\.$"))
FORMS = {"state": STATE, "party-36": PARTY, "party-05": PARTY_2026}


class Made(NamedTuple):
    """A paper on its pages."""

    name: str
    form: Form
    plan: Plan
    tree: Document
    paper: Paper

    @property
    def party(self) -> bool:
        return self.form is not STATE

    @property
    def headed(self) -> bool:
        """The backdrop has no letterhead: it is no office document."""
        return self.name != "backdrop"

    @property
    def width(self) -> float:
        return 297.0 if self.name in LYING else 210.0

    def blocks(self, kind: type) -> list:
        return [block for block in self.tree.sections[0].blocks if isinstance(block, kind)]


CASES = [(base, head, name) for base in BASES for head in LETTERHEADS for name in ("plan", *NAMES)]
# Long papers of the Party break as those of the State do.
CASES = [case for case in CASES if case[0] != "long" or case[1] == "state" or case[2] == "plan"]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def made(request: pytest.FixtureRequest, engine: Engine) -> Made:
    base, head, name = request.param
    make: Callable[[], Plan] = BASES[base]
    whole = LETTERHEADS[head](make())
    tree = built(engine, name, whole)
    result = engine.pdf(tree)
    assert result.report.missing == ()
    return Made(name, FORMS[head], whole, tree, read_pdf(result.data))


# --- the page ----------------------------------------------------------------------------------------


def test_paper_margins_and_page_numbers(made: Made) -> None:
    """A4; 20 mm above and below, 30 left, 15 right; numbers in the top margin's middle from page 2."""
    paper = made.paper
    size = (made.width, 507.0 - made.width)
    for width, height in paper.sizes:
        assert (width, height) == pytest.approx(size, abs=0.2)
    body = [line for line in paper.lines if line.baseline > 19 and line.text.strip()]
    assert min(line.x0 for line in body) >= 29.8
    assert max(line.x1 for line in body) <= size[0] - 15 + 0.2
    assert min(line.top for line in body) >= 19.8
    assert max(line.baseline for line in body) <= size[1] - 20
    assert not [line for line in paper.on(1) if line.baseline < 19]
    for page in range(2, len(paper.sizes) + 1):
        (number,) = (line for line in paper.on(page) if line.baseline < 19)
        assert number.text == str(page)
        assert number.fonts == {REGULAR}
        assert number.sizes <= {13.0, 14.0}
        assert (number.x0 + number.x1) / 2 == pytest.approx((30 + size[0] - 15) / 2, abs=0.1)


def test_running_text(made: Made) -> None:
    """Size 13–14 (read aloud 15), the first line set in, justified, 6 points or more between paragraphs."""
    form, paper = made.form, made.paper
    sizes = {Role.BODY: {13.0, 14.0}, Role.READ_ALOUD: {15.0}}
    for block in made.blocks(Paragraph):
        words = plain_blanks(plain(block.runs))
        if block.role not in sizes or len(words) < 150 or "\n" in words:
            continue
        first = paper.line(words[:40])
        at = paper.lines.index(first)
        lines = [line for line in paper.lines[at : at + 30] if line.page == first.page]
        assert first.sizes <= sizes[block.role]
        assert first.x0 == pytest.approx(30 + form.indent, abs=0.3)
        assert first.x1 == pytest.approx(made.width - 15, abs=POINT)
        if len(lines) > 1 and lines[1].x0 == pytest.approx(30, abs=0.3):
            pitch = (lines[1].baseline - first.baseline) * MM
            own = 15 / 14 * 16.1 if block.role is Role.READ_ALOUD else form.pitch
            assert pitch == pytest.approx(max(own, form.pitch if block.role is Role.BODY else own), abs=0.2)
        if (
            at
            and paper.lines[at - 1].page == first.page
            and first.baseline - paper.lines[at - 1].baseline < 12
        ):
            gap = (first.baseline - paper.lines[at - 1].baseline) * MM
            assert gap >= 16.1 + 6 - 0.3


def test_bases(made: Made) -> None:
    """State: italic, one a line, ";" and a last "."; Party: upright with a dash before each."""
    bases = [plain(b.runs) for b in made.blocks(Paragraph) if b.role is Role.BASIS]
    assert bool(bases) is (made.name == "plan")
    for k, words in enumerate(bases):
        assert words.endswith("." if k == len(bases) - 1 else ";")
        shown = made.paper.line(("- " if made.party else "") + words[:30])
        assert shown.fonts == {made.form.basis}
        assert shown.sizes <= {13.0, 14.0}


# --- the head ----------------------------------------------------------------------------------------


def test_letterhead(made: Made) -> None:
    """Quốc hiệu and tiêu ngữ, or the Party's line; issuer; sizes, faces, capitals and places."""
    form, paper = made.form, made.paper
    if not made.headed:
        assert not paper.has("CỘNG HÒA")
        return
    for start, font, (least, most) in form.top:
        line = paper.line(start)
        assert line.page == 1
        assert line.fonts == {font}, start
        assert all(least <= size <= most for size in line.sizes), start
    assert paper.has("CỘNG HÒA") is not made.party
    motto = paper.line(form.lined)
    assert paper.under(motto).length == pytest.approx(motto.x1 - motto.x0, abs=POINT)
    assert motto.x0 > made.width / 2 - 10
    if made.plan.issuer.superior:
        superior = paper.line(made.plan.issuer.superior.upper())
        assert superior.fonts == {REGULAR}
        assert superior.sizes == {14.0}
    if made.party:
        assert not lines_between(paper, paper.line("ĐẢNG ỦY XÃ"), paper.line("*"))
    else:
        issuer = [paper.line("ỦY BAN NHÂN DÂN"), paper.line("XÃ ")]
        third_to_half(paper.under(issuer[-1]), issuer)


def test_number_and_date(made: Made) -> None:
    """The number's form; place and date in italics, level with it, with room for the pen where unknown."""
    form, paper = made.form, made.paper
    if not made.headed:
        return
    numbers = [line for line in paper.on(1) if re.match(r"Số:?\s", line.text)]
    assert len(numbers) == (made.name in ("plan", "notice"))
    place = next(line for line in paper.on(1) if re.match(rf"{made.plan.issuer.place}, ngày", line.text))
    assert place.fonts == {ITALIC}
    assert place.sizes <= {13.0, 14.0}
    assert re.search(r"ngày (\d\d|\s+) tháng (0[12]|[3-9]|1[0-2]|\s+) năm \d{4}$", plain_blanks(place.text))
    assert place.x1 <= made.width - 15 + 0.1
    for number in numbers:
        assert form.number.match(plain_blanks(number.text)), number.text
        assert number.fonts == {REGULAR}
        assert number.sizes == {form.number_size[0]}
        assert number.baseline == pytest.approx(place.baseline, abs=0.5)


def test_title(made: Made) -> None:
    """Kind in bold capitals, its subject bold below; a line of a third to a half of it, or "-----"."""
    form, paper = made.form, made.paper
    if not made.headed:
        return
    kind = paper.line(KINDS[made.name])
    middle = (30 + made.width - 15) / 2
    assert kind.fonts == {BOLD}
    assert all(form.kind[0] <= size <= form.kind[1] for size in kind.sizes)
    assert (kind.x0 + kind.x1) / 2 == pytest.approx(middle, abs=0.2)
    subject: list[Printed] = []
    for line in paper.lines[paper.lines.index(kind) + 1 :]:
        if line.fonts != {BOLD} or line.text == "-----" or line.baseline - kind.baseline > 30:
            break
        subject.append(line)
    assert subject
    for line in subject:
        assert all(form.subject[0] <= size <= form.subject[1] for size in line.sizes)
        assert (line.x0 + line.x1) / 2 == pytest.approx(middle, abs=0.2)
        assert not line.text.isupper()
    if made.party:
        assert paper.lines[paper.lines.index(subject[-1]) + 1].text == "-----"
    else:
        third_to_half(paper.under(subject[-1]), subject)


def third_to_half(drawn: Drawn, text: list[Printed]) -> None:
    longest = max(line.x1 - line.x0 for line in text)
    assert longest / 3 <= drawn.length <= longest / 2
    middle = (text[-1].x0 + text[-1].x1) / 2
    assert (drawn.x0 + drawn.x1) / 2 == pytest.approx(middle, abs=0.2)


def lines_between(paper: Paper, above: Printed, below: Printed) -> list[Drawn]:
    return [
        drawn
        for drawn in paper.drawn
        if drawn.page == above.page and above.baseline < drawn.y < below.baseline and drawn.x0 < above.x1
    ]


def plain_blanks(text: str) -> str:
    return re.sub(r"\s", " ", text)


# --- headings and the end ----------------------------------------------------------------------------


def test_headings_and_pages(made: Made) -> None:
    """Sections in bold capitals with the system's numbers; none is the last line of its page."""
    heads = made.blocks(Heading)
    for head in heads:
        words = f"{head.number} {head.text}".strip()
        shown = made.paper.line(words.upper()[:30] if head.level == 1 else words[:30])
        assert shown.fonts == {BOLD}
        assert shown.sizes <= {13.0, 14.0}
        if head.level == 1:
            assert made.form.section.match(shown.text), shown.text
            assert shown.text.isupper()
    last_of = {squeezed(f"{h.number}{h.text}").upper() for h in heads}
    last_of |= {squeezed(unit.unit).upper() for unit in made.plan.tasks if made.name == "assignments"}
    for page in range(1, len(made.paper.sizes)):
        last = max(made.paper.on(page), key=lambda line: line.baseline)
        assert squeezed(last.text).upper() not in last_of


def test_table_heads_are_repeated_and_not_alone(made: Made) -> None:
    """Every page that begins inside a table begins with the head of the table and a row under it."""
    heads = [
        line for line in made.paper.lines if line.text in ("TT", "Giờ", "Thời gian") and line.fonts == {BOLD}
    ]
    for head in heads:
        below = [
            line for line in made.paper.on(head.page) if line.baseline > head.baseline + 3 and line.x0 < 200
        ]
        assert below, head.page
    long_table = [line.page for line in heads if line.text == "Giờ"]
    if made.name == "script":
        assert long_table == list(range(1, len(made.paper.sizes) + 1)) or len(made.paper.sizes) == 1


def test_signature_is_whole_with_text_above_it(made: Made) -> None:
    """P12: capacity, position and name on one page with at least two lines of text; faces by the system."""
    blocks = made.blocks(SignatureBlock)
    assert len(blocks) == (made.name in SIGNED or made.name == "loudspeaker")
    if made.name not in SIGNED:
        return
    paper, signature = made.paper, made.plan.signature
    (block,) = blocks
    signer = [line for line in paper.lines if line.text in (*block.signer.capacity, block.signer.position)]
    signer = signer[-len(signature.lines) :]
    (name,) = (line for line in paper.lines[paper.lines.index(signer[0]) :] if line.text == signature.name)
    assert {line.page for line in (*signer, name)} == {len(paper.sizes)}
    assert [line.text for line in signer] == [line.upper() for line in signature.lines]
    for line in signer[:-1]:
        assert line.fonts == {BOLD}
    assert signer[-1].fonts == {made.form.position}
    assert name.fonts == {BOLD}
    assert {*signer[0].sizes, *name.sizes} <= {13.0, 14.0}
    assert (name.x0 + name.x1) / 2 == pytest.approx((signer[-1].x0 + signer[-1].x1) / 2, abs=0.2)
    assert name.top - signer[-1].top > 25
    above = {
        round(line.baseline)
        for line in paper.on(len(paper.sizes))
        if 19 < line.baseline < signer[0].top and line.text.strip()
    }
    assert len(above) >= 2


def test_recipients(made: Made) -> None:
    """P12: level with the signer, flush left; State bold italics 12 over 11, Party underlined over 12."""
    title = [line for line in made.paper.lines if line.text == "Nơi nhận:"]
    assert len(title) == (made.name in ("plan", "notice"))
    for head in title:
        face, size, listed_size = made.form.recipients
        assert head.fonts == {face}
        assert head.sizes == {size}
        assert head.x0 == pytest.approx(30, abs=0.1)
        signer = made.paper.line(made.plan.signature.lines[0])
        assert abs(head.baseline - signer.baseline) < 1.5
        underlined = [d for d in made.paper.drawn if d.page == head.page and 0 < d.y - head.baseline < 1]
        assert bool(underlined) is made.party
        listed = [
            line
            for line in made.paper.on(head.page)
            if line.sizes == {listed_size} and line.baseline > head.baseline
        ]
        assert all(line.fonts == {REGULAR} for line in listed)
        assert listed[0].text.startswith("- ")
        assert listed[-1].text.endswith(".")
        assert all(
            before.text.endswith(";") for before, line in pairwise(listed) if line.text.startswith("- ")
        )


def test_last_words(made: Made) -> None:
    """ "./." in State documents and Party documents by 36-HD, a full stop by 05-HD."""
    if not made.headed:
        return
    closing = [
        plain(block.runs) for block in made.blocks(Paragraph) if block.role in (Role.CLOSING, Role.READ_ALOUD)
    ]
    last = closing[-1] if closing else made.paper.lines[-1].text  # the script ends with its table
    assert made.form.end.search(last), last[-20:]


# --- one tree ----------------------------------------------------------------------------------------


def test_one_tree_three_forms(made: Made, engine: Engine) -> None:
    """The words of PDF, DOCX and plain text are the same, in the same order; no brace is left."""
    words = squeezed(engine.text(made.tree).replace("\u00a0", ""))
    assert docx_flow(engine.docx(made.tree).data) == words
    assert "{" not in words
    if len(made.paper.sizes) == 1 and not made.blocks(Chart):  # a table's head is repeated on further pages
        assert sorted(made.paper.flow) == sorted(words)
