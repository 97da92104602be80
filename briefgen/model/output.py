"""A file of the finished site, still in memory."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Final

_LEVEL: Final = 1
"""Of zlib: a page of 14 KB shrinks to a fifth in 0.1 ms; higher levels save little more."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes that are compressed until they are asked for, and their hash."""

    hash: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Output:
    """Bytes for one address: `path` is relative to `output/`, with forward slashes; `origin` names what it was made from.

    `listed` says that it is a page which search engines should know.
    """

    path: str
    content: bytes | Packed = field(repr=False)
    origin: str = ""
    listed: bool = False

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return zlib.decompress(self.content.content) if isinstance(self.content, Packed) else self.content

    @property
    def hash(self) -> str:
        """The hash of its bytes, as `hash_of` makes it."""
        return self.content.hash if isinstance(self.content, Packed) else hash_of(self.content)

    def packed(self) -> Output:
        """The same, smaller in memory: a site of a hundred thousand pages is held at once."""
        if isinstance(self.content, Packed):
            return self
        return Output(self.path, Packed(self.hash, zlib.compress(self.content, _LEVEL)), self.origin, self.listed)


def hash_of(data: bytes) -> str:
    """What tells the bytes of a file from any other: BLAKE2b (RFC 7693) of 16 bytes, in hex."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
