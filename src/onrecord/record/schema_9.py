"""Version 9 of the schema: what people decided about questions, and for whom the actors of positions speak.

Frozen: see ``migrations``.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE question_decisions (  -- what people decided about questions
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('name', 'merge', 'split', 'drop')),
    names TEXT NOT NULL,
    called TEXT,
    words TEXT,
    decided_by TEXT,
    decided_on TEXT,
    why TEXT,
    orphaned INTEGER NOT NULL CHECK (orphaned IN (0, 1))  -- 1: no question answers to it any more
)""",
    """CREATE TABLE questions_file (  -- the file of questions that the build went by, word for word; one row or none
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE spoken_for (  -- on whose side somebody with a position stands: a spokesman on that of a state
    actor INTEGER NOT NULL REFERENCES actors (number),
    position INTEGER NOT NULL,
    side INTEGER NOT NULL REFERENCES actors (number),
    PRIMARY KEY (actor, position)
) WITHOUT ROWID""",
    "CREATE INDEX spoken_for_by_side ON spoken_for (side)",
)
