"""Lineage: which reports share whose words, how often statements are printed, and what became of quotations.

Frozen: see ``migrations``. Adds tables, columns and views and touches no others, so that its number can be any.
"""

from __future__ import annotations

from onrecord.record import schema_1, schema_3

_TABLES = (
    """
CREATE TABLE lineage (  -- a report that shares wording with another one
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number),
    copied_from INTEGER NOT NULL REFERENCES reports (number),
    kind TEXT NOT NULL CHECK (kind IN ('agency copy', 'copy', 'edited copy', 'excerpt', 'quotation only')),
    direction TEXT NOT NULL CHECK (direction IN ('known', 'unknown')),
    reason TEXT NOT NULL,
    same_words INTEGER NOT NULL,
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),  -- of the report's words
    share_of_source REAL NOT NULL CHECK (share_of_source BETWEEN 0 AND 1),
    agency TEXT
)""",
    """
CREATE TABLE lineage_passages (  -- what they share: the same words, edits apart
    lineage INTEGER NOT NULL REFERENCES lineage (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,  -- in lineage.report
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    source_start INTEGER NOT NULL,  -- in lineage.copied_from
    source_end INTEGER NOT NULL,
    source_text TEXT NOT NULL,
    PRIMARY KEY (lineage, position),
    {span}
) WITHOUT ROWID""",
    """
CREATE TABLE divergences (  -- the same words of somebody in two reports, with a difference; the worst first
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('attributed to someone else', 'altered', 'into quotation marks',
        'out of quotation marks', 'trimmed', 'marked', 'reworded')),
    report INTEGER NOT NULL REFERENCES reports (number),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    other_report INTEGER NOT NULL REFERENCES reports (number),
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    other_text TEXT NOT NULL,
    statement INTEGER REFERENCES statements (number),
    other_statement INTEGER REFERENCES statements (number),
    copied INTEGER NOT NULL CHECK (copied IN (0, 1)),  -- 1: the two share it by copying
    {span}
)""",
    """
CREATE TABLE divergence_changes (  -- word by word
    divergence INTEGER NOT NULL REFERENCES divergences (number),
    position INTEGER NOT NULL,
    here TEXT NOT NULL,
    there TEXT NOT NULL,
    PRIMARY KEY (divergence, position)
) WITHOUT ROWID""",
    "ALTER TABLE statements ADD COLUMN printings INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE statements ADD COLUMN independent INTEGER NOT NULL DEFAULT 1",
)

_INDEXES = (
    "CREATE INDEX lineage_by_report ON lineage (report)",
    "CREATE INDEX lineage_by_source ON lineage (copied_from)",
    "CREATE INDEX divergences_by_report ON divergences (report)",
    "CREATE INDEX divergences_by_other_report ON divergences (other_report)",
    "CREATE INDEX divergences_by_statement ON divergences (statement)",
    "CREATE INDEX divergences_by_other_statement ON divergences (other_statement)",
)

_VIEWS = (
    """
CREATE VIEW who_copied_whom AS
SELECT
    reports.name AS report,
    source.name AS copied_from,
    lineage.kind AS kind,
    lineage.direction AS direction,
    lineage.reason AS reason,
    lineage.agency AS agency,
    lineage.same_words AS same_words,
    lineage.share AS share,
    lineage.share_of_source AS share_of_source,
    (SELECT count(*) FROM lineage_passages WHERE lineage = lineage.number) AS passages,
    lineage.id AS lineage
FROM lineage
JOIN reports ON reports.number = lineage.report
JOIN reports AS source ON source.number = lineage.copied_from
ORDER BY lineage.number""",
    """
CREATE VIEW what_became_of_words AS
SELECT
    divergences.kind AS kind,
    reports.name AS report,
    divergences.text AS words,
    other.name AS other_report,
    divergences.other_text AS other_words,
    (
        SELECT group_concat(here || ' / ' || there, '; ') FROM (
            SELECT here, there FROM divergence_changes
            WHERE divergence = divergences.number ORDER BY position
        )
    ) AS changes,
    divergences.copied AS copied,
    divergences.id AS divergence
FROM divergences
JOIN reports ON reports.number = divergences.report
JOIN reports AS other ON other.number = divergences.other_report
ORDER BY divergences.number""",
    f"""
CREATE VIEW what_is_printed_most AS
SELECT
    statements.independent AS independent,
    statements.printings AS printings,
    {schema_3.label("speaker")} AS speaker,
    statements.cue AS cue,
    statements.said AS said,
    reports.name AS report,
    statements.id AS statement
FROM statements
JOIN reports ON reports.number = statements.report
LEFT JOIN actors AS speaker ON speaker.number = statements.speaker
WHERE statements.printings > 1
ORDER BY statements.independent DESC, statements.printings DESC, statements.number""",
)

STATEMENTS: tuple[str, ...] = tuple(
    statement.replace("{span}", schema_1.SPAN).strip() for statement in (*_TABLES, *_INDEXES, *_VIEWS)
)
