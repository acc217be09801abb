"""The command line: one file a command; errors come out in one line with what to do next."""

import sys

from whowhom.errors import BadCodebook, WhowhomError


def main() -> None:
    """Run the command that the user typed; exit status 2 where whowhom reports an error."""
    from whowhom.cli.app import app

    try:
        app(prog_name="whowhom")
    except WhowhomError as error:
        print(f"whowhom: {one_line(error)}", file=sys.stderr)
        sys.exit(2)


def one_line(error: WhowhomError) -> str:
    """Return what an error says, in one line; of a codebook the first fault, and how to see the others."""
    if isinstance(error, BadCodebook) and error.faults:
        count = len(error.faults)
        more = "" if count == 1 else f" (and {count - 1} more: whowhom codebook check FOLDER lists them all)"
        return f"{error.faults[0]}{more}"
    first, *rest = [line.strip() for line in str(error).splitlines()] or [type(error).__name__]
    return f"{first} {'; '.join(rest)}".rstrip()
