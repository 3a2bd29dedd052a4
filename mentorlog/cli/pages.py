"""Pages: one way to show a model that has a view of its name, as JSON, drawn, told, or as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.domain.frozen import Frozen
    from mentorlog.env import Env
    from mentorlog.views.columns import Card
    from mentorlog.views.look import Look

LISTS = ("skills",)
"""Pages that are a list too."""


def brief(env: Env, refs: Iterable[object]) -> bool:
    """With -q, print only what the answer is about, one a line. Returns whether that was all that is wanted."""
    if not env.quiet or env.json:
        return False
    for ref in refs:
        env.say(str(ref))
    return True


def page(
    env: Env,
    view: str,
    model: Frozen,
    schema: str = "",
    svg: str = "",
    force: bool = False,
    title: str = "",
    **how: Any,
) -> None:
    """Show a model by `views.<view>.draw` and `views.told.<view>.tell`; `how` goes to both."""

    if env.tsv and view not in LISTS:
        raise Misused(
            "This is a page, no list, so it has no form as tsv.", "--json gives all of it to a program."
        )

    def draw(look: Look) -> Any:
        return import_module(f"mentorlog.views.{view}").draw(model, look, **how)

    def tell(look: Look) -> str:
        told: str = import_module(f"mentorlog.views.told.{view}").tell(model, look, **how)
        return told

    def data() -> dict[str, Any]:
        from mentorlog.formats.json import plain

        made: dict[str, Any] = plain(model)
        return made

    if svg:
        from mentorlog.cli.hand_over import place

        _save(env, place(env, svg, force) or Path(svg), draw, title or view, force)
    else:
        env.show(schema or view, data, draw, tell)


def show_facts(env: Env, schema: str, card: Card, data: Callable[[], dict[str, Any]]) -> None:
    """Show a card of facts and sections, drawn, told, or as the JSON of `data`."""

    def draw(look: Look) -> Any:
        from mentorlog.views.record import draw

        return draw(card, look)

    def tell(look: Look) -> str:
        from mentorlog.views.told.record import tell

        return tell(card, look)

    env.show(schema, data, draw, tell)


def _save(env: Env, file: Path, drawn: Callable[[Look], Any], title: str, force: bool) -> None:
    """A page as a picture in a new file, as wide as the screen but at least 80 cells."""
    from mentorlog.flows.hand_over import write_new
    from mentorlog.views.picture import svg

    look = env.look.but(width=max(80, env.look.width), linear=False, ascii=False)
    size, digest = write_new(file, svg(drawn(look), look, title), force)
    env.say(f"wrote {file} ({size:,} bytes, sha256 {digest[:8]}…)")
