"""A run of fetching: from what the user named to archives in a folder."""

from __future__ import annotations

import io
import math
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from onrecord._version import __version__
from onrecord.errors import FetchError
from onrecord.fetching.addresses import Address, Guard, address_of
from onrecord.fetching.announced import announced_feeds
from onrecord.fetching.archive import LARGEST, Archive
from onrecord.fetching.exchange import Answer, Wanted, exchange
from onrecord.fetching.pacing import Clock, Pacing, in_words, retry_after
from onrecord.fetching.queueing import Queue, Task
from onrecord.fetching.robots import MAX_BYTES as MAX_ROBOTS_BYTES
from onrecord.fetching.robots import Robots
from onrecord.fetching.settings import Settings
from onrecord.fetching.state import Page, State
from onrecord.fetching.summary import FetchInterrupted, FetchSummary, Progress, Unfetched
from onrecord.fetching.visit import Forbidden, Got, Missed, Unchanged, visit
from onrecord.fetching.warc_records import about, digest, of_answer
from onrecord.fetching.wishes import Wish, addresses_in, wishes
from onrecord.reading.feed_entries import DamagedFeed, NoFeed, read_entries

OnProgress = Callable[[Progress], None]

_MOST_ENTRIES = 10_000  # of a feed; most have ten to a hundred
_BACK_OFF = 5.0  # seconds before the first repetition; each further one waits twice as long
_ENOUGH = 4  # failures of a host in a row after which the rest of its pages is left for another run
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5"
)


def fetch(
    given: Iterable[str] | str,
    folder: Path | str,
    settings: Settings | None = None,
    *,
    on_progress: OnProgress | None = None,
    clock: Clock | None = None,
    largest_archive: int = LARGEST,
) -> FetchSummary:
    """Fetch pages, and the pages that feeds lead to, into web archives in ``folder``.

    What is kept there already is not asked for again; feeds are asked for what is new. A run that was interrupted goes
    on where it stopped, with nothing half-written.

    Args:
        given: web addresses of feeds and pages, saved feeds, or text files with one address a line.
        folder: where the archives are, and what is known of every address (``fetched.state``). Made if need be.
        settings: delay, limits and the like.
        on_progress: called after every page.
        clock: the time, for tests.
        largest_archive: bytes after which another archive is begun.

    Raises:
        InputError: something is neither an address nor a file with addresses. Nothing was fetched then.
        FetchError: the folder can't be written, or another run is at work there.
        FetchInterrupted: Ctrl-C; a KeyboardInterrupt that knows how many pages were kept.
    """
    wanted = wishes([given] if isinstance(given, str) else list(given))
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        state = State(target)
    except OSError as error:
        raise FetchError(f"can't make the folder {target}: {error.strerror}; choose another one") from error
    run = _Run(wanted, target, state, settings or Settings(), on_progress, clock or Clock(), largest_archive)
    try:
        return run.run()
    except KeyboardInterrupt:
        raise FetchInterrupted(run.kept) from None
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FetchError(
            f"can't write into {target}: {why}. What was fetched is kept; put that right and run the same command again"
        ) from error
    finally:
        state.close()


class _Run:
    """One run: what is still to be asked for, and what came of the rest."""

    def __init__(
        self,
        wanted: Sequence[Wish],
        folder: Path,
        state: State,
        settings: Settings,
        on_progress: OnProgress | None,
        clock: Clock,
        largest_archive: int,
    ) -> None:
        self._wanted, self._folder, self._state, self._settings = wanted, folder, state, settings
        self._on_progress, self._clock = on_progress, clock
        self._began = clock.now()
        self._pacing = Pacing(clock)
        self._queue = Queue(self._pacing)
        self._guard = Guard(wish.address for wish in wanted if not wish.feed)
        self._robots = Robots(self._ask_robots)
        beginning = about(f"onrecord/{__version__}", clock.date())
        self._archive = Archive(folder, state, beginning, largest_archive)
        self._failures: Counter[str] = Counter()
        self._unfetched: list[Unfetched] = []
        self._done = self._feeds = self._unchanged = self._there = 0
        self._room = self._settings.limit
        self._waiting: set[str] = set()
        self._announced: dict[str, None] = {}
        self.kept = 0

    def run(self) -> FetchSummary:
        for feed in dict.fromkeys(wish.feed for wish in self._wanted):
            addresses = [wish.address for wish in self._wanted if wish.feed == feed]
            if feed:
                self._follow(addresses, feed)
            else:
                self._begin(addresses)
        while (task := self._queue.next()) is not None:
            self._do(task)
        return FetchSummary(
            self._folder,
            tuple(self._state.archives()),
            self._feeds,
            self.kept,
            self._unchanged,
            self._there,
            tuple(self._unfetched),
            len(self._waiting),
            self._clock.now() - self._began,
            tuple(feed for feed in self._announced if self._state.page(feed) is None),
            tuple(self._archive.lost),
        )

    def _begin(self, addresses: Iterable[Address]) -> None:
        """Put what the user named in the queue. Feeds are asked for every time, pages once."""
        for address in addresses:
            page = self._state.page(str(address))
            if page and not page.is_feed and page.status == "kept" and not self._settings.again:
                self._there += 1
            elif page and page.status == "final" and not page.feed and not self._settings.again:
                self._unfetched.append(Unfetched(page.url, page.reason, True))
            else:
                self._queue.add(Task(address, is_given=True))

    def _follow(self, addresses: Iterable[Address], feed: str) -> None:
        """Put the pages that a feed leads to in the queue, and those that it led to before and were not had."""
        found = {str(address): address for address in addresses}
        self._state.add(found, feed)
        known = {page.url: page for page in self._state.pages_of(feed)}
        for url in found:  # those that stand in another feed, too
            if url not in known:
                known[url] = self._state.page(url) or Page(url, feed)
        for url, page in known.items():
            if page.status not in ("waiting", "failed") and not self._settings.again:
                self._there += page.status == "kept"
            elif self._room > 0:
                self._room -= self._queue.add(Task(found.get(url) or address_of(url), feed))
            else:
                self._waiting.add(url)

    def _do(self, task: Task) -> None:
        url, host = str(task.address), task.address.host
        hold = self._pacing.ready(host)
        if hold > self._settings.patience:
            self._give_up(task, hold)
            return
        known = self._state.page(url) or Page(url, task.feed)
        outcome = visit(
            task.address,
            known,
            self._settings.max_bytes,
            self._ask,
            feeds_too=task.is_given,
            is_kept=lambda address: not self._settings.again and self._is_kept(address),
        )
        if isinstance(outcome, Missed):
            if self._is_to_be_repeated(task, outcome):
                return
            self._miss(known, outcome)
        else:
            self._failures[host] = 0
            self._keep(known, outcome)
        if task.is_given and isinstance(outcome, Got) and not outcome.is_feed:
            self._announced |= dict.fromkeys(announced_feeds(outcome.body, str(outcome.answers[-1].address)))
        if task.is_given and (known.is_feed or (isinstance(outcome, Got) and outcome.is_feed)):
            self._read_feed(url, outcome)
        self._tell(url)

    def _keep(self, known: Page, outcome: Got | Unchanged) -> None:
        """Put a page in the archive if it is new, and note it."""
        if isinstance(outcome, Unchanged):
            self._unchanged += not known.is_feed
            self._state.note(replace(known, status="kept", reason=""))
            return
        answer = outcome.answers[-1]
        page = replace(
            known,
            status="kept",
            is_feed=outcome.is_feed,
            reason="",
            etag=answer.header("etag"),
            modified=answer.header("last-modified"),
            digest=digest(outcome.body),
        )
        if known.status == "kept" and known.digest == page.digest:
            self._unchanged += not page.is_feed
            self._state.note(page)
            return
        moment = self._clock.date()
        written = self._archive.add(b"".join(of_answer(each, moment) for each in outcome.answers))
        with self._state.at_once():
            self._state.note(page, written)
            if str(answer.address) != page.url:
                self._state.note(replace(page, url=str(answer.address)))
        self.kept += not page.is_feed

    def _read_feed(self, url: str, outcome: Got | Unchanged | Missed) -> None:
        links: list[str] = []
        base = url
        if isinstance(outcome, Got):
            base = str(outcome.answers[-1].address)
            try:
                entries = read_entries(io.BytesIO(outcome.body))
                links.extend(entry.link for entry in islice(entries, _MOST_ENTRIES))
                if next(entries, None) is not None:
                    self._unfetched.append(Unfetched(url, f"only its first {_MOST_ENTRIES:,} entries were taken", True))
            except (NoFeed, DamagedFeed) as error:
                self._unfetched.append(Unfetched(url, str(error), False))
        self._feeds += not isinstance(outcome, Missed)
        self._follow(addresses_in(links, base), url)

    def _is_to_be_repeated(self, task: Task, missed: Missed) -> bool:
        """Whether to try once more in this run; then the host is left alone until it may be."""
        if not missed.may_retry:
            return False
        self._failures[missed.host] += 1
        seconds = retry_after(missed.retry_after, self._clock.date())
        if seconds is None:
            seconds = _BACK_OFF * 2**task.attempts
            if self._failures[missed.host] >= _ENOUGH:
                seconds = math.inf
        if task.attempts >= self._settings.retries and seconds < self._settings.patience:
            return False
        self._pacing.hold(missed.host, seconds)
        if seconds > self._settings.patience:
            return False
        self._queue.repeat(task)
        return True

    def _miss(self, known: Page, missed: Missed) -> None:
        reason = missed.reason
        seconds = retry_after(missed.retry_after, self._clock.date())
        if seconds is not None and seconds > self._settings.patience:
            reason += f" and asks to come back in {in_words(seconds)}"
        self._unfetched.append(Unfetched(known.url, reason, missed.is_final))
        if known.status != "kept":
            self._state.note(replace(known, status="final" if missed.is_final else "failed", reason=reason))

    def _give_up(self, task: Task, hold: float) -> None:
        """Leave a host's pages for another run."""
        asks = "it failed several times in a row" if math.isinf(hold) else f"it asks to come back in {in_words(hold)}"
        for each in (task, *self._queue.drop(task.address.host)):
            known = self._state.page(str(each.address)) or Page(str(each.address), each.feed)
            self._miss(known, Missed(f"the server was not asked: {asks}", is_final=False))
            self._tell(known.url)

    def _is_kept(self, address: Address) -> bool:
        page = self._state.page(str(address))
        return page is not None and page.status == "kept" and not page.is_feed

    def _ask(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        verdict = self._robots.verdict(address)
        if verdict.reason:
            raise Forbidden(verdict.reason)
        self._pacing.wait(address.host, max(self._settings.delay, verdict.delay))
        return self._exchange(address, {"Accept": _ACCEPT, **headers}, wanted)

    def _ask_robots(self, address: Address) -> Answer:
        return self._exchange(address, {}, lambda status, _: MAX_ROBOTS_BYTES if status == 200 else 0)

    def _exchange(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        fields = [("User-Agent", self._settings.user_agent), ("Accept-Encoding", "gzip"), *headers.items()]
        return exchange(address, fields, self._guard, self._settings.timeout, wanted)

    def _tell(self, url: str) -> None:
        self._done += 1
        if self._on_progress:
            total = self._done + len(self._queue)
            self._on_progress(Progress(self._done, total, self.kept, len(self._unfetched), url))
