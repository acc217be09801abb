"""YAML with places: values, and where each of them stands in its file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from whowhom.errors import Fault

Key = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A YAML document as plain values, with the line and column of every value."""

    path: str
    value: Any
    places: dict[Key, tuple[int, int]]

    def fault(self, key: Key, message: str) -> Fault:
        """Make a fault at a key, or at the nearest key above it that exists."""
        at = key
        while at not in self.places and at:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return Fault(self.path, line, column, ".".join(map(str, key)), message)


def read_yaml(path: Path, faults: list[Fault], label: str | None = None) -> Placed | None:
    """Read one YAML file; syntax errors and keys said twice go to `faults`."""
    name = label or str(path)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        faults.append(Fault(name, line, column, "", f"not readable as YAML: {getattr(error, 'problem', error)}"))
        return None
    places: dict[Key, tuple[int, int]] = {}
    value = _construct(node, (), places, faults, name) if node else None
    return Placed(name, value, places)


def _construct(node: yaml.Node, key: Key, places: dict[Key, tuple[int, int]], faults: list[Fault], name: str) -> Any:
    places[key] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            word = str(key_node.value)
            if word in result:
                mark = key_node.start_mark
                faults.append(Fault(name, mark.line + 1, mark.column + 1, word, "this key is said twice"))
            result[word] = _construct(value_node, (*key, word), places, faults, name)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_construct(n, (*key, i), places, faults, name) for i, n in enumerate(node.value)]
    return yaml.CSafeLoader("").construct_object(node, deep=True)


Row = TypeVar("Row", bound=BaseModel)


def check_rows(placed: Placed, row: type[Row], faults: list[Fault]) -> list[tuple[int, Row]]:
    """Check a list of rows; return the good ones with their index, and put all faults into `faults`."""
    if not isinstance(placed.value, list):
        faults.append(placed.fault((), f"expected a list of entries, found {type(placed.value).__name__}"))
        return []
    adapter, good = TypeAdapter(row), []
    for index, value in enumerate(placed.value):
        try:
            good.append((index, adapter.validate_python(value)))
        except ValidationError as error:
            faults.extend(placed.fault((index, *e["loc"]), _message(e)) for e in error.errors())
    return good


def check_one(placed: Placed, row: type[Row], faults: list[Fault]) -> Row | None:
    """Check a file that is one mapping."""
    try:
        return row.model_validate(placed.value)
    except ValidationError as error:
        faults.extend(placed.fault(tuple(e["loc"]), _message(e)) for e in error.errors())
        return None


def _message(error: Any) -> str:
    """Return pydantic's message with the value, and a remedy where there is a usual one."""
    found = repr(error["input"])[:60]
    text = f"{error['msg']} (found {found})"
    if error["type"] == "string_type" and isinstance(error["input"], (bool, int, float)):
        return text + "; put quotes round it"
    if error["type"] == "extra_forbidden":
        return f"unknown key (found {found}); see docs/codebook.md for the keys"
    return text
