"""The site's own pages: about, method, corrections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.indexing import index
from briefgen.model.settings import Settings
from briefgen.model.site import Beside, Site
from tests.rendering.sample_site import VOCABULARY, pages, visit, written


def about(*langs: str) -> Site:
    """A site with its page "about" in these languages."""
    texts = tuple(
        replace(
            written(f"_pages/about.{lang}", f"About ({lang})", lang=lang, body=f"Made in *{lang}*."),
            slug="about" if lang == "en" else f"about-{lang}",
        )
        for lang in langs
    )
    settings = Settings(title="Test", languages=("en", "ja", "vi"))
    made, problems = index((visit(),), VOCABULARY, settings, Beside(texts=texts))
    assert not problems
    return made


@pytest.mark.parametrize(
    ("langs", "shown"),
    [(("en", "ja"), {"": "en", "ja/": "ja", "vi/": "en"}), (("vi",), {"": "vi", "ja/": "vi", "vi/": "vi"})],
)
def test_in_the_language_of_the_reader(langs: tuple[str, ...], shown: dict[str, str]) -> None:
    """Else in the language of the site, else in the one there is; a text in another language is marked as such."""
    made = pages(about(*langs))
    for folder, lang in shown.items():
        page = made[f"{folder}about.html"]
        assert f"Made in <em>{lang}</em>." in page
        own = folder.removesuffix("/") or "en"
        assert (f'lang="{lang}"' in page.partition("<main")[2]) is (lang != own)


def test_linked_from_every_page() -> None:
    """Readers find it at the foot of each page; it is no briefing and stands in no list."""
    made = pages(about("en"))
    assert 'href="../about.html"' in made["briefings/visit.html"]
    assert "About (en)" not in made["timeline.html"].partition("<main")[2].partition("</main>")[0]
