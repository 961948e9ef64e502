"""Clause 五(三): emergency management."""
