"""Our contextmanager against contextlib's: whatever one does, the other does."""

import contextlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from netlog import contexts

ENDINGS: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "an error": lambda: int("none"),
    "the end of another": lambda: next(iter(())),
    "an interruption": lambda: sys.exit(3),
}


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a run has that has not loaded contextlib."""
    monkeypatch.delitem(sys.modules, "contextlib")
    spec = importlib.util.spec_from_file_location("ours", str(contexts.__file__))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.contextmanager is not contextlib.contextmanager
    return module.contextmanager


def told(manager: Any, block: Callable[[], Any], how: str) -> list[str]:
    said: list[str] = []

    @manager
    def around(name: str, *, often: int = 1) -> Iterator[str]:
        """Around it."""
        said.append(f"before {name} {often}")
        try:
            yield name
        except ValueError as error:
            said.append(f"met {error}")
            if how == "in other words":
                raise KeyError(name) from None
            if how == "not at all":
                return
            if how == "twice":
                yield name
            raise
        finally:
            said.append("after")
        if how == "twice":
            yield name

    try:
        with around("it", often=2) as name:
            said.append(name)
            block()
        said.append("left")
    except BaseException as error:
        said.append(type(error).__name__)
    return [*said, around.__name__, str(around.__doc__)]


@pytest.mark.parametrize("how", ["as it is", "in other words", "not at all", "twice"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_block_ends_as_it_does_with_contextlib(ours: Any, ending: str, how: str) -> None:
    block = ENDINGS[ending]
    assert told(ours, block, how) == told(contextlib.contextmanager, block, how)


def test_what_is_raised_is_told_from_where_it_was(ours: Any) -> None:
    @ours
    def around() -> Iterator[None]:
        yield

    with pytest.raises(ValueError, match="none") as raised, around():
        int("none")
    assert [entry.name for entry in raised.traceback] == [
        "test_what_is_raised_is_told_from_where_it_was"
    ]
