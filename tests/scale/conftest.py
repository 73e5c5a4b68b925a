from __future__ import annotations

import sys
from pathlib import Path

for folder in ("building", "reading"):  # what these tests share with those
    sys.path.append(str(Path(__file__).parents[1] / folder))
