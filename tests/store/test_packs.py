"""Packs: what the journal keeps of rows, in a quarter of the room, and only as it was written."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.store import packs

IMAGE = {"id": 7, "name": "Zoë’s \x1b[31m 李", "notes": None, "preferred": 1}
VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=40)
IMAGES = st.none() | st.dictionaries(st.text(max_size=12), VALUES, max_size=6)
LISTS = st.lists(st.tuples(IMAGES, IMAGES), max_size=80)


def pack(first: int, *images: tuple[object, object]) -> list[tuple[int, bytes]]:
    return list(packs.packed(first, [tuple(map(packs.dumped, both)) for both in images]))


@settings(max_examples=examples(20))
@given(LISTS, st.integers(1, 2**40))
def test_what_goes_in_comes_out(images, first: int) -> None:
    found = pack(first, *images)
    assert [both for id_, one in found for both in packs.unpacked(id_, one)] == images


def test_a_pack_takes_so_many_rows_and_no_more() -> None:
    found = pack(5, *[(None, {"id": number}) for number in range(packs.ROWS + 3)])
    assert [id_ for id_, _ in found] == [5, 5 + packs.ROWS]
    assert [len(packs.unpacked(id_, one)) for id_, one in found] == [packs.ROWS, 3]


def test_long_rows_fill_a_pack_sooner() -> None:
    long = {"line": "x" * packs.FULL}
    assert [id_ for id_, _ in pack(1, (None, long), (long, None), (None, IMAGE))] == [1, 2, 3]


def test_no_bit_of_it_changes_what_comes_out() -> None:
    images = [(None, IMAGE), (IMAGE, {**IMAGE, "name": "Zoe"}), (IMAGE, None)]
    [(first, whole)] = pack(3, *images)
    unheard = 0
    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            try:
                assert packs.unpacked(first, bytes(flipped)) == images
                unheard += 1
            except packs.Unreadable:
                pass
    assert unheard < 8  # what fills the last byte says nothing


def test_nor_can_it_be_cut_or_stand_elsewhere() -> None:
    [(first, whole)] = pack(3, (None, IMAGE))
    for length in range(len(whole)):
        with pytest.raises(packs.Unreadable):
            packs.unpacked(first, whole[:length])
    with pytest.raises(packs.Unreadable):
        packs.unpacked(first + 1, whole)


def test_one_that_unpacks_to_more_than_any_of_ours_is_not_unpacked(monkeypatch) -> None:
    [(first, whole)] = pack(1, (None, {"line": "x" * 10_000}))
    monkeypatch.setattr(packs, "MOST", 9_000)
    with pytest.raises(packs.Unreadable):
        packs.unpacked(first, whole)


def test_what_a_packer_knows_from_the_first_never_changes() -> None:
    """Books in the world could not be read any more: another text wants another format."""
    assert packs.FORMAT == 1
    known = hashlib.sha256(packs._known()).hexdigest()
    assert known == "398f7c5755eedd7f769a0aba57bdceb25f7b6acfdfd33063b5ad90b57f197d23"


def test_a_group_in_sql_is_packed_whatever_its_order_and_its_holes() -> None:
    group = packs.Packed()
    group.step(9, None, json.dumps(IMAGE))
    group.step(6, json.dumps(IMAGE), None)
    nothing = (None, None)
    assert packs.unpacked(6, group.finalize()) == [(IMAGE, None), nothing, nothing, (None, IMAGE)]
