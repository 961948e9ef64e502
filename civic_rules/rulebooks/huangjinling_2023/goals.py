"""Clauses 一, 二, 三: guiding thought, principles and goals."""
