"""Instruments: the resolutions, charters, treaties, agreements, rulings and norms that reports name, and grounds.

A report yields citations (``cite``); across reports ``join`` says which of them are one instrument.
"""

from onrecord.instruments.citations import cite
from onrecord.instruments.pile import Instruments, Named, join, named_in

__all__ = ["Instruments", "Named", "cite", "join", "named_in"]
