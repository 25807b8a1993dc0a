"""docs/architecture.md against the tree: what it names is there, and every room is named."""

import re
from pathlib import Path

import pytest

import netlog

ROOT = Path(__file__).parents[2]
SRC = Path(netlog.__file__).parent
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PATHS = sorted(set(re.findall(r"`([\w./]+(?:\.py|/))`", TEXT)))
# A part of a room, said beside it.
INSIDE = {"frame/": "commands", "completion/": "commands", "reads/": "store", "writes/": "store"}
INSIDE |= {"tables/": "store"}


@pytest.mark.parametrize("path", PATHS)
def test_what_it_names_is_there(path: str) -> None:
    base = ROOT if path.startswith("tests/") else SRC / INSIDE.get(path, "")
    assert (base / path).exists()


def test_it_names_every_room() -> None:
    there = {f"{folder.name}/" for folder in SRC.iterdir() if (folder / "__init__.py").exists()}
    assert there <= set(re.findall(r"\w+/", TEXT))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([A-Z][a-z]+[A-Z]?\w*)`", TEXT))))
def test_each_type_it_names_is_defined(name: str) -> None:
    defined = re.compile(rf"^class {name}\b", re.M)
    assert any(defined.search(path.read_text("utf-8")) for path in SRC.rglob("*.py"))
