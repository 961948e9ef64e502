"""Clause 五(四): public security and grids."""
