"""The journal on disk: the only package that knows SQLite."""
