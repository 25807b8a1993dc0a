"""What one flipped bit made of what the journal says of a command, worked out from its digest.

A digest is the CRC-32 of the command added to those of its rows: of what a row may have been, one
bit away from what it is, that is taken which alone makes the digest agree.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence

from netlog.records.flips import MOST_ROWS, OF_BATCH, OF_CHANGE, Doubted, Flipped, Octets

_RANGE = ("source_id", "first", "last")
_ALL = 1 << 32
_WIDTHS = (1, 2, 3, 4, 6, 8)  # octets of an integer in an SQLite file
_ONE_BIT = frozenset(1 << bit for bit in range(32))


def flipped(said: Doubted) -> Flipped | None:
    """The one value that was another by one bit; None where none is, or it may be several."""
    if len(said.changes) > MOST_ROWS:
        return None
    found = list(dict.fromkeys(_candidates(said)))
    return found[0] if len(found) == 1 else None


def _candidates(said: Doubted) -> Iterator[Flipped]:
    id_ = said.batch[0]
    assert isinstance(id_, int)
    now = digest(said)
    if now ^ said.digest in _ONE_BIT:
        yield Flipped("batch", id_, "digest", now)
    missing = (said.digest - now) % _ALL
    known, own = _crc(said.batch), _of_rows(said)
    for at, column in enumerate(OF_BATCH):
        for value in _flips(said.batch[at]) if at else ():
            batch = (*said.batch[:at], value, *said.batch[at + 1 :])
            agrees = (
                (_crc(batch) + _summed(batch, own)) % _ALL == said.digest
                if column in _RANGE
                else (_crc(batch) - known) % _ALL == missing
            )
            if agrees:
                yield Flipped("batch", id_, column, value)
    for change in said.changes:
        is_own = change[1] == id_
        before = _crc(change) if is_own else 0
        for at, column in enumerate(OF_CHANGE):
            # Of what is another's only whose it is can be wrong; of its own all else.
            if at == 0 or (at == 1) is is_own:
                continue
            for value in _flips(change[at]) if is_own or at == 1 else ():
                line = (*change[:at], value, *change[at + 1 :])
                if (is_own or value == id_) and (_crc(line) - before) % _ALL == missing:
                    yield Flipped("change", change[0], column, value)  # type: ignore[arg-type]


def digest(said: Doubted) -> int:
    """What the digest of a command has to be: see `store.digests`."""
    return (_crc(said.batch) + _summed(said.batch, _of_rows(said))) % _ALL


def _of_rows(said: Doubted) -> list[tuple[int, int]]:
    """The id of each row that is the command's own, and its checksum."""
    own = (one for one in said.changes if one[1] == said.batch[0])
    return [(one[0], _crc(one)) for one in own if isinstance(one[0], int)]


def _summed(batch: Sequence[Octets], own: Iterable[tuple[int, int]]) -> int:
    """The sum of those rows that lie where the command says; one that took back has none."""
    source, first, last = (batch[OF_BATCH.index(name)] for name in _RANGE)
    if source != batch[0] or not (isinstance(first, int) and isinstance(last, int)):
        return 0
    return sum(crc for id_, crc in own if first <= id_ <= last)


def _crc(values: Sequence[Octets]) -> int:
    return zlib.crc32(b"\x1f".join(map(_told, values)))


def _told(value: Octets) -> bytes:
    if value is None:
        return b""
    return value if isinstance(value, bytes) else b"%d" % value


def _flips(value: Octets) -> Iterator[Octets]:
    """What the value was, were one bit of it another; texts only as long as they are texts."""
    if isinstance(value, int):
        width = next(one for one in _WIDTHS if -(1 << 8 * one - 1) <= value < 1 << 8 * one - 1)
        octets = value.to_bytes(width, "big", signed=True)
        yield from (int.from_bytes(one, "big", signed=True) for one in _one_bit(octets))
    elif value is not None:
        yield from (one for one in _one_bit(value) if _is_text(one))


def _one_bit(octets: bytes) -> Iterator[bytes]:
    for at, octet in enumerate(octets):
        for bit in range(8):
            yield octets[:at] + bytes((octet ^ 1 << bit,)) + octets[at + 1 :]


def _is_text(octets: bytes) -> bool:
    try:
        return octets.decode("utf-8").isprintable()
    except UnicodeDecodeError:
        return False
