"""Things of a large file, put aside."""

import pytest

from netlog.actions.importing import shelf
from netlog.actions.importing.shelf import Seen, Shelf


@pytest.mark.parametrize("in_memory", [0, 100, 1 << 22])
def test_what_was_put_there_comes_back(monkeypatch, in_memory: int) -> None:
    monkeypatch.setattr(shelf, "IN_MEMORY", in_memory)
    held: Shelf[tuple[int, str]] = Shelf((n, "x" * n) for n in range(50))
    held[7] = (7, "another")
    held.append((50, "last"))
    assert len(held) == 51
    assert held[7] == (7, "another")
    assert held[48:] == [(48, "x" * 48), (49, "x" * 49), (50, "last")]
    assert [number for number, _ in held] == list(range(51))


def test_one_shelf_shares_what_another_has() -> None:
    held = Shelf(["a", "b", "c"])
    some: Shelf[str] = Shelf(beside=held)
    some.share(held, 2)
    some.append("d")
    held[2] = "changed"
    assert list(some) == ["c", "d"]


def test_a_sequence_is_seen_as_somebody_sees_it() -> None:
    seen = Seen(["a", "b"], str.upper)
    assert (len(seen), seen[1], seen[:1], list(seen)) == (2, "B", ["A"], ["A", "B"])
