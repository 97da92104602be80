"""Files of `content/` → articles, each by the reader of its suffix. Problems are gathered, never raised."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from briefgen.errors import MissingExtra, Problem
from briefgen.model.article import Article
from briefgen.model.memo import FORGETFUL, Memo, Task
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.encoding import NotText, decode
from briefgen.reading.markdown import read_markdown
from briefgen.reading.quotes import quote_problems

Reader = Callable[[str, str, str, Vocabulary], tuple[Article, tuple[Problem, ...]]]
"""Takes text, article id, file name for messages and the vocabulary."""

_Read = tuple[Article | None, tuple[Problem, ...]]
"""An article, None where a file holds no text, and what is wrong with it."""


def _read_plain(text: str, article_id: str, file: str, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """What `plain` reads. Raw text takes much to clean that most builds have no use for, so it is loaded when there is some."""
    from briefgen.reading.plain import read_plain  # noqa: PLC0415

    return read_plain(text, article_id, file, vocabulary)


def _read_html(text: str, article_id: str, file: str, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """What `html` reads, loaded when there is some."""
    from briefgen.reading.html import read_html  # noqa: PLC0415

    return read_html(text, article_id, file, vocabulary)


READERS: Final[Mapping[str, Reader]] = {
    ".md": read_markdown,
    ".txt": _read_plain,
    ".html": _read_html,
    ".htm": _read_html,
}
"""The reader of each suffix."""

_DOCUMENTS: Final = {".markdown", ".mdx", ".rst", ".rtf", ".doc", ".docx", ".odt", ".pdf", ".xhtml", ".mht", ".mhtml", ".eml"}
"""Suffixes of texts that no reader takes; whoever puts one into `content/` expects a page."""

_IMPORTED: Final = {".docx", ".pdf", ".mht", ".mhtml", ".eml"}
"""Those of them that `briefgen import` takes."""

PICTURES: Final = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
"""Suffixes of pictures, which lie beside the articles that show them."""

MAX_PICTURE_BYTES: Final = 20_000_000
"""Larger pictures are not for a web page; a camera's full size is about ten million bytes."""

MAX_BYTES: Final = 10_000_000
"""Larger files are no articles: the longest books have about five million letters."""

PAGES: Final = "_pages"
"""Folder of the site's own pages under `content/`: about, method, corrections, as `about.md` or, in Japanese, `about.ja.md`."""

SOURCES: Final = "sources"
"""Folder of archived source texts under `content/`; they are quoted, never published as pages."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All of `content/`: articles in the order of their paths, archived sources and pictures by their path in it, problems.

    `pages` are the site's own texts, which are no briefings.
    """

    articles: tuple[Article, ...]
    sources: Mapping[str, str]
    problems: tuple[Problem, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    pages: tuple[Article, ...] = ()


def read_articles(content: Path, vocabulary: Vocabulary, memo: Memo = FORGETFUL) -> Reading:
    """Read every article below `content`; never raises for what stands in a file. `memo` may know what was read before."""
    memo = memo.knowing(vocabulary)
    texts: list[_Source] = []
    sources: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(_files(content)):
        relative = path.relative_to(content).as_posix()
        file = f"{content.name}/{relative}"
        if relative.startswith(f"{SOURCES}/"):
            text, found = _text(path, file)
            sources[relative] = text
        elif path.suffix.lower() in READERS:
            texts.append(_Source(path, file, relative))
            continue
        elif path.suffix.lower() in PICTURES:
            data, found = _picture(path, file)
            pictures |= {relative: data} if data else {}
        else:
            found = _unread(path, file)
        problems += found
    articles, found = _articles(texts, vocabulary, memo)
    pages, wrong = _articles(_pages(content), vocabulary, memo)
    told = [problem for article in articles for problem in _source_problems(article, sources)]
    return Reading(articles, sources, (*problems, *found, *told, *_same_ids(articles), *wrong), pictures, pages)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that holds an article: where it is, its name for messages, and its path under `content/`."""

    path: Path
    file: str
    relative: str


def _pages(content: Path) -> list[_Source]:
    """The files of the site's own pages."""
    found = sorted((content / PAGES).glob("*.md"))
    names = [path.relative_to(content).as_posix() for path in found]
    return [_Source(path, f"{content.name}/{name}", name) for path, name in zip(found, names, strict=True)]


def _articles(
    sources: Iterable[_Source], vocabulary: Vocabulary, memo: Memo
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of files, and the problems in them."""
    problems: list[Problem] = []
    tasks: list[Task[_Read]] = []
    for source in sources:
        data, found = _data(source.path, source.file)
        problems += found
        if not found:
            tasks.append(_task(data, source.file, source.relative, vocabulary))
    read = memo.recall_all("reading", tasks)
    problems += [problem for _, found in read for problem in found]
    return tuple(article for article, _ in read if article), tuple(problems)


def read_article(
    path: Path, file: str, relative: str, vocabulary: Vocabulary, memo: Memo = FORGETFUL
) -> tuple[Article | None, tuple[Problem, ...]]:
    """One file as an article and its problems; None when it holds no text.

    `relative` is its path under `content/`; `memo` knows the vocabulary.
    """
    data, problems = _data(path, file)
    if problems:
        return None, problems
    return memo.recall("reading", _task(data, file, relative, vocabulary))


def _task(data: bytes, file: str, relative: str, vocabulary: Vocabulary) -> Task[_Read]:
    """The reading of a file's bytes."""
    return Task(file, (data, file, relative), lambda _: _article(data, file, relative, vocabulary))


def _article(data: bytes, file: str, relative: str, vocabulary: Vocabulary) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article that a file's bytes are, and its problems."""
    text, problems = _decoded(data, file)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    if not text.strip():
        return None, (Problem(file, 0, 0, "the file is empty", "delete it, or put an article in"),)
    suffix = PurePosixPath(relative).suffix.lower()
    article_id = str(PurePosixPath(relative).with_suffix("")) if suffix in READERS else relative
    try:
        article, found = READERS.get(suffix, _read_plain)(text, article_id, file, vocabulary)
    except MissingExtra as error:
        return None, (*problems, Problem(file, 0, 0, str(error)))
    return article, (*problems, *found)


def _files(folder: Path) -> Iterable[Path]:
    """Every file below a folder, but hidden ones, `_vocabulary` and the like; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        yield from (Path(parent, name) for name in names if not name.startswith((".", "_")))


def _picture(path: Path, file: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a picture, or none and the problem that keeps it from being read."""
    try:
        size = path.stat().st_size
        if size > MAX_PICTURE_BYTES:
            limit = f"{size / 1e6:.0f} MB are too much for a picture"
            return b"", (Problem(file, 0, 0, limit, f"at most {MAX_PICTURE_BYTES // 1_000_000} MB are published"),)
        return path.read_bytes(), ()
    except OSError as error:
        return b"", (Problem(file, 0, 0, f"it cannot be read: {error.strerror}"),)


def _unread(path: Path, file: str) -> tuple[Problem, ...]:
    """A warning for a document that no reader takes; pictures and the like may lie beside the articles."""
    if path.suffix.lower() not in _DOCUMENTS:
        return ()
    importable = path.suffix.lower() in _IMPORTED
    hint = "move it out of content/ and `briefgen import` it" if importable else f"save it as one of {', '.join(READERS)}"
    return (Problem(file, 0, 0, f"`{path.suffix}` files are not read", hint, "warning"),)


def _text(path: Path, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, with a warning if its encoding is a guess; an empty one and an error if it cannot be read."""
    data, problems = _data(path, file)
    return ("", problems) if problems else _decoded(data, file)


def _data(path: Path, file: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a file, or none and the problem that keeps it from being read."""
    try:
        if not path.is_file():
            return b"", (Problem(file, 0, 0, "it is no file but a pipe, or a link that leads nowhere", "remove it"),)
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = f"{size / 1e6:.0f} MB are too much for an article"
            return b"", (Problem(file, 0, 0, limit, f"at most {MAX_BYTES // 1_000_000} MB are read"),)
        return path.read_bytes(), ()
    except OSError as error:
        return b"", (Problem(file, 0, 0, f"it cannot be read: {error.strerror}"),)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text that bytes are, with a warning if their encoding is a guess; an empty one and an error if they are none."""
    try:
        decoded = decode(data)
    except (NotText, MissingExtra) as error:
        return "", (Problem(file, 0, 0, str(error), "save it as UTF-8 text"),)
    if not decoded.guessed:
        return decoded.text, ()
    guess = f"it is not UTF-8; it was read as {decoded.guessed}, which is a guess"
    return decoded.text, (Problem(file, 0, 0, guess, "save it as UTF-8", "warning"),)


def _source_problems(article: Article, sources: Mapping[str, str]) -> Iterable[Problem]:
    """A problem for a source file that is not archived, else one for each quote that is not in it."""
    name = article.stated.source.file
    if not name:
        return
    if name in sources:
        yield from quote_problems(article, sources[name])
        return
    line, column = article.positions.get(("source", "file"), (1, 1))
    hint = "archived sources are text files in content/sources/"
    yield Problem(article.file, line, column, f"there is no archived source `{name}`", hint)


def _same_ids(articles: Iterable[Article]) -> Iterable[Problem]:
    """A problem for each file that differs from another in its suffix alone."""
    seen: dict[str, str] = {}
    for article in articles:
        if article.id in seen:
            hint = "rename one of them"
            yield Problem(article.file, 0, 0, f"it has the same name as {seen[article.id]}", hint)
        seen.setdefault(article.id, article.file)
