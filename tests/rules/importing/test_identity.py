"""Who of a file is who in the book."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.rules.importing.identity import Acquaintances, Identified
from netlog.rules.importing.somebody import Somebody, may_be_one
from netlog.rules.names import is_address


def somebody(id_: int, name: str, *ways: str, org: str | None = None, uid: str = "") -> Somebody:
    return Somebody(id_, name, org, (uid,) if uid else (), ways)


ANNA = somebody(1, "Anna Miller", "phone 5550100", "email a@x.org", org="Acme", uid="u-anna")


def found(known: Acquaintances, one: Somebody, *others: Somebody) -> Identified:
    known.expect([one, *others])
    return known.find(one)


@pytest.mark.parametrize(
    ("one", "by"),
    [
        (somebody(0, "Else", uid="u-anna"), "uid"),
        (somebody(0, "A. Miller", "email a@x.org"), "email"),
        (somebody(0, "Miller, Anna B", "phone 445550100"), "phone"),
        (somebody(0, "ANNA miller", org="acme"), "name"),
        (somebody(0, "Anna Miller"), "name"),
    ],
)
def test_somebody_is_known_by_the_surest_sign(one: Somebody, by: str) -> None:
    assert found(Acquaintances([ANNA]), one) == Identified(1, by)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "one",
    [
        somebody(0, "Anna", org="Acme"),
        somebody(0, "Anna Miller", org="Beta"),
        somebody(0, "Anna Miller", "email other@x.org"),
        somebody(0, "Bob", "email b@x.org", uid="u-bob"),
    ],
)
def test_somebody_else_is_not(one: Somebody) -> None:
    assert found(Acquaintances([ANNA]), one).id is None


def test_a_name_without_organization_is_whoever_alone_has_it() -> None:
    known = Acquaintances([somebody(1, "Maria Ray", org="Acme")])
    assert found(known, somebody(0, "Maria Ray")).id == 1
    known.add(somebody(2, "Maria Ray", org="Beta"))
    assert found(known, somebody(0, "Maria Ray")).several == (1, 2)
    assert found(known, somebody(0, "Maria Ray", "email m@x.org", org="Beta")).id == 2


def test_a_first_name_alone_only_says_who_it_may_be() -> None:
    known = Acquaintances([somebody(1, "Maria", org="Acme")])
    assert found(known, somebody(0, "Maria")) == Identified(None, "name", (1,))
    assert found(known, somebody(0, "Maria", "email m@x.org")) == Identified(None)
    assert found(known, somebody(0, "Maria", org="Acme")).id == 1
    assert found(known, somebody(0, "Maria", org="Beta")).id is None


@pytest.mark.parametrize(
    ("there", "comes"),
    [
        ("Juergen Mueller", "Dr. Jürgen Müller"),
        ("Prof. Dr. Grace Hopper", "Grace Hopper, PhD"),
        ("Soeren Aagaard", "Søren Ågård"),
        ("Bob Lee Jr.", "bob lee junior"),
        ("Hans Strauß", "Hans Strauss"),
    ],
)
def test_titles_and_umlauts_make_no_other_name(there: str, comes: str) -> None:
    for one, other in ((there, comes), (comes, there)):
        known = Acquaintances([somebody(1, one)])
        assert found(known, somebody(0, other)) == Identified(1, "name")
        beside = Acquaintances([somebody(1, one, "email office@x.org")])
        assert found(beside, somebody(0, other, "email office@x.org")) == Identified(1, "email")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bob Lee Jr.", "Bob Lee"), ("Bob Lee Jr.", "Bob Lee Sr."), ("Dr. Bob", "Bob")],
)
def test_father_son_and_a_first_name_are_not_taken_for_one(one: str, other: str) -> None:
    assert found(Acquaintances([somebody(1, one)]), somebody(0, other)).id is None


def test_a_former_name_knows_unless_somebody_bears_it_now() -> None:
    former = (("jane", "smith"),)
    known = Acquaintances([somebody(1, "Jane Miller")._replace(also=former)])
    assert found(known, somebody(0, "Jane Smith")) == Identified(1, "name")
    known.add(somebody(2, "Jane Smith"))
    assert found(known, somebody(0, "Jane Smith")) == Identified(2, "name")
    there = Acquaintances([somebody(1, "Jane Smith")])
    assert found(there, somebody(0, "Jane Miller")._replace(also=former)).id == 1


def test_a_nickname_with_the_surname_and_a_shared_mailbox_are_one_persons() -> None:
    bob = somebody(1, "Robert Smith", "email b@x.org")._replace(nicknamed=(("bob", "smith"),))
    assert found(Acquaintances([bob]), somebody(0, "Bob Smith", "email b@x.org")).id == 1
    assert found(Acquaintances([bob]), somebody(0, "Bob Smith")).id is None


def test_a_title_in_a_mailbox_is_nobodys_name() -> None:
    known = Acquaintances([somebody(1, "Dr Anna Berg", "email dr@praxis.example")])
    assert found(known, somebody(0, "Dr Tom Holz", "email dr@praxis.example")).id is None


def test_two_of_one_first_name_in_a_file_are_two() -> None:
    known = Acquaintances([somebody(-1, "Maria", "phone 5550100")])
    assert found(known, somebody(0, "Maria", "email m@x.org")) == Identified(None)


@pytest.mark.parametrize("way", ["phone 5550100", "phone +15550100", "email info@acme.example"])
@pytest.mark.parametrize("name", ["Hans Besser", "Bob Miller", "Hans", "Rear Admiral"])
def test_what_may_be_shared_makes_nobody_of_another_name_the_same(way: str, name: str) -> None:
    known = Acquaintances([somebody(1, "Anna Miller", way, org="Acme")])
    assert found(known, somebody(0, name, way, org="Acme")).id is None


@pytest.mark.parametrize("way", ["phone +12025550100", "email office@acme.example"])
@pytest.mark.parametrize(("one", "other"), [("Hans", "Hans Besser"), ("Hans Besser", "hans")])
def test_a_bare_first_name_and_what_may_be_shared_make_nobody_the_same(
    one: str, other: str, way: str
) -> None:
    known = Acquaintances([somebody(1, one, way)])
    assert found(known, somebody(0, other, way)).id is None
    assert found(known, somebody(0, one, way)).id == 1


def test_one_mailbox_of_a_bare_first_name_and_of_another_card_is_not_one_persons() -> None:
    known = Acquaintances([somebody(1, "Hans", "email hans@acme.example", uid="u-1")])
    other = somebody(0, "Hans Besser", "email hans@acme.example")
    assert found(known, other).id == 1
    assert found(known, other._replace(uids=("u-2",))).id is None


def test_a_mailbox_that_bears_a_name_of_both_is_one_persons() -> None:
    known = Acquaintances([somebody(1, "Grace Hopper", "email grace@navy.mil")])
    assert found(known, somebody(0, "Grace Murray", "email grace@navy.mil")).id == 1
    assert found(known, somebody(0, "Ada Murray", "email grace@navy.mil")).id is None


@pytest.mark.parametrize(
    ("one", "other", "mailbox", "same"),
    [
        ("R. Weber", "Ruth Weber", "ruth.weber", True),
        ("R. Weber", "Ruth Weber", "r.weber", True),
        ("Ruth Weber", "R Weber", "weber-ruth", True),
        ("Ruth Weber", "Ruth Maria Weber", "ruth_weber", True),
        ("R. Weber", "Ruth Weber", "weber", False),
        ("R. Weber", "Ruth Weber", "office", False),
        ("Rolf Weber", "Ruth Weber", "ruth.weber", False),
        ("Ruth", "Ruth Weber", "ruth.weber", False),
    ],
)
def test_two_entries_of_a_file_are_one_by_a_mailbox_that_is_a_whole_name(
    one: str, other: str, mailbox: str, same: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        known = Acquaintances()
        before = somebody(-1, first, f"email {mailbox}@x.org")
        comes = somebody(0, second, f"email {mailbox}@x.org")
        known.expect([before, comes])
        known.add(before)
        assert known.find(comes).id == (-1 if same else None)


def test_a_profile_is_one_persons_whatever_the_name() -> None:
    known = Acquaintances([somebody(1, "Anna Miller", "profile linkedin.com/in/am")])
    assert found(known, somebody(0, "A Ray", "profile linkedin.com/in/am")).id == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+15550100", "+499315550100", False),
        ("+15550100", "+15550100", True),
        ("15550100", "+15550100", True),
        ("5550100", "+499315550100", True),
        ("09315550100", "+499315550100", True),
    ],
)
def test_after_a_plus_a_number_is_whole(one: str, other: str, same: bool) -> None:
    known = Acquaintances([somebody(1, "Anna Miller", f"phone {one}")])
    assert (found(known, somebody(0, "A. Miller", f"phone {other}")).id == 1) is same


@pytest.mark.parametrize("uid", ["U-ANNA", "urn:uuid:u-anna", "URN:UUID:U-Anna"])
def test_uids_are_compared_without_case_and_prefix(uid: str) -> None:
    assert found(Acquaintances([ANNA]), somebody(0, "Else", uid=uid)) == Identified(1, "uid")


def test_what_several_of_a_file_share_tells_none_of_them() -> None:
    bob, carl = (somebody(0, name, "phone 5550100") for name in ("Bob Ray", "Carl Ray"))
    assert found(Acquaintances([ANNA]), bob, carl).id is None


def test_a_uid_that_several_of_a_file_have_is_none() -> None:
    bob = somebody(0, "Bob Ray", uid="u-anna")
    known = Acquaintances([ANNA])
    assert found(known, bob, somebody(0, "Anna Miller", uid="u-anna")).id is None
    assert known.is_shared("u-anna")


def test_whom_an_entry_fits_no_other_name_is() -> None:
    bob = somebody(0, "Bob Ray", "phone 5550100")
    assert found(Acquaintances([ANNA]), bob, somebody(0, "Anna Miller", org="Acme")).id is None


def test_of_several_who_share_a_way_the_name_decides() -> None:
    bob = somebody(2, "Bob Miller", "phone 5550100")
    known = Acquaintances([ANNA, bob])
    assert found(known, somebody(0, "Bob Miller", "phone 5550100")).id == 2
    assert found(known, somebody(0, "Carl Miller", "phone 5550100")).id is None


def taken(entries: Sequence[Somebody]) -> list[int]:
    """Who each entry of a file is, by the place of the first for that person."""
    known = Acquaintances()
    known.expect(entries)
    whole: dict[int, Somebody] = {}
    at = []
    for one in entries:
        id_ = known.find(one).id or -1 - len(whole)
        before = whole.get(id_, one)
        name = one.name if is_address(before.name) else before.name
        whole[id_] = one._replace(id=id_, name=name)
        known.add(whole[id_])
        at.append(id_)
    return at


@pytest.mark.parametrize("way", ["email ron@x.example", "phone 5550100"])
def test_one_without_a_name_is_whoever_alone_has_the_way_in_any_order(way: str) -> None:
    unnamed, ron = somebody(0, way.partition(" ")[2], way), somebody(0, "Ron Kay", way)
    bob = somebody(0, "Bob Ray", way)
    for entries in permutations([unnamed, ron, unnamed]):
        assert taken(entries) == [-1, -1, -1]
    for entries in permutations([unnamed, ron, bob]):
        assert len(set(taken(entries))) == 3


def test_one_without_a_name_is_nobody_of_several_in_the_book() -> None:
    office = "email office@kane.example"
    known = Acquaintances([somebody(1, "Bob Kane", office), somebody(2, "Maria Kane", office)])
    unnamed = somebody(0, "office@kane.example", office)
    assert found(known, unnamed).id is None
    known.add(unnamed._replace(id=3))
    assert found(known, unnamed).id == 3


def test_of_several_in_the_file_nobody_is_the_one_without_a_name_in_the_book() -> None:
    office = "email office@kane.example"
    bob, maria = somebody(0, "Bob Kane", office), somebody(0, "Maria Ray", office)
    known = Acquaintances([somebody(1, "office@kane.example", office)])
    assert [found(known, one, bob, maria).id for one in (bob, maria)] == [None, None]
    assert found(known, bob).id == 1


def test_different_profiles_are_different_people() -> None:
    known = Acquaintances([somebody(1, "John Smith", "profile linkedin.com/in/js1", org="Acme")])
    other = somebody(0, "John Smith", "profile linkedin.com/in/js2", org="Acme")
    assert found(known, other).id is None


def test_two_entries_of_a_file_with_uids_of_their_own_are_two() -> None:
    known = Acquaintances([somebody(-1, "Maria", uid="u1")])
    assert found(known, somebody(0, "Maria", uid="u2")).id is None
    bare = found(known, somebody(0, "Maria"))
    assert (bare.id, bare.several) == (None, (-1,))


def test_who_may_be_several_is_told_so_unless_they_can_be_told_apart_later() -> None:
    known = Acquaintances([somebody(1, "Maria"), somebody(2, "Maria")])
    assert found(known, somebody(0, "Maria")).several == (1, 2)
    assert found(known, somebody(0, "Maria", "email m@x.org")).several == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grace Hopper", "Hopper Grace"),
        ("Grace Hopper", "Grace Brewster Hopper"),
        ("G. Hopper", "Grace Hopper"),
        ("Rob Smith", "Robert Smith"),
        ("Grace Hopper", "Grace Hoper"),
        ("Dr. Bob Lee", "Bob Lee, PhD"),
        ("grace@navy.mil", "Grace Hopper"),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Miller", "Bob Miller"),
        ("Anna Miller", "Anna Smith"),
        ("A", "Bo"),
        ("Bo Lee Jr", "Bo Lee Sr"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert not may_be_one(one, other)


NAMES = st.sampled_from(("Anna Miller", "Bob Miller", "Anna", "Robert Miller", "李小龙"))
WAYS = st.lists(st.sampled_from(("email a@x.org", "phone 5550100", "phone 15550100")), unique=True)
PEOPLE = st.lists(
    st.builds(
        Somebody,
        id=st.just(0),
        name=NAMES,
        organization=st.sampled_from((None, "Acme")),
        uids=st.sampled_from(((), ("u1",), ("u2",))),
        ways=WAYS.map(tuple),
    ),
    max_size=6,
)


@given(entries=PEOPLE)
def test_whoever_was_taken_in_is_known_the_next_time(entries: list[Somebody]) -> None:
    """However they were told apart the first time, nobody is new the second."""

    def take(known: Acquaintances, next_id: int, step: int) -> int:
        known.expect(entries)
        for whole in entries:
            uids = tuple(uid for uid in whole.uids if not known.is_shared(uid))
            entry = whole._replace(uids=uids)
            match = known.find(entry)
            if match.several:
                continue
            id_ = match.id
            if id_ is None:
                id_, next_id = next_id, next_id + step
            if id_ == next_id - step or step < 0:
                before = people.get(id_, entry)
                people[id_] = Somebody(
                    id_,
                    before.name,
                    before.organization or entry.organization,
                    tuple(dict.fromkeys((*before.uids, *entry.uids))),
                    tuple(dict.fromkeys((*before.ways, *entry.ways))),
                )
                known.add(people[id_])
        return next_id

    people: dict[int, Somebody] = {}
    take(Acquaintances(), -1, -1)
    book = Acquaintances(one._replace(id=-id_) for id_, one in people.items())
    assert take(book, 100, 1) == 100


def test_of_a_crowd_with_one_mailbox_each_is_known_by_the_whole_name() -> None:
    crowd = [somebody(n, f"Anna Berg{n}", "email info@x.org") for n in range(1, 200)]
    known = Acquaintances(crowd)
    assert found(known, somebody(0, "Berg150 Anna", "email info@x.org")) == Identified(150, "email")
    assert found(known, somebody(0, "Carl Dorn", "email info@x.org")).id is None


def test_of_a_crowd_with_one_name_each_is_known_by_the_organization() -> None:
    known = Acquaintances(
        [somebody(n, "Anna Berg", f"email a{n}@x.org", org=f"Firm {n}") for n in range(1, 200)]
    )
    assert found(known, somebody(0, "Anna Berg", org="Firm 150")) == Identified(150, "name")
    assert found(known, somebody(0, "Anna Berg", "email new@x.org", org="Else")).id is None


def test_a_newcomer_is_looked_at_once_and_again_when_more_is_known() -> None:
    known, asked = Acquaintances(), []
    now = {-1: somebody(-1, "Ada Lovelace", "email a@x.org")}

    def newcomer(id_: int) -> Somebody:
        asked.append(id_)
        return now[id_]

    known.expect([*now.values()], newcomer)
    known.add(now[-1])
    assert [known.person(-1), known.person(-1)] == [now[-1]] * 2
    now[-1] = somebody(-1, "Ada Lovelace", "email a@x.org", org="Acme")
    known.add(now[-1])
    assert known.person(-1).organization == "Acme"
    now[-1] = somebody(-1, "Ada Lovelace")
    known.changed(-1)
    assert known.person(-1).ways == ()
    assert asked == [-1] * 3
