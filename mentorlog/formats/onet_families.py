"""The major groups of the Standard Occupational Classification of 2018, which the first two digits of a code name."""

from __future__ import annotations

from collections.abc import Mapping

FAMILIES: Mapping[str, str] = {
    "11": "management",
    "13": "business and finance",
    "15": "computing and mathematics",
    "17": "architecture and engineering",
    "19": "science",
    "21": "community and social service",
    "23": "legal",
    "25": "education and libraries",
    "27": "arts, design and media",
    "29": "health care",
    "31": "health care support",
    "33": "protective service",
    "35": "food",
    "37": "cleaning and grounds",
    "39": "personal care and service",
    "41": "sales",
    "43": "office and administration",
    "45": "farming, fishing and forestry",
    "47": "construction and extraction",
    "49": "installation and repair",
    "51": "production",
    "53": "transport",
    "55": "military",
}
"""Short names of ours for the groups."""
