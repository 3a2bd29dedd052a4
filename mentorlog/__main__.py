"""`python -m mentorlog` is `mentorlog`."""

from mentorlog.main import run

run()
