"""Whole pages: which there are, what stands on them, and that they hold together."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.indexing import index
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, CountryRef, PersonRef, TopicRef
from briefgen.model.settings import Settings, Theme
from briefgen.rendering import render
from briefgen.rendering.edition import MOST_LISTED
from tests.rendering.sample_site import VOCABULARY, Tags, find_names, pages, raw, site, visit, written

SITE = site()
PAGES = pages(SITE)
HTML = {path: text for path, text in PAGES.items() if path.endswith(".html")}
WHOLE = {path: text for path, text in HTML.items() if not path.startswith("old/")}


def test_every_kind_of_page_in_every_language() -> None:
    """The default language stands at the root, each further one in its folder."""
    kinds = ["index.html", "briefings/visit.html", "countries/at.html", "countries/index.html"]
    kinds += ["topics/cybercrime.html", "topics/index.html", "404.html"]
    assert {f"{folder}{kind}" for folder in ("", "ja/", "vi/") for kind in kinds} <= set(PAGES)
    assert "topics/crime.html" in PAGES
    assert "sitemap.xml" not in PAGES


def test_rendering_twice_gives_the_same_bytes() -> None:
    """Pages depend on nothing but the site."""
    assert render(SITE, Path("no-templates"), find_names) == render(SITE, Path("no-templates"), find_names)


@pytest.mark.parametrize("path", sorted(HTML))
def test_links_are_relative_and_lead_somewhere(path: str) -> None:
    """Every link inside the site ends in a file of it, so that pages open from disk, at a root and in any folder."""
    for tag in ("a", "link"):
        for attributes in Tags(HTML[path]).all(tag):
            href = attributes["href"]
            if href.startswith(("https://", "#")):
                continue
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href.partition("#")[0])) in PAGES


@pytest.mark.parametrize("path", sorted(HTML))
def test_policy_and_outline(path: str) -> None:
    """Each page has a strict policy, one first heading, its language, no inline styles, and script in files only."""
    page = Tags(HTML[path])
    policies = [m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'")
    assert "unsafe" not in policies[0]
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"]
    scripts = [attributes for attributes in page.all("script") if attributes != {"type": "application/ld+json"}]
    assert all(attributes["src"].endswith(".js") for attributes in scripts)
    assert not any(re.findall(r"<script(?: src=[^>]*)?>(.*?)</script>", HTML[path], re.DOTALL))
    assert not page.all("style")
    assert not any("style" in attributes for _, attributes in page.found)


@pytest.mark.parametrize("path", sorted(WHOLE))
def test_landmarks(path: str) -> None:
    """A skip link leads to the one main landmark; every id stands once, and every label points to one."""
    page = Tags(WHOLE[path])
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert page.all("a")[0]["href"] == f"#{page.all('main')[0]['id']}"
    assert {attributes["aria-labelledby"] for _, attributes in page.found if "aria-labelledby" in attributes} <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert all(low - high <= 1 for high, low in pairwise(levels))


def test_blocks_of_a_briefing() -> None:
    """A briefing page says what happened, who, what was said, where it stands, and where it was reported."""
    page = PAGES["briefings/visit.html"]
    for words in (
        "16–19 October (year not stated)",
        "A delegation asked for <strong>quicker</strong> talks.",
        "Three texts are open.",
        '<q lang="vi">He wants two treaties drafted</q>',
        "Requested",
        "asked for &lt;quicker&gt; talks",
        "Drafting",
        "9,000",
        "The meeting in Vienna",
        "Austrian Institute of Technology (AIT)",
        "machine translation",
        'href="https://news.example/a?b=1&amp;c=2"',
    ):
        assert words in page


def test_own_language_is_marked() -> None:
    """A briefing's own text keeps its language on pages of another, and carries no mark on pages of its own."""
    assert '<h1 class="headline" lang="ja">' in PAGES["briefings/raw.html"]
    assert '<h1 class="headline">' in PAGES["ja/briefings/raw.html"]
    assert '<h3 lang="ja"><a href="../briefings/raw.html">' in PAGES["countries/vn.html"]


def test_machine_drafts_say_so() -> None:
    """A page made from a raw article says that nobody reviewed it, how facts were found, and what was cut."""
    page = PAGES["briefings/raw.html"]
    assert "Drafted by machine from a source article and not yet reviewed." in page
    assert "countries/name" in page
    assert "コメント (0)" in page
    assert "機械" in PAGES["ja/briefings/raw.html"]


def test_lists_show_one_language_of_a_briefing() -> None:
    """Of a briefing and its translation a list shows the one in the page's language, and counts them once."""
    assert "Convention opens" in PAGES["countries/vn.html"]
    assert "条約の" not in PAGES["countries/vn.html"]
    assert "Convention opens" not in PAGES["ja/countries/vn.html"]
    assert "<dt>Briefings</dt><dd>3</dd>" in PAGES["countries/vn.html"]
    assert 'href="signing-ja.html" lang="ja">日本語</a>' in PAGES["briefings/signing.html"]


def test_long_dossiers_stay_short() -> None:
    """Only the newest briefings of a country stand with their bottom lines; each one stands in its timeline."""
    many = [visit(date=Edtf.parse(f"{1980 + n}"), aliases=()) for n in range(40)]
    page = pages(site(*(replace(one, id=f"v{n}", slug=f"v{n}") for n, one in enumerate(many))))["countries/at.html"]
    assert page.count('<article class="card">') == page.count('class="bottom-line"') == 5
    assert page.count('class="what"') == 40


def test_no_list_outgrows_a_page() -> None:
    """Of more briefings than a phone lays out at once the newest stand there, and the way to all others."""
    many = [visit(date=Edtf.parse(f"{1700 + n}"), aliases=()) for n in range(MOST_LISTED + 7)]
    made = pages(site(*(replace(one, id=f"v{n}", slug=f"v{n}") for n, one in enumerate(many))))
    assert made["countries/at.html"].count('class="what"') == MOST_LISTED
    assert '<a href="../timeline.html">7 more, on the timeline</a>' in made["countries/at.html"]
    assert made["ja/topics/cybercrime.html"].count('<article class="card">') == MOST_LISTED
    assert "ほか7件は年表へ" in made["ja/topics/cybercrime.html"]


def test_mentions_stand_apart() -> None:
    """A country that is only mentioned has a page that says so."""
    assert "Only mentioned in" in PAGES["countries/jp.html"]


def test_topics_know_their_broader_and_narrower_ones() -> None:
    """A topic page leads up and down the hierarchy."""
    assert '<a href="crime.html">Crime</a>' in PAGES["topics/cybercrime.html"]
    assert '<a href="cybercrime.html">Cybercrime</a>' in PAGES["topics/crime.html"]


def test_old_addresses_redirect() -> None:
    """An alias becomes a page that leads to the briefing's present address."""
    page = Tags(PAGES["old/visit.html"])
    assert page.all("a")[0]["href"] == "../briefings/visit.html"
    assert any(meta.get("content") == "0; url=../briefings/visit.html" for meta in page.all("meta"))


def test_full_addresses_need_a_base_url() -> None:
    """With a base URL there are a sitemap, canonical addresses, and alternates for each language and for all others."""
    made = pages(site(visit(), settings=Settings(languages=("en", "ja"), base_url="https://example.org/b/")))
    assert "<loc>https://example.org/b/ja/countries/at.html</loc>" in made["sitemap.xml"]
    assert "Sitemap: https://example.org/b/sitemap.xml" in made["robots.txt"]
    links = [(link["rel"], link.get("hreflang", ""), link["href"]) for link in Tags(made["ja/index.html"]).all("link")][:4]
    assert links == [
        ("canonical", "", "https://example.org/b/ja/index.html"),
        ("alternate", "en", "https://example.org/b/index.html"),
        ("alternate", "ja", "https://example.org/b/ja/index.html"),
        ("alternate", "x-default", "https://example.org/b/index.html"),
    ]


def test_focus_country_comes_last() -> None:
    """With a focus country its partner is named first: it is the news."""
    made = pages(site(visit(), settings=Settings(focus_country="VN")))
    kicker = made["briefings/visit.html"].partition('class="kicker"')[2].partition("</p>")[0]
    assert kicker.index("Austria") < kicker.index("Vietnam")


@pytest.mark.parametrize(("focus", "order"), [("", "Nobody's Austrian's Vietnam's"), ("AT", "Nobody's Vietnam's Austrian's")])
def test_people_of_no_known_country_stand_under_no_country(focus: str, order: str) -> None:
    """Whose country is not stated comes before every heading of a country, with and without a focus country."""
    people = (PersonRef("Austrian's", country="AT"), PersonRef("Nobody's"), PersonRef("Vietnam's", country="VN"))
    made = pages(site(visit(people=people), settings=Settings(focus_country=focus)))
    section = unescape(made["briefings/visit.html"].partition('id="b-people"')[2].partition("</section>")[0])
    assert sorted(order.split(), key=section.index) == order.split()
    assert section.index("Nobody's") < section.index('class="label"')


def test_agreements_that_people_wrote_come_first() -> None:
    """The register begins with reviewed agreements; what a machine found in a newer raw article comes after them."""
    found = AgreementRef("found pact", status="signed", parties=("AT", "VN"))
    drafted = raw()
    drafted = replace(drafted, facts=replace(drafted.facts, agreements=(found,)))
    home = pages(site(visit(agreements=(AgreementRef("Written pact", status="drafting"),)), drafted))["index.html"]
    assert home.index("Written pact") < home.index("found pact")


def test_accent_is_a_stylesheet_of_its_own() -> None:
    """A site's accent needs no inline style."""
    made = pages(site(visit(), settings=Settings(theme=Theme(accent="#14507a"))))
    assert "--accent: #14507a" in made["assets/accent.css"]
    assert any(link["href"] == "../assets/accent.css" for link in Tags(made["briefings/visit.html"]).all("link"))


def test_empty_site() -> None:
    """A site without briefings still has its front page."""
    empty, _ = index((), VOCABULARY, SITE.settings)
    made, _ = render(empty, Path("none"), find_names)
    home = next(output.data.decode() for output in made if output.path == "index.html")
    assert "No briefings yet" in home


def test_right_to_left_text_is_marked() -> None:
    """A passage in Arabic runs from right to left."""
    page = pages(site(written("ar", "توقيع الاتفاق", lang="ar", countries=(CountryRef("VN"),), topics=(TopicRef("crime"),))))
    assert 'lang="ar" dir="rtl"' in page["briefings/ar.html"]
