"""Runs one command of the command line and turns refusals into one plain sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from facilitator import errors
from facilitator.cli.arguments import parser
from facilitator.i18n import _, set_language
from facilitator.log import trouble
from facilitator.messages import explain

REFUSED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when done, 1 when refused in one plain sentence on stderr; wrong use exits with 2."""
    set_language("en")
    options = parser().parse_args(argv)
    from facilitator.vault.process import harden

    harden()
    try:
        options.run(options)
    except errors.UserError as error:
        print(explain(error), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was half done."), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Whoever read our list has seen enough.
        sys.stderr.close()
        return 0
    except Exception as error:
        # Our bug: an id and places in our code, never a value.
        print(_("Something went wrong inside the app. Nothing was half saved. Please report this: {line}")
              .format(line=trouble(error).line), file=sys.stderr)
        return REFUSED
    return 0
