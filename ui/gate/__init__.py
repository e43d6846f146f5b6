"""The way in: what is seen before a vault is open. It draws `facilitator.vault.opening`."""
