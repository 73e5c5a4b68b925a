"""Version 2 of the schema: polarity, certainty, venue and occasion of statements, all addressees, and refusals.

Frozen: see ``migrations``. SQLite can't change a CHECK, so the two tables that get a wider one are made anew; the views
stand on them and are made anew, too.
"""

from __future__ import annotations

from onrecord.record import schema_1

_SPAN = schema_1.SPAN

_STATEMENTS = """
CREATE TABLE statements_2 (  -- who is reported to have said what
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    speaker INTEGER REFERENCES actors (number),
    addressee INTEGER REFERENCES actors (number),  -- the first of addressees
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    mode TEXT NOT NULL CHECK (mode IN ('speech', 'writing', 'belief', 'intention', 'emotion')),
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),  -- 1: they did not say so, or said the opposite
    hedged INTEGER NOT NULL CHECK (hedged IN (0, 1)),  -- 1: the report does not vouch for its being said
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    said_on TEXT,
    said_earliest TEXT,
    said_latest TEXT,
    source TEXT,  -- as written; its offsets are in statement_spans, like those of the other words here
    cue TEXT,
    said TEXT NOT NULL,  -- the content as one readable line
    venue TEXT,
    occasion TEXT,
    UNIQUE (report, position)
)"""

_STATEMENT_SPANS = """
CREATE TABLE statement_spans_2 (  -- the characters that a statement rests on, and those that tell more of it
    statement INTEGER NOT NULL REFERENCES statements (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content', 'negation', 'hedge', 'venue', 'occasion')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (statement, role, position),
    {span}
) WITHOUT ROWID"""

_NEW_TABLES = (
    """
CREATE TABLE addressees (  -- whom a statement was said to, all of them
    statement INTEGER NOT NULL REFERENCES statements (number),
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number),
    PRIMARY KEY (statement, position)
) WITHOUT ROWID""",
    """
CREATE TABLE refusals (  -- who is reported to have said nothing; never to be read as something said
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    speaker INTEGER REFERENCES actors (number),  -- who kept silent
    addressee INTEGER REFERENCES actors (number),  -- whom they would not tell
    kind TEXT NOT NULL CHECK (kind IN ('declined', 'silent')),
    source TEXT,  -- as written; its offsets are in refusal_spans, like those of cue and matter
    cue TEXT NOT NULL,
    matter TEXT,  -- what they kept silent about
    UNIQUE (report, position)
)""",
    """
CREATE TABLE refusal_spans (  -- the characters that a refusal rests on
    refusal INTEGER NOT NULL REFERENCES refusals (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'matter')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (refusal, role),
    {span}
) WITHOUT ROWID""",
)

_INDEXES = (
    "CREATE INDEX statements_by_id ON statements (id)",
    "CREATE INDEX statements_by_speaker ON statements (speaker)",
    "CREATE INDEX statements_by_addressee ON statements (addressee)",
    "CREATE INDEX addressees_by_actor ON addressees (actor)",
    "CREATE INDEX refusals_by_id ON refusals (id)",
    "CREATE INDEX refusals_by_speaker ON refusals (speaker)",
    "CREATE INDEX refusals_by_addressee ON refusals (addressee)",
)

_WHO_SAID_WHAT = """
CREATE VIEW who_said_what AS
SELECT
    reports.name AS report,
    reports.published AS published,
    statements.said_on AS said_on,
    speaker.name AS speaker,
    speaker.kind AS speaker_kind,
    statements.kind AS kind,
    statements.mode AS mode,
    statements.negated AS negated,
    statements.hedged AS hedged,
    statements.source AS source,
    statements.cue AS cue,
    statements.said AS said,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actors.name FROM addressees JOIN actors ON actors.number = addressees.actor
            WHERE addressees.statement = statements.number ORDER BY addressees.position
        )
    ) AS addressees,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actors.name FROM relays JOIN actors ON actors.number = relays.actor
            WHERE relays.statement = statements.number ORDER BY relays.position
        )
    ) AS relayed_by,
    statements.venue AS venue,
    statements.occasion AS occasion,
    statements.confidence AS confidence,
    (SELECT min(start) FROM statement_spans WHERE statement = statements.number
        AND role IN ('source', 'cue', 'content')) AS start,
    (SELECT max("end") FROM statement_spans WHERE statement = statements.number
        AND role IN ('source', 'cue', 'content')) AS "end",
    statements.id AS statement
FROM statements
JOIN reports ON reports.number = statements.report
LEFT JOIN actors AS speaker ON speaker.number = statements.speaker
ORDER BY statements.number"""

_WHO_WOULD_NOT_SAY = """
CREATE VIEW who_would_not_say AS
SELECT
    reports.name AS report,
    reports.published AS published,
    actors.name AS who,
    actors.kind AS who_kind,
    refusals.kind AS kind,
    refusals.source AS source,
    refusals.cue AS cue,
    refusals.matter AS matter,
    (SELECT min(start) FROM refusal_spans WHERE refusal = refusals.number) AS start,
    (SELECT max("end") FROM refusal_spans WHERE refusal = refusals.number) AS "end",
    refusals.id AS refusal
FROM refusals
JOIN reports ON reports.number = refusals.report
LEFT JOIN actors ON actors.number = refusals.speaker
ORDER BY refusals.number"""

_OLD_VIEWS = {name: schema_1.view(name) for name in ("speakers", "reports_at_a_glance", "what_was_left_out")}

STATEMENTS: tuple[str, ...] = tuple(
    statement.replace("{span}", _SPAN).strip()
    for statement in (
        *(f"DROP VIEW IF EXISTS {name}" for name in ("who_said_what", *_OLD_VIEWS)),
        _STATEMENTS,
        """
INSERT INTO statements_2 SELECT number, id, report, position, speaker, addressee, kind, mode, 0, 0, confidence, said_on,
    said_earliest, said_latest, source, cue, said, NULL, NULL FROM statements""",
        _STATEMENT_SPANS,
        'INSERT INTO statement_spans_2 SELECT statement, role, position, start, "end", text FROM statement_spans',
        "DROP TABLE statement_spans",
        "DROP TABLE statements",
        "ALTER TABLE statements_2 RENAME TO statements",
        "ALTER TABLE statement_spans_2 RENAME TO statement_spans",
        *_NEW_TABLES,
        "INSERT INTO addressees SELECT number, 0, addressee FROM statements WHERE addressee IS NOT NULL",
        *_INDEXES,
        _WHO_SAID_WHAT,
        _WHO_WOULD_NOT_SAY,
        *_OLD_VIEWS.values(),
    )
)
