"""NamedTuple as typing has it, whose classes cost next to nothing until they are used.

A run of netlog imports a hundred records and makes a few of them. What is dear about a class, its
`__new__` with the names of its fields, is compiled once so many records are made that this pays,
and until then is one function of all classes with other names; what types the fields have is for
mypy alone to check.
"""

from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter

    # Records of a class that its shape makes: to compile takes as long as they take longer so.
    FEW = 64
    _made = tuple.__new__
    _Function = type(lambda: None)

    class _Records(type):
        """Makes the fields of a class of its annotations, as collections.namedtuple of names."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            body = {"__slots__": (), **body}
            if bases[0].__bases__ == (tuple,):
                fields = tuple(_annotations(body))
                defaults = {field: body[field] for field in fields if field in body}
                getters = (_tuplegetter(place, None) for place in range(len(fields)))
                body |= zip(fields, getters, strict=True)
                body |= {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults}
                body["__new__"] = _first
            return super().__new__(cls, name, bases, body)

        @property
        def __signature__(cls) -> Any:
            """What it is made of, for whoever looks into it."""
            from inspect import signature

            made = signature(_new(cls))
            return made.replace(parameters=list(made.parameters.values())[1:])

    def _annotations(body: dict[str, Any]) -> dict[str, Any]:
        """What a class body annotates; Python 3.14 evaluates it when it is asked."""
        if "__annotate_func__" in body:
            return body["__annotate_func__"](1)
        return body.get("__annotations__", {})

    @staticmethod
    def _first(cls: type, /, *given: Any, **named: Any) -> Any:
        """Make the first record of a class."""
        owner = next(one for one in cls.__mro__ if vars(one).get("__new__") is _first)
        owner.__new__ = _shaped(owner)
        return owner.__new__(cls, *given, **named)

    def _shaped(owner: Any) -> Any:
        """The `__new__` of a class for its first records: `_shape` with the names of its fields."""
        places = ("_cls", *owner._fields)
        code = _shape.__code__.replace(
            co_argcount=len(places), co_nlocals=len(places), co_varnames=places
        )
        left = FEW

        def made(cls: type, fields: dict[str, Any]) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                owner.__new__ = staticmethod(_new(owner))
            del fields["_cls"]
            return _made(cls, fields.values())

        told = {"_told": made, "_fields": locals}
        defaults = tuple(owner._field_defaults.values())
        return staticmethod(_Function(code, told, "__new__", defaults))

    def _shape(_cls: type) -> Any:
        """What was given, by the names of the arguments, however many there are said to be."""
        return _told(_cls, _fields())  # noqa: F821

    def _new(cls: Any) -> Any:
        """The `__new__` of a class, compiled."""
        fields = cls._fields
        # The names are those of a class body in this program.
        source = f"lambda {', '.join(('_cls', *fields))}: _new(_cls, ({', '.join(fields)},))"
        made = eval(source, {"_new": _made, "__builtins__": {}})  # noqa: S307
        made.__name__ = "__new__"
        made.__defaults__ = tuple(cls._field_defaults.values())
        made.__annotations__ = cls.__annotations__
        return made

    class NamedTuple(tuple, metaclass=_Records):
        """The base of records; see typing.NamedTuple."""

        @classmethod
        def _make(cls, values: Any) -> Any:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed: Any) -> Any:
            made = _made(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            told = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)
