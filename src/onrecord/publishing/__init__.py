"""What people take away from a record: a dossier to read, tables to analyse, a timeline to embed."""

from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.tables import FORMATS, export
from onrecord.publishing.timelinejs import write_timelinejs

__all__ = ["FORMATS", "export", "write_dossier", "write_timelinejs"]
