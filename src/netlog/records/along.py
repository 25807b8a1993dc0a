"""What waits with people, and is settled along with something else."""

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.leads import Lead, Step
from netlog.records.thanks import Thanks


class Waiting(NamedTuple):
    """Thanks to send, news to tell, and steps of leads that go on."""

    thanks: tuple[Thanks, ...] = ()
    news: tuple[Favor, ...] = ()
    steps: tuple[tuple[Lead, Step], ...] = ()


class FavorNow(NamedTuple):
    """A favor as it now stands, and the thanks that are open for it."""

    favor: Favor
    thanks: tuple[Thanks, ...] = ()

    @property
    def flattened(self) -> str:
        return "favor"
