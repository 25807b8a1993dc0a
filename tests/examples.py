"""On how many examples a law is tried: a few, others in each run, and those it failed on before.

HYPOTHESIS_PROFILE=thorough tries ten times as many: before a release, or when a law is new.
"""

import os

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def examples(few: int) -> int:
    """That many, or ten times as many."""
    return few * 10 if THOROUGH else few
