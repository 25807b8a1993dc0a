"""One book for several people, on a server: who did what, and what each may take back."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests import on_postgres
from tests.conftest import Netlog, Result
from tests.contract.test_docs import check
from tests.postgres import programs

from netlog.actions import office
from netlog.store.postgres import transactions

pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not installed: nobody shared a book"
)
As = Callable[..., Result]


@pytest.fixture
def together(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Iterator[As]:
    """Run a command as one of several users: ann and bob may write in a book, kim keeps it."""
    on_postgres.users("ann", "bob", "kim")
    name = on_postgres.book(on_postgres.empty())
    on_postgres.keep(
        name,
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO ann, bob, kim; "
        "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ann, bob, kim; "
        "ALTER TABLE netlog_book OWNER TO kim",
    )

    def run(who: str, *argv: str) -> Result:
        monkeypatch.setenv("NETLOG_DB", on_postgres.address(name, who))
        return netlog(*argv)

    run("ann", "add", "Grace Hopper")
    run("bob", "log", "grace", "coffee", "--no-thanks")
    yield run
    on_postgres.drop(name)


def test_undo_takes_back_what_one_did_oneself(together: As) -> None:
    refused = together("ann", "undo")
    assert "add of 23 Nov cannot be taken back: coffee with Grace Hopper (m1) " in refused.err
    assert "needs what it added, by bob's log on 23 Nov." in refused.err
    assert "log by bob" in together("bob", "undo").out
    assert together("bob", "undo").err == "netlog: There is nothing that bob did to take back.\n"
    together("ann", "edit", "grace", "--city", "Oslo")
    # What another did in between ends nothing.
    assert "Brought back: log by bob" in together("bob", "redo").out


@pytest.mark.parametrize("typed", [(), ("m1",), ("3",), ("--list",)])
def test_what_others_did_is_taken_back_by_who_keeps_the_book(
    together: As, typed: tuple[str, ...]
) -> None:
    refused = together("ann", "undo", *typed, "--of", "bob")
    assert (refused.status, refused.out) == (1, "")
    assert "by who keeps the book" in refused.err
    if typed != ("3",):
        assert "log by bob" in together("kim", "undo", *typed, "--of", "bob").out


def test_the_record_of_another_is_named_with_who_changed_it(together: As) -> None:
    refused = together("ann", "undo", "m1")
    assert refused.status == 1
    assert "is what bob did. Who keeps the book takes it back: netlog undo " in refused.err


def test_it_is_told_who_did_what(together: As) -> None:
    together("bob", "edit", "grace", "--city", "Oslo")
    whole = together("kim", "history", "--json").json
    assert [(one["command"], one["who"]) for one in whole] == [
        ("edit", "bob"), ("log", "bob"), ("add", "ann")
    ]  # fmt: skip
    assert [one["who"] for one in together("kim", "history", "--by", "ann", "--json").json] == [
        "ann"
    ]
    days = together("kim", "history", "grace", "--json").json
    assert {one["ref"]: one["who"] for one in reversed(days)} == {"m1": "bob", "c1": "bob"}
    assert "(by bob)" in together("kim", "history", "grace", "--by", "bob").out
    assert "added by ann, last changed by bob" in together("kim", "show", "grace").out
    assert "added by bob" in together("kim", "show", "m1").out
    shown = together("kim", "show", "grace", "--json").json
    assert (shown["added_by"], shown["changed_by"]) == ("ann", "bob")


def test_nobody_signs_for_another(together: As) -> None:
    name = "ann"
    together("bob", "log", "grace", "call", "--no-thanks")
    assert together(name, "history", "--by", "bob", "--json").json[0]["who"] == "bob"


@pytest.mark.parametrize("line", ["undo --of bob", "history --by bob", "undo m1 --of bob"])
@pytest.mark.of_file("nobody shares it")
def test_of_a_file_everything_is_ones_own(netlog: Netlog, line: str) -> None:
    netlog("add", "Ada")
    refused = netlog(*line.split())
    assert (refused.status, refused.out) == (2, "")
    assert "is for a book on a server: this one is yours alone." in refused.err
    assert netlog("history", "--json").json[0]["who"] is None


# Who belongs to an office, and who sees whom

# Ann's, of whom one is shared with bob, and with carl to read: what names the others is Zz….
OF_ANN = """
add "Pat Open" --tag club --org Mill --email pat@x.org --every 2w
add "Zzsecret Person" --tag zztag --org Zzcorp --email zzsecret@z.org --city Zzcity
add "Zzother Friend" --via pat --circle business --org Mill
edit pat --via zzsecret
log pat zzsecret coffee 2026-11-20 -m "boats" --owe "the map"
log zzsecret event 2026-11-19 --occasion zzconf -m "zzevent"
favor receive zzsecret zzgift
favor ask pat "an intro to the mill"
introduce pat zzsecret
goal add "zzgoal" --horizon long
lead add Zzlead --via pat --via zzsecret --org Mill
plan pat zzsecret lunch 2026-11-26
org add Zzcorp --city Zzcity
relate pat zzsecret --as spouse
remove m2 --yes
share pat bob
share pat carl --read
"""
OF_BOB = """
add "Bo Lind" --tag club --org Mill --email bo@x.org --every 2w
log bo coffee 2026-11-20 -m "about boats" --owe "the map"
goal add "a boat" --horizon short
lead add Harbor --via bo
"""
LOOKS = """
due --json
due --all
list --json
search zz
search boats --json
stats --json
week --json
history --json
history c2
history m1
tags --json
orgs --json
duplicates --json
reconnect --json
network --json
path mill
balance --json
lead list --all --json
goal list --json
org list --json
favor list --json
plan --json
export --format json
export --format vcf
export --format md
occasion zzconf
who zz
list --tag zztag
show c3
show m1 --json
show f1
show p1 --json
show l1
show g1
undo --list
undo --dry-run
every
"""
OF_PAT = """
show pat --json
show pat --all
brief pat
check pat
draft pat
history pat --json
"""


In = Callable[[str, str], Result]


@pytest.fixture
def within(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Iterator[In]:
    """Run a line as a user of an office: kim keeps it, ann and bob are members, carl reads."""
    on_postgres.users("ann", "bob", "kim", "carl")
    name = on_postgres.book(on_postgres.empty())
    office.init(on_postgres.address(name))
    for user, group in (
        ("kim", "keeper"),
        ("ann", "member"),
        ("bob", "member"),
        ("carl", "reader"),
    ):
        office.add(on_postgres.address(name), user, group)

    def run(who: str, line: str) -> Result:
        monkeypatch.setenv("NETLOG_DB", on_postgres.address(name, who))
        return netlog(*shlex.split(line))

    run.book = name  # type: ignore[attr-defined]
    yield run
    on_postgres.drop(name)


def all_of(within: In, who: str, lines: str) -> None:
    for line in lines.strip().splitlines():
        done = within(who, line)
        assert done.status == 0, (line, done)


@pytest.mark.slow
def test_what_another_keeps_changes_nothing_that_one_sees(within: In) -> None:
    """No count, error, search, history, candidate or ref tells of it."""
    all_of(within, "bob", OF_BOB)
    looks = [(who, line) for line in LOOKS.strip().splitlines() for who in ("bob", "carl")]
    before = [within(*look) for look in looks]
    all_of(within, "ann", OF_ANN.partition("share pat")[0])
    for look, said in zip(looks, before, strict=True):
        assert within(*look) == said, look


@pytest.mark.slow
def test_of_whom_is_shared_nothing_hidden_is_told(
    within: In, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_of(within, "ann", OF_ANN)
    for who in ("bob", "carl"):
        assert "Pat Open" in within(who, "list").out
        for line in (LOOKS + OF_PAT).strip().splitlines():
            said = within(who, line)
            told = set(re.findall(r"zz\w*", (said.out + said.err).lower()))
            assert told - set(re.findall(r"zz\w*", line)) == set(), (who, line)
            assert "netlog failed" not in said.err, (who, line, said)
        monkeypatch.setenv("_NETLOG_COMPLETE", "bash")
        assert "Pat" in netlog("netlog show pa", "pa", "9").out
        assert "Zz" not in netlog("netlog show zz", "zz", "9").out
        monkeypatch.delenv("_NETLOG_COMPLETE")


def test_whom_one_sees_one_may_not_always_change(within: In) -> None:
    all_of(within, "ann", 'add "Pat Open"\nlog pat coffee\nshare pat bob\nshare pat carl --read')
    for who, line in (
        ("bob", "remove pat --yes"), ("bob", "edit m1 --text tea"), ("bob", "share pat carl"),
        ("bob", "hand-over pat bob"), ("bob", "every --default 30d"), ("carl", "edit pat --city X"),
        ("carl", "done t1"), ("carl", "done t1 --dry-run"), ("carl", "add Ada"),
    ):  # fmt: skip
        refused = within(who, line)
        assert refused.status in (1, 6), (who, line, refused)
        assert "Nothing was changed" in refused.err or "is ann's" in refused.err, refused
        assert "netlog failed" not in refused.err, (line, refused)
    assert within("bob", "log pat lunch --no-thanks").status == 0
    assert within("ann", "show m2").status == 0


def test_a_table_of_ones_own_lets_nobody_in(within: In) -> None:
    """Whatever a user makes under the names that the server asks for when it says who may what."""
    all_of(within, "ann", "add Pat")
    found = on_postgres.keep(
        within.book,  # type: ignore[attr-defined]
        "CREATE TEMP TABLE contact AS SELECT 1 AS id, 'bob' AS owner; "
        "CREATE TEMP TABLE netlog_book (); "
        "CREATE TEMP TABLE netlog_share AS "
        "SELECT 1 AS contact_id, 'bob' AS grantee, 'write' AS may; "
        "GRANT SELECT ON contact, netlog_share TO PUBLIC; "
        "SELECT netlog_keeps(), netlog_may_write(1), netlog_sees(1), netlog_may_share(1), "
        "(SELECT count(*) FROM netlog_shared()), (SELECT count(*) FROM change)",
        user="bob",
    )
    assert found == [(False, False, False, False, 0, 0)]


def test_only_what_is_still_seen_is_taken_back(within: In) -> None:
    all_of(within, "ann", 'add "Pat Open"\nshare pat bob')
    all_of(within, "bob", "add Bo\nedit pat --city Oslo\ntag pat bo club")
    within("ann", "unshare pat bob")
    refused = within("bob", "undo")
    assert refused.status == 1
    assert "tag changed what you do not see any more. Nothing was changed." in refused.err
    assert "Pat" not in within("bob", "history --json").out
    assert "tag by bob" in within("kim", "undo --of bob").out


def test_who_is_removed_comes_back_with_whose_they_were(within: In) -> None:
    all_of(within, "ann", 'add "Pat Open"\nshare pat bob\nshare pat carl --read')
    all_of(within, "bob", "log pat coffee\nlead add Mill --via pat")
    assert within("ann", "remove pat --yes").status == 0
    assert within("bob", "list").err.startswith("Nobody is here yet.")
    assert "somebody" in within("bob", "lead list --json").out
    assert within("ann", "undo").status == 0
    shown = within("bob", "show pat --json").json
    assert (shown["owner"], shown["shared_with"], shown["shown_to"]) == ("ann", ["bob"], [])
    assert [one["ref"] for one in shown["meetings"]] == ["m1"]


def test_two_may_know_the_same_person_by_themselves(within: In, tmp_path: Path) -> None:
    """What a colleague has of the same address book or calendar stands in nobody's way."""
    cards = tmp_path / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:4.0\nUID:u1\nFN:Grace Hopper\nEND:VCARD\n")
    for who in ("ann", "bob"):
        assert within(who, f"import {cards} --yes").status == 0
        assert len(within(who, "list --json").json) == 1
        assert within(who, f"export --format csv --output {tmp_path}/{who}.csv").status == 0
    assert len(within("kim", "list --json").json) == 2


def test_the_commands_of_an_office_say_what_they_did(within: In) -> None:
    all_of(within, "ann", 'add "Pat Open"\nadd "Ada Lovelace"')
    for who, line, said in (
        ("ann", "share pat ada bob", "Pat Open and Ada Lovelace are shared with bob."),
        ("ann", "share pat bob", "Pat Open is shared with bob already."),
        ("ann", "share pat everybody --read", "Pat Open is shared with everybody to read."),
        ("ann", "unshare ada bob", "Ada Lovelace is not shared with bob any more."),
        ("ann", "hand-over ada bob", "Ada Lovelace is bob's now."),
        ("kim", "hand-over ada bob", "Ada Lovelace is bob's already."),
    ):
        assert within(who, line).out == f"{said}\n"
    assert within("ann", "list").out.count("\n") == 1
    assert within("kim", "share ada dora").status == 3
    assert within("kim", "hand-over ada carl").status == 3
    for name, line in (
        ("share", "share pat bob --read"), ("unshare", "unshare pat bob"),
        ("hand-over", "hand-over pat ann"), ("office-list", "office list"),
        ("office-join", "office join"), ("office-add", "office add carl --member"),
        ("office-upgrade", "office upgrade"),
    ):  # fmt: skip
        check(name, within("kim", f"{line} --json").json)
    assert "bob (you)  member" in within("bob", "office list").out
    assert "is said by who keeps it" in within("ann", "office add carl").err
    assert "is an office already" in within("kim", "office init").err


def names(found: Result) -> list[str]:
    return sorted(one["contact"]["name"] for one in found.json)


def test_what_is_due_is_ones_own_unless_it_is_said(within: In) -> None:
    """And of whom is shared with one to change: to look at is no work of one's own."""
    all_of(
        within,
        "ann",
        "add Pat\nlog pat coffee 2026-11-20\nadd Ada\nlog ada lunch 2026-11-20\nadd Eve\n"
        "log eve lunch 2026-11-20\nshare ada bob --read\nshare eve bob",
    )
    all_of(within, "bob", "add Bo\nlog bo coffee 2026-11-20")
    for who, line, said in (
        ("bob", "due", ["Bo", "Eve"]),
        ("bob", "due --mine", ["Bo", "Eve"]),
        ("bob", "due --everyone", ["Ada", "Bo", "Eve"]),
        ("ann", "due --everyone", ["Ada", "Eve", "Pat"]),
        ("kim", "due", []),
        ("kim", "due --everyone", ["Ada", "Bo", "Eve", "Pat"]),
    ):
        assert names(within(who, f"{line} --json")) == said, (who, line)
    assert "Nobody is here yet" not in within("kim", "due").out


def test_a_week_and_numbers_are_of_one_person_or_of_the_office(within: In) -> None:
    all_of(within, "ann", "add Pat\nlog pat coffee 2026-11-23\nshare pat bob")
    all_of(within, "bob", "log pat lunch 2026-11-23\nadd Bo\nlog bo coffee 2026-11-23")
    for who, options, met, touches in (
        ("ann", "", ["Pat"], 1),
        ("bob", "--mine", ["Pat", "Bo"], 2),
        ("kim", "", [], 0),
        ("kim", "--by ann", ["Pat"], 1),
        ("kim", "--by bob", ["Pat", "Bo"], 2),
        ("kim", "--everyone", ["Pat", "Bo"], 2),
        ("ann", "--by bob", ["Pat"], 1),
        ("ann", "--everyone", ["Pat"], 1),
    ):
        week = within(who, f"week --json {options}").json
        assert [one["name"] for one in week["met"]] == met, (who, options)
        assert within(who, f"stats --json {options}").json["touches"] == touches, (who, options)
    log = within("kim", "week --log 2026-11-23 --by ann --json").json
    assert [(one["contact"]["name"], one["how"]) for one in log] == [("Pat", "coffee")]
    for line in ("week", "stats", "week --log 2026-11-23"):
        assert within("kim", f"{line} --by nobody").status == 3
        assert within("kim", f"{line} --by ann --everyone").status == 2


@pytest.mark.parametrize("line", ["due", "week", "stats"])
def test_in_a_file_all_is_ones_own(netlog: Netlog, line: str) -> None:
    netlog("add", "Ada")
    netlog("log", "ada", "coffee")
    plain = netlog(*line.split(), "--json")
    for option in ("--mine", "--everyone"):
        assert netlog(line, "--json", option) == plain
    assert netlog(line, "--mine", "--everyone").status == 2


def test_an_office_is_joined_by_its_address(
    netlog: Netlog, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_postgres.users("ann", "bob", "kim", "carl")
    name = on_postgres.book(on_postgres.empty())
    where = on_postgres.address(name)
    monkeypatch.delenv("NETLOG_DB", raising=False)
    check("office-init", netlog("office", "init", where, "--json").json)
    stranger = on_postgres.address(name, "bob")
    assert "You may not do that" in netlog("office", "join", stranger).err
    netlog("--db", where, "office", "add", "ann")
    assert (
        "You are ann, a member of" in netlog("office", "join", on_postgres.address(name, "ann")).out
    )
    assert netlog("add", "Grace Hopper").status == 0
    assert "added by ann" in netlog("show", "grace").out
    config = (home / "config" / "netlog" / "config.toml").read_text()
    assert config == f'db = "{on_postgres.address(name, "ann")}"\n'
    on_postgres.drop(name)


def test_an_office_is_upgraded_by_who_keeps_it(
    within: In, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    within("ann", "add Pat")
    (tmp_path / "0004_more.sql").write_text(
        "CREATE TABLE more (id BIGINT PRIMARY KEY, contact_id BIGINT)"
    )
    monkeypatch.setattr(transactions, "OWN", str(tmp_path))
    monkeypatch.setattr(transactions, "LATEST_OWN", transactions.LATEST_OWN + 1)
    for who, advice in (("ann", "Ask kim or postgres to: netlog "), ("kim", "first. netlog ")):
        for line in ("list", "add Ada"):
            refused = within(who, line)
            assert refused.status == 6
            assert f"{advice}office upgrade" in refused.err.replace("Nothing was changed. ", "")
    assert within("ann", "office upgrade --yes").status == 6
    assert within("kim", "office upgrade").status == 2
    assert within("kim", "office upgrade --yes").status == 0
    assert within("ann", "list").status == 0
    monkeypatch.undo()


def test_a_newer_office_is_left_alone(within: In) -> None:
    on_postgres.keep(within.book, "UPDATE netlog_own SET version = 99")  # type: ignore[attr-defined]
    assert within("ann", "list").status == 7
    assert "newer netlog" in within("ann", "add Ada").err


@pytest.mark.parametrize(
    "line", ["share a bob", "unshare a bob", "hand-over a bob", "office init", "office join",
             "office add bob", "office list", "office upgrade"]
)  # fmt: skip
@pytest.mark.of_file("nobody shares it")
def test_a_file_is_no_office(netlog: Netlog, line: str) -> None:
    refused = netlog(*line.split())
    assert (refused.status, refused.out) == (2, "")
    assert "share on a server: this one is a file, and yours alone." in refused.err


def test_a_book_that_is_no_office_shares_nobody(together: As) -> None:
    for line in ("share grace bob", "office add bob"):
        refused = together("kim", *line.split())
        assert refused.status == 1
        assert "is no office yet. Who keeps it: netlog office init" in refused.err
    assert "is no office yet" in together("kim", "office", "list").err
