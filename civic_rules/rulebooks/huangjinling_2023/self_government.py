"""Clause 六(一): self-government, property management and facilities."""
