"""Clause 四: the lead of the party and how society takes part."""
