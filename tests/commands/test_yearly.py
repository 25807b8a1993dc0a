"""Days of every year: none is still to come, and a birthday is the birthday, however it comes."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

RELEASED = Path(__file__).parents[1] / "store" / "released"


@pytest.fixture
def carol(netlog: Any, seeded) -> Any:
    seeded(lambda: netlog("add", "Carol", "--birthday", "1990-05-12"))
    return netlog


def test_one_that_is_still_to_come_is_refused_by_options_and_by_json(carol, piped) -> None:
    refused = carol("edit", "c1", "--add-date", "anniversary=2030-11-27")
    assert refused.status == 2
    assert "The anniversary, 27 Nov 2030, is still to come." in refused.err
    assert "goes without one: --11-27" in refused.err
    piped(json.dumps({"dates": [{"label": "name day", "on": "2027-01-01"}]}))
    assert carol("edit", "c1", "--stdin").status == 2
    assert carol("edit", "c1", "--add-date", "anniversary=--11-27").status == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "name,anniversary,birthday\nAnn,2030-11-27,2031-01-01\n"),
        (
            "a.vcf",
            "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nANNIVERSARY:20301127\nBDAY:20310101\nEND:VCARD\n",
        ),
    ],
)
def test_a_file_with_one_to_come_keeps_it_as_a_field(
    netlog, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    netlog("import", str(tmp_path / name), "--yes")
    found = netlog("show", "ann", "--json").json
    assert (found["dates"], found["birthday"]) == ([], None)
    assert {"anniversary", "birthday"} <= found["fields"].keys()


def test_no_count_of_years_is_shown_before_the_first(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--birthday", "2026-11-23")
    netlog("edit", "ann", "--add-date", "anniversary=2026-11-23")
    assert "years" not in netlog("due").out
    assert "turning" not in netlog("due").out
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-22")
    assert "turning 1" in netlog("due").out


@pytest.mark.parametrize("label", ["birthday", "Birthday", "b-day", "Date of birth", "Geburtstag"])
def test_a_date_called_a_birthday_is_the_birthday(netlog, label: str) -> None:
    netlog("add", "Ann")
    found = netlog("edit", "ann", "--add-date", f"{label}=1990-05-12", "--json").json
    assert (found["birthday"], found["dates"]) == ("1990-05-12", [])
    assert netlog("edit", "ann", "--add-date", f"{label}=--05-12").status == 0


def test_a_second_birthday_is_refused_with_the_option_that_changes_it(carol, piped) -> None:
    refused = carol("edit", "c1", "--add-date", "Birthday=1991-05-12")
    assert refused.status == 1
    assert "The birthday of Carol (c1) is 12 May 1990." in refused.err
    advice = "netlog edit c1 --birthday 1991-05-12"
    assert advice in refused.err
    piped(json.dumps({"dates": [{"label": "bday", "on": "1991-05-12"}]}))
    assert advice in carol("edit", "c1", "--stdin").err
    assert carol(*advice.split()[1:]).status == 0
    assert 'netlog edit c1 --birthday ""' in carol("edit", "c1", "--rm-date", "birthday").err


def test_a_second_birthday_of_a_card_becomes_a_field(netlog, tmp_path: Path) -> None:
    card = tmp_path / "a.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nBDAY:1990-05-12\nitem1.X-ABDATE:1991-05-12\n"
        "item1.X-ABLabel:Birthday\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nitem1.X-ABDATE:1991-05-12\n"
        "item1.X-ABLabel:Birthday\nEND:VCARD\n"
    )
    netlog("import", str(card))
    ann, bo = (netlog("show", who, "--json").json for who in ("ann", "bo"))
    assert (ann["birthday"], ann["dates"]) == ("1990-05-12", [])
    assert ann["fields"]["birthday"] == "1991-05-12"
    assert (bo["birthday"], bo["dates"]) == ("1991-05-12", [])


@pytest.fixture
def ann(netlog: Any, seeded) -> Any:
    """Ann with two days; the one that was first, and had the lower number, is gone."""

    def begin() -> None:
        days = ("anniversary=2010-06-01", "name day=--11-28", "sobriety=--11-29")
        netlog("add", "Ann")
        netlog("edit", "ann", *(word for day in days for word in ("--add-date", day)))
        netlog("edit", "ann", "--rm-date", "anniversary")

    seeded(begin)
    return netlog


def _numbers(netlog: Any) -> dict[str, str]:
    due = netlog("due", "--json").json
    return {one["about"]: one["ref"] for one in due if one["kind"] == "date"}


def test_the_ref_of_a_day_stays_its_own_when_another_day_goes_or_comes(ann) -> None:
    assert _numbers(ann) == {"name day": "c1.3", "sobriety": "c1.4"}
    assert "sobriety" not in ann("done", "c1.3").out
    ann("undo")
    ann("edit", "c1", "--rm-date", "sobriety", "--add-date", "wedding=--11-27")
    ann("edit", "c1", "--rm-date", "wedding", "--add-date", "name day=--11-27")
    ann("edit", "c1", "--add-date", "first day=--11-27")
    assert _numbers(ann) == {"name day": "c1.3", "first day": "c1.6"}
    gone = [ann("done", f"c1.{number}") for number in (2, 4, 5)]
    assert {one.status for one in gone} == {3}
    ann("undo", "3")
    assert _numbers(ann) == {"name day": "c1.3", "sobriety": "c1.4"}
    ann("redo", "3")
    assert _numbers(ann) == {"name day": "c1.3", "first day": "c1.6"}


def test_the_numbers_of_days_outlive_removal_and_merge_and_a_file(
    ann, tmp_path: Path, monkeypatch
) -> None:
    ann("add", "Bo", "--birthday", "--11-25")
    ann("edit", "bo", "--add-date", "name day=--11-27", "--add-date", "jubilee=--11-28")
    ann("merge", "c1", "c2", "--yes")
    merged = {"birthday": "c1.1", "name day": "c1.3", "sobriety": "c1.4", "jubilee": "c1.5"}
    assert _numbers(ann) == merged
    ann("remove", "c1", "--yes")
    ann("undo")
    assert _numbers(ann) == merged
    whole = tmp_path / "whole.json"
    whole.write_text(ann("export").out)
    older = tmp_path / "older.json"
    book = json.loads(whole.read_text())
    for date in book["contacts"][0]["dates"]:
        del date["number"]
    older.write_text(json.dumps(book))
    for file, numbers in ((whole, merged), (older, {**merged, "name day": "c1.2"})):
        monkeypatch.setenv("NETLOG_DB", str(file.with_suffix(".db")))
        ann("import", str(file))
        found = _numbers(ann)
        assert found["name day"] == numbers["name day"]
        assert len(set(found.values())) == len(merged)
    assert not ann("doctor", "--json").json


def test_a_day_that_an_older_netlog_numbered_not_is_numbered_when_it_is_back(
    netlog, tmp_path: Path, monkeypatch
) -> None:
    book = tmp_path / "older.db"
    shutil.copy(RELEASED / "v29.db", book)
    monkeypatch.setenv("NETLOG_DB", str(book))
    netlog("undo", "2")
    netlog("redo", "2")
    (grace, _) = json.loads(netlog("export").out)["contacts"]
    assert [(one["label"], one["number"]) for one in grace["dates"]] == [("anniversary", 2)]


@pytest.mark.parametrize(
    ("typed", "what"),
    [(("--birthday", "06-05"), "birthday"), (("--add-date", "name day=06-05"), "name day")],
)
def test_what_may_be_two_days_is_told_with_both(carol, typed: tuple[str, str], what: str) -> None:
    refused = carol("edit", "c1", *typed)
    assert refused.status == 2
    assert f"Cannot read the {what} '06-05'" in refused.err
    assert 'write "6 may" or "5 june"' in refused.err
