"""Clause 七: responsibility, people and funds."""
