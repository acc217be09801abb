"""Loads the reader's files; they lie in the package, and training/train.py made them."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whowhom.errors import MissingPart

FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True)
class Reader:
    """A session that scores word pieces, the tokenizer that makes them, the labels of the scores, and a hash."""

    session: Any
    tokenizer: Any
    labels: tuple[str, ...]
    digest: str


def load_reader(folder: Path = FOLDER) -> Reader:
    """Load the reader for one thread. Raises MissingPart where its files are not there."""
    import onnxruntime
    from tokenizers import Tokenizer

    files = [folder / name for name in ("reader.onnx", "tokenizer.json", "labels.json")]
    for path in files:
        if not path.is_file():
            raise MissingPart(f"the reader's file {path} is missing; reinstall whowhom, or run with --no-reader")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(files[0]), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(files[1]))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()
    return Reader(session, tokenizer, tuple(json.loads(files[2].read_text(encoding="utf-8"))), digest)
