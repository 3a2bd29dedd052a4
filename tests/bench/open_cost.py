"""What opening an encrypted journal costs against a plain one, once its key is at hand.

    python tests/bench/open_cost.py        prints both, and their ratio; exit code 1 above 1.5

Opening and a first read alone, and a whole command; counted in instructions as in speed.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mentorlog.store import driver, encrypting, keys, unlocked  # noqa: E402
from tests.bench.journal import journal_of  # noqa: E402
from tests.bench.speed import START, Count, counter, surroundings  # noqa: E402

BUDGET = 1.5
TURNS = 20
OPENING = """
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from mentorlog.store import driver, unlocked
from mentorlog.store.connect import open_for_reading
path, turns = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(turns):
    if driver.key_file(path):
        keys, _until = unlocked.waiting(path, datetime.now(UTC))
        driver.hold(keys.all)
    with closing(open_for_reading(path)) as db:
        db.execute("SELECT text FROM note ORDER BY id DESC LIMIT 1").fetchone()
    driver.let_go()
"""


def opening(path: Path, env: dict[str, str], count: Count) -> float:
    """What it costs to find the waiting key, open a journal and read a first record, without the start of Python."""
    argv = [sys.executable, "-c", OPENING, str(path)]
    subprocess.run([*argv, "1"], env=env, check=True)  # writes the bytecode
    return (count([*argv, str(TURNS + 1)], env) - count([*argv, "1"], env)) / TURNS


def command(path: Path, env: dict[str, str], count: Count) -> float:
    """What writing a note costs, start of Python and all."""
    argv = [sys.executable, "-c", START, "log", "Explained query plans"]
    env = env | {"MENTORLOG_DB": str(path)}
    subprocess.run(argv, env=env, check=True, capture_output=True)
    return count(argv, env)


def encrypted_copy(plain: Path, path: Path) -> None:
    """The same journal under a key of its own, unlocked for an hour."""
    import shutil

    path.parent.mkdir(mode=0o700)
    shutil.copy(plain, path)
    two = keys.Keys(all=(keys.new_key(),), uid="", paper=keys.new_paper()[1], created="")
    encrypting.encrypt(path, two, "correct horse battery")
    unlocked.keep(path, two, datetime.now(UTC) + timedelta(hours=1))
    driver.hold(two.all)


def main() -> int:
    """Measure and print. Returns 1 when opening costs more than it may."""
    broken = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_RUNTIME_DIR"] = name
        plain = journal_of(2_000, folder / "plain.db", datetime.now(UTC).date())
        secret = folder / "e" / "journal.db"
        encrypted_copy(plain, secret)
        env = surroundings(folder, XDG_RUNTIME_DIR=name)
        tool, count = counter(env)
        print(f"Counted with {tool}.")
        for what, cost in (("open and first read", opening), ("log, a whole command", command)):
            one, other = cost(plain, env, count), cost(secret, env, count)
            broken += other / one > BUDGET
            print(f"{what:<21} plain {one:.4g}   encrypted {other:.4g}   {other / one:.2f}×   of {BUDGET}×")
    return min(1, broken)


if __name__ == "__main__":
    sys.exit(main())
