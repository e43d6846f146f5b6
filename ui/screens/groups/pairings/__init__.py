"""One-to-one support: pairs under codes, when they met, and the boundaries they talked through. Never what was said."""
