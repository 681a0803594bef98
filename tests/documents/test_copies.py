"""Labelled copies: the same pages but for the label, as files and as one print job (M2)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import para
from tests.documents.paper import read_pdf
from tests.documents.papers import document, minutes

LABELS = ("Bản 1/3: Niêm yết tại trụ sở", "Bản 2/3: Lưu hồ sơ", "Bản 3/3: Gửi kèm báo cáo")


def without_label(data: bytes) -> list[object]:
    paper = read_pdf(data)
    return [line for line in paper.lines if not line.text.startswith("BẢN ")]


def test_three_files_differ_only_in_the_label(engine: Engine):
    """M2: same pages, same text at the same place; no copy holds the label of another."""
    tree = minutes(engine, 8)
    results = engine.pdf_copies([(tree, label) for label in LABELS])
    assert len({len(result.data) for result in results}) == 1
    assert {result.pages for result in results} == {len(read_pdf(results[0].data).sizes)}
    same = without_label(results[0].data)
    for label, result in zip(LABELS, results, strict=True):
        shown = [line.text for line in read_pdf(result.data).lines if line.text.startswith("BẢN ")]
        assert shown == [label.upper()]
        assert without_label(result.data) == same
        text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(result.data)).pages)
        assert [text.count(one.upper()) for one in LABELS].count(1) == 1
        assert label.upper() in text


def test_copy_is_the_same_as_the_document_built_alone(engine: Engine):
    """The label does not move the text."""
    tree = minutes(engine, 3)
    (copy,) = engine.pdf_copies([(tree, LABELS[1])])
    assert copy.data == engine.pdf(tree.labelled(LABELS[1])).data
    assert without_label(engine.pdf(tree.labelled("")).data) == without_label(copy.data)


def test_copies_with_and_without_label(engine: Engine):
    tree = minutes(engine, 2)
    with_label, without = engine.pdf_copies([(tree, LABELS[0]), (tree, "")])
    assert read_pdf(with_label.data).has("BẢN 1/3")
    assert not read_pdf(without.data).has("BẢN")
    assert engine.pdf_copies([]) == ()


def test_print_job_holds_all_copies_each_with_its_own_numbers(engine: Engine):
    """M2: one job; page numbers begin again; a posted copy with other words stands in its place."""
    tree = minutes(engine, 8)
    posted = replace(minutes(engine, 1), label="")
    copies = [(posted, LABELS[0]), (tree, LABELS[1]), (tree, LABELS[2])]
    job = engine.pdf_job(copies)
    files = engine.pdf_copies(copies)
    paper = read_pdf(job.data)
    assert job.pages == len(paper.sizes) == sum(result.pages for result in files)
    numbers = []
    for page in range(1, job.pages + 1):
        top = [line.text for line in paper.on(page) if line.top < 19]
        numbers.append(top[0])
    expected = []
    for label, result in zip(LABELS, files, strict=True):
        expected += [label.upper(), *[str(n) for n in range(2, result.pages + 1)]]
    assert numbers == expected
    assert paper.flow == "".join(read_pdf(result.data).flow for result in files)
    assert len(job.data) < 0.6 * sum(len(result.data) for result in files)
    ends = [place.page for place in job.places if place.anchor == "end"]
    assert ends == [files[0].pages, files[0].pages + files[1].pages, job.pages]


def test_joined_files_are_the_print_job_page_by_page(engine: Engine):
    files = engine.pdf_copies([(minutes(engine, 2), label) for label in LABELS])
    joined = engine.join([result.data for result in files])
    assert read_pdf(joined).flow == "".join(read_pdf(result.data).flow for result in files)
    assert joined == engine.join([result.data for result in files])
    with pytest.raises(ValueError):
        engine.join([])


def test_same_tree_gives_the_same_bytes(engine: Engine, tmp_path):
    """G5: PDF and DOCX carry no clock and no path; metadata comes from the document."""
    tree = minutes(engine, 3)
    other = Engine(engine._resources, system_fonts=False)
    assert engine.pdf(tree).data == other.pdf(minutes(other, 3)).data
    assert engine.docx(tree).data == other.docx(minutes(other, 3)).data
    data = engine.pdf(tree).data
    assert str(engine._resources).encode() not in data
    reader = pypdf.PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Biên bản"
    assert reader.metadata.author == "Ủy ban nhân dân xã Minh Khê"
    assert str(reader.metadata.creation_date).startswith("2026-04-24 11:30")


def test_several_threads_may_print_at_once(engine: Engine):
    """P1: the preview is drawn while a file is exported; each gets its own whole file."""
    trees = [minutes(engine, count) for count in (1, 4, 2, 3, 5, 1)]
    alone = [engine.pdf(tree).data for tree in trees]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda tree: engine.pdf(tree).data, trees * 4))
    assert together == alone * 4


def test_only_embedded_subset_fonts(engine: Engine):
    """M2: prints the same on every machine; no Helvetica is named, no text is wrapped in ASCII-85."""
    data = engine.pdf(minutes(engine, 2)).data
    assert b"Helvetica" not in data
    assert b"ASCII85" not in data
    reader = pypdf.PdfReader(BytesIO(data))
    for page in reader.pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            entry = font.get_object()
            assert "+Tinos" in entry["/BaseFont"]
            assert "/FontFile2" in entry["/FontDescriptor"]
            assert "/ToUnicode" in entry


def test_a_long_label_takes_two_lines_and_stays_in_the_margin(engine: Engine):
    label = (
        f"Bản 3/3: Gửi kèm Báo cáo kết quả hội nghị đối thoại về Ủy ban nhân dân tỉnh {'và Sở Nội vụ ' * 2}"
    )
    paper = read_pdf(engine.pdf(document(para("Một."), label=label)).data)
    box = [one for one in paper.drawn if one.y < 25]
    assert max(one.x1 for one in box) <= 195.1
    assert min(one.x0 for one in box) >= 29.9
    assert max(one.y for one in box) <= 21
