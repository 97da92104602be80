"""Values as reading harvested them, without what belongs to the layout of the page."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit


def trimmed(value: str) -> str:
    """A value without the layout around it: "— VNA/VNS" is "VNA/VNS", "(AFP)" is "AFP"."""
    value = " ".join(value.split()).strip(_EDGES)
    if value[:1] + value[-1:] in {"()", "（）", "【】", "〔〕"}:
        value = value[1:-1].strip(_EDGES)
    return value


def host_of(url: str) -> str:
    """The host of a URL without `www.`, or "" if it has none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


_EDGES: Final = " \t\r\n\u00a0\u3000-–—―|·•,;:*_[]"
"""What belongs to the layout around a name and not to the name; brackets of "(AFP)" go with their pair only."""
