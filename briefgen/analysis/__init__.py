"""Analysis: an article becomes findings, each with its evidence.

A detector is a function that looks at a document, knows what `Knowledge` knows, sees what was found before it, and
yields findings. Detectors are strangers to each other; the order of the tuple is all that one may rely on.
"""

from __future__ import annotations

from briefgen.analysis.analyst import Analyst, analyze, analyzed
from briefgen.analysis.knowledge import Knowledge

__all__ = ["Analyst", "Knowledge", "analyze", "analyzed"]
