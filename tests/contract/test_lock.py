"""What is locked: that it follows pyproject.toml, and that all files made from it say the same."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
(OURS,) = (one for one in LOCK["package"] if one["name"] == PROJECT["project"]["name"])
# Where packages come from that everybody can reach; a mirror of one's own is nobody else's.
PUBLIC = {"https://pypi.org", "https://files.pythonhosted.org"}
STALE = "run python tools/lock.py"


def named(requirements: list[str]) -> set[tuple[str, str]]:
    found = [Requirement(one) for one in requirements]
    return {(one.name, str(one.specifier)) for one in found}


def locked(requirements: list[dict[str, Any]]) -> set[tuple[str, str]]:
    found = [Requirement(one["name"] + one.get("specifier", "")) for one in requirements]
    return {(one.name, str(one.specifier)) for one in found}


def pins(name: str) -> dict[str, tuple[str, set[str]]]:
    """The version and the hashes of each package that the file of requirements/ names."""
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    found = re.findall(r"^([\w.-]+)==([^\s;]+)(.*)$", text, re.M)
    return {
        package: (version, set(re.findall(r"sha256:\w+", rest))) for package, version, rest in found
    }


def test_the_lock_follows_the_project() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    wanted = [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in extra)]
    assert locked(OURS["metadata"]["requires-dist"]) == named(wanted), STALE
    dev = PROJECT["dependency-groups"]["dev"]
    assert locked(OURS["metadata"]["requires-dev"]["dev"]) == named(dev), STALE


def test_the_lock_names_public_indexes_alone() -> None:
    text = (ROOT / "uv.lock").read_text("utf-8")
    assert set(re.findall(r"https?://[^/\"]+", text)) <= PUBLIC


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_what_is_installed_is_what_is_locked(name: str) -> None:
    known = {(one["name"], one.get("version")): one for one in LOCK["package"]}
    for package, (version, hashes) in pins(name).items():
        one = known[package, version]
        files = [*one.get("wheels", ()), *([one["sdist"]] if "sdist" in one else [])]
        assert hashes == {file["hash"] for file in files}, STALE


def test_the_lowest_are_what_the_project_allows() -> None:
    lowest = pins("lowest.txt")
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        version = lowest[requirement.name][0]
        assert version in requirement.specifier
        least = min(
            Version(one.version) for one in requirement.specifier if one.operator in (">=", "~=")
        )
        assert Version(version).release[: len(least.release)] == least.release, STALE
