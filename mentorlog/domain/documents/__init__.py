"""Documents to hand to somebody, one file each: what is in them and how it comes out of the records.

They are made of names, days and words only, never of refs: a gap in their numbers would tell the reader
that something was left out.
"""
