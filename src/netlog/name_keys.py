"""The names that a name key holds: which are whole ones, and which are single words.

Words only, like `folding`, which makes the keys: the book and a file are compared by them.
"""

from netlog.folding import stands_alone
from netlog.named import NamedTuple


class Keyed(NamedTuple):
    """What a name key holds, each as folded words: the name, other whole names, single words.

    A single word is many people's; nicknamed is each with what stands behind the first name, and
    with the last word alone.
    """

    name: tuple[str, ...]
    also: tuple[tuple[str, ...], ...]
    short: tuple[str, ...]
    nicknamed: tuple[tuple[str, ...], ...]


def keyed(name_key: str) -> Keyed:
    """The names of a key.

    Its last two single words are how the first and the last name are spoken, where anything says
    it. A name in a script without spaces has a word a character, whose order is the name.
    """
    name, *others = (tuple(line.split()) for line in name_key.strip("\n").split("\n"))
    if not others:
        return Keyed(name, (), (), ())
    short = tuple(line[0] for line in others if len(line) == 1)
    behind = name[1:]
    rests = dict.fromkeys((behind, behind[-1:])) if behind else ()
    spoken: tuple[tuple[str, ...], ...] = (short[-2:],) if len(short) > 1 else ()
    if not spoken and len(others) > 1 and all(map(_is_of_characters, others[-2:])):
        first, last = others[-2:]
        spoken = ((*last, *first), (*first, *last))
    nicknamed = (*((nickname, *rest) for nickname in short for rest in rests), *spoken)
    return Keyed(name, tuple(line for line in others if len(line) > 1), short, nicknamed)


def _is_of_characters(line: tuple[str, ...]) -> bool:
    return all(len(word) == 1 and stands_alone(word) for word in line)
