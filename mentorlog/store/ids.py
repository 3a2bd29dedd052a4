"""Identities of records."""

from __future__ import annotations

import os
import time


def uuid7() -> str:
    """A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. The `uuid` module costs more to load."""
    ms = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (ms & (1 << 48) - 1) << 80 | random
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
