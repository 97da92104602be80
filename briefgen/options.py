"""What is built and how, as the options of the command line say it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast, get_args

import click

from briefgen.errors import UsageError
from briefgen.model.handling import Handling

if TYPE_CHECKING:
    from datetime import datetime

    from briefgen.model.settings import Project

ROOT: Final = Path()
"""A site is built from inside its folder, so that messages show paths as the author types them."""


def build_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that decide what a build publishes."""
    for option in (
        click.option("--drafts", is_flag=True, help="Publish briefings marked as drafts too."),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option("--audience", type=click.Choice(get_args(Handling)), help="Highest TLP marking to publish."),
        click.option("--as-of", metavar="DATE", help="Build as if it were this date or time."),
        click.option("--base-url", metavar="URL", help="Where the site will stand; overrides site.yaml."),
    ):
        command = option(command)
    return command


def project_of(output: Path, **options: Any) -> Project:  # noqa: ANN401  click's options, typed here
    """The site in this folder and how to build it; reads the clock if nothing else says what time it is."""
    from briefgen.config import load_settings  # noqa: PLC0415
    from briefgen.model.settings import Project  # noqa: PLC0415

    settings = load_settings(ROOT, base_url=options["base_url"])
    _refuse_sources(output)
    return Project(
        root=ROOT,
        output=output,
        now=_now(options["as_of"], settings.time_zone),
        settings=settings,
        drafts=options["drafts"],
        strict=options["strict"],
        audience=cast("Handling", options["audience"] or settings.handling),
    )


def _refuse_sources(output: Path) -> None:
    """Refuse to build into the site's own folder, above it, or among its sources: the next build would read the pages."""
    target, root = output.resolve(), ROOT.resolve()
    if root.is_relative_to(target) or any(target.is_relative_to(root / folder) for folder in ("content", "templates")):
        sentence = f"the site cannot be built into {output}, where its sources are; name another folder with --output"
        raise UsageError(sentence)


def _now(as_of: str | None, zone: str) -> datetime:
    """The moment of `--as-of` (local to the site), of SOURCE_DATE_EPOCH (reproducible-builds.org), or of the clock."""
    from datetime import UTC, datetime  # noqa: PLC0415
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if as_of:
            moment = datetime.fromisoformat(as_of)
            return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError):
        sentence = f"`{as_of or epoch}` is no date or time; write it as 2025-11-01 or 2025-11-01T06:00"
        raise UsageError(sentence) from None
