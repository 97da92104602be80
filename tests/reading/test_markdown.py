"""Markdown briefings are taken as written."""

from __future__ import annotations

import pytest

from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.markdown import read_markdown

EMPTY = Vocabulary(countries={}, topics={})


@pytest.mark.parametrize("text", ["Share this\n\n**「条約」**に署名。", "Chia sẻ\n\nBộ trưởng tiếp đoàn.", "# Menu\n\n- Home"])
def test_the_text_stays_as_it_is(text: str) -> None:
    """Nothing is cleaned from what a person wrote, and its first line is known."""
    article, problems = read_markdown(f"---\ntitle: A\n---\n\n{text}\n", "x/a", "content/x/a.md", EMPTY)
    assert problems == ()
    assert (article.id, article.raw, article.text, article.body_line) == ("x/a", False, text, 5)
    assert article.removed == ()


@pytest.mark.parametrize("text", ["Only text.", "---\n---\nText.", "---\nlang: en\n---\nText."])
def test_a_title_is_required(text: str) -> None:
    """A briefing without title says where a title goes."""
    problems = read_markdown(text, "a", "a.md", EMPTY)[1]
    assert [str(problem) for problem in problems] == [
        "a.md:1:1: the briefing has no title; begin the file with a front matter: `---`, `title: …`, `---`"
    ]


def test_a_broken_front_matter_is_told_once() -> None:
    """Where the front matter cannot be read, the missing title is not told on top."""
    problems = read_markdown("---\ntitle: a: b\n---\nText.", "a", "a.md", EMPTY)[1]
    assert len(problems) == 1
