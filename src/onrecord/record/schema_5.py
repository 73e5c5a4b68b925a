"""Version 5 of the schema: reasons that speak against a date, and reasons that rest on another report's words.

Frozen: see ``migrations``. The other report is named by its id and not by its number, which it may not have yet when
the reason is written.
"""

from __future__ import annotations

_SIBLING = """
    (sibling_start IS NULL AND sibling_end IS NULL AND sibling_text IS NULL)
    OR (sibling IS NOT NULL AND sibling_start >= 0 AND sibling_end >= sibling_start AND sibling_text IS NOT NULL)
"""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE date_reasons ADD COLUMN against INTEGER NOT NULL DEFAULT 0 CHECK (against IN (0, 1))",
    "ALTER TABLE date_reasons ADD COLUMN sibling TEXT",  # id of another report
    "ALTER TABLE date_reasons ADD COLUMN sibling_start INTEGER",
    "ALTER TABLE date_reasons ADD COLUMN sibling_end INTEGER",
    f"ALTER TABLE date_reasons ADD COLUMN sibling_text TEXT CHECK ({' '.join(_SIBLING.split())})",
)
