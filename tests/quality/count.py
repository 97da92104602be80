"""How one kind of fact fared: what was found rightly, missed and made up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How one kind of fact fared in one article or in many: `missed` and `extra` name the misses and the mistakes."""

    tp: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(self.tp + other.tp, self.missed + other.missed, self.extra + other.extra)

    @property
    def fp(self) -> int:
        """False positives."""
        return len(self.extra)

    @property
    def fn(self) -> int:
        """Misses (false negatives)."""
        return len(self.missed)

    @property
    def precision(self) -> float:
        """Part of what was found that is right; 1 if nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Part of what is there that was found; 1 if there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0
