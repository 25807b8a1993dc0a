"""A mistake in the editor's document is told with its line, and with what stands there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.commands import edit
from netlog.commands.frame import editor, faults, questions
from netlog.errors import WouldConflict

Attempt = Callable[[str, str], tuple[str, list[str]]]


@pytest.fixture
def attempt(one_of_each, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Edit that record with a line in the place of that key's: the question, and the document."""

    def run(ref: str, line: str) -> tuple[str, list[str]]:
        key, asked, seen = line.lstrip("[").split(" =")[0].split("]")[0], [], []

        def type_in(command: list[str]) -> None:
            path = Path(command[-1])
            old = rf"(?m)^(# )?\[?{key}\]?( =.*(\n  .*)*(\n\])?|\s*#.*)$"
            text, number = re.subn(old, lambda _: line, path.read_text())
            assert number == 1, (key, path.read_text())
            path.write_text(text)
            seen.append(text)

        def confirmed(said: str, *, default: bool) -> bool:
            asked.append(said)
            return False

        monkeypatch.setattr(editor, "_run", type_in)
        monkeypatch.setattr(edit, "_can_edit", lambda: True)
        monkeypatch.setattr(questions, "confirmed", confirmed)
        failed = one_of_each("edit", ref)
        assert failed.status in (1, 2, 3), failed
        assert len(asked) == 1
        told = re.match(r"netlog: Line (\d+)", failed.err)
        assert told, failed.err
        again = re.match(r"Line (\d+)", asked[0])
        assert again, asked
        assert told[1] == again[1]
        return asked[0], seen[0].splitlines()[int(told[1]) - 1 :]

    return run


@pytest.mark.parametrize(
    ("ref", "line", "wrong"),
    [
        ("c1", 'name = ""', ""),
        ("c1", 'name = "Ca\\u0007rol"', "Ca\\x07rol"),
        ("c1", 'nicknames = ["Caz", "Ca\\u0007"]', "Ca\\x07"),
        ("c1", 'nicknames = "Caz"', "nicknames"),
        ("c1", 'birthday = "1990-13-45"', "1990-13-45"),
        ("c1", "birthday = 2030-01-01", "2030-01-01"),
        ("c1", 'dates = [{ label = "name day", on = "soon" }]', "soon"),
        ("c1", 'dates = [{ label = "", on = "06-01" }]', ""),
        ("c1", 'met_on = "soonish"', "soonish"),
        ("c1", 'met_on = "2030-01-01"', "1 January 2030"),
        ("c1", 'introduced_by = "zz top"', "zz top"),
        ("c1", 'introduced_by = "c1"', "c1"),
        ("c1", 'cadence_days = "oftn"', "oftn"),
        ("c1", "cadence_days = 99999", "99999"),
        ("c1", 'circles = ["peer", "bizness"]', "bizness"),
        ("c1", 'tags = ["a", "#"]', "#"),
        ("c1", "notes = 3", "3"),
        ("m1", 'happened_on = "nevr"', "nevr"),
        ("m1", 'kind = "cofee"', "cofee"),
        ("m1", 'contacts = ["c1", "zz top"]', "zz top"),
        ("m1", "contacts = []", ""),
        ("m1", 'invited_by = "her"', "her"),
        ("m1", 'paid_by = "him"', "him"),
        ("f1", 'text = ""', ""),
        ("f1", 'due_on = "2020-01-01"', "1 January 2020"),
        ("f1", 'due_on = "frday"', "frday"),
        ("t1", 'due_on = "2020-01-01"', "1 January 2020"),
        ("p1", 'happens_on = "2020-01-01"', "1 January 2020"),
        ("p1", 'happens_on = ""', ""),
        ("p1", 'starts_at = "25:00"', "25:00"),
        ("g1", 'horizon = "middle"', "middle"),
        ("g1", 'targets = ["5 coffees a week", "lots"]', "lots"),
        ("g1", 'by = "2020-01-01"', "1 January 2020"),
        ("l1", 'goal = "g9"', "g9"),
        ("l1", 'goal = "a post"', "a post"),
        ("o1", 'cadence_days = "oftn"', "oftn"),
    ],
    ids=str,
)
def test_a_mistake_says_its_line_and_what_stands_there(
    attempt: Attempt, ref: str, line: str, wrong: str
) -> None:
    said, document = attempt(ref, line)
    assert document[0].startswith(line)
    assert wrong in said


@pytest.mark.parametrize(
    ("method", "wrong"),
    [
        ('kind = "email", value = "carol at x"', "carol at x"),
        ('kind = "phone", value = "zz"', "zz"),
        ('kind = "url", value = "nowhere"', "nowhere"),
        ('kind = "handle", value = "@"', "@"),
        ('kind = "address", value = ""', "address"),
        ('kind = "emial", value = "a@b.org"', "emial"),
        ('kind = "email", value = "a@b.org", preferred = "yes"', "yes"),
        ('kind = "email", value = "a@b.org", preferred = true', "a@b.org"),
        ('kind = "email", value = "a\\"b"', 'a"b'),
        ('kind = "email"', "value"),
    ],
)
@pytest.mark.parametrize("ref", ["c1", "o1"])
def test_a_way_to_reach_somebody_says_its_line(
    attempt: Attempt, ref: str, method: str, wrong: str
) -> None:
    rows = ['{ kind = "email", value = "first@b.org", preferred = true }', f"{{ {method} }}"]
    said, document = attempt(ref, "methods = [\n  " + ",\n  ".join(rows) + ",\n]")
    assert method in document[0] or "A method is written" in said
    assert wrong in said


@pytest.mark.parametrize(
    ("table", "at", "wrong"),
    [
        ('[fields]\nteam = "chess"\n"a!" = "x"', 2, "a!"),
        ('[fields]\nname = "x"\nteam = 3', 2, "team"),
    ],
)
def test_a_field_of_ones_own_says_its_line(
    attempt: Attempt, table: str, at: int, wrong: str
) -> None:
    said, document = attempt("c1", table)
    assert document[0] == table.splitlines()[at]
    assert wrong in said


def test_what_is_said_of_the_whole_record_stands_on_no_line() -> None:
    gone = WouldConflict("c1 was removed meanwhile.")
    typed = 'name = "Ann"\nintroduced_by = ""  # a name or a ref, such as c12\nnotes = "c12"\n'
    assert faults.at_its_line(gone, typed) == "c1 was removed meanwhile."


@pytest.mark.parametrize(
    ("key", "value", "line"), [("city", None, 2), ("fields", "city", 4), ("title", None, None)]
)
def test_a_clash_stands_where_its_key_does(key: str, value: str | None, line: int | None) -> None:
    clash = WouldConflict(f"c1 was changed meanwhile: {value or key}.").at(key, value)
    typed = 'name = "Ann"\ncity = "Rom"\n[fields]\ncity = "x"\n'
    said = faults.at_its_line(clash, typed)
    assert said == (f"Line {line}: {clash.message}" if line else clash.message)
