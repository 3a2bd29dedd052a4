"""Identities made by the program."""

from __future__ import annotations

import time
import uuid

from mentorlog.store.ids import uuid7


def test_a_uid_is_a_uuid7_of_now_and_no_two_are_alike() -> None:
    made = [uuid7() for _ in range(1000)]
    assert len(set(made)) == 1000
    for text in made:
        value = uuid.UUID(text)
        assert (value.version, value.variant, str(value)) == (7, uuid.RFC_4122, text)
        assert abs((value.int >> 80) - time.time() * 1000) < 60_000
