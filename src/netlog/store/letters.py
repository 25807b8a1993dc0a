"""Templates as files: netlog's own, and those in the config folder that stand in for them."""

import os
from collections.abc import Iterator

from netlog.errors import UsageMistake
from netlog.later import pattern
from netlog.records.messages import For, Language, Template
from netlog.store.folders import config_path
from netlog.typed import get_args
from netlog.wording import nearest

BUILT_IN = os.path.join(os.path.dirname(__file__), "templates")
FOLDER = "drafts"
TEXT = ".txt"
NEAR = 0.7
LARGEST = 100_000  # bytes
_WORDS = pattern("[^a-z]+")
# What editors and people leave beside a file, and mean nothing by.
LEFT_BEHIND = ("~", ".bak", ".orig", ".old", ".swp", ".tmp")


def folder() -> str:
    """Where templates of the user's own are, or would be."""
    return os.path.join(os.path.dirname(os.path.abspath(config_path())), FOLDER)


def template(for_: For, language: Language) -> Template:
    """The template in force; raises UsageMistake for a file that cannot be read."""
    name = f"{for_}.{language}{TEXT}"
    own = os.path.join(folder(), name)
    if os.path.lexists(own):
        return Template(for_, language, own, _read(own))
    return Template(for_, language, None, _read(os.path.join(BUILT_IN, name)))


def templates(for_: For | None) -> Iterator[Template]:
    """All templates in force, or those that are for that."""
    for one in (for_,) if for_ else get_args(For):
        for language in get_args(Language):
            yield template(one, language)


def misnamed() -> Iterator[tuple[str, str | None, bool]]:
    """Names of files in that folder that no template has, and the one that may be meant.

    That one is in a language only if the name says it, and the last tells whether it does.
    """
    stems = [f"{for_}.{language}" for for_ in get_args(For) for language in get_args(Language)]
    known = {f"{stem}{TEXT}" for stem in stems}
    try:
        there = sorted(os.listdir(folder()))
    except OSError:
        return
    for name in there:
        if name not in known and not name.startswith(".") and not name.endswith(LEFT_BEHIND):
            # Any two names of files are somewhat alike, for how they end.
            near = nearest(name.removesuffix(TEXT), stems, NEAR)
            if near and near.rpartition(".")[2] not in _WORDS.split(name.lower()):
                yield name, near.partition(".")[0], False
            else:
                yield name, near and f"{near}{TEXT}", True


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            text = file.read(LARGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageMistake(f"The template {path} cannot be read as UTF-8 text.") from None
    if not text.strip():
        raise UsageMistake(
            f"The template {path} is empty.", advice="Write it, or remove it: netlog's own stands."
        )
    return text
