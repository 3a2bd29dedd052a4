"""Looking at a page without a browser: is it well formed, and does it hold only what it may?"""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset(("meta", "link", "br"))
TAGS = """
html head title style body header nav main section article footer div span p b h1 h2 h3 ul li dl dt dd time a
figure figcaption details summary table thead tbody tr th td
svg desc text line rect circle path
meta link br
"""
ATTRIBUTES = """
lang charset http-equiv content name rel href class id dir datetime scope tabindex role
aria-labelledby aria-label aria-hidden
viewbox x y x1 y1 x2 y2 cx cy r rx width height d
"""
BLOCKS = ("p", "br", "div", "li", "dd", "dt", "td", "h1", "h2", "h3", "b", "span", "time")
LINKS = ("#", "https://", "http://", "mailto:", "data:image/svg+xml,")


class Page(HTMLParser):
    """Reads a page and keeps what it is made of; every fault is told in `faults`."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.pointers: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.pictures: list[dict[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.metas: dict[str, str] = {}
        self.style = ""
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    @property
    def text(self) -> str:
        """All that is said on the page."""
        return "".join(self.said)

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        self._look(tag, {name: value or "" for name, value in given})
        if len(given) != len({name for name, _ in given}):
            self.faults.append(f"<{tag}> says an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag in BLOCKS:
            self.said.append("\n")
        if tag in ("h1", "h2", "h3"):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        self._look(tag, {name: value or "" for name, value in given})
        if "svg" not in self.open:
            self.faults.append(f"<{tag}/> outside a picture")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, words: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += words
            return
        self.said.append(words)
        if self.headings and {"h1", "h2", "h3"} & set(self.open):
            level, heading = self.headings[-1]
            self.headings[-1] = (level, heading + words)

    def handle_comment(self, data: str) -> None:
        self.faults.append("a comment")

    def handle_pi(self, data: str) -> None:
        self.faults.append("a processing instruction")

    def _look(self, tag: str, given: dict[str, str]) -> None:
        if tag not in TAGS.split():
            self.faults.append(f"<{tag}>")
        self.faults += [f"{tag} {name}" for name in given if name not in ATTRIBUTES.split()]
        if "id" in given:
            self.ids.append(given["id"])
        self.pointers += given.get("aria-labelledby", "").split()
        if "href" in given:
            self.links.append((given["href"], given.get("rel", "")))
        if tag == "svg":
            self.pictures.append(given)
        if tag == "meta":
            self.metas[given.get("name") or given.get("http-equiv") or "charset"] = given.get("content", "")


def faults(source: str) -> list[str]:
    """What is wrong with a page; nothing when it is as a report should be."""
    page = Page(source)
    found = page.faults
    found += [f"id {id} twice" for id in set(page.ids) if page.ids.count(id) > 1]
    found += [f"{id} is pointed to and is not there" for id in page.pointers if id not in page.ids]
    levels = [0, *(level for level, _ in page.headings)]
    jumps = [b for a, b in pairwise(levels) if b > a + 1]
    found += [f"heading {level} without the one above it" for level in jumps]
    found += [f"heading {n} is empty" for n, (_, words) in enumerate(page.headings) if not words.strip()]
    if levels.count(1) != 1:
        found.append("not one h1")
    for address, rel in page.links:
        if not address.startswith(LINKS):
            found.append(f"leads to {address}")
        if address.startswith("http") and "noopener" not in rel:
            found.append(f"{address} may look back")
        if address.startswith("#") and address[1:] not in page.ids:
            found.append(f"{address} is not on the page")
    found += ["a picture without words" for one in page.pictures if one.get("role") != "img"]
    found += ["a picture without words" for one in page.pictures if not one.get("aria-labelledby")]
    return found
