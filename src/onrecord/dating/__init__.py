"""Dating: time expressions, and what they mean."""

from onrecord.dating.anchoring import resolve
from onrecord.dating.expressions import find
from onrecord.dating.timex import Timex

__all__ = ["Timex", "find", "resolve"]
