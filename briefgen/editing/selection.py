"""Selection: which briefings this build publishes, and why each other one stays out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from briefgen.model.briefing import Briefing
from briefgen.model.handling import Handling
from briefgen.model.settings import Project
from briefgen.model.site import LeftOut

_LEVELS: tuple[Handling, ...] = get_args(Handling)
"""TLP 2.0 markings from open to closed."""


def select(briefings: Iterable[Briefing], project: Project) -> tuple[tuple[Briefing, ...], tuple[LeftOut, ...]]:
    """Split briefings into those to publish and those left out, each of these with its reason."""
    kept: list[Briefing] = []
    left_out: list[LeftOut] = []
    for briefing in briefings:
        why = _why_left_out(briefing, project)
        if why:
            left_out.append(LeftOut(briefing.file, why))
        else:
            kept.append(briefing)
    return tuple(kept), tuple(left_out)


def turning_points(briefings: Iterable[Briefing], project: Project) -> tuple[float, ...]:
    """The moments (seconds since 1970) at which the selection may become another one: ends of embargoes, and expiries."""
    facts = (briefing.facts for briefing in briefings)
    texts = {text for one in facts for text in (one.embargo, one.expires) if text}
    return tuple(sorted(_moment(text, project).timestamp() for text in texts))


def _why_left_out(briefing: Briefing, project: Project) -> str:
    """The reason to leave a briefing out, or an empty text. Secrecy comes first, so that no other word hints at content."""
    facts = briefing.facts
    if _LEVELS.index(facts.handling) > _LEVELS.index(project.audience):
        return f"its handling {facts.handling} is above {project.audience}"
    if facts.review == "withdrawn":
        return "withdrawn"
    if facts.embargo and _moment(facts.embargo, project) > project.now:
        return f"embargoed until {facts.embargo}"
    if facts.expires and _moment(facts.expires, project) <= project.now:
        return f"expired {facts.expires}"
    if facts.review == "draft" and not project.drafts:
        return "draft"
    return ""


def _moment(text: str, project: Project) -> datetime:
    """A local date or time of the site's time zone; reading has checked its form."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(project.settings.time_zone))
