"""The report: html-validate finds nothing, and Chromium draws it without a fault, wide and narrow, light and dark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench import report_page
from tests.bench.outside.exports import Exports, said_by
from tests.bench.outside.tools import Tools
from tests.bench.outside.trial import Said, Trial

RULES = {
    "extends": ["html-validate:recommended", "html-validate:document"],
    # It counts `&quot;` as six letters; ours is cut at 60 letters as they are read.
    "rules": {"long-title": ["error", {"maxlength": 360}]},
}


def _reports(exports: Exports) -> Iterator[Path]:
    for db in exports.both:
        for name, options in report_page.REPORTS.items():
            yield exports.to_file(db, f"{name}.html", "report", *options)


def html_validate(exports: Exports, tools: Tools) -> Iterator[Said]:
    """Every rule it recommends."""
    settings = exports.folder / ".htmlvalidate.json"
    settings.write_text(json.dumps({"root": True, **RULES}), encoding="utf-8")
    for file in _reports(exports):
        ran = tools.run(tools.npm("html-validate"), "--config", settings, "--formatter", "text", file)
        yield file.name, said_by(ran)


def chromium(exports: Exports, tools: Tools) -> Iterator[Said]:
    """All that is drawn is where it should be, the console stays silent, and it prints."""
    with report_page.browser() as one:
        for file in _reports(exports):
            yield file.name, "; ".join(report_page.faults_of(one, file))[:500]


TRIALS = (
    Trial("html-validate", "reports for each reader", html_validate),
    Trial("Chromium", "reports for each reader, in two widths, light and dark, and printed", chromium),
)
