"""A value as bytes that need not be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Sealed(Generic[A]):
    """A value as bytes: `hash` tells it from any other, `aside` is what is known of it without opening."""

    hash: str
    aside: A
    data: bytes
