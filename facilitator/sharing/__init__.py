"""Content packs: own cards, words to say and plans go from one charity to another, and nobody's name with them."""

from __future__ import annotations

from facilitator.sharing.bundle import Bundle, Shared, bundle_in, bundle_out
from facilitator.sharing.sharing import Choice, Clash, Incoming, Offer, Sharing

__all__ = ["Bundle", "Choice", "Clash", "Incoming", "Offer", "Shared", "Sharing", "bundle_in", "bundle_out"]
