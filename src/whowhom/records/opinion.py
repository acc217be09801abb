"""What the reader thinks of one predicate: a chance for each event type, and for none."""

from dataclasses import dataclass

NONE = "none"


@dataclass(frozen=True, slots=True)
class Opinion:
    """Chances that sum to 1, by label: an event type, or `none`."""

    labels: tuple[str, ...]
    chances: tuple[float, ...]

    def of(self, label: str) -> float:
        """Return the chance of a label; 0 of one that the reader does not know."""
        return self.chances[self.labels.index(label)] if label in self.labels else 0.0

    @property
    def best(self) -> str:
        """The likeliest event type, none left out."""
        return max((c, label) for c, label in zip(self.chances, self.labels, strict=True) if label != NONE)[1]
