"""The language of an article: as given, else as detected, else as set."""

import re
from typing import Any

_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_ENOUGH = 80
_SAMPLE = 2_000


class Languages:
    """Tells languages for one run; the model is loaded when the first text needs it."""

    def __init__(self, default: str) -> None:
        self._default = default
        self._identifier: Any = None

    def tell(self, given: str | None, text: str) -> str:
        """Return a two-letter code. A given value counts if it starts with one ("en", "en-GB")."""
        if given and (code := _CODE.fullmatch(given.strip())):
            return code[1].lower()
        if len(text) < _ENOUGH:
            return self._default
        return self._detect(text[:_SAMPLE])

    def _detect(self, sample: str) -> str:
        if self._identifier is None:
            from py3langid import langid  # loads numpy and a model: most inputs give a language

            self._identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
        return str(self._identifier.classify(sample)[0])
