"""Export: one table of a dataset in a format that other programs read."""

from whowhom.export.formats import FORMATS
from whowhom.export.table import export_table

__all__ = ["FORMATS", "export_table"]
