"""netlog list: people, one a line."""

from pathlib import Path

import pexpect
import pytest


@pytest.fixture
def book(netlog, monkeypatch, seeded):
    """Three people, added on three days, last seen and due in three other orders."""

    def fill() -> None:
        for day, name, *more in (
            (
                "2026-11-03",
                "Grace Hopper",
                "--circle",
                "business",
                "--tag",
                "navy",
                "--every",
                "1y",
            ),
            ("2026-11-01", "ada lovelace", "--circle", "peer", "--tag", "navy", "--tag", "math"),
            ("2026-11-02", "Łukasz Żółć", "--circle", "peer", "--every", "never", "--city", "Łódź"),
        ):
            monkeypatch.setenv("NETLOG_TODAY", day)
            netlog("add", name, *more)
        monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
        netlog("log", "grace", "--on", "3d", "--kind", "email")
        netlog("log", "ada", "--on", "5d", "--kind", "email")
        netlog("edit", "grace", "--org", "ACME Corp")
        netlog("edit", "ada", "--met", "the Reunion", "--via", "grace", "--set", "team=chess")

    seeded(fill)
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
        ("--circle business --circle peer", ["ada", "Grace", "Łukasz"]),
        ("--org acme", ["Grace"]),
        ("--org acm", ["Grace"]),
        ("--org cme", []),
        ("--city lodz", ["Łukasz"]),
        ("--met REUNION", ["ada"]),
        ("--via grace", ["ada"]),
        ("--introduced-by-me", ["Grace", "Łukasz"]),
        ("--added-since 2026-11-02", ["Grace", "Łukasz"]),
        ("--touched-since 2026-11-19", ["Grace"]),
        ("--silent-for 4d", ["ada", "Łukasz"]),
        ("--silent-for 1m", []),
        ("--no-cadence", ["Łukasz"]),
        ("--where team=Chess", ["ada"]),
        ("--where team=chess --where shoe=44", []),
        ("--offset 1", ["Grace", "Łukasz"]),
        ("--offset 1 --limit 1", ["Grace"]),
        ("--reverse", ["Łukasz", "Grace", "ada"]),
        ("--org acme --circle peer", []),
    ],
)
def test_people_can_be_narrowed_down(book, options: str, found: list[str]) -> None:
    assert names(book, *options.split()) == found


def test_a_line_says_who_where_they_belong_and_when(book) -> None:
    grace = next(line for line in book("list").out.splitlines() if "Grace" in line)
    assert grace.split() == [
        *(
            "c1",
            "Grace",
            "Hopper",
            "ACME",
            "Corp",
            "business,",
            "#navy",
            "20",
            "Nov",
            "20",
            "Nov",
            "2027",
        )
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


@pytest.mark.parametrize(
    ("argv", "found"),
    [
        (("--sort", "touches"), ["Grace", "ada", "Łukasz"]),
        (("--sort", "last", "--reverse"), ["ada", "Grace", "Łukasz"]),
        (("--sort", "due", "--reverse"), ["Grace", "ada", "Łukasz"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_they_can_be_sorted_the_other_way_round_with_the_unknown_last(book, argv, found) -> None:
    book("log", "grace", "--on", "4d", "--kind", "email")
    assert names(book, *argv) == found


def test_ids_are_refs_for_a_pipe(book) -> None:
    assert book("list", "--ids", "--circle", "peer").out == "c2\nc3\n"
    assert book("list", "--ids", "--columns", "name").status == 2


def test_the_columns_can_be_chosen(book) -> None:
    shown = book("list", "--columns", "city,name", "--sort", "added")
    lines = [line.split("  ") for line in shown.out.splitlines()]
    assert [line[0] for line in lines] == ["–", "Łódź", "–"]
    assert lines[1][-1] == "Łukasz Żółć"


def test_a_field_of_ones_own_is_a_column_too(book) -> None:
    shown = book("list", "--columns", "name,Team", "--circle", "peer", "--limit", "1")
    assert shown.out == "ada lovelace  chess\n"


def test_an_unknown_column_is_refused_with_the_known_ones(book) -> None:
    refused = book("list", "--columns", "name,age")
    assert refused.status == 2
    assert "ref, name, nickname" in refused.err


def test_what_a_limit_leaves_out_is_counted(book) -> None:
    assert book("list", "--limit", "1").err == "2 more: leave --limit out, or add --offset 1.\n"
    assert book("list", "--limit", "3").err == ""


def test_nobody_who_matches_is_not_an_empty_book(book) -> None:
    assert book("list", "--org", "nowhere").err == "Nobody matches.\n"


# The pager


@pytest.fixture
def on_a_terminal(terminal):
    """What a terminal of six lines shows of it."""

    def shown(*argv: str, **environment: str) -> str:
        child = terminal(*argv, rows=6, **{"NO_COLOR": "1", **environment})
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        return child.before

    return shown


@pytest.fixture
def many(book, seeded):
    def fill() -> None:
        for number in range(5):
            book("add", f"Person{number}", "--force")

    seeded(fill)
    return book


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that tells what reached it; its path holds a space."""
    script = tmp_path / "my pager"
    script.write_text("#!/bin/sh\necho PAGED $LESS\ncat\n")
    script.chmod(0o755)
    return f"'{script}'"


def test_a_long_list_goes_through_the_pager(many, on_a_terminal, pager: str) -> None:
    shown = on_a_terminal("list", NETLOG_PAGER=pager, PAGER="false")
    assert "PAGED FRX" in shown
    assert "Person4" in shown


@pytest.mark.parametrize(
    "argv", [("list", "--limit", "2"), ("list", "--json"), ("list", "--ids")], ids=" ".join
)
def test_what_is_short_or_for_scripts_does_not(
    many, on_a_terminal, pager: str, argv: tuple[str, ...]
) -> None:
    assert "PAGED" not in on_a_terminal(*argv, PAGER=pager)


@pytest.mark.parametrize(
    "argv",
    [("due", "--within", "1y"), ("history",), ("show", "c1"), ("brief", "c1"), ("--help",)],
    ids=" ".join,
)
def test_every_report_and_help_go_through_it(many, on_a_terminal, pager: str, argv) -> None:
    assert "PAGED" in on_a_terminal(*argv, PAGER=pager)


@pytest.mark.parametrize("argv", [("--no-pager", "list"), ("list", "--no-pager")])
def test_no_pager_is_for_once(many, on_a_terminal, pager: str, argv) -> None:
    assert "PAGED" not in on_a_terminal(*argv, PAGER=pager)


@pytest.mark.parametrize("none", ["", "cat", "/nowhere/pager", "'unclosed"])
def test_without_a_pager_nothing_is_lost(many, on_a_terminal, none: str) -> None:
    assert "Person4" in on_a_terminal("list", PAGER=none)


def test_leaving_the_pager_early_is_silent(many, on_a_terminal) -> None:
    assert on_a_terminal("list", PAGER="true").strip() == ""


def test_nobody_is_a_sentence_that_says_what_to_type(netlog) -> None:
    listed = netlog("list")
    assert listed.status == 0
    assert listed.out == ""
    assert "netlog add" in listed.err


def test_nobody_is_an_empty_array_in_json(netlog) -> None:
    assert netlog("list", "--json").json == []


def test_looking_makes_no_book(netlog, contents) -> None:
    netlog("list")
    assert not contents()


@pytest.mark.parametrize(
    "wrong",
    [
        "--sort age",
        "--circle family",
        "--limit 0",
        "--offset -1",
        "--added-since soon",
        "--silent-for ever",
        "--where team=",
        "--where team",
        "--via grace --introduced-by-me",
    ],
)
def test_what_cannot_be_read_is_refused(book, wrong: str) -> None:
    assert book("list", *wrong.split()).status == 2


@pytest.mark.parametrize("option", ["--tag", "--org", "--city", "--met", "--via", "--columns"])
def test_a_filter_of_no_text_is_refused(book, option: str) -> None:
    assert book("list", option, "").status == 2
