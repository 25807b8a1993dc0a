"""What one flipped bit made of the journal is worked out from the digest of its command."""

import pytest

from netlog.records.flips import OF_BATCH, OF_CHANGE, Doubted, Flipped, Octets
from netlog.rules import flips

BATCH = (4, b"01-uid", b"2026-11-24T10:00:00Z", b"log", None, 4, 0, 7, 8)
TAKEN_BACK = (9, b"02-uid", b"2026-11-25T10:00:00Z", b"undo", b"01-uid", 4, 1, 7, 8)
CHANGES = ((7, 4, b"contact", 300, 0, 1, 300), (8, 4, b"contact_tag", 2, 1, 0, None))


def said(batch: tuple[Octets, ...], changes: tuple[tuple[Octets, ...], ...] = CHANGES) -> Doubted:
    whole = Doubted(batch, changes, 0)
    return whole._replace(digest=flips.digest(whole))


def put(values: tuple[Octets, ...], at: int, value: Octets) -> tuple[Octets, ...]:
    return (*values[:at], value, *values[at + 1 :])


def other(value: Octets) -> Octets:
    return bytes((value[0] ^ 1,)) + value[1:] if isinstance(value, bytes) else (value or 0) ^ 1


@pytest.mark.parametrize("at", range(1, len(OF_BATCH)))
@pytest.mark.parametrize("batch", [BATCH, TAKEN_BACK])
def test_a_bit_of_what_is_said_of_a_command(batch: tuple[Octets, ...], at: int) -> None:
    if batch[at] is None:
        return
    whole = said(batch)
    flipped = whole._replace(batch=put(batch, at, other(batch[at])))
    assert flips.flipped(flipped) == Flipped("batch", batch[0], OF_BATCH[at], batch[at])


@pytest.mark.parametrize("at", range(1, len(OF_CHANGE)))
def test_a_bit_of_what_is_said_of_a_row(at: int) -> None:
    changed = put(CHANGES[0], at, other(CHANGES[0][at]))
    flipped = said(BATCH)._replace(changes=(changed, CHANGES[1]))
    assert flips.flipped(flipped) == Flipped("change", 7, OF_CHANGE[at], CHANGES[0][at])


def test_a_bit_of_the_digest() -> None:
    whole = said(BATCH)
    flipped = whole._replace(digest=whole.digest ^ 1 << 31)
    assert flips.flipped(flipped) == Flipped("batch", 4, "digest", whole.digest)


def test_more_than_one_bit_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = said(BATCH)
    assert flips.flipped(whole._replace(batch=put(put(BATCH, 1, b"11-uid"), 3, b"mog"))) is None
    monkeypatch.setattr(flips, "MOST_ROWS", 1)
    assert flips.flipped(whole._replace(batch=put(BATCH, 3, b"mog"))) is None
