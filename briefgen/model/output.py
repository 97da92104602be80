"""A file of the finished site, still in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """Bytes for one address: `path` is relative to `output/`, with forward slashes; `origin` names what it was made from.

    `listed` says that it is a page which search engines should know.
    """

    path: str
    data: bytes
    origin: str = ""
    listed: bool = False
