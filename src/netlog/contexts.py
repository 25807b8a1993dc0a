"""contextmanager as contextlib has it, which a plain read needs and nothing else of contextlib.

Loading that takes a twentieth of the time of such a read, most of it for classes that nobody there
uses. Where it is loaded already, as by what writes, this is its own.
"""

import sys

from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import contextmanager as contextmanager
elif "contextlib" in sys.modules:
    from contextlib import contextmanager
else:

    def contextmanager(made):
        """Of a function that yields once, what is entered there and left behind it."""

        def begun(*given, **named):
            return _Within(made(*given, **named))

        begun.__name__, begun.__doc__ = made.__name__, made.__doc__
        return begun

    class _Within:
        """A block within what a function does before its yield and after it."""

        def __init__(self, course):
            self._course = course

        def __enter__(self):
            return next(self._course)

        def __exit__(self, kind, error, traceback):
            if error is None:
                for _ in self._course:
                    self._course.close()
                    raise RuntimeError("It yields a second time.")
                return False
            try:
                self._course.throw(error)
            except StopIteration as ended:
                return ended is not error
            except BaseException as raised:
                # What would end a loop comes out of what yields as the cause of another.
                is_end = isinstance(error, StopIteration) and raised.__cause__ is error
                if raised is not error and not is_end:
                    raise
                error.__traceback__ = traceback
                return False
            self._course.close()
            raise RuntimeError("It yields a second time, for what was raised.")
