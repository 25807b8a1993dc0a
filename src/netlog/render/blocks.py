"""Black and white modules as half blocks: two rows a line."""

from collections.abc import Sequence
from itertools import zip_longest

# By whether the upper and the lower module take ink.
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def drawn(modules: Sequence[Sequence[bool]], *, ink: bool) -> list[str]:
    """The lines; ink says which modules are drawn: True the dark ones, False the light."""
    lines = []
    for at in range(0, len(modules), 2):
        upper = modules[at]
        lower: Sequence[bool] = modules[at + 1] if at + 1 < len(modules) else [not ink] * len(upper)
        pairs = zip_longest(upper, lower, fillvalue=False)
        lines.append("".join(_BLOCKS[one is ink, other is ink] for one, other in pairs))
    return lines
