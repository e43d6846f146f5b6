"""How this laptop prints: sides, ink and printer, remembered from one print to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from facilitator.settings import DeviceSettings

_KEY = "printing"


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How to print; without a printer's name, on the usual one, and without a tray, from what the printer chooses."""

    both_sides: bool = True
    grey: bool = True
    printer: str = ""
    tray: str = ""

    @staticmethod
    def remembered(settings: DeviceSettings) -> How:
        """As it was last time; anything strange in the file is let go."""
        kept = settings.remembered(_KEY)
        kept = kept if isinstance(kept, dict) else {}
        usual = How()
        both, grey, printer, tray = (kept.get(key) for key in ("both_sides", "grey", "printer", "tray"))
        return How(
            both_sides=both if isinstance(both, bool) else usual.both_sides,
            grey=grey if isinstance(grey, bool) else usual.grey,
            printer=printer if isinstance(printer, str) else usual.printer,
            tray=tray if isinstance(tray, str) else usual.tray,
        )

    def remember(self, settings: DeviceSettings) -> None:
        """Keep it for next time."""
        settings.remember(_KEY, asdict(self))
