"""docs/reasons.md lists every reason that the program and its codebook can give."""

import ast
from collections.abc import Iterator
from pathlib import Path

import yaml

import whowhom
from tests.docs.pages import codes, page, section, table
from whowhom.codebook import built_in_folder

SOURCE = Path(whowhom.__path__[0])


def listed(title: str, column: int = 0) -> set[str]:
    return {word for row in table(section(page("reasons.md"), title)) for word in codes(row[column])}


def trees(folder: str) -> Iterator[ast.AST]:
    for path in sorted((SOURCE / folder).rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def strings(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def returned(function: ast.FunctionDef) -> set[str]:
    """Return the strings that a function may return, each branch of an `if` expression included."""
    found: set[str] = set()
    for node in ast.walk(function):
        values = [node.value] if isinstance(node, ast.Return) else []
        while values:
            value = values.pop()
            if isinstance(value, ast.IfExp):
                values += [value.body, value.orelse]
            elif isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(value.value)
    return found


def test_reasons_of_the_program() -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse((SOURCE / "events" / "refuse.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            found |= returned(node)
    for node in trees("events"):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Turned":
            found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    assert {"no_political_actor", "purpose"} <= found
    assert found == listed("Refusals: found by the program")


def test_reasons_of_the_codebook() -> None:
    found: set[str] = set()
    for path in sorted((built_in_folder() / "events").glob("*.yml")):
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        found |= {row["refuse"] for row in rows if "refuse" in row}
    assert found
    assert found == listed("Refusals: found by the codebook")


def test_reasons_of_passages() -> None:
    found: set[tuple[str, str]] = set()
    kinds = {"headline", "section_label", "boilerplate", "intruder", "duplicate"}
    for node in trees("clean"):
        if isinstance(node, ast.Tuple) and len(node.elts) == 4:  # (stretch, kind, reason, score)
            kind, reason = node.elts[1:3]
            if isinstance(kind, ast.Constant) and kind.value in kinds and isinstance(reason, ast.Constant):
                found.add((str(kind.value), str(reason.value)))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Heading":
            found |= {
                ("headline", a.value) for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            }
        elif isinstance(node, ast.FunctionDef) and node.name == "label_reason":
            found |= {("section_label", word) for word in returned(node)}
    rows = [(codes(row[0])[0], codes(row[1])) for row in table(section(page("reasons.md"), "Passages"))]
    assert found == {(kind, reason[0]) for kind, reason in rows if reason}


def test_files_of_boilerplate() -> None:
    held = {path.name for path in (built_in_folder() / "clean" / "boilerplate").iterdir()}
    said = {word for word in codes(section(page("reasons.md"), "Passages")) if word.endswith(".yml")}
    assert held == said
