"""Clause 五(二): deliberation."""
