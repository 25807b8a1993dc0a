"""netlog every: how often to be in touch, by person and by rule."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Grace, a peer tagged family and slow; Ada, of whom nothing is said."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--circle", "peer", "--tag", "family", "--tag", "slow")
        netlog("add", "Ada Lovelace")

    seeded(fill)
    return netlog


def cadence(netlog, who: str = "grace") -> tuple[int | None, str]:
    contact = netlog("show", who, "--json").json
    return contact["cadence_days"], contact["cadence_from"]


def rules(netlog) -> dict[tuple[str, str | None], int | None]:
    return {
        (rule["scope"], rule["label"]): rule["cadence_days"]
        for rule in netlog("every", "--json").json
    }


@pytest.mark.parametrize(
    ("said", "days"),
    [("2w", 14), ("monthly", 30), ("every 6 weeks", 42), ("45d", 45), ("never", None)],
)
def test_somebody_gets_a_cadence_of_their_own(book, said: str, days: int | None) -> None:
    contact = book("every", "grace", *said.split(), "--json").json
    assert (contact["cadence_days"], contact["cadence_from"]) == (days, "contact")


def test_a_cadence_of_several_words_may_be_quoted(book) -> None:
    assert book("every", "grace", "every 6 weeks", "--json").json["cadence_days"] == 42


def test_the_next_day_is_told(book) -> None:
    assert book("every", "grace", "2w").out == "Grace Hopper: every 2 weeks, due 7 Dec.\n"
    assert book("every", "grace", "never").out == "Grace Hopper: never.\n"


def test_a_rule_concerns_everybody_it_names_and_nobody_else(book) -> None:
    book("every", "--tag", "family", "2w")
    assert cadence(book) == (14, "tag family")
    assert cadence(book, "ada") == (90, "default")


def test_a_rule_moves_the_day_they_are_due_at_once(book) -> None:
    book("every", "--circle", "peer", "10d")
    assert book("show", "grace", "--json").json["next_due_on"] == "2026-12-03"


def test_their_own_comes_before_tags_before_circles_before_the_default(book) -> None:
    book("every", "--default", "1y")
    assert cadence(book) == (365, "default")
    book("every", "--circle", "peer", "60d")
    assert cadence(book) == (60, "circle peer")
    book("every", "--tag", "slow", "80d")
    book("every", "--tag", "family", "70d")
    assert cadence(book) == (70, "tag family")
    book("every", "grace", "100d")
    assert cadence(book) == (100, "contact")


def test_inherit_takes_their_own_away(book) -> None:
    book("every", "grace", "2w")
    book("every", "grace", "inherit")
    assert cadence(book) == (90, "default")


def test_inherit_takes_a_rule_away(book) -> None:
    book("every", "--tag", "family", "2w")
    book("every", "--tag", "family", "inherit")
    assert cadence(book) == (90, "default")
    assert rules(book) == {("default", None): 90}


def test_a_rule_set_again_is_changed_and_not_doubled(book) -> None:
    book("every", "--tag", "family", "2w")
    book("every", "--tag", "#Family", "3w")
    assert rules(book) == {("default", None): 90, ("tag", "family"): 21}


def test_bare_it_shows_the_rules_from_the_most_general(book) -> None:
    book("every", "--tag", "family", "2w")
    book("every", "--circle", "peer", "60d")
    book("every", "--default", "never")
    assert [line.split() for line in book("every").out.splitlines()] == [
        ["default", "never"],
        ["circle", "peer", "every", "2", "months"],
        ["tag", "family", "every", "2", "weeks"],
    ]


def test_a_rule_may_concern_people_who_are_still_to_come(book) -> None:
    book("every", "--tag", "new", "2w")
    assert book("add", "Zed", "--tag", "new", "--json").json["cadence_from"] == "tag new"


@pytest.mark.parametrize(
    "wrong",
    [
        ("grace",),
        ("grace", "often"),
        ("grace", "0d"),
        ("grace", "11y"),
        ("--tag", "family"),
        ("--tag", "", "2w"),
        ("--circle", "family", "2w"),
        ("--default", "often"),
        ("--default", "--tag", "family", "2w"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused(book, contents, wrong: tuple[str, ...]) -> None:
    before = contents()
    assert book("every", *wrong).status == 2
    assert contents() == before
