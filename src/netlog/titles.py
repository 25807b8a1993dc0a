"""What stands before a name or behind it and is no half of it: titles, suffixes.

Words only, like `folding`: people are told apart without them, and files have parts for them.
"""

from collections.abc import Sequence

from netlog.typed import Final

TITLES: Final = frozenset(
    {
        *("dr", "drs", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir"),
        *("dame", "rev", "reverend", "herr", "frau", "ing", "dipl", "mag", "dott", "dottssa"),
        *("mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "senor", "senora", "dhr"),
        *("mgr", "mudr", "judr", "phdr", "rndr"),
    }
)
# These are nothing else behind a surname: Lopez, Dr. Maria.
BEHIND_SURNAMES: Final = frozenset({"dr", "drs", "prof", "professor", "mr", "mrs", "ms", "mme"})
# Of these only after a title: Dr. med. dent., Prof. h. c.
AFTER_TITLES: Final = frozenset({"med", "dent", "phil", "jur", "rer", "nat", "habil", "h", "c"})
SUFFIXES: Final = frozenset(
    {
        *("jr", "junior", "sr", "senior", "ii", "iii", "iv", "esq", "esquire", "phd", "dphil"),
        *("md", "dds", "dvm", "jd", "mba", "cpa", "llm", "llb", "msc", "bsc", "rn", "cfa"),
        *("csc", "drsc", "mphil", "meng", "beng", "pharmd", "psyd", "edd", "mph", "mfa", "bba"),
        *("dipling", "diplkfm", "diplpsych", "obe", "mbe", "cbe", "kbe", "pmp", "lcsw", "frcs"),
    }
)
LONGEST_IN_PARTS: Final = 3  # M. B. A.


def suffix(words: Sequence[str]) -> int:
    """Of how many words the suffix at the end is: "PhD" is one, "Ph. D." two."""
    for number in range(1, LONGEST_IN_PARTS + 1):
        if "".join(words[-number:]) in SUFFIXES and len(words) > number:
            return number
    return 0
