"""Questions to hold a conversation by, as headings to write under. What stands in comments is not kept."""

from __future__ import annotations

from typing import NamedTuple


class Template(NamedTuple):
    """A name to ask for it by, what it is for and whose idea it is, and the Markdown it begins with."""

    name: str
    about: str
    text: str


GROW = """\
## Goal
<!-- What do we want from this conversation? What would be better in three months? -->

## Reality
<!-- What happens now? What was tried, and what came of it? -->

## Options
<!-- What could be done? What else, if nothing stood in the way? -->

## Will
<!-- What will be done, by when, and who will notice? -->
"""
KICKOFF = """\
## What we hope for
<!-- What should be different in a year? How would both of us notice? -->

## How we work together
<!-- How often, how long, who calls, who prepares? -->

## What stays between us
<!-- What is confidential? What may be told, and to whom? -->

## What helps, what does not
<!-- How do you like to hear hard things? -->
"""
CHECKIN = """\
## What went well

## What was hard

## What was learnt

## What is next
"""
CLOSING = """\
## What changed since we began

## What helped most, what less

## What stays open

## How we go on
<!-- An end, a pause, or as peers? -->
"""

BUILT_IN = {
    one.name: one
    for one in (
        Template("grow", "Goal, Reality, Options, Will (Whitmore, Coaching for Performance, 1992)", GROW),
        Template("kickoff", "a first conversation: hopes and agreements (ours)", KICKOFF),
        Template("checkin", "a short regular conversation (ours)", CHECKIN),
        Template("closing", "the last conversation of a mentorship (ours)", CLOSING),
    )
}
"""The templates that come with the program, by name."""
