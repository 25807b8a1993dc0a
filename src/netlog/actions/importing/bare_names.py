"""Who of a crowd of one bare first name says the very same: found by that, never one by one."""

from collections.abc import Callable, Sequence

from netlog.records.contacts import StoredContact
from netlog.rules.importing import fitting, somebody
from netlog.rules.importing.identity import Acquaintances
from netlog.rules.importing.somebody import Somebody


class BareNames:
    """Those of whom more is known than a bare first name, by all of that.

    All of a name are looked through when somebody of it comes for the first time; whoever comes
    later, or of whom more is known later, is noted.
    """

    def __init__(
        self,
        known: Acquaintances,
        known_as: Callable[[Sequence[int]], Sequence[StoredContact]],
    ) -> None:
        self._known = known
        self._known_as = known_as
        self._looked_through: set[str] = set()
        self._by_said: dict[int, list[int]] = {}

    def are_looked_for(self, one: Somebody) -> bool:
        """Whether somebody of that name came before."""
        return not self._looked_through.isdisjoint(somebody.names(one))

    def note(self, one: StoredContact) -> None:
        """Know what is known of one of them."""
        if said := fitting.all_of(one):
            held = self._by_said.setdefault(hash(said), [])
            if one.id not in held:
                held.append(one.id)

    def same(self, one: Somebody, known: StoredContact) -> list[int]:
        """Who is called so and known by the very same as one of the file."""
        for name in somebody.names(one):
            if name not in self._looked_through:
                self._looked_through.add(name)
                for other in self._known_as(self._known.all_of_name(name)):
                    self.note(other)
        said = fitting.all_of(known)
        if not said:
            return []
        held = [id_ for id_ in self._by_said.get(hash(said), ()) if self._known.may_be(one, id_)]
        return [other.id for other in self._known_as(held) if fitting.all_of(other) == said]
