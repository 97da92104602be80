"""The glossary: what things are called in each language of the site."""

from __future__ import annotations

import re

from briefgen.model.settings import Settings
from tests.rendering.sample_site import pages, site, visit


def terms(page: str) -> list[tuple[str, ...]]:
    """The rows of all tables, in words."""
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', page)
    return [tuple(re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)) for row in rows]


def test_terms_in_each_language() -> None:
    """The page's language comes first; what has one name only is nothing to look up."""
    made = pages(site())
    assert ("Cybercrime", "サイバー犯罪", "Tội phạm mạng") in terms(made["glossary.html"])
    assert ("オーストリア", "Austria", "Áo") in terms(made["ja/glossary.html"])
    assert ("Di cư", "Migration", "移民") in terms(made["vi/glossary.html"])
    assert not any("Old treaty" in row for row in terms(made["glossary.html"]))
    assert '<td lang="ja">サイバー犯罪</td>' in made["glossary.html"]


def test_a_site_of_one_language_needs_none() -> None:
    """There is neither a page nor a link to it."""
    made = pages(site(visit(), settings=Settings(title="Test", languages=("en",))))
    assert "glossary.html" not in made
    assert "glossary" not in made["index.html"]
