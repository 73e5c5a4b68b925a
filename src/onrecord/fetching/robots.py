"""``robots.txt`` (RFC 9309): what a site does not want to be asked for, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from onrecord.fetching.addresses import Address, Refused, address_of, next_address
from onrecord.fetching.exchange import Answer, Failed, TooLarge
from onrecord.fetching.settings import ROBOT
from onrecord.reading.http_message import Response, Unpackable, unpacked_body

MAX_BYTES = 512_000  # as the RFC says
_MOST_REDIRECTS = 5
_LONGEST_DELAY = 60.0  # seconds; some sites ask for hours, which means no

FORBIDDEN = "the site's robots.txt asks not to fetch it"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an address may be asked (``reason`` is "" then), and how many seconds apart."""

    reason: str = ""
    delay: float = 0.0


class Robots:
    """The rules of every site that a run comes to, each asked for once.

    Args:
        ask: gets an address's answer, without following redirects.
    """

    def __init__(self, ask: Callable[[Address], Answer]) -> None:
        self._ask = ask
        self._rules: dict[str, Protego | str] = {}

    def verdict(self, address: Address) -> Verdict:
        """May it be asked? A site whose rules can't be had now must be left alone for now."""
        rules = self._rules.get(address.origin)
        if rules is None:
            rules = self._rules[address.origin] = self._get(address)
        if isinstance(rules, str):
            return Verdict(rules)
        if not rules.can_fetch(str(address), ROBOT):
            return Verdict(FORBIDDEN)
        return Verdict("", min(rules.crawl_delay(ROBOT) or 0.0, _LONGEST_DELAY))

    def _get(self, address: Address) -> Protego | str:
        here = address_of(f"{address.origin}/robots.txt")
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                answer = self._ask(here)
                if not (300 <= answer.status < 400 and answer.header("location")):
                    break
                here = next_address(here, answer.header("location"))
            else:
                return Protego.parse("")
        except TooLarge:
            return "the site's robots.txt is too large to be read"
        except Refused:
            return Protego.parse("")  # as if there were none
        except Failed as error:
            return f"the site's robots.txt could not be had ({error}), and without it nothing is asked"
        if answer.status == 429 or answer.status >= 500:
            return f"the site's robots.txt could not be had (status {answer.status}), and without it nothing is asked"
        return Protego.parse(_text(answer) if answer.status == 200 else "")


def _text(answer: Answer) -> str:
    fields = {name.lower(): value for name, value in answer.headers if name.lower() == "content-encoding"}
    try:
        body = unpacked_body(Response(answer.status, fields, answer.body), MAX_BYTES)
    except Unpackable:
        body = b""
    return body[:MAX_BYTES].decode("utf-8", "replace")
