"""relate: who belongs to whom, said once for both, in all that tells of people."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Netlog = Callable[..., Any]


@pytest.fixture
def couple(netlog: Netlog, seeded) -> Netlog:
    """Carol (c1), Tom (c2) and Ida (c3) Whitfield, and Grace Hopper (c4), unrelated yet."""

    def fill() -> None:
        for name in ("Carol Whitfield", "Tom Whitfield", "Ida Whitfield", "Grace Hopper"):
            netlog("add", name)

    seeded(fill)
    return netlog


def words(netlog: Netlog, who: str) -> list[tuple[str, str]]:
    """What belongs to somebody, as `show` tells it."""
    return [(one["word"], one["name"]) for one in netlog("show", who, "--json").json["relations"]]


@pytest.mark.parametrize(
    ("word", "here", "there"),
    [
        ("spouse", "spouse", "spouse"),
        ("partner", "partner", "partner"),
        ("parent", "parent", "child"),
        ("child", "child", "parent"),
        ("sibling", "sibling", "sibling"),
        ("friend", "friend", "friend"),
        ("colleague", "colleague", "colleague"),
        ("assistant", "assistant", "assists"),
        ("manager", "manager", "report"),
        ("husband", "husband", "spouse"),
        ("Daughter", "daughter", "parent"),
        ("boss", "boss", "report"),
        ("other:godmother", "godmother", "godchild"),
        ("other:cousin", "cousin", "cousin"),
        ("other:landlady", "landlady", "landlady of"),
    ],
)
def test_the_other_way_is_said_by_itself(couple: Netlog, word: str, here: str, there: str) -> None:
    assert couple("relate", "carol", "tom", "--as", word).status == 0
    assert words(couple, "carol") == [(here, "Tom Whitfield")]
    assert words(couple, "tom") == [(there, "Carol Whitfield")]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ("carol", "ida", "--as", "child"),
            "Ida Whitfield (c3) is Carol Whitfield's child, "
            "and Carol Whitfield is Ida Whitfield's parent.",
        ),
        (("grace", "ida", "--as", "assistant"), "Ida Whitfield (c3) is Grace Hopper's assistant."),
        (("ida", "grace", "--as", "assists"), "Ida Whitfield is Grace Hopper (c4)'s assistant."),
        (
            ("carol", "--named", "Vincent", "--as", "other:landlord"),
            "Vincent is Carol Whitfield's landlord.",
        ),
    ],
)
def test_the_confirmation_says_which_way_it_reads(
    couple: Netlog, argv: tuple[str, ...], said: str
) -> None:
    assert couple("relate", *argv).out.strip() == said


def test_no_gender_is_made_up(couple: Netlog) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    told = couple("show", "tom").out + couple("brief", "tom").out
    assert "spouse Carol Whitfield" in told
    assert "wife" not in told


def test_what_contradicts_it_ends(couple: Netlog) -> None:
    couple("relate", "ida", "carol", "--as", "child")
    said = couple("relate", "carol", "ida", "--as", "child").out
    assert "No longer: Ida Whitfield (c3) is Carol Whitfield's parent" in said
    assert words(couple, "carol") == [("child", "Ida Whitfield")]
    assert words(couple, "ida") == [("parent", "Carol Whitfield")]


def test_a_friend_may_be_a_colleague(couple: Netlog) -> None:
    for word in ("friend", "colleague"):
        couple("relate", "carol", "grace", "--as", word)
    assert words(couple, "grace") == [
        ("friend", "Carol Whitfield"),
        ("colleague", "Carol Whitfield"),
    ]


def test_the_same_again_changes_nothing(couple: Netlog) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    again = couple("relate", "tom", "carol", "--as", "spouse")
    assert again.out.startswith("Known already: ")
    assert words(couple, "carol") == [("husband", "Tom Whitfield")]
    assert couple("undo", "--list", "--json").json[0]["command"] == "relate"
    assert len(couple("undo", "--list", "--limit", "9", "--json").json) == 5


def test_somebody_who_is_not_in_the_book_is_kept_by_name(couple: Netlog) -> None:
    couple("relate", "carol", "--named", "Ida", "--named", "Max", "--as", "child")
    assert "child Ida, child Max" in couple("show", "carol").out
    assert couple("search", "max", "--json").json[0]["ref"] == "c1"
    couple("relate", "carol", "--named", "max", "--off")
    assert words(couple, "carol") == [("child", "Ida")]


def test_a_name_becomes_the_person(couple: Netlog) -> None:
    couple("relate", "carol", "--named", "Ida", "--as", "daughter")
    couple("relate", "carol", "ida", "--as", "child")
    (only,) = couple("show", "carol", "--json").json["relations"]
    assert (only["word"], only["contact"]["ref"]) == ("daughter", "c3")


def test_an_unknown_name_says_how_to_keep_it(couple: Netlog) -> None:
    failed = couple("relate", "carol", "Zoe", "--as", "child")
    assert failed.status == 3
    assert "--named Zoe" in failed.err


def test_two_who_may_be_meant_are_told(couple: Netlog) -> None:
    assert couple("relate", "carol", "whitfield", "--as", "child").status == 4


def test_an_unknown_word_is_refused_with_how_to_say_it(couple: Netlog) -> None:
    failed = couple("relate", "carol", "tom", "--as", "landlord")
    assert failed.status == 2
    assert "--as other:landlord" in failed.err
    near = couple("relate", "carol", "tom", "--as", "freind")
    assert "Did you mean friend?" in near.err


@pytest.mark.parametrize(
    "argv", [("carol", "--as", "child"), ("carol", "--off"), ("carol", "carol", "--as", "child")]
)
def test_one_person_is_not_enough(couple: Netlog, argv: tuple[str, ...]) -> None:
    assert couple("relate", *argv).status == 2


def test_they_are_listed(couple: Netlog) -> None:
    assert couple("relate").err.startswith("Nobody belongs to anybody yet")
    couple("relate", "carol", "tom", "--as", "spouse")
    couple("relate", "carol", "ida", "--as", "child")
    assert couple("relate", "ida").out.split("  ")[1:] == [
        "Ida Whitfield's parent",
        "Carol Whitfield (c1)\n",
    ]
    assert len(couple("relate", "--json").json) == 2
    assert [one["word"] for one in couple("relate", "carol", "tom", "--json").json] == ["spouse"]


def test_it_ends_for_both(couple: Netlog) -> None:
    couple("relate", "carol", "tom", "--as", "spouse")
    couple("relate", "carol", "tom", "--as", "colleague")
    couple("relate", "tom", "carol", "--as", "colleague", "--off")
    assert words(couple, "carol") == [("spouse", "Tom Whitfield")]
    couple("relate", "tom", "carol", "--off")
    assert words(couple, "carol") == words(couple, "tom") == []
    assert couple("relate", "tom", "carol", "--off").status == 3
    couple("undo")
    assert words(couple, "tom") == [("spouse", "Carol Whitfield")]


def test_history_tells_of_it(couple: Netlog) -> None:
    couple("relate", "carol", "ida", "--as", "daughter")
    assert "parent Carol Whitfield added" in couple("history", "ida").out
    assert "daughter Ida Whitfield added" in couple("history", "carol").out


def test_who_is_removed_is_nobodys_any_more(couple: Netlog) -> None:
    couple("relate", "carol", "tom", "--as", "spouse")
    couple("remove", "tom", "--yes")
    assert words(couple, "carol") == []
    couple("undo")
    assert words(couple, "carol") == [("spouse", "Tom Whitfield")]


def test_a_merge_takes_them_over_once(couple: Netlog) -> None:
    couple("add", "Thomas Whitfield")
    couple("relate", "carol", "c2", "c5", "--as", "spouse")
    couple("relate", "c5", "ida", "--as", "child")
    merged = couple("merge", "c2", "c5", "--yes", "--json").json
    assert {"field": "child", "value": "Ida Whitfield"} in merged["taken"]
    assert words(couple, "carol") == [("spouse", "Tom Whitfield")]
    assert words(couple, "ida") == [("parent", "Tom Whitfield")]


def test_the_other_way_is_said_as_it_is_known(couple: Netlog) -> None:
    couple("relate", "tom", "carol", "--as", "wife")
    said = "Tom Whitfield (c2) is Carol Whitfield's husband, and Carol Whitfield is Tom Whitfield's"
    assert couple("relate", "carol", "tom", "--as", "husband").out == f"{said} wife.\n"
    assert couple("relate", "carol", "tom", "--off").out == f"Ended: {said} wife.\n"


def test_netlogs_own_json_keeps_them(couple: Netlog, tmp_path: Path) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    couple("relate", "grace", "--named", "Vincent", "--as", "other:late spouse")
    path = tmp_path / "book.json"
    couple("export", "-o", str(path))
    other = str(tmp_path / "other.db")
    assert couple("import", str(path), "--db", other).status == 0
    for who in ("carol", "tom", "grace"):
        (mine,) = (couple("show", who, "--json").json["relations"] for _ in range(1))
        assert couple("show", who, "--json", "--db", other).json["relations"] == mine
    (told,) = couple("import", str(path), "--db", other, "--json").json
    assert told["updated"] == []


def test_of_some_people_the_others_go_by_name(couple: Netlog, tmp_path: Path) -> None:
    couple("relate", "carol", "grace", "--as", "friend")
    couple("tag", "carol", "family")
    path = tmp_path / "family.json"
    couple("export", "--tag", "family", "-o", str(path))
    other = str(tmp_path / "other.db")
    couple("import", str(path), "--db", other)
    (only,) = couple("show", "carol", "--json", "--db", other).json["relations"]
    assert (only["contact"], only["name"]) == (None, "Grace Hopper")


@pytest.mark.parametrize("format_", ["vcf", "csv", "--vcard 3.0"])
def test_other_formats_keep_them(couple: Netlog, tmp_path: Path, format_: str) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    couple("relate", "grace", "--named", "Vincent", "--as", "other:landlord")
    how = ("--format", "vcf", "--vcard-version", "3.0") if " " in format_ else ("--format", format_)
    path = tmp_path / "people"
    couple("export", *how, "-o", str(path))
    other = str(tmp_path / "other.db")
    couple("import", str(path), "--db", other)
    for who in ("carol", "tom", "grace"):
        mine = couple("show", who, "--json").json["relations"]
        assert couple("show", who, "--json", "--db", other).json["relations"] == mine


def test_markdown_tells_of_them(couple: Netlog) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    assert "- Husband: Tom Whitfield" in couple("export", "--format", "md").out


CARDS = """BEGIN:VCARD
VERSION:3.0
UID:carol
FN:Carol Miller
N:Miller;Carol;;;
item1.X-ABRELATEDNAMES;type=pref:Tom Miller
item1.X-ABLabel:_$!<Spouse>!$_
X-ABRELATEDNAMES:Rex
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:tom
FN:Tom Miller
N:Miller;Tom;;;
END:VCARD
"""


@pytest.fixture
def cards(netlog: Netlog, tmp_path: Path, seeded) -> Path:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS.replace("\n", "\r\n"), newline="")
    seeded(lambda: netlog("import", str(path)))
    return path


def test_a_card_names_who_is_in_the_file(netlog: Netlog, cards: Path) -> None:
    assert words(netlog, "carol") == [("spouse", "Tom Miller"), ("contact", "Rex")]
    assert words(netlog, "tom") == [("spouse", "Carol Miller")]


def test_cards_leave_as_they_came(netlog: Netlog, cards: Path) -> None:
    assert netlog("export", "--format", "vcf").out == cards.read_bytes().decode()


def test_a_card_says_what_was_said_since(netlog: Netlog, cards: Path) -> None:
    netlog("relate", "tom", "--named", "Ida", "--as", "daughter")
    out = netlog("export", "--format", "vcf").out
    assert "item1.X-ABRELATEDNAMES:Ida\r\nitem1.X-ABLabel:_$!<Daughter>!$_\r\n" in out
    netlog("relate", "carol", "tom", "--off")
    assert "_$!<Spouse>!$_" not in netlog("export", "--format", "vcf").out


def test_the_same_cards_again_change_nothing(netlog: Netlog, cards: Path) -> None:
    assert netlog("import", str(cards), "--json").json[0]["updated"] == []


def test_a_file_adds_what_is_not_known(netlog: Netlog, cards: Path) -> None:
    netlog("relate", "carol", "tom", "--off")
    (told,) = netlog("import", str(cards), "--json").json[0]["updated"]
    assert told["changed"] == [{"field": "spouse", "before": None, "after": "Tom Miller"}]


def test_a_bare_first_name_is_nobody(netlog: Netlog, tmp_path: Path) -> None:
    netlog("add", "Tom")
    path = tmp_path / "people.csv"
    path.write_text("Name,Spouse\nCarol Miller,Tom\n")
    netlog("import", str(path), "--yes")
    (only,) = netlog("show", "carol", "--json").json["relations"]
    assert (only["contact"], only["name"]) == (None, "Tom")


def test_google_and_outlook_tables_are_read(netlog: Netlog, tmp_path: Path) -> None:
    google = tmp_path / "google.csv"
    google.write_text(
        "First Name,Last Name,Relation 1 - Label,Relation 1 - Value,Relation 2 - Label,"
        "Relation 2 - Value\nCarol,Miller,Spouse,Tom Miller,Mother,Ann\n"
    )
    outlook = tmp_path / "outlook.csv"
    outlook.write_text(
        "First Name,Last Name,E-mail Address,Spouse,Children,Assistant's Name,Manager's Name\n"
        'Bob,Jones,b@x.org,Eve,"Ida, Max and Tim",Sue,Ann Boss\n'
    )
    for path in (google, outlook):
        netlog("import", str(path), "--yes")
    assert words(netlog, "carol") == [("spouse", "Tom Miller"), ("mother", "Ann")]
    assert [word for word, _ in words(netlog, "bob")] == [
        *("spouse", "child", "child", "child", "assistant", "manager")
    ]


# Families


@pytest.fixture
def millers(netlog: Netlog, seeded) -> Netlog:
    def fill() -> None:
        for name in ("Carol Miller", "Tom Miller", "Ida Miller"):
            netlog("add", name)
        netlog("relate", "carol", "tom", "--as", "spouse")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    "typed", ["the Millers", "The Miller family", "Familie Miller", "the millers", "the Miller's"]
)
def test_a_family_is_a_couple_of_that_name(millers: Netlog, typed: str) -> None:
    logged = millers("log", typed, "dinner", "--kind", "meeting", "--json")
    logged = millers("log", typed, "lunch", "--json").json if logged.status else logged.json
    assert [one["name"] for one in logged["contacts"]] == ["Carol Miller", "Tom Miller"]


def test_who_was_taken_is_said(millers: Netlog) -> None:
    said = millers("log", "the Millers", "lunch").err
    assert 'Taking "the Millers" for Carol Miller (c1) and Tom Miller (c2).' in said


def test_two_couples_are_a_question(millers: Netlog) -> None:
    millers("add", "Ann Miller")
    millers("relate", "ann", "ida", "--as", "partner")
    failed = millers("log", "the Millers", "lunch", "--json")
    assert failed.status == 4
    assert len(json.loads(failed.err)["error"]["candidates"]) == 4


def test_people_of_one_name_are_no_couple(netlog: Netlog) -> None:
    netlog("add", "Ann Jones")
    netlog("add", "Bob Jones")
    failed = netlog("log", "the Joneses", "lunch")
    assert failed.status == 4
    assert "netlog relate c1 c2 --as spouse" in failed.err


def test_a_family_may_be_a_tag(netlog: Netlog) -> None:
    for name in ("Ann Jones", "Bob Smith"):
        netlog("add", name, "--tag", "the lodgers")
    logged = netlog("log", "the Lodgers", "lunch", "--json").json
    assert [one["name"] for one in logged["contacts"]] == ["Ann Jones", "Bob Smith"]


def test_somebody_called_so_is_meant_before(millers: Netlog) -> None:
    millers("add", "The Millers", "--force")
    (only,) = millers("log", "the Millers", "lunch", "--json").json["contacts"]
    assert only["name"] == "The Millers"


def test_nobody_of_that_name_is_nobody(millers: Netlog) -> None:
    assert millers("log", "the Browns", "lunch").status == 3


def test_a_family_can_be_thanked_and_planned_with(millers: Netlog) -> None:
    assert len(millers("thank", "the Millers", "note", "--json").json) == 2
    planned = millers("plan", "the Millers", "lunch", "tomorrow", "--json").json
    assert len(planned["contacts"]) == 2


def test_who_belong_to_one_another_are_two(netlog: Netlog) -> None:
    for name in ("Kim Miller", "Kim Miler"):
        netlog("add", name, "--email", "millers@example.org", "--force")
    assert len(netlog("duplicates", "--json").json) == 1
    netlog("relate", "c1", "c2", "--as", "sibling")
    assert netlog("duplicates", "--json").json == []
    assert netlog("merge", "c1", "c2").status == 1


@pytest.mark.of_file("forget is")
def test_whoever_is_forgotten_is_nobodys_any_more(couple: Netlog, db: Path) -> None:
    couple("relate", "carol", "tom", "--as", "husband")
    couple("relate", "grace", "--named", "Tom Whitfield", "--as", "friend")
    couple("forget", "tom", "--yes")
    assert words(couple, "carol") == []
    assert b"Tom" not in db.read_bytes()


def test_the_card_of_a_relation_may_come_later(netlog: Netlog, tmp_path: Path) -> None:
    uid = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:{}\nFN:{}\n{}END:VCARD\n"
    first, second = tmp_path / "a.vcf", tmp_path / "b.vcf"
    first.write_text(card.format("a", "Carol Miller", f"RELATED;TYPE=spouse:urn:uuid:{uid}\n"))
    second.write_text(card.format(uid, "Tom Miller", ""))
    netlog("import", str(first))
    netlog("import", str(second))
    assert words(netlog, "carol") == [("spouse", "Tom Miller")]
    out = netlog("export", "--format", "vcf").out.replace("\r\n", "\n")
    assert out == first.read_text() + second.read_text()


def test_a_family_is_shown_and_found_as_it_is_logged(millers: Netlog) -> None:
    both = ["Carol Miller", "Tom Miller"]
    shown = millers("show", "the Millers", "--json").json
    assert [one["name"] for one in shown] == both
    assert millers("who", "the Millers").out == "c1\nc2\n"
    assert [one["name"] for one in millers("who", "the Millers", "--json").json] == both
    assert len(millers("brief", "the Millers", "--json").json) == 2


def test_where_one_is_asked_for_a_family_is_a_question(millers: Netlog) -> None:
    failed = millers("check", "the Millers", "--json")
    refs = [one["ref"] for one in json.loads(failed.err)["error"]["candidates"]]
    assert (failed.status, refs) == (4, ["c1", "c2"])


@pytest.mark.parametrize("tag", ["millers", "the-millers", "Miller family", "miller"])
def test_a_tag_of_the_family_takes_in_who_is_called_otherwise(millers: Netlog, tag: str) -> None:
    millers("add", "Joe Kid")
    millers("tag", "c4", f"+{tag}")
    assert millers("who", "the Millers").status == 4
    assert millers("show", "the Millers").status == 4
    assert millers("log", "the Millers").status == 4
    millers("tag", "c1", "c2", f"+{tag}")
    assert set(millers("who", "the Millers").out.split()) == {"c1", "c2", "c4"}
    assert len(millers("log", "the Millers", "--json").json["contacts"]) == 3


@pytest.fixture
def poes(netlog: Netlog, seeded) -> Netlog:
    """Tom Poe (c1) and his wife Ann Lee (c2), who kept her name."""

    def fill() -> None:
        netlog("add", "Tom Poe")
        netlog("add", "Ann Lee")
        netlog("relate", "tom", "ann", "--as", "wife")

    seeded(fill)
    return netlog


@pytest.mark.parametrize("typed", ["the Poes", "the Lees", "Poe family"])
def test_a_couple_of_two_names_is_reached_by_either(poes: Netlog, typed: str) -> None:
    both = {"Tom Poe", "Ann Lee"}
    assert {one["name"] for one in poes("log", typed, "coffee", "--json").json["contacts"]} == both
    assert {one["name"] for one in poes("show", typed, "--json").json} == both
    assert len(poes("brief", typed, "--json").json) == 2
    assert set(poes("who", typed).out.split()) == {"c1", "c2"}
    assert len(poes("thank", typed, "--json").json) == 2
    assert len(poes("plan", typed, "lunch", "tomorrow", "--json").json["contacts"]) == 2


def test_an_archived_half_of_a_couple_is_left_out(poes: Netlog) -> None:
    poes("archive", "ann", "--yes")
    failed = poes("log", "the Poes", "coffee", "--json")
    assert [one["ref"] for one in failed.error["candidates"]] == ["c1"]


def test_brief_says_whose_they_are_as_far_as_the_record_says(poes: Netlog) -> None:
    poes("relate", "ann", "tom", "--as", "husband")
    poes("relate", "ann", "--named", "Ida", "--as", "daughter")
    poes("relate", "tom", "--named", "Ida", "--as", "child")
    poes("relate", "ann", "--named", "Max", "--as", "son")
    poes("relate", "ann", "--named", "Sam", "--as", "assists")
    assert "her husband Tom Poe (c1), their daughter Ida, her son Max, assists Sam" in (
        poes("brief", "ann").out
    )
    (told,) = (one["belonging"] for one in poes("brief", "tom", "--json").json)
    assert told == ["his wife Ann Lee (c2)", "their daughter Ida"]


@pytest.mark.parametrize(
    ("field", "whose"), [("she/her", "her"), ("M", "his"), ("they/them", "their")]
)
def test_a_field_may_say_whose_they_are(netlog: Netlog, field: str, whose: str) -> None:
    netlog("add", "Kim Roe", "--set", f"pronouns={field}")
    netlog("relate", "kim", "--named", "Ida", "--as", "daughter")
    assert f"{whose} daughter Ida" in netlog("brief", "kim").out


def test_a_card_may_say_whose_they_are(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    lines = "GENDER:F;woman\nRELATED;TYPE=child;VALUE=text:Ida"
    path.write_text(f"BEGIN:VCARD\nVERSION:4.0\nFN:Kim Roe\n{lines}\nEND:VCARD\n")
    netlog("import", str(path))
    assert "her child Ida" in netlog("brief", "kim").out


@pytest.mark.parametrize("typed", ["carol and tom", "Tom & Carol", "carol und tom miller"])
def test_a_couple_is_meant_by_both_first_names(millers: Netlog, typed: str) -> None:
    logged = millers("log", typed, "lunch", "--json").json
    assert {one["name"] for one in logged["contacts"]} == {"Carol Miller", "Tom Miller"}


def test_two_who_are_no_couple_are_not_meant_by_both_names(millers: Netlog) -> None:
    assert millers("log", "carol and ida", "lunch").status == 3


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ann & Bo Berg", "the Bergs"),
        ("Ann & Bo Berg", "ann and bo"),
        ("Ann and Bo", "Ann & Bo"),
        ("Familie Berg", "die Bergs"),
        ("The Berg Family", "the Bergs"),
    ],
)
def test_an_entry_of_two_is_the_family(netlog: Netlog, name: str, typed: str) -> None:
    netlog("add", name)
    netlog("add", "Lev E Berg")
    (one,) = netlog("log", typed, "lunch", "--json").json["contacts"]
    assert one["name"] == name


def test_remove_tells_the_relations_that_go(netlog: Netlog) -> None:
    for name in ("Tim Poe", "Ida Poe", "Uwe Poe"):
        netlog("add", name)
    netlog("relate", "tim", "ida", "--as", "spouse")
    netlog("relate", "tim", "uwe", "--as", "child")
    assert "with them 2 relations: add --yes" in netlog("remove", "tim").err
    assert netlog("remove", "uwe", "--yes").out == (
        "Removed Uwe Poe (c3), and with them 1 relation.\n"
    )
    assert "2 relations" not in netlog("remove", "tim", "ida", "--yes").out


def test_whom_a_family_is_taken_for_is_said_only_where_all_are_clear(netlog: Netlog) -> None:
    for name in ("Tim Miller", "Ida Miller"):
        netlog("add", name)
    netlog("relate", "tim", "ida", "--as", "spouse")
    for command in (("log",), ("thank",)):
        said = netlog(*command, "the Millers", "qwertz")
        assert said.status == 3
        assert "Taking" not in said.err
    assert "Taking" in netlog("log", "the Millers", "lunch").err
