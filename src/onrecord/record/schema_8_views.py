"""The views of version 8 of the schema. Frozen: see ``migrations``."""

from __future__ import annotations

from onrecord.record import schema_3

_SETTLED = """(
        SELECT max(position) FROM settlements AS last WHERE last.{column} = {table}.number
    )"""
_WORDS = """(
        SELECT group_concat(text, ' … ') FROM (
            SELECT text FROM settlement_spans WHERE settlement = settlements.number ORDER BY position
        )
    )"""


def _settlement(table: str, column: str) -> str:
    last = _SETTLED.format(table=table, column=column)
    return f"""LEFT JOIN settlements ON settlements.{column} = {table}.number AND settlements.position = {last}
LEFT JOIN reports AS settling ON settling.number = settlements.report"""


_COMMITMENTS = f"""
CREATE VIEW what_they_said_they_would_do AS
SELECT
    reports.name AS report,
    reports.published AS published,
    {schema_3.label("actors")} AS who,
    declarations.cue AS cue,
    CASE declarations.polarity WHEN 'negative' THEN 'NOT: ' ELSE '' END || declarations.act AS what,
    declarations.condition AS condition,
    declarations.deadline AS deadline,
    declarations.deadline_latest AS deadline_latest,
    {schema_3.label("target")} AS towards,
    declarations.kind AS kind,
    declarations.polarity AS polarity,
    declarations.strength AS strength,
    commitments.status AS status,
    settlements.because AS because,
    settling.name AS settled_by,
    {_WORDS} AS settled_words,
    commitments.independent AS independent,
    commitments.printings AS printings,
    statements.id AS statement,
    commitments.id AS commitment
FROM commitments
JOIN commitment_sightings ON commitment_sightings.commitment = commitments.number
JOIN declarations ON declarations.number = commitment_sightings.declaration
JOIN reports ON reports.number = declarations.report
LEFT JOIN actors ON actors.number = declarations.actor
LEFT JOIN actors AS target ON target.number = declarations.target
LEFT JOIN statements ON statements.number = declarations.statement
{_settlement("commitments", "commitment")}
ORDER BY commitments.number, commitment_sightings.position"""

_FORECASTS = f"""
CREATE VIEW what_was_expected AS
SELECT
    reports.name AS report,
    reports.published AS published,
    {schema_3.label("actors")} AS who,
    {schema_3.label("subject")} AS of_whom,
    expectations.cue AS cue,
    CASE expectations.polarity WHEN 'negative' THEN 'NOT: ' ELSE '' END || expectations.expected AS what,
    expectations.condition AS condition,
    expectations.likelihood AS likelihood,
    expectations.polarity AS polarity,
    expectations.expected_earliest AS expected_earliest,
    expectations.expected_latest AS expected_latest,
    forecasts.status AS status,
    settlements.because AS because,
    settling.name AS settled_by,
    {_WORDS} AS settled_words,
    forecasts.independent AS independent,
    forecasts.printings AS printings,
    statements.id AS statement,
    forecasts.id AS forecast
FROM forecasts
JOIN forecast_sightings ON forecast_sightings.forecast = forecasts.number
JOIN expectations ON expectations.number = forecast_sightings.expectation
JOIN reports ON reports.number = expectations.report
LEFT JOIN actors ON actors.number = expectations.actor
LEFT JOIN actors AS subject ON subject.number = expectations."of"
LEFT JOIN statements ON statements.number = expectations.statement
{_settlement("forecasts", "forecast")}
ORDER BY forecasts.number, forecast_sightings.position"""

_EVENTS = f"""
CREATE VIEW what_happened AS
SELECT
    events.day AS day,
    events.earliest AS earliest,
    events.latest AS latest,
    events.state AS state,
    {schema_3.label("actors")} AS who,
    happenings.act AS act,
    happenings.subject AS subject,
    {schema_3.label("recipient")} AS to_whom,
    happenings.place AS place,
    clause.text AS words,
    reports.name AS report,
    events.independent AS independent,
    events.printings AS printings,
    (SELECT count(*) FROM event_disagreements WHERE event = events.number) AS disagreements,
    settlements.because AS because,
    settling.name AS settled_by,
    {_WORDS} AS settled_words,
    events.id AS event
FROM events
JOIN happenings ON happenings.number = events.happening
JOIN reports ON reports.number = happenings.report
JOIN happening_spans AS clause ON clause.happening = happenings.number AND clause.role = 'clause'
LEFT JOIN actors ON actors.number = happenings.actor
LEFT JOIN actors AS recipient ON recipient.number = happenings.recipient
{_settlement("events", "event")}
ORDER BY events.day IS NULL, events.day, events.number"""

_POSITIONS = f"""
CREATE VIEW where_they_stand AS
SELECT
    questions.name AS question,
    {schema_3.label("actors")} AS who,
    positions.day AS day,
    positions.side AS side,
    positions.strength AS strength,
    positions.change AS change,
    stances.matter AS matter,
    stances.words AS words,
    stances.condition AS condition,
    reports.name AS report,
    positions.independent AS independent,
    positions.printings AS printings,
    statements.id AS statement,
    questions.id AS question_id,
    positions.id AS position
FROM positions
JOIN questions ON questions.number = positions.question
JOIN actors ON actors.number = positions.actor
JOIN stances ON stances.number = positions.stance
JOIN reports ON reports.number = stances.report
LEFT JOIN statements ON statements.number = stances.statement
ORDER BY questions.number, actors.name, actors.id, positions.number"""

_FRAMES = f"""
CREATE VIEW who_calls_it_what AS
SELECT
    frames.thing AS thing,
    coalesce({schema_3.label("actors")}, frames.outlet) AS who,
    CASE WHEN frames.actor IS NULL THEN 'outlet' ELSE 'actor' END AS voice,
    frames.wording AS wording,
    count(*) AS times,
    count(DISTINCT namings.report) AS reports,
    (
        SELECT reports.name FROM frame_sightings AS first
        JOIN namings AS named ON named.number = first.naming
        JOIN reports ON reports.number = named.report
        WHERE first.frame = frames.number ORDER BY first.position LIMIT 1
    ) AS report,
    frames.id AS frame
FROM frames
JOIN frame_sightings ON frame_sightings.frame = frames.number
JOIN namings ON namings.number = frame_sightings.naming
LEFT JOIN actors ON actors.number = frames.actor
GROUP BY frames.number
ORDER BY frames.thing, frames.number"""

VIEWS: tuple[str, ...] = (_COMMITMENTS, _FORECASTS, _EVENTS, _POSITIONS, _FRAMES)
