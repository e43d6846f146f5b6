"""The command line: a face of its own, and the only part of the core that asks for a passphrase."""
