"""The stages of the pipeline that look at one report at a time, in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord._version import __version__
from onrecord.actors import mentions
from onrecord.actors import resolve as resolve_actors
from onrecord.code_digest import code_digest
from onrecord.dating import date_of, find, resolve
from onrecord.domain import Report
from onrecord.instruments import cite
from onrecord.ledger import note
from onrecord.reading import report_from_text
from onrecord.statements import refusals, statements, with_said_on
from onrecord.tagging import datelines, digest, load_tagger, split_words


@lru_cache(maxsize=1)
def engine() -> str:
    """The version of code and weights, with their digests. Results of one engine are never mixed with another's."""
    return f"onrecord {__version__}, attribution {digest()}, code {code_digest()}"


def analyse(report: Report) -> Report:
    """Find a report's time expressions, date it, tag it, assemble its statements, resolve their speakers, date them,
    find the instruments that they cite, and note what the ledger is made of.

    A report in a language that the tagger was not trained on (``report.tagged`` is False) comes back as it is.
    """
    if not report.tagged:
        return report
    chrome = [(span.start, span.end) for span in report.chrome]
    times = find(report.text, chrome)
    published = date_of(report, times)
    skipped = set(chrome).union(datelines(report.text))
    words = split_words(report.text, sorted(skipped))
    tagging = load_tagger().tag(words)
    found = statements(report.text, tagging)
    resolved = resolve_actors(
        replace(
            report,
            published=published,
            stated=report.published,
            times=resolve(times, published.best),
            mentions=mentions(report.text, words.starts, words.ends, tagging.mentions),
            statements=found,
            refusals=refusals(report.text, tagging, found),
        )
    )
    return note(cite(with_said_on(resolved, times)), tagging.syntax)


def read(
    text: str,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Report:
    """Analyse one text.

    Args:
        text: the report as it came, site furniture included. Any string will do; it is never changed.
        published: the day of publication, if known.
        title, outlet, url: what is known of the report; kept with it.

    Returns:
        The report with its chrome, times, statements and speakers. Every span in it equals its slice of ``text``.
    """
    return analyse(report_from_text(text, published=published, title=title, outlet=outlet, url=url))
