"""What `import` was told to read: a file, standard input, a folder of cards or a zip."""

import csv
import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from netlog import formats
from netlog.actions.importing import archives, books, special
from netlog.errors import FileTrouble, Refused
from netlog.formats import NAMED, charset, recognize
from netlog.formats.charset import decoded
from netlog.formats.circumstances import Circumstances
from netlog.formats.guess import COMMONEST, called
from netlog.named import NamedTuple
from netlog.records.incoming import Declined, Incoming, Noted, Reading
from netlog.typed import TYPE_CHECKING, Any, BinaryIO, cast
from netlog.wording import listed

if TYPE_CHECKING:
    from netlog.formats.ical.owner import Ownership

Guess = tuple[tuple[str, str], ...]

STDIN = "-"
LARGEST = 1_000_000_000  # bytes, of what is not read card by card
_LOOKED_AT = 1 << 17
_CARD = ".vcf"
_OF_FOLDER = frozenset({"color", "description", "displayname", "order"})  # as vdir keeps them
_SHOWN = 3
_GZIP = b"\x1f\x8b\x08"


class SourceFile(NamedTuple):
    """A file that is read: its name, empty when it is all there is, its format, its bytes."""

    name: str
    format: str
    open: Callable[[], BinaryIO]


class Bundle(NamedTuple):
    """What was named, the files that it stands for, and those beside them that are not read."""

    name: str
    format: str
    parts: tuple[SourceFile, ...]
    left: tuple[str, ...] = ()


def find(
    name: str, data: bytes | None, asked: str | None, with_messages: bool, encoding: str = ""
) -> Bundle:
    """The source of that name; data is what standard input holds when the name is a dash.

    asked is a format that is taken on trust, encoding a charset. Raises FileTrouble when it cannot
    be read, Refused when it is of no format that netlog reads.
    """
    found = _found(name, data, asked, encoding, with_messages=with_messages)
    if not encoding:
        return found
    return found._replace(
        parts=tuple(
            part._replace(open=partial(_recoded, part.open, encoding)) for part in found.parts
        )
    )


def _recoded(opened: Callable[[], BinaryIO], encoding: str) -> BinaryIO:
    """The file in UTF-8; it is held in memory."""
    with opened() as file:
        return io.BytesIO(charset.recoded(file.read(LARGEST), encoding))


def _found(
    name: str, data: bytes | None, asked: str | None, encoding: str, *, with_messages: bool
) -> Bundle:
    if name != STDIN and os.path.isdir(name):
        return _folder(name)
    if name != STDIN and not os.path.isfile(name) and os.path.exists(name):
        try:
            data = special.read(name, LARGEST)  # it can be read once
        except OSError as error:
            raise _unreadable(name, error) from None
    opened = partial(_opened, name) if data is None or _is_file(name) else partial(io.BytesIO, data)
    with opened() as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    if is_packed:
        opened = partial(io.BytesIO, _unpacked(opened, name).getvalue())
    with opened() as file:
        head = file.read(_LOOKED_AT)
        if recognize.is_zip(head):
            return _zip(name, file, opened, with_messages=with_messages)
    if books.is_database(head):
        path = name if _is_file(name) else None
        opened = partial(io.BytesIO, books.told(opened, head, path, _called(name)))
        return Bundle(name, "netlog book", (SourceFile("", books.FORMAT, opened),))
    if encoding:
        head = charset.recoded(head, encoding)
    if not head.strip():
        raise Refused(f"{_called(name)} is empty.")
    found = asked or recognize.recognized(head)
    if found is None:
        raise Refused(
            f"{_called(name)} is of no format that netlog reads.",
            advice="See netlog import --help, or say which it is with --format.",
        )
    if NAMED[found].aside and not with_messages:
        raise Refused(
            f"{_called(name)} holds no people: add --with-messages to take it as touches and "
            "origins."
        )
    return Bundle(name, found, (SourceFile("", found, opened),))


def _is_file(name: str) -> bool:
    return name != STDIN and os.path.isfile(name)


def guess(source: Bundle) -> Guess:
    """What the columns of a CSV file seem to hold: pairs of netlog's word and the column."""
    with source.parts[0].open() as file:
        return cast("Guess", formats.reader(source.format).guess(file.read(LARGEST)))


def ownership(source: Bundle, circumstances: Circumstances) -> "Ownership | None":
    """Whose calendar it is, or may be; None for what is no calendar."""
    if source.format != "ics":
        return None
    with source.parts[0].open() as file:
        found = formats.reader("ics").ownership(file.read(LARGEST), circumstances)
        return cast("Ownership", found)


def header(source: Bundle) -> list[str]:
    """The row of a CSV file that names its columns; none when there is none."""
    from netlog.formats.csv import programs

    with source.parts[0].open() as file:
        found = programs.found(decoded(file.read(_LOOKED_AT)))
    if found is None:
        return []
    cells = io.StringIO()
    csv.writer(cells, delimiter=found.delimiter, lineterminator="").writerow(found.header)
    return [cells.getvalue()]


def read(source: Bundle, circumstances: Circumstances) -> Iterator[tuple[SourceFile, Incoming]]:
    """Everything in it, with the file that it is in."""
    if len(source.parts) > 1:
        circumstances = circumstances._replace(groups=_groups(source), order=_order(source))
    if source.left:
        yield source.parts[0], Noted(_left_out(source.left))
    told: set[str] = set()
    for part in source.parts:
        with part.open() as file:
            at = (
                circumstances._replace(file=part.name) if source.format == "vdir" else circumstances
            )
            for one in _read(part, file, at):
                if isinstance(one, Noted) and one.text in told:
                    continue
                if isinstance(one, Noted):
                    told.add(one.text)
                yield part, one


def _groups(source: Bundle) -> dict[str, tuple[str, ...]]:
    """The groups of all cards: in a folder the members of one are files of their own."""
    found: dict[str, tuple[str, ...]] = {}
    for part in source.parts:
        if part.format == "vcf":
            with part.open() as file:
                for uid, names in formats.reader("vcf").groups(file).items():
                    found[uid] = (*found.get(uid, ()), *names)
    return found


def _order(source: Bundle) -> tuple[bool, bool]:
    """Whether the day comes before the month in the cards of a folder, and whether they tell it."""
    found = set()
    for part in source.parts:
        if part.format == "vcf":
            with part.open() as file:
                told = formats.reader("vcf").order(file)
                found |= {told.day_first} if told.is_sure else set()
    return found == {True}, len(found) == 1


def _read(part: SourceFile, file: BinaryIO, circumstances: Circumstances) -> Reading:
    source: bytes | BinaryIO = file
    if not NAMED[part.format].streams:
        source = file.read(LARGEST + 1)
        if len(source) > LARGEST:
            yield Declined(1, "the file is larger than 1 GB")
            return
    reader = formats.reader(part.format)
    find: Callable[[Any], str] = getattr(reader, "charset_of", charset.charset_of)
    taken = find(source)
    yield from _noted(taken)
    yield from reader.read(source, circumstances._replace(charset=taken))


def _noted(taken: str) -> Iterator[Noted]:
    if taken:
        why = ", the commonest, as nothing tells more" if taken == COMMONEST else ""
        yield Noted(f"Read as {called(taken)}{why}; --encoding says otherwise.")


def _zip(
    name: str, file: BinaryIO, opened: Callable[[], BinaryIO], *, with_messages: bool
) -> Bundle:
    called = _called(name)

    def member(path: str) -> BinaryIO:
        with opened() as archive:
            return archives.content(archive, path, called)

    found = archives.members(file, called, with_messages=with_messages)
    parts = (SourceFile(path, format_, partial(member, path)) for path, format_ in found)
    return Bundle(name, "zip", tuple(parts))


def _folder(name: str) -> Bundle:
    """The cards of a folder, each a file of its own, as vdirsyncer keeps them."""
    try:
        paths = sorted(_files_in(name))
    except OSError as error:
        raise _unreadable(name, error) from None
    # A pipe would be waited for.
    cards = [path for path in paths if path.lower().endswith(_CARD) and os.path.isfile(path)]
    if not cards:
        raise Refused(f"{_called(name)} holds no file that ends in {_CARD}.")
    parts = (
        SourceFile(os.path.relpath(path, name), "vcf", partial(_opened, path)) for path in cards
    )
    left = (os.path.relpath(path, name) for path in sorted(set(paths) - set(cards)))
    return Bundle(name, "vdir", tuple(parts), tuple(left))


def _files_in(name: str) -> Iterator[str]:
    """Those in the folder and below it; hidden ones hold what programs put aside."""
    for folder, below, files in os.walk(name):
        below[:] = [each for each in below if not each.startswith(".")]
        shown = (file for file in files if not file.startswith(".") and file not in _OF_FOLDER)
        yield from (os.path.join(folder, file) for file in shown)


def _left_out(names: tuple[str, ...]) -> str:
    shown = [*names[:_SHOWN]]
    if len(names) > _SHOWN:
        shown.append(f"{len(names) - _SHOWN:,} more")
    what = "that is no file" if len(names) == 1 else "that are no files"
    return f"{len(names):,} left out {what} ending in {_CARD}: {listed(shown)}."


def _unpacked(opened: Callable[[], BinaryIO], name: str) -> io.BytesIO:
    """What gzip packed, held in memory."""
    with opened() as packed, gzip.GzipFile(fileobj=packed) as file:
        try:
            data = file.read(archives.LARGEST_MEMBER + 1)
        except (OSError, EOFError, zlib.error):
            raise FileTrouble(f"{_called(name)} is packed by gzip, and damaged.") from None
    if len(data) > archives.LARGEST_MEMBER:
        raise Refused(
            f"{_called(name)} is larger than 200 MB when it is unpacked.",
            advice="Unpack it with gunzip, and import that.",
        )
    return io.BytesIO(data)


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "rb")
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(name: str, error: OSError) -> FileTrouble:
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return FileTrouble(f"{_called(name)} cannot be read: {reason}.")


def _called(name: str) -> str:
    return "Standard input" if name == STDIN else f"The file {name}"
