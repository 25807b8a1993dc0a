"""What annotations are made of, as typing has it, without loading typing.

Loading it takes a third of the time of a plain read, and what annotations say is for mypy alone to
check; a run only takes apart what its command declares. Where typing is loaded already, as by what
writes, these are its own.
"""

import sys

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Annotated as Annotated
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import Self as Self
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import get_args as get_args
    from typing import get_origin as get_origin
elif "typing" in sys.modules:
    from typing import (
        Annotated,
        Any,
        BinaryIO,
        ClassVar,
        Final,
        Literal,
        NoReturn,
        Protocol,
        Self,
        TypeVar,
        cast,
        get_args,
        get_origin,
    )
else:
    _Of = type(list[int])

    class _Form:
        """Something that is said of what stands in brackets after it."""

        __class_getitem__ = classmethod(_Of)

    class Annotated(_Form):
        """A type, and what is declared of a parameter that is one."""

        __metadata__ = ()

    class Literal(_Form):
        """One of some values."""

    class Final(_Form):
        """What is not assigned to again."""

    class ClassVar(_Form):
        """What belongs to a class."""

    class Any:
        """Whatever it is."""

    class Protocol:
        """What has these methods."""

    class BinaryIO:
        """A file of bytes."""

    NoReturn = Self = Any

    def TypeVar(_name, *_among, **_said):  # noqa: N802
        """Some type, the same throughout a signature."""
        return Any

    def cast(_type, value):
        """The value, which is of that type."""
        return value

    def get_args(of):
        """What stands in its brackets, or on both sides of its bar."""
        return getattr(of, "__args__", ())

    def get_origin(of):
        """What stands before its brackets."""
        return getattr(of, "__origin__", None)
