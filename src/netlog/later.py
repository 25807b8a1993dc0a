"""What is loaded or compiled when it is first used: most runs use little of what they know."""

from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

    pattern = re.compile
else:

    class pattern:  # noqa: N801
        """A regular expression as `re.compile` makes it, once it is first asked for anything.

        Its flags stand in it, such as (?i): that `re` is loaded is most of what it costs.
        """

        def __init__(self, written: str) -> None:
            self._written = written

        def __getattr__(self, name: str) -> Any:
            import re

            found = getattr(re.compile(self._written), name)
            setattr(self, name, found)
            return found


class Later:
    """The function of that name in that module of netlog, such as "store.reads.goals"."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self.function()(*given, **named)

    def function(self) -> Any:
        """The function itself."""
        return getattr(__import__(f"netlog.{self.module}", fromlist=(self.name,)), self.name)
