"""The errors that a user can meet. Each says what was found, where, and what to do next."""

from dataclasses import dataclass


class WhowhomError(Exception):
    """Anything that whowhom itself reports; everything else is a bug."""


class BadInput(WhowhomError):
    """An input that cannot be read, as a whole: no such file, no articles in a folder."""


class BadSettings(WhowhomError):
    """Options that do not fit together, or an output that cannot be written."""


class MissingPart(WhowhomError):
    """Something that is not installed: a model, an optional library. Says how to get it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a codebook: where it is, what was found, what to do."""

    path: str
    line: int
    column: int
    key: str
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: key: message`, as editors understand it."""
        key = f"{self.key}: " if self.key else ""
        return f"{self.path}:{self.line}:{self.column}: {key}{self.message}"


class BadCodebook(WhowhomError):
    """A codebook with faults; all of them, not only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        count = f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in the codebook"
        super().__init__("\n".join([count, *map(str, faults)]))

    def __reduce__(self) -> "tuple[type[BadCodebook], tuple[list[Fault]]]":
        """Pickle by the faults, so that the error crosses processes whole."""
        return BadCodebook, (self.faults,)
