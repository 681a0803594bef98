"""The letters, supervision and review on the page: head, end, one text in all forms (M5, M6, F1–F4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import (
    Document,
    Heading,
    MinutesSignature,
    Orientation,
    Paragraph,
    Role,
    SignatureBlock,
    plain,
)
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.plan import IssuerKind, Plan
from tests.documents.letters_world import NAMES, WORLDS, built
from tests.documents.paper import Paper, docx_flow, read_pdf, squeezed

Made = tuple[str, Plan, Document, Paper]

#: Nobody is late where no day was promised; the letters of many are alike, and counted below.
_LEFT_OUT = {("hard", "reminders"), ("unknown", "reminders"), ("many", "replies"), ("many", "review")}
_PAPERS = [
    (world, name) for world in WORLDS for name in NAMES if world != "fresh" and (world, name) not in _LEFT_OUT
]


@pytest.fixture(scope="module", params=_PAPERS, ids="-".join)
def made(request: pytest.FixtureRequest, engine: Engine) -> Made:
    world, name = request.param
    plan, records = WORLDS[world]()
    document = built(engine, name, plan, records)
    result = engine.pdf(document)
    assert result.report.missing == ()
    return name, plan, document, read_pdf(result.data)


def test_one_tree_three_forms(made: Made, engine: Engine) -> None:
    """The same words in the same order in PDF, Word and plain text."""
    _name, _plan, document, paper = made
    words = squeezed(engine.text(document).replace("\u00a0", ""))
    assert len(words) > 500
    assert docx_flow(engine.docx(document).data) == words
    heads = _repeated_heads(document)
    flow = paper.flow
    for head in heads:
        flow = flow.replace(head, "")
        words = words.replace(head, "")
    assert flow == words


def _repeated_heads(document: Document) -> Iterator[str]:
    """The head of a table stands on each of its pages in the PDF, once in the others."""
    for section in document.sections:
        for block in section.blocks:
            for row in getattr(block, "header", ()):
                yield squeezed("".join(plain(cell.runs) for cell in row.cells))


def test_the_head_is_that_of_a_letter(made: Made) -> None:
    """NĐ 30, form 1.5: no sign of the kind in the number, "V/v" under it; the Party's letters have theirs."""
    name, plan, document, paper = made
    first = [line.text.replace("\u00a0", " ") for line in paper.on(1)]
    party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
    if name == "supervision":
        assert document.sections[0].orientation is Orientation.LANDSCAPE
        assert paper.sizes[0][0] > paper.sizes[0][1]
        return
    if name == "review":
        assert any(re.match(r"Số:? +[-/]BB", line) for line in first)
        assert not any("ngày   " in line for line in first)
        return
    number = r"Số +-CV/ĐU" if party else r"Số: +/UBND-VP"
    assert any(re.match(number, line) for line in first)
    assert any(line.startswith("về việc" if party else "V/v") for line in first)
    assert any(line.startswith("Kính gửi:") for line in first)


def test_every_letter_ends_with_its_sign_and_who_signs(made: Made) -> None:
    """ "./." of the State, "." of the Party since 2026; Nơi nhận begins with "- Như trên"."""
    name, plan, document, _paper = made
    end = "." if plan.issuer.style == "dang_05" else "./."
    for section in document.sections:
        closing = [b for b in section.blocks if isinstance(b, Paragraph) and b.role is Role.CLOSING]
        assert plain(closing[-1].runs).endswith(end)
        assert "./../." not in plain(closing[-1].runs)
        last = section.blocks[-1]
        if name in ("replies", "reminders"):
            assert isinstance(last, SignatureBlock)
            assert last.recipients[0] == "Như trên"
            assert last.recipients[-1].startswith("Lưu")
            # Who asked not to be named is known to no supervisor, so that letter has a copy fewer.
            assert len(last.recipients) >= 3
        if name == "review":
            assert isinstance(last, MinutesSignature)


def test_no_heading_stands_alone_and_nothing_is_left_open(made: Made, engine: Engine) -> None:
    """No braces of a form that were not filled, no "None", no two full stops."""
    name, _plan, document, _paper = made
    words = engine.text(document)
    own = words.replace("{a} {0}", "").replace("{{x}}", "")
    assert not re.search(r"\{\w*\}|None", own)
    assert not re.search(r"(?<![./])\.\.(?!\.)", words.replace("./.", ""))
    for section in document.sections:
        for one, following in zip(section.blocks, section.blocks[1:], strict=False):
            if isinstance(one, Heading):
                assert not isinstance(following, Heading), (name, one.text)


@pytest.mark.parametrize("way", ReplyWay)
def test_replies_of_every_way_have_one_text(engine: Engine, way: ReplyWay) -> None:
    """M5: by matter, by person and by thôn."""
    for world in ("state", "hard"):
        plan, records = WORLDS[world]()
        document = built(engine, "replies", plan, records, way=way)
        result = engine.pdf(document)
        words = squeezed(engine.text(document).replace("\u00a0", ""))
        assert result.report.missing == ()
        assert read_pdf(result.data).flow == words
        assert docx_flow(engine.docx(document).data) == words


def test_sixty_letters_are_sixty_sections(engine: Engine) -> None:
    plan, records = WORLDS["many"]()
    document = built(engine, "replies", plan, records)
    assert len(document.sections) == 60
    assert engine.pdf(document).pages == 60
