"""netlog backup --encrypt: what only its key opens, and bringing it back."""

import stat
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.of_file("it is copied")

pyrage = pytest.importorskip("pyrage")  # the extra `encrypt`


@pytest.fixture
def book(netlog, db: Path) -> Path:
    netlog("add", "Grace Hopper")
    return db


@pytest.fixture
def key(tmp_path: Path) -> tuple[str, Path]:
    """A public key, and the file of the private one as age-keygen writes it."""
    identity = pyrage.x25519.Identity.generate()
    path = tmp_path / "key.txt"
    path.write_text(f"# created: 2026-11-23\n# public key: {identity.to_public()}\n{identity}\n")
    return str(identity.to_public()), path


@pytest.fixture
def locked(netlog, book: Path, key: tuple[str, Path], tmp_path: Path) -> Path:
    """An encrypted backup; the book went on without it."""
    copy = tmp_path / "stick.age"
    assert netlog("backup", str(copy), "--recipient", key[0]).status == 0
    assert netlog("add", "Ada Lovelace").status == 0
    return copy


def names(netlog) -> list[str]:
    return [one["name"] for one in netlog("list", "--json").json]


def test_it_is_private_and_holds_nothing_that_can_be_read(locked: Path) -> None:
    assert locked.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert b"Hopper" not in locked.read_bytes()
    assert stat.S_IMODE(locked.stat().st_mode) == 0o600
    assert locked.with_name("stick.age.sha256").exists()


def test_no_readable_copy_is_ever_in_its_folder(
    netlog, book: Path, key: tuple[str, Path], tmp_path: Path, monkeypatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    there: list[bytes] = []
    encrypt = pyrage.encrypt_file

    def looked(source: str, target: str, recipients: object) -> None:
        there.extend(path.read_bytes() for path in stick.iterdir())
        encrypt(source, target, recipients)

    monkeypatch.setattr(pyrage, "encrypt_file", looked)
    assert netlog("backup", str(stick / "book.age"), "--recipient", key[0]).status == 0
    assert there == [b""]
    assert not list(book.parent.glob(".netlog-*"))


def test_its_key_brings_it_back(netlog, locked: Path, key: tuple[str, Path]) -> None:
    done = netlog("restore", str(locked), "--identity", str(key[1]), "--yes")
    assert done.status == 0
    assert "The backup" in done.out
    assert names(netlog) == ["Grace Hopper"]


def test_a_passphrase_is_asked_for_twice_and_it_alone_opens_it(
    netlog, book: Path, terminal, tmp_path: Path
) -> None:
    copy = tmp_path / "stick.age"
    asked = terminal("backup", "--encrypt", str(copy))
    for question in ("A passphrase:", "Once more:"):
        asked.expect_exact(question)
        asked.sendline("correct horse")
    asked.expect_exact("Backed up the book, encrypted")
    asked.wait()
    assert "correct" not in asked.before
    netlog("add", "Ada Lovelace")
    before = book.read_bytes()
    asked = terminal("restore", str(copy), "--yes")
    asked.expect_exact("Its passphrase:")
    asked.sendline("wrong horse")
    asked.expect_exact("That does not open")
    asked.wait()
    assert book.read_bytes() == before
    asked = terminal("restore", str(copy), "--yes")
    asked.expect_exact("Its passphrase:")
    asked.sendline("correct horse")
    asked.expect_exact("Restored.")
    asked.wait()
    assert names(netlog) == ["Grace Hopper"]


def test_two_passphrases_that_differ_lock_nothing(book: Path, terminal, tmp_path: Path) -> None:
    asked = terminal("backup", "--encrypt", str(tmp_path / "stick.age"))
    for question, typed in (("A passphrase:", "one"), ("Once more:", "two")):
        asked.expect_exact(question)
        asked.sendline(typed)
    asked.expect_exact("The two differ.")
    asked.wait()
    assert not list(tmp_path.glob("*.age"))


def test_among_the_backups_it_is_listed_and_healthy(
    netlog, book: Path, key: tuple[str, Path]
) -> None:
    made = netlog("backup", "--recipient", key[0], "--json").json
    assert made["path"].endswith("20261123T120000Z-by-hand.db.age")
    assert (made["encrypted"], made["people"]) == (True, None)
    assert "encrypted" in netlog("backup", "--list").out
    assert netlog("doctor").status == 0


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("backup", "--encrypt"), 2, "add --recipient KEY"),
        (("backup", "--recipient", "age1nobody"), 2, "'age1nobody' is no public key"),
        (("backup", "--recipient", "ssh-nothing"), 2, "is no public key"),
        (("backup", "--list", "--encrypt"), 2, "--list stands alone"),
        (("restore", "{locked}", "--yes"), 2, "--identity FILE names the key"),
        (("restore", "{locked}", "--identity", "{other}", "--yes"), 1, "That does not open"),
        (("restore", "{locked}", "--identity", "{locked}", "--yes"), 2, "holds no private key"),
        (("restore", "{locked}", "--identity", "{gone}", "--yes"), 2, "cannot be read"),
        (("restore", "latest", "--identity", "{other}", "--yes"), 2, "is not encrypted"),
        (("restore", "{gone}", "--identity", "{other}", "--yes"), 6, "gone"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_opens_or_locks_nothing_is_told(
    netlog, db: Path, locked: Path, tmp_path: Path, argv: tuple[str, ...], status: int, said: str
) -> None:
    netlog("backup")
    other = tmp_path / "other.txt"
    other.write_text(str(pyrage.x25519.Identity.generate()))
    paths = {"locked": locked, "other": other, "gone": tmp_path / "gone"}
    before = db.read_bytes()
    refused = netlog(*(word.format(**paths) for word in argv))
    assert refused.status == status
    assert said in refused.err
    assert db.read_bytes() == before


def test_one_that_is_not_whole_is_damaged(netlog, locked: Path, key: tuple[str, Path]) -> None:
    content = bytearray(locked.read_bytes())
    content[-100] ^= 1
    locked.write_bytes(content)
    argv = ("restore", str(locked), "--identity", str(key[1]), "--yes")
    refused = netlog(*argv)
    assert (refused.status, "SHA-256 differs" in refused.err) == (7, True)
    locked.with_name("stick.age.sha256").unlink()
    refused = netlog(*argv)
    assert (refused.status, "is damaged" in refused.err) == (7, True)


def test_another_thing_in_the_envelope_is_no_backup(
    netlog, book: Path, key: tuple[str, Path], tmp_path: Path
) -> None:
    copy = tmp_path / "stick.age"
    recipient = pyrage.x25519.Recipient.from_str(key[0])
    copy.write_bytes(pyrage.encrypt(b"a letter", [recipient]))
    refused = netlog("restore", str(copy), "--identity", str(key[1]), "--yes")
    assert (refused.status, "is no netlog backup" in refused.err) == (7, True)


def test_without_the_library_it_says_what_to_install(
    netlog, book: Path, key: tuple[str, Path], monkeypatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    refused = netlog("backup", "--recipient", key[0])
    assert refused.status == 1
    assert "pip install 'netlog-cli[encrypt]'" in refused.err


def test_forgetting_says_that_they_may_be_in_it(netlog, book: Path, key: tuple[str, Path]) -> None:
    netlog("backup", "--recipient", key[0])
    netlog("add", "Ada Lovelace")
    done = netlog("forget", "grace", "--backups", "--yes")
    assert "They may be in 1 encrypted backup, yours to delete:" in done.out
