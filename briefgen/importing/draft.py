"""A briefing written out for review: its Markdown file and the archived source, in memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from briefgen.errors import Problem
from briefgen.importing.checks import Checks, checks_of
from briefgen.importing.frontmatter_text import front_matter_text
from briefgen.importing.markdown_text import markdown_text
from briefgen.importing.quoting import without_false_quotes
from briefgen.model.article import Path
from briefgen.model.briefing import Briefing
from briefgen.model.finding import Findings
from briefgen.model.frontmatter import FrontMatter, MediaRef, SourceRef
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading import SOURCES
from briefgen.reading.markdown import read_markdown
from briefgen.reading.quotes import quote_problems


@dataclass(frozen=True, slots=True)
class Draft:
    """What import writes: `path` and `archive` under `content/` with their texts, and what is wrong with them.

    `checks` are the remarks for the reviewer, as they stand in the file.
    """

    path: str
    archive: str
    text: str
    source_text: str
    checks: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def file(self) -> str:
        """The path of the briefing as messages show it."""
        return f"content/{self.path}"


def draft_of(slug: str, briefing: Briefing, findings: Findings, vocabulary: Vocabulary) -> Draft:
    """The draft of a briefing that was made from a raw article; `slug` is its name."""
    archive = f"{SOURCES}/{slug}.txt"
    source_text = archived_text(briefing)
    facts = without_false_quotes(_complete(briefing.facts, archive), source_text)
    checks = checks_of(briefing, facts, findings)
    text = f"---\n{front_matter_text(facts, checks)}---\n{markdown_text(briefing.body)}"
    draft = Draft(f"{slug}.md", archive, text, source_text, _remarks(checks, facts), ())
    return replace(draft, problems=_problems(draft, vocabulary))


def archived_text(briefing: Briefing) -> str:
    """The text that the archive of a briefing holds: the cleaned article, with one line end after it."""
    return briefing.body.text.rstrip() + "\n"


def _complete(facts: FrontMatter, archive: str) -> FrontMatter:
    """The facts with their source and the state of review."""
    return replace(
        facts,
        media=tuple(filter(_is_told, map(_without_local_file, facts.media))),
        source=_source(facts, archive),
        review="draft",
    )


def _without_local_file(media: MediaRef) -> MediaRef:
    """A picture beside the raw file is not imported, so its name would lead nowhere."""
    return media if "://" in media.file else replace(media, file="")


def _is_told(media: MediaRef) -> bool:
    return bool(media.file or media.caption or media.credit)


def _source(facts: FrontMatter, archive: str) -> SourceRef:
    """The source with its archive; an address that is none (a bare host) is left out, as `check` would refuse it."""
    url = facts.source.url if re.fullmatch(r"https?://[^\s/]+(/\S*)?", facts.source.url) else ""
    return replace(facts.source, url=url, lang=facts.source.lang or facts.lang, file=archive)


def _remarks(checks: Checks, facts: FrontMatter) -> tuple[str, ...]:
    """Every remark as it can be read away from its place in the file, each once."""
    told = (_entry(path, facts) + remark for path, remarks in checks.items() for remark in remarks)
    return tuple(dict.fromkeys(told))


def _entry(path: Path, facts: FrontMatter) -> str:
    """The entry of a list that a remark is about: `events 2 (meeting): `; nothing for a fact that stands alone."""
    match path:
        case (str(key), int(number)):
            entry = getattr(facts, key)[number]
            name = next((str(getattr(entry, part)) for part in _NAMES if getattr(entry, part, "")), "")
            return f"{key} {number + 1} ({name}): " if name else f"{key} {number + 1}: "
        case _:
            return ""


_NAMES: Final = ("name", "code", "id", "kind", "value", "caption")
"""Keys of an entry by which a reader knows it."""


def _problems(draft: Draft, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """What `briefgen check` would say of the file: it is never written if that is anything."""
    article, problems = read_markdown(draft.text, draft.path.removesuffix(".md"), draft.file, vocabulary)
    return (*problems, *quote_problems(article, draft.source_text))
