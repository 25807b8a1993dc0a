"""--dry-run: everything is done as it would be, told, and then never was."""

from pathlib import Path

import pytest
from tests.conftest import Contents, Netlog


@pytest.fixture
def book(netlog, seeded) -> Netlog:
    """Grace and Ada, both old acquaintances, with a coffee and an open promise."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--tag", "old", "--log", "Hi", "--kind", "coffee")
        netlog("add", "Ada Lovelace", "--tag", "old")
        netlog("favor", "promise", "ada", "the slides")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("tag", "grace", "ada", "hiring"), "Grace Hopper and Ada Lovelace have #hiring now."),
        (("untag", "grace", "old"), "Grace Hopper has #old no more."),
        (("tags", "--rename", "old", "new"), "#old is called #new now, for 2 people."),
        (("circle", "grace", "peer"), "Grace Hopper is in the peer circle now."),
        (("archive", "grace"), "Grace Hopper is archived."),
        (("unarchive", "grace"), "Grace Hopper is not archived."),
        (("remove", "grace", "ada"), "Removed Grace Hopper (c1) and Ada Lovelace (c2)"),
        (("done", "t1", "f1"), "Thanked Grace Hopper for coffee on 23 Nov (t1)."),
        (("drop", "t1"), "Dropped the thanks to Grace Hopper"),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)
def test_what_would_happen_is_told_and_is_not(
    book: Netlog, db: Path, contents: Contents, argv, said: str
) -> None:
    before = contents()
    told = book(*argv, "--dry-run")
    assert told.status == 0, told.err
    assert told.out.startswith("This would happen, and nothing is changed:\n")
    assert said in told.out
    assert contents() == before
    assert book("undo", "--list", "--json").json[0]["command"] == "favor promise"
    assert not (db.parent / "backups").exists()


def test_json_is_how_it_would_stand(book: Netlog) -> None:
    (grace,) = book("tag", "grace", "hiring", "--dry-run", "--json").json
    assert grace["tags"] == ["hiring", "old"]
    assert book("show", "grace", "--json").json["tags"] == ["old"]
    assert book("remove", "grace", "--dry-run", "--json").json["dry_run"] is True


def test_people_from_a_pipe_are_rehearsed_too(book: Netlog, process, monkeypatch) -> None:
    import os

    read, write = os.pipe()
    os.write(write, b"c1\nc2\n")
    os.close(write)
    with os.fdopen(read) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        told = book("remove", "-", "--dry-run")
    assert "Removed Grace Hopper (c1) and Ada Lovelace (c2)" in told.out
    assert len(book("list", "--json").json) == 2


def test_what_cannot_be_done_is_refused_all_the_same(book: Netlog) -> None:
    assert book("tag", "zoe", "x", "--dry-run").status == 3
    assert book("done", "t9", "--dry-run").status == 3
