"""What people take away from a record: a dossier to read, tables to analyse."""

from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.tables import FORMATS, export

__all__ = ["FORMATS", "export", "write_dossier"]
