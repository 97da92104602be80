"""The labelled articles: `articles/LANG/NAME.txt` with `NAME.yaml` beside it, and what briefgen says about each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from briefgen.analysis import analyze
from briefgen.analysis.export import as_json
from briefgen.analysis.knowledge import Knowledge
from briefgen.config import load_vocabulary
from briefgen.reading import read_article
from briefgen.yamldoc import parse
from tests.quality.scoring import Label, Result

ARTICLES: Final = Path(__file__).with_name("articles")
LANGUAGES: Final = ("en", "ja", "vi")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and what a careful reader finds in it; `name` is `LANG/NAME`."""

    name: str
    lang: str
    path: Path
    label: Label

    @property
    def raw(self) -> str:
        """The article as it came."""
        return self.path.read_text(encoding="utf-8")


def load(articles: Path = ARTICLES) -> tuple[Labelled, ...]:
    """Every labelled article in the order of names; raises ValueError for a label that is no YAML mapping."""
    return tuple(_labelled(path, articles) for path in sorted(articles.glob("*/*.txt")))


def results(corpus: tuple[Labelled, ...]) -> Iterator[tuple[Labelled, Result]]:
    """Each article with the `analyze --json` of it, by the shipped vocabulary alone."""
    vocabulary, _ = load_vocabulary(Path(__file__).parent)
    knowledge = Knowledge(vocabulary)
    for item in corpus:
        article, _ = read_article(item.path, item.path.name, f"{item.name}.txt", vocabulary)
        if article is None:
            msg = f"{item.name} cannot be read"
            raise ValueError(msg)
        result: dict[str, Any] = as_json(article, analyze(article, knowledge))
        yield item, result


def fingerprint(articles: Path = ARTICLES) -> str:
    """The SHA-256 of all articles and labels with their names: another corpus has other floors."""
    digest = hashlib.sha256()
    for path in sorted([*articles.glob("*/*.txt"), *articles.glob("*/*.yaml")], key=lambda path: path.as_posix()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(articles).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _labelled(path: Path, articles: Path) -> Labelled:
    label = path.with_suffix(".yaml")
    document = parse(label.read_text(encoding="utf-8"), label.name)
    if not isinstance(document.data, dict) or document.problems:
        msg = f"{label.name} is no label: {document.problems}"
        raise ValueError(msg)
    return Labelled(path.relative_to(articles).with_suffix("").as_posix(), path.parent.name, path, document.data)
