"""Pages: one way to show a model that has a view of its name, as JSON, drawn, told, or as a picture."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentorlog.domain.frozen import Frozen
    from mentorlog.env import Env
    from mentorlog.views.look import Look


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
    """Show a model by `views.<view>.draw` and `views.told.<view>.tell`; `how` goes to `draw`."""

    def draw(look: Look) -> Any:
        return import_module(f"mentorlog.views.{view}").draw(model, look, **how)

    def tell(look: Look) -> str:
        told: str = import_module(f"mentorlog.views.told.{view}").tell(model, look)
        return told

    def data() -> dict[str, Any]:
        from mentorlog.formats.json import plain

        made: dict[str, Any] = plain(model)
        return made

    if svg:
        from mentorlog.cli.hand_over import place

        env.save_svg(place(env, svg, force) or Path(svg), draw, title or view, force)
    else:
        env.show(schema or view, data, draw, tell)
