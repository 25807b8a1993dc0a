"""`netlog import`: what entries of one file say against each other, or against the book."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from netlog.rules.importing.holders import MOST_HOLDERS
from netlog.store.reads import contacts

Netlog = Callable[..., Any]
RON = ("Ron Kay,r@x.example,A,Oslo", "Ron Kay,r@x.example,B,Rome")
OTHERWISE = "Known, and different in the file\n"


@pytest.fixture
def take(netlog: Netlog, tmp_path: Path) -> Callable[..., Any]:
    """Import these lines."""

    def taken(name: str, lines: Sequence[str], *flags: str) -> Any:
        path = tmp_path / name
        path.write_text("".join(f"{line}\r\n" for line in lines))
        return netlog("import", str(path), "--yes", *flags)

    return taken


def cards(*those: Sequence[str]) -> list[str]:
    return [line for one in those for line in ("BEGIN:VCARD", "VERSION:4.0", *one, "END:VCARD")]


@pytest.mark.parametrize("update", ["fill", "overwrite"])
def test_what_a_further_row_says_otherwise_is_told_each_time(take: Any, update: str) -> None:
    lines = ("Name,Email,Title,City", *RON)
    for _ in range(2):
        said = take("ron.csv", lines, "--update", update).out
        assert f"{OTHERWISE}  row 3  Ron Kay (c1): city, title" in said
        assert "row 2" not in said.partition(OTHERWISE)[2]


def test_each_row_is_told_for_what_it_says_itself(take: Any, netlog: Netlog) -> None:
    netlog("add", "Ron Kay", "--email", "r@x.example", "--city", "Oslo")
    said = take("ron.csv", ("Name,Email,City", "Ron Kay,r@x.example,", RON[1][:20] + "Rome")).out
    assert f"{OTHERWISE}  row 3  Ron Kay (c1): city" in said
    assert "row 2" not in said


def test_known_people_who_are_left_are_left_unsaid(take: Any) -> None:
    lines = ("Name,Email,Title,City", *RON)
    take("ron.csv", lines)
    assert "Nothing new" in take("ron.csv", lines, "--update", "skip").out


def test_a_further_card_adds_what_is_kept_and_tells_the_rest(take: Any, netlog: Netlog) -> None:
    one = ("FN:Ron Kay", "EMAIL:r@x.example", "BDAY:19800101", "X-SHOE:42")
    two = ("FN:Ron Kay", "EMAIL:r@x.example", "BDAY:19810101", "X-SHOE:43", "X-HAT:57")
    said = take("ron.vcf", cards(one, two)).out
    assert f"{OTHERWISE}  row 2  Ron Kay (c1): birthday, X-SHOE" in said
    assert netlog("show", "c1", "--all", "--json").json["kept"] == ["X-SHOE:42", "X-HAT:57"]
    assert "X-HAT:57\n" in netlog("export", "--format", "vcf").out.replace("\r", "")


@pytest.mark.parametrize("named_first", [True, False])
def test_a_row_without_a_name_is_whoever_alone_has_the_mailbox(
    take: Any, netlog: Netlog, named_first: bool
) -> None:
    rows = ["Ron Kay,ron@x.example", ",ron@x.example"]
    said = take("ron.csv", ("Name,Email", *(rows if named_first else rows[::-1]))).out
    assert "New    1 person" in said
    assert "row 2  Ron Kay (c1)" in said
    assert [one["name"] for one in netlog("list", "--json").json] == ["Ron Kay"]


def test_a_mailbox_of_several_is_nobodys_alone(take: Any, netlog: Netlog) -> None:
    office, head = ",office@kane.example", "Name,Email"
    take("office.csv", (head, office))
    for _ in range(2):
        take("two.csv", (head, f"Bob Kane{office}", f"Maria Ray{office}"))
        take("office.csv", (head, office))
    names = [one["name"] for one in netlog("list", "--json").json]
    assert sorted(names) == ["Bob Kane", "Maria Ray", "office@kane.example"]


@pytest.mark.parametrize("second", ["Acme", "Acme GmbH"])
def test_two_cards_of_one_company_are_one_and_what_differs_is_told(
    take: Any, netlog: Netlog, second: str
) -> None:
    one = ("KIND:org", "FN:Acme", "ORG:Acme", "ADR:;;;Oslo;;;", "TEL:+4711111111")
    two = ("KIND:org", f"FN:{second}", f"ORG:{second}", "ADR:;;;Rome;;;", "TEL:+4722222222")
    for _ in range(2):
        said = take("acme.vcf", cards(one, two)).out
        assert f"{OTHERWISE}  row 2  Acme (o1): city" in said
    (only,) = netlog("org", "list", "--json").json
    assert (only["name"], only["city"]) == ("Acme", "Oslo")
    ways = netlog("org", "show", "o1", "--json").json["methods"]
    assert [one["value"] for one in ways] == ["+4711111111", "+4722222222"]


def test_companies_with_uids_of_their_own_are_two_and_without_one_may_be_either(
    take: Any, netlog: Netlog
) -> None:
    oslo, rome = (("KIND:org", f"UID:{uid}", "FN:Acme", "ORG:Acme") for uid in ("u1", "u2"))
    take("acme.vcf", cards(oslo, rome))
    said = take("again.vcf", cards(oslo, rome, ("KIND:org", "FN:Acme", "ORG:Acme"))).out
    assert "Acme may be o1 or o2" in said
    assert len(netlog("org", "list", "--json").json) == 2


@pytest.mark.parametrize("kind", ["individual", "org"])
@pytest.mark.parametrize("other", ["ABC-1", "urn:uuid:abc-1", "{abc-1}"])
def test_of_two_with_one_uid_the_first_keeps_it_and_that_is_told(
    take: Any, netlog: Netlog, kind: str, other: str
) -> None:
    one = ("UID:abc-1", f"KIND:{kind}", "FN:Ugo One", "ORG:Ugo One" if kind == "org" else "NOTE:a")
    two = (
        f"UID:{other}",
        f"KIND:{kind}",
        "FN:Zed Uno",
        "ORG:Zed Uno" if kind == "org" else "NOTE:b",
    )
    said = "Zed Uno has the uid of Ugo One in the file, and gets another."
    assert said in take("two.vcf", cards(one, two)).err
    before = netlog("export", "--format", "vcf").out
    assert "UID:abc-1" in before
    assert other not in before
    again = take("two.vcf", cards(one, two))
    assert "Nothing new" in again.out
    assert said not in again.err
    assert netlog("export", "--format", "vcf").out == before


BAKER = ("FN:Maria", "EMAIL:m1@x.example", "ORG:Bakery")
CALLED = ("FN:Maria", "TEL:+351911111111")
JUDGE = ("FN:Maria", "TITLE:Judge", "NOTE:from the court", "BDAY:19500101")
POET = ("FN:Maria", "TITLE:Poet")
ALONE = ("FN:Maria",)


@pytest.mark.parametrize(
    "two",
    [
        (BAKER, JUDGE),
        (CALLED, JUDGE),
        (JUDGE, POET),
        (BAKER, ALONE),
        (ALONE, JUDGE),
        (ALONE, ALONE),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_bare_first_name_alone_makes_no_two_entries_one(
    take: Any, netlog: Netlog, two: Sequence[Sequence[str]], *, turned: bool
) -> None:
    lines = cards(*(reversed(two) if turned else two))
    assert "New  2 people" in take("two.vcf", lines).out
    people = netlog("export", "--format", "vcf").out.split("END:VCARD")
    for said in two:
        held = [one for one in people if all(line in one for line in said)]
        assert held
    assert not any("Judge" in one and ("x.example" in one or "+351" in one) for one in people)
    assert len(netlog("duplicates", "--json").json) == 1
    again = take("two.vcf", lines, "--json").out
    assert len(netlog("list", "--json").json) == 2
    if ALONE not in two:
        assert '"rejected": []' in again


def test_a_row_of_a_bare_first_name_that_says_all_the_same_is_no_second(
    take: Any, netlog: Netlog
) -> None:
    rows = ("Name,Notes", "Maria,baker", "Maria,judge at the court", "Maria,baker")
    for _ in range(2):
        take("marias.csv", rows)
        notes = [one["notes"] for one in netlog("list", "--json").json]
        assert sorted(notes) == ["baker", "judge at the court"]
    netlog("edit", "c2", "--title", "Judge")
    assert "Maria may be c1 or c2" in take("marias.csv", rows).out


def test_a_crowd_of_one_bare_first_name_is_known_again_and_looked_through_once(
    take: Any, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ("Name,Notes", *(f"Maria,note {at}" for at in range(MOST_HOLDERS + 10)))
    looked_up: list[int] = []
    stored = contacts.stored

    def counted(connection: Any, ids: Sequence[int]) -> list[Any]:
        looked_up.extend(ids)
        return stored(connection, ids)

    monkeypatch.setattr(contacts, "stored", counted)
    for _ in range(2):
        take("marias.csv", rows)
        assert len(netlog("list", "--json").json) == len(rows) - 1
    # Each of them twice, and once more for what it says: not each for each row.
    assert len(looked_up) < 4 * len(rows)
