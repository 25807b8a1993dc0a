"""Address books of many, which an import takes in a moment."""

from pathlib import Path


def crowd_csv(folder: Path, many: int) -> str:
    """The path of a CSV file of so many people, `Person 0000` the first."""
    path = folder / "people.csv"
    rows = [f"Person {number:04},p{number}@example.org" for number in range(many)]
    path.write_text("\n".join(["Name,Email", *rows, ""]))
    return str(path)
