"""Every glyph the pages use, and its ASCII twin of the same width.

Pages are drawn with these; `ascii_twin` turns a finished line, a person's
words included, into what a screen without Unicode can show. Letters that have
no twin stay as they are.
"""

from __future__ import annotations

DONE = "━"
LEFT = "─"
HALF = "╾"
RULE = "─"
NOTHING = "∙"  # not the separator `·`, whose twin is a dash
SEPARATOR = "·"
CUT = "…"

NOW = "●"
AIM = "◌"
FREE = "○"
LEVELS = "▁▂▃▅▆█"
"""One glyph a level, 0 to 5; the twin is the level itself."""
SPARK = "▁▂▃▄▅▆▇█"
FEW = "▪"
MANY = "■"

BAD = "!"
WARN = "▲"
GOOD = "●"
CALM = "○"
TALK = "◷"
TICK = "✔"
BOX = "☐"
STOPPED = "–"
STEP = "→"

MILESTONE = "◆"
PLANNED = "◇"
HELD = "●"
FEEDBACK = "✚"
WIN = "★"
NOTE = "–"
ASKED = "?"
UP = "↑"
DOWN = "↓"
LEVEL = "="
TODAY = "┊"
MORE = "│"
BEYOND = "▸"

TWINS = {
    DONE: "#",
    LEFT: "-",
    HALF: "-",
    NOTHING: ".",
    SEPARATOR: "-",
    CUT: "~",
    NOW: "*",
    AIM: "o",
    FREE: ".",
    FEW: "o",
    MANY: "O",
    WARN: "!",
    TALK: "@",
    TICK: "x",
    BOX: "o",
    STOPPED: "-",
    STEP: ">",
    MILESTONE: "O",
    PLANNED: "o",
    FEEDBACK: "+",
    WIN: "*",
    UP: "^",
    DOWN: "v",
    TODAY: ":",
    MORE: "|",
    BEYOND: ">",
    **dict(zip(SPARK, "01223445", strict=True)),
    # What a person or a sentence of ours may hold.
    "—": "-",
    "‑": "-",
    "−": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "•": "*",
    "×": "x",
    "←": "<",
    "\u00a0": " ",
}
_TABLE = str.maketrans(TWINS)


def ascii_twin(line: str) -> str:
    """The line with every glyph replaced by its twin; just as many characters and cells."""
    return line.translate(_TABLE)
