"""What a terminal gets, what a pipe gets, and what the environment has to say about it."""

import re

import pexpect
import pytest

from netlog.render.cells import width_of

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def book(netlog, seeded):
    """Two people, one of them with a name that is not ASCII, and an overdue promise."""

    def fill() -> None:
        netlog("add", "Zoë Żółć 李", "--org", "An organization")
        netlog("add", "Grace Hopper")
        netlog("log", "grace", "--kind", "email", "--on", "3w", "--owe", "the slides")

    seeded(fill)
    return netlog


@pytest.fixture
def at_a_terminal(terminal):
    """What a person sees on a real terminal of that width."""

    def seen(*argv: str, columns: int = 80, **environment: str) -> str:
        child = terminal(*argv, columns=columns, **environment)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        return child.before.replace("\r\n", "\n")

    return seen


def test_a_pipe_gets_no_colour(book) -> None:
    assert "\x1b" not in book("due").out + book("list").out + book("show", "grace").out


def test_a_terminal_gets_colour(book, at_a_terminal) -> None:
    assert SGR.search(at_a_terminal("due"))


def test_no_color_leaves_the_layout_and_takes_the_colour(book, at_a_terminal) -> None:
    plain = at_a_terminal("due", NO_COLOR="1")
    assert "\x1b" not in plain
    assert plain == SGR.sub("", at_a_terminal("due"))


def test_a_dumb_terminal_gets_what_a_pipe_gets(book, at_a_terminal) -> None:
    assert at_a_terminal("due", TERM="dumb") == book("due").out


def test_force_color_gives_a_pipe_what_a_terminal_gets(book, at_a_terminal, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert book("due").out == at_a_terminal("due")


def test_no_color_wins_over_force_color(book, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in book("due").out


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR"])
def test_an_empty_variable_says_nothing(book, monkeypatch, name: str) -> None:
    piped = book("due").out
    monkeypatch.setenv(name, "")
    assert book("due").out == piped


# Where it is narrow the organization stands under the ref.
UNDER = "\n     An organization"


def test_a_terminal_as_wide_as_it_is(book, at_a_terminal) -> None:
    assert UNDER not in at_a_terminal("list", columns=80)
    assert UNDER in at_a_terminal("list", columns=50)


def test_columns_says_how_wide_a_terminal_is(book, at_a_terminal) -> None:
    assert UNDER in at_a_terminal("list", columns=80, COLUMNS="50")


@pytest.mark.parametrize("columns", ["", "0", "-5", "wide", "9" * 30])
def test_columns_that_is_no_width_does_no_harm(book, monkeypatch, columns: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for argv in (("list",), ("due",), ("show", "grace"), ("--help",)):
        with monkeypatch.context() as wide:  # pytest's own lines must not become as wide
            wide.setenv("COLUMNS", columns)
            assert book(*argv).status == 0


@pytest.mark.parametrize("columns", [20, 39, 60, 100])
def test_a_pipe_keeps_within_exported_columns(book, monkeypatch, columns: int) -> None:
    as_json = book("list", "--json")
    monkeypatch.setenv("COLUMNS", str(columns))
    for argv in (("due",), ("list",), ("show", "grace"), ("brief", "grace")):
        shown = book(*argv).out
        assert max(map(width_of, shown.split("\n"))) <= columns
        assert "ref  name" not in shown
        assert "\x1b" not in shown
    assert book("list", "--json") == as_json


def test_a_pipe_with_room_for_all_of_it_is_cut_nowhere(book, monkeypatch) -> None:
    printed = [book(*argv) for argv in (("due",), ("list",), ("show", "grace"))]
    monkeypatch.setenv("COLUMNS", "400")
    assert [book(*argv) for argv in (("due",), ("list",), ("show", "grace"))] == printed


def test_a_dumb_terminal_keeps_its_width(book, at_a_terminal) -> None:
    shown = at_a_terminal("show", "grace", columns=40, TERM="dumb")
    assert max(map(width_of, shown.splitlines())) <= 40
    assert "\x1b" not in shown


@pytest.mark.parametrize("columns", [1, 5, 20])
def test_a_terminal_of_hardly_any_width_does_no_harm(book, monkeypatch, columns: int) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    for argv in (("list",), ("due",), ("show", "grace"), ("every",), ("--help",)):
        assert book(*argv).status == 0


# JSON


@pytest.mark.parametrize("argv", [("list",), ("show", "zoe"), ("due",), ("every",)], ids=" ".join)
def test_json_is_ascii_whatever_the_terminal(book, monkeypatch, argv: tuple[str, ...]) -> None:
    printed = book(*argv, "--json")
    assert printed.out.isascii()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    assert book(*argv, "--json") == printed


def test_json_is_exact(book) -> None:
    names = {contact["name"] for contact in book("list", "--json").json}
    assert names == {"Zoë Żółć 李", "Grace Hopper"}


def test_json_is_all_that_is_on_stdout(book) -> None:
    logged = book("log", "grace hoper", "--json")
    assert logged.json["contacts"][0]["name"] == "Grace Hopper"
    assert logged.err.startswith("Taking")


def test_text_is_utf8_whatever_the_locale(book, process) -> None:
    listed = process("list", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "Zoë Żółć 李" in listed.out


@pytest.mark.parametrize("option", ["--json", "--db"])
def test_an_option_may_stand_before_or_after_the_command(book, db, option: str) -> None:
    said = (option, str(db)) if option == "--db" else (option,)
    assert book(*said, "list") == book("list", *said)


def test_forced_colour_in_a_pipe_wraps_nothing(netlog, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    netlog("add", "Grace", "--note", "word " * 60)
    assert "word " * 59 in netlog("show", "grace").out


def test_a_pipe_in_colour_has_no_right_edge_to_align_to(demo, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for argv in (("due",), ("week",), ("show", "c1"), ("brief", "c1"), ("balance",), ("stats",)):
        assert " " * 100 not in demo(*argv).out, argv
    first = demo("due").out.splitlines()[0]
    assert first.startswith("\x1b[1mMonday 23 November 2026\x1b[0m  ")
    assert "people wait" in first


def test_a_dumb_terminal_is_told_what_has_no_room(book, at_a_terminal) -> None:
    said = "No room here for: "
    for width in (60, 80):
        colour = at_a_terminal("list", columns=width)
        dumb = at_a_terminal("list", columns=width, TERM="dumb")
        assert (said in colour) == (said in dumb)
