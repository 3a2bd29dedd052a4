"""Tables of several kinds in one archive: the same tables give the same file."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from mentorlog.domain.kinds import ALL
from mentorlog.errors import Unreadable

MOST = 256_000_000
"""Bytes of all tables together that are taken over. A bound of ours."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a ZIP archive knows: when a file was made is nobody's business."""
_FOR_OWNER = 0o600 << 16


def pack(tables: Mapping[str, str]) -> bytes:
    """An archive with a file such as `goal.csv` for each kind."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, text in tables.items():
            entry = zipfile.ZipInfo(f"{kind}.csv", _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _FOR_OWNER
            archive.writestr(entry, text.encode("utf-8", "backslashreplace"))
    return made.getvalue()


def unpack(data: bytes) -> dict[str, str]:
    """The table of each kind. Raises Unreadable for what is no such archive; nothing is written anywhere."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = {one.filename: one for one in archive.infolist()}
            ours = {kind: entries[f"{kind}.csv"] for kind in ALL if f"{kind}.csv" in entries}
            if sum(one.file_size for one in ours.values()) > MOST:
                raise Unreadable(
                    f"The archive holds more than {MOST // 1_000_000} MB; nothing was brought in."
                )
            return {kind: archive.read(one).decode("utf-8") for kind, one in ours.items()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Unreadable(
            "The file is no archive of tables; nothing was brought in.",
            "It takes what `export all --format csv` wrote.",
        ) from error
