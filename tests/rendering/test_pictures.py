"""Pictures: shown where briefings show them, published only then, and missing ones told at their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.rendering.pictures import find_picture, with_pictures

PNG = b"\x89PNG\r\n\x1a\n"


def build(site: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Build a site from inside its folder; the exit code and what was said."""
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, ["build"])
    return result.exit_code, result.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in two languages with pictures beside and above its briefing, and one that only a draft shows."""
    (tmp_path / "site.yaml").write_text("title: T\nlanguages: [en, ja]\ntheme: {logo: logo.svg}\n")
    content = tmp_path / "content"
    (content / "2025").mkdir(parents=True)
    for name in ("2025/hải phòng.png", "press.jpg", "secret.png", "logo.svg"):
        (content / name).write_bytes(PNG + name.encode())
    (content / "2025" / "a.md").write_text(
        "---\ntitle: A\nmedia: [{file: press.jpg, caption: The port, credit: VNA}]\n---\n![Ships](<hải phòng.png>)\n"
    )
    (content / "draft.md").write_text("---\ntitle: D\nreview: draft\n---\n![x](secret.png)\n")
    return tmp_path


def test_pictures_are_shown_in_every_language(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture stands once in the output, and each language's page leads to it."""
    assert build(site, monkeypatch)[0] == 0
    output = site / "output"
    assert (output / "pictures" / "2025" / "hải phòng.png").read_bytes() == PNG + "2025/hải phòng.png".encode()
    page = (output / "briefings" / "a.html").read_text()
    assert 'src="../pictures/2025/h%E1%BA%A3i%20ph%C3%B2ng.png"' in page
    assert '<img src="../pictures/press.jpg" alt="The port"' in page
    assert 'src="../../pictures/2025/h%E1%BA%A3i%20ph%C3%B2ng.png"' in (output / "ja" / "briefings" / "a.html").read_text()
    assert 'src="pictures/logo.svg"' in (output / "index.html").read_text()


def test_pictures_of_unpublished_briefings_stay_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a draft shows is not published beside it."""
    build(site, monkeypatch)
    assert not (site / "output" / "pictures" / "secret.png").exists()


def test_missing_and_foreign_pictures(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that is not there, in text, media or theme, and one on another host are errors at their places."""
    (site / "site.yaml").write_text("theme: {logo: no.svg}\n")
    (site / "content" / "2025" / "a.md").write_text(
        "---\ntitle: A\nmedia: [{file: no.jpg}]\n---\nText\n\n![x](no.png) ![y](https://example.org/y.png)\n"
    )
    code, said = build(site, monkeypatch)
    assert code == 1
    assert "content/2025/a.md:3:16: there is no picture `no.jpg`" in said
    assert "content/2025/a.md:7: there is no picture `no.png`" in said
    assert "content/2025/a.md:7: the picture `https://example.org/y.png` is on another host" in said
    assert "site.yaml: there is no picture `no.svg`" in said


@pytest.mark.parametrize(
    ("written", "found"),
    [("a.png", "2025/a.png"), ("b.png", "b.png"), ("../b.png", "b.png"), ("%61.png", "2025/a.png"), ("../../b.png", None)],
)
def test_paths_of_pictures(written: str, found: str | None) -> None:
    """A path is relative to the briefing, else to `content/`, and never leads outside."""
    assert find_picture(written, "2025/briefing", {"2025/a.png": b"", "b.png": b""}) == found


def test_bodies_are_fitted_to_their_page() -> None:
    """The address of a picture in a body becomes relative to the page."""
    assert with_pictures('<img src="picture:2025/a.png">', "ja/briefings/x.html") == '<img src="../../pictures/2025/a.png">'
