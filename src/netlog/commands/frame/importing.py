"""Taking in one file after the other: what is asked on the way, and a change for each."""

from collections.abc import Sequence

from netlog import clock, render
from netlog.actions.importing import alike, carrying_out, planning, reading, sources
from netlog.actions.importing.ground import Ground, Planned
from netlog.actions.importing.reading import Read, Request
from netlog.actions.importing.sources import Bundle
from netlog.commands.frame import owning, questions
from netlog.commands.frame.app import App
from netlog.errors import NetlogError, Refused, UsageMistake
from netlog.records.importing import Arrival, ImportReport
from netlog.store.connect import Book
from netlog.store.reads import due, history
from netlog.wording import count, listed

SHOWN = 5


class Imports:
    """The files taken one after the other, each in a transaction of its own."""

    def __init__(self, app: App, order: Request, *, dry_run: bool, yes: bool) -> None:
        self.app = app
        self.order = order
        self.dry_run = dry_run
        self.yes = yes
        self.ground: Ground | None = None
        self.reports: list[ImportReport] = []
        self.rejects: list[str] = []

    def take(self, source: Bundle, *, last: bool) -> None:
        """Import one file; what went before stays when it fails."""
        try:
            self._take(source, last=last)
        except NetlogError as error:
            taken = [report.file for report in self.reports if report.new or report.updated]
            if taken and not self.dry_run:
                self.app.saved = False
                before = f"Imported before it: {listed(taken)}."
                raise error.also(saved=True, afterwards=before) from None
            raise

    def _take(self, source: Bundle, *, last: bool) -> None:
        order = self.order
        if source.format == "csv" and not order.circumstances.mapped:
            self._approve(source)
        if self.app.can_ask and not (self.yes or self.dry_run):
            order = self.order = owning.asked(self.app, source, order)
        with render.counting(self.app.out, f"Reading {source.name}") as tick:
            read = reading.read(source, order, tick)
        for note in read.notes:
            self.app.mention(note)
        planned, seen = self._plan(read, order)
        if planned.offered and self._wants(planned.offered):
            order = order._replace(terms=order.terms._replace(adds_the_met=True))
            planned, seen = self._plan(read, order)
        said = self._alike(planned)
        if self.dry_run:
            assert self.ground is not None
            if not last:
                self.ground.imagine(planned.plan)
            settle: carrying_out.Settle = carrying_out.unsettled
        else:
            planned, settle = self._carry_out(read, order, planned, seen)
        self.order = owning.taken(self.app, source, self.order, dry_run=self.dry_run)
        self.rejects += reading.rejects(read)
        self.reports.append(carrying_out.report(source, planned, settle, dry_run=self.dry_run))
        for note in filter(None, (planned.note, said)):
            self.app.mention(note)

    def _alike(self, planned: Planned) -> str | None:
        """What is said of those who are new and may be in the book already."""
        with self.app.reading() as connection:
            return alike.told(connection, planned.new, is_there=not self.dry_run)

    def _plan(self, read: Read, order: Request) -> tuple[Planned, int]:
        """What is to be done, and the last change that the plan knows of."""
        with self.app.reading() as connection:
            seen = history.last_number(connection)
            if self.ground is None or not self.dry_run:
                self.ground = Ground(connection)
            return planning.plan(self.ground.over(connection), read.contents, order.terms), seen

    def _carry_out(
        self, read: Read, order: Request, planned: Planned, seen: int
    ) -> tuple[Planned, carrying_out.Settle]:
        self.ground = None
        if not planned.plan.changes_anything:
            return planned, carrying_out.unsettled
        with self.app.recording("import", large=True) as book:
            if history.last_number(book.connection) != seen:
                planned = planning.plan(Ground(book.connection), read.contents, order.terms)
            self._back_up(book.connection)
            with render.counting(self.app.out, f"Writing {read.source.name}") as tick:
                return planned, carrying_out.carry_out(book, planned, order.terms.today, tick)

    def _back_up(self, connection: Book) -> None:
        if not self.app.is_on_server and not due.is_empty(connection):
            from netlog.store import backups

            backups.back_up(self.app.path, clock.now(), "before-import")

    def _approve(self, source: Bundle) -> None:
        """Have the guess about the columns of a CSV file approved."""
        guess = ",".join(f"{target}={column}" for target, column in sources.guess(source))
        if not guess:
            raise UsageMistake(
                f"None of the columns of {source.name} is called as netlog knows it.",
                advice='Say what they hold, such as --map "name=Who,email=Post".',
            )
        line = f'--map "{guess}"'
        if self.yes or self.dry_run:
            self.app.mention(f"{source.name} is read as {line}.")
        elif not self.app.can_ask:
            raise UsageMistake(
                f"{source.name} is a CSV file of no program that netlog knows. Say what its "
                f"columns hold, such as {line}, or take that with --yes."
            )
        elif not questions.confirmed(f"Read {source.name} as {line}?"):
            raise Refused(
                f"{source.name} was not read.", advice="Say what the columns hold with --map."
            )

    def _wants(self, offered: Sequence[Arrival]) -> bool:
        """Whether people whom one only met are to be added."""
        names = [arrival.contact.name for arrival in offered]
        shown = names[:SHOWN] + ([f"{len(names) - SHOWN} more"] if len(names) > SHOWN else [])
        if self.dry_run or not self.app.can_ask:
            self.app.mention(f"{count(len(names), 'person', 'people')} left out; --yes adds them.")
            return False
        return questions.confirmed(f"Add {listed(shown)}, too?")
