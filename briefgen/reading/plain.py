"""`.txt`: a raw article, as it came off the web."""

from __future__ import annotations

from briefgen.errors import Problem
from briefgen.model.article import Article
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.cleaning import clean
from briefgen.reading.frontmatter import read_head


def read_plain(text: str, article_id: str, file: str, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """A raw article, cleaned, and the problems of its front matter if it has one."""
    head = read_head(text, file, vocabulary, raw=True)
    cleaned = clean(head.body)
    problems = head.problems
    if not cleaned.text.strip() and not problems:
        problems = (Problem(file, 0, 0, "there is no article in the file", "it is empty, or holds only menus and footers"),)
    article = Article(
        id=article_id,
        file=file,
        raw=True,
        text=cleaned.text,
        stated=head.stated,
        positions=head.positions,
        body_line=head.body_line,
        blocks=cleaned.blocks,
        removed=cleaned.removed,
        media=cleaned.media,
        harvest=cleaned.harvest,
    )
    return article, problems
