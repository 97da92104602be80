"""`.md`: a briefing, taken as written."""

from __future__ import annotations

from briefgen.errors import Problem
from briefgen.model.article import Article
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.frontmatter import read_head


def read_markdown(text: str, article_id: str, file: str, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """A Markdown briefing and the problems of its front matter; a briefing must have a title."""
    head = read_head(text, file, vocabulary)
    problems = head.problems
    if not head.stated.title and not problems:
        hint = "begin the file with a front matter: `---`, `title: …`, `---`"
        problems = (Problem(file, 1, 1, "the briefing has no title", hint),)
    article = Article(
        id=article_id,
        file=file,
        raw=False,
        text=head.body.strip("\n"),
        stated=head.stated,
        positions=head.positions,
        body_line=head.body_line + len(head.body) - len(head.body.lstrip("\n")),
    )
    return article, problems
