"""`report`: a summary with pictures, as one page to open, print or send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.cli.export_deliver import deliver
from mentorlog.cli.export_request import REDACTED, Request, verb, wanted_of
from mentorlog.domain.goals import OPEN

if TYPE_CHECKING:
    from mentorlog.career.outlook import Outlook
    from mentorlog.domain.material import Material, Wanted
    from mentorlog.domain.report import Report
    from mentorlog.env import Env

MAPPED = ("self", "mentor")
"""Who sees the career map: where one might go is no business of a manager's or a mentee's."""


def _report(env: Env, request: Request) -> None:
    """Write a page with pictures: timeline, goals, skills, rhythm, and where it could go.

    $ mentorlog report --out year.html --dry-run
    $ mentorlog report --with ana --since 2026-01 --for mentor
    $ mentorlog report --for manager --since -6m

    One HTML file for any browser, light and dark, ready to print; it loads and runs nothing. It holds what
    `export summary` holds for the same reader: what is shared and linked with them, or with nobody but you.
    """
    from mentorlog.domain.report import report
    from mentorlog.formats.report import report as page

    def build(found: Material, wanted: Wanted) -> Report:
        return report(found, wanted).but(career=_outlook(env, request, found))

    deliver(env, request, "report", build, lambda model: page(model, env.today))


def _outlook(env: Env, request: Request, found: Material) -> Outlook | None:
    """Where I could go, through the reader's eyes; for a single goal or another reader there is no map."""
    if (request.reader or "self") not in MAPPED or request.goal:
        return None
    from mentorlog.career.outlook import outlook
    from mentorlog.career.pack import load
    from mentorlog.domain.careers import Said
    from mentorlog.domain.roles import Position, Role

    wanted, audience = wanted_of(env, request, "report")
    with env.audience(audience) as store:
        positions, roles = store.all(Position, "person_id IS NULL"), store.all(Role)
    said = Said(
        today=wanted.until,
        positions=tuple(positions),
        roles=tuple(roles),
        aims=tuple(one for one in found.aims if one.person_id is None),
        skills=found.skills,
        ratings=found.ratings,
        goals=tuple(one for one in found.goals if one.role and one.state in OPEN),
    )
    return outlook(said, load())


_report.__doc__ = f"{(_report.__doc__ or '').rstrip()}\n\n    " + REDACTED.replace("\n", "\n    ") + "\n"
report = verb(_report, without=("form",))
