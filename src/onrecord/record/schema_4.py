"""Version 4 of the schema: what the value of a time expression leaves out ("early", "late", "nearly").

Frozen: see ``migrations``.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE times ADD COLUMN modifier TEXT",  # TIMEX3's: START, MID, END, APPROX, LESS_THAN, MORE_THAN, …
)
