"""A page as an SVG picture that refers to nothing outside itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO

from rich.cells import cell_len, split_graphemes
from rich.console import RenderableType
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme

from mentorlog.views.console import make_console
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line

_NORMAL_ON_DARK = [
    (33, 38, 45),
    (255, 123, 114),
    (111, 207, 151),
    (242, 193, 78),
    (124, 183, 255),
    (210, 168, 255),
    (102, 201, 217),
    (201, 209, 217),
]
_NORMAL_ON_LIGHT = [
    (22, 25, 29),
    (192, 32, 43),
    (26, 127, 67),
    (143, 95, 0),
    (11, 92, 173),
    (122, 63, 181),
    (10, 110, 130),
    (91, 99, 109),
]
_DARK = TerminalTheme((13, 17, 23), (214, 220, 227), _NORMAL_ON_DARK, [(75, 83, 93), *_NORMAL_ON_DARK[1:]])
_LIGHT = TerminalTheme(
    (255, 255, 255), (31, 35, 40), _NORMAL_ON_LIGHT, [(180, 186, 194), *_NORMAL_ON_LIGHT[1:]]
)

_NOT_XML = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" class="mentorlog" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "SF Mono", Menlo, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font: 600 15px system-ui, sans-serif; opacity: 0.7; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def svg(renderable: RenderableType, look: Look, title: str) -> str:
    """A page as a picture: one SVG text, drawn on white for the `light` and `mono` themes, else on dark."""
    console = make_console(StringIO(), look.but(width=look.room + 2), colour=True, record=True)
    console.print(Segments([*_apart(console.render(renderable)), Segment.line()]))
    return console.export_svg(
        title=one_line(title),
        theme=_LIGHT if look.theme in ("light", "mono") else _DARK,
        code_format=_SVG,
        font_aspect_ratio=0.602,  # that of Menlo and DejaVu Sans Mono
    )


def _apart(segments: Iterable[Segment]) -> Iterable[Segment]:
    """Segments split at wide gaps and round wide characters, so that columns hold in any font.

    What XML cannot hold is replaced.
    """
    for text, style, control in segments:
        if control or text == "\n":
            yield Segment(text, style, control)
            continue
        for piece in re.split(r"(^ +|  +| +$)", _NOT_XML.sub("\ufffd", text)):
            if cell_len(piece) == len(piece):
                yield Segment(piece, style)
            else:
                yield from (Segment(piece[start:end], style) for start, end, _ in split_graphemes(piece)[0])
