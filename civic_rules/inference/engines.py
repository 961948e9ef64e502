"""Which engine chains: durable-rules where it can be imported, the reference everywhere else."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from civic_rules.inference.chaining import Reference

if TYPE_CHECKING:
    from civic_rules.inference.programs import Engine

LOGGER = logging.getLogger("civic_rules.inference")

_LOCK = threading.Lock()
_CHOSEN: list[Engine] = []


def default_engine() -> Engine:
    """The engine that serves, chosen once in a process: durable-rules, or the reference where that is not there.

    Both conclude the same. Where the reference serves, one line in the log says so.
    """
    with _LOCK:
        if not _CHOSEN:
            _CHOSEN.append(_chosen())
        return _CHOSEN[0]


def _chosen() -> Engine:
    try:
        from civic_rules.inference.durable import DurableRules  # noqa: PLC0415  it is not there on every Python

        return DurableRules()
    except ImportError as error:
        LOGGER.warning(
            "durable-rules cannot be imported (%s); the reference chainer serves in its place and concludes the same",
            error,
        )
        return Reference()
