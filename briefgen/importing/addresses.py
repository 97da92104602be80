"""Which network addresses belong to the public internet: a link in an article must not reach into the author's network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

_TRANSLATED: Final = ip_network("64:ff9b::/96")
"""NAT64 (RFC 6052): networks with IPv6 alone reach IPv4 through it, the last 32 bits are the IPv4 address."""

_NOT_PUBLIC: Final = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # behind a provider's NAT (RFC 6598)
        "192.0.0.0/24",  # protocol assignments (RFC 6890); Python 3.11 calls parts of it global
        "192.88.99.0/24",  # relays of 6to4, deprecated (RFC 7526)
        "2001::/23",  # protocol assignments (RFC 2928), Teredo among them
        "2002::/16",  # 6to4, deprecated (RFC 7526): its bits name an IPv4 address of anybody's choice
        "3fff::/20",  # documentation (RFC 9637)
        "5f00::/16",  # segment routing (RFC 9602)
    )
)
"""Blocks of IANA's special-purpose registries that some supported version of Python's ipaddress calls global."""


def is_public(address: str) -> bool:
    """Whether `address`, IPv4 or IPv6 as text, is one of the public internet.

    Private, loopback, link-local, multicast, reserved and unspecified addresses are not, nor an IPv6 address that stands for
    such an IPv4 address. Raises ValueError for text that is no address.
    """
    ip = _meant(ip_address(address))
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified:
        return False
    if isinstance(ip, IPv6Address) and ip.is_site_local:
        return False
    return not any(ip in network for network in _NOT_PUBLIC)


def _meant(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, if it does; else the address itself."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    return IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in _TRANSLATED else ip
