"""Clauses 六(二), 六(三): rule of law and moral education."""
