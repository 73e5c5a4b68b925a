"""Version 6 of the schema: instruments, where reports name them, and the statements that cite them. Frozen: see
``migrations``."""

from __future__ import annotations

from onrecord.record import schema_1, schema_3

_NEW_TABLES = (
    """
CREATE TABLE instruments (  -- resolutions, charters, treaties, agreements, laws, rulings and norms
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('resolution', 'charter', 'treaty', 'agreement', 'declaration', 'constitution', 'law', 'ruling', 'norm')),
    body TEXT,  -- who adopted or issued it
    numbered TEXT,  -- its number there
    dated TEXT,  -- the year that it is of
    topic TEXT,
    identified INTEGER NOT NULL CHECK (identified IN (0, 1)),  -- 0: a report speaks of one without saying which
    within TEXT NOT NULL  -- the only report that one which is not identified is known from
)""",
    """
CREATE TABLE instrument_mentions (  -- where a report names an instrument, or means one
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    instrument INTEGER NOT NULL REFERENCES instruments (number),
    part TEXT,  -- the article, chapter or paragraph
    because TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE grounds (  -- the instruments that a statement cites
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (number),
    position INTEGER NOT NULL,
    instrument INTEGER NOT NULL REFERENCES instruments (number),
    part TEXT,
    relation TEXT NOT NULL CHECK (relation IN ('invoked', 'breach alleged', 'breach denied', 'mentioned')),
    UNIQUE (statement, position)
)""",
    """
CREATE TABLE ground_spans (  -- the characters that a ground rests on
    ground INTEGER NOT NULL REFERENCES grounds (number),
    role TEXT NOT NULL CHECK (role IN ('mention', 'relation')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (ground, role),
    {span}
) WITHOUT ROWID""",
)

_INDEXES = (
    "CREATE INDEX instruments_by_id ON instruments (id)",
    "CREATE INDEX instrument_mentions_by_instrument ON instrument_mentions (instrument)",
    "CREATE INDEX grounds_by_id ON grounds (id)",
    "CREATE INDEX grounds_by_instrument ON grounds (instrument)",
)

_WHO_CITES_WHAT = f"""
CREATE VIEW who_cites_what AS
SELECT
    reports.name AS report,
    reports.published AS published,
    statements.said_on AS said_on,
    {schema_3.label("actors")} AS speaker,
    statements.negated AS negated,
    grounds.relation AS relation,
    instruments.name AS instrument,
    instruments.kind AS kind,
    grounds.part AS part,
    mention.text AS words,
    shown.text AS relation_words,
    statements.said AS said,
    mention.start AS start,
    mention."end" AS "end",
    instruments.id AS instrument_id,
    statements.id AS statement,
    grounds.id AS ground
FROM grounds
JOIN instruments ON instruments.number = grounds.instrument
JOIN statements ON statements.number = grounds.statement
JOIN reports ON reports.number = statements.report
JOIN ground_spans AS mention ON mention.ground = grounds.number AND mention.role = 'mention'
LEFT JOIN ground_spans AS shown ON shown.ground = grounds.number AND shown.role = 'relation'
LEFT JOIN actors ON actors.number = statements.speaker
ORDER BY grounds.number"""

STATEMENTS: tuple[str, ...] = tuple(
    statement.replace("{span}", schema_1.SPAN).strip() for statement in (*_NEW_TABLES, *_INDEXES, _WHO_CITES_WHAT)
)
