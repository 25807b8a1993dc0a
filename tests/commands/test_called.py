"""Every name somebody has or had: kept, shown, found, merged, exported and back."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def jane(netlog: Any, seeded) -> Any:
    def fill() -> None:
        netlog("add", "Jane Smith", "--nick", "JJ", "--nick", "Janie", "--email", "j@x.org")
        netlog("edit", "jane", "--name", "Jane Miller")

    seeded(fill)
    return netlog


def test_each_nickname_is_kept_and_finds_and_the_first_is_the_nickname(jane) -> None:
    for typed in ("jj", "janie"):
        found = jane("show", typed, "--json").json
        assert (found["nickname"], found["nicknames"]) == ("JJ", ["JJ", "Janie"])
    assert "Nickname  JJ, Janie" in jane("show", "jane").out


def test_a_former_name_is_kept_shown_found_and_searched(jane) -> None:
    found = jane("show", "jane smith", "--json").json
    assert (found["name"], found["former_names"]) == ("Jane Miller", ["Jane Smith"])
    assert "Before    Jane Smith" in jane("show", "jane").out
    (hit,) = jane("search", "smith", "--json").json
    assert hit["text"] == "Jane Smith"


def test_the_edit_says_that_the_former_name_still_finds(netlog) -> None:
    netlog("add", "Jane Smith")
    said = netlog("edit", "jane", "--name", "Jane Miller").out
    assert said == (
        "Jane Miller (c1): name Jane Smith → Jane Miller.\n"
        "Jane Smith still finds them, as a former name.\n"
    )


@pytest.mark.parametrize("name", ["Jane Smith", "Smith, Jane", "Dr. Jane Smith"])
def test_add_warns_of_a_former_name(jane, name: str) -> None:
    refused = jane("add", name)
    assert refused.status == 5
    assert "Jane Miller (c1)" in refused.err


@pytest.mark.parametrize(
    ("there", "comes"),
    [
        (["Juergen Mueller"], "Dr Jürgen Müller"),
        (["Jane Miller", "--add-former", "Jane Smith"], "Jane Smith"),
        (["Jane Miller", "--add-former", "Jane Smith"], "Smith, Jane"),
        (["Grace Hopper"], "Grace Hoper"),
        (["Grace Hopper"], "Hopper Grace"),
        (["Robert Smith", "--nick", "Bob"], "Bob Smith"),
        (["Robert Smith", "--nick", "Bob"], "Bob"),
        (["Bob Lee"], "Bob Lee Jr."),
    ],
)
def test_whom_add_refuses_an_import_knows_or_tells(
    netlog, tmp_path: Path, there: list[str], comes: str
) -> None:
    netlog("add", *there)
    assert netlog("add", comes).status == 5
    (tmp_path / "a.vcf").write_text(f"BEGIN:VCARD\nVERSION:4.0\nFN:{comes}\nEND:VCARD\n", "utf-8")
    foreseen = netlog("import", str(tmp_path / "a.vcf"), "--dry-run", "--json")
    done = netlog("import", str(tmp_path / "a.vcf"), "--json")
    (report,) = done.json
    if report["new"]:
        assert f"{comes} may be {there[0]} (c1)" in foreseen.err
        assert f"{comes} may be {there[0]} (c1): netlog duplicates." in done.err
        assert netlog("duplicates", "--json").json
    else:
        assert [one["ref"] for one in report["matched"]] == ["c1"]
        assert (foreseen.err, done.err) == ("", "")


def test_of_many_who_are_alike_three_are_named(netlog, tmp_path: Path, monkeypatch) -> None:
    from netlog.actions.importing import alike

    people = ["Grace Hopper", "Robert Miller", "Charles Babbage", "Katherine Johnson"]
    typed = ["Grace Hoper", "Robert Miler", "Charles Babage", "Katherine Jonson"]
    for name in people:
        netlog("add", name)
    cards = (f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nEND:VCARD\n" for name in typed)
    (tmp_path / "a.vcf").write_text("".join(cards), "utf-8")
    assert netlog("import", str(tmp_path / "a.vcf")).err == (
        "Grace Hoper may be Grace Hopper (c1), Robert Miler may be Robert Miller (c2), "
        "Charles Babage may be Charles Babbage (c3) and 1 more is alike: netlog duplicates.\n"
    )
    netlog("undo")
    monkeypatch.setattr(alike, "MOST_COMPARED", 15)
    said = netlog("import", str(tmp_path / "a.vcf")).err
    assert said == "netlog duplicates tells who of them was there already.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Jnae Smith", "Jane Smith"),
        ("jane smith", "Jane Smith"),
        ("Jane", "Jane Smith"),
        ("Jane Smith", "Dr. Jane Smith, Jr."),
        ("Jane Smith", "Jane Q. Smith"),
    ],
)
def test_a_name_that_is_corrected_or_completed_is_no_former_one(
    netlog, before: str, after: str
) -> None:
    netlog("add", before)
    assert netlog("edit", "c1", "--name", after, "--json").json["former_names"] == []


@pytest.mark.parametrize("after", ["Jane Smith-Roth", "Jane Roth-Smith", "Jane Smith Garcia"])
def test_a_name_with_a_further_surname_leaves_the_old_one_behind(netlog, after: str) -> None:
    netlog("add", "Jane Smith")
    assert netlog("edit", "c1", "--name", after, "--json").json["former_names"] == ["Jane Smith"]
    assert netlog("edit", "c1", "--name", "Jane Roth").status == 0
    assert netlog("add", "Jane Smith").status == 5


def test_no_fix_keeps_a_name_that_looks_like_a_mistake(netlog) -> None:
    netlog("add", "Jane Smith")
    edited = netlog("edit", "c1", "--name", "Jane Smyth", "--no-fix", "--json")
    assert edited.json["former_names"] == ["Jane Smith"]


def test_fix_says_that_a_name_was_a_mistake(netlog) -> None:
    netlog("add", "Jane Smith")
    edited = netlog("edit", "c1", "--name", "Maria Lopez", "--fix", "--json")
    assert edited.json["former_names"] == []


def test_who_takes_the_old_name_again_has_it_not_as_a_former_one(jane) -> None:
    edited = jane("edit", "jane", "--name", "Jane Smith", "--json").json
    assert edited["former_names"] == ["Jane Miller"]


def test_names_are_added_and_taken_away_by_options(jane) -> None:
    argv = ("--add-nick", "Jay", "--rm-nick", "jj", "--add-former", "Jane Doe")
    edited = jane("edit", "jane", *argv, "--json").json
    assert edited["nicknames"] == ["Janie", "Jay"]
    assert edited["former_names"] == ["Jane Smith", "Jane Doe"]
    assert jane("edit", "jane", "--rm-former", "nobody").status == 3
    assert jane("edit", "jane", "--nick", "", "--json").json["nicknames"] == []


def test_a_nickname_alone_in_json_takes_the_place_of_the_first(jane, monkeypatch) -> None:
    edited = jane("edit", "jane", "--nick", "Jo", "--nick", "Janie", "--json").json
    assert edited["nicknames"] == ["Jo", "Janie"]


def test_undo_brings_every_name_back(jane) -> None:
    before = jane("show", "c1", "--json").json
    jane("edit", "jane", "--name", "Joan Doe", "--nick", "Z", "--add-date", "name day=11-19")
    jane("edit", "jane", "--name", "Joan Doe", "--nick", "Z")
    jane("undo")
    assert jane("show", "c1", "--json").json == before


def test_the_names_of_the_merged_still_find(netlog) -> None:
    netlog("add", "Liz T", "--nick", "Lizzie")
    netlog("add", "Elizabeth Taylor", "--nick", "Beth")
    netlog("merge", "c1", "c2", "--yes")
    for typed in ("lizzie", "beth", "elizabeth taylor", "liz t"):
        assert netlog("show", typed, "--json").json["ref"] == "c1"
    assert netlog("search", "elizabeth", "--json").json
    assert "Also      Elizabeth Taylor" in netlog("show", "c1").out


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_names_and_days_leave_as_a_card_and_come_back(jane, tmp_path: Path, version: str) -> None:
    jane("edit", "jane", "--add-date", "anniversary=2010-06-01", "--add-date", "name day=--11-19")
    card, other = str(tmp_path / "jane.vcf"), str(tmp_path / "other.db")
    jane("export", "--format", "vcf", "--vcard-version", version, "-o", card)
    text = Path(card).read_text("utf-8").replace("\r", "")
    assert "\nNICKNAME:JJ,Janie\n" in text
    assert "\nX-NETLOG-FORMER-NAME:Jane Smith\n" in text
    jane("--db", other, "import", card)
    known = ("nicknames", "former_names", "dates")
    there, here = (jane(*book, "show", "jane", "--json").json for book in (("--db", other), ()))
    assert [sorted(map(str, there[key])) for key in known] == [
        sorted(map(str, here[key])) for key in known
    ]


def test_spoken_names_of_other_scripts_come_in_find_and_leave(netlog, tmp_path: Path) -> None:
    card = tmp_path / "m.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:山田真里\nN:山田;真里;;;\nX-PHONETIC-FIRST-NAME:Mari\n"
        "X-PHONETIC-LAST-NAME:Yamada\nEND:VCARD\n",
        "utf-8",
    )
    netlog("import", str(card))
    for typed in ("yamada", "mari yamada", "yama"):
        assert netlog("show", typed, "--json").json["name"] == "山田真里"
    assert netlog("search", "yamada", "--json").json
    out = netlog("export", "--format", "vcf").out.replace("\r", "")
    assert "\nX-PHONETIC-FIRST-NAME:Mari\nX-PHONETIC-LAST-NAME:Yamada\n" in out


def test_an_import_adds_a_nickname_beside_the_one_that_is_there(jane, tmp_path: Path) -> None:
    card = tmp_path / "j.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Jane Miller\nNICKNAME:Jay\nEMAIL:j@x.org\nEND:VCARD\n"
    )
    jane("import", str(card))
    assert jane("show", "jay", "--json").json["nicknames"] == ["JJ", "Janie", "Jay"]
    again = jane("import", str(card), "--json").json
    assert again[0]["updated"] == []


def test_an_import_that_renames_keeps_the_old_name_to_find_by(jane, tmp_path: Path) -> None:
    card = tmp_path / "j.vcf"
    uid = jane("show", "jane", "--json").json["uid"]
    card.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:Jane Doe\nUID:{uid}\nEND:VCARD\n")
    jane("import", str(card), "--update", "overwrite")
    found = jane("show", "jane miller", "--json").json
    assert (found["name"], found["former_names"]) == ("Jane Doe", ["Jane Smith", "Jane Miller"])


# Days of every year


@pytest.fixture
def ann(netlog: Any, seeded: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("NETLOG_TODAY", "2026-05-28")

    def fill() -> None:
        netlog("add", "Ann", "--every", "never")
        netlog("edit", "ann", "--add-date", "anniversary=2010-06-01")

    seeded(fill)
    return netlog


def whats(netlog: Any) -> list[tuple[str, str]]:
    return [(item["kind"], item["what"]) for item in netlog("due", "--json").json]


def test_an_anniversary_is_due_as_a_birthday_is(ann, monkeypatch: pytest.MonkeyPatch) -> None:
    for today, said in (
        ("2026-05-24", []),
        ("2026-05-25", ["anniversary on 1 Jun, 16 years"]),
        ("2026-06-01", ["anniversary today, 16 years"]),
        ("2026-06-04", ["anniversary on 1 Jun, 16 years; belated wishes are welcome"]),
        ("2026-06-05", []),
    ):
        monkeypatch.setenv("NETLOG_TODAY", today)
        assert whats(ann) == [("date", what) for what in said]


@pytest.mark.parametrize("argv", [("done", "c1"), ("drop", "c1")], ids=" ".join)
def test_it_is_settled_for_this_year_alone(ann, argv, monkeypatch: pytest.MonkeyPatch) -> None:
    ann(*argv)
    assert whats(ann) == []
    monkeypatch.setenv("NETLOG_TODAY", "2027-05-30")
    assert [kind for kind, _ in whats(ann)] == ["date"]


def test_all_days_that_stand_on_one_morning_are_named(ann) -> None:
    labels = ("name day", "sobriety", "wedding day", "work anniversary")
    ann("edit", "ann", *(f"--add-date={label}=2010-05-28" for label in labels))
    said = ann("drop", "c1.2").out
    assert all(label in said for label in labels), said


def test_a_touch_on_the_day_settles_it(ann, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-06-01")
    ann("log", "ann", "-m", "hi", "--kind", "message")
    assert whats(ann) == []


def test_it_is_in_show_brief_and_the_calendar(ann) -> None:
    assert "Dates    anniversary 1 Jun 2010" in ann("show", "ann").out
    assert "anniversary on 1 Jun" in ann("brief", "ann").out
    calendar = ann("export", "--format", "ics").out
    assert "SUMMARY:Ann: anniversary" in calendar
    assert "RRULE:FREQ=YEARLY" in calendar


def test_a_day_of_the_same_label_takes_its_place_and_one_can_be_taken_away(ann) -> None:
    said = ann("edit", "ann", "--add-date", "Anniversary=2011-06-02").out
    assert said == "Ann (c1): Anniversary 1 Jun 2010 → 2 Jun 2011.\n"
    assert ann("edit", "ann", "--rm-date", "anniversary", "--json").json["dates"] == []
    assert ann("edit", "ann", "--rm-date", "anniversary").status == 3


@pytest.mark.parametrize(
    ("typed", "status"),
    [("anniversary", 2), ("=2010-06-01", 2), ("name day=1990", 2), ("a=0110-06-01", 1)],
)
def test_what_is_no_day_of_every_year_is_refused(ann, typed: str, status: int) -> None:
    assert ann("edit", "ann", "--add-date", typed).status == status
