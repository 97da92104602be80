"""Saved pages: the article, its metadata and captions; the page around it is cut and kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefgen.config import load_vocabulary
from briefgen.errors import MissingExtra
from briefgen.model.article import Article, Role, Trait
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.html import read_html

VOCABULARY = Vocabulary({}, {})

TEXTS = {
    "en": (
        "Ports of Denmark and Kenya to train pilots together",
        "The ports of Aarhus and Mombasa will train their pilots together from next spring, both offices said on Friday.",
        "Twenty pilots are to spend a month in the other port. The costs are shared.",
        "The first pilots of the port, in May.",
    ),
    "ja": (
        "デンマークとケニアの港、水先人を共同で訓練",
        "オーフス港とモンバサ港は、来年の春から水先人を共同で訓練すると金曜日に発表した。両港の事務所が費用を分担する。",
        "二十人の水先人が相手の港で一か月を過ごす予定で、訓練は毎年続けられる見通しである。",
        "五月に撮影された港の水先人。",
    ),
    "vi": (
        "Cảng Đan Mạch và Kenya cùng đào tạo hoa tiêu",
        "Cảng Aarhus và cảng Mombasa sẽ cùng đào tạo hoa tiêu từ mùa xuân tới, văn phòng hai cảng cho biết hôm thứ Sáu.",
        "Hai mươi hoa tiêu sẽ làm việc một tháng tại cảng bạn. Chi phí được chia đôi giữa hai bên.",
        "Các hoa tiêu đầu tiên của cảng, tháng 5.",
    ),
}


def page(lang: str) -> str:
    """A news page with a menu, a figure, a list of other articles, comments and a footer."""
    title, first, second, caption = TEXTS[lang]
    return f"""<!doctype html><html lang="{lang}"><head><title>{title} | Harbor News</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Harbor News">
<meta property="article:published_time" content="2024-05-17T08:30:00+02:00">
<link rel="canonical" href="https://news.example.org/ports/pilots">
<meta name="author" content="Ann Example"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/ports">Ports</a></li></ul></nav>
<article><h1>{title}</h1>
<figure><img src="pilots.jpg" alt=""><figcaption>{caption} Photo: Harbor News/B. Example</figcaption></figure>
<p>{first}</p><p>{second}</p></article>
<aside><h2>Related</h2><ul><li><a href="/a">Three ports to watch this year</a></li></ul></aside>
<footer>© 2024 Harbor News</footer></body></html>"""


def read(html: str) -> Article:
    """The article of a page that must have no problems."""
    article, problems = read_html(html, "a", "content/a.html", VOCABULARY)
    assert problems == ()
    return article


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_article_of_a_page(lang: str) -> None:
    """Title and paragraphs are kept word for word, menu, related list and footer are not."""
    title, first, second, _ = TEXTS[lang]
    article = read(page(lang))
    headline = article.blocks[0]
    assert headline.role is Role.HEADLINE
    assert article.text[headline.start : headline.end] == title
    assert first in article.text
    assert second in article.text
    assert not any(cut in article.text for cut in ("Home", "Three ports", "©"))
    assert any("Three ports to watch" in cut.text for cut in article.removed)


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_metadata_is_harvested(lang: str) -> None:
    """Date, author, publisher and address come from the page's metadata, with the place as proof."""
    harvest = {item.trait: item for item in read(page(lang)).harvest}
    assert harvest[Trait.DATE].value == "2024-05-17"
    assert harvest[Trait.AUTHOR].value == "Ann Example"
    assert harvest[Trait.PUBLISHER].value == "Harbor News"
    assert harvest[Trait.SOURCE_URL].value == "https://news.example.org/ports/pilots"


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_captions_are_no_text(lang: str) -> None:
    """The caption of a figure is a caption, with its credit apart."""
    article = read(page(lang))
    caption = TEXTS[lang][3]
    assert [(media.caption, media.credit, media.file) for media in article.media] == [
        (caption, "Harbor News/B. Example", "pilots.jpg")
    ]
    assert caption not in article.text


def test_a_date_in_the_story_is_not_the_page_date() -> None:
    """Without metadata the date of an event in the text is never taken for that of the page."""
    html = page("en").replace('<meta property="article:published_time" content="2024-05-17T08:30:00+02:00">', "")
    html = html.replace("on Friday.", "on 3 March 2019.").replace("© 2024 Harbor News", "Harbor News")
    assert not any(item.trait is Trait.DATE for item in read(html).harvest)


def test_front_matter_before_the_page() -> None:
    """A page may begin with a front matter, whose values are stated."""
    html = f"---\ntitle: Pilots\ncountries: [DK]\n---\n{page('en')}"
    vocabulary, _ = load_vocabulary(Path("/no/such/site"))
    article, problems = read_html(html, "a", "content/a.html", vocabulary)
    assert problems == ()
    assert article.stated.title == "Pilots"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing trafilatura is one sentence with the command that installs it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"reading \.html needs the extra \[import\]: pip install 'briefgen\[import\]'"):
        read_html(page("en"), "a", "content/a.html", VOCABULARY)
