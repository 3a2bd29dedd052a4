"""`next`: what to do next, and putting suggestions to rest."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mentorlog.career.rules import as_rules
from mentorlog.domain.next import RULES

PROMISE = """\
1. “Draft my CV” for Ana Ruiz is 14 days overdue.
   why: Due 20 Apr
   why: Next conversation with Ana Ruiz: in 14 days
   refs: a1 p1
   rule: promise, weight 99
   do: mentorlog action done a1
"""
OWN = """\
2. “Read” is 13 days overdue.
   why: Due 21 Apr
   refs: a2
   rule: overdue, weight 74
   do: mentorlog action done a2
"""
GAP = """\
3. Plan a first step for SQL: it is 1 level below your aim.
   why: You say 3 (4 May) and aim at 4
   why: No action is open for it, and no wider gap is without one
   refs: s1 ra1
   rule: gap, weight 41, about 15 min
   do: mentorlog action add "…" -s sql
"""
EVIDENCE = """\
4. Link what shows your level 3 in SQL.
   why: You said 3 on 4 May, with no evidence yet
   refs: s1 ra1
   rule: rating-evidence, weight 25, about 5 min
   do: mentorlog skill rate sql 3 --evidence REF
"""
NO_SUCH = "error: There is no suggestion “99”.\n       mentorlog next --all shows their numbers.\n"
NO_RULE = "error: There is no rule “cadense”. Closest: cadence.\n       mentorlog next rules lists them.\n"
NO_REASON = (2, "", "error: Say why, so that you know it later.\n       Add --why TEXT.\n")


def hint(number: int) -> str:
    return f"mentorlog next snooze {number} 2w hides one for two weeks\n"


@pytest.fixture
def late(sam: Any) -> Any:
    """A promise to Ana that is late (a1), an action of my own (a2), and a private one between them (a3)."""
    sam("action", "add", "Draft my CV", "--by", "2026-04-20", "--with", "ana")
    sam("action", "add", "Read", "--by", "2026-04-21")
    sam("action", "add", "Ask for a raise", "--by", "2026-04-20", "--private")
    return sam


def titles(run: Any, *flags: str) -> list[str]:
    return [one["title"] for one in json.loads(run("next", "list", *flags, "--json").out)["items"]]


def test_the_first_three_come_with_their_reasons(late: Any) -> None:
    more = "mentorlog next --all shows 1 more\n"
    assert late("next") == (0, f"Next steps: 3 of 4\n{PROMISE}{OWN}{GAP}{more}{hint(3)}", "")


def test_more_fewer_or_only_some(late: Any) -> None:
    every = f"Next steps: 4 of 4\n{PROMISE}{OWN}{GAP}{EVIDENCE}{hint(4)}"
    assert late("next", "--all") == late("next", "list", "--top", "9") == (0, every, "")
    assert late("next", "--top", "1").out == (
        f"Next steps: 1 of 4\n{PROMISE}mentorlog next --all shows 3 more\n{hint(1)}"
    )
    assert late("next", "--for", "ana").out == f"Next steps: 1 of 1\n{PROMISE}{hint(1)}"
    assert late("next", "--for", "a2").out == f"Next steps: 1 of 1\n{OWN}{hint(2)}"


def test_a_list_that_cannot_be_is_a_mistake(late: Any) -> None:
    assert late("next", "--top", "0") == (
        2,
        "",
        "error: mentorlog next list: Invalid value for '--top': 0 is not in the range x>=1.\n"
        "       mentorlog next list --help shows how it goes.\n",
    )
    assert late("next", "--for", "zoe") == (
        1,
        "",
        'error: There is no ref, person or skill “zoe”.\n       mentorlog search "zoe"\n',
    )


def test_nothing_to_do_says_so(run: Any) -> None:
    nothing = "Nothing needs you now.\nmentorlog next rules shows what is looked for\n"
    assert run("next") == (0, nothing, "")
    assert run("next", "-q") == (0, "", "")
    made = json.loads(run("next", "--json").out)
    assert (made["schema"], made["items"], made["total"]) == ("mentorlog/next/1", [], 0)


def test_json_is_the_list_with_its_numbers(late: Any) -> None:
    made = json.loads(late("next", "--all", "--json").out)
    assert made["total"] == 4
    assert [(one["number"], one["code"], one["ready"]) for one in made["items"]] == [
        (1, "promise", True),
        (2, "overdue", True),
        (3, "gap", False),
        (4, "rating-evidence", False),
    ]


def test_private_ones_are_there_when_asked_for_and_so_are_their_numbers(late: Any) -> None:
    assert "raise" not in late("next", "--all").out
    assert titles(late, "--all", "--private")[1] == "“Ask for a raise” is 14 days overdue."
    assert late("next", "snooze", "2", "fri", "--private").out == (
        "mu1   overdue · a3 · hidden until Fri 8 May 2026\n"
    )
    assert late("next", "dismiss", "2", "--private", "--why", "x").out.startswith("mu2   overdue · a2 · ")
    late("rm", "mu1", "mu2")
    assert late("next", "accept", "2", "--private") == (
        0,
        "a3    me · PRIVATE · done\n",
        "mentorlog action done a3\n",
    )


def test_rules_are_all_of_them(run: Any) -> None:
    every = (*RULES, *as_rules())
    lines = "".join(f"{rule.code}\t{rule.says}\n" for rule in every)
    assert run("next", "rules") == (0, lines, "")
    made = json.loads(run("next", "rules", "--json").out)
    assert made["schema"] == "mentorlog/rule-list/1"
    assert [one["code"] for one in made["items"]] == [rule.code for rule in every]


def test_a_role_aimed_at_brings_its_own_suggestions_which_can_be_put_to_rest(sam: Any) -> None:
    sam("role", "aim", "backend-developer")
    codes = {
        one["code"] for one in json.loads(sam("next", "--for", "backend-developer", "--json").out)["items"]
    }
    assert {"rate-first", "balance"} <= codes
    assert sam("next", "dismiss", "rate-first", "--why", "later").code == 0
    left = json.loads(sam("next", "--for", "backend-developer", "--json").out)["items"]
    assert "rate-first" not in {one["code"] for one in left}
    refused = sam("next", "--for", "scrum-master")
    assert refused.err.startswith("error: scrum-master is neither explored nor aimed at")
    assert sam("next", "--for", "juggler").code == 1


def test_a_mentee_has_career_suggestions_from_the_levels_i_gave(sam: Any) -> None:
    sam("role", "aim", "dba", "--for", "bo")
    sam("skill", "rate", "sql", "2", "--of", "bo")
    (one,) = [
        each
        for each in json.loads(sam("next", "--for", "bo", "--all", "--json").out)["items"]
        if each["code"] == "gap-first"
    ]
    assert one["title"] == "SQL is the gap that opens the role Bo Lind looks at."
    assert one["command"] == "mentorlog career gap database-administrator --for bo"


def test_snoozing_hides_one_for_two_weeks_or_until_a_day(late: Any) -> None:
    assert late("next", "snooze", "1") == (0, "mu1   promise · a1 · hidden until Mon 18 May 2026\n", "")
    assert titles(late)[0] == "“Read” is 13 days overdue."
    assert late("next", "snooze", "gap", "fri") == (
        0,
        "mu2   gap · everywhere · hidden until Fri 8 May 2026\n",
        "",
    )
    assert late("next", "snooze", "1", "-q") == (0, "mu3\n", "")
    made = json.loads(late("next", "snooze", "1", "3w", "--json").out)
    assert (made["code"], made["about"], made["until"]) == ("rating-evidence", "s1", "2026-05-25")
    assert titles(late, "--all") == []
    late("rm", "mu2")
    assert titles(late, "--all") == ["Plan a first step for SQL: it is 1 level below your aim."]


def test_snoozing_says_what_is_wrong(late: Any) -> None:
    assert late("next", "snooze", "99") == (1, "", NO_SUCH)
    assert late("next", "snooze", "cadense") == (1, "", NO_RULE)
    assert late("next", "snooze", "1", "today") == (
        1,
        "",
        "error: Mon 4 May 2026 is not ahead, so there is nothing to wait for.\n       Give a later day.\n",
    )
    assert late("next", "snooze").code == 2
    assert len(titles(late, "--all")) == 4


def test_dismissing_needs_a_reason(late: Any) -> None:
    assert late("next", "dismiss", "1") == NO_REASON
    assert late("next", "dismiss", "1", "--why", " ") == NO_REASON
    assert late("next", "dismiss", "1", "--why", "we agreed") == (
        0,
        "mu1   promise · a1 · put to rest. To undo that:  mentorlog rm mu1\n",
        "",
    )
    assert late("next", "dismiss", "gap", "--why", "not mine").out.startswith("mu2   gap · everywhere · ")
    assert late("next", "dismiss", "99", "--why", "x") == (1, "", NO_SUCH)
    assert late("next", "dismiss", "cadense", "--why", "x") == (1, "", NO_RULE)
    assert len(titles(late, "--all")) == 2


def test_accepting_runs_what_is_ready(late: Any) -> None:
    assert late("next", "accept", "1") == (0, "a1    me · Draft my CV · done\n", "mentorlog action done a1\n")
    assert late("next", "accept", "1", "-q").out == "a2\n"
    assert late("action", "-q").out == ""


def test_accepting_shows_what_needs_words(late: Any) -> None:
    assert late("next", "accept", "3") == (
        1,
        "",
        "error: Plan a first step for SQL: it is 1 level below your aim. I cannot fill in the words.\n"
        '       mentorlog action add "…" -s sql\n',
    )
    assert json.loads(late("next", "accept", "4", "--json").err)["hint"].endswith("--evidence REF")
    assert late("next", "accept", "99") == (1, "", NO_SUCH)
    assert late("next", "accept", "one").code == late("next", "accept").code == 2
    assert late("action", "-q").out == "a1\na2\n"


def test_quietly_only_the_ref_that_each_is_about_is_printed(late: Any) -> None:
    items = json.loads(late("next", "--json").out)["items"]
    assert late("next", "-q") == (0, "".join(f"{one['refs'][0]}\n" for one in items), "")
    assert late("-q", "next", "--json").out == late("next", "--json").out
