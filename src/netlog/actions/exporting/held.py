"""What goes out, held until the book is closed: in memory, where it is much in a nameless file."""

import tempfile
from collections.abc import Iterable, Iterator

from netlog.named import NamedTuple
from netlog.typed import BinaryIO, cast

MOST_IN_MEMORY = 8_000_000  # bytes
_AT_ONCE = 1 << 20


class Stretch(NamedTuple):
    """A part of what is held: where it begins, and how many bytes it is."""

    start: int
    size: int


class Outgoing:
    """A slow disk or a slow reader keeps nobody from the book, and a large one fits in memory."""

    def __init__(self, pieces: Iterable[bytes] = ()) -> None:
        self._file = cast("BinaryIO", tempfile.SpooledTemporaryFile(MOST_IN_MEMORY))  # noqa: SIM115
        self._size = 0
        try:
            for piece in pieces:
                self.add(piece)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Outgoing":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, piece: bytes) -> Stretch:
        """Hold that as well; nothing may have been read before."""
        span = Stretch(self._size, self._file.write(piece))
        self._size += span.size
        return span

    def file(self) -> BinaryIO:
        """All of it, from its beginning."""
        self._file.seek(0)
        return self._file

    def all(self) -> Iterator[bytes]:
        """The same, a piece at a time."""
        return self.parts([Stretch(0, self._size)])

    def parts(self, spans: Iterable[Stretch]) -> Iterator[bytes]:
        """Those of its parts, a piece at a time."""
        for start, size in spans:
            self._file.seek(start)
            while size > 0 and (piece := self._file.read(min(size, _AT_ONCE))):
                size -= len(piece)
                yield piece
