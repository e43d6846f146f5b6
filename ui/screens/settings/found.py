"""Other words by which people look for a setting."""

from __future__ import annotations

from facilitator.i18n import _


def also(key: str) -> str:
    """What people type for a setting, beside its label."""
    return {
        "language": _("translate translation change words spanish arabic"),
        "theme": _("dark light night contrast black white theme colors display"),
        "zoom": _("big bigger large larger letters text font small smaller zoom read"),
        "idle_minutes": _("automatic auto lock time idle minutes screen"),
        "backup_space": _("backup copies disk space"),
        "less_motion": _("animation moving"),
        "country": _("emergency numbers helplines"),
        "paper": _("size a4 letter print"),
        "young_per_adult": _("children youth ratio under 18"),
        "pence_a_side": _("price money ink"),
    }.get(key, "")
