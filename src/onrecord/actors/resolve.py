"""Report in, report out: every statement with its speaker, addressee and relays."""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.addressees import Addressees
from onrecord.actors.cast import Cast
from onrecord.actors.chains import Chains
from onrecord.actors.datelines import Dateline, find_datelines
from onrecord.actors.entities import Entity
from onrecord.actors.names import NameFinder
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.relays import Relays
from onrecord.actors.speakers import Speakers
from onrecord.actors.tokens import Tokens, tokenize
from onrecord.actors.words import DETERMINERS, PRONOUNS, is_document
from onrecord.domain import Actor, Mention, Report, Span, Statement


def resolve(report: Report) -> Report:
    """Return ``report`` with ``speaker``, ``addressee`` and ``relayed_by`` of every statement filled in, and the actors
    of its mentions.

    What was there before is replaced. A speaker is None where there is no source or nothing in the report says who is
    meant. All statements of one actor carry the same ``Actor``. Actors without a name are confined to the report.
    """
    if not report.statements:
        return report
    tokens = tokenize(report.text, report.chrome)
    sources = tuple(
        tokens.range_of(statement.source.start, statement.source.end)
        for statement in report.statements
        if statement.source is not None
    )
    datelines = _not_sources(find_datelines(tokens), sources)
    names = NameFinder(tokens, datelines, sources).find()
    cast = Cast(PhraseReader(tokens, names), names, datelines, sources)
    chains = Chains(cast, report.mentions)
    speakers = Speakers(cast, report.statements, chains)
    said_by = speakers.all()
    addressees = Addressees(cast, speakers)
    addressed = [addressees.of(statement, said_by[i]) for i, statement in enumerate(report.statements)]
    relays = Relays(cast, report.statements, speakers)
    relayed = [relays.of(i) for i in range(len(report.statements))]
    for statement, speaker in zip(report.statements, said_by, strict=True):
        if statement.source is not None and speaker is not None:
            _remember(tokens, statement.source, speaker)
    actors: dict[int, Actor] = {}

    def actor(entity: Entity) -> Actor:
        if entity.number not in actors:
            actors[entity.number] = entity.actor(report.id)
        return actors[entity.number]

    def filled(index: int, statement: Statement) -> Statement:
        speaker, addressee = said_by[index], addressed[index]
        return replace(
            statement,
            speaker=actor(speaker) if speaker is not None else None,
            addressee=actor(addressee) if addressee is not None else None,
            relayed_by=tuple(actor(entity) for entity in relayed[index]),
        )

    done = tuple(filled(i, statement) for i, statement in enumerate(report.statements))
    mentions = tuple(
        _meaning(mention, entity, actors) if entity is not None else mention
        for mention, entity in zip(report.mentions, chains.all(), strict=True)
    )
    return replace(report, statements=done, mentions=mentions)


def _meaning(mention: Mention, entity: Entity, actors: dict[int, Actor]) -> Mention:
    kind = mention.kind if entity.kind == "unknown" else entity.kind
    return replace(mention, kind=kind, actor=actors.get(entity.number))


def _not_sources(datelines: tuple[Dateline, ...], sources: tuple[tuple[int, int], ...]) -> tuple[Dateline, ...]:
    """Datelines that no source stands in: "SMITH: …" is a speaker of a transcript."""
    taken = {index for first, last in sources for index in range(first, min(last, first + 200))}
    return tuple(line for line in datelines if not any(index in taken for index in range(line.first, line.last)))


def _remember(tokens: Tokens, source: Span, speaker: Entity) -> None:
    """Keep the words of a source as another name of its speaker, without determiner; pronouns say nothing."""
    first, last = tokens.range_of(source.start, source.end)
    while first < last and (tokens[first].fold in DETERMINERS or not tokens[first].is_word):
        first += 1
    while last > first and (not tokens[last - 1].is_word or tokens[last - 1].is_possessive):
        last -= 1
    if first >= last or last - first > 8 or is_document(tokens[last - 1].fold):
        return
    if any(tokens[i].fold in PRONOUNS | {"and", "or", "others"} for i in range(first, last)):
        return
    if any(not tokens[i].is_word and tokens[i].text not in "'’s-/&." for i in range(first, last)):
        return
    speaker.add_surface(tokens.words(first, last))
