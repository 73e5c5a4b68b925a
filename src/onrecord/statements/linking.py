"""Drafts from tagged spans: the learned link probabilities, held to what a sentence allows.

A cue stands for one statement. Each content goes to the likeliest cue that it can belong to, and each cue takes the
likeliest source in its sentence, or none. The limits are what PolNeAR shows: of 11,431 contents 94 % stand in the
sentence of their cue and nearly all others are quotations going on behind it; of 8,983 sources 99 % do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.sentences import sentence_ends
from onrecord.tagging.tagger import Link, Tagging

# Of the statements on PolNeAR dev left without a source, two in three have one: "nobody" is believed when it is sure.
_NOBODY_SPEAKS = 0.2
_FARTHEST = 3  # sentences between a cue and a quotation that goes on behind it
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[\r\n]")
_QUOTE = "\"“”„«»‘'`"


class Linker:
    """Makes drafts of one report's tagged spans."""

    def __init__(self, text: str, tagging: Tagging) -> None:
        self._text, self._tagging = text, tagging
        words = tagging.words
        self._ranges: list[Range] = [(words.starts[s.low], words.ends[s.high - 1]) for s in tagging.spans]

    def drafts(self) -> list[Draft]:
        """One draft for every cue that has a content."""
        contents: dict[int, list[Link]] = {}
        for content, cues in self._tagging.cues_of.items():
            best = self._likeliest(cues, [link for link in cues if self._reaches(content, link.target)])
            if best is not None:
                contents.setdefault(best.target, []).append(Link(content, best.probability))
        return [self._draft(cue, contents[cue]) for cue in sorted(contents)]

    def _draft(self, cue: int, parts: list[Link]) -> Draft:
        sources = self._tagging.sources_of.get(cue, ())
        near = [link for link in sources if self._between(link.target, cue) <= 0]
        source = self._likeliest(sources, near, against=_NOBODY_SPEAKS)
        nobody = 1 - sum(link.probability for link in sources)
        own = [self._ranges[cue]] + ([self._ranges[source.target]] if source else [])
        kept = self._together(sorted(parts, key=lambda link: link.target), own)
        spans = self._tagging.spans
        return Draft(
            source=self._ranges[source.target] if source else None,
            cue=self._ranges[cue],
            content=[self._ranges[link.target] for link in kept],
            evidence=Evidence(
                cue=spans[cue].probability,
                content=min(spans[link.target].probability for link in kept),
                source=spans[source.target].probability if source else nobody,
                link=min(link.probability for link in kept),
                source_link=source.probability if source else nobody,
            ),
        )

    @staticmethod
    def _likeliest(links: Sequence[Link], possible: Sequence[Link], against: float = 1.0) -> Link | None:
        """The best of ``possible``, unless "none of these" is likelier when weighed by ``against``."""
        nobody = against * (1 - sum(link.probability for link in links))
        return possible[0] if possible and possible[0].probability >= nobody else None

    def _between(self, a: int, b: int) -> int:
        """Sentences that end between two spans."""
        (_, low), (high, _) = sorted((self._ranges[a], self._ranges[b]))
        return sentence_ends(self._text, low, high)

    def _reaches(self, content: int, cue: int) -> bool:
        ends = self._between(content, cue)
        if not ends:
            return True
        (start, end), (cue_start, cue_end) = self._ranges[content], self._ranges[cue]
        if self._text[start] not in _QUOTE and self._text[end - 1] not in _QUOTE:
            return False
        if end <= cue_start:  # “No deal.” She said it twice.
            return ends == 1 and not _PARAGRAPH.search(self._text, end, cue_start)
        if _PARAGRAPH.search(self._text, cue_end, start):
            return self._text[cue_end:start].rstrip().endswith(":")
        return ends <= _FARTHEST

    def _together(self, parts: list[Link], own: list[Range]) -> list[Link]:
        """The parts that hang together with the likeliest one; see ``_bridged``."""
        best = max(range(len(parts)), key=lambda i: (parts[i].probability, -i))
        low = high = best
        while high + 1 < len(parts) and self._bridged(parts[high].target, parts[high + 1].target, own):
            high += 1
        while low > 0 and self._bridged(parts[low - 1].target, parts[low].target, own):
            low -= 1
        return parts[low : high + 1]

    def _bridged(self, left: int, right: int, own: list[Range]) -> bool:
        """Parts of one content are parted by their own cue or source, by a few words, or within a sentence."""
        low, high = self._ranges[left][1], self._ranges[right][0]
        if any(low < end and start < high for start, end in own):
            return True
        return len(_WORD.findall(self._text, low, high)) <= 3 or not sentence_ends(self._text, low, high)
