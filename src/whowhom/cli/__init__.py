"""The command line: one file a command; errors come out in one line with what to do next."""

import sys

from whowhom.errors import WhowhomError


def main() -> None:
    """Run the command that the user typed; exit status 2 where whowhom reports an error."""
    from whowhom.cli.app import app

    try:
        app()
    except WhowhomError as error:
        print(f"whowhom: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("whowhom: stopped; the same command goes on where it stopped", file=sys.stderr)
        sys.exit(130)
