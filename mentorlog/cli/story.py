"""`win story`: a win told as situation, task, action and result, to have ready when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.edit import find, parse, template
from mentorlog.cli.given import values
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.domain.wins import Win
    from mentorlog.env import Env

QUESTIONS = {
    "story_situation": "Situation: where were you, and what was at stake?",
    "story_task": "Task: what was yours to do?",
    "story_action": "Action: what did you do, step by step?",
    "story_result": "Result: what came of it, in numbers where you have them?",
}
"""The parts of a story as interviewers ask for them: situation, task, action, result."""


def story(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="W", help="A win, by ref.")],
    situation: Annotated[str, typer.Option("--situation", metavar="TEXT", help="Where you were.")] = "",
    task: Annotated[str, typer.Option("--task", metavar="TEXT", help="What was yours to do.")] = "",
    action: Annotated[str, typer.Option("--action", metavar="TEXT", help="What you did.")] = "",
    result: Annotated[str, typer.Option("--result", metavar="TEXT", help="What came of it.")] = "",
    edit: options.Edit = False,
) -> None:
    """Tell a win as a story: situation, task, action, result.

    $ mentorlog win story w3 --situation "The backup ran into the first shift" --result "done by five"
    $ mentorlog win story w1 --action "drew each plan on the whiteboard, then asked"

    Without flags you are asked for each part, or write all of them in your editor with -e.
    """
    from mentorlog.domain.wins import Win

    env = env_of(ctx)
    with env.read(private=True) as store:
        win = store.by_id(Win, find(store, "win", ref).id)
    flags = dict(zip(QUESTIONS, (situation, task, action, result), strict=True))
    told = {name: text for name, text in flags.items() if text} or _asked(env, win, edit)
    with env.write("win story") as store:
        now = store.by_id(Win, win.id)
        kept = store.save(now.but(**values(env, store, "win", **told)))
    env.kept(kept, _echo(kept))


def _asked(env: Env, win: Win, edit: bool) -> dict[str, str]:
    """The parts from the editor or by questions; Enter leaves a part as it is."""
    if edit:
        from mentorlog.editor import written

        return parse("win", options.whole(env, written(env, template(win, {}, tuple(QUESTIONS)), "story")))
    if not env.interactive:
        raise Misused("Say a part of the story.", "Add --situation, --task, --action or --result; or -e.")
    return {name: answer for name, question in QUESTIONS.items() if (answer := env.ask(question))}


def _echo(win: Win) -> str:
    from mentorlog.domain.spoken import join_words

    missing = [name.removeprefix("story_") for name in QUESTIONS if not getattr(win, name)]
    tail = "PRIVATE" if win.private else "shared"
    return f"win · story {'still without ' + join_words(missing) if missing else 'whole'} · {tail}"
