"""The commands of one noun, such as favor: a table that the catalogue turns into a group."""

from collections.abc import Callable

from netlog.named import NamedTuple
from netlog.typed import Any


class Sub(NamedTuple):
    """One command of a noun: what runs, its examples, and the type behind its JSON.

    takes_text says that all words after -- are text, whatever they look like; rehearses, that it
    has --dry-run.
    """

    run: Callable[..., None]
    examples: tuple[str, ...]
    record: Any
    takes_text: bool = False
    rehearses: bool = False
