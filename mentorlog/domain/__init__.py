"""What things are and what may happen to them: frozen records and pure functions. No clock, no I/O."""
