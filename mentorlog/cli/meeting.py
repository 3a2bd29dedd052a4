"""`meeting`: past conversations, to list and change. `meet` records them."""

from __future__ import annotations

from mentorlog.cli.app import Noun
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import dated
from mentorlog.cli.records import parts_of

noun = Noun("meeting", "Look at past conversations.")
noun.verbs["list"] = dated("meeting")
noun.verbs["edit"] = Edit("meeting")
parts_of(noun)
