"""What a command writes with, loaded before the book is held: everybody else waits meanwhile.

To map a table takes longer than to fill it. What only some lines of a command write is loaded when
they do.
"""

from sqlalchemy.orm import configure_mappers

# By the name of the command: the modules of its plain lines, which load their tables.
WRITTEN_WITH = {
    "done": ("contacts", "favors", "meetings", "thanks"),
    "drop": ("contacts", "favors", "thanks"),
    "edit": ("editing",),
    "favor outcome": ("favors", "leads", "thanks"),
    "favor receive": ("favors", "thanks"),
    "favor told": ("favors",),
    "goal edit": ("editing", "goals"),
    "goal tell": ("goals",),
    "import": ("importing.carrying_out",),
    "introduce": ("favors",),
    "lead landed": ("favors", "leads"),
    "lead stage": ("leads",),
    "lead step": ("leads",),
    "log": ("favors", "meetings", "thanks"),
    "org edit": ("organizations",),
    "redo": ("taking_back",),
    "relate": ("relations",),
    "thank": ("thanks",),
    "told": ("favors",),
    "undo": ("taking_back",),
}


def load(command: str) -> None:
    """Load what that command writes with, as far as it is known."""
    for name in WRITTEN_WITH.get(command, ()):
        __import__(f"netlog.store.writes.{name}")
    configure_mappers()
