"""`netlog card`: your own card and somebody's, and that a camera reads its QR code."""

import ctypes
import re
import stat
from ctypes.util import find_library
from pathlib import Path

import pexpect
import pytest
import zxingcpp
from tests.conftest import Netlog

from netlog.commands import card
from netlog.errors import Refused
from netlog.formats.vcard import reader

OWN = """\
# mine
region = "GB"  # home

[card]   # what I hand out
name = "Ada Łovelace"
organization = "Engines; Analytical"
email = ["work=ada@example.org", "ada@home.example"]
handle = "linkedin=ada"

[check]
silent_days = 300
"""
SCALE = 4  # pixels a module
QUIET = 4
BYTES, ECI = 0b0100, 0b0111
MASKS = (
    lambda y, x: (y + x) % 2,
    lambda y, x: y % 2,
    lambda y, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(OWN)
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path


def pixels(lines: list[str], *, drawn_is_dark: bool) -> memoryview:
    """What a camera sees of the terminal: rows of grey."""
    width = max(map(len, lines))
    grey = bytearray()
    for line in lines:
        for halves in ("▀█", "▄█"):
            dark = [(cell in halves) is drawn_is_dark for cell in line.ljust(width)]
            grey += b"".join((b"\0" if one else b"\xff") * SCALE for one in dark) * SCALE
    return memoryview(grey).cast("B", (2 * SCALE * len(lines), SCALE * width))


def scan(lines: list[str], *, drawn_is_dark: bool) -> zxingcpp.Barcode:
    found = zxingcpp.read_barcodes(pixels(lines, drawn_is_dark=drawn_is_dark))
    assert len(found) == 1
    return found[0]


def seen(lines: list[str], *, drawn_is_dark: bool) -> str:
    """What a camera reads off the terminal."""
    return scan(lines, drawn_is_dark=drawn_is_dark).text


def first_mode(lines: list[str]) -> int:
    """The four bits that a code begins with, in its corner, under its mask (ISO/IEC 18004)."""
    mask = MASKS[int(scan(lines, drawn_is_dark=False).extra["DataMask"])]
    picture = pixels(lines, drawn_is_dark=False)
    size = picture.shape[1] // SCALE - 2 * QUIET
    bits = 0
    for row, column in ((1, 1), (1, 2), (2, 1), (2, 2)):
        y, x = size - row, size - column
        dark = picture[(QUIET + y) * SCALE, (QUIET + x) * SCALE] == 0
        bits = bits << 1 | (dark is not (mask(y, x) == 0))
    return bits


def zbar(picture: memoryview) -> str:
    library = ctypes.CDLL(find_library("zbar"))
    for name in ("image_scanner_create", "image_create", "image_first_symbol"):
        getattr(library, f"zbar_{name}").restype = ctypes.c_void_p
    library.zbar_symbol_get_data.restype = ctypes.c_char_p
    scanner = ctypes.c_void_p(library.zbar_image_scanner_create())
    image = ctypes.c_void_p(library.zbar_image_create())
    grey = picture.tobytes()
    library.zbar_image_set_format(image, ctypes.c_ulong(int.from_bytes(b"Y800", "little")))
    library.zbar_image_set_size(image, picture.shape[1], picture.shape[0])
    library.zbar_image_set_data(image, grey, ctypes.c_ulong(len(grey)), None)
    library.zbar_scan_image(scanner, image)
    first = ctypes.c_void_p(library.zbar_image_first_symbol(image))
    read: bytes = library.zbar_symbol_get_data(first)
    return read.decode()


# Your own


def test_there_is_none_at_first(netlog: Netlog) -> None:
    result = netlog("card")
    assert result.status == 3
    assert "netlog card --edit" in result.err


def test_it_shows_what_the_config_says(netlog: Netlog, config: Path) -> None:
    out = netlog("card").out
    assert out.splitlines()[0] == "Ada Łovelace"
    assert "Engines; Analytical" in out
    assert "ada@example.org (work)" in out
    assert "█" not in out


def test_as_a_vcard_it_reads_back(netlog: Netlog, config: Path) -> None:
    (ada,) = reader.read(netlog("card", "--vcf").out.encode())
    assert (ada.name, ada.organization) == ("Ada Łovelace", "Engines; Analytical")
    assert [(one.kind, one.value) for one in ada.methods] == [
        ("email", "ada@example.org"),
        ("email", "ada@home.example"),
        ("url", "https://linkedin.com/in/ada"),
    ]


def test_json_has_the_card_and_its_vcard(netlog: Netlog, config: Path) -> None:
    card = netlog("card", "--json").json
    assert card["whose"] == "me"
    assert card["vcf"] == netlog("card", "--vcf").out.replace("\n", "\r\n").replace("\r\r", "\r")


def test_a_file_of_it_is_private_and_replaces_none(netlog, config: Path, tmp_path: Path) -> None:
    path = tmp_path / "me.vcf"
    assert netlog("card", "-o", str(path)).status == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"BEGIN:VCARD\r\n")
    assert netlog("card", "-o", str(path)).status == 5
    assert netlog("card", "-o", str(path), "--force").status == 0


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ('nme = "Ada"', "no setting"),
        ("name = 7", "must be text in quotes"),
        ('email = "a@x.org"', "needs a name"),
        ('name = "A"\nemail = "nonsense"', "is no e-mail address"),
        ('name = ["A", "B"]', "has one name"),
        ('name = "A"\nbirthday = "2999-01-01"', "still to come"),
    ],
)
def test_a_slip_in_the_config_is_said(netlog, config: Path, section: str, said: str) -> None:
    config.write_text(f"[card]\n{section}\n")
    result = netlog("card")
    assert result.status == 2
    assert said in result.err


def test_handles_are_pages_where_there_are_some_and_words_elsewhere(netlog, config: Path) -> None:
    handles = '["x=ada", "xmpp=ada@jabber.org", "instagram=ada", "youtube=ada"]'
    config.write_text(f'[card]\nname = "Ada"\nhandle = {handles}\n')
    (ada,) = reader.read(netlog("card", "--vcf").out.encode())
    assert [method.value for method in ada.methods] == ["https://x.com/ada"]
    assert ada.notes == "xmpp: ada@jabber.org\ninstagram: ada\nyoutube: ada"


def test_a_dash_is_standard_output(netlog, config: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert netlog("card", "-o", "-").out.startswith("BEGIN:VCARD")
    assert not (tmp_path / "-").exists()


def test_a_low_terminal_is_told_so(terminal, config: Path) -> None:
    child = terminal("card")
    out = child.read()
    child.close()
    assert "make the terminal taller" in out


# Its code


@pytest.mark.parametrize("inverted", [False, True])
def test_a_camera_reads_the_code(netlog: Netlog, config: Path, inverted: bool) -> None:
    out = netlog("card", "--qr", *(["--invert"] if inverted else [])).out
    read = seen(out.splitlines(), drawn_is_dark=inverted)
    assert read == netlog("card", "--json").json["vcf"]


OTHER_LETTERS = [
    "José Ñandú-Müller",
    "Łukasz Żółć Ščepán Őrsi",
    "山田 太郎",
    "김철수",
    "Ольга Каренина",
    "Ελένη Παππά",
    "محمد علي",
    "Zoë 山田 Ольга 🎉",
]


@pytest.mark.parametrize("name", OTHER_LETTERS)
def test_the_code_of_other_letters_says_that_it_is_utf8(netlog, config: Path, name: str) -> None:
    config.write_text(f'[card]\nname = "{name}"\n', encoding="utf-8")
    lines = netlog("card", "--qr").out.splitlines()
    assert f"FN:{name}\r\n" in seen(lines, drawn_is_dark=False)
    assert first_mode(lines) == ECI


def test_the_code_of_ascii_says_nothing(netlog: Netlog, config: Path) -> None:
    config.write_text('[card]\nname = "Ada Lovelace"\n')
    assert first_mode(netlog("card", "--qr").out.splitlines()) == BYTES


# zxing guesses well, told or not. zbar reads the Latin accents and the Greek only when told.
@pytest.mark.skipif(find_library("zbar") is None, reason="needs the library zbar")
@pytest.mark.parametrize("name", OTHER_LETTERS)
def test_zbar_reads_other_letters(netlog: Netlog, config: Path, name: str) -> None:
    config.write_text(f'[card]\nname = "{name}"\n', encoding="utf-8")
    picture = pixels(netlog("card", "--qr").out.splitlines(), drawn_is_dark=False)
    assert f"FN:{name}\r\n" in zbar(picture)


@pytest.mark.parametrize("last", ["a", "é"])
def test_a_code_is_filled_to_its_last_byte(last: str) -> None:
    most = card.MOST_BYTES if last.isascii() else card.MOST_BYTES_SAYING_UTF8
    full = "a" * (most - len(last.encode())) + last
    assert card._modules(full)
    with pytest.raises(Refused):
        card._modules("a" + full)


def test_a_camera_reads_it_off_a_terminal(netlog: Netlog, terminal, config: Path) -> None:
    child = terminal("card", rows=60)
    out = child.read()
    child.close()
    lines = [line for line in out.splitlines() if "\x1b[30;107m" in line]
    assert (
        seen([ANSI.sub("", line) for line in lines], drawn_is_dark=True)
        == (netlog("card", "--json").json["vcf"])
    )


def test_a_narrow_terminal_is_told_what_to_do(netlog: Netlog, config: Path, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    result = netlog("card")
    assert result.status == 0
    assert "columns wide and this terminal 40" in result.err
    assert netlog("card", "--qr").status == 1


def test_what_no_code_can_hold_is_refused(netlog: Netlog, config: Path) -> None:
    config.write_text(f'[card]\nname = "{"Ada " * 900}"\n')
    result = netlog("card", "--qr")
    assert result.status == 1
    assert "--fields" in result.err


# Somebody's


@pytest.fixture
def grace(netlog: Netlog) -> Netlog:
    netlog(
        *("add", "Grace Hopper", "--org", "US Navy", "--email", "grace@navy.mil", "--tag", "navy"),
        *("--note", "Kind", "--met", "the reunion", "--city", "Arlington", "--birthday", "--12-09"),
        *("--address", "1 Main St", "--every", "2w", "--circle", "peer"),
    )
    return netlog


def test_passing_on_holds_back_what_is_not_for_others(grace: Netlog) -> None:
    text = grace("card", "grace", "--vcf").out
    assert "grace@navy.mil" in text
    for private in ("Kind", "reunion", "navy\r", "Arlington", "1209", "Main St", "NETLOG", "UID"):
        assert private not in text


def test_all_is_still_no_notes(grace: Netlog) -> None:
    text = grace("card", "grace", "--vcf", "--fields", "all").out
    assert "Main St" in text
    assert "Arlington" in text
    for private in ("Kind", "reunion", "CATEGORIES", "NETLOG", "UID"):
        assert private not in text


def test_fields_choose(grace: Netlog) -> None:
    card = grace("card", "grace", "--fields", "city, email", "--json").json
    assert (card["name"], card["city"], card["organization"]) == ("Grace Hopper", "Arlington", None)
    assert [method["kind"] for method in card["methods"]] == ["email"]
    assert grace("card", "grace", "--fields", "notes").status == 2


@pytest.mark.parametrize(
    "argv",
    [("--edit", "--qr"), ("--qr", "--vcf"), ("--qr", "--json"), ("--edit", "--fields", "name")],
)
def test_what_does_not_go_together_is_refused(netlog, config: Path, argv) -> None:
    assert netlog("card", *argv).status == 2


# Written


@pytest.fixture
def edited(terminal):
    """`card --edit` at a terminal, with an editor that runs a sed script on the file."""

    def run(script: str, *, env: dict[str, str]) -> tuple[int, str]:
        child = terminal(
            *("card", "--edit"), columns=300, **{"EDITOR": f"sed -i -e '{script}'", **env}
        )
        asked = ""
        while child.expect([r"Edit again\? \[Y/n\] ", pexpect.EOF]) == 0:
            asked += child.before
            child.sendline("")
        out = f"{asked}{child.before}"
        child.close()
        return child.exitstatus, out

    return run


def test_editing_changes_the_section_and_no_other_byte(
    netlog: Netlog, edited, config: Path
) -> None:
    status, out = edited("s/Ada .ovelace/Ada King/", env={})
    assert status == 0, out
    assert config.read_text() == OWN.replace("Ada Łovelace", "Ada King")
    assert netlog("card").out.startswith("Ada King\n")


def test_the_first_card_makes_the_config(netlog: Netlog, edited, home: Path) -> None:
    status, out = edited('s/name = ""/name = "Ada"/', env={})
    assert status == 0, out
    (path,) = home.rglob("config.toml")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert netlog("card").out == "Ada\n"


@pytest.mark.parametrize(
    "text",
    [
        '[card]\r\nname = "Ada"\r\n\r\n[check]\r\nsilent_days = 9\r\n',
        'region = "GB"\n[card]',
        'region = "GB"\n',
        "# nothing yet",
    ],
)
def test_any_layout_of_the_rest_stays(netlog, edited, config: Path, text: str) -> None:
    config.write_bytes(text.encode())
    status, out = edited('s/^name = .*/name = "Bea"/', env={})
    assert status == 0, out
    assert netlog("card").out.startswith("Bea\n")
    left = text.replace('"Ada"', '"Bea"').replace("[card]", "").split()
    assert set(left) <= set(config.read_text().split())


@pytest.mark.parametrize("text", ['card = {name = "A"}\n', 'card.name = "A"\n'])
def test_what_it_cannot_change_it_leaves(netlog, edited, config: Path, text: str) -> None:
    config.write_text(text)
    status, out = edited('s/name = ""/name = "Bea"/', env={})
    assert status != 0
    assert "Edit the file itself" in " ".join(out.split())
    assert config.read_text() == text


def test_a_wrong_edit_changes_nothing(netlog: Netlog, edited, config: Path) -> None:
    status, out = edited("s/^email.*/email = 7/", env={})
    assert status != 0
    assert "What you typed is in" in out
    assert config.read_text() == OWN


def test_without_a_terminal_it_names_the_file(netlog: Netlog, config: Path) -> None:
    result = netlog("card", "--edit")
    assert result.status == 2
    assert str(config) in result.err
