"""Raw text: its front matter is read, the rest is cleaned."""

from __future__ import annotations

import pytest

from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.plain import read_plain

EMPTY = Vocabulary(countries={}, topics={})


@pytest.mark.parametrize(
    "sentence",
    [
        "The two ministers met in the capital on Monday and spoke about the transfer of sentenced persons for two hours.",
        "両国の大臣は月曜日に首都で会談し、受刑者の移送について二時間にわたり意見を交わし、協力を進めることで一致した。",
        "Hai bộ trưởng đã gặp nhau tại thủ đô hôm thứ Hai và trao đổi trong hai giờ về chuyển giao người bị kết án.",
    ],
)
def test_text_is_kept_and_placed(sentence: str) -> None:
    """The article's sentence is kept letter by letter in a block; what the front matter states is known."""
    article, problems = read_plain(f"---\nlang: vi\n---\n{sentence}\n", "a", "a.txt", EMPTY)
    assert problems == ()
    assert (article.raw, article.stated.lang, article.body_line) == (True, "vi", 4)
    assert [article.text[block.start : block.end] for block in article.blocks] == [sentence]


def test_nothing_is_lost_between_text_and_removed() -> None:
    """What cleaning cuts is kept with its reason."""
    body = "The ministers met in the capital on Monday and spoke about trade for two hours, the ministry said."
    article, _ = read_plain(f"Home\nNews\nContact\n\n{body}\n\nShare on Facebook\n", "a", "a.txt", EMPTY)
    assert body in article.text
    assert all(item.why for item in article.removed)
    together = article.text + "\n".join(item.text for item in article.removed)
    assert all(line in together for line in ("Home", "News", "Contact", "Share on Facebook"))


def test_a_file_of_nothing_but_front_matter() -> None:
    """A raw article without article is told."""
    problems = read_plain("---\ntitle: A\n---\n", "a", "a.txt", EMPTY)[1]
    assert [str(p) for p in problems] == [
        "a.txt: there is no article in the file; it is empty, or holds only menus and footers"
    ]
