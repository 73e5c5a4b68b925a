"""Flat tables as pandas or Polars data frames. Neither is needed unless it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from onrecord.record.cells import Cell, CellType
from onrecord.record.flat import Rows, flat_table
from onrecord.record.wording import printable

# Missing values keep a column's type in both: pandas' nullable types, days as datetime64 of seconds (pandas'
# nanoseconds end in 2262).
_PANDAS = {"text": "object", "integer": "Int64", "real": "Float64", "boolean": "boolean", "date": "datetime64[s]"}
_POLARS = {"text": "String", "integer": "Int64", "real": "Float64", "boolean": "Boolean", "date": "Date"}


def pandas_frame(record: Rows, table: str) -> Any:
    """A ``pandas.DataFrame``. Raises ImportError, with the command to install it, and ValueError for a bad name."""
    columns, rows = _cells(record, table)
    pandas = _library("pandas")
    series = {
        name: pandas.Series([row[place] for row in rows], dtype=_PANDAS[kind])
        for place, (name, kind) in enumerate(columns.items())
    }
    return pandas.DataFrame(series)


def polars_frame(record: Rows, table: str) -> Any:
    """A ``polars.DataFrame``. Raises ImportError, with the command to install it, and ValueError for a bad name."""
    columns, rows = _cells(record, table)
    polars = _library("polars")
    schema = {name: getattr(polars, _POLARS[kind]) for name, kind in columns.items()}
    return polars.DataFrame(rows, schema=schema, orient="row")


def _cells(record: Rows, table: str) -> tuple[dict[str, CellType], list[tuple[Cell, ...]]]:
    flat = flat_table(table)
    return flat.columns, [
        tuple(printable(cell) if isinstance(cell, str) else cell for cell in row) for row in flat.rows(record)
    ]


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"{name} is not installed; install it with: pip install 'onrecord[{name}]'") from error
