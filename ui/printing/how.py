"""How this laptop prints: sides, ink and printer, remembered from one print to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from facilitator.model.paper import Turn
from facilitator.settings import DeviceSettings

_KEY = "printing"


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How to print; without a printer's name, on the usual one, and without a tray, from what the printer chooses.

    `turn` is the one edge on which the printer can turn paper; None where it does as it is told.
    """

    both_sides: bool = True
    grey: bool = True
    printer: str = ""
    tray: str = ""
    turn: Turn | None = None

    @staticmethod
    def remembered(settings: DeviceSettings) -> How:
        """As it was last time; anything strange in the file is let go."""
        kept = settings.remembered(_KEY)
        kept = kept if isinstance(kept, dict) else {}
        usual = How()
        both, grey, printer, tray, turn = (
            kept.get(key) for key in ("both_sides", "grey", "printer", "tray", "turn"))
        return How(
            both_sides=both if isinstance(both, bool) else usual.both_sides,
            grey=grey if isinstance(grey, bool) else usual.grey,
            printer=printer if isinstance(printer, str) else usual.printer,
            tray=tray if isinstance(tray, str) else usual.tray,
            turn=Turn(turn) if isinstance(turn, str) and turn in tuple(Turn) else usual.turn,
        )

    def remember(self, settings: DeviceSettings) -> None:
        """Keep it for next time."""
        settings.remember(_KEY, asdict(self))
