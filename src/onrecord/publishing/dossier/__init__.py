"""The dossier: a record as a folder of pages that open from a disk, with every row linked to its evidence."""

from onrecord.publishing.dossier.writing import write_dossier

__all__ = ["write_dossier"]
