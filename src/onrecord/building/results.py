"""An analysed report as compact bytes, and back: what a build keeps so that no report is analysed twice.

The bytes are UTF-8 JSON: unlike a pickle it can be read from a file that a stranger sent, and equal reports give
equal bytes. Spans are kept as offsets and get their words back from the report's text; an actor who is named in
many statements is kept once. Fields that hold their default are left out. The codec follows the domain's dataclasses
by their annotations, so that a field added there is never silently lost here.

Behind a line feed, which JSON does not hold unescaped, stands the report's outline (``dating.outline``), deflated: what
the pile asks of a report's words, so that these need not be gone through once more for each pile.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.domain import Actor, Report, Span

if TYPE_CHECKING:
    from onrecord.dating import Outline

FORMAT = 2  # of the bytes below; part of every key, so that older results are ignored instead of misread
_LEVEL = 6  # of compression
_OUTLINE_BYTES, _OUTLINE_BYTES_PER_CHARACTER = 100_000, 400


class DamagedResult(ValueError):
    """Bytes that are not a result that was written here."""


@dataclass(slots=True)
class _Context:
    """What the values of one report share: its text, and its actors by their place in the list."""

    text: str
    actors: list[Any] = field(default_factory=list)
    places: dict[Actor, int] = field(default_factory=dict)


_Encoder = Callable[[Any, _Context], Any]
_Decoder = Callable[[Any, _Context], Any]


def encode(report: Report) -> bytes:
    """The bytes of a report and its outline; ``decode`` gives back an equal one."""
    from onrecord.dating import Outline, outline

    context = _Context(report.text)
    body = _fields_of(Report).encode(report, context)
    told = _fields_of(Outline).encode(outline(report), context)
    return _json({"report": body, "actors": context.actors}) + b"\n" + zlib.compress(_json(told), _LEVEL)


def decode(data: bytes) -> Report:
    """The report that ``encode`` was given.

    Raises:
        DamagedResult: the bytes were not written by ``encode``, or were changed since.
    """
    try:
        document = _from_json(data[: data.index(b"\n")])
        body = document["report"]
        context = _Context(body["text"])
        actor = _fields_of(Actor)
        context.actors = [actor.decode(item, context) for item in document["actors"]]
        report: Report = _fields_of(Report).decode(body, context)
    except (ValueError, TypeError, LookupError, AttributeError) as error:  # EvidenceError is a ValueError
        raise DamagedResult(f"not a stored result: {error}") from error
    return report


def decode_outline(data: bytes, report: Report) -> Outline:
    """The outline of the report that ``encode`` was given, which is ``decode(data)``.

    Raises:
        DamagedResult: the bytes were not written by ``encode``, or were changed since.
    """
    from onrecord.dating import Outline

    try:
        # Of a stranger's bytes no more is inflated than a text of this length can make up.
        most = _OUTLINE_BYTES + _OUTLINE_BYTES_PER_CHARACTER * len(report.text)
        stream = zlib.decompressobj()
        inflated = stream.decompress(data[data.index(b"\n") + 1 :], most)
        if not stream.eof:
            raise ValueError("its outline is cut off, or too long")
        found: Outline = _fields_of(Outline).decode(_from_json(inflated), _Context(report.text))
    except (ValueError, TypeError, LookupError, AttributeError, zlib.error) as error:
        raise DamagedResult(f"not a stored result: {error}") from error
    return found


def _json(value: Any) -> bytes:
    # Lone surrogates are not UTF-8 but may stand in a report; escaping them as JSON does would join two that follow
    # each other into one character, so they are passed through.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _from_json(data: bytes) -> Any:
    return json.loads(data.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class _Codec:
    encode: _Encoder
    decode: _Decoder


@cache
def _fields_of(cls: type) -> _Codec:
    """The codec of a dataclass: its fields by name, without those that hold their default."""
    hints = get_type_hints(cls)
    codecs = [(f.name, f.default, _codec(hints[f.name])) for f in fields(cls) if f.init]
    by_name = {name: codec for name, _, codec in codecs}

    def encode(value: Any, context: _Context) -> Any:
        result = {}
        for name, default, codec in codecs:
            item = getattr(value, name)
            if default is MISSING or item != default:
                result[name] = codec.encode(item, context)
        return result

    def decode(stored: Any, context: _Context) -> Any:
        return cls(**{name: by_name[name].decode(item, context) for name, item in stored.items()})

    return _Codec(encode, decode)


@cache
def _codec(hint: Any) -> _Codec:
    """The codec of values with an annotation."""
    if hint is Span:
        return _SPAN
    if hint is Actor:
        return _ACTOR
    if hint is date:
        return _Codec(lambda value, _: value.isoformat(), lambda stored, _: date.fromisoformat(stored))
    if isinstance(hint, type) and is_dataclass(hint):
        return _fields_of(hint)
    arguments = get_args(hint)
    if hint in (str, int, bool):
        return _Codec(lambda value, _: value, lambda stored, _: _a(hint, stored))
    if hint is float:  # numpy's floats are no JSON
        return _Codec(lambda value, _: float(value), lambda stored, _: _a(float, stored))
    if get_origin(hint) is Literal:
        return _Codec(lambda value, _: value, lambda stored, _: arguments[arguments.index(stored)])
    if get_origin(hint) is frozenset:
        item = _codec(arguments[0])
        return _Codec(
            lambda value, context: sorted(item.encode(each, context) for each in value),
            lambda stored, context: frozenset(item.decode(each, context) for each in stored),
        )
    if get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _plain(arguments[0]) if arguments[0] in (str, int) else _many(_codec(arguments[0]))
    if get_origin(hint) in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        return _optional(_codec(next(argument for argument in arguments if argument is not type(None))))
    raise TypeError(f"results can't hold values of type {hint}: teach onrecord.building.results about it")


def _a(kind: type, stored: Any) -> Any:
    if type(stored) is not kind:
        raise TypeError(f"{type(stored).__name__} where {kind.__name__} should be")
    return stored


def _plain(kind: type) -> _Codec:
    """The codec of a tuple of strings or whole numbers, of which an outline has thousands."""

    def decode(stored: Any, _: _Context) -> Any:
        if type(stored) is not list or not all(type(each) is kind for each in stored):
            raise TypeError(f"no list of {kind.__name__}")
        return tuple(stored)

    return _Codec(lambda value, _: list(value), decode)


def _many(item: _Codec) -> _Codec:
    return _Codec(
        lambda value, context: [item.encode(each, context) for each in value],
        lambda stored, context: tuple(item.decode(each, context) for each in stored),
    )


def _optional(item: _Codec) -> _Codec:
    return _Codec(
        lambda value, context: None if value is None else item.encode(value, context),
        lambda stored, context: None if stored is None else item.decode(stored, context),
    )


def _encode_actor(actor: Actor, context: _Context) -> int:
    place = context.places.get(actor)
    if place is None:
        place = context.places[actor] = len(context.actors)
        context.actors.append(_fields_of(Actor).encode(actor, context))
    return place


_SPAN = _Codec(
    lambda span, _: [span.start, span.end],
    lambda stored, context: Span.of(context.text, *stored),
)
_ACTOR = _Codec(_encode_actor, lambda stored, context: context.actors[stored])
