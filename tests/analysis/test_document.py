"""Documents: blocks and sentences of an article, with joiners where a splitter of sentences errs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.vocabulary import Vocabulary

JOINERS = Knowledge(Vocabulary({}, {})).joiners


def document(text: str, lang: str, *blocks: Block, harvest: tuple[Harvest, ...] = ()) -> Document:
    """A document of one paragraph, if no blocks are given."""
    blocks = blocks or (Block(0, len(text), Role.PARAGRAPH),)
    return Document(Article("a", "content/a.txt", raw=True, text=text, blocks=blocks, harvest=harvest), lang, JOINERS)


def sentences(text: str, lang: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[sentence.start : sentence.end] for sentence in document(text, lang).sentences]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Sen. Lieut. Gen. An Le came.", "He saw No. 5 and Gov. Berg.", "Did he stay?"]),
        ("vi", ["PGS. TS. Lê Nam dự hội nghị tại TP. Hồ Chí Minh.", "Ông phát biểu."]),
        ("ja", ["大臣は「そうだ。」と述べた。", "次に「急ぐ。」という話が出た。", "4日に帰る。", "以上。"]),
        ("fr", ["M. Berg est venu.", "Il a vu la ville."]),
        ("", ["Nobody knows the language.", "It is cut all the same."]),
    ],
)
def test_sentences(lang: str, expected: list[str]) -> None:
    """Abbreviated ranks, titles and places do not end a sentence, nor does a quotation that goes on."""
    joint = "" if lang == "ja" else " "
    assert sentences(joint.join(expected), lang) == expected


def test_sentences_end_with_their_block() -> None:
    """No sentence reaches from one block into the next, full stop or not."""
    text = "A headline\nA sentence."
    found = document(text, "en", Block(0, 10, Role.HEADLINE), Block(11, 22, Role.PARAGRAPH)).sentences
    assert [text[sentence.start : sentence.end] for sentence in found] == ["A headline", "A sentence."]


@given(st.text(), st.sampled_from(["en", "ja", "vi", "ar", "xx", ""]))
def test_sentences_cover_the_text(text: str, lang: str) -> None:
    """Sentences leave out nothing but white space, in order, without overlap."""
    found = document(text, lang).sentences
    rest, end = "", 0
    for sentence in found:
        rest += text[end : sentence.start]
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
        end = sentence.end
    assert (rest + text[end:]).strip() == ""


def test_paragraphs_are_without_headings() -> None:
    """Headline, standfirst and subheading are no running text; a list item is."""
    text = "abcde"
    blocks = tuple(
        Block(i, i + 1, role)
        for i, role in enumerate([Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING, Role.LIST_ITEM, Role.QUOTE])
    )
    assert document(text, "en", *blocks).paragraphs == blocks[3:]
    assert document(text, "en", *blocks).block(Role.SUBHEADING) == blocks[2]
    assert document(text, "en", *blocks).block(Role.TABLE_ROW) is None


def test_harvested_of_one_trait() -> None:
    """Harvested traits are asked for one by one, in the order of trust."""
    first, other, second = (
        Harvest(trait, "x", Trace("removed[0]", "x", "r")) for trait in (Trait.DATE, Trait.AUTHOR, Trait.DATE)
    )
    assert document("a", "en", harvest=(first, other, second)).harvested(Trait.DATE) == (first, second)


def test_quote() -> None:
    """Evidence of a span quotes it."""
    assert document("Talks began.", "en").quote(0, 5, "rule") == Evidence(0, 5, "Talks", "rule")
