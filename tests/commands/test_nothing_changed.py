"""A command that says that nothing changed has written nothing that `undo` would take back."""

import re
from pathlib import Path

import pytest
from tests.conftest import Netlog, Sql

SAYS_SO = re.compile(
    r"\b(nothing|already|no #|is not|known|still|no longer|not on)\b", re.IGNORECASE
)
JOURNAL = "SELECT count(*) FROM change"

# What is typed twice: the second time there is nothing left to do.
TWICE = (
    "edit carol --city Rome",
    "edit carol --org Acme --title CTO",
    "edit carol --nick Caz",
    "edit carol --add-email c@x.org",
    "edit carol --add-tag chess",
    "edit carol --notes hello",
    "edit carol --birthday 1990-05-01",
    "edit carol --add-date anniversary=2010-06-01",
    "edit carol --set team=chess",
    "edit m1 --place Rome",
    "edit f1 --text slides",
    "edit g1 --text work",
    "edit o1 --city Oslo",
    "edit p1 --place Rome",
    "org edit o1 --add-alias Labs",
    "goal edit g1 --text work",
    "tag carol ada hiring",
    "untag carol mentor",
    "circle carol peer",
    "archive ada --yes",
    "unarchive ada",
    "every carol monthly",
    "every --tag chess 2w",
    "every --default 90d",
    "snooze carol --off",
    "done t1",
    "drop f1",
    "done p1",
    "drop p1",
    "thank carol",
    "lead stage l1 heard",
    "relate carol ada --as friend",
    "duplicates --not carol ada",
    "tags --rename mentor mentor",
)
EVERY = ("every carol", "every --tag", "every --default", "snooze carol --off", "goal edit")


@pytest.mark.parametrize("line", TWICE)
def test_the_second_time_nothing_is_written(one_of_each: Netlog, sql: Sql, line: str) -> None:
    one_of_each(*line.split())
    before = sql(JOURNAL)
    again = one_of_each(*line.split())
    assert sql(JOURNAL) == before
    # How often is said by what holds then.
    assert SAYS_SO.search(again.out + again.err) or line.startswith(EVERY) or again.status


@pytest.mark.parametrize("format_", ["vcf", "csv", "json", "ics", "friends"])
def test_a_file_of_what_is_known_is_no_command_to_undo(
    one_of_each: Netlog, sql: Sql, tmp_path: Path, format_: str
) -> None:
    target = str(tmp_path / f"all.{format_}")
    one_of_each("export", "--format", format_, "-o", target)
    before = sql(JOURNAL)
    said = one_of_each("import", target, "--yes")
    if "Nothing new in" in said.out:
        assert sql(JOURNAL) == before
    before = sql(JOURNAL)
    one_of_each("import", target, "--yes")
    assert sql(JOURNAL) == before


def test_a_file_of_known_people_leaves_the_last_command_the_last(
    one_of_each: Netlog, tmp_path: Path
) -> None:
    target = str(tmp_path / "all.vcf")
    one_of_each("export", "-o", target)
    assert one_of_each("import", target).out.startswith("Nothing new in")
    assert one_of_each("undo", "--list", "--json").json[0]["command"] == "org add"
