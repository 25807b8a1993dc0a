"""netlog's own JSON read again: a known record is taken with its parts, or left and told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Told = dict[str, Any]

BEGUN = (
    "add Gus",
    "add Judge",
    "add Priscilla",
    "lead add Harbor --via gus --via judge --via priscilla",
    "lead step l1.1 done",
    "favor ask gus word --lead l1",
    "goal add Move --horizon long",
    "plan gus coffee 2026-11-27",
    "thank judge note",
)
CHANGES = (
    ("lead landed l1 -- yes",),
    ("lead declined l1 -- not now",),
    ("lead stage l1 interview",),
    ("lead step l1.2 done",),
    ("lead step l1.2 broken",),
    ("lead add-step l1 somebody --after l1.1",),
    ("lead edit l1 --title Harbour",),
    ("goal drop g1 --done",),
    ("goal tell g1 judge",),
    ("favor outcome f1 well",),
    ("done f1",),
    ("drop f1 --why no",),
    ("drop p1 --why ill",),
    ("drop t1 --why no",),
    ("lead landed l1 -- yes", "thank priscilla", "goal drop g1 --done"),
)


# Such files by their changes, once they were made.
MADE: dict[tuple[str, ...], tuple[bytes, ...]] = {}


@pytest.fixture
def books(netlog, seeded, tmp_path: Path) -> Callable[..., tuple[str, str]]:
    """A book before and after some changes, as files; another book, `there`, holds the first."""
    before, after, there = (tmp_path / name for name in ("before.json", "after.json", "there.db"))

    def made(*changes: str) -> tuple[str, str]:
        def fill() -> None:
            for line in BEGUN:
                assert netlog(*line.split()).status == 0, line
            netlog("export", "-o", str(before))
            for line in changes:
                assert netlog(*line.split()).status == 0, (line, netlog(*line.split()).err)
            netlog("export", "-o", str(after))
            netlog("import", str(before), "--yes", "--db", str(there))
            MADE[changes] = before.read_bytes(), after.read_bytes(), there.read_bytes()

        seeded(fill, *changes)
        for path, text in zip((before, after, there), MADE[changes], strict=True):
            path.touch(mode=0o600)
            path.write_bytes(text)
        return str(before), str(after)

    return made


def whole(netlog: Any, *argv: str) -> Told:
    told: Told = json.loads(netlog(*argv, "export", "--format", "json").out)
    for section in told.values():
        for one in section if isinstance(section, list) else ():
            for key in ("updated_at", "id", "ref", "rows"):
                one.pop(key, None)
    del told["netlog"]
    return told


@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: " and ".join(changes))
def test_to_overwrite_takes_a_record_with_its_parts(
    netlog, books, tmp_path: Path, changes: tuple[str, ...]
) -> None:
    _, after = books(*changes)
    there = ("--db", str(tmp_path / "there.db"))
    assert netlog(*there, "import", after, "--update", "overwrite", "--yes").status == 0
    assert whole(netlog, *there) == whole(netlog)
    again = netlog(*there, "import", after, "--update", "overwrite", "--yes")
    assert "Nothing new" in again.out
    netlog(*there, "undo")
    assert netlog(*there, "doctor").status == 0


@pytest.mark.parametrize("update", ["fill", "skip"])
@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: " and ".join(changes))
def test_else_what_is_there_stays_as_it_is_and_what_was_left_is_told(
    netlog, books, tmp_path: Path, changes: tuple[str, ...], update: str
) -> None:
    _, after = books(*changes)
    there = ("--db", str(tmp_path / "there.db"))
    known = whole(netlog, *there)
    done = netlog(*there, "import", after, "--update", update, "--yes")
    now = whole(netlog, *there)
    for section in ("leads", "lead_stages", "lead_steps", "lead_favors", "goals", "favors"):
        assert now[section] == known[section], section
    report = netlog(*there, "import", after, "--update", update, "--yes", "--json").json[0]
    assert report["skipped"] or any(one["differs"] for one in report["matched"])
    assert "Nothing new" not in done.out


def test_an_earlier_file_takes_a_lead_back_with_its_steps_and_stages(
    netlog, books, tmp_path: Path
) -> None:
    before, _ = books("lead add-step l1 somebody", "lead stage l1 interview")
    netlog("import", before, "--update", "overwrite", "--yes")
    there = whole(netlog, "--db", str(tmp_path / "there.db"))
    now = whole(netlog)
    for section in ("leads", "lead_stages", "lead_steps"):
        assert now[section] == there[section], section


def test_a_landed_lead_is_chased_no_more_and_its_news_are_owed(
    netlog, books, tmp_path: Path
) -> None:
    _, after = books("lead landed l1 -- yes")
    there = ("--db", str(tmp_path / "there.db"))
    netlog(*there, "import", after, "--yes")
    assert netlog(*there, "lead", "show", "l1", "--json").json["stage"] == "heard"
    netlog(*there, "import", after, "--update", "overwrite", "--yes")
    assert netlog(*there, "lead", "show", "l1", "--json").json["stage"] == "landed"
    assert netlog(*there, "due", "--json").json == netlog("due", "--json").json


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("g.csv", "Name,Organization 1 - Name,Organization 2 - Name\r\nKit Oz,Now AG,Then AG\r\n"),
        (
            "k.vcf",
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kit Oz\r\nORG:Now AG\r\nformer1.ORG:Then AG\r\n"
            "END:VCARD\r\n",
        ),
    ],
)
@pytest.mark.parametrize("is_known", [False, True])
def test_a_former_job_without_a_day_gets_none(
    netlog: Any, tmp_path: Path, name: str, text: str, *, is_known: bool
) -> None:
    (tmp_path / name).write_text(text)
    if is_known:
        netlog("add", "Kit Oz", "--org", "Now AG")
    netlog("import", str(tmp_path / name), "--yes")
    netlog("org", "add", "Then AG")
    said = netlog("show", "c1").out
    assert "Then AG" in said
    assert "(until" not in said
    jobs = [{"organization": "Then AG", "title": None, "ended_on": None}]
    assert netlog("show", "c1", "--json").json["jobs"] == jobs
    there = netlog("org", "show", "o1").out
    assert "Kit Oz" in there
    assert "until" not in there
    assert "was at Then AG;" in netlog("path", "Then AG").out
    assert netlog("doctor").status == 0
    whole = tmp_path / "whole.json"
    whole.write_text(netlog("export", "--format", "json").out)
    assert '"ended_on": null' in whole.read_text()
    assert "Nothing new" in netlog("import", str(whole), "--update", "overwrite").out
