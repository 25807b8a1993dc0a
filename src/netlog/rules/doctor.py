"""What a row that strayed from the journal is called, and how rows are compared with it."""

from collections.abc import Iterable, Iterator, Mapping

from netlog.records.doctor import FIX, RESTORE, Finding, Strayed
from netlog.records.history import Batch, Change, Image
from netlog.records.refs import LETTERS, ref

STRAYED = {"row_differs", "row_missing", "row_left"}


def strayed(
    table: str, rows: Mapping[int, Image], images: Iterable[tuple[int, Image | None, bool]]
) -> Iterator[Strayed]:
    """The rows that are not what the journal last said of them.

    Columns that there were not yet when it was said are not compared, nor rows of which it is
    silent: a schema step made them. Unless it is that of one that is gone, under another id.
    """
    unknown, gone = set(rows), []
    for row_id, image, readable in images:
        unknown.discard(row_id)
        present = rows.get(row_id)
        if not readable:
            yield Strayed(table, row_id, present, None, (), is_readable=False)
        elif present is None or image is None:
            if present is not None:
                yield Strayed(table, row_id, present, None, ())
            elif image is not None:
                gone.append((row_id, image))
        elif other := tuple(
            name for name in image if name in present and present[name] != image[name]
        ):
            yield Strayed(table, row_id, present, image, other)
    for row_id, image in gone:
        moved = _moved(image, [rows[id_] for id_ in unknown])
        yield Strayed(table, row_id, moved, image, ("id",) if moved else ())


def _moved(image: Image, unknown: Iterable[Image]) -> Image | None:
    """The row that is what the image says, but for its id."""
    names = image.keys() - {"id"}
    return next(
        (row for row in unknown if all(row[name] == image[name] for name in names & row.keys())),
        None,
    )


def moved(strayed: Iterable[Strayed]) -> dict[str, list[int]]:
    """The ids under which rows stand that should stand under others, by table."""
    found: dict[str, list[int]] = {}
    for one in strayed:
        if one.present and one.present["id"] != one.row_id:
            found.setdefault(one.table, []).append(one.present["id"])
    return found


def mending(one: Strayed, batch: Batch) -> Change:
    """What makes the row what the journal says; one under another id has to be made."""
    present = one.present if one.present and one.present["id"] == one.row_id else None
    return Change(batch, one.table, one.row_id, one.image, present and _told(present))


def _told(row: Image) -> Image:
    """The row as the journal can hold it: a flipped bit makes bytes of a text."""
    return {
        name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        for name, value in row.items()
    }


def is_unsearchable(found: Iterable[Finding]) -> bool:
    """Whether an index is wrong, rather than what is searched of a record."""
    return any(one.code == "search" and one.ref is None for one in found)


def of_row(one: Strayed) -> Finding:
    """The row as a finding: named by its ref, or by that of whom it belongs to."""
    whose = named(one)
    if not one.is_readable:
        said = f"What the journal last said of {whose or one.table} cannot be read."
        return Finding("journal", "damage", whose, None, said, RESTORE)
    if one.said:
        fields = ", ".join(one.said)
        return Finding(
            "row_differs", "damage", whose, fields, f"{_it(one)}: {fields} not as written.", FIX
        )
    if one.present is None:
        return Finding("row_missing", "damage", whose, None, f"{_it(one)} is gone.", FIX)
    return Finding("row_left", "damage", whose, None, f"{_it(one)} was removed and is there.", FIX)


def named(one: Strayed) -> str | None:
    """The ref of the record, or of the contact it belongs to; None where there is neither."""
    letter = LETTERS.get(one.table)
    if letter:
        return ref(letter, one.row_id)
    owner = (one.image or one.present or {}).get("contact_id")
    return ref("c", owner) if isinstance(owner, int) else None


def _it(one: Strayed) -> str:
    """'c3', or of what belongs to it 'The tag of c3'."""
    whose = named(one)
    if one.table in LETTERS:
        return str(whose)
    thing = one.table.rpartition("_")[2] if one.table.startswith("contact_") else one.table
    of_whom = f" of {whose}" if whose else f" {one.row_id}"
    return f"The {thing.replace('_', ' ')}{of_whom}"
