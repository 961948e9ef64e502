"""How hard Hypothesis tries: `pytest --hypothesis-profile=deep` for a long search."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("everyday", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", max_examples=5_000, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "everyday")
