"""What a large book takes to be given out: a part of it at a time, whatever the format."""

import sqlite3
import tracemalloc
from pathlib import Path

import pytest
from tests.conftest import Netlog

import netlog.actions.exporting.folder  # noqa: F401 - what loads it is no part of what it takes
from netlog.actions.exporting import held
from netlog.store.reads import contacts

PICTURE = 200_000  # characters
PEOPLE = 40


@pytest.fixture
def pictured(netlog: Netlog, seeded, db: Path, tmp_path: Path) -> Netlog:
    """People whose pictures are nearly all of the book."""

    people = tmp_path / "people.csv"

    def fill() -> None:
        names = "".join(f"Lee P{n}\n" for n in range(PEOPLE))
        people.write_text(f"Name\n{names}")
        netlog("import", str(people), "--yes")
        with sqlite3.connect(db) as connection:
            line = f"PHOTO;ENCODING=b;TYPE=JPEG:{'QUJD' * (PICTURE // 4)}"
            connection.execute(
                "INSERT INTO contact_kept (contact_id, line) SELECT id, ? FROM contact", (line,)
            )
        connection.close()

    seeded(fill)
    return netlog


@pytest.mark.parametrize("to", ["a.vcf", "a.csv", "a.jsonl", "cards/"])
@pytest.mark.of_file("pictures put in past netlog")
def test_no_format_holds_the_pictures_of_everybody_in_memory(
    pictured: Netlog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, to: str
) -> None:
    monkeypatch.setattr(held, "MOST_IN_MEMORY", 100_000)
    monkeypatch.setattr(contacts, "FEW", 1)
    of_folder = ["--format", "vcf"] if to.endswith("/") else []
    tracemalloc.start()
    try:
        told = pictured("--json", "export", *of_folder, "-o", f"{tmp_path}/{to}").json
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told["bytes"] > PEOPLE * PICTURE
    assert peak < PEOPLE * PICTURE / 2
