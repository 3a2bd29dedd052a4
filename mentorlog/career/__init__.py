"""Careers: a catalogue of roles and skills, and pure functions over it and plain levels. No clock, no journal."""
