"""Article ids: the same words from the same source get the same id, in every run."""

import hashlib
import json


class Identities:
    """Gives out article ids for one run over the inputs, in input order."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def name(self, source: str | None, url: str | None, title: str | None, text: str) -> str:
        """Return the id: 16 hex digits, with `-2`, `-3` for the second and third identical input."""
        # A JSON array keeps the fields apart and null apart from empty.
        key = json.dumps([source, url, title, text], ensure_ascii=False, separators=(",", ":"))
        digits = hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
        count = self._seen[int(digits, 16)] = self._seen.get(int(digits, 16), 0) + 1
        return digits if count == 1 else f"{digits}-{count}"
