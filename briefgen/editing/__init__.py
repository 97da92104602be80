"""Article and findings → briefing: what a person stated wins over what was found, key by key, and the origin is kept."""

from __future__ import annotations

from briefgen.editing.merging import edit
from briefgen.editing.selection import select, turning_points

__all__ = ["edit", "select", "turning_points"]
