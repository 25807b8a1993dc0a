"""Companies of a file planned: which is known, by uid or by a name of it, and what that lacks."""

from collections.abc import Iterator

from netlog.actions.importing.planning_meetings import MeetingPlanner
from netlog.records.importing import By, FieldChange, Matched, PlannedCompany, Skipped, Updated
from netlog.records.incoming import Declined, IncomingOrganization
from netlog.records.kept import lines_of
from netlog.records.organizations import Company, NewCompany
from netlog.records.refs import ref
from netlog.rules import organizations as rules
from netlog.rules import uids
from netlog.rules.importing import admission, firms
from netlog.store.config import settings
from netlog.store.reads import organizations as reads
from netlog.typed import Any
from netlog.wording import count, listed

MOST_NAMED = 4


class CompanyPlanner(MeetingPlanner):
    """What becomes of companies. Nobody is asked to be in touch with one."""

    def _take_company(self, one: IncomingOrganization) -> None:
        new = admission.organization(one, settings().region)
        if isinstance(new, Declined):
            self.rejected.append(Skipped(new.row, new.reason))
            return
        first = self._first_of_uid(new) if new.uid and not one.exact else new.name
        if not rules.are_one(first, new.name):
            new = new._replace(uid=None)
        person = self.known.of_uid(new.uid) if new.uid else None
        if person is not None and person > 0:
            # An earlier netlog took its card for somebody.
            told = self.known.person(person).name
            self.matched.append(Matched(one.row, "contact", ref("c", person), told, "uid"))
            return
        known, by = self._known_company(new, is_own=bool(one.exact))
        there = reads.company(self.connection, known) if known else None
        if there and self.terms.update != "skip" and self._fill(one, new, there, by):
            return
        if there:
            differs = () if self.terms.update == "skip" else firms.differing(there, new)
            matched = Matched(one.row, "organization", there.ref, there.name, by, differs)
            self.matched.append(matched)
        elif one.exact or not (self._may_be_several(one.row, new) or self._is_joined(one.row, new)):
            self._add_company(one, new)
            if new.name != first and not new.uid:
                self.beyond.append((new.name, first))

    def _first_of_uid(self, new: NewCompany) -> str:
        """The name of the first company of the file with that uid."""
        return self.firm_of.setdefault(uids.key(new.uid or ""), new.name)

    def _add_company(self, one: IncomingOrganization, new: NewCompany) -> None:
        keys = (new.uid,) if one.exact else (new.uid, rules.key(new.name))
        if self._is_new("organization", one.row, keys, None, "name", new.name):
            for key in map(rules.key, (new.name, *new.aliases)):
                self.firms.setdefault(key, (len(self.companies), self.counts["organization"]))
            self.companies.append(PlannedCompany(new, exact=one.exact, rows=dict(one.rows)))

    def _may_be_several(self, row: int, new: NewCompany) -> bool:
        """Whether it is any of some that are there: another one would come with each import."""
        several = [] if new.uid else rules.meant(new.name, self.ground.companies)
        if several:
            them = listed([ref("o", found.id) for found in several[:MOST_NAMED]], "or")
            self.rejected.append(Skipped(row, f"{new.name} may be {them}"))
        return bool(several)

    def _is_joined(self, row: int, new: NewCompany) -> bool:
        """Whether the file had it already, and takes what this entry adds."""
        found = self.firms.get(rules.key(new.name))
        if found is None:
            return False
        at, number = found
        first = self.companies[at]
        if first.exact or firms.are_apart(first.new, new):
            return False
        whole = firms.joined(first.new, new)
        self.companies[at] = first._replace(new=whole)
        differs = firms.differing(whole, new)
        told = Matched(row, "organization", ref("o", -number), whole.name, "name", differs)
        self.matched.append(told)
        return True

    def _known_company(self, new: NewCompany, *, is_own: bool) -> tuple[int | None, By]:
        """The company that is meant: of netlog's own export by uid alone, while it is free."""
        known = reads.id_of_uid(self.connection, new.uid) if new.uid else None
        if known or is_own:
            return known, "uid"
        found = rules.meant(new.name, self.ground.companies)
        return (found[0].id if len(found) == 1 else None), "name"

    def _fill(self, one: IncomingOrganization, new: NewCompany, there: Company, by: By) -> bool:
        """Plan what one that is there lacks; returns whether that is anything."""
        ways = {(way.kind, way.normal) for way in reads.methods(self.connection, there.id)}
        fresh = [way for way in new.methods if (way.kind, way.normal) not in ways]
        own = rules.own_aliases(there.name, [new.name, *new.aliases])
        aliases = tuple(alias for alias in own if alias not in there.aliases)
        columns: dict[str, Any]
        if self.terms.update == "overwrite":
            columns = {"city": new.city or there.city, "notes": new.notes or there.notes}
        else:
            columns = {"city": there.city or new.city, "notes": there.notes or new.notes}
        columns["cadence_days"] = there.cadence_days or new.cadence_days
        before = reads.kept(self.connection, there.id)
        is_newer = self.terms.update == "overwrite" and new.kept and new.kept != before
        kept = new.kept if is_newer or not before else ()
        entries = () if reads.entries(self.connection, there.id) else new.entries
        told = tuple(_told(there, columns, aliases, [way.value for way in fresh]))
        if is_newer and (lines := lines_of(kept)) and lines != lines_of(before):
            told += (FieldChange("kept", None, count(len(lines), "line")),)
        if not (told or is_newer):
            return False
        more = new._replace(aliases=aliases, methods=tuple(fresh), kept=kept, entries=entries)
        self.companies.append(PlannedCompany(more, there.id, columns))
        if told:
            overwrites = self.terms.update == "overwrite"
            differs = () if overwrites else firms.differing(there, new)
            updated = Updated(one.row, "organization", there.ref, there.name, by, told, differs)
            self.updated.append(updated)
        return bool(told)


def _told(
    there: Company, columns: dict[str, Any], aliases: tuple[str, ...], ways: list[str]
) -> Iterator[FieldChange]:
    for name, value in columns.items():
        before = getattr(there, name)
        if value != before:
            said = (str(one) if one is not None else None for one in (before, value))
            yield FieldChange(name, *said)
    yield from (FieldChange("alias", None, alias) for alias in aliases)
    yield from (FieldChange("way to reach it", None, way) for way in ways)
