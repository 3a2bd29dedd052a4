"""`note`: what `log` wrote, to list and change."""

from __future__ import annotations

from mentorlog.cli.app import Noun
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import dated
from mentorlog.cli.log import log
from mentorlog.cli.records import parts_of

noun = Noun("note", "List and change notes.")
noun.verbs["add"] = log
noun.verbs["list"] = dated("note")
noun.verbs["edit"] = Edit("note")
parts_of(noun)
