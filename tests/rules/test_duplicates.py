"""Who may be there twice: what counts, how surely, and that order never matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.folding import words
from netlog.records.duplicates import Pair, Traits, Way
from netlog.rules.duplicates import (
    MOST_NEAR,
    MOST_SHARING,
    crowds,
    is_same_name,
    is_same_phone,
    pairs,
)


def person(id_: int, name: str, organization: str | None = None, *ways: Way) -> Traits:
    return Traits(id_, name, organization, tuple(words(name)), ways)


def email(value: str) -> Way:
    return Way("email", value, value.casefold())


def phone(value: str) -> Way:
    return Way("phone", value, "".join(c for c in value if c.isdigit()))


def linkedin(path: str) -> Way:
    return Way("url", f"https://www.linkedin.com/in/{path}", f"linkedin.com/in/{path}")


def told(found: list[Pair]) -> list[tuple[str, tuple[str, ...]]]:
    return [(pair.confidence, tuple(reason.code for reason in pair.reasons)) for pair in found]


@pytest.mark.parametrize(
    ("one", "other", "confidence", "codes"),
    [
        (
            person(1, "Grace Hopper", None, email("g@x.org")),
            person(2, "Grace Hopper", None, email("G@x.org")),
            "certain",
            ("same_email", "same_name"),
        ),
        (
            person(1, "Grace Hopper", None, email("g@x.org")),
            person(2, "Somebody Else", None, email("g@x.org")),
            "likely",
            ("same_email",),
        ),
        (
            person(1, "Grace Hopper", None, phone("+1 415 555 0100")),
            person(2, "Grace Hoper", None, phone("0415 555 0100")),
            "certain",
            ("same_phone", "near_name"),
        ),
        (
            person(1, "Grace Hopper", None, linkedin("grace")),
            person(2, "Grace Murray", None, linkedin("Grace")),
            "certain",
            ("same_linkedin",),
        ),
        (
            person(1, "Grace Hopper", "US Navy"),
            person(2, "hopper, GRACE", "us  navy".replace("  ", " ")),
            "likely",
            ("same_name", "same_organization"),
        ),
        (
            person(1, "Grace Hopper", "US Navy"),
            person(2, "Grace Hopper", "Acme"),
            "possible",
            ("same_name",),
        ),
        (person(1, "Łukasz Żółć"), person(2, "Lukasz Zolc"), "possible", ("same_name",)),
        (person(1, "Grace Hopper"), person(2, "Grace Hoppre"), "possible", ("near_name",)),
        (person(1, "Grace Hopper"), person(2, "Grace M. Hopper"), "possible", ("near_name",)),
        (person(1, "Grace Hopper"), person(2, "Grace"), "possible", ("first_name",)),
        (person(1, "Dr. Grace"), person(2, "Grace Hopper"), "possible", ("first_name",)),
        (
            person(1, "Grace Hopper", "US Navy"),
            person(2, "grace", "US NAVY Inc."),
            "likely",
            ("first_name", "same_organization"),
        ),
        (
            person(1, "Katharina Lee")._replace(short=("kathy",)),
            person(2, "Kathy"),
            "possible",
            ("first_name",),
        ),
    ],
)
def test_what_two_share_says_how_surely_they_are_one(one, other, confidence, codes) -> None:
    assert told(pairs([one, other])) == [(confidence, codes)]


SURNAMES = ("Abel", "Berg", "Cobb", "Dahl", "Egli", "Frey", "Graf", "Huber")


def test_of_a_common_first_name_the_organization_tells_who_it_may_be() -> None:
    many = [person(at, f"Hans {name}", f"{name} AG") for at, name in enumerate(SURNAMES, 1)]
    assert pairs([*many, person(9, "Hans")]) == []
    assert [(p.a, p.b) for p in pairs([*many, person(9, "Hans", "Cobb")])] == [(3, 9)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Hopper", "Anna Hopper"),
        ("Grace Hopper", "Carol Hopper"),
        ("Grace Hopper", "Grace Kelly"),
        ("Martin Berg", "Martina Berg"),
        ("Maria Garcia", "Mario Garcia"),
        ("Peter Hansen", "Peter Jansen"),
        ("Grace", "Gracie"),
        ("Person 1001", "Person 1002"),
        ("李小龙", "李龙小"),
        ("Bob Lee Jr.", "Bob Lee Sr."),
        ("Bob Lee, Junior", "Bob Lee III"),
        ("Dr. Bob Lee II, PhD", "Bob Lee IV"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert pairs([person(1, one), person(2, other)]) == []
    assert not is_same_name(words(one), words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grace Hopper", "Hopper Grace"),
        ("Grace Hopper", "Grace Hoper"),
        ("Grace Hopper", "Hoppre, Grace"),
        ("Grace Murray Hopper", "Grace Murrray Hopper"),
        ("李小龙", "李小龙"),
        ("Dr. Bob Lee", "Bob Lee, PhD"),
        ("Bob Lee", "Bob Lee Jr."),
        ("Bob Lee II", "Bob Lee, Junior"),
        ("Lopez, Dr. Maria", "Maria Lopez"),
        ("Lopez, Prof. Dr. Maria", "Ms Maria Lopez"),
    ],
)
def test_names_that_are_one_name(one: str, other: str) -> None:
    assert is_same_name(words(one), words(other))
    assert is_same_name(words(other), words(one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("14155550100", "14155550100", True),
        ("14155550100", "4155550100", True),
        ("14155550100", "5550100", True),
        ("14155550100", "04155550100", True),
        ("14155550100", "12125550100", False),
        ("4155550100", "2125550100", False),
        ("+14155550100", "+24155550100", False),
        ("+14155550100", "+4155550100", False),
        ("+14155550100", "4155550100", True),
        ("05550100", "14155550100", True),
        ("0550100", "14155550100", False),
        ("555010", "14155555010", False),
        ("112", "112", True),
    ],
)
def test_the_same_phone(one: str, other: str, same: bool) -> None:
    assert is_same_phone(one, other) is same
    assert is_same_phone(other, one) is same


def test_phones_that_share_seven_digits_are_two() -> None:
    boston, new_york = phone("+1 617 555 0100"), phone("+1 212 555 0100")
    assert pairs([person(1, "Ann", None, boston), person(2, "Bo", None, new_york)]) == []
    at_home = phone("617 555 0100")
    (found,) = pairs([person(1, "Ann", None, boston), person(2, "Bo", None, at_home)])
    assert [reason.code for reason in found.reasons] == ["same_phone"]


def test_what_a_crowd_shares_tells_nothing() -> None:
    crowd = [
        person(number, f"Given{number} Family{number}", None, email("info@acme.com"))
        for number in range(1, MOST_SHARING + 2)
    ]
    assert pairs(crowd) == []
    assert len(pairs(crowd[:-1])) == MOST_SHARING * (MOST_SHARING - 1) / 2


def test_in_a_crowd_of_namesakes_colleagues_are_found() -> None:
    crowd = [person(number, "John Smith", f"Org {number}") for number in range(1, 40)]
    found = pairs([*crowd, person(40, "John Smith", "org 7")])
    assert [(p.a, p.b, p.confidence) for p in found] == [(7, 40, "likely")]


@pytest.mark.parametrize("name", ["Ida Berg", "Olga"])
def test_of_a_crowd_of_namesakes_each_is_offered_once(name: str) -> None:
    crowd = [person(number, name) for number in range(1, 3_001)]
    assert [(p.a, p.b) for p in pairs(crowd)] == [(1, other) for other in range(2, 3_001)]
    assert crowds(crowd) == [(name, 3_000)]
    assert not crowds(crowd[:MOST_SHARING])
    # Who was told apart from one may still be another.
    left = pairs(crowd[:30], {(1, 7)})
    assert (2, 7) in [(p.a, p.b) for p in left]
    assert len(left) == 29


def test_in_a_crowd_whoever_works_nowhere_may_be_any_of_them() -> None:
    crowd = [person(number, "John Smith", f"Org {number}") for number in range(1, 40)]
    found = pairs([*crowd, person(40, "John Smith"), person(41, "John Smith", "Org 41")])
    assert [(p.a, p.b) for p in found] == [(1, 40), (40, 41)]
    (near,) = pairs([*crowd, person(50, "John M Smith")])
    assert (near.a, near.b, near.reasons[0].code) == (1, 50, "near_name")


def test_the_surest_come_first() -> None:
    people = [
        person(1, "Ada Lovelace"),
        person(2, "Ada Lovelace"),
        person(3, "Zoe Quinn", None, email("z@x.org")),
        person(4, "Zoe Quinn", None, email("z@x.org")),
    ]
    assert [(p.a, p.b) for p in pairs(people)] == [(3, 4), (1, 2)]


NAMES = ("Grace Hopper", "Hopper Grace", "Grace Hoper", "Grace M Hopper", "Ada Lovelace", "Grace")
PEOPLE = st.lists(
    st.builds(
        lambda name, organization, ways: (name, organization, tuple(ways)),
        st.sampled_from(NAMES),
        st.sampled_from((None, "Acme", "ACME", "Navy")),
        st.lists(
            st.sampled_from((email("g@x.org"), phone("14155550100"), phone("5550100"))),
            unique=True,
        ),
    ),
    max_size=8,
).map(lambda made: [person(id_, *one[:2], *one[2]) for id_, one in enumerate(made, 1)])


@given(PEOPLE, st.randoms())
def test_order_changes_nothing_and_no_pair_comes_twice(people: list[Traits], chance) -> None:
    found = pairs(people)
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert pairs(shuffled) == found
    assert len({(p.a, p.b) for p in found}) == len(found)
    assert all(p.a < p.b and p.reasons for p in found)


@given(PEOPLE, st.data())
def test_who_was_told_apart_is_not_proposed_again(
    people: list[Traits], data: st.DataObject
) -> None:
    found = pairs(people)
    answered = data.draw(st.sets(st.sampled_from([(p.a, p.b) for p in found]))) if found else set()
    left = pairs(people, answered)
    assert left == [p for p in found if (p.a, p.b) not in answered]


LETTERS = st.text("abc", min_size=4, max_size=7)


@given(LETTERS, LETTERS)
def test_looking_up_finds_exactly_the_names_that_compare_as_one(one: str, other: str) -> None:
    names = ("x " + one, "x " + other)
    found = pairs([person(1, names[0]), person(2, names[1])])
    assert bool(found) == is_same_name(words(names[0]), words(names[1]))


@pytest.mark.parametrize(("letters", "codes"), [(MOST_NEAR, ["near_name"]), (MOST_NEAR + 1, [])])
def test_a_word_too_long_for_any_name_is_near_none(letters: int, codes: list[str]) -> None:
    one, other = "a" * (letters - 1) + "b", "a" * (letters - 1) + "c"
    found = pairs([person(1, f"Grace {one}"), person(2, f"Grace {other}")])
    assert [reason.code for pair in found for reason in pair.reasons] == codes
