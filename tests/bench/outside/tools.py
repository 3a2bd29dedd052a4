"""Programs that nobody here wrote: fetched once into a folder outside the tree, or found on the PATH."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

NPM = {
    "markdownlint-cli2": "^0.22.1",
    "remark-cli": "^12.0.1",
    "remark-preset-lint-consistent": "^6.0.1",
    "remark-preset-lint-recommended": "^7.0.1",
    # What GitHub and Obsidian read besides CommonMark: tables and boxes to tick, front matter.
    "remark-gfm": "^4.0.1",
    "remark-frontmatter": "^5.0.0",
    "ical.js": "^2.2.1",
    "node-ical": "^0.26.1",
    "vcf": "^2.1.2",
    "html-validate": "^10.17.0",
}
PIP = {"khal": "~=0.14.1", "vobject": "~=0.9.9", "datasette": "~=0.65.5", "jrnl": "~=4.6"}
SYSTEM = {
    "pandoc": ("pandoc", "apt install pandoc"),
    "taskwarrior": ("task", "apt install taskwarrior"),
    "Chromium": ("chromium chromium-browser google-chrome google-chrome-stable", "apt install chromium"),
}
"""The names that the PATH may have, and the command that installs it."""
_HERE = Path(__file__).parent
_PATIENCE = 300
"""Seconds that a program may take."""


class Absent(Exception):
    """A program is not here, and why."""


def default_folder() -> Path:
    """Where the programs are kept: a folder of the system's cache."""
    import platformdirs

    return platformdirs.user_cache_path("mentorlog-outside")


class Tools:
    """The programs, in a folder of their own; each group is installed when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def version(self, program: str) -> str:
        """The version that is here; installs it first. Raises Absent."""
        if program in NPM:
            package = (self.modules / program / "package.json").read_text(encoding="utf-8")
            return re.findall(r'"version":\s*"([^"]+)"', package)[0]
        if program in PIP:
            ask = f"from importlib.metadata import version; print(version({program!r}))"
            return self.run(self.python, "-c", ask).stdout.strip()
        said = self.run(self.system(program), "--version").stdout
        return re.findall(r"\d+(?:\.\d+)+", said)[0]

    @cached_property
    def modules(self) -> Path:
        """The npm packages. Raises Absent."""
        folder = self.folder / "node"
        if shutil.which("npm") is None:
            raise Absent("there is no npm; apt install npm")
        wanted = [f"{name}@{version}" for name, version in NPM.items()]
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        _install(folder, wanted, ["npm", "install", *quiet, "--prefix", str(folder), *wanted])
        return folder / "node_modules"

    @cached_property
    def python(self) -> Path:
        """A Python with the packages of the Python Package Index. Raises Absent."""
        folder = self.folder / "python"
        place = folder / ("Scripts" if os.name == "nt" else "bin")
        wanted = [f"{name}{version}" for name, version in PIP.items()]
        if not place.is_dir():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        _install(folder, wanted, [str(place / "python"), "-m", "pip", "install", "--quiet", *wanted])
        return place / "python"

    def system(self, program: str) -> Path:
        """A program of the system. Raises Absent with the command that installs it."""
        names, command = SYSTEM[program]
        found = next(filter(None, map(shutil.which, names.split())), None)
        if found is None:
            raise Absent(f"not installed; {command}")
        return Path(found)

    def npm(self, program: str) -> Path:
        """A command of an npm package. Raises Absent."""
        return self.modules / ".bin" / program

    def pip(self, program: str) -> Path:
        """A command of a Python package. Raises Absent."""
        return self.python.with_name(program)

    def script(self, name: str, *argv: str | Path) -> subprocess.CompletedProcess[str]:
        """A script of this folder, run by Node with the npm packages at hand."""
        return self.run("node", _HERE / name, *argv, env={"NODE_PATH": str(self.modules)})

    def run(
        self,
        *argv: str | Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        stdin: str = "",
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end, with the variables of whoever runs the trial and these."""
        return subprocess.run(
            [str(one) for one in argv],
            env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", **(env or {})},
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
        )


def _install(folder: Path, wanted: list[str], command: list[str]) -> None:
    """Once for what is wanted. Raises Absent with the reason, as when there is no network."""
    mark = folder / f".installed-{hashlib.sha256(' '.join(wanted).encode()).hexdigest()[:12]}"
    if mark.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = next((line for line in ran.stderr.splitlines() if "error" in line.lower()), "no reason")
        raise Absent(f"{Path(command[0]).name} installed nothing: {said[:100]}")
    mark.touch()
