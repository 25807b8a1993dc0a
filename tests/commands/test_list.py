"""netlog list: people, one a line."""

import pytest


@pytest.fixture
def book(netlog, monkeypatch):
    """Three people, added on three days, last seen and due in three other orders."""
    for day, name, *more in (
        ("2026-11-03", "Grace Hopper", "--circle", "business", "--tag", "navy", "--every", "1y"),
        ("2026-11-01", "ada lovelace", "--circle", "peer", "--tag", "navy", "--tag", "math"),
        ("2026-11-02", "Łukasz Żółć", "--circle", "peer", "--every", "never"),
    ):
        monkeypatch.setenv("NETLOG_TODAY", day)
        netlog("add", name, *more)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    netlog("log", "grace", "--on", "3d", "--kind", "email")
    netlog("log", "ada", "--on", "5d", "--kind", "email")
    return netlog


def names(netlog, *argv: str) -> list[str]:
    return [contact["name"].split()[0] for contact in netlog("list", *argv, "--json").json]


def test_people_stand_in_order_of_name_whatever_the_case(book) -> None:
    assert names(book) == ["ada", "Grace", "Łukasz"]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("name", ["ada", "Grace", "Łukasz"]),
        ("last", ["Grace", "ada", "Łukasz"]),
        ("due", ["ada", "Grace", "Łukasz"]),
        ("added", ["Grace", "Łukasz", "ada"]),
    ],
)
def test_people_can_be_sorted(book, order: str, found: list[str]) -> None:
    assert names(book, "--sort", order) == found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--circle peer", ["ada", "Łukasz"]),
        ("--tag navy", ["ada", "Grace"]),
        ("--tag #Navy --tag math", ["ada"]),
        ("--circle business --tag math", []),
        ("--tag nothing", []),
        ("--limit 2", ["ada", "Grace"]),
        ("--limit 0", []),
    ],
)
def test_people_can_be_narrowed_down(book, options: str, found: list[str]) -> None:
    assert names(book, *options.split()) == found


def test_a_line_says_who_where_they_belong_and_when(book) -> None:
    grace = next(line for line in book("list").out.splitlines() if "Grace" in line)
    assert grace.split() == [
        *("c1", "Grace", "Hopper", "–", "business,", "#navy", "20", "Nov", "20", "Nov", "2027")
    ]


def test_ls_is_list(book) -> None:
    assert book("ls") == book("list")


def test_the_archived_are_left_out_unless_asked_for(book, recording) -> None:
    with recording() as opened:
        opened.connection.execute(
            "UPDATE contact SET archived_at = '2026-11-20T12:00:00Z' WHERE id = 2"
        )
    assert names(book) == ["Grace", "Łukasz"]
    assert names(book, "--archived") == ["ada", "Grace", "Łukasz"]


def test_nobody_is_a_sentence_that_says_what_to_type(netlog) -> None:
    listed = netlog("list")
    assert listed.status == 0
    assert "netlog add" in listed.out


def test_nobody_is_an_empty_array_in_json(netlog) -> None:
    assert netlog("list", "--json").json == []


def test_looking_makes_no_file(netlog, db) -> None:
    netlog("list")
    assert not db.exists()


@pytest.mark.parametrize(
    "wrong",
    [("--sort", "age"), ("--circle", "family"), ("--limit", "-1"), ("--tag", "")],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused(book, wrong: tuple[str, ...]) -> None:
    assert book("list", *wrong).status == 2
