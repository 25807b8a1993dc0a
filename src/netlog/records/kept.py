"""What is kept of a card that netlog has no place for."""

from collections.abc import Iterable

# The name of the line among it that says how the card was written.
FORM = "X-NETLOG-FORM"


def lines_of(kept: Iterable[str]) -> list[str]:
    """What is kept, without how the card was written."""
    return [line for line in kept if not line.startswith(f"{FORM}:")]


def name_of(line: str) -> str:
    """Of what property a kept line is."""
    return line.partition(":")[0].partition(";")[0].rpartition(".")[2].upper()
