"""What writes several kinds of record together, in one transaction."""
