"""Templates: overrides, errors with their place, and a reference that misses nothing."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from pathlib import Path

import pytest

from briefgen.rendering import views
from briefgen.rendering.templates import TemplatingError, shipped_templates
from tests.rendering.sample_site import pages, site, visit

REFERENCE = Path(__file__).parents[2] / "docs" / "templates.md"


def test_a_site_overrides_one_block(tmp_path: Path) -> None:
    """A site's own template extends the shipped one of the same name and changes a block of it."""
    (tmp_path / "base.html").write_text(
        '{% extends "shipped/base.html" %}{% block footer %}<p>Ours</p>{% endblock %}', encoding="utf-8"
    )
    page = pages(site(visit()), tmp_path)["countries/at.html"]
    assert "<p>Ours</p>" in page
    assert "Made with briefgen" not in page


def test_a_site_adds_and_replaces_assets(tmp_path: Path) -> None:
    """A file in the site's assets replaces the shipped one or stands beside it."""
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "style.css").write_text("body { color: red }", encoding="utf-8")
    (assets / "more.css").write_text("", encoding="utf-8")
    made = pages(site(visit()), tmp_path)
    assert made["assets/style.css"] == "body { color: red }"
    assert "assets/more.css" in made


@pytest.mark.parametrize(
    ("template", "place"),
    [("{% if %}", "templates/404.html:1:"), ("\n{{ nothing.here }}", "templates/404.html:2:")],
)
def test_a_broken_template_names_its_place(tmp_path: Path, template: str, place: str) -> None:
    """An error in a template is a sentence with the template and the line."""
    (tmp_path / "404.html").write_text(template, encoding="utf-8")
    with pytest.raises(TemplatingError) as caught:
        pages(site(visit()), tmp_path)
    assert str(caught.value).startswith(place)


def test_the_reference_names_every_template_and_value() -> None:
    """docs/templates.md has each shipped template, and each view with each of its values."""
    reference = REFERENCE.read_text(encoding="utf-8")
    for path in shipped_templates().glob("*.html"):
        assert f"`{path.name}`" in reference
    modules = [importlib.import_module(f"{views.__name__}.{module.name}") for module in pkgutil.iter_modules(views.__path__)]
    for view in (value for module in modules for value in vars(module).values()):
        if isinstance(view, type) and dataclasses.is_dataclass(view):
            section = reference.partition(f"### {view.__name__}\n")[2].partition("\n### ")[0]
            assert section, f"{view.__name__} is missing"
            for value in dataclasses.fields(view):
                assert f"`{value.name}`" in section, f"{view.__name__}.{value.name} is missing"
