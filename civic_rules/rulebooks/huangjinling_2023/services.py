"""Clause 五(一): services of street and community."""
