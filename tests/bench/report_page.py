"""A report in a real browser: Chromium opens it, and what it draws is measured, not believed.

    python tests/bench/report_page.py [FOLDER]     opens the sample year's reports; exit code 1 for a fault

With a folder it leaves pictures and PDFs there to look at. It speaks the DevTools protocol over a pipe, so it
needs nothing but Chromium. Each page is looked at 360 and 1280 pixels wide, light and dark: all that is drawn
is where it should be, nothing sticks out, no word runs out of its picture, and the console stays silent.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
START = "from mentorlog.main import run; run()"
WIDTHS, SCHEMES = (360, 1280), ("light", "dark")
MOST_BYTES = 300_000
REPORTS = {
    "self": [],
    "mentor": ["--with", "ana", "--since", "2026-01"],
    "mentee": ["--for", "mentee", "--with", "bo"],
    "manager": ["--for", "manager", "--since", "-6m"],
}
LOOK = """(() => {
  const wide = document.documentElement.clientWidth, found = [];
  for (const one of document.querySelectorAll('details')) one.open = true;
  if (document.documentElement.scrollWidth > wide) found.push('the page is wider than the window');
  for (const one of document.querySelectorAll('body *')) {
    const box = one.getBoundingClientRect();
    if (!box.width || one.closest('.scroll, svg')) continue;
    if (box.left < -0.5 || box.right > wide + 0.5)
      found.push(one.tagName + ' sticks out: ' + one.textContent.slice(0, 40));
  }
  const shown = [...document.querySelectorAll('svg')].filter(one => one.getBoundingClientRect().width > 0);
  for (const one of shown) {
    const box = one.getBoundingClientRect();
    for (const text of one.querySelectorAll('text')) {
      const part = text.getBoundingClientRect();
      if (part.left < box.left - 2 || part.right > box.right + 2 || part.bottom > box.bottom + 2)
        found.push('out of its picture: ' + text.textContent);
    }
  }
  const style = getComputedStyle(document.body);
  return {faults: found, pictures: shown.map(one => one.getAttribute('aria-labelledby').split('-title')[0]),
    sections: [...document.querySelectorAll('h2')].map(one => one.textContent), ground: style.backgroundColor,
    smallest: Math.min(...[...document.querySelectorAll('main p, main li, main td')].map(
      one => parseFloat(getComputedStyle(one).fontSize)))};
})()"""


class Browser:
    """A headless Chromium, spoken to in JSON over a pair of pipes."""

    def __init__(self, chromium: str, home: Path) -> None:
        (theirs_in, self.to), (self.back, theirs_out) = os.pipe(), os.pipe()
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--remote-debugging-pipe",
        ]
        shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        command = ["bash", "-c", shell, "bash", chromium, *flags, f"--user-data-dir={home}", "about:blank"]
        self.process = subprocess.Popen(
            command, pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(theirs_in), os.close(theirs_out)
        self.rest, self.number, self.session = b"", 0, ""
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """What the browser answers; what it tells meanwhile is kept in `events`. Raises RuntimeError."""
        self.number += 1
        number, message = self.number, {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while (heard := self._hear()).get("id") != number:
            self.events.append(heard)
        if "error" in heard:
            raise RuntimeError(f"{method}: {heard['error']}")
        answer: dict[str, Any] = heard["result"]
        return answer

    def wait(self, event: str) -> None:
        """Until that has happened."""
        while not any(one.get("method") == event for one in self.events):
            self.events.append(self._hear())

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"]["value"]

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise RuntimeError("Chromium ended.")
            self.rest += piece
        line, self.rest = self.rest.split(b"\0", 1)
        said: dict[str, Any] = json.loads(line)
        return said

    def end(self) -> None:
        """Close it, and wait until it is gone."""
        os.close(self.to), os.close(self.back)
        self.process.terminate()
        self.process.wait(30)


def chromium() -> str:
    """Where Chromium is; empty when it is not there."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), "")


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a page open and a home of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        one = Browser(chromium(), Path(home))
        try:
            target = one.ask("Target.createTarget", url="about:blank")["targetId"]
            one.session = one.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for part in ("Page", "Runtime", "Log"):
                one.ask(f"{part}.enable")
            yield one
        finally:
            one.end()


def opened(one: Browser, file: Path, width: int, scheme: str) -> tuple[dict[str, Any], list[str]]:
    """What a page looks like at a width, and every word of the console."""
    one.events.clear()
    one.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    one.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    one.ask("Page.navigate", url=file.as_uri())
    one.wait("Page.loadEventFired")
    seen: dict[str, Any] = one.evaluate(LOOK)
    loud = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
    return seen, [json.dumps(event["params"])[:300] for event in one.events if event.get("method") in loud]


def printed(one: Browser) -> bytes:
    """The open page as PDF, on the paper its style asks for."""
    return base64.b64decode(one.ask("Page.printToPDF", preferCSSPageSize=True)["data"])


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Chromium's has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def faults_of(one: Browser, file: Path, folder: Path | None = None) -> list[str]:
    """What is wrong with a page, looked at in every way; with a folder, pictures and a PDF are left there."""
    faults, grounds = [], set()
    for scheme in SCHEMES:
        for width in WIDTHS:
            seen, loud = opened(one, file, width, scheme)
            where = f"{file.stem} {width} {scheme}"
            faults += [f"{where}: {fault}" for fault in (*seen["faults"], *loud)]
            form = "narrow" if width < 640 else "wide"
            wrong = {"narrow", "wide"} - {form}
            faults += [
                f"{where}: {name} is shown" for name in seen["pictures"] if name.rpartition("-")[2] in wrong
            ]
            if seen["smallest"] < 12:
                faults.append(f"{where}: letters of {seen['smallest']} px")
            grounds.add((scheme, seen["ground"]))
            if folder:
                shot = one.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]
                (folder / f"{file.stem}-{width}-{scheme}.png").write_bytes(base64.b64decode(shot))
    if len({ground for _, ground in grounds}) != 2:
        faults.append(f"{file.stem}: light and dark look the same")
    pdf = printed(one)
    if not pdf.startswith(b"%PDF") or not 1 <= pages_of(pdf) <= 40:
        faults.append(f"{file.stem}: printed on {pages_of(pdf)} pages")
    if folder:
        (folder / f"{file.stem}.pdf").write_bytes(pdf)
    return faults


def main(folder: Path | None) -> int:
    """Make the reports of the sample year, look at each, and say what is wrong."""
    if not chromium():
        print("Chromium is not installed: nothing was looked at.")
        return 0
    with tempfile.TemporaryDirectory() as place, browser() as one:
        db = f"{place}/journal.db"
        variables = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "MENTORLOG_NAME": "Sam Rivera",
            "MENTORLOG_BACKUP": "off",
        }
        run = [sys.executable, "-c", START, "--db", db]
        subprocess.run([*run[:3], "demo", "--into", db], env=variables, check=True, capture_output=True)
        faults = []
        for name, options in REPORTS.items():
            file = Path(place, f"{name}.html")
            subprocess.run(
                [*run, "report", *options, "--out", str(file)], env=variables, check=True, capture_output=True
            )
            size = file.stat().st_size
            faults += [f"{name}: {size:,} bytes"] if size > MOST_BYTES else []
            found = faults_of(one, file, folder)
            print(f"{name:8} {size:>8,} bytes  {pages_of(printed(one)):>3} pages  {len(found)} faults")
            faults += found
    print("\n".join(faults) or "Nothing is wrong.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
