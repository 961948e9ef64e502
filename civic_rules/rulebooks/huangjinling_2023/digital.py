"""Clause 五(五): smart governance."""
