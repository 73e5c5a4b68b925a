"""Version 1 of the schema, in SQLite's own words. Frozen: see ``migrations``.

The comments inside the statements stay in the file and are shown by ``.schema`` in the sqlite3 shell.
"""

from __future__ import annotations

_TABLES = (
    """
CREATE TABLE meta (  -- how the record was made
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID""",
    """
CREATE TABLE reports (  -- one published text each, as it came
    number INTEGER PRIMARY KEY,  -- place in this file
    id TEXT NOT NULL UNIQUE,  -- hash of the bytes
    name TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    agency TEXT,
    url TEXT,
    published TEXT,  -- best estimate, YYYY-MM-DD
    published_earliest TEXT,
    published_latest TEXT,
    language TEXT NOT NULL,
    tagged INTEGER NOT NULL CHECK (tagged IN (0, 1)),
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    text TEXT NOT NULL  -- all offsets count its Unicode code points from 0; "end" is not included
)""",
    """
CREATE TABLE chrome (  -- parts of a report's text that are the site's
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE times (  -- time expressions (TIMEX3)
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
    value TEXT NOT NULL,
    PRIMARY KEY (report, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE actors (  -- persons, states, organisations, bodies, groups
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    within TEXT NOT NULL  -- id of the only report that an actor without a name is known from, '' for all others
)""",
    """
CREATE TABLE actor_aliases (  -- the other names and descriptions of an actor
    actor INTEGER NOT NULL REFERENCES actors (number),
    alias TEXT NOT NULL,
    PRIMARY KEY (actor, alias)
) WITHOUT ROWID""",
    """
CREATE TABLE statements (  -- who is reported to have said what
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    speaker INTEGER REFERENCES actors (number),
    addressee INTEGER REFERENCES actors (number),
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    mode TEXT NOT NULL CHECK (mode IN ('speech', 'writing', 'belief', 'intention')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    said_on TEXT,
    said_earliest TEXT,
    said_latest TEXT,
    source TEXT,  -- as written; its offsets are in statement_spans, like those of cue and said
    cue TEXT,
    said TEXT NOT NULL,  -- the content as one readable line
    UNIQUE (report, position)
)""",
    """
CREATE TABLE statement_spans (  -- the characters that a statement rests on
    statement INTEGER NOT NULL REFERENCES statements (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (statement, role, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE relays (  -- whom a statement came through, outermost first
    statement INTEGER NOT NULL REFERENCES statements (number),
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (number),
    PRIMARY KEY (statement, position)
) WITHOUT ROWID""",
    """
CREATE TABLE actor_mentions (  -- the words that an actor's row rests on
    actor INTEGER NOT NULL REFERENCES actors (number),
    report INTEGER NOT NULL REFERENCES reports (number),
    role TEXT NOT NULL CHECK (role IN ('source', 'statement')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (actor, report, role, start, "end"),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE date_candidates (  -- days that a report (statement NULL) or a statement may be of
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    statement INTEGER REFERENCES statements (number),
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    weight REAL NOT NULL
)""",
    """
CREATE TABLE date_reasons (  -- why a date is believed
    number INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (number),
    statement INTEGER REFERENCES statements (number),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text TEXT,
    {span}
)""",
    """
CREATE TABLE unread (  -- what could not be read
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    sha256 TEXT NOT NULL
)""",
    """
CREATE TABLE duplicates (  -- files with the same bytes as a report
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    same_as TEXT NOT NULL,
    report INTEGER REFERENCES reports (number)
)""",
    """
CREATE TABLE finished (  -- results kept so that the next build need not analyse a report again
    key TEXT NOT NULL PRIMARY KEY,
    result BLOB NOT NULL
)""",
)

# A text that is no valid UTF-8 is a BLOB, whose length is in bytes; the writer has checked it like any other.
SPAN = """CHECK (0 <= start AND start <= "end"), CHECK (typeof(text) = 'blob' OR length(text) = "end" - start)"""

_INDEXES = (
    "CREATE INDEX reports_by_name ON reports (name)",
    "CREATE INDEX reports_by_published ON reports (published)",
    "CREATE INDEX statements_by_id ON statements (id)",
    "CREATE INDEX statements_by_speaker ON statements (speaker)",
    "CREATE INDEX statements_by_addressee ON statements (addressee)",
    "CREATE INDEX relays_by_actor ON relays (actor)",
    "CREATE INDEX actors_by_name ON actors (name)",
    "CREATE INDEX actor_mentions_by_report ON actor_mentions (report)",
    "CREATE INDEX date_candidates_by_report ON date_candidates (report, statement)",
    "CREATE INDEX date_candidates_by_statement ON date_candidates (statement)",
    "CREATE INDEX date_reasons_by_report ON date_reasons (report, statement)",
    "CREATE INDEX date_reasons_by_statement ON date_reasons (statement)",
)

# External content: the words are kept once, in the tables, and Datasette finds the index of a table by itself.
_FULL_TEXT = (
    """
CREATE VIRTUAL TABLE reports_fts USING fts5 (
    text, content="reports", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
)""",
    """
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    source, said, content="statements", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
)""",
)

_VIEWS = (
    """
CREATE VIEW who_said_what AS
SELECT
    reports.name AS report,
    reports.published AS published,
    statements.said_on AS said_on,
    speaker.name AS speaker,
    speaker.kind AS speaker_kind,
    statements.kind AS kind,
    statements.mode AS mode,
    statements.source AS source,
    statements.cue AS cue,
    statements.said AS said,
    addressee.name AS addressee,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actors.name FROM relays JOIN actors ON actors.number = relays.actor
            WHERE relays.statement = statements.number ORDER BY relays.position
        )
    ) AS relayed_by,
    statements.confidence AS confidence,
    (SELECT min(start) FROM statement_spans WHERE statement = statements.number) AS start,
    (SELECT max("end") FROM statement_spans WHERE statement = statements.number) AS "end",
    statements.id AS statement
FROM statements
JOIN reports ON reports.number = statements.report
LEFT JOIN actors AS speaker ON speaker.number = statements.speaker
LEFT JOIN actors AS addressee ON addressee.number = statements.addressee
ORDER BY statements.number""",
    """
CREATE VIEW speakers AS
SELECT
    actors.name AS speaker,
    actors.kind AS kind,
    count(*) AS statements,
    count(DISTINCT statements.report) AS reports,
    min(coalesce(statements.said_on, reports.published)) AS first_said,
    max(coalesce(statements.said_on, reports.published)) AS last_said,
    (
        SELECT group_concat(alias, '; ') FROM (
            SELECT alias FROM actor_aliases WHERE actor = actors.number ORDER BY alias
        )
    ) AS also_called,
    actors.id AS actor
FROM statements
JOIN actors ON actors.number = statements.speaker
JOIN reports ON reports.number = statements.report
GROUP BY actors.number
ORDER BY count(*) DESC, actors.name""",
    """
CREATE VIEW reports_at_a_glance AS
SELECT
    reports.name AS report,
    reports.published AS published,
    reports.outlet AS outlet,
    reports.title AS title,
    reports.language AS language,
    (SELECT count(*) FROM statements WHERE report = reports.number) AS statements,
    (SELECT count(DISTINCT speaker) FROM statements WHERE report = reports.number) AS speakers,
    reports.characters AS characters,
    (SELECT coalesce(sum("end" - start), 0) FROM chrome WHERE report = reports.number) AS chrome_characters,
    reports.id AS id
FROM reports
ORDER BY reports.number""",
    """
CREATE VIEW what_was_left_out AS
SELECT name AS name, 'could not be read' AS what, reason AS why, sha256 AS sha256 FROM unread
UNION ALL
SELECT name, 'same bytes as another report', same_as, sha256 FROM duplicates
UNION ALL
SELECT name, 'kept, but not searched for statements', 'language: ' || language, sha256 FROM reports WHERE NOT tagged""",
)

STATEMENTS: tuple[str, ...] = (
    *(table.replace("{span}", SPAN).strip() for table in _TABLES),
    *_INDEXES,
    *(table.strip() for table in _FULL_TEXT),
    *(view.strip() for view in _VIEWS),
)


def view(name: str) -> str:
    """The statement that creates a view, for later steps that make it anew."""
    return next(v.strip() for v in _VIEWS if v.strip().startswith(f"CREATE VIEW {name} AS"))
