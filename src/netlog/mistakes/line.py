"""The line as it was typed: which words stand bare, what an option was given, how to say it again.

Nothing is judged here, and nothing is read but the words and the parser's own table of options.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from netlog.named import NamedTuple
from netlog.typed import Any
from netlog.wording import typed_anew

# Of a word that is said again: a text is to be typed whole.
LONGEST = 400
# Options of how it is shown, which change nothing of what is meant.
OF_EVERY_COMMAND = ("--json", "--no-pager")


class CommandLine(NamedTuple):
    """A command as it was typed: its path, such as ("favor", "ask"), its parser, its words.

    told is the text after --, of a command that takes one.
    """

    path: tuple[str, ...]
    command: Any
    words: tuple[str, ...]
    told: str | None = None

    @property
    def after(self) -> list[str]:
        """The text that was typed after --, where that is one."""
        return [self.told] if self.told else []

    def anew(self, said: Sequence[str], without: str = "") -> str:
        """The command with these bare words, as one types it: with its options, but for one."""
        options = self.given_but_for(without)
        typed = words([*self.called.split(), *said, *options])
        return f"{typed} -- {words(self.after)}" if self.after else typed

    def given_but_for(self, name: str) -> list[str]:
        """The options and what they were given, without that one, of which the command has none."""
        if not name:
            return self.given_options
        short = name if not name.startswith("--") else None
        return [
            one
            for one in self.given_options
            if one.partition("=")[0] != name and not (short and one.startswith(short))
        ]

    @property
    def called(self) -> str:
        """'netlog favor ask'."""
        return " ".join(("netlog", *self.path))

    @property
    def options(self) -> dict[str, Any]:
        """The parser's options by every name they have."""
        found = {}
        for param in self.command.params if self.command else ():
            if param.param_type_name == "option":
                for name in (*param.opts, *param.secondary_opts):
                    found[name] = param
        return found

    @property
    def arguments(self) -> list[Any]:
        """The parser's arguments, in their order."""
        params = self.command.params if self.command else ()
        return [param for param in params if param.param_type_name == "argument"]

    @property
    def bare(self) -> list[str]:
        """The words that belong to no option."""
        return self._apart()[0]

    @property
    def given_options(self) -> list[str]:
        """The options and what they were given, but for those of every command."""
        return self._apart()[1]

    def _apart(self) -> tuple[list[str], list[str]]:
        options = self.options
        bare: list[str] = []
        given: list[str] = []
        words = iter(self.words)
        for word in words:
            if word == "--":
                bare += words
            elif not word.startswith("-") or word == "-":
                bare.append(word)
            else:
                values = [*islice(words, _takes(options.get(word)))]
                given += () if word in OF_EVERY_COMMAND else (word, *values)
        return bare, given

    def given(self, names: Iterable[str]) -> list[str]:
        """What the option of these names was given, each time."""
        known, found = set(names), []
        for at, word in enumerate(self.words):
            name, equals, value = word.partition("=")
            if word in known and at + 1 < len(self.words):
                found.append(self.words[at + 1])
            elif equals and name in known:
                found.append(value)
            elif word[:2] in known and not word.startswith("--") and len(word) > 2:
                found.append(word[2:])
        return found


def _takes(option: Any) -> int:
    """How many words the option takes after it."""
    return 0 if option is None or option.is_flag else option.nargs


def words(typed: Sequence[str]) -> str:
    """Several words as one would type them."""
    return " ".join(typed_anew(word, LONGEST) for word in typed)
