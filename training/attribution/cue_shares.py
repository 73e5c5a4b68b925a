"""Count how often each word of the training reports is (part of) a cue, for the confidence of statements.

    python -m training.attribution.cue_shares --polnear DIR/train --out src/onrecord/statements/cue_shares.tsv

"said" is a cue nearly wherever it stands, "signed" seldom: a statement whose cue has no word of the first sort is
doubtful, whatever the tagger says. Words that are a cue less than twice are left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from training.attribution.data import load

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    a = parser.parse_args()
    cues: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for document in load(a.polnear):
        marked = {at for attribution in document.annotations[0] for span in attribution["cue"] for at in range(*span)}
        for match in _WORD.finditer(document.text):
            word = match.group().lower()
            words[word] += 1
            cues[word] += match.start() in marked
    rows = [f"{word}\t{cues[word]}\t{words[word]}\n" for word in sorted(words) if cues[word] >= 2]
    a.out.write_text("word\tcues\toccurrences\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
