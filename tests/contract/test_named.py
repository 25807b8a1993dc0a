"""Our NamedTuple against typing's: whatever one does, the other does."""

import copy
import pickle
import typing

import pytest

from netlog import named
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


def test_it_is_made_alike_by_its_shape_and_once_compiled() -> None:
    class Few(NamedTuple):
        name: str
        number: int = 0

    Few("z")
    by_shape = Few.__new__
    ways: list[typing.Any] = [
        lambda: Few("a"),
        lambda: Few(number=1, name="b"),
        lambda: Few("c", 2),
    ]
    wrong: list[typing.Any] = [lambda: Few("a", 1, 2), lambda: Few("a", name="b")]
    for is_compiled in (False, True):
        assert [way() for way in ways] == [("a", 0), ("b", 1), ("c", 2)]
        for refused in wrong:
            with pytest.raises(TypeError, match="argument"):
                refused()
        assert (Few.__new__ is not by_shape) == is_compiled
        for _ in range(named.FEW):
            Few("z")


def test_of_many_records_made_by_name_most_are_by_the_compiled_function() -> None:
    class Many(NamedTuple):
        number: int

    made = [Many(number=0)]
    by_shape = Many.__new__
    made += [Many(number=number) for number in range(1, named.FEW)]
    made += [Many(number=number) for number in range(named.FEW, named.FEW + 9)]
    assert [one.number for one in made] == [*range(named.FEW + 9)]
    assert by_shape is not Many.__new__


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
