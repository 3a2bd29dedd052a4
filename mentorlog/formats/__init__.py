"""Records to and from what other programs read: Markdown, JSON. No Rich, no SQL."""
