"""Things of a large file put aside on the disk, so that memory holds where they are and no more."""

import pickle
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, Generic, TypeVar, cast, overload

IN_MEMORY = 1 << 22  # octets, past which they go into a file that nobody else can open
_LENGTH = 4

T = TypeVar("T")
S = TypeVar("S")


class _Store:
    """Octets one after the other; what was put there stays."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._written = 0
        self._last = bytearray()

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def put(self, octets: bytes) -> int:
        """Where they are."""
        at = self._written + len(self._last)
        self._last += len(octets).to_bytes(_LENGTH, "big") + octets
        if len(self._last) > IN_MEMORY:
            if self._file is None:
                # It has no name, and goes with the process.
                self._file = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115
            self._file.seek(self._written)
            self._file.write(self._last)
            self._written += len(self._last)
            self._last = bytearray()
        return at

    def get(self, at: int) -> bytes:
        if at >= self._written:
            start = at - self._written + _LENGTH
            length = int.from_bytes(self._last[start - _LENGTH : start], "big")
            return bytes(self._last[start : start + length])
        assert self._file is not None
        self._file.seek(at)
        return self._file.read(int.from_bytes(self._file.read(_LENGTH), "big"))


class Shelf(Sequence[T], Generic[T]):
    """A sequence of records that is not held in memory; one that was taken from it is a copy."""

    def __init__(self, things: Iterable[T] = (), beside: "Shelf[T] | None" = None) -> None:
        self._store: _Store = _Store() if beside is None else beside._store
        self._places = array("Q")
        for one in things:
            self.append(one)

    def append(self, one: T) -> None:
        """Put another one there."""
        self._places.append(self._store.put(pickle.dumps(one, pickle.HIGHEST_PROTOCOL)))

    def share(self, other: "Shelf[T]", at: int) -> None:
        """Have that one of a shelf beside this one here, too."""
        self._places.append(other._places[at])

    def __setitem__(self, at: int, one: T) -> None:
        self._places[at] = self._store.put(pickle.dumps(one, pickle.HIGHEST_PROTOCOL))

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self._taken(place) for place in self._places[at]]
        return self._taken(self._places[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._taken, self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _taken(self, place: int) -> T:
        # What nobody but this process can have written.
        return cast("T", pickle.loads(self._store.get(place)))


class Seen(Sequence[S], Generic[S]):
    """A sequence as somebody sees it, one by one: nothing of it is held."""

    def __init__(self, things: Sequence[T], seen: Callable[[T], S]) -> None:
        self._things: Sequence[T] = things
        self._seen = seen

    @overload
    def __getitem__(self, at: int) -> S: ...
    @overload
    def __getitem__(self, at: slice) -> list[S]: ...
    def __getitem__(self, at: int | slice) -> S | list[S]:
        if isinstance(at, slice):
            return [self._seen(one) for one in self._things[at]]
        return self._seen(self._things[at])

    def __iter__(self) -> Iterator[S]:
        return map(self._seen, self._things)

    def __len__(self) -> int:
        return len(self._things)
