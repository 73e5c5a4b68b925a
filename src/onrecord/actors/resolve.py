"""Report in, report out: every statement with its speaker, addressee and relays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.actors.addressees import Addressees
from onrecord.actors.casting import cast_of
from onrecord.actors.chains import Chains
from onrecord.actors.datelines import Dateline, find_datelines
from onrecord.actors.entities import Entity
from onrecord.actors.names import NameFinder
from onrecord.actors.offices import Offices, Stated
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.relays import Relays
from onrecord.actors.speakers import Speakers
from onrecord.actors.tokens import Tokens, tokenize
from onrecord.actors.words import DETERMINERS, PRONOUNS, is_document
from onrecord.domain import Actor, Description, Mention, Refusal, Report, Span, Statement


def resolve(report: Report) -> Report:
    """Return ``report`` with the actors of its statements, refusals and mentions filled in, and with ``descriptions``.

    What was there before is replaced. A speaker is None where there is no source or nothing in the report says who is
    meant. All statements of one actor carry the same ``Actor``. Actors without a name are confined to the report.
    """
    tokens = tokenize(report.text, report.chrome)
    told = (*report.statements, *map(_as_statement, report.refusals))  # who keeps silent is found like who speaks
    sources = tuple(
        tokens.range_of(statement.source.start, statement.source.end)
        for statement in told
        if statement.source is not None
    )
    datelines = _not_sources(find_datelines(tokens), sources)
    names = NameFinder(tokens, datelines, sources).find()
    cast = cast_of(PhraseReader(tokens, names), names, datelines, sources)
    chains = Chains(cast, report.mentions)
    speakers = Speakers(cast, told, chains)
    said_by = speakers.all()
    addressees = Addressees(cast, speakers)
    addressed = [addressees.of(statement, said_by[i]) for i, statement in enumerate(told)]
    relays = Relays(cast, told, speakers)
    relayed = [relays.of(i) for i in range(len(report.statements))]
    for statement, speaker in zip(told, said_by, strict=True):
        if statement.source is not None and speaker is not None:
            _remember(tokens, statement.source, speaker)
    actors: dict[int, Actor] = {}

    def actor(entity: Entity) -> Actor:
        if entity.number not in actors:
            actors[entity.number] = entity.actor(report.id)
        return actors[entity.number]

    def filled(index: int, statement: Statement) -> Statement:
        speaker = said_by[index]
        addressees = tuple(actor(entity) for entity in addressed[index])
        return replace(
            statement,
            speaker=actor(speaker) if speaker is not None else None,
            addressee=addressees[0] if addressees else None,
            addressees=addressees,
            relayed_by=tuple(actor(entity) for entity in relayed[index]),
        )

    def silent(index: int, refusal: Refusal) -> Refusal:
        speaker, addressees = said_by[index], addressed[index]
        return replace(
            refusal,
            speaker=actor(speaker) if speaker is not None else None,
            addressee=actor(addressees[0]) if addressees else None,
        )

    statements = tuple(filled(i, statement) for i, statement in enumerate(report.statements))
    refusals = tuple(silent(i, one) for i, one in enumerate(report.refusals, start=len(statements)))
    descriptions = tuple(
        Description(
            actor(stated.entity),
            stated.title,
            Span.of(report.text, tokens[stated.first].start, tokens[stated.last - 1].end),
            of=actor(stated.of) if stated.of is not None else None,
            office=stated.office,
            tenure=stated.tenure,
            gender=stated.entity.gender,
        )
        for stated in _described(Offices(cast, speakers.references), tokens, told, said_by)
    )
    mentions = tuple(
        _meaning(mention, entity, actor) if entity is not None else mention
        for mention, entity in zip(report.mentions, chains.all(), strict=True)
    )
    return replace(report, statements=statements, refusals=refusals, descriptions=descriptions, mentions=mentions)


def _meaning(mention: Mention, entity: Entity, actor: Callable[[Entity], Actor]) -> Mention:
    kind = mention.kind if entity.kind == "unknown" else entity.kind
    return replace(mention, kind=kind, actor=actor(entity))


def _described(
    offices: Offices, tokens: Tokens, statements: Sequence[Statement], said_by: Sequence[Entity | None]
) -> list[Stated]:
    """What is said of named people beside their names, and by the sources that were resolved to them."""
    found = offices.all()
    for statement, speaker in zip(statements, said_by, strict=True):
        if statement.source is not None and speaker is not None and offices.is_named(speaker):
            stated = offices.of_source(*tokens.range_of(statement.source.start, statement.source.end), speaker)
            if stated is not None and all(stated.first != other.first for other in found):
                found.append(stated)
    return sorted(found, key=lambda stated: (stated.first, stated.last, stated.entity.number))


def _not_sources(datelines: tuple[Dateline, ...], sources: tuple[tuple[int, int], ...]) -> tuple[Dateline, ...]:
    """Datelines that no source stands in: "SMITH: …" is a speaker of a transcript."""
    taken = {index for first, last in sources for index in range(first, min(last, first + 200))}
    return tuple(line for line in datelines if not any(index in taken for index in range(line.first, line.last)))


def _remember(tokens: Tokens, source: Span, speaker: Entity) -> None:
    """Keep the words of a source as another name of its speaker, without determiner; pronouns say nothing."""
    first, last = tokens.range_of(source.start, source.end)
    while first < last and (tokens[first].fold in DETERMINERS | {"one"} or not tokens[first].is_word):
        first += 1
    while last > first and (not tokens[last - 1].is_word or tokens[last - 1].is_possessive):
        last -= 1
    if first >= last or last - first > 8 or is_document(tokens[last - 1].fold):
        return
    if any(tokens[i].fold in PRONOUNS | {"and", "or", "others"} for i in range(first, last)):
        return
    if any(not tokens[i].is_word and tokens[i].text not in "'’s-/&." for i in range(first, last)):
        return
    words = tokens.words(first, last)
    if words.isdigit() or any(name in words and name != words for name in speaker.surfaces if " " in name):
        return  # "Downing Street" is not called "10", and a title before a name makes no other name
    speaker.add_surface(words)


def _as_statement(refusal: Refusal) -> Statement:
    """A refusal in the shape that actors are resolved in; it leaves this module as a refusal."""
    return Statement(refusal.source, refusal.cue, (), "indirect", "speech", 0.0)
