"""Who "he", "she", "they" and "the minister" are, against GUM: what the rules find alone, and with chains.

    python -m training.mentions.references --gum DIR [--part dev]

Every such mention of a person or organisation that GUM's chain names earlier in the document is given to
``onrecord.actors.resolve`` as if it were a statement's source. Right is an actor whose name shares a word with a name in
the chain. The rules were not made on GUM; the network was trained on its training part, so only ``dev`` measures it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.actors import mentions, resolve
from onrecord.domain import Report, Span, Statement
from onrecord.reading import report_from_text
from onrecord.tagging import load_tagger, split_words
from onrecord.tagging.tagger import AttributionTagger
from training.mentions.data import GoldMention, GumDocument, load_gum

_PRONOUNS = ("he", "she", "they")
_NOT_NAMES = frozenset(
    [
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "they",
        "them",
        "their",
        "it",
        "its",
        "who",
        "which",
        "that",
    ]
)


def asked(document: GumDocument) -> Iterator[tuple[str, GoldMention, frozenset[str]]]:
    """The kind of each reference, the mention, and the words of the names that its chain had before."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for mention in sorted(document.mentions, key=lambda m: (m.start, -m.end)):
        words = document.text[mention.start : mention.end]
        low = words.casefold()
        description = low.startswith("the ") and words[4:].islower() and len(words.split()) <= 4
        kind = low if low in _PRONOUNS else "the …" if description else ""
        if kind and mention.type in ("person", "organization") and names[mention.entity]:
            yield kind, mention, frozenset(names[mention.entity])
        if document.text[mention.head].isupper() and low not in _NOT_NAMES:
            names[mention.entity] |= {w.strip(".,’'\"()") for w in words.split() if w[0].isupper()}


def speaker(report: Report, mention: GoldMention) -> str | None:
    """Whom the report would be said to quote if the mention were a source."""
    after = Span.of(report.text, mention.end, mention.end)
    rest = Span.of(report.text, mention.end, min(len(report.text), mention.end + 1))
    source = Span.of(report.text, mention.start, mention.end)
    made_up = Statement(source, after, (rest,), "indirect", "speech", 1.0)
    actor = resolve(replace(report, statements=(made_up,))).statements[0].speaker
    return actor.name if actor is not None else None


def measure(tagger: AttributionTagger, documents: list[GumDocument]) -> dict[str, Counter[str]]:
    """Counts of ``asked``, ``rules`` right and ``chains`` right, by kind of reference."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        report = report_from_text(document.text)
        words = split_words(document.text)
        found = mentions(document.text, words.starts, words.ends, tagger.tag(words).mentions)
        for kind, mention, names in asked(document):
            for way, shown in (("rules", report), ("chains", replace(report, mentions=found))):
                name = speaker(shown, mention)
                right = name is not None and bool(names & {w.strip(".,’'") for w in name.split()})
                for key in (kind, "all", f"news {kind}" if document.genre == "news" else kind + " elsewhere"):
                    counts[key][way] += right
                    counts[key][f"{way} none"] += name is None
                    counts[key]["asked"] += way == "rules"
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    a = parser.parse_args()
    for key, count in sorted(measure(load_tagger(), load_gum(a.gum, a.part)).items()):
        shares = "  ".join(f"{way} {count[way]}" for way in ("rules", "chains", "rules none", "chains none"))
        print(f"{key:18} asked {count['asked']:4}  {shares}")


if __name__ == "__main__":
    main()
