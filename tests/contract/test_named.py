"""Our NamedTuple against typing's: whatever one does, the other does."""

import copy
import pickle
import typing

import pytest

from netlog.named import NamedTuple


class Ours(NamedTuple):
    name: str
    number: int = 0
    days: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        """Something of its own."""
        return 2 * self.number


class Theirs(typing.NamedTuple):
    name: str
    number: int = 0
    days: tuple[int, ...] = ()


class Own(Ours):
    """A subclass, as one may be made."""


def test_a_record_is_made_by_place_and_by_name() -> None:
    assert Ours("a") == Theirs("a") == ("a", 0, ())
    assert Ours("a", 3, days=(1,)) == Theirs("a", 3, days=(1,)) == ("a", 3, (1,))
    assert (Ours("a", 4).twice, Own("b", 2).twice) == (8, 4)
    assert isinstance(Own("b"), Own)


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_does_not_fit_is_refused(kind: typing.Any) -> None:
    for wrong in (lambda: kind(), lambda: kind("a", other=1), lambda: kind._make(("a",))):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises((TypeError, ValueError)):
        kind("a")._replace(other=1)
    with pytest.raises(AttributeError):
        kind("a").name = "b"
    with pytest.raises(AttributeError):
        kind("a").other = "b"


def test_it_knows_its_fields() -> None:
    for known in ("_fields", "_field_defaults", "__match_args__"):
        assert getattr(Ours, known) == getattr(Theirs, known)
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Ours("a")._asdict() == Theirs("a")._asdict()
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")


def test_it_is_changed_copied_and_matched() -> None:
    made = Ours("a", 1)._replace(number=7)
    assert made == Ours._make(("a", 7, ())) == copy.deepcopy(made)
    assert type(pickle.loads(pickle.dumps(made))) is Ours
    match made:
        case Ours(name, number):
            assert (name, number) == ("a", 7)
