"""The map of the world, the table beside it, and the small maps of countries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.model.frontmatter import CountryRef
from briefgen.model.settings import Settings
from briefgen.rendering.atlas import Atlas, AtlasError, load_atlas
from briefgen.rendering.edition import Edition
from briefgen.rendering.localize import localizer
from briefgen.rendering.locator import MOST_BYTES, locator
from briefgen.rendering.outlines import area, window_of
from tests.rendering.sample_site import VOCABULARY, pages, site, visit, written

ATLAS = load_atlas(Path("no-templates"))
SITE = site()
PAGES = pages(SITE)
FOCUSED = pages(site(settings=Settings(title="Test", languages=("en",), focus_country="VN")))


def edition(lang: str = "en", atlas: Atlas = ATLAS) -> Edition:
    """The sample site in a language."""
    return Edition(SITE, localizer(lang, VOCABULARY), {}, atlas)


def shapes(page: str) -> dict[str, str]:
    """The classes of the countries on a map by their codes."""
    return dict(re.findall(r'<path id="map-(\w\w)" class="([^"]+)"', page))


def test_every_country_of_iso_is_on_the_map() -> None:
    """Shapes and dots have the codes of ISO 3166-1 and Kosovo's, each once; only two uninhabited islands are missing."""
    assert not set(ATLAS.paths) & set(ATLAS.dots)
    assert len(ATLAS.paths) + len(ATLAS.dots) == 249 - len({"BV", "HM"}) + len({"XK"})
    assert {"SG", "MT", "BH", "TV", "WS", "VA"} <= set(ATLAS.dots)
    assert {"VN", "AT", "RU", "FJ", "AQ", "UA", "XK", "GF"} <= set(ATLAS.paths)


def test_nothing_smears_across_the_map() -> None:
    """No line runs across the world where a country crosses the antimeridian, and Russia, Fiji and Alaska are whole."""
    longest = {
        code: max(abs(x - x2) for one in outlines for (x, _), (x2, _) in zip(one.ring, one.ring[1:], strict=False))
        for code, outlines in ATLAS.shapes.items()
    }
    assert {code for code, length in longest.items() if length > ATLAS.window.width / 10} == {"AQ"}
    russia = max(ATLAS.shapes["RU"], key=lambda one: area(one.ring))
    assert window_of(russia.ring).right > 0.85 * ATLAS.window.width
    assert window_of(point for one in ATLAS.shapes["FJ"] for point in one.ring).width < ATLAS.window.width / 50


def test_where_things_lie() -> None:
    """The projection puts what is north above and what is east to the right: Austria, Singapore, Tuvalu; all in the window."""
    austria = window_of(ATLAS.shapes["AT"][0].ring)
    (x, y), (far, _) = ATLAS.dots["SG"], ATLAS.dots["TV"]
    assert austria.right < x < far < ATLAS.window.right
    assert austria.bottom < y < ATLAS.window.bottom
    for outlines in ATLAS.shapes.values():
        assert all(ATLAS.window.grown(1).holds(one.window) for one in outlines)


def test_countries_are_shaded_and_linked() -> None:
    """A country with briefings leads to its dossier under its name and count; one without is only drawn."""
    page = PAGES["map.html"]
    assert '<a href="countries/at.html"><title>Austria: 1 briefing</title><path id="map-AT" class="s1"' in page
    assert '<a href="countries/vn.html"><title>Vietnam: 3 briefings</title><path id="map-VN" class="s3"' in page
    assert shapes(page)["FR"] == "s0"
    assert "countries/fr.html" not in page
    assert "<title>オーストリア：資料1件</title>" in PAGES["ja/map.html"]


def test_a_small_state_is_a_dot() -> None:
    """A dot leads to the dossier too."""
    page = pages(site(written("sg", "Talks", countries=(CountryRef("SG"),))))["map.html"]
    assert '<a href="countries/sg.html"><title>Singapore: 1 briefing</title>' in page
    assert shapes(page)["SG"] == "dot s1"


def test_the_table_says_the_same() -> None:
    """The table has the countries of the map, the most briefings first, with numbers; mentions stand apart."""
    page = PAGES["map.html"]
    rows = re.findall(r'<th scope="row">.*?<a href="countries/(\w\w)\.html">.*?<td class="num">(\d+)</td>', page)
    assert rows == [("vn", "3"), ("at", "1")]
    assert page.index("Only mentioned") < page.index('<a href="countries/jp.html">Japan</a>')


def test_the_own_country_of_a_site_stands_apart() -> None:
    """With a focus country the shades tell about its partners; it is outlined and comes last."""
    page = FOCUSED["map.html"]
    assert shapes(page)["VN"].endswith(" focus")
    assert shapes(page)["AT"] == "s1"
    rows = re.findall(r'<th scope="row">.*?<a href="countries/(\w\w)\.html">', page)
    assert rows == ["at", "vn"]


def test_a_map_without_briefings() -> None:
    """The map of an empty site says that there is nothing on it yet."""
    empty = pages(site(written("none", "Nothing")))["map.html"]
    assert "No briefing is about a country yet." in empty
    assert set(shapes(empty).values()) == {"s0", "dot s0"}


def test_a_site_brings_its_own_map(tmp_path: Path) -> None:
    """`map.svg` among the site's templates replaces the map; ids that are no country's are left out."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path id="AT" d="M1 1h2v2z"/><path id="sea" d="M0 0"/></svg>'
    )
    (tmp_path / "map.svg").write_text(svg, encoding="utf-8")
    page = pages(site(visit()), tmp_path)["map.html"]
    assert 'viewBox="0 0 9 6"' in page
    assert shapes(page) == {"AT": "s1"}


@pytest.mark.parametrize(
    ("svg", "sentence"),
    [
        ("<svg", "templates/map.svg: unclosed token: line 1"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "templates/map.svg: the svg element has no viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "templates/map.svg: no path has the code"),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path id="AT" d="M0 0Q1 1 2 2z"/></svg>',
            "templates/map.svg: the shape of AT cannot be read: not a path of straight lines: Q",
        ),
    ],
)
def test_a_broken_map_says_why(tmp_path: Path, svg: str, sentence: str) -> None:
    """What is wrong with a site's own map is told in a sentence."""
    (tmp_path / "map.svg").write_text(svg, encoding="utf-8")
    with pytest.raises(AtlasError) as caught:
        load_atlas(tmp_path)
    assert str(caught.value).startswith(sentence)


def test_every_country_has_a_small_locator() -> None:
    """Each country of the map is found in its region, shape or dot inside the picture, in few bytes."""
    for code in (*ATLAS.paths, *ATLAS.dots):
        place = locator(edition(), code)
        assert place is not None
        width, height = map(int, place.view_box.split()[2:])
        assert place.here or place.dot, code
        assert len(place.land) + len(place.here) <= MOST_BYTES
        if place.dot:
            assert 0 <= place.dot[0] <= width
            assert 0 <= place.dot[1] <= height


def test_a_locator_speaks_the_language_of_the_page() -> None:
    """Its picture is the same in every language, its name is not; a code that no map has gives nothing."""
    english, japanese = locator(edition(), "AT"), locator(edition("ja"), "AT")
    assert english
    assert japanese
    assert english.label == "Where Austria lies"
    assert japanese.label == "オーストリアの位置"
    assert english.here == japanese.here
    assert locator(edition(), "ZZ") is None
