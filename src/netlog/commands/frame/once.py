"""What is typed twice where one is kept: refused, so that nothing is lost in silence."""

from collections.abc import Callable, Iterable
from functools import partial

from netlog.commands.frame.declared import TOLD_ONCE
from netlog.errors import UsageMistake
from netlog.typed import Any


def told_once(parsed: Iterable[Any]) -> None:
    """Let the parser's options refuse a second text, day or name: neither is lost in silence."""
    for option in set(parsed):
        if option.action == "store" and option.obj.metavar in TOLD_ONCE:
            option.process = partial(_take_once, option, option.process)


def _take_once(option: Any, process: Callable[[Any, Any], None], value: Any, state: Any) -> None:
    if state.opts.get(option.dest, value) != value:
        raise UsageMistake(f"{option.obj.opts[0]} stands twice: leave one out.")
    process(value, state)
