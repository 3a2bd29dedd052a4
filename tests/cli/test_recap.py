"""`recap`: look back on some days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_a_week_is_told_with_what_was_what_was_not_and_three_questions(sam: Any) -> None:
    for argv in (
        ("meet", "ana", "--on", "2026-04-30", "--mins", "45", "-n", "Practise one story.", "--no-input"),
        ("win", "add", "Cut p99", "--impact", "unblocked mobile", "--on", "fri"),
        ("action", "add", "Draft my CV", "--with", "ana", "--by", "2026-05-01"),
        ("feedback", "add", "--from", "raj", "-b", "read slides", "--on", "2026-04-28"),
        ("topic", "ana", "Salary bands", "--on", "2026-04-30"),
        ("log", "--private", "Felt tired", "--on", "sat"),
    ):
        assert sam(*argv).code == 0
    assert sam("recap") == (
        0,
        "Week 18 · Mon 27 Apr – Sun 3 May 2026\n"
        "Talked: 1 conversation, 45 min\n"
        "m1\tAna Ruiz\tPractise one story.\t1 conversation, 45 min\n"
        "Ana Ruiz is due in 10 days and Bo Lind is due in 21 days\n"
        "Heard: 1\n"
        "f1\tgrowth from Raj Mehta\tread slides\t28 Apr\n"
        "\t\tno action yet\twhat came of it\n"
        "Won: 1\n"
        "w1\t\tCut p99\t1 May\n"
        "\t\tunblocked mobile\twhat it changed\n"
        "Did not happen: 1\n"
        "a1\tme\tDraft my CV\tdue 1 May, 3 days overdue\n"
        "do: mentorlog action done a1\n"
        "Nothing on record as moved or done.\n"
        "Rhythm: 1 conversation and no notes in 1 week; longest silence 2 days\n"
        "Three questions:\n"
        "1. What in w1 gave you energy, and how could there be more of it?\n"
        "2. What stands between you and a1, and is it still yours to do?\n"
        "3. Is t1 still the first thing you would ask Ana Ruiz?\n",
        "",
    )


def test_an_empty_week_says_so(run: Any) -> None:
    said = run("recap")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Week 18 · Mon 27 Apr – Sun 3 May 2026\n"
        "Talked: Nobody on record\n"
        "Nothing is on record for that week, and that is fine.\n"
        "What you remember can still go in: mentorlog catchup --since 2026-04-27\n"
        "Rhythm: nothing on record yet\n"
        "Three questions:\n"
        "1. When did you forget the time, and what were you doing?\n"
        "2. Which conversation did you not have, and what kept you from it?\n"
        "3. Who has been where you want to go, and what would you ask them first?\n"
    )


def test_the_days_may_be_a_month_a_quarter_a_year_or_any(run: Any) -> None:
    titles = {
        ("--month",): "May 2026 · so far",
        ("--month", "--previous"): "April 2026",
        ("--quarter", "--previous"): "Q1 2026",
        ("--year",): "2026 · so far",
        ("--week", "--previous"): "Week 18 · Mon 27 Apr – Sun 3 May 2026",
        ("--since", "2026-03"): "1 Mar – 4 May 2026",
        ("--since", "2026-03", "--until", "2026-03"): "1 Mar – 31 Mar 2026",
    }
    assert {argv: run("recap", *argv).out.split("\n")[0] for argv in titles} == titles


def test_with_a_person_only_what_is_with_them_is_told(sam: Any) -> None:
    assert sam("win", "add", "With Ana", "--with", "ana", "--on", "fri").code == 0
    assert sam("win", "add", "With Bo", "--with", "bo", "--on", "fri").code == 0
    said = sam("recap", "--with", "ana").out
    assert said.startswith("Week 18 · Mon 27 Apr – Sun 3 May 2026 · with Ana Ruiz\n")
    assert "With Ana" in said
    assert "Bo" not in said


def test_the_questions_can_be_had_alone(run: Any) -> None:
    said = run("recap", "--questions")
    assert (said.code, said.out.count("\n")) == (0, 3)
    data = json.loads(run("recap", "--questions", "--json").out)
    assert (data["schema"], len(data["questions"])) == ("mentorlog/recap-questions/1", 3)
    assert run("recap", "--questions", "--format", "md").out.startswith("# Week 18")


def test_json_has_the_records_with_their_refs(sam: Any) -> None:
    assert sam("win", "add", "Cut p99", "--on", "fri").code == 0
    for argv in (("--json",), ("--format", "json")):
        data = json.loads(sam("recap", *argv).out)
        assert data["schema"] == "mentorlog/recap/1"
        assert (data["period"]["since"], data["won"][0]["ref"]) == ("2026-04-27", "w1")


def test_private_text_is_for_the_screen_when_asked_for_and_never_for_a_file(sam: Any, tmp_path: Path) -> None:
    assert sam("win", "add", "Secret win", "--private", "--on", "fri").code == 0
    assert "Secret win" not in sam("recap").out
    assert "Secret win (private)" in sam("recap", "--private").out
    file = tmp_path / "week.md"
    assert sam("recap", "--format", "md", "--out", str(file)).code == 0
    assert "ecret" not in file.read_text(encoding="utf-8")
    assert "rivate" not in file.read_text(encoding="utf-8")
    for argv in (("--out", str(tmp_path / "other")), ("--format", "md")):
        assert sam("recap", "--private", *argv) == (
            2,
            "",
            "error: Private text stays on the screen.\n       Leave out --private, or --out and --format.\n",
        )


def test_a_file_is_written_once_and_replaced_only_by_force(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "week.md"
    said = run("recap", "--format", "md", "--out", str(file))
    assert said.out.startswith(f"wrote {file} (")
    assert file.read_text(encoding="utf-8").startswith("# Week 18 · Mon 27 Apr")
    assert run("recap", "--format", "md", "--out", str(file)).code == 1
    assert run("recap", "--out", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("Week 18 · Mon 27 Apr")
    assert run("recap", "--format", "json", "--out", str(file), "--force").code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "mentorlog/recap/1"


def test_wrong_days_are_refused(run: Any) -> None:
    twice = "error: Say the days once.\n       One of --week, --month, --quarter, --year, or --since D.\n"
    for argv in (("--week", "--month"), ("--month", "--since", "fri"), ("--since", "fri", "--previous")):
        assert run("recap", *argv) == (2, "", twice)
    assert run("recap", "--until", "fri") == (
        2,
        "",
        "error: Say where it begins, too.\n       Add --since D.\n",
    )
    assert run("recap", "--since", "2026-05-03", "--until", "2026-05-01") == (
        1,
        "",
        "error: The days from 2026-05-03 to 2026-05-01 run backwards.\n       --since comes before --until.\n",
    )
    assert run("recap", "--with", "zoe").code == 1
    assert run("recap", "--format", "pdf").code == 2


def test_a_period_that_is_over_does_not_ask_about_what_was_parked_since(sam: Any) -> None:
    sam("topic", "ana", "Salary bands")
    assert "t1" not in sam("recap", "--week", "--previous", "--questions").out
    sam("topic", "ana", "A step back", "--on", "2026-04-30")
    assert "Is t2 still the first thing" in sam("recap", "--week", "--previous", "--questions").out
