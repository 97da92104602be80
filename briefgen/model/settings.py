"""The settings of a site: what `site.yaml` may say, each key with its meaning and default. `config` reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from briefgen.model.handling import Handling

SHIPPED_LANGUAGES: Final = ("en", "ja", "vi")
"""The languages of the interface that briefgen has catalogs for."""

SourceText = Literal["none", "excerpt", "full"]


@dataclass(frozen=True, slots=True)
class Theme:
    """How the site looks: `accent` is a CSS color of links and stages in the form `#rrggbb`, `logo` a file under `content/`."""

    accent: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `site.yaml` says.

    - `title`: name of the site; `description`: one line about it.
    - `base_url`: where it will stand (`https://host/path/`), needed only for what must be absolute, as sitemap and feeds.
    - `languages`: of the interface; the first is the default and stands at the root.
    - `focus_country`: its pages become partner dossiers and it weighs little in "related".
    - `permalinks`: address pattern of a briefing, with `{slug}`, `{year}`, `{month}`, `{lang}`.
    - `source_text`: how much of an archived source is shown.
    - `handling`: the highest TLP marking that this site may publish.
    - `time_zone`: IANA name; embargoes and expiries are local times in it.
    - `mentions_for_a_page`: people and organizations named in fewer briefings get no page, unless the vocabulary knows them.
    - `contact`: where readers report errors, an e-mail address or a web address.
    - `theme`: see `Theme`.
    """

    title: str = "Briefings"
    description: str = ""
    base_url: str = ""
    languages: tuple[str, ...] = ("en",)
    focus_country: str = ""
    permalinks: str = "briefings/{slug}.html"
    source_text: SourceText = "excerpt"
    handling: Handling = "CLEAR"
    time_zone: str = "UTC"
    mentions_for_a_page: int = 1
    contact: str = ""
    theme: Theme = field(default_factory=Theme)


for _schema in (Theme, Settings):
    _schema.__pydantic_config__ = {"extra": "forbid", "str_strip_whitespace": True}  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Project:
    """A site's folder and how this run builds it.

    `now` is the moment that counts as the present (aware; from `--as-of` or `SOURCE_DATE_EPOCH`, else the clock, read once
    by the command line). `drafts` publishes unreviewed `.md` briefings too; `audience` lowers or raises the handling ceiling.
    """

    root: Path
    output: Path
    now: datetime
    settings: Settings
    drafts: bool = False
    strict: bool = False
    audience: Handling = "CLEAR"

    @property
    def content(self) -> Path:
        """Where articles lie."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """Where the site overrides templates (need not exist)."""
        return self.root / "templates"
