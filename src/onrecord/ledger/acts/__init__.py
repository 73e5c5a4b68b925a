"""Acts: what statements and events do, in PLOVER's codes."""

from onrecord.ledger.acts.coding import Coded, Coder, code_of_noun
from onrecord.ledger.acts.finding import coded

__all__ = ["Coded", "Coder", "code_of_noun", "coded"]
