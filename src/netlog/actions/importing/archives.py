"""Zips that hold address books: LinkedIn's archive, or files that `import` would read one by one.

Nothing is unpacked to disk, and nothing larger than it may be is read, whatever the zip declares.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence

from netlog.errors import Refused
from netlog.formats import NAMED, recognize
from netlog.named import NamedTuple
from netlog.typed import BinaryIO

MOST_MEMBERS = 10_000
LARGEST = 10_000_000_000  # bytes, unpacked, of all that a zip may hold
LARGEST_MEMBER = 200_000_000  # bytes, unpacked
_LOOKED_AT = 1 << 17
_ALONE = frozenset({"csv", None, recognize.ZIP})  # too little to go by among other files
_ASIDES = frozenset(name for name, one in NAMED.items() if one.aside)


class Member(NamedTuple):
    """A file in the zip that can be read, and its format."""

    name: str
    format: str


def members(stream: BinaryIO, called: str, *, with_messages: bool) -> list[Member]:
    """The files to read; raises Refused when there are none, or the zip is no good."""
    with _opened(stream, called) as archive:
        found = list(_known(archive, called))
    if any(member.format == "linkedin" for member in found):
        wanted = {"linkedin"} | (_ASIDES if with_messages else set())
        found = [member for member in found if member.format in wanted]
    else:
        found = [member for member in found if member.format not in _ASIDES or with_messages]
    if not found:
        raise Refused(
            f"{called} is a zip without a file that netlog reads of itself: take out what you "
            "want, and import that."
        )
    return found


def content(stream: BinaryIO, member: str, called: str) -> BinaryIO:
    """A file of the zip; raises Refused when it is larger than it may be, or damaged."""
    with _opened(stream, called) as archive:
        return io.BytesIO(_read(archive, member, LARGEST_MEMBER, called))


def _known(archive: zipfile.ZipFile, called: str) -> Iterator[Member]:
    infos = _files(archive)
    if len({info.filename for info in infos}) < len(infos):
        raise Refused(f"{called} holds two files of one name.")
    if sum(info.file_size for info in infos) > LARGEST:
        raise Refused(f"{called} holds more than 10 GB.")
    if len(infos) > MOST_MEMBERS:
        raise Refused(f"{called} holds more than {MOST_MEMBERS:,} files.")
    for info in infos:
        head = _read(archive, info.filename, _LOOKED_AT, called, whole=False)
        format_ = recognize.recognized(head)
        if format_ not in _ALONE or (format_ == "csv" and len(infos) == 1):
            assert format_ is not None
            yield Member(info.filename, format_)


def _files(archive: zipfile.ZipFile) -> Sequence[zipfile.ZipInfo]:
    return [
        info
        for info in archive.infolist()
        if not (info.is_dir() or info.filename.startswith("__MACOSX/"))
        and not any(part.startswith(".") for part in info.filename.split("/"))
    ]


def _opened(stream: BinaryIO, called: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _unreadable(called) from None


def _read(
    archive: zipfile.ZipFile, name: str, most: int, called: str, *, whole: bool = True
) -> bytes:
    if whole and archive.getinfo(name).file_size > most:
        raise _too_large(name, called)
    try:
        with archive.open(name) as file:
            data = file.read(most + whole)
    except RuntimeError:  # what zipfile raises for a file under a password
        raise Refused(f"{called} is locked by a password.") from None
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        raise _unreadable(called) from None
    except Exception as error:  # the decompressors have errors of their own
        if type(error).__module__ not in ("zlib", "_lzma", "lzma"):
            raise
        raise _unreadable(called) from None
    if whole and len(data) > most:
        raise _too_large(name, called)
    return data


def _too_large(name: str, called: str) -> Refused:
    return Refused(f"{called} holds {name}, which is larger than 200 MB.")


def _unreadable(called: str) -> Refused:
    return Refused(f"{called} is a zip that cannot be read.")
