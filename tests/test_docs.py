"""The reference pages name every key and every allowed value of the model."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from briefgen.cli import main
from briefgen.model import frontmatter
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.settings import Settings, Theme

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

REFS = [
    getattr(frontmatter, name)
    for name in ("CountryRef", "TopicRef", "PersonRef", "OrganizationRef", "AgreementRef", "EventRef", "Statement")
] + [frontmatter.KeyPoint, frontmatter.Figure, frontmatter.MediaRef, frontmatter.SourceRef]

VALUES = [
    getattr(frontmatter, name)
    for name in ("BriefingType", "CountryRole", "AgreementKind", "AgreementStatus", "EventKind", "Act", "Review", "Handling")
] + [frontmatter.Translation]


def code_words(page: str) -> set[str]:
    """Every word that stands in code on a page."""
    prose = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in re.findall(r"[\w+-]+", code)}


@pytest.mark.parametrize("key", [field.name for field in fields(FrontMatter)])
def test_every_key_of_the_front_matter(key: str) -> None:
    """Each key has a row of its own in docs/front-matter.md."""
    assert f"| `{key}` |" in (DOCS / "front-matter.md").read_text(encoding="utf-8")


def test_every_inner_key_and_value() -> None:
    """Keys inside lists and allowed values are named in docs/front-matter.md."""
    words = code_words((DOCS / "front-matter.md").read_text(encoding="utf-8"))
    wanted = {field.name for ref in REFS for field in fields(ref)} | {value for one in VALUES for value in get_args(one)}
    assert wanted - words == set()


@pytest.mark.parametrize("key", [field.name for field in fields(Settings)])
def test_every_setting(key: str) -> None:
    """Each key of site.yaml has a row with its default in docs/settings.md."""
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert f"| `{key}` |" in page
    assert {field.name for field in fields(Theme)} <= code_words(page)


@pytest.mark.parametrize(
    "module",
    sorted(path.stem for path in (ROOT / "briefgen").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()),
)
def test_every_module_has_its_place(module: str) -> None:
    """The architecture page shows where each module of the package stands."""
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert module.startswith("__") or re.search(rf"\b{module}\b", page)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command(command: str) -> None:
    """Each command of the program is shown in the README."""
    assert f"briefgen {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_link_of_the_docs_is_dead() -> None:
    """Every relative link between the documents leads to a file."""
    for page in (*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        prose = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
