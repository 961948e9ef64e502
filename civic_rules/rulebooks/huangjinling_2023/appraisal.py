"""Clause 八: lead, example and appraisal."""
