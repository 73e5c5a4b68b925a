"""The mentions of actors and places among all that the tagger marks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.states import state_named
from onrecord.domain import ActorKind, Mention, Span
from onrecord.tagging import TaggedMention

_KINDS: dict[str, ActorKind] = {"person": "person", "organization": "organisation", "place": "place"}
_PLURAL = frozenset(
    ["they", "them", "their", "themselves", "we", "us", "our", "ourselves", "people", "police", "men", "women"]
)


def mentions(
    text: str, starts: Sequence[int], ends: Sequence[int], tagged: Sequence[TaggedMention]
) -> tuple[Mention, ...]:
    """Mentions of persons, groups, organisations, states and places, in text order.

    Args:
        text: the report's text.
        starts, ends: offsets of its words, Unicode code points, half-open.
        tagged: mentions of anything, as ranges of words.
    """
    found = []
    for mention in tagged:
        if mention.type in _KINDS:
            span = Span.of(text, starts[mention.low], ends[mention.high - 1])
            head = Span.of(text, starts[mention.head], ends[mention.head])
            found.append(
                Mention(span, head, _kind(mention.type, span.text, head.text), mention.entity, mention.certainty)
            )
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))


def _kind(kind: str, words: str, head: str) -> ActorKind:
    if kind != "person" and state_named(words.removeprefix("the ").removeprefix("The ")) is not None:
        return "state"
    if kind == "person" and (
        head.casefold() in _PLURAL or (head.islower() and head.endswith("s") and not head.endswith("ss"))
    ):
        return "group"
    return _KINDS[kind]
