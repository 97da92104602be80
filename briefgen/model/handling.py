"""How far a briefing may be shared. It stands alone, as the command line knows it before anything else is loaded."""

from __future__ import annotations

from typing import Literal

Handling = Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
"""Traffic Light Protocol 2.0 (FIRST, 2022), from open to closed."""
