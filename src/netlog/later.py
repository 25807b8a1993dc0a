"""A function of a module that is imported when the function is called: for tables of many."""

from typing import Any


class Later:
    """The function of that name in that module of netlog, such as "store.reads.goals"."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __call__(self, *given: Any) -> Any:
        return self.function()(*given)

    def function(self) -> Any:
        """The function itself."""
        return getattr(__import__(f"netlog.{self.module}", fromlist=(self.name,)), self.name)
