"""How good the ranking of related occupations is, with each of its parts and without, over one O*NET release.

    python tests/bench/similar.py DIR      DIR holds the release's text files

What counts as related is where the Standard Occupational Classification puts an occupation: the same broad
group (gain 3), minor group (2), major group (1). The ranking never looks at codes, so this is a fair, if
rough, measure: an occupation has relatives elsewhere too. The weights are round and were not fitted to it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from math import log2
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from mentorlog.career.alike import WEIGHTS, near
from mentorlog.career.imported import Parts
from mentorlog.career.matching import Matcher
from mentorlog.career.pack import load
from mentorlog.formats.onet import parts
from mentorlog.formats.onet_rows import FILES

FIRST = 10
EVERY = 3
"""Each third occupation is asked for its relatives: enough to tell a difference of 0.01, in a few minutes."""


def gain(one: str, other: str) -> int:
    """How close the classification puts two codes."""
    return 3 if one[:6] == other[:6] else 2 if one[:4] == other[:4] else 1 if one[:2] == other[:2] else 0


def worth(gains: Sequence[int]) -> float:
    """Discounted cumulative gain of a ranking."""
    return sum((2**one - 1) / log2(place + 2) for place, one in enumerate(gains[:FIRST]))


def measured(codes: Sequence[str], rank: Callable[[int], Sequence[int]]) -> tuple[float, float, float]:
    """Of the first ten: the part in the same minor group, in the same major group, and nDCG."""
    totals = [0.0, 0.0, 0.0]
    asked = range(0, len(codes), EVERY)
    for at in asked:
        gains = [gain(codes[at], codes[other]) for other in rank(at)]
        totals[0] += sum(one >= 2 for one in gains[:FIRST]) / FIRST
        totals[1] += sum(one >= 1 for one in gains[:FIRST]) / FIRST
        totals[2] += worth(gains) / (worth(sorted(gains, reverse=True)) or 1)
    return totals[0] / len(asked), totals[1] / len(asked), totals[2] / len(asked)


def by_gap(pack: Parts) -> Callable[[int], list[int]]:
    """The plain rule to compare with: who lacks the fewest levels for the other's needs comes first."""
    held = [{need.of[0]: need.level for need in role.needs} for role in pack.roles]

    def rank(at: int) -> list[int]:
        def lacks(other: int) -> int:
            return sum(max(0, level - held[at].get(skill, 0)) for skill, level in held[other].items())

        return sorted(
            (other for other in range(len(held)) if other != at), key=lambda other: (lacks(other), other)
        )

    return rank


def main(folder: str) -> int:
    """Measure and print."""
    began = time.process_time()
    files = {name: (Path(folder) / f"{name}.txt") for names in FILES.values() for name in names}
    lines = {
        name: path.open(encoding="utf-8-sig", newline="") for name, path in files.items() if path.exists()
    }
    pack = parts(lines, Matcher(load().skills), "")
    codes = [role.onet for role in pack.roles]
    print(
        f"O*NET {pack.about.release}: {len(codes)} occupations read in {time.process_time() - began:.1f} s of CPU"
    )
    print(f"{'':<28} {'P@10 minor':>10} {'P@10 major':>10} {'nDCG@10':>10}")

    def line(name: str, rank: Callable[[int], Sequence[int]]) -> None:
        print(f"{name:<28}" + "".join(f" {one:10.3f}" for one in measured(codes, rank)), flush=True)

    def with_(weights: Mapping[str, float]) -> Callable[[int], list[int]]:
        return lambda at: [one.at for one in near(at, pack.features, weights)]

    line("smallest gap", by_gap(pack))
    for block in WEIGHTS:
        line(f"{block} alone", with_({block: 1}))
    line("skills and knowledge", with_({"skills": 1, "knowledge": 1}))
    line("all, equal weights", with_(dict.fromkeys(WEIGHTS, 1)))
    line("all, as they are", with_(WEIGHTS))
    for block in WEIGHTS:
        line(f"  without {block}", with_({name: one for name, one in WEIGHTS.items() if name != block}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
