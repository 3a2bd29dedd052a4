"""`career`: gaps, ways and roles that are alike, and the world's roles brought in."""

from __future__ import annotations

from mentorlog.cli import (
    career_check,
    career_compare,
    career_explore,
    career_export,
    career_gap,
    career_import,
    career_path,
    career_plan,
    career_similar,
)
from mentorlog.cli.app import Noun

noun = Noun("career", "See gaps, ways and next roles.", bare="explore")

noun.command("gap")(career_gap.gap)
noun.command("compare")(career_compare.compare)
noun.command("path")(career_path.path)
noun.command("explore")(career_explore.explore)
noun.command("plan")(career_plan.plan)
noun.command("similar")(career_similar.similar)
noun.command("import")(career_import.import_)
noun.command("packs")(career_import.packs)
noun.command("remove")(career_import.remove)
noun.command("export")(career_export.export)
noun.command("check")(career_check.check)
