"""A keyring for tests: keeps in memory, and fails in every way a real one can."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class FakeKeyring:
    """A keyring in memory; `raises` is what each call raises, `garbles` what is read back."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    raises: Exception | None = None
    garbles: bool = False

    def _try(self) -> None:
        if self.raises is not None:
            raise self.raises

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""
        self._try()
        found = self.kept.get((service, username))
        return found[::-1] if self.garbles and found else found

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._try()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Let it go."""
        self._try()
        del self.kept[service, username]
