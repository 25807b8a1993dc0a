"""The one list of formats: what it names is there, and nothing of it is loaded before its time."""

import subprocess
import sys

import pytest

from netlog import formats
from netlog.formats import FORMATS, Format


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_what_the_list_names_is_there(one: Format) -> None:
    assert one.reads or one.writes
    assert not one.reads or callable(formats.reader(one.name).read)
    assert not one.writes or callable(formats.writer(one.name).write)
    assert not one.says or one.reads, "who is recognized is read"


def test_every_format_is_documented() -> None:
    told = " ".join(module.ABOUT for module in formats.documented())
    named = {one.name for one in FORMATS if not one.aside}
    assert {name for name in named if f"`{name}`" not in told} == set()


def test_a_card_loads_no_other_format() -> None:
    script = (
        "import sys; from netlog.formats import recognize, reader;"
        "name = recognize.recognized(b'BEGIN:VCARD\\r\\nEND:VCARD\\r\\n'); reader(name);"
        "print(*(each for each in sys.modules if each.startswith('netlog.formats.')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    loaded = {name.split(".")[2] for name in done.stdout.split()}
    assert loaded == {
        "recognize",
        "charset",
        "guess",
        "circumstances",
        "mapping",
        "dates",
        "months",
        "names",
        "uids",
        "vcard",
    }
